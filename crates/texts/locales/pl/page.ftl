# Strony publiczne partnerstw i naborów.

# Strona startowa i lista.
page-start-heading = Partnerstwa samorządów, gmina przy gminie
page-start-lead = Kto do nich należy, co łączy gminy i co wspólnie postanowiono.
page-start-search = Gmina, partnerstwo, dokument
page-all = Wszystkie
page-all-kinds = Wszystkie rodzaje
page-all-partnerships = { $count ->
    [one] Zobacz partnerstwo w tabeli
    [few] Porównaj { $count } partnerstwa w tabeli
    [many] Porównaj { $count } partnerstw w tabeli
   *[other] Porównaj { $count } partnerstwa w tabeli
}
page-count-partnerships = { $count ->
    [one] { $count } partnerstwo
    [few] { $count } partnerstwa
    [many] { $count } partnerstw
   *[other] { $count } partnerstwa
}
page-partnerships-caption = Partnerstwa: etap, członkowie, zasięg, terminy
page-partnerships-none = Nie ma jeszcze opublikowanego partnerstwa. Gdy biuro opublikuje pierwsze, stanie ono tutaj.
page-partnership = Partnerstwo samorządów
page-stage = Etap
page-legal-form = Forma prawna
page-region = Województwo lub kraj
page-theme = Temat
page-next-date = Najbliższy termin
page-call-answers = Odpowiedzi na nabory
page-not-known = nie wiadomo
page-figure-partly = znane dla { $known } z { $units }
page-map-all = Partnerstwa na mapie
page-map-countries = Zarys państw: Natural Earth.
page-map-all-description = { $count ->
    [one] Mapa jednego partnerstwa; prowadzi do jego strony.
    [few] Mapa { $count } partnerstw; każde prowadzi do swojej strony.
    [many] Mapa { $count } partnerstw; każde prowadzi do swojej strony.
   *[other] Mapa { $count } partnerstw; każde prowadzi do swojej strony.
}
page-map-all-list = Partnerstwa na mapie ({ $count })
page-map-next = najbliższy termin { $date } ({ $what })

# Strony partnerstwa i pasek etapów.
page-overview = Przegląd
page-members = Członkowie
page-history = Historia
page-documents = Dokumenty
page-bodies = Organy
page-stages = Etapy pracy
page-news = Aktualności
page-rail-summary = { $name }: { $page }
page-in-brief = W skrócie
page-leader = Lider
page-partners = Partnerzy instytucjonalni
page-thread = Dotychczasowa droga
page-next-dates = Najbliższe terminy
page-no-dates = Nie zapisano żadnego nadchodzącego terminu.
page-all-members = { $count ->
    [one] Zobacz członka na dowolny dzień
    [few] Zobacz { $count } członków na dowolny dzień
    [many] Zobacz { $count } członków na dowolny dzień
   *[other] Zobacz { $count } członków na dowolny dzień
}

# Liczby.
page-population = Mieszkańcy
page-municipalities = Gminy
page-area = Powierzchnia
page-counties = Powiaty
page-figure = Co policzono
page-figure-possible = i { $count } { $count ->
    [one] możliwy
    [few] możliwi
    [many] możliwych
   *[other] możliwi
}
page-figure-summed = { $units }, { $period }
page-figure-source = { $figure }: { $source }.
page-commuting-inside = Dojazdy wewnątrz obszaru
page-figure-stated = podane w źródle { $date }
page-figure-converted = po kursie { $rate } { $to } za 1 { $from } z dnia { $day }
page-stated = Liczby podane w źródłach
page-stated-caption = Liczby podane w dokumentach i innych źródłach
page-checks-caption = Podana liczba członków a zapisani członkowie
page-stated-members = Podano
page-recorded-members = Zapisano
page-verdict = Zgodność
page-verdict-equal = zgadza się
page-verdict-unnamed = nazw nie podano
page-verdict-otherwise = inaczej niż wymieniono
page-verdict-fewer = brakuje { $apart }
page-verdict-more = o { $apart } za dużo

