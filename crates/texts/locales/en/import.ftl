# miedza import.
import-register = Register of { $day }: { $units } units, rows changed: { $changed }
import-observations = { $file }: { $rows } rows read, { $variables } variables, { $units } units
import-observations-kept = Values: { $values }; new: { $new }; replaced others: { $revised }
import-refused = Refused: { $count }
import-refused-line = line { $line }, { $what }: { $reason }
import-label-not-checked = Nobody has compared the label of variable { $variable } with the one that is expected.
import-not-listed = "{ $label }" is on no list of variables; it is kept as { $variable }.
import-one-page = The file is one page: { $records } of { $total } records.
import-odd-flags = Missing because their flag is unknown or absent: { $values }
import-left-out = Rows about something else, such as one sex: { $rows }
import-boundaries = Boundaries of { $year }: { $units } units
import-flows = Flows "{ $name }": { $units } units
import-word = "{ $word }" is no known word and no date
import-word-hint = A country is pl or cz, a level region, county or municipality, a day 2025-01-01, a period 2023 or 2023-12-31.
hint-period = say which time the figures speak of: --period 2023 or --period 2023-12-31
import-other-units = { $file } holds units of another level or country than was said: { $level }
import-other-units-hint = leave out --country and --level, or say --country { $country } --level { $level }
