# Strony obszaru: pracownia na warsztacie i to, co widzi każdy.

lab-area = Obszar
lab-variants = Warianty obszaru
lab-variants-lead = Każdy wariant pamięta swoje jednostki, podstawę i każdą zmianę; jeden z nich przyjmuje się uchwałą.
lab-variants-caption = Podstawa, jednostki i liczby każdego wariantu
lab-no-variants = Tu będą warianty obszaru funkcjonalnego. Załóż pierwszy: metodą, wklejoną listą albo pusty.
lab-no-public-variant = Nie opublikowano jeszcze żadnego wariantu obszaru.
lab-adopted-lead = Przyjęty uchwałą { $number }.
lab-to-lab = Otwórz w pracowni
lab-stated = { $number } (podano)
lab-column-variant = Wariant
lab-column-state = Stan
lab-status-draft = Roboczy
lab-status-proposed = Zaproponowany
lab-status-adopted = Przyjęty uchwałą { $number }; już się nie zmienia

lab-begin = Nowy wariant
lab-begin-act = Załóż wariant
lab-begin-from = Zacznij od jednostek wariantu
lab-begin-empty = żadnej jednostki
lab-begin-members = członkowie partnerstwa
lab-begin-on = Członkowie w dniu
lab-begin-on-hint = Tylko gdy zaczynasz od członków; puste oznacza dziś. Na przykład 2015-12-22.
lab-begin-area = Nowy wariant z nim
lab-failure-no-members = Tego dnia partnerstwo nie miało członków z kodem.
lab-hint-no-members = Wybierz inny dzień albo zacznij bez żadnej jednostki.
lab-name = Nazwa wariantu
lab-name-hint = Na przykład „Rdzeń i pierścień, 15 %”.
lab-failure-no-name = Wariant nie ma jeszcze nazwy.
lab-failure-form = Nie można odczytać formularza.
lab-hint-form = Wróć do strony i wyślij go ponownie.
lab-failure-no-such-table = Nie ma tu takiej tabeli przepływów.
lab-failure-no-resolution = Nie wybrano uchwały.

lab-table = Tabela przepływów
lab-take-table = Weź tę tabelę
lab-method = Metoda
lab-choose-method = Pokaż jej parametry
lab-parameters = Parametry
lab-parameter-hint = { $source }
lab-parameter-usual = Zwykle: { $usual } · { $source }
lab-open-parameters = Metoda, listy i progi
lab-steps = Co robi metoda, krok po kroku
lab-method-page = Wszystko o tej metodzie
lab-presets = Typowe zestawy wartości
lab-preset-none = własne wartości
lab-further = Dalsze parametry
lab-methods = Metody
lab-methods-lead = Każda metoda odpowiada na inne pytanie. Wybierz tę, której pytanie jest Twoim pytaniem; wtedy jej kroki i parametry dadzą się obronić.
lab-parameters-caption = Parametry i ich zwykłe wartości
lab-parameter = Co się ustawia
lab-column-usual = Zwykła wartość
lab-sources = Źródła
lab-method-command = W programie wiersza poleceń
lab-slider = Suwak, w procentach: { $parameter }
lab-employed-share = Udział pracujących wśród mieszkańców
lab-employed-share-hint = Tabela liczy tylko wyjeżdżających z gminy. Z tego udziału szacuje się tych, którzy zostają, a wszystkie liczby na tym oparte są oznaczone.
lab-area-of = Obszar wokół
lab-area-of-hint = Kody jednostek, których obszary przejmuje wariant, oddzielone przecinkami. Puste pole: wokół rdzeni, inaczej wokół rdzenia wariantu, inaczej wokół członków.
lab-run = Uruchom metodę
lab-word-istat-example = przykład włoskiego urzędu statystycznego
lab-word-ons-2011 = obszary dojazdów do pracy w Zjednoczonym Królestwie, 2011
lab-word-cma-canada = obszary metropolitalne spisu Kanady
lab-word-istat-compatible = jak program wzorcowy
lab-word-aggregated = jako całość
lab-word-employed-residents = pracujący mieszkańcy
lab-word-out-commuters = wyjeżdżający z jednostki
lab-word-interchange = wymiana z rdzeniem
lab-word-two-sided = oba kierunki
lab-word-working-age = mieszkańcy w wieku produkcyjnym
lab-word-modularity = modularność
lab-word-cpm = stała gęstość (CPM)
lab-word-gravity = grawitacja odległości
lab-word-radiation = radiacja
lab-word-units = jednostki
lab-word-population = mieszkańcy
lab-word-unrecorded = nie koduje się
lab-word-recorded = koduje się
lab-word-true = tak
lab-word-false = nie

