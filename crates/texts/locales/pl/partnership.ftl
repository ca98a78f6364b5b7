# Co reguły mówią o partnerstwie: członkowie i liczby, głosowania, skutki, warunki, etapy, ustalenia.

severity-error = błąd
severity-warning = ostrzeżenie
severity-information = do wiadomości
until-today = dziś

# Dlaczego członkostwo w danym dniu nie jest pewne.
doubt-beginning-not-stated = źródła nie podają, od kiedy
doubt-beginning-imprecise = początek w tym okresie: { $date }
doubt-end-imprecise = koniec w tym okresie: { $date }
doubt-not-all-of-it = członkostwo tylko przez część tego okresu: { $date }

# Podana liczba członków a członkowie zapisani.
verdict-count-equal = Podana liczba ({ $stated }) zgadza się z liczbą członków zapisanych na tę datę.
verdict-count-names-not-given = Podano liczbę { $stated } bez nazw. Znani na pewno: { $certain }.
verdict-count-named-otherwise = Podano liczbę { $stated }, a wymieniono: { $difference }; na pewno zapisanych: { $certain }.
verdict-count-fewer = Podano { $stated }; zapisanych, także możliwych, jest o { $difference } mniej.
verdict-count-more = Podano { $stated }; na pewno zapisanych jest o { $difference } więcej.

# Wynik sprawdzenia warunków naboru.
verdict-met = spełniony
verdict-missed = niespełniony
verdict-unknown = nie można ustalić
grounds-listed = na liście „{ $list }” ({ $date }): { $flag }
grounds-listed-undated = na liście „{ $list }”: { $flag }
grounds-not-listed = nie ma na liście „{ $list }” ({ $date })
grounds-not-listed-undated = nie ma na liście „{ $list }”
grounds-list-unknown = listy, o którą chodzi, nie wczytano
grounds-no-unit = to nie jest jednostka terytorialna
grounds-not-linked = nie jest członkiem powiązanym funkcjonalnie
grounds-linked-unit-unknown = źródło nie mówi, z kim jest powiązany
grounds-population = liczba mieszkańców { $inhabitants } w { $year } r.
grounds-limit = limit { $limit }
grounds-population-unknown = liczba mieszkańców nieznana
grounds-county-seat = siedziba powiatu
grounds-no-county-seat = nie jest siedzibą powiatu
grounds-county-seat-unknown = nie wiadomo, czy jest siedzibą powiatu
grounds-members = członkowie na pewno: { $count }
grounds-linked-to = powiązanie: { $units }

# Czego zabrakło w głosowaniu albo dlaczego nie można tego ustalić.
vote-no-seats = Organ nie ma w tym dniu miejsca z prawem głosu.
vote-seats-uncertain = Na ten dzień żadne miejsce z prawem głosu nie jest pewne; możliwych: { $possible }. Ich daty nie są dość dokładne.
vote-quorum-not-stated = Organ nie ma ustalonego kworum.
vote-attendance-not-recorded = Nie zapisano, kto był obecny.
vote-quorum-missed = Brak kworum: obecnych { $present } z { $seats }, potrzeba { $needed }.
vote-majority-not-stated = Organ nie ma ustalonej większości głosów; przyjęto zwykłą: więcej głosów za niż przeciw.
vote-votes-not-recorded = Nie zapisano głosów.
vote-majority-missed = Brak większości: głosów za { $for }, potrzeba { $needed }.
vote-more-votes-than-present = Więcej głosów ({ $votes }) niż obecnych ({ $present }).
vote-quorum = jest kworum
vote-no-quorum = brak kworum
vote-majority = jest większość
vote-no-majority = brak większości
vote-open = nie można ustalić

