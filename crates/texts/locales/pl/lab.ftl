# Pracownia obszaru: warianty obszaru funkcjonalnego, na czym się opierają i z jakimi regułami się je zestawia.

lab-base-empty = Początek bez żadnej jednostki.
lab-base-list = { $count ->
    [one] Na początku lista: { $count } jednostka.
    [few] Na początku lista: { $count } jednostki.
   *[other] Na początku lista: { $count } jednostek.
}
lab-base-variant = { $count ->
    [one] Na początku { $count } jednostka z innego wariantu.
    [few] Na początku { $count } jednostki z innego wariantu.
   *[other] Na początku { $count } jednostek z innego wariantu.
}
lab-base-method = { $count ->
    [one] Wyznaczony metodą „{ $method }”: { $count } jednostka.
    [few] Wyznaczony metodą „{ $method }”: { $count } jednostki.
   *[other] Wyznaczony metodą „{ $method }”: { $count } jednostek.
}
lab-changed-by-hand = Późniejsze zmiany ręczne: { $count }.
lab-table-hash = SHA-256 tabeli przepływów: { $sha256 }
lab-no-source = nie podano źródła
lab-by-cells = według komórek wokół siedzib, nie według granic
lab-stranger = Żaden znany tu rejestr nie zawiera tej jednostki.

lab-report-kind = Wariant obszaru funkcjonalnego
lab-report-description = Jednostki, liczby, reguły i uzasadnienia wariantu „{ $title }”.
lab-term-resolution = Przyjęty uchwałą
lab-term-begun = Podstawa
lab-chapter-figures = Liczby
lab-chapter-map = Mapa
lab-chapter-rules = Reguły
lab-chapter-units = Jednostki i dlaczego należą do obszaru
lab-chapter-origin = Jak powstał
lab-caption-rules = Reguły i ich wynik
lab-caption-units = Jednostki obszaru
lab-column-rule = Reguła
lab-column-verdict = Wynik
lab-column-figure = Liczba
lab-column-code = Kod
lab-column-unit = Jednostka
lab-column-county = Powiat
lab-column-population = Ludność
lab-column-share = Do obszaru, wśród dojeżdżających do innej gminy
lab-column-why = Dlaczego

lab-figure-units = Jednostki
lab-figure-population = Ludność
lab-figure-area = Powierzchnia, km²
lab-figure-inside = Dojeżdżający między jednostkami
lab-figure-kept = Wyjeżdżający, którzy zostają w obszarze
lab-figure-supply = Mieszkańcy pracujący w obszarze
lab-figure-demand = Miejsca pracy zajęte przez mieszkańców
lab-figure-contiguity = Spójność
lab-figure-leaving = Wyjeżdżają z obszaru
lab-figure-arriving = Przyjeżdżają do obszaru
lab-figure-employed = Pracujący mieszkańcy
lab-figure-jobs = Miejsca pracy
lab-contiguity-yes = jedna część
lab-contiguity-unknown = nieznana
lab-contiguity-pieces = { $count ->
    [few] { $count } części
   *[other] { $count } części
}

lab-map-description = { $count ->
    [one] Mapa: { $count } jednostka i jej otoczenie.
    [few] Mapa: { $count } jednostki i ich otoczenie.
   *[other] Mapa: { $count } jednostek i ich otoczenie.
}
lab-map-core = Rdzeń: { $core }.
lab-map-one-piece = Obszar leży w jednej części.
lab-map-pieces = Obszar leży w { $count } częściach.
lab-map-schematic = Schematyczne komórki wokół siedzib zamiast granic.
lab-place-core = rdzeń
lab-place-begun = w obszarze
lab-place-added = włączona ręcznie
lab-place-removed = wyłączona ręcznie
lab-place-outside = poza obszarem
lab-told-share = { $share } dojeżdżających z niej do innej gminy jedzie do obszaru
lab-side-both = w obu
lab-side-only-here = tylko w tym wariancie
lab-side-only-there = tylko w drugim wariancie
lab-side-moved = zmienia obszar
lab-map-two = Jednostki w obu: { $both }. Tylko w tym wariancie: { $here }. Tylko w drugim: { $there }.
lab-map-whole = Mapa z { $areas } obszarami. Kreskowane są jednostki, które zmieniają obszar: { $changed }.
lab-certainty-map = Mapa pewności: { $units } jednostek; kreskowane { $edges } pozostają w swoim obszarze w mniej niż { $limit } powtórzeń.
lab-certainty-no-method = Wariant nie opiera się na żadnej metodzie, więc nie ma czego losować na nowo.
lab-certainty-no-method-hint = Najpierw uruchom metodę; lista jednostek nie ma własnej granicy, której można być pewnym.
lab-certainty-failure-range = Podane wartości nie pasują.
lab-certainty-hint-range = Podaj od 1 do { $most } powtórzeń, liczbę całkowitą jako ziarno i próg od 0 do 1.

