# Warsztat: rejestry, formularze, arkusze, dziennik.
word-yes = tak
word-no = nie
word-not-said = nie podano
work-optional = (nieobowiązkowe)
work-group-members = Członkowie i dokumenty
work-group-bodies = Organy i posiedzenia
work-group-course = Przebieg współpracy
work-group-public = Dla mieszkańców
work-registers = Rejestry
work-hint-units = Jeden kod w wierszu. Można wkleić listę kodów TERYT.
work-hint-date = Tak dokładnie, jak wiadomo: 2012, 2012-Q3, 2012-04 albo 2012-04-17.
work-hint-unit = Kod TERYT (7 cyfr, powiat 4) lub kod czeskiej gminy (6 cyfr).
work-hint-slug = Małe litery, cyfry i łączniki; część adresu strony.
work-still-right = Tłumaczenie nadal jest dobre
work-original = oryginał
work-out-of-date = nieaktualne
work-missing = brak
work-save = Zapisz
work-saved = Zapisano
work-saved-unasked = Rejestr kraju podanej jednostki nie jest tu wczytany w całości, więc jej kod zapisano bez sprawdzenia.
work-back = Wróć do listy
work-errors = Popraw te pola
work-delete = Usuń
work-deleted = Usunięto „{ $name }”
work-deleted-text = Wpis można przywrócić przez 30 dni z listy usuniętych.
work-undelete = Przywróć
work-undeleted = Przywrócono wpis
work-history = Historia zmian
work-was-created = utworzono
work-was-updated = zmieniono
work-was-deleted = usunięto
work-was-undeleted = przywrócono
work-was-other = zapisano
work-program = program
work-someone = konto { $id }
work-take-back = Przywróć tę wersję
work-before = przedtem
work-after = teraz
work-conflict = Ktoś inny zmienił ten wpis
work-conflict-text = Zmieniono { $when } ({ $who }). Wybierz przy każdym polu, co ma zostać; nic z tego, co wpisano, nie przepadło.
work-yours = Twoja wersja
work-theirs = Wersja zapisana
work-merge = Zapisz wybrane
work-log = Dziennik zmian
work-log-lead = Każda zmiana w tym partnerstwie: kto, kiedy i co. Wpisów dziennika nie można zmienić ani usunąć.
work-older = Starsze wpisy
work-sheet-in = Wczytaj arkusz
work-sheet-file = Arkusz z tej listy (CSV, XLSX lub ODS)
work-sheet-hint = Pobierz arkusz, zmień komórki i wczytaj go tutaj. Najpierw zobaczysz, co się zmieni; nic nie zapisze się samo.
work-sheet-read = Pokaż zmiany
work-sheet-found = { $count ->
    [one] Arkusz zmienia { $count } wpis
    [few] Arkusz zmienia { $count } wpisy
   *[other] Arkusz zmienia { $count } wpisów
 }
work-sheet-none = Arkusz niczego nie zmienia
work-sheet-save = Zapisz zmiany z arkusza
work-sheet-stale = Ktoś zmienił ten wpis od pobrania arkusza
work-sheet-saved = Zapisano zmiany z arkusza
work-sheet-undo = Cofnij wczytanie arkusza
work-sheet-undone = Cofnięto zmiany z arkusza
work-sheet-row = Wiersz { $row }
work-sheet-new = nowy wpis
work-sheet-unclean = Popraw zaznaczone wiersze w arkuszu i wczytaj go ponownie.
work-sheet-unknown-columns = Nieznane kolumny zostały pominięte: { $columns }
work-empty = Tu pojawią się wpisy: { $kind }.
work-deleted-list = Usunięte
work-live-list = Bieżące wpisy
work-desk-lead = Rejestry partnerstwa. Każdy można przeglądać, filtrować, pobrać jako arkusz i wczytać z powrotem.
work-mine-lead = Partnerstwa, w których masz rolę, i wspólne rejestry.
work-no-roles = Nie masz jeszcze roli w żadnym partnerstwie. Poproś o nią biuro partnerstwa lub administratora.
work-your-roles = Twoje role: { $roles }
work-count = { $count ->
    [one] { $count } wpis
    [few] { $count } wpisy
   *[other] { $count } wpisów
 }
work-shared = Wspólne rejestry portalu
work-profile = Dane partnerstwa
work-public-page = Strona publiczna
work-upload = Dodaj plik
work-file = Plik
work-upload-hint = Najwyżej 32 MB: PDF, DOCX, XLSX, ODS, CSV, JSON, obrazy PNG, JPEG, WebP.
work-upload-none = Nie wybrano pliku
work-upload-none-hint = Wybierz plik z dysku i wyślij formularz ponownie.
work-new-partnership = Załóż partnerstwo
work-changed = Zmieniono { $when } ({ $who }), wersja { $version }
work-name = Nazwa
work-seen-by = Kto widzi
work-changed-on = Zmieniono
work-publish-refused = Upublicznić wpis może tylko biuro partnerstwa
work-publish-refused-hint = Zapisz go z widocznością „partnerzy”; biuro upubliczni wpis.
work-upload-cut = Plik nie dotarł w całości albo jest za duży
work-upload-cut-hint = Wyślij go ponownie; największy plik może mieć 32 MB.
work-county = powiat { $name }
work-decided = Przyjęto uchwałą: treść już się nie zmienia
work-decided-hint = Zmienić można, kto to widzi, oraz tłumaczenia.
work-log-fields = { $count ->
    [one] { $count } pole
    [few] { $count } pola
   *[other] { $count } pól
}
create-partnerships = Dodaj partnerstwo
create-organisations = Dodaj organizację
create-themes = Dodaj temat
create-memberships = Dodaj członkostwo
create-documents = Dodaj dokument
create-signatures = Dodaj podpis
create-bodies = Dodaj organ
create-seats = Dodaj miejsce w organie
create-meetings = Dodaj posiedzenie
create-agenda-items = Dodaj punkt porządku obrad
create-attendances = Dodaj wpis na liście obecności
create-resolutions = Dodaj uchwałę
create-effects = Dodaj skutek uchwały
create-institutional-partners = Dodaj partnera instytucjonalnego
create-timeline-events = Dodaj wydarzenie na osi czasu
create-steps = Dodaj etap prac
create-calls = Dodaj nabór
create-call-conditions = Dodaj warunek naboru
create-call-answers = Dodaj odpowiedź na nabór
create-unit-flags = Dodaj jednostkę na ogłoszonej liście
create-stated-figures = Dodaj liczbę podaną w dokumencie
create-news = Dodaj aktualność
create-attachments = Dodaj załącznik
create-funder-lines = Dodaj wpis o finansującym lub wspierającym
create-flow-tables = Dodaj tabelę przepływów
create-variants = Dodaj wariant zasięgu
work-agreed = O tym decydują członkowie partnerstwa razem
work-agreed-hint = Zwróć się do biura partnerstwa: zmienia rolę, daty, dokument i głosy na podstawie uchwały.