lab-paste = Włącz lub wyłącz według listy
lab-paste-label = Nazwy lub kody jednostek
lab-paste-for = Co z nimi zrobić
lab-paste-in = Włącz je
lab-paste-out = Wyłącz je
lab-paste-instead = Niech będą całym wariantem
lab-paste-act = Weź listę
lab-paste-put-in = Włączono: { $new }. Były już w wariancie: { $old }.
lab-paste-took-out = Wyłączono: { $new }. Nie było ich w wariancie: { $old }.
lab-paste-is-whole = Jednostek w wariancie jest teraz: { $all }. Nowe: { $new }. Były już wcześniej: { $old }.
lab-paste-repeated = Podane więcej niż raz: { $names }.
lab-paste-other-kind = { $code } wzięto jako { $unit }: rejestr ma ją z innym rodzajem.
lab-paste-part = { $code } jest częścią gminy i nie została wzięta; całość to { $unit }.
lab-paste-no-kind = { $code } nie wzięto: żaden rejestr tutaj nie ma tego rodzaju; te same sześć cyfr ma { $unit }.
lab-paste-unknown = Nieznane: { $names }.
lab-paste-several = Nazwę { $name } ma kilka jednostek: wybierz spośród { $codes }.

lab-limits = Progi reguł
lab-limits-act = Zestaw z tymi progami
lab-limit-core = Liczba mieszkańców wymagana od rdzenia
lab-limit-share = Udział pracujących w rdzeniu w każdej jednostce
lab-core = Jednostki rdzenia
lab-core-hint = Kody oddzielone przecinkami; bez nich liczy się jednostka z największą liczbą miejsc pracy.

lab-adopt = Przyjmij uchwałą
lab-adopt-label = Uchwała
lab-adopt-act = Przyjmij wariant
lab-adopt-none = To partnerstwo nie podjęło jeszcze żadnej uchwały.

lab-undo = Cofnij
lab-redo = Powtórz
lab-put-in = Włącz
lab-take-out = Wyłącz
lab-files = Pliki tego wariantu:
lab-record = Nazwa, stan i uwagi
lab-partition = Wszystkie obszary metody
lab-partition-lead = { $count ->
    [one] { $method }: { $count } obszar.
    [few] { $method }: { $count } obszary.
   *[other] { $method }: { $count } obszarów.
}
lab-partition-file = Obszary jako tabela (CSV)
lab-take-area = Weź ten obszar
lab-own-area = ten wariant
lab-column-pieces = Części

lab-caption-around = Jednostki wokół: stykają się z obszarem, wysyłają do niego wielu dojeżdżających albo są członkami
lab-column-standing = Położenie i dlaczego
lab-column-core = Do rdzenia, wśród { $whole }
lab-column-act = Zmiana
lab-nothing-in = Nie ma jeszcze żadnej jednostki. Uruchom metodę albo włącz jednostki według nazw lub kodów.
lab-no-map = Nie można narysować mapy: nie są znane granice ani siedziby tych jednostek. Tabele poniżej wymieniają wszystkie.
lab-no-table = Brak przepływów
lab-no-table-text = Ten wariant nie ma tabeli przepływów, więc nie wiadomo, ilu jest dojeżdżających i jaka jest samowystarczalność.
lab-untold = Przepływy niektórych jednostek są nieznane
lab-untold-text = Liczby dotyczące przepływów obejmują tylko część jednostek ({ $told } z { $all }): tabela nie zawiera wszystkich przepływów tych jednostek: { $names }. Kto tam dojeżdża lub stamtąd przyjeżdża, liczy się jako wyjeżdżający z obszaru lub przyjeżdżający z zewnątrz.
lab-legend = { $sign }: { $count }
lab-remark-apart = oddzielona od głównej części
lab-remark-no-member = nie jest członkiem
lab-remark-member = członek

