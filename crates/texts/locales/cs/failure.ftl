# Co se člověk dozví, když něco nelze udělat, a další krok.

failure-word-error = chyba
failure-word-cause = příčina
failure-word-hint = rada
failure-word-note = poznámka

failure-flows = toky ze souboru { $file } nelze použít
failure-boundaries = hranice ze souboru { $file } nelze použít
failure-units = údaje o jednotkách ze souboru { $file } nelze použít
failure-criteria = seznam kritérií v { $file } nelze přečíst
failure-neighbours = dvojice sousedů ze souboru { $file } nelze použít
failure-partition = rozdělení ze souboru { $file } nelze použít
failure-not-found = soubor { $file } neexistuje
failure-unknown-method = metoda { $name } neexistuje
failure-setting = parametr { $setting } nelze použít
failure-suppressed = { $text } není rozmezí počtu osob
failure-suppressed-twice = { $one } a { $other } si odporují
failure-method = metodu { $method } nelze s těmito parametry spustit
failure-no-diagonal = metoda { $method } potřebuje počet osob, které bydlí i pracují v téže jednotce, a matice takovou diagonálu nemá
failure-share = { $text } není podíl obyvatelstva
failure-share-above-one = v souboru { $file } je podíl jednotky { $unit } { $share }, více než všichni její obyvatelé
failure-no-flows = { $file } neobsahuje žádný tok s počtem osob
failure-no-place-twice = { $code } je uveden dvakrát, s různým zacházením
failure-date = { $text } není datum
failure-no-place = { $text } neříká, jak s cílem naložit
failure-exists = soubor { $file } už existuje
failure-map = mapu nelze nakreslit
failure-register = registr ze souboru { $file } nelze přečíst
failure-output = výsledky nelze zapsat do složky { $folder }
failure-report = zprávu nelze vytvořit
failure-other-codes = { $file } má jiné kódy než toky: tam { $theirs }, v tocích { $ours }; žádný z { $count } není společný
failure-no-figures = chybí { $option }
failure-no-common-units = obě rozdělení nemají žádnou společnou jednotku

hint-file = zkontrolujte cestu
hint-columns = pojmenujte sloupce pomocí --origin, --destination a --persons, názvem nebo číslem
hint-column = pojmenujte sloupec jako SOUBOR:SLOUPEC, názvem nebo číslem
hint-persons = osoby jsou čísla od 0 výše; utajený počet zapište jako prázdné pole, <10 nebo *, a zůstane utajený
hint-decimal = zadejte pomocí --decimal comma nebo --decimal point, co odděluje desetinnou část
hint-no-flows = zadejte tabulku, ve které má alespoň jeden tok počet osob
hint-duplicates = sečtěte je pomocí --sum-duplicates, nebo jeden z řádků vyjměte
hint-register = zadejte registr jednotek: soubor TERC z TERYT nebo seznam českých obcí, jako CSV nebo XLSX
hint-table = zadejte tabulku: soubor CSV, zabalený CSV, XLSX, ODS nebo Parquet
hint-rows = tabulka musí mít řádek s názvy sloupců a pod ním alespoň jeden řádek
hint-damaged = stáhněte nebo zabalte soubor znovu
hint-bounds = soubor je po rozbalení větší, než je dovoleno; rozbalte ho sami, nebo ho rozdělte
hint-encoding = uložte soubor v UTF-8
hint-codes = zadejte soubor s kódy stejného registru jako toky
hint-methods = `miedza methods` vypíše metody s jejich parametry
hint-setting = zapište --set NÁZEV=HODNOTA; `miedza methods { $method }` vypíše parametry
hint-range = zvolte jiné hodnoty; `miedza methods { $method }` říká, co která znamená
hint-criteria = tabulka musí mít sloupce indicator, comparison a threshold; ostatní vysvětlí `miedza methods criteria`
hint-suppressed = zapište OD-DO, například 1-9, nebo ZNAČKA=OD-DO pro toky s touto značkou
hint-sweep = zapište NÁZEV=A,B,C nebo NÁZEV=PRVNÍ:POSLEDNÍ:KROK, každý parametr jednou; `miedza methods { $method }` vypíše parametry
hint-no-diagonal = zadejte zaměstnané obyvatele pomocí --employed SOUBOR[:SLOUPEC], nebo obyvatelstvo pomocí --population SOUBOR[:SLOUPEC] a --employed-share X; bez toho má smysl --method threshold --set denominator=out_commuters
hint-share = číslo větší než 0 a nejvýše 1, například 0.4, nebo tabulka jako SOUBOR[:SLOUPEC]
hint-date = zapište je jako 2026-11-22
hint-no-place = zapište KÓD=at_home nebo KÓD=outside
hint-overwrite = zvolte jinou složku, nebo nahraďte dřívější výsledky pomocí --overwrite
hint-foreign = zvolte jinou složku; nahrazují se jen soubory z dřívějšího spuštění
hint-folder = zvolte složku, do které smíte zapisovat
hint-crs = zadejte souřadnicový systém pomocí --boundary-crs EPSG:KÓD
hint-boundary-code = pojmenujte vlastnost s kódy pomocí --boundary-code NÁZEV
hint-boundary-layer = pojmenujte vrstvu pomocí --boundary-layer NÁZEV
hint-boundary-format = zadejte mnohoúhelníky jako GeoJSON, TopoJSON, GeoPackage, Shapefile, GML nebo ZIP s jedním z nich
hint-boundary-shape = opravte mnohoúhelník v programu GIS, nebo ho vyjměte
hint-cores = pojmenujte jádra pomocí --set cores=KÓD,KÓD, nebo snižte core_min_jobs
hint-seats = dejte každé jednotce vlastní sídlo
hint-too-many-units = zvolte míru bez vzdáleností, například modularity, nebo vymezte část země
hint-figures = zadejte údaje pomocí --population nebo --working-age SOUBOR[:SLOUPEC], sídla pomocí --units SOUBOR nebo hranic
hint-report = toto je chyba programu; dejte nám prosím vědět a připojte příkaz, který ji vyvolal
hint-partition = zadejte tabulku se sloupci unit a area
hint-share-with-population = zadejte --population i --employed-share
hint-neighbours = zadejte tabulku se sloupci unit a neighbour
hint-option = `miedza delimit --help` vypíše možné hodnoty