lab-why-added = włączona ręcznie
lab-why-removed = wyłączona ręcznie
lab-why-listed = jest na liście, od której zaczął się wariant
lab-why-taken-over = jest w wariancie, od którego zaczął się ten
lab-why-grown-around = jest w obszarze od początku: inne jednostki dołączały do niej
lab-why-other-area = metoda przypisała ją do innego obszaru
lab-why-outside = nie należy do wariantu
lab-why-share = { $share } dojeżdżających z niej do pracy w innej gminie jedzie do tego obszaru
lab-why-strongest = najwięcej z nich jedzie do: { $unit } ({ $share })
lab-why-untold = tabela przepływów nie zawiera jej przepływów

lab-rule-contiguous = Obszar leży w jednej części
lab-rule-neighbours-inside = Każda jednostka ma w obszarze sąsiada
lab-rule-core-size = Rdzeń ma co najmniej { $limit } mieszkańców
lab-rule-commuter-share = Z każdej jednostki co najmniej { $limit } { $whole } pracuje w rdzeniu
lab-rule-made-again = Ta sama metoda na tych samych danych daje te same jednostki
lab-rule-members = Jednostki są członkami partnerstwa
lab-rule-compared = Opracowano co najmniej dwa warianty
lab-rule-counties = Powiaty, na których leży obszar
lab-verdict-met = spełniona
lab-verdict-broken = niespełniona
lab-verdict-open = nie wiadomo
lab-verdict-told = informacja
lab-rule-open = brak danych, o które pyta reguła
lab-rule-pieces = { $count ->
    [one] { $count } część
   *[other] części: { $count }, poza główną
}
lab-rule-lonely = { $count ->
    [one] { $count } jednostka bez sąsiada w obszarze
    [few] { $count } jednostki bez sąsiada w obszarze
   *[other] { $count } jednostek bez sąsiada w obszarze
}
lab-rule-core-population = { $count ->
    [one] { $count } mieszkaniec
   *[other] { $count } mieszkańców
}
lab-rule-lowest = najniższy udział { $share }
lab-rule-different = { $count ->
    [one] { $count } jednostka się różni
    [few] { $count } jednostki się różnią
   *[other] { $count } jednostek się różni
}
lab-rule-variants = { $count ->
    [one] { $count } wariant
    [few] { $count } warianty
   *[other] { $count } wariantów
}
lab-rule-counties-count = { $count ->
    [one] { $count } powiat
    [few] { $count } powiaty
   *[other] { $count } powiatów
}