lab-compare = Wszystkie warianty obok siebie
lab-compare-lead = Każda jednostka z wariantami, do których należy; najpierw te z największej liczby wariantów.
lab-compare-all-lead = Czym wyznaczono każdy wariant, z jakich danych, jak jest duży i na ile domknięty; który przyjęto i jaką decyzją.
lab-compare-caption = Warianty obszaru
lab-compare-two = Porównanie dwóch wariantów
lab-compare-one = Ten wariant
lab-compare-other = z tym
lab-compare-act = Porównaj
lab-list-of-units = Lista jednostek
lab-data-year = Rok danych
lab-column-flows = Przepływy
lab-method-list = Lista jednostek
lab-measures = Na ile oba są zgodne
lab-moved-units = Jednostki, które zmieniają stronę
lab-moved-population = Ich mieszkańcy
lab-moved-jobs = Ich miejsca pracy
lab-two-lead = Jednostki w obu: { $both }. Tylko w pierwszym: { $first }. Tylko w drugim: { $second }.
lab-whole = Wszystkie obszary obu metod
lab-whole-lead = Obie metody przydzielają do obszarów { $units } jednostek (liczba obszarów: { $first } i { $second }). Odpowiadające sobie obszary mają na obu mapach ten sam kolor.
lab-matches = Każdy obszar pierwszego wariantu z najbardziej podobnym obszarem drugiego; najpierw najmniej podobne
lab-column-jaccard = W obu, wśród wszystkich w którymkolwiek
lab-column-moved-out = Odeszło z obszaru
lab-column-moved-in = Doszło do niego
lab-changed-units = Jednostki, które zmieniają obszar
lab-shared = Jednostki w wariantach
lab-column-member = Członek
lab-column-in-variants = Warianty
lab-beside = Inny wariant obok tego
lab-beside-act = Pokaż obok siebie
lab-side-by-side = { $one } i { $other } obok siebie
lab-only-in = { $count ->
    [one] Tylko w wariancie „{ $variant }”: { $count } jednostka
    [few] Tylko w wariancie „{ $variant }”: { $count } jednostki
   *[other] Tylko w wariancie „{ $variant }”: { $count } jednostek
}
lab-in-both = { $count ->
    [one] W obu: { $count } jednostka
    [few] W obu: { $count } jednostki
   *[other] W obu: { $count } jednostek
}
lab-none = żadna
lab-agree-units = Jednostki wspólne wśród wszystkich z obu
lab-agree-population = Mieszkańcy wspólni wśród wszystkich z obu

lab-done-added = Włączono: { $unit }.
lab-done-removed = Wyłączono: { $unit }.
lab-done-undone = Cofnięto jeden krok.
lab-done-redone = Powtórzono jeden krok.
lab-done-ran = { $method }: metoda policzyła.
lab-done-pasted = Wzięto listę.
lab-done-table = Liczby pochodzą teraz z tej tabeli przepływów.
lab-done-limits = Reguły zestawiono z tymi progami.
lab-done-begun = Wariant został założony.
lab-done-adopted = Wariant jest przyjęty i już się nie zmienia.
lab-said-kept = zostaje { $share } wyjeżdżających

lab-job-title = Obliczenia dla: { $variant }
lab-job-lead = Obliczenia trwają długo i toczą się bez ciebie; możesz opuścić tę stronę i wrócić.
lab-job-waits = czeka
lab-job-runs = w toku
lab-job-forsaken = nie daje znaku życia, czeka na ponowne podjęcie
lab-job-failed = nie udało się
lab-job-look-again = Sprawdź ponownie
lab-job-back = Wróć do wariantu

