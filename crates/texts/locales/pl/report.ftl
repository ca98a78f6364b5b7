# Raport z delimitacji.

report-kind = Raport z delimitacji
report-contents = Spis treści
report-table = Tabela
report-figure = Rysunek
report-page = strona
report-of = z
report-skip = Przejdź do treści
report-description = { $title }: obszary z mapą i tabelami, metoda, wątpliwości i pochodzenie danych.

report-term-prepared-by = Opracowanie
report-term-day = Data
report-term-data = Dane
report-term-method = Metoda
report-term-program = Program
report-term-period = Okres
report-term-publisher = Wydawca danych
report-term-units = Jednostki
report-term-flows = Przepływy między jednostkami
report-term-persons = Osoby w przepływach
report-term-command = Polecenie
report-term-licence = Źródło i licencja

report-chapter-summary = W skrócie
report-chapter-data = Pytanie i dane
report-chapter-method = Metoda
report-chapter-map = Mapa
report-chapter-areas = Obszary
report-chapter-units = Gminy i ich obszary
report-chapter-doubts = Co jest wątpliwe
report-chapter-provenance = Pochodzenie

report-summary-lead = { $units ->
    [one] Zbadano { $units } jednostkę
    [few] Zbadano { $units } jednostki
    [many] Zbadano { $units } jednostek
   *[other] Zbadano { $units } jednostki
} i metodą „{ $method }” wyznaczono { $areas ->
    [one] { $areas } obszar funkcjonalny
    [few] { $areas } obszary funkcjonalne
    [many] { $areas } obszarów funkcjonalnych
   *[other] { $areas } obszaru funkcjonalnego
}. Obszar funkcjonalny łączy gminy, których mieszkańcy wspólnie mieszkają i pracują: większość osób, które w nim mieszkają, w nim także pracuje.
report-summary-inside = Spośród wszystkich pracujących mieszkańców { $share } pracuje w tym obszarze, w którym mieszka.
report-summary-largest = Największy pod względem liczby pracujących mieszkańców jest obszar { $area }: { $units ->
    [one] { $units } jednostka
    [few] { $units } jednostki
    [many] { $units } jednostek
   *[other] { $units } jednostki
}, pracujący mieszkańcy: { $employed }.
report-summary-doubts = { $count ->
    [one] Przed podjęciem decyzji uwagi wymaga jeden rodzaj wątpliwości; wymienia go rozdział { $chapter }.
    [few] Przed podjęciem decyzji uwagi wymagają { $count } rodzaje wątpliwości; wymienia je rozdział { $chapter }.
    [many] Przed podjęciem decyzji uwagi wymaga { $count } rodzajów wątpliwości; wymienia je rozdział { $chapter }.
   *[other] Przed podjęciem decyzji uwagi wymaga { $count } rodzaju wątpliwości; wymienia je rozdział { $chapter }.
}
report-summary-no-doubts = Ani w danych, ani w wyniku nie znaleziono nic wątpliwego.
report-figure-areas = { $count ->
    [one] obszar funkcjonalny
    [few] obszary funkcjonalne
    [many] obszarów funkcjonalnych
   *[other] obszaru funkcjonalnego
}
report-figure-units = { $count ->
    [one] zbadana jednostka
    [few] zbadane jednostki
    [many] zbadanych jednostek
   *[other] zbadanej jednostki
}
report-figure-employed = pracujący mieszkańcy
report-figure-inside = pracuje w obszarze, w którym mieszka
report-figure-edge = { $count ->
    [one] jednostka na styku obszarów
    [few] jednostki na styku obszarów
    [many] jednostek na styku obszarów
   *[other] jednostki na styku obszarów
}
report-figure-unassigned = { $count ->
    [one] jednostka poza obszarami
    [few] jednostki poza obszarami
    [many] jednostek poza obszarami
   *[other] jednostki poza obszarami
}

