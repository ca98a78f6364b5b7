# miedza import.
import-register = Register of { $day }: { $units } units, rows changed: { $changed }
import-figures = { $figure }, { $period }: { $units } units
import-boundaries = Boundaries of { $year }: { $units } units
import-flows = Flows "{ $name }": { $units } units
import-word = "{ $word }" is no known word and no date
import-word-hint = A country is pl or cz, a level region, county or municipality, a day 2025-01-01, a period 2023 or 2023-12-31.
hint-period = say which time the figures speak of: --period 2023 or --period 2023-12-31
import-other-units = { $file } holds units of another level or country than was said: { $level }
import-other-units-hint = leave out --country and --level, or say --country { $country } --level { $level }
