# Co słyszy człowiek, gdy czegoś nie da się zrobić, i następny krok.

failure-word-error = błąd
failure-word-cause = przyczyna
failure-word-hint = rada
failure-word-note = uwaga

failure-flows = nie można użyć przepływów z pliku { $file }
failure-boundaries = nie można użyć granic z pliku { $file }
failure-units = nie można użyć danych o jednostkach z pliku { $file }
failure-criteria = nie można odczytać listy kryteriów w { $file }
failure-neighbours = nie można użyć par sąsiadów z pliku { $file }
failure-partition = nie można użyć podziału z pliku { $file }
failure-not-found = nie ma pliku { $file }
failure-unknown-method = nie ma metody { $name }
failure-setting = nie można użyć parametru { $setting }
failure-suppressed = { $text } nie jest przedziałem liczby osób
failure-suppressed-twice = { $one } i { $other } przeczą sobie nawzajem
failure-method = metody { $method } nie można uruchomić z tymi parametrami
failure-no-diagonal = metoda { $method } wymaga liczby osób, które mieszkają i pracują w tej samej jednostce, a macierz nie ma takiej przekątnej
failure-share = { $text } nie jest udziałem w ludności
failure-share-above-one = w pliku { $file } udział jednostki { $unit } wynosi { $share }, więcej niż wszyscy jej mieszkańcy
failure-no-flows = { $file } nie zawiera żadnego przepływu z liczbą osób
failure-no-place-twice = { $code } podano dwa razy, z różnym traktowaniem
failure-date = { $text } nie jest datą
failure-no-place = { $text } nie mówi, jak traktować miejsce docelowe
failure-exists = plik { $file } już istnieje
failure-map = nie można narysować mapy
failure-register = nie można odczytać rejestru z pliku { $file }
failure-output = nie można zapisać wyników w folderze { $folder }
failure-report = nie można zrobić raportu
failure-other-codes = { $file } ma inne kody niż przepływy: tam { $theirs }, w przepływach { $ours }; żaden z { $count } nie jest wspólny
failure-no-figures = brakuje { $option }
failure-no-common-units = oba podziały nie mają wspólnych jednostek

hint-file = sprawdź ścieżkę
hint-columns = wskaż kolumny przez --origin, --destination i --persons, nazwą lub numerem
hint-column = wskaż kolumnę jako PLIK:KOLUMNA, nazwą lub numerem
hint-persons = osoby to liczby od 0 wzwyż; liczbę utajnioną podaj jako puste pole, <10 albo *, a pozostanie utajniona
hint-decimal = podaj przez --decimal comma albo --decimal point, co oddziela część dziesiętną
hint-no-flows = podaj tabelę, w której choć jeden przepływ ma liczbę osób
hint-duplicates = zsumuj je przez --sum-duplicates albo usuń jeden z wierszy
hint-register = podaj rejestr jednostek: plik TERC z TERYT albo wykaz czeskich gmin, jako CSV lub XLSX
hint-table = podaj tabelę: plik CSV, spakowany CSV, XLSX, ODS lub Parquet
hint-rows = tabela musi mieć wiersz z nazwami kolumn i co najmniej jeden wiersz pod nim
hint-damaged = pobierz lub spakuj plik jeszcze raz
hint-bounds = plik po rozpakowaniu jest większy, niż wolno; rozpakuj go samodzielnie albo podziel
hint-encoding = zapisz plik w UTF-8
hint-codes = podaj plik z kodami tego samego rejestru co przepływy
hint-methods = `miedza methods` wymienia metody i ich parametry
hint-setting = napisz --set NAZWA=WARTOŚĆ; `miedza methods { $method }` wymienia parametry
hint-range = wybierz inne wartości; `miedza methods { $method }` mówi, co która znaczy
hint-criteria = tabela musi mieć kolumny indicator, comparison i threshold; resztę wyjaśnia `miedza methods criteria`
hint-suppressed = napisz OD-DO, na przykład 1-9, albo ZNAK=OD-DO dla przepływów z tym znakiem
hint-sweep = napisz NAZWA=A,B,C albo NAZWA=PIERWSZA:OSTATNIA:KROK, każdy parametr raz; `miedza methods { $method }` wymienia parametry
hint-no-diagonal = podaj pracujących mieszkańców przez --employed PLIK[:KOLUMNA] albo ludność przez --population PLIK[:KOLUMNA] i --employed-share X; bez tego sens ma --method threshold --set denominator=out_commuters
hint-share = liczba większa od 0 i nie większa niż 1, na przykład 0.4, albo tabela jako PLIK[:KOLUMNA]
hint-date = napisz ją jako 2026-11-22
hint-no-place = napisz KOD=at_home albo KOD=outside
hint-overwrite = wybierz inny folder albo zastąp wcześniejsze wyniki przez --overwrite
hint-foreign = wybierz inny folder; zastępowane są tylko pliki z wcześniejszego uruchomienia
hint-folder = wybierz folder, w którym wolno ci pisać
hint-crs = podaj układ współrzędnych przez --boundary-crs EPSG:KOD
hint-boundary-code = wskaż właściwość z kodami przez --boundary-code NAZWA
hint-boundary-layer = wskaż warstwę przez --boundary-layer NAZWA
hint-boundary-format = podaj wielokąty jako GeoJSON, TopoJSON, GeoPackage, Shapefile, GML albo ZIP z jednym z nich
hint-boundary-shape = popraw wielokąt w programie GIS albo go usuń
hint-cores = wskaż rdzenie przez --set cores=KOD,KOD albo obniż core_min_jobs
hint-seats = podaj każdej jednostce osobną siedzibę
hint-too-many-units = wybierz miarę bez odległości, na przykład modularity, albo wyznacz obszary dla części kraju
hint-figures = podaj dane przez --population albo --working-age PLIK[:KOLUMNA], a siedziby przez --units PLIK albo granice
hint-report = to błąd programu; prosimy o wiadomość z poleceniem, które go wywołało
hint-partition = podaj tabelę z kolumnami unit i area
hint-share-with-population = podaj zarówno --population, jak i --employed-share
hint-neighbours = podaj tabelę z kolumnami unit i neighbour
hint-option = `miedza delimit --help` wymienia możliwe wartości