report-note-modelled = Przepływy modelowane
report-note-modelled-text = Przepływów nie policzono: wyznaczył je model na podstawie danych o jednostkach i odległości między nimi. Obszary, udziały i granice pokazują to, co model zakłada; policzone przepływy mogą dać inne.
report-note-estimated = Wartości szacunkowe
report-note-estimated-text = Liczbę osób, które mieszkają i pracują w tej samej jednostce, oszacowano na podstawie liczby ludności. Szacunkowe są wszystkie oparte na niej wartości: pracujący mieszkańcy, miejsca pracy i udziały.
report-note-upper-bound = Górna granica
report-note-upper-bound-text = Liczbę osób, które mieszkają i pracują w tej samej jednostce, obliczono jako różnicę pracujących mieszkańców i dojeżdżających. Dojeżdżający, których brakuje w opublikowanych przepływach, zostali w ten sposób policzeni jako pracujący na miejscu, dlatego udziały pracujących we własnym obszarze są górną granicą.
report-note-schematic = Mapa schematyczna
report-note-schematic-text = Mapa przedstawia komórki narysowane wokół siedzib jednostek. Nie są to granice administracyjne; nie mówią nic o wielkości ani o kształcie.
report-note-example = Przykład

report-question-default = Które gminy tworzą całość, ponieważ ich mieszkańcy dojeżdżają między nimi do pracy, i którędy przebiegają granice takich obszarów?
report-section-treatment = Co zrobiono z danymi
report-section-question = Pytanie
report-section-data = Dane

report-diagonal-counted = Osoby, które mieszkają i pracują w tej samej jednostce, są policzone w źródle; wartości użyto bez zmian.
report-diagonal-absent = Źródło zawiera tylko osoby dojeżdżające poza swoją jednostkę. Liczba osób, które mieszkają i pracują w tej samej jednostce, jest nieznana, nie można więc było obliczyć udziałów w liczbie mieszkańców ani miejsc pracy.
report-diagonal-worked-out = Źródło zawiera tylko osoby dojeżdżające poza swoją jednostkę. Liczbę osób, które mieszkają i pracują w tej samej jednostce, obliczono jako różnicę pracujących mieszkańców (lub miejsc pracy) i dojeżdżających.
report-diagonal-estimated = Źródło zawiera tylko osoby dojeżdżające poza swoją jednostkę. Liczbę osób, które mieszkają i pracują w tej samej jednostce, oszacowano na podstawie liczby ludności i udziału pracujących.
report-diagonal-estimated-share = Źródło zawiera tylko osoby dojeżdżające poza swoją jednostkę. Liczbę osób, które mieszkają i pracują w tej samej jednostce, oszacowano na podstawie liczby ludności, przyjmując udział pracujących { $share }.
report-parts-folded = { $count ->
    [one] { $count } miasto lub część wiejską dołączono do całej gminy.
    [few] { $count } miasta i części wiejskie dołączono do całych gmin.
    [many] { $count } miast i części wiejskich dołączono do całych gmin.
   *[other] { $count } miasta i części wiejskiej dołączono do całych gmin.
}
report-between-parts = { $count ->
    [one] { $count } wiersz prowadzi z gminy do niej samej
    [few] { $count } wiersze prowadzą z gminy do niej samej
    [many] { $count } wierszy prowadzi z gminy do niej samej
   *[other] { $count } wiersza prowadzi z gminy do niej samej
} (liczba osób: { $persons }). Są to dojazdy między miastem a częścią wiejską, a nie osoby, które mieszkają i pracują na miejscu; zachowano je osobno.
report-no-places = Cele, które nie są miejscem na mapie (dom, brak stałego miejsca, zagranica), pominięto; liczba osób: { $persons }. Kody: { $codes }.
report-duplicates-summed = { $count ->
    [one] { $count } para jednostek występowała w pliku wielokrotnie; jej wartości zsumowano.
    [few] { $count } pary jednostek występowały w pliku wielokrotnie; ich wartości zsumowano.
    [many] { $count } par jednostek występowało w pliku wielokrotnie; ich wartości zsumowano.
   *[other] { $count } pary jednostek występowało w pliku wielokrotnie; ich wartości zsumowano.
}
report-suppressed-told = { $count ->
    [one] { $count } przepływ został utajniony przez wydawcę; nie zastąpiono go żadną wartością.
    [few] { $count } przepływy zostały utajnione przez wydawcę; nie zastąpiono ich żadną wartością.
    [many] { $count } przepływów zostało utajnionych przez wydawcę; nie zastąpiono ich żadną wartością.
   *[other] { $count } przepływu zostało utajnione przez wydawcę; nie zastąpiono ich żadną wartością.
}
report-threshold-told = Przepływów mniejszych niż { $threshold } osób nie publikuje się; brakuje ich w danych.