# Członkowie na dzień.
page-members-on = Członkowie: { $date }
page-members-map = Członkowie partnerstwa
page-members-none = Na tę datę nie wiadomo o żadnym członku. Wybierz jedną z dat, w których coś się zmieniło.
page-date-asked = Dzień, miesiąc albo rok
page-date-hint = Na przykład 2015-12-22, 2012-04 albo 2012
page-date-show = Pokaż ten dzień
page-date-unreadable = „{ $text }” to nie data; pokazujemy stan na dziś. Napisz na przykład 2015-12-22, 2012-04 albo 2012.
page-turns = Daty, w których coś się zmieniło
page-turn = { $date }: { $members }
page-count-members = { $count ->
    [one] { $count } członek
    [few] { $count } członków
    [many] { $count } członków
   *[other] { $count } członków
}
page-and-possible = { $members } na pewno, { $count } być może
page-members-certain = { $count ->
    [one] { $count } członek
    [few] { $count } członków
    [many] { $count } członków
   *[other] { $count } członków
}
page-members-certain-lead = Na ten dzień ich członkostwo jest pewne.
page-members-possible = Być może jeszcze { $count }
page-members-possible-lead = Źródła nie rozstrzygają, czy tego dnia były już członkami albo czy jeszcze nimi były. Nie są wliczone do liczby członków.
page-members-beside = Uczestniczą bez praw członka: { $count }
page-members-beside-lead = Członkowie wspierający i obserwatorzy; nie są wliczeni do liczby członków.
page-member = Członek
page-role = Rola
page-ground = Podstawa udziału
page-member-since = Od kiedy
page-source = Skąd wiadomo
page-sources = Źródła
page-known-on = znany jako członek { $date }
page-since-not-stated = nie podano, od kiedy
page-doubt-beginning = nie podano, od kiedy
page-doubt-beginning-in = przystąpił w tym czasie: { $date }
page-doubt-end-in = wystąpił w tym czasie: { $date }
page-doubt-not-all = członek tylko przez część tego czasu: { $date }
page-possible-members = Możliwi
page-beside = Bez praw członka
page-role-held = { $role }: { $when }
page-role-possibly-held = { $role }: { $when } (na ten dzień niepewne)

page-count-equal = { $date }: podano { $stated }, zapisano tyle samo
page-count-equal-text = Liczba podana w źródle zgadza się z listą członków.
page-count-unnamed = { $date }: podano { $stated }, nazw nie podano
page-count-unnamed-text = Źródło podaje liczbę członków ({ $stated }), ale ich nie wymienia. Na tę datę z nazwy { $certain ->
    [one] znany jest na pewno 1; niżej stoją też ci, o których wiadomo dopiero z późniejszych dokumentów.
    [few] znani są na pewno { $certain }; niżej stoją też ci, o których wiadomo dopiero z późniejszych dokumentów.
    [many] znanych jest na pewno { $certain }; niżej stoją też ci, o których wiadomo dopiero z późniejszych dokumentów.
   *[other] znani są na pewno { $certain }; niżej stoją też ci, o których wiadomo dopiero z późniejszych dokumentów.
}
page-count-otherwise = { $date }: podano { $stated }, wymieniono { $named }
page-count-otherwise-text = Dokument podaje liczbę członków { $stated }, a wymienia { $named }; na pewno zapisanych jest { $certain }. Uzupełnij pozostałych albo popraw liczbę.
page-count-fewer = { $date }: podano { $stated }, zapisano { $certain }
page-count-fewer-text = Na liście brakuje { $apart } z podanej liczby członków.
page-count-more = { $date }: podano { $stated }, zapisano { $certain }
page-count-more-text = Na liście jest o { $apart } członków więcej, niż podaje źródło.
page-county = Powiat
page-counties-caption = Powiaty, w których leżą członkowie
page-county-count = Gmin
page-county-members = Które
page-county-whole = Cały powiat
page-county-takes-part = Powiat jest członkiem
page-county-city = miasto na prawach powiatu
page-county-lacks = nie, brakuje { $count ->
    [one] { $count } gminy
    [few] { $count } gmin
    [many] { $count } gmin
   *[other] { $count } gmin
}
page-county-unknown = powiat nieznany
page-county-needed = Powiat { $name }: wszystkie gminy są członkami, ale powiat nie
page-county-needed-law = Strategię ponadlokalną gminy takiego powiatu opracowują z jego udziałem (art. 10g ust. 2 ustawy o samorządzie gminnym).
page-yes = tak
page-no = nie

