# miedza import.
import-register = Rejestr z dnia { $day }: { $units } jednostek, zmienionych wierszy: { $changed }
import-figures = { $figure }, { $period }: { $units } jednostek
import-boundaries = Granice z roku { $year }: { $units } jednostek
import-flows = Przepływy „{ $name }”: { $units } jednostek
import-word = „{ $word }” nie jest znanym słowem ani datą
import-word-hint = Kraj to pl albo cz, poziom: region, county, municipality, dzień: 2025-01-01, okres: 2023 albo 2023-12-31.
hint-period = podaj, z jakiego czasu są dane: --period 2023 albo --period 2023-12-31
import-other-units = { $file } zawiera jednostki innego poziomu lub kraju, niż podano: { $level }
import-other-units-hint = pomiń --country i --level albo podaj --country { $country } --level { $level }