cause-empty = { $file } je prázdný
cause-no-rows = { $file } nemá pod záhlavím žádné řádky
cause-truncated = { $file } končí příliš brzy, za řádkem { $row }: soubor je useknutý
cause-ragged = { $file }, řádek { $row }: polí je { $fields }, záhlaví jich má { $expected }
cause-missing-column = v souboru { $file } chybí sloupec, jsou zde: { $columns }; pojmenujte ho pomocí { $option }
cause-ambiguous-column = v souboru { $file } se hodí více sloupců: { $columns }; vyberte jeden pomocí { $option }
cause-not-a-number = { $file }, řádek { $row }, sloupec { $column }: { $value } není číslo
cause-negative = { $file }, řádek { $row }, sloupec { $column }: { $value } je záporné číslo
cause-ambiguous-number = { $file }, řádek { $row }, sloupec { $column }: čárka v { $value } může být desetinná, nebo oddělovat tisíce
cause-duplicate-pair = { $file }: řádek { $row } opakuje tok z { $from } do { $to } z řádku { $first }
cause-duplicate-unit = { $file }: řádek { $row } opakuje jednotku { $unit } z řádku { $first }
failure-fault = chyba programu
failure-records = tabulku { $file } nelze načíst
hint-records = použijte tabulku staženou z tohoto seznamu (CSV nebo XLSX); záhlaví s názvy v hranatých závorkách musí zůstat
failure-unknown-row = řádek { $row } odkazuje na záznam { $id }, který v tomto seznamu není
hint-unknown-row = smažte identifikátor v tomto řádku, aby vznikl nový záznam, nebo tabulku stáhněte znovu
hint-headings = pojmenujte sloupce v prvním řádku souboru: origin, destination, persons
hint-one-decimal = zapište všechna čísla se stejným desetinným znaménkem
hint-one-row = sečtěte je do jednoho řádku, nebo jeden z řádků vyjměte
hint-import-layer = uložte potřebnou vrstvu do vlastního souboru
hint-import-code = pojmenujte vlastnost s kódy pomocí --code NÁZEV
hint-import-crs = zadejte souřadnicový systém pomocí --crs EPSG:KÓD
cause-not-readable = soubor { $file } nelze přečíst
cause-too-large = { $file } je po rozbalení větší, než může tabulka být
cause-damaged = { $file } je poškozený, za řádkem { $row }
cause-not-text = { $file }, řádek { $row }: co tam je, není text
cause-row-too-long = { $file }, řádek { $row }: řádek je příliš dlouhý, možná nejsou uzavřené uvozovky
cause-no-sheet = { $file } nemá list { $sheet }; má listy: { $sheets }
cause-not-a-code = { $file }, řádek { $row }, sloupec { $column }: není to kód jednotky
cause-mixed-decimals = { $file }, sloupec { $column }: v řádku { $comma } je desetinná čárka a v řádku { $point } desetinná tečka
cause-not-a-unit = { $file }, řádek { $row }, sloupec { $column }: není to jednotka registru
cause-several-days = { $file }, řádek { $row } ukazuje stav ke dni { $second }, řádky nad ním stav ke dni { $first }
cause-no-period = { $file } neuvádí den ani rok sloupce { $column }
cause-other-period = { $file }, sloupec { $column } se týká { $found }, ne { $given }
cause-foreign-code = v souboru { $file } je kód { $unit }, který registr země nemůže obsahovat
cause-in-two-files = v souboru { $file } je jednotka { $unit }, kterou obsahuje i { $other }
cause-code-systems = { $file } se nehodí k jednotkám ze souboru { $other }: nalezeno { $matched } z { $units }; { $other } má kódy jako { $other-example }, { $file } jako { $example }
cause-not-on-earth = { $file }, řádek { $row }: { $value } není poloha ve stupních
cause-not-a-table = v souboru { $file } není tabulka
cause-no-column = v souboru { $file } chybí sloupec, jsou zde: { $columns }
cause-several-columns = v souboru { $file } se hodí více sloupců: { $columns }