report-method-travel-to-work = Obszary zamieszkania i pracy
report-method-travel-to-work-1 = Metoda szuka obszarów, w których większość mieszkańców pracuje na miejscu, a większość miejsc pracy zajmują mieszkańcy. Na początku każda gmina jest osobno. Otwierany jest obszar najdalszy od spełnienia wymagań, a jedna z jego gmin przechodzi do obszaru, z którym wymienia najwięcej dojeżdżających w stosunku do wielkości obu; przejście jest przyjmowane tylko wtedy, gdy obszar przyjmujący na tym nie traci.
report-method-travel-to-work-2 = Gmina, której żaden obszar nie może przyjąć, czeka w rezerwie. Gdy wszystkie obszary spełniają wymagania, gminy z rezerwy trafiają tam, dokąd prowadzi najsilniejsza więź, już bez sprawdzania; obszar może przez to przestać spełniać wymagania, a raport takie obszary wymienia.
report-method-travel-to-work-3 = Duże obszary mogą być mniej samowystarczalne niż małe: między wielkością najmniejszą a docelową wymagany udział stopniowo maleje. Jest to metoda Coombesa i Bonda (2008) w postaci stosowanej przez włoski urząd statystyczny.
report-method-functional-urban-area = Miejski obszar funkcjonalny
report-method-functional-urban-area-1 = Metoda wychodzi od miast. Gmina należy do strefy dojazdów miasta, jeżeli pracuje w nim dostatecznie wielu jej pracujących mieszkańców; jeżeli spełnia warunek dla kilku miast, trafia do tego, w którym udział jest największy.
report-method-functional-urban-area-2 = Miasta, między którymi dojeżdża dostatecznie wiele osób, liczą się jako jeden cel. Gminy otoczone jednym obszarem są dołączane, a gminy, które nie stykają się ze swoim obszarem, odpadają.
report-method-functional-urban-area-3 = Jest to definicja Unii Europejskiej i OECD (Dijkstra, Poelman i Veneri 2019).
report-method-threshold = Rdzeń i strefa zewnętrzna według progu
report-method-threshold-1 = Metoda wychodzi od rdzeni. Gmina należy do strefy rdzenia, jeżeli udział dojeżdżających do niego osiąga próg; spośród kilku rdzeni wygrywa ten o największym udziale.
report-method-threshold-2 = Udział ma mianownik, który wpływa na wynik; podano go w tabeli parametrów.
report-method-threshold-3 = Gminy poniżej progu nie należą do żadnego obszaru. Tak ma być: metoda nie rozdziela całego terytorium.
report-method-leiden = Obszary gęstych powiązań
report-method-leiden-1 = Metoda szuka podziału, w którym obszary wymieniają wewnątrz więcej dojeżdżających, niż należałoby oczekiwać. To, czego się oczekuje, wynika – zależnie od ustawienia – z liczby pracujących mieszkańców i miejsc pracy jednostek (modularność), ze stałej gęstości (CPM) albo z wielkości i odległości (grawitacja, radiacja).
report-method-leiden-2 = Jednostki przechodzą kolejno do obszaru, w którym zysk jest największy; obszary dzieli się na dobrze powiązane części, a części przechodzą dalej. Poszukiwanie zaczyna się kilka razy od nowa i zachowuje się najlepszy podział. Każdy obszar jest spójny pod względem przepływów.
report-method-leiden-3 = Liczą się także osoby, które mieszkają i pracują w tej samej jednostce. Przy rozdzielczości 1 obszary mają wielkość regionów; większe wartości dają mniejsze obszary i żadna z nich nie jest tą właściwą: trzeba porównać kilka. Sposób poszukiwania podali Traag, Waltman i van Eck (2019).
report-method-map-equation = Obszary błądzenia losowego
report-method-map-equation-1 = Wędrowiec przechodzi z jednostki do jednostki tym częściej, im więcej dojeżdżających wymieniają. Obszary to podział, przy którym jego drogę można opisać najkrócej: długo pozostaje w obszarze, zanim go opuści.
report-method-map-equation-2 = Domyślnie nie liczą się osoby, które mieszkają i pracują w tej samej jednostce, bo z nimi większość obszarów byłaby pojedynczymi jednostkami.
report-method-map-equation-3 = Jest to inne spojrzenie na powiązania, a nie lokalny rynek pracy: nie wymaga się ani samowystarczalności, ani wielkości. Miarę podali Rosvall i Bergstrom (2008).
report-method-criteria = Rdzeń i otoczenie według listy kryteriów
report-method-criteria-1 = Metoda wychodzi od rdzeni. Każdą inną gminę ocenia się względem jednego rdzenia według listy kryteriów; każde kryterium porównuje jeden wskaźnik z progiem, wprost albo jako część średniej regionu lub kraju.
report-method-criteria-2 = Gmina należy do obszaru swojego rdzenia, jeżeli spełnia dostatecznie wiele kryteriów, co podaje tabela parametrów. Kryterium, dla którego brakuje wskaźnika, nigdy nie jest spełnione; lista kryteriów wymienia takie przypadki.
report-method-criteria-3 = Tak delimituje się miejskie obszary funkcjonalne w Polsce (Śleszyński 2013). Kryteria i progi są tymi, które podano; program nie ma własnych.
report-method-dominant-flow = Przepływ dominujący
report-method-dominant-flow-1 = Każda gmina należy do obszaru ważniejszej gminy, do której dojeżdża najwięcej jej mieszkańców. Gmina, której największy przepływ prowadzi do mniej ważnej albo która nie ma przepływu wystarczającej wielkości, jest głową obszaru.
report-method-dominant-flow-2 = Jest to metoda Nystuena i Daceya (1961). Śledzi tylko największy przepływ i nie pyta, jak jest duży, chyba że ustalono najmniejszy przepływ lub udział.
report-method-intramax = Intramax: łączenie według interakcji
report-method-intramax-1 = Każda gmina jest na początku osobnym obszarem. W każdym kroku łączą się dwa obszary, między którymi dzieje się najwięcej w stosunku do tego, czego można oczekiwać po wielkości obu. Wszystkie połączenia, z udziałem osób mieszkających i pracujących w tym samym obszarze, zawiera plik fusions.csv.
report-method-intramax-2 = Obszary są te z chwili, którą podaje tabela parametrów. Małe obszary łączą się najpierw; jest to znana cecha metody.
report-method-intramax-3 = Jest to metoda Massera i Browna (1975).
report-method-self-contained = Samowystarczalne obszary pracy
report-method-self-contained-1 = Każda gmina jest na początku osobnym obszarem. Obszar, któremu najwięcej brakuje do wymaganej samowystarczalności, łączy się z tym, z którym ma najsilniejsze powiązanie, aż wszystkie są dostatecznie samowystarczalne. Im mniejszy obszar, tym więcej się od niego wymaga.
report-method-self-contained-2 = Obszarów nigdy się ponownie nie otwiera, dlatego są nieliczne i duże. Jest to metoda kanadyjskiego urzędu statystycznego (Munro, Alasia i Bollman 2011).
report-method-other = Metodę opisano w podręczniku programu pod nazwą { $method }.
report-contiguity-told = Następnie scalono obszary, które na mapie rozpadały się na kilka części: część bez połączenia przeszła do sąsiedniego obszaru o najsilniejszej więzi.