# Jednostki.
page-unit-urban = gmina miejska
page-unit-rural = gmina wiejska
page-unit-urban-rural = gmina miejsko-wiejska
page-unit-municipality = gmina
page-unit-county = powiat
page-unit-region = województwo lub kraj
page-unit-apart = { $name } ({ $kind }, { $code })

# Mapa członków.
page-map-leader = lider
page-map-member = członek
page-map-core = rdzeń obszaru
page-map-marginalisation = członek zagrożony trwałą marginalizacją
page-map-linked = członek powiązany funkcjonalnie
page-map-beside = uczestniczy bez praw członka
page-map-possible = członkostwo tego dnia niepewne
page-map-description = Mapa { $count ->
    [one] jednej jednostki
    [few] { $count } jednostek
    [many] { $count } jednostek
   *[other] { $count } jednostek
}. Znaki: { $signs }. Wszystkie wymienia lista pod mapą.
page-map-list = Jednostki na mapie ({ $count })
page-map-without = { $count ->
    [one] Bez granicy ani siedziby na mapie
    [few] Bez granic ani siedzib na mapie
    [many] Bez granic ani siedzib na mapie
   *[other] Bez granic ani siedzib na mapie
}: { $names }.

# Przepływy między gminami partnerstwa.
page-flows = Przepływy
page-flows-none = Biuro nie wczytało jeszcze tabeli przepływów. Staną tu: mapa, macierz i lista najsilniejszych powiązań.
page-flows-silent = Tabela nie mówi o żadnej gminie tego partnerstwa.
page-flows-least = Na mapie przepływy co najmniej tylu osób
page-flows-least-hint = Puste pole: tyle najsilniejszych, ile da się jeszcze odczytać.
page-flows-map = Przepływy między gminami partnerstwa
page-flows-map-told = Na mapie { $lines } z { $all } przepływów, od najsilniejszych. Klin zaczyna się szeroko tam, skąd ludzie wyjeżdżają, i kończy ostrzem tam, dokąd jadą. Wszystkie liczby są w macierzy.
page-flow-told = { $from } → { $to }: { $count }
page-flows-strongest = Najsilniejsze przepływy
page-flows-from = Skąd
page-flows-to = Dokąd
page-flows-share = Udział w wyjeżdżających
page-flows-matrix = Macierz przepływów
page-flows-matrix-lead = W wierszu gmina, z której ludzie wyjeżdżają, w kolumnie ta, do której jadą. Tło komórki mówi to samo co liczba: im ciemniejsze, tym więcej osób. Kropka znaczy, że tabela takiego przepływu nie podaje; nie znaczy zera.
page-flows-matrix-caption = Osoby z gminy w wierszu do gminy w kolumnie
page-flows-corner = Z gminy do gminy
page-flows-to-others = Razem do członków
page-flows-outside = Poza partnerstwo
page-flows-from-others = Razem od członków
page-flows-among = Między gminami partnerstwa
page-flows-out = Z partnerstwa na zewnątrz
page-flows-in = Z zewnątrz do partnerstwa
page-flows-kept = Udział wyjeżdżających, którzy zostają w partnerstwie
page-flows-internal = Wewnątrz gmin
page-flows-hidden = { $count ->
    [one] Jedna liczba jest w tabeli utajniona; sumy jej nie obejmują.
    [few] { $count } liczby są w tabeli utajnione; sumy ich nie obejmują.
   *[other] { $count } liczb jest w tabeli utajnionych; sumy ich nie obejmują.
}
page-flows-parts = Z tych, którzy nie opuszczają swojej gminy, tabela podaje tylko osoby jeżdżące między miastem a częścią wiejską gminy miejsko-wiejskiej: { $count }.
page-flows-largest = W macierzy stoi { $shown } z { $all } gmin: te o najsilniejszych powiązaniach. Sumy obejmują wszystkie.
page-flows-units-silent = Tabela nie mówi o: { $names }.
page-flows-stay = Zostają w gminie { $name }
page-flows-secret = tajne
page-flows-not-stated = tabela nie podaje