# Czego nie można zrobić z uchwałą, wariantem, skutkiem, i co dalej.
refusal-already-voted = nad uchwałą już głosowano
refusal-already-voted-hint = przygotuj nową uchwałę, która tę zmieni lub uchyli
refusal-not-adopted = uchwała nie została podjęta
refusal-not-adopted-hint = najpierw zapisz wynik głosowania
refusal-variant-frozen = wariant jest przyjęty i nie można go już zmienić
refusal-variant-frozen-hint = utwórz na jego podstawie nowy wariant
refusal-variant-already-proposed = wariant jest już zaproponowany
refusal-variant-already-proposed-hint = jeśli ma się zmienić, najpierw wycofaj propozycję
refusal-variant-not-proposed = wariant nie jest zaproponowany
refusal-variant-not-proposed-hint = wycofać można tylko propozycję; wariant roboczy można zmieniać od razu
refusal-already-applied = skutek już wykonano ({ $date })
refusal-already-applied-hint = nic więcej nie trzeba robić
refusal-target-missing = skutek nie mówi, czego dotyczy: pole „{ $field }” jest puste
refusal-target-missing-hint = uzupełnij pole i spróbuj ponownie
refusal-of-another-partnership = tego, co skutek wskazuje, nie ma albo należy to do innego partnerstwa
refusal-of-another-partnership-hint = wskaż coś z tego partnerstwa
refusal-document-decided = dokument przyjęto już wcześniej
refusal-document-decided-hint = dodaj nową wersję jako osobny dokument
refusal-another-variant-adopted = inny wariant jest już przyjęty: { $variant }
refusal-another-variant-adopted-hint = partnerstwo ma jeden przyjęty wariant; najpierw uchyl uchwałę, która go przyjęła
refusal-variant-empty = wariant nie ma żadnej jednostki
refusal-variant-empty-hint = najpierw dodaj do niego jednostki
refusal-already-member = { $who } – już członek w tym dniu
refusal-already-member-hint = sprawdź jednostkę i datę skutku
refusal-no-member = { $who } – nie członek, który mógłby wystąpić w tym dniu
refusal-no-member-hint = sprawdź jednostkę i datę skutku
refusal-date-missing = nie wiadomo, od kiedy skutek obowiązuje
refusal-date-missing-hint = podaj datę skutku albo uchwały
refusal-collides = inny skutek tej uchwały zmienia ten sam wpis
refusal-collides-hint = zostaw jeden z nich albo przypisz drugi do osobnej uchwały

# Co zmienia skutek i co pociąga za sobą uchylenie.
effect-admits = { $who } zostaje członkiem (od: { $date }) na mocy uchwały nr { $number }.
effect-ends = { $who }: członkostwo w roli „{ $role }” kończy się (ostatni dzień: { $date }) na mocy uchwały nr { $number }.
effect-changes-document = „{ $title }” otrzymuje stan „{ $state }” na mocy uchwały nr { $number }.
effect-adopts-variant = Wariant „{ $title }” zostaje przyjęty uchwałą nr { $number } i już się nie zmienia.
effect-releases-variant = Wariant „{ $title }” przestaje być przyjęty; znów jest propozycją i można przyjąć inny.
effect-only-noted = { $effect }: żaden wpis sam się nie zmienia; odnotowuje się, że to wykonano.

# Oś czasu.
told-joined = Przystąpienie: { $who }
told-left = Wystąpienie: { $who }
told-resolution = Uchwała { $number }: { $title }
told-answer = Odpowiedź na nabór „{ $title }”: { $state }

# Jak daleko partnerstwo zaszło w danym etapie.
passage-ahead = przed nami
passage-planned = zaplanowany
passage-here = trwa
passage-done = zakończony
passage-skipped = pominięty
passage-not-recorded = niezapisany
gate-initiator-known = znany jest inicjator
gate-two-units-interested = zainteresowane są co najmniej dwie jednostki
gate-council-resolutions = rady członków podjęły uchwały
gate-agreement-in-force = porozumienie obowiązuje
gate-work-plan-adopted = przyjęto plan pracy
gate-data-available = dane są dostępne
gate-diagnosis-accepted = diagnoza jest przyjęta
gate-draft-published = projekt jest opublikowany
gate-consultation-closed = konsultacje są zakończone
gate-opinions-received = opinie otrzymano lub uznaje się je za wydane
gate-strategy-drafted = jest co najmniej projekt strategii
gate-contracts-signed = umowy są podpisane
gate-baselines-known = wskaźniki mają wartości bazowe
gate-monitoring-ended = okres monitorowania się skończył
gate-lessons-exist = są doświadczenia do przekazania
gate-period-ended = okres się kończy