report-parameters-caption = Parametry metody w podanej postaci
report-column-parameter = Parametr
report-column-value = Wartość
report-column-meaning = Znaczenie
report-parameter-preset = nazwany zestaw wartości; wartości podane osobno mają pierwszeństwo
report-parameter-min-size = liczba pracujących mieszkańców wymagana w najmniejszym obszarze
report-parameter-min-self-containment = samowystarczalność wymagana w obszarze o wielkości docelowej lub większym
report-parameter-target-size = liczba pracujących mieszkańców, od której wystarcza niższa samowystarczalność
report-parameter-target-self-containment = samowystarczalność wymagana w najmniejszym obszarze
report-parameter-rule = jak w następnym kroku oceniany jest otwarty obszar: jednostka po jednostce, jak w programie wzorcowym, albo jako całość
report-parameter-cores = kody rdzeni; puste: rdzenie wyznaczone regułą
report-parameter-core-min-jobs = miejsca pracy wymagane w rdzeniu wyznaczonym regułą
report-parameter-core-min-job-ratio = miejsca pracy na pracującego mieszkańca wymagane w rdzeniu wyznaczonym regułą
report-parameter-core-min-population = liczba mieszkańców wymagana w rdzeniu wyznaczonym regułą
report-parameter-core-min-density = liczba mieszkańców na kilometr kwadratowy wymagana w rdzeniu wyznaczonym regułą
report-parameter-core-clusters = czy stykające się jednostki o wymaganej gęstości tworzą jeden rdzeń, którego pozostałe wielkości liczy się razem
report-parameter-grid-density = liczba mieszkańców kilometra kwadratowego siatki ludności, od której może on należeć do centrum miejskiego
report-parameter-grid-population = liczba mieszkańców wymagana w centrum miejskim siatki ludności
report-parameter-city-share = udział mieszkańców jednostki mieszkających w centrum miejskim, od którego jest ona miastem
report-parameter-commuting = udział pracujących mieszkańców, którzy pracują w mieście, wymagany w jego strefie
report-parameter-merge = udział pracujących mieszkańców miasta pracujących w innym mieście, od którego oba liczą się jako jedno
report-parameter-merge-iterated = czy połączone miasta porównuje się ponownie
report-parameter-exclaves = czy odpadają jednostki, które nie stykają się ze swoim obszarem
report-parameter-enclaves = czy dołącza się jednostki otoczone jednym obszarem
report-parameter-enclave-border-share = udział granicy, który otacza enklawę
report-parameter-share = udział, od którego jednostka należy do rdzenia
report-parameter-denominator = do czego odnosi się liczba dojeżdżających do rdzenia
report-parameter-reverse-share = udział miejsc pracy jednostki zajętych przez mieszkańców rdzenia, który również wystarcza
report-parameter-min-commuters = liczba osób, poniżej której udział się nie liczy
report-parameter-cascading = czy jednostki strefy są rdzeniem dla dalszej strefy
report-parameter-quality = co czyni obszary dobrymi: więcej dojeżdżających wewnątrz, niż wynika z wielkości, ze stałej gęstości albo z wielkości i odległości
report-parameter-resolution = waga tego, czego się oczekuje; większe wartości dają mniejsze obszary
report-parameter-node-size = tylko CPM: czy gęstość to osoby na parę jednostek, czy na parę mieszkańców
report-parameter-class-km = tylko grawitacja: szerokość klas odległości w kilometrach
report-parameter-seed = liczba, z której wynika wszystko, co losowe
report-parameter-trials = ile razy poszukiwanie zaczyna się od nowa; zostaje najlepsze
report-parameter-iterations = największa liczba rund jednej próby
report-parameter-self-flows = czy liczą się osoby, które mieszkają i pracują w tej samej jednostce
report-parameter-directed = czy wędrowiec idzie za przepływami tylko od zamieszkania do pracy
report-parameter-teleportation = czy nowe początki wędrówki koduje się jak inne kroki
report-parameter-teleport = prawdopodobieństwo, że wędrowiec zacznie od nowa w innym miejscu
report-parameter-criteria = kryteria, każde w osobnym wierszu albo po średniku
report-parameter-min-criteria = ile kryteriów musi spełnić jednostka; 0 niczego nie wymaga
report-parameter-min-groups = w ilu grupach kryteriów musi spełnić warunki jednostka; 0 niczego nie wymaga
report-parameter-group-criteria = ile spełnionych kryteriów wystarcza w grupie
report-parameter-min-weight = suma wag spełnionych kryteriów, której potrzebuje jednostka; 0 niczego nie wymaga
report-parameter-mean = jak liczy się średnie kraju i regionu
report-parameter-region-digits = ile pierwszych znaków kodu oznacza region
report-parameter-core-choice = względem którego rdzenia ocenia się jednostkę
report-parameter-importance = co stanowi o ważności jednostki
report-parameter-min-flow = liczba osób, poniżej której przepływ się nie liczy
report-parameter-min-share = udział w wyjeżdżających z jednostki, poniżej którego przepływ się nie liczy
report-parameter-rank = nazwa wskaźnika, który zawiera rangę każdej jednostki
report-parameter-stop = w której chwili bierze się obszary
report-parameter-areas = ile ma być obszarów, jeżeli taka jest reguła
report-parameter-internal-share = wystarczający udział osób mieszkających i pracujących w tym samym obszarze, jeżeli taka jest reguła
report-parameter-jump = zbyt duży wzrost tego udziału przez jedno połączenie, jeżeli taka jest reguła
report-parameter-contiguous = czy łączą się tylko obszary, które się stykają
report-parameter-diagonal = czy liczą się osoby mieszkające i pracujące w tej samej jednostce
report-parameter-small-size = liczba pracujących mieszkańców, do której wymaga się wyższej samowystarczalności
report-parameter-large-size = liczba pracujących mieszkańców, od której wystarcza niższa samowystarczalność
report-parameter-small-self-containment = samowystarczalność wymagana od najmniejszych obszarów
report-parameter-large-self-containment = samowystarczalność wymagana od dużych obszarów

