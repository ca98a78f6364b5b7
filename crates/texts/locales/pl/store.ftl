# Co magazyn mówi, gdy czegoś nie może zapisać lub znaleźć.
store-not-found = Tego wpisu nie ma
store-not-found-hint = Mógł zostać usunięty. Wróć do listy; usunięte wpisy można tam przywrócić przez 30 dni.
store-deleted = Ten wpis został usunięty
store-deleted-hint = Przywróć go z listy usuniętych, a potem zmień.
store-stale = Ktoś inny zmienił ten wpis w międzyczasie
store-stale-hint = Porównaj obie wersje i wybierz, co ma zostać. Nic z tego, co wpisano, nie przepadło.
store-in-use = { $count ->
    [one] Ten wpis jest używany przez { $count } inny
    [few] Ten wpis jest używany przez { $count } inne
   *[other] Ten wpis jest używany przez { $count } innych
 }
store-in-use-hint = Najpierw zmień lub usuń wpisy, które na niego wskazują.
store-faults = Nie można zapisać: { $kind } ma pola do poprawienia
store-faults-hint = Popraw wskazane pola i zapisz ponownie.
store-no-target = Pole „{ $field }” wskazuje na wpis, którego nie ma
store-no-target-hint = Wybierz istniejący wpis z listy albo najpierw go utwórz.
store-slug-taken = Adres „{ $slug }” jest już zajęty
store-slug-taken-hint = Wybierz inny adres.
store-too-late = Od usunięcia minęło więcej niż { $days } dni
store-too-late-hint = Odtwórz wpis z kopii zapasowej albo wpisz go na nowo; jego dawna treść jest w historii zmian.
store-no-engine = Tego adresu bazy danych nie rozumiem
store-no-engine-hint = Podaj sqlite://PLIK albo postgres://UŻYTKOWNIK@HOST/BAZA.
store-newer = Dane zapisał nowszy program
store-newer-hint = Uruchom nowszą wersję programu albo odtwórz kopię zapasową sprzed aktualizacji w pustym miejscu.
store-unreachable = Baza danych nie odpowiada
store-unreachable-hint = Sprawdź adres bazy i czy serwer działa, a dla pliku: czy folder istnieje i można w nim pisać.
store-damaged = Plik bazy danych jest uszkodzony
store-damaged-hint = Zachowaj ten plik bez zmian i odtwórz w pustym miejscu najnowszą kopię, którą potwierdza „miedza verify PLIK”.
store-other-program = { $file } to plik innego programu
store-other-program-hint = Podaj inny folder w --data albo inny plik w --database. Do tego pliku niczego nie zapisano.
store-silent = Baza danych w tej chwili nie odpowiada
store-silent-hint = Spróbuj ponownie za chwilę. Jeśli to się powtarza, zawiadom osobę, która prowadzi portal.
store-no-folder = { $folder } nie może być folderem załączników
store-no-folder-hint = Wskaż w --uploads folder, w którym wolno zapisywać, albo s3://BUCKET/PREFIX.
store-files-unreachable = Magazyn plików nie odpowiada
store-files-unreachable-hint = Spróbuj ponownie za chwilę. Strony działają bez niego; jeśli to się utrzymuje, powiadom osobę prowadzącą portal: adres i klucze magazynu są w środowisku programu.
store-no-space = Na dysku zabrakło miejsca
store-no-space-hint = Zwolnij miejsce tam, gdzie leżą dane. Niczego zapisanego nie utracono; potem zapisz ponownie.
store-read-only = Danych nie można zapisać, można je tylko czytać
store-read-only-hint = Sprawdź uprawnienia folderu z danymi i czy dysk nie jest tylko do odczytu.
store-busy = Baza danych jest zajęta
store-busy-hint = Spróbuj ponownie za chwilę.
store-upload-empty = Plik jest pusty
store-upload-empty-hint = Wybierz plik, który coś zawiera.
store-upload-damaged = Plik jest uszkodzony: zaczyna się jak { $type }, ale nie jest cały
store-upload-damaged-hint = Otwórz go na swoim komputerze, zapisz ponownie i wyślij jeszcze raz.
store-upload-macros = Plik zawiera makra, a takich plików się nie przyjmuje
store-upload-macros-hint = Zapisz go bez makr, na przykład jako XLSX lub DOCX.
store-upload-type = Plików tego rodzaju się nie przyjmuje
store-upload-type-hint = Wyślij PDF, DOCX, XLSX, ODS, CSV, JSON albo obraz PNG, JPEG lub WebP.