# Reguły.
rule-par-001 = Liczba członków podana w dokumencie zgadza się z liczbą członków zapisanych na tę datę albo różnica jest wyjaśniona.
rule-par-002 = Każdy członek ma kod, który był w rejestrze w czasie jego członkostwa.
rule-par-003 = Każdego dnia od zawiązania partnerstwa jest dokładnie jeden lider.
rule-par-004 = Każdy, kto podpisał dokument założycielski, jest lub zostaje członkiem albo zapisano, dlaczego nie.
rule-par-005 = Okresy członkostwa jednego członka nie nakładają się i mają dokument będący podstawą.
rule-par-006 = Członek powiązany funkcjonalnie wskazuje jednostkę, z którą jest powiązany, i dowód powiązania.
rule-par-007 = Daty wydarzeń zgadzają się z kolejnością etapów i opowiadania albo są oznaczone jako wątpliwe.
rule-par-008 = Każda uchwała miała kworum i większość zgodnie z regulaminem organu i ma w danym roku własny numer.
rule-par-010 = Forma prawna jest odpowiednia dla rodzajów członków.
rule-par-011 = Partnerstwo nie zawiera się samo w sobie, ani wprost, ani przez inne.
rule-del-001 = Wariant przechowuje metodę, parametry, rok danych i jednostki, aby można go było odtworzyć.
rule-del-002 = Przyjęty jest dokładnie jeden wariant, uchwałą.
rule-del-003 = Przyjęty wariant i lista członków różnią się tylko z wyjaśnieniem.
rule-del-004 = Przed przyjęciem porównano co najmniej dwa warianty.
rule-dia-001 = Ustalenie diagnozy wskazuje, na czym się opiera.
rule-dia-002 = Każde wyzwanie wynika z co najmniej jednego ustalenia diagnozy.
rule-dia-003 = Każda pozycja analizy SWOT wynika z ustalenia diagnozy.
rule-dia-004 = Zamknięta ankieta ma odpowiedzi z każdej gminy członkowskiej.
rule-dia-005 = Zadeklarowany temat ma ustalenia diagnozy, a ustalenia mieszczą się w zadeklarowanych tematach.
rule-str-013 = Jeżeli w strategii rozwoju ponadlokalnego uczestniczą wszystkie gminy powiatu, uczestniczy w niej także powiat (art. 10g ustawy o samorządzie gminnym).