report-map-caption = { $title }: obszary funkcjonalne
report-map-caption-schematic = { $title }: obszary funkcjonalne, mapa schematyczna
report-map-absent = Nie podano granic ani siedzib, dlatego nie ma mapy. Tabele mówią wszystko to, co powiedziałaby mapa.

report-areas-lead = Kolejność według liczby pracujących mieszkańców. Dwa udziały mówią, na ile obszar jest zamknięty: ilu spośród jego mieszkańców pracuje na miejscu i ile spośród jego miejsc pracy zajmują mieszkańcy.
report-areas-caption = Obszary funkcjonalne
report-units-lead = Kolejność według obszaru i kodu, wraz z powodem, dla którego jednostka jest tam, gdzie jest.
report-units-caption = Jednostki, ich obszary i najsilniejsze więzi
report-column-area = Obszar
report-column-unit = Jednostka
report-column-code = Kod
report-column-units = Jednostki
report-column-population = Ludność
report-column-employed = Pracujący mieszkańcy
report-column-jobs = Miejsca pracy
report-column-internal = Mieszkają i pracują
report-column-supply = Mieszkańcy pracujący na miejscu
report-column-demand = Miejsca pracy mieszkańców
report-column-job-ratio = Miejsca pracy na mieszkańca
report-column-validity = Ocena
report-column-pieces = Części
report-column-own-share = Pracuje we własnym obszarze
report-column-strongest = Najsilniejszy cel
report-column-reason = Dlaczego tutaj
report-column-given = Podano
report-column-leaving = Wyjeżdża
report-column-other-area = Inny obszar
report-column-other-share = Pracuje w innym obszarze
report-column-margin = Przewaga
report-unit-number = liczba
report-unit-persons = osoby
report-unit-share = %
report-unit-points = pkt proc.
report-unit-quotient = iloraz
report-totals = Wszystkie obszary
report-strongest = { $unit } ({ $persons })
report-no-area = poza obszarami
report-legend-missing = – brak wartości w danych.
report-legend-validity = Ocena 1 lub wyższa: obszar spełnia wymagania metody.
report-legend-pieces = Części: fragmenty bez wspólnej granicy; 1 oznacza obszar spójny.
report-legend-margin = Przewaga: o ile punktów procentowych mniej osób pracuje w innym obszarze niż we własnym.

