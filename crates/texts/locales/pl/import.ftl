# miedza import.
import-register = Rejestr z dnia { $day }: { $units } jednostek, zmienionych wierszy: { $changed }
import-observations = { $file }: odczytanych wierszy: { $rows }, zmiennych: { $variables }, jednostek: { $units }
import-observations-kept = Wartości: { $values }; nowych: { $new }; zastąpiły inne: { $revised }
import-refused = Odrzucono: { $count }
import-refused-line = wiersz { $line }, { $what }: { $reason }
import-label-not-checked = Nikt nie porównał etykiety zmiennej { $variable } z oczekiwaną.
import-not-listed = „{ $label }” nie ma na liście zmiennych; zachowano jako { $variable }.
import-one-page = Plik jest jedną stroną: { $records } z { $total } rekordów.
import-odd-flags = Brak wartości, bo oznaczenie jest nieznane lub go nie ma: { $values }
import-left-out = Wiersze o czymś innym, na przykład o jednej płci: { $rows }
import-boundaries = Granice z roku { $year }: { $units } jednostek
import-flows = Przepływy „{ $name }”: { $units } jednostek
import-word = „{ $word }” nie jest znanym słowem ani datą
import-word-hint = Kraj to pl albo cz, poziom: region, county, municipality, dzień: 2025-01-01, okres: 2023 albo 2023-12-31.
hint-period = podaj, z jakiego czasu są dane: --period 2023 albo --period 2023-12-31
import-other-units = { $file } zawiera jednostki innego poziomu lub kraju, niż podano: { $level }
import-other-units-hint = pomiń --country i --level albo podaj --country { $country } --level { $level }