lab-failure-no-flows = Metoda potrzebuje przepływów, a ten wariant nie ma tabeli przepływów.
lab-hint-flow-table = Najpierw wybierz tabelę przepływów albo wklej listę jednostek.
lab-hint-diagonal = Podaj udział pracujących wśród mieszkańców albo wybierz metodę, w której mianownikiem są wyjeżdżający.
lab-hint-share = Podaj udział większy od 0 i nie większy niż 1, na przykład 0,27 albo 27 %.
lab-hint-range = Wybierz inną wartość; obok pola każdego parametru jest napisane, co znaczy i co pasuje.
lab-hint-cores = Wskaż rdzenie ich kodami albo obniż liczbę miejsc pracy wymaganą od rdzenia.
lab-hint-figures = Zaimportuj liczby, o które pyta parametr, albo ustaw go z powrotem na 0.
lab-failure-empty = W wariancie nie ma jeszcze żadnej jednostki.
lab-hint-empty = Najpierw włącz jednostki: metodą, ręcznie albo wklejoną listą.
lab-failure-no-shapes = Nie są znane granice ani siedziby tych jednostek, więc nie ma czego narysować.
lab-hint-no-shapes = Zaimportuj granice albo pobierz tabelę, która ich nie potrzebuje.
lab-failure-no-area = Metoda nie włącza do żadnego obszaru jednostek, wokół których szukano obszaru.
lab-hint-no-area = Wybierz inny obszar wyniku albo inne parametry.
lab-failure-no-around = Pole „Obszar wokół” jest puste, a rdzeni ani członków tutaj nie znamy.
lab-failure-around-unknown = Żadna jednostka z pola „Obszar wokół” nie jest tu znana: { $codes }
lab-hint-no-around = Wpisz w pole „Obszar wokół” kod co najmniej jednej jednostki, na przykład miasta w środku obszaru.
lab-failure-no-file = Nie ma pliku tabeli przepływów.
lab-hint-no-file = Dołącz tabelę ponownie do jej zapisu albo wybierz inną tabelę przepływów.
lab-nothing-to-undo = Nie ma kroku do cofnięcia.
lab-nothing-to-redo = Nie ma cofniętego kroku do powtórzenia.
lab-nothing-hint = Wróć do wariantu; ktoś mógł wykonać krok przed tobą.
lab-failure-paste = Wklejony tekst nie wymienia żadnej znanej tu jednostki: { $examples }
lab-hint-paste = Wklej kody sześcio- lub siedmiocyfrowe albo nazwy, po jednej w wierszu lub oddzielone przecinkami.
lab-failure-frozen = Wariant przyjęto uchwałą { $number } i nie podlega już zmianom.
lab-hint-frozen = Załóż nowy wariant z jego jednostkami i zmieniaj tamten.
lab-failure-not-carried = Uchwała nie została podjęta, więc niczego nie przyjmuje.
lab-hint-not-carried = Najpierw zapisz głosowanie nad uchwałą albo wybierz inną.
lab-failure-another-adopted = Inny wariant jest już przyjęty.
lab-hint-another-adopted = Partnerstwo ma jeden przyjęty wariant; późniejsza uchwała musi uchylić pierwszą.
lab-failure-method = Metody „{ $method }” nie można uruchomić z tymi parametrami
lab-failure-parameter = „{ $value }” nie pasuje: { $parameter }
lab-wants-share = Podaj udział od 0 do 1, na przykład 0,15, albo procent, na przykład 15 %.
lab-wants-number = Podaj liczbę nie mniejszą niż { $least }.
lab-wants-choice = Wybierz jedno z podanych słów.
lab-criteria-hint = Każde kryterium w osobnym wierszu: wskaźnik, znak (>=, >, <=, <) i liczba; 15% oznacza udział. Po nich mogą stać: of region (średniej województwa), of country (średniej kraju), group NAZWA, weight LICZBA, mandatory (obowiązkowe). Wskaźniki: commuters_per_out_commuter, commuters_to_core, commuters_per_employed, commuters_per_1000_inhabitants, distance_to_core_km, population, density, jobs_per_employed. Przykład: commuters_per_out_commuter >= 25% mandatory
lab-wants-codes = Podaj kody jednostek: rdzenie oddziel przecinkami, jednostki jednego rdzenia połącz znakiem +.
lab-not-public = Tego przyjętego wariantu nie widzą jeszcze wszyscy
lab-not-public-act = Zdecyduj, kto go widzi

lab-answers-travel-to-work = Gdzie większość ludzi zarazem mieszka i pracuje, tak aby cały teren podzielił się na obszary możliwie zamknięte?
lab-answers-functional-urban-area = Które gminy należą do strefy dojazdów do miasta w rozumieniu Unii Europejskiej i OECD?
lab-answers-threshold = Które gminy wysyłają co najmniej zadaną część dojeżdżających do znanego rdzenia?
lab-answers-leiden = Które grupy gmin wymieniają między sobą więcej dojeżdżających, niż wynikałoby z samej ich wielkości?
lab-answers-map-equation = W których obszarach najdłużej pozostawałby ktoś, kto podąża za dojeżdżającymi od jednostki do jednostki?
lab-answers-intramax = Które gminy łączą się najpierw, jeśli w każdym kroku scala się dwie najsilniej powiązane?
lab-answers-self-contained = Które grupy gmin zatrzymują dość swoich pracujących i obsadzają dość swoich miejsc pracy, jak wymaga kanadyjski urząd statystyczny?
lab-answers-criteria = Które gminy spełniają dość uzgodnionych kryteriów, z których każde ma własny próg i wagę?
lab-answers-dominant-flow = Do którego większego ośrodka prowadzi najsilniejszy przepływ z każdej gminy?