report-doubts-lead = Wynik nigdy nie jest lepszy od swojego źródła. Ten rozdział wymienia wszystko, co uważny czytelnik powinien wiedzieć przed podjęciem decyzji. Niczego nie poprawiono po cichu.
report-doubts-none = Nie znaleziono nic wątpliwego.
report-doubt-suppressed = Utajnione przepływy
report-doubt-suppressed-text = { $count ->
    [one] { $count } przepływ został utajniony przez wydawcę i pozostaje utajniony.
    [few] { $count } przepływy zostały utajnione przez wydawcę i pozostają utajnione.
    [many] { $count } przepływów zostało utajnionych przez wydawcę i pozostaje utajnionych.
   *[other] { $count } przepływu zostało utajnione przez wydawcę i pozostaje utajnione.
} Małe więzi są więc tutaj słabsze niż w rzeczywistości.
report-doubt-suppressed-most = Łącznie obejmują najwyżej { $persons } osób.
report-doubt-threshold-text = Przepływów mniejszych niż { $threshold } osób nie publikuje się. Brakuje więc wielu małych więzi, przede wszystkim wokół małych gmin.
report-doubt-missing = Brakujące jednostki
report-doubt-missing-text = Te jednostki występują w przepływach, lecz nie w pozostałych plikach (lub odwrotnie), i nie można było w pełni ich pokazać ani użyć:
report-doubt-cut = Obcięte przekątne
report-doubt-cut-text = Z tych jednostek wyjeżdża do pracy więcej osób, niż podano pracujących mieszkańców. Liczba osób mieszkających i pracujących na miejscu byłaby ujemna; przyjęto 0.
report-doubt-cut-caption = Jednostki z obciętą przekątną
report-doubt-edge = Jednostki na styku
report-doubt-edge-text = Te jednostki są związane z innym obszarem prawie tak silnie jak z własnym. Niewielka zmiana danych może je przesunąć, dlatego powinna rozstrzygnąć wiedza miejscowa.
report-doubt-edge-caption = Jednostki na styku dwóch obszarów
report-doubt-unassigned = Jednostki poza obszarami
report-doubt-unassigned-text = Te jednostki nie należą do żadnego obszaru:
report-doubt-unassigned-caption = Jednostki poza obszarami wraz z powodem
report-doubt-pieces = Obszary w kilku częściach
report-doubt-pieces-text = Te obszary składają się z części bez wspólnej granicy:
report-doubt-pieces-item = { $area }: { $pieces ->
    [one] { $pieces } część
    [few] { $pieces } części
    [many] { $pieces } części
   *[other] { $pieces } części
}
report-doubt-failing = Obszary, które nie osiągają celu
report-doubt-failing-text = Te obszary nie spełniają wymagań metody. Najczęściej powstają przy rozdzielaniu rezerwy; pokazano je i niczego nie ukryto.
report-doubt-failing-caption = Obszary, które nie osiągają celu
report-doubt-other = Inne uwagi

report-provenance-lead = Wynik można powtórzyć: te same pliki, te same parametry i ta sama wersja programu dają co do bajtu ten sam wynik.
report-size = bajty: { $bytes }
report-role-flows = przepływy
report-role-boundaries = granice
report-role-employed = pracujący mieszkańcy
report-role-jobs = miejsca pracy
report-role-population = ludność
report-role-employed-share = udział pracujących
report-role-seats = siedziby
report-role-register = rejestr jednostek
report-role-neighbours = sąsiedztwo
report-role-units = jednostki
report-role-criteria = lista kryteriów

report-count = { $count }
report-method-political-agreement = Porozumienie członków
report-method-administrative = Granice administracyjne
report-method-list = Lista gmin
