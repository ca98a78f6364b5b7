# miedza backup, restore, verify.
backup-told = Kopia zapasowa gotowa: { $file }. Wierszy: { $rows }, { $uploads ->
    [one] { $uploads } załącznik
    [few] { $uploads } załączniki
   *[other] { $uploads } załączników
 }, zmian w dzienniku: { $changes }
backup-restored = Odtworzono z { $file } stan z chwili { $moment }. Wierszy: { $rows }, { $uploads ->
    [one] { $uploads } załącznik
    [few] { $uploads } załączniki
   *[other] { $uploads } załączników
 }, zmian w dzienniku: { $changes }; wszystkie sumy kontrolne się zgadzają
backup-verified = { $file } jest w całości, kopia z chwili { $moment }. Wierszy: { $rows }, { $uploads ->
    [one] { $uploads } załącznik
    [few] { $uploads } załączniki
   *[other] { $uploads } załączników
 }, zmian w dzienniku: { $changes }
backup-note-lost = utracone przed zrobieniem kopii, więc w niej ich nie ma: { $examples }
backup-reading = Czytam i sumuję każdy bajt
backup-table = Tabela { $table }
backup-uploads = Załączniki: { $done } z { $of }
backup-trail = Sprawdzam dziennik zmian
backup-none = Ten plik nie jest kopią zapasową Miedzy albo brakuje jego końca
backup-none-hint = Sprawdź, czy plik skopiowano w całości, albo weź inną kopię.
backup-no-file = { $file } to nie plik
backup-no-file-hint = Podaj sam plik kopii, na przykład backup.miedza. Dane przechowywane tutaj sprawdza „miedza verify --store”.
backup-damaged = Kopia zapasowa jest uszkodzona: { $what }
backup-damaged-hint = Skopiuj ją ponownie stamtąd, gdzie powstała, albo weź starszą kopię. Niczego z niej nie odtworzono.
backup-newer = Kopię zapasową zrobił nowszy program
backup-newer-hint = Uruchom co najmniej tę wersję, która ją zrobiła.
backup-not-empty = Kopię odtwarza się tylko w pustym miejscu, a tu już jest: { $what }
backup-not-empty-hint = Podaj nowy folder przez --data albo pustą bazę przez --database. To, co tu jest, pozostaje bez zmian.
backup-other-form = To miejsce przygotował nowszy program niż ten, który zrobił kopię
backup-other-form-hint = Odtwórz ją w folderze lub bazie, gdzie portal jeszcze nie działał; potem dane zostaną zaktualizowane.
backup-unfinished = Zaczęto tu odtwarzanie kopii i go nie dokończono
backup-unfinished-hint = Uruchom to samo odtwarzanie jeszcze raz albo podaj inne miejsce.
backup-store-whole = Wszystko jest w całości. Wpisów: { $records }, załączników: { $uploads }, zmian w dzienniku: { $changes }
backup-store-damaged = Przechowywane dane są uszkodzone
backup-store-damaged-hint = Zachowaj te dane bez zmian i odtwórz w pustym miejscu najnowszą kopię, którą „miedza verify PLIK” uzna za całą.
backup-found-trail = dziennik zmian nie zgadza się od pozycji { $number }
backup-found-database = baza danych zgłasza: { $words }
backup-found-record = nie można odczytać wpisu w tabeli { $kind }
backup-found-upload = brakuje załącznika { $hash } albo został zmieniony
backup-found-guard = w bazie brakuje zabezpieczenia dziennika zmian { $guard }
backup-found-changed = { $kind } { $id }: treść różni się od najnowszej pozycji dziennika zmian
backup-found-version = { $kind } { $id }: wersja { $kept }, a najnowsza pozycja dziennika zmian mówi o wersji { $told }
backup-found-no-line = { $kind } { $id }: brak pozycji w dzienniku zmian
backup-found-no-row = { $kind } { $id }: danych już nie ma, a dziennik zmian o tym nie mówi
backup-found-gap = { $kind } { $id }: jedna z wersji nie ma pozycji w dzienniku zmian
backup-found-more = liczba dalszych niezgodności z dziennikiem zmian: { $count }
backup-nothing = Pod { $place } nie ma czego kopiować ani sprawdzać
backup-nothing-hint = Sprawdź --data lub --database albo zmienne MIEDZA_DATA i MIEDZA_DATABASE.