# Partnerstwa jedno w drugim.
page-nest-above = Działa w ramach partnerstwa
page-nest-inside = Partnerstwa działające w jego ramach
page-nest-beside = Inne partnerstwa: { $name }
page-nest-shared = Wspólni członkowie: { $both }; tu { $mine }, tam { $theirs }.

# Historia.
page-count-events = { $count ->
    [one] { $count } zdarzenie
    [few] { $count } zdarzenia
    [many] { $count } zdarzeń
   *[other] { $count } zdarzenia
}
page-history-none = Nie zapisano jeszcze zdarzeń tego rodzaju.
page-order = Kolejność
page-order-dates = Według dat
page-order-newest = Od najnowszych
page-order-told = Tak, jak opowiada źródło
page-odd-dates = { $count ->
    [one] Jedna data nie zgadza się z kolejnością opowiadania
    [few] { $count } daty nie zgadzają się z kolejnością opowiadania
    [many] { $count } dat nie zgadza się z kolejnością opowiadania
   *[other] { $count } daty nie zgadzają się z kolejnością opowiadania
}
page-date-doubtful = data wątpliwa
page-date-not-stated = daty nie podano
page-joined = { $count ->
    [one] Przystępuje 1 członek
    [few] Przystępuje { $count } członków
    [many] Przystępuje { $count } członków
   *[other] Przystępuje { $count } członków
}: { $names }
page-left = { $count ->
    [one] Występuje 1 członek
    [few] Występuje { $count } członków
    [many] Występuje { $count } członków
   *[other] Występuje { $count } członków
}: { $names }
page-answered = Odpowiedź na nabór „{ $call }”: { $state }
page-period = { $from } – { $to }
page-since = od: { $from }
page-until = do: { $to }
page-since-day = od { $from }
page-until-day = do { $to }

# Dokumenty.
page-count-documents = { $count ->
    [one] { $count } dokument
    [few] { $count } dokumenty
    [many] { $count } dokumentów
   *[other] { $count } dokumenty
}
page-documents-none = Partnerstwo nie udostępniło jeszcze dokumentu.
page-download = Pobierz plik { $name }
page-file-size = { $kilobytes } KB
page-period-of = Okres
page-signatures = Podpisy
page-signatures-none = Źródła nie podają, kto podpisał ten dokument.
page-count-signatures = { $count ->
    [one] { $count } podpis
    [few] { $count } podpisy
    [many] { $count } podpisów
   *[other] { $count } podpisy
}
page-adopted-by = Uchwały w sprawie tego dokumentu
page-stands-on-it = Co się na nim opiera