cause-empty = { $file } jest pusty
cause-no-rows = { $file } nie ma wierszy pod nagłówkiem
cause-truncated = { $file } kończy się za wcześnie, po wierszu { $row }: plik jest ucięty
cause-ragged = { $file }, wiersz { $row }: pola: { $fields }, a nagłówek ma ich { $expected }
cause-missing-column = w pliku { $file } brakuje kolumny, są: { $columns }; wskaż ją przez { $option }
cause-ambiguous-column = w pliku { $file } pasuje kilka kolumn: { $columns }; wybierz jedną przez { $option }
cause-not-a-number = { $file }, wiersz { $row }, kolumna { $column }: { $value } nie jest liczbą
cause-negative = { $file }, wiersz { $row }, kolumna { $column }: { $value } jest liczbą ujemną
cause-ambiguous-number = { $file }, wiersz { $row }, kolumna { $column }: w { $value } przecinek może być dziesiętny albo oddzielać tysiące
cause-duplicate-pair = { $file }: wiersz { $row } powtarza przepływ z { $from } do { $to } z wiersza { $first }
cause-duplicate-unit = { $file }: wiersz { $row } powtarza jednostkę { $unit } z wiersza { $first }
failure-fault = błąd programu
failure-records = nie można wczytać arkusza { $file }
hint-records = użyj arkusza pobranego z tej listy (CSV lub XLSX); nagłówki z nazwami w nawiasach kwadratowych muszą zostać
failure-unknown-row = wiersz { $row } wskazuje na wpis { $id }, którego nie ma na tej liście
hint-unknown-row = usuń identyfikator z tego wiersza, aby utworzyć nowy wpis, albo pobierz arkusz na nowo
hint-headings = nazwij kolumny w pierwszym wierszu pliku: origin, destination, persons
hint-one-decimal = zapisz wszystkie liczby z tym samym znakiem dziesiętnym
hint-one-row = zsumuj je w jednym wierszu albo usuń jeden z wierszy
hint-import-layer = zapisz potrzebną warstwę w osobnym pliku
hint-import-code = wskaż właściwość z kodami przez --code NAZWA
hint-import-crs = podaj układ współrzędnych przez --crs EPSG:KOD
cause-not-readable = pliku { $file } nie da się odczytać
cause-too-large = { $file } po rozpakowaniu jest większy, niż może być tabela
cause-damaged = { $file } jest uszkodzony, po wierszu { $row }
cause-not-text = { $file }, wiersz { $row }: to, co tam jest, nie jest tekstem
cause-row-too-long = { $file }, wiersz { $row }: wiersz jest za długi, może cudzysłów nie jest zamknięty
cause-no-sheet = { $file } nie ma arkusza { $sheet }; są arkusze: { $sheets }
cause-not-a-code = { $file }, wiersz { $row }, kolumna { $column }: brak kodu jednostki
cause-mixed-decimals = { $file }, kolumna { $column }: w wierszu { $comma } jest przecinek dziesiętny, a w wierszu { $point } kropka
cause-not-a-unit = { $file }, wiersz { $row }, kolumna { $column }: to nie jest jednostka rejestru
cause-several-days = { $file }, wiersz { $row } pokazuje stan z { $second }, a wiersze wyżej stan z { $first }
cause-no-period = { $file } nie podaje dnia ani roku kolumny { $column }
cause-other-period = { $file }, kolumna { $column } dotyczy { $found }, a nie { $given }
cause-foreign-code = w pliku { $file } jest kod { $unit }, którego rejestr kraju nie może zawierać
cause-in-two-files = w pliku { $file } jest jednostka { $unit }, którą zawiera też { $other }
cause-code-systems = { $file } nie pasuje do jednostek z pliku { $other }: znaleziono { $matched } z { $units }; { $other } ma kody takie jak { $other-example }, { $file } takie jak { $example }
cause-not-on-earth = { $file }, wiersz { $row }: { $value } nie jest położeniem w stopniach
cause-not-a-table = w pliku { $file } nie ma tabeli
cause-no-column = w pliku { $file } brakuje kolumny, są: { $columns }
cause-several-columns = w pliku { $file } pasuje kilka kolumn: { $columns }