lab-help = Klawisze
lab-help-close = Zamknij
lab-key-map = do mapy
lab-key-arrows = na mapie: do następnej jednostki
lab-key-enter = na mapie: włącz lub wyłącz jednostkę
lab-key-undo = cofnij (także Ctrl+Z)
lab-key-redo = powtórz (także Shift+Ctrl+Z)
lab-key-parameters = do parametrów
lab-key-table = do tabeli jednostek
lab-key-help = ta lista
lab-certainty = Jak pewna jest ta granica?
lab-certainty-of = Jak pewna jest granica wariantu „{ $variant }”?
lab-certainty-about = Przepływy losuje się wiele razy na nowo wokół tego, co policzono, i na każdych uruchamia się metodę. Jednostka jest tak pewna, jak duża jest część powtórzeń, w których pozostaje razem z siedzibą swojego obszaru.
lab-certainty-empty = Nikt jeszcze nie pytał o pewność tego wariantu.
lab-certainty-lead = { $sure } z { $units } jednostek obszaru pozostaje z jego siedzibą w co najmniej { $limit } z { $replicates } powtórzeń.
lab-certainty-mean = Średnia pewność jego jednostek
lab-certainty-edges = Jednostki na krawędzi
lab-certainty-no-edges = Żadna jednostka nie leży na krawędzi.
lab-certainty-replicates = Powtórzenia
lab-certainty-replicates-hint = Zwykle 200; tysiąc mówi więcej o rzadkich przypadkach i trwa pięć razy dłużej.
lab-certainty-areas = Obszary w powtórzeniu: najmniej–najwięcej (środek)
lab-certainty-caption = Jednostki obszaru i jego otoczenia
lab-certainty-column = Pewność
lab-certainty-edge = na krawędzi
lab-certainty-edge-sign = na krawędzi: poniżej { $limit }
lab-certainty-seat = Siedziba jej obszaru
lab-certainty-second = Poza tym najczęściej z
lab-certainty-second-share = w
lab-certainty-stale = Od tego czasu wariant się zmienił
lab-certainty-stale-text = Jego metoda, parametry albo tabela przepływów są teraz inne. Zapytaj ponownie, aby zobaczyć, jak pewna jest obecna granica.
lab-certainty-drawn = Powtórzenia: { $replicates }, { $draw }; ziarno { $seed }
lab-certainty-made-by = { $method }; wykonał { $program }
lab-certainty-ask = Wylosuj
lab-certainty-act = Losuj i pokaż
lab-certainty-limit = Próg
lab-certainty-limit-hint = Jednostka, która pozostaje w mniejszej części powtórzeń, leży na krawędzi. Zwykle 0,8.
lab-certainty-seed = Ziarno
lab-certainty-seed-hint = Ta sama liczba losuje te same przepływy, więc inni mogą sprawdzić wynik.
lab-certainty-draw = Jak losuje się przepływy
lab-draw-poisson = każdy przepływ osobno wokół swojej liczby (Poisson)
lab-draw-multinomial = pracujących mieszkańców każdej jednostki między ich miejsca pracy (rozkład wielomianowy)
lab-job-certainty = Pewność granicy
lab-job-still = Zatrzymaj odświeżanie
lab-job-refreshes = Strona sprawdza stan sama co kilka sekund.

lab-year-of-data = dane z { $year } r.
lab-same-as-members = te same jednostki co członkowie
lab-unlike-members = { $others ->
    [0] bez { $lacking } z członków
   *[other] { $lacking ->
        [0] jednostek spoza członków: { $others }
       *[other] jednostek spoza członków: { $others }, bez { $lacking } z członków
    }
}
lab-decided-by = uchwała nr { $number }, { $date }
lab-no-units-named = Źródło nie wymienia gmin.