# Co je narusza.
finding-par-001-names-not-given = Podano ({ $date }): { $stated }. Na pewno znani z nazwy: { $certain }; pozostałych źródło nie wymienia.
finding-par-001-named-otherwise = Podano ({ $date }): { $stated }. Dokument wymienia: { $named }; zapisani: { $certain } na pewno, { $possible } być może.
finding-par-001-fewer = Podano ({ $date }): { $stated }. Zapisani: na pewno { $certain }, być może { $possible }; brakuje: { $difference }.
finding-par-001-more = Podano ({ $date }): { $stated }. Zapisani na pewno: { $certain }, o { $difference } za dużo.
finding-par-002-unknown = { $who }: kodu { $unit } nie ma w żadnym rejestrze.
finding-par-002-other-time = { $who }: kodu { $unit } nie było w tym czasie w rejestrze ({ $date }).
finding-par-003-none = Nie zapisano lidera od { $from } do { $to }.
finding-par-003-several = Kilku liderów od { $from } do { $to }: { $parties }. Uwaga przy drugim wyjaśni ten układ.
finding-par-004-stranger = { $who }: podpis pod „{ $document }”, a członkostwa brak; żadna uwaga nie mówi dlaczego.
finding-par-004-twice = { $who }: „{ $document }” ma dwa podpisy tej samej strony.
finding-par-005-overlap = { $who }: dwa członkostwa w roli „{ $role }” nakładają się.
finding-par-005-other-code = { $who }: jedna jednostka zapisana jednocześnie pod dwoma kodami, { $unit } i { $twin }.
finding-par-005-part = { $who }: gmina i jej część są członkami jednocześnie ({ $unit } i { $twin }); część należy do całości.
finding-par-005-no-basis = Członkostwa bez dokumentu będącego podstawą: { $count }.
finding-par-006-no-unit = { $who }: powiązanie funkcjonalne bez wskazanej jednostki.
finding-par-006-itself = { $who }: jako powiązana funkcjonalnie wskazana jest ta sama jednostka; podaj inną.
finding-par-006-no-evidence = { $who }: powiązanie funkcjonalne bez dowodu innego niż samo stwierdzenie.
finding-par-007-told-order = „{ $title }” ({ $date }): kolejność opowiadania inna niż kolejność dat.
finding-par-007-stage-order = „{ $title }” ({ $date }) następuje po wydarzeniu z późniejszego etapu ({ $before }).
finding-par-007-signed-before = { $who }: podpis pod „{ $document }” ({ $date }) wcześniejszy niż data dokumentu ({ $before }).
finding-par-008-no-quorum = Uchwała { $number }: brak kworum, obecnych { $present } z { $seats }, potrzeba { $needed }.
finding-par-008-no-majority = Uchwała { $number }: brak większości, głosów za { $for }, potrzeba { $needed }.
finding-par-008-no-majority-assumed = Uchwała { $number }: brak większości, głosów za { $for }, potrzeba { $needed }. Organ nie ma ustalonej większości; przyjęto zwykłą.
finding-par-008-too-many-votes = Uchwała { $number }: więcej głosów ({ $votes }) niż obecnych ({ $present }).
finding-par-008-same-number = Uchwała { $number }: organ ma w tym roku inną uchwałę o tym samym numerze.
finding-par-010-misfit = { $who } nie pasuje do formy prawnej „{ $form }”.
finding-par-011-circle = „{ $title }”: partnerstwo zawiera się samo w sobie, wprost albo przez partnerstwa nadrzędne.
finding-del-001-lacks = Wariantu „{ $title }” nie można odtworzyć; brakuje: { $fields }.
finding-del-002-none = Żaden wariant nie jest przyjęty; zapisane warianty: { $count }.
finding-del-002-several = Przyjęto kilka wariantów: { $variants }.
finding-del-002-no-resolution = Wariant „{ $title }” jest przyjęty, lecz nie stoi za nim podjęta uchwała.
finding-del-003-differs = Wariant „{ $title }” i lista członków się różnią. Tylko w wariancie: { $only-variant }. Tylko wśród członków: { $only-members }.
finding-del-004-one = Wariant „{ $title }” przyjęto bez porównania z innym.
finding-dia-001-none = Ustalenie „{ $title }” nie wskazuje żadnego dowodu: wskaźnika, ankiety, dokumentu, wariantu ani opisu.
finding-dia-002-none = Wyzwanie „{ $title }” nie wynika z żadnego ustalenia diagnozy.
finding-dia-003-none = Pozycja analizy SWOT „{ $title }” nie wynika z żadnego ustalenia diagnozy.
finding-dia-004-none = Ankieta „{ $title }” jest zamknięta, a nie ma tu ani odpowiedzi, ani załącznika z wynikami.
finding-dia-004-silent = Ankieta „{ $title }” jest zamknięta, a nie ma odpowiedzi z: { $members }.
finding-dia-005-no-finding = Temat „{ $title }” zadeklarowano, ale nie dotyczy go żadne ustalenie.
finding-dia-005-outside = Ustalenie „{ $title }” leży poza wszystkimi zadeklarowanymi tematami.
finding-str-013-county-missing = Uczestniczą wszystkie gminy powiatu ({ $who }), lecz nie sam powiat.