# Organy, posiedzenia, uchwały.
page-bodies-none = Nie zapisano jeszcze żadnego organu.
page-count-seats = { $count ->
    [one] { $count } miejsce
    [few] { $count } miejsca
    [many] { $count } miejsc
   *[other] { $count } miejsca
}
page-seats-possible = { $seats } na pewno, być może jeszcze { $possible }
page-second-function = Zarazem:
page-seats-on = Skład: { $date }
page-seats-asked = Skład na dzień, miesiąc albo rok
page-seats-none = Na ten dzień nie wiadomo, kto zasiada w tym organie.
page-institution = Instytucja
page-term = Kadencja
page-quorum-label = Kworum
page-quorum = co najmniej { $percent }% miejsc
page-rule-not-stated = nie podano
page-meetings = Posiedzenia
page-resolutions = Uchwały
page-agenda = Porządek obrad
page-attendance = Obecność
page-turnout = Obsadzonych { $present } z { $seats } miejsc z prawem głosu.
page-votes = za { $for }, przeciw { $against }, wstrzymało się { $abstained }
page-votes-heading = Głosowanie
page-resolution-number = Uchwała nr { $number }
page-carried = Kworum i większość osiągnięto
page-no-quorum = Kworum nie osiągnięto
page-no-majority = Większości nie osiągnięto
page-vote-open = Nie da się ustalić, czy głosowanie było ważne
page-reason-no-seats = Organ nie ma tego dnia miejsca z prawem głosu.
page-reason-quorum-not-stated = Organ nie podaje kworum.
page-reason-attendance = Nie zapisano obecności.
page-reason-quorum-missed = Obecnych było { $present } z { $seats }, potrzeba { $needed }.
page-reason-majority-not-stated = Organ nie podaje wymaganej większości; przyjęto zwykłą: więcej głosów za niż przeciw.
page-reason-votes = Nie zapisano głosów.
page-reason-majority-missed = Za było { $for }, potrzeba { $needed }.
page-reason-too-many = Głosów jest { $votes }, a obecnych { $present }.
page-applied = wykonano { $date }
page-not-applied = jeszcze niewykonane

# Etapy.
page-stages-lead = Dziewiętnaście etapów życia partnerstwa w stałej kolejności. Etapy mogą na siebie zachodzić.
page-took-part = Wzięli udział (osoby, bez danych osobowych):
page-took-part-group = { $group }: { $count }
page-passage-ahead = jeszcze nie rozpoczęty
page-passage-planned = planowany
page-passage-here = trwa
page-passage-done = zakończony
page-passage-skipped = pominięty
page-passage-not-recorded = nie zapisano
page-gate-initiator = Inicjator lub lider jest zapisany.
page-gate-no-initiator = Czeka na inicjatora lub lidera.
page-gate-two-units = Zainteresowane są co najmniej dwa samorządy.
page-gate-no-two-units = Czeka na co najmniej dwa zainteresowane samorządy.
page-gate-agreement = Porozumienie lub statut obowiązuje.
page-gate-no-agreement = Czeka na obowiązujące porozumienie lub statut.
page-gate-data = Dane są wczytane.
page-gate-no-data = Czeka na dane.
page-gate-strategy = Jest co najmniej projekt strategii.
page-gate-no-strategy = Czeka na projekt strategii.

# Aktualności i nabory.
page-news-none = Nie ma jeszcze aktualności.
page-calls-lead = Zaproszenia i konkursy, na które partnerstwa odpowiadają.
page-calls-none = Nie zapisano jeszcze żadnego naboru.
page-call-conditions = Warunki naboru
page-answers-to-call = Odpowiedzi na nabór
page-answers-none = Żadne opublikowane partnerstwo nie odpowiedziało jeszcze na ten nabór.
page-check-members = Sprawdź członków
page-limit = limit { $limit }
page-eligible = Czy członkowie spełniają warunki: { $name }
page-eligible-on-answer = Stan na dzień odpowiedzi: { $date }. Czego nie wiadomo, to ani nie jest spełnione, ani niespełnione.
page-eligible-today = Stan na dziś: { $date }. Czego nie wiadomo, to ani nie jest spełnione, ani niespełnione.
page-admitted = Dopuszczony

page-check-whose = Czyich członków sprawdzić

# Pochodzenie i język.
page-origin-stated = w źródle
page-origin-external = zewnętrzne
page-origin-inferred = wywnioskowane
page-origin-invented = przykład wymyślony
page-only-in-polish = tylko po polsku
page-only-in-czech = tylko po czesku
page-only-in-english = tylko po angielsku
page-translation-outdated = tłumaczenie nieaktualne
