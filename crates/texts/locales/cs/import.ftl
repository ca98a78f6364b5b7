# miedza import.
import-register = Registr ke dni { $day }: { $units } jednotek, změněných řádků: { $changed }
import-observations = { $file }: přečtených řádků: { $rows }, proměnných: { $variables }, jednotek: { $units }
import-observations-kept = Hodnoty: { $values }; nové: { $new }; nahradily jiné: { $revised }
import-refused = Odmítnuto: { $count }
import-refused-line = řádek { $line }, { $what }: { $reason }
import-label-not-checked = Nikdo neporovnal název proměnné { $variable } s očekávaným.
import-not-listed = „{ $label }“ není na seznamu proměnných; uloženo jako { $variable }.
import-one-page = Soubor je jednou stránkou: { $records } z { $total } záznamů.
import-odd-flags = Chybí, protože příznak je neznámý nebo není uveden: { $values }
import-left-out = Řádky o něčem jiném, například o jednom pohlaví: { $rows }
import-boundaries = Hranice z roku { $year }: { $units } jednotek
import-flows = Toky „{ $name }“: { $units } jednotek
import-word = „{ $word }“ není známé slovo ani datum
import-word-hint = Země je pl nebo cz, úroveň: region, county, municipality, den: 2025-01-01, období: 2023 nebo 2023-12-31.
hint-period = uveďte, ke kterému času se údaje vztahují: --period 2023 nebo --period 2023-12-31
import-other-units = { $file } obsahuje jednotky jiné úrovně nebo země, než bylo řečeno: { $level }
import-other-units-hint = vynechte --country a --level, nebo uveďte --country { $country } --level { $level }
