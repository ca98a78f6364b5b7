# Co `miedza delimit` mówi obok wyniku.

stage-reading = czytam { $file }
stage-boundaries = czytam granice
stage-contiguity = szukam sąsiadów
stage-method = liczę metodą { $method }
stage-writing = zapisuję wyniki
stage-report = przygotowuję raport

note-modelled = { $count ->
    [one] { $count } wiersz tabeli przepływów pochodzi z modelu i nigdy nie był policzony: obszary, wartości i mapa są tak oznaczone
    [few] { $count } wiersze tabeli przepływów pochodzą z modelu i nigdy nie były policzone: obszary, wartości i mapa są tak oznaczone
   *[other] { $count } wierszy tabeli przepływów pochodzi z modelu i nigdy nie było policzonych: obszary, wartości i mapa są tak oznaczone
}
note-suppressed = { $count ->
    [one] { $count } przepływ jest utajniony w źródle i taki pozostaje: nie wchodzi do żadnej sumy
    [few] { $count } przepływy są utajnione w źródle i takie pozostają: nie wchodzą do żadnej sumy
    [many] { $count } przepływów jest utajnionych w źródle i takimi pozostaje: nie wchodzą do żadnej sumy
   *[other] { $count } przepływu jest utajnione w źródle i nie wchodzi do żadnej sumy
}
note-no-place-at-home = do { $code } ({ $meaning }) jeździ { $persons } osób; liczą się jako pracujące tam, gdzie mieszkają
note-no-place-outside = do { $code } ({ $meaning }) jeździ { $persons } osób; nie ma ich w macierzy
note-no-place-origin = z { $code } ({ $meaning }) pochodzi { $persons } osób; nie ma ich w macierzy
meaning-home = w domu
meaning-no-fixed-place = bez stałego miejsca pracy
meaning-offshore = na morzu
meaning-abroad = za granicą
meaning-other-country = inny kraj tego państwa
meaning-unknown = nieznane
meaning-total = suma, nie miejsce
meaning-declared = wskazane jako niebędące miejscem
note-folded = kody części (miasto, obszar wiejski, dzielnica): { $parts }, policzono razem z całymi gminami: { $wholes }
note-left-out-parts = pominięto wiersze części: { $rows } ({ $persons } osób), bo tabela zawiera też całość
note-between-parts = wiersze z jednostki do niej samej ({ $persons } osób, liczba jednostek: { $units }) to dojazdy między częściami jednej gminy, nie przekątna; odłożono je osobno
note-padded = kody, które straciły zero na początku i je odzyskały: { $codes }, na przykład { $example }
note-doubtful-codes = kody zapisane jako liczby, które mogły stracić zera na początku: { $codes }, na przykład { $example }
note-without-kind = kody siedmiocyfrowe, które straciły rodzaj, bo tabela zapisuje inne sześcioma cyframi: { $codes }
note-no-place-unused = kody wskazane jako niebędące miejscem, które nie występują: { $count }: { $examples }
note-neighbours-unknown-units = wiersze sąsiadów z jednostkami, których nie ma w przepływach: { $count }
note-coast-unknown = sąsiedztwo podano jako listę, więc wybrzeże i skraj mapy nie są znane: enklawy ocenia się bez nich
note-no-cells = mapy nie można było narysować: { $reason }
note-settings-dropped = parametry metody, której nie uruchomiono, nie miały skutku: { $examples }
note-moved-by-hand = jednostki przesunięte według ręcznej listy: { $count }
note-zero-rows = wiersze z liczbą 0 osób: { $count }
note-summed-pairs = pary podane w kilku wierszach i zsumowane: { $count }
note-unknown-units = jednostki, których nie ma w rejestrze: { $count }: { $examples }
note-diagonal-absent = macierz zawiera tylko osoby wyjeżdżające ze swojej jednostki; metody wymagającej tych, którzy zostają, nie uruchomiono: podaj --employed albo --population z --employed-share
note-method-chosen = zamiast niej uruchomiono { $method }, z wyjeżdżającymi w mianowniku; bez listy rdzeni są nimi jednostki, do których przyjeżdża więcej osób, niż z nich wyjeżdża, i co najmniej { $persons }
note-diagonal-employed = osoby mieszkające i pracujące w tej samej jednostce obliczono z liczby pracujących mieszkańców ({ $persons } osób); są wśród nich małe przepływy ukryte w źródle
note-diagonal-jobs = osoby mieszkające i pracujące w tej samej jednostce obliczono z liczby miejsc pracy ({ $persons } osób); są wśród nich małe przepływy ukryte w źródle
note-diagonal-estimated = osoby mieszkające i pracujące w tej samej jednostce oszacowano z liczby ludności ({ $persons } osób): wszystkie liczby, które się na nich opierają, są szacunkami
note-diagonal-cut = { $count ->
    [one] z { $count } jednostki wyjeżdża więcej osób, niż ma ona mieć; jej przekątną przycięto do 0: { $examples }
   *[other] z { $count } jednostek wyjeżdża więcej osób, niż mają one mieć; ich przekątną przycięto do 0: { $examples }
}
note-diagonal-given = macierz ma własną przekątną, więc nie użyto do niej pracujących mieszkańców, miejsc pracy ani ludności
note-missing-units = { $count ->
    [one] { $count } jednostka nie ma danych potrzebnych do przekątnej i nie bierze udziału: { $examples }
    [few] { $count } jednostki nie mają danych potrzebnych do przekątnej i nie biorą udziału: { $examples }
   *[other] { $count } jednostek nie ma danych potrzebnych do przekątnej i nie bierze udziału: { $examples }
}
note-without-boundary = { $count ->
    [one] { $count } jednostka nie ma granicy: { $examples }
    [few] { $count } jednostki nie mają granicy: { $examples }
   *[other] { $count } jednostek nie ma granicy: { $examples }
}
note-mended = { $count ->
    [one] naprawiono { $count } wielokąt: { $examples }
    [few] naprawiono { $count } wielokąty: { $examples }
   *[other] naprawiono { $count } wielokątów: { $examples }
}
note-dropped = wielokąty, po których naprawie nie został żaden ląd: { $count }: { $examples }
note-islands = { $count ->
    [one] { $count } jednostka nie graniczy z żadną inną: { $examples }
    [few] { $count } jednostki nie graniczą z żadną inną: { $examples }
   *[other] { $count } jednostek nie graniczy z żadną inną: { $examples }
}
note-schematic = nie podano granic; mapa rysuje schematyczne komórki wokół siedzib, które o niczym nie decydują
note-without-seat = jednostki bez współrzędnych siedziby, których nie ma na mapie: { $count }: { $examples }
note-moved = { $count ->
    [one] przesunięto { $count } jednostkę, aby obszary były spójne
    [few] przesunięto { $count } jednostki, aby obszary były spójne
   *[other] przesunięto { $count } jednostek, aby obszary były spójne
}
note-not-contiguous = { $count ->
    [one] { $count } obszar leży w kilku częściach: { $examples }
    [few] { $count } obszary leżą w kilku częściach: { $examples }
   *[other] { $count } obszarów leży w kilku częściach: { $examples }
}
note-excluded = { $count ->
    [one] { $count } jednostka nie może wziąć udziału: { $examples }
    [few] { $count } jednostki nie mogą wziąć udziału: { $examples }
   *[other] { $count } jednostek nie może wziąć udziału: { $examples }
}
note-unassigned = { $count ->
    [one] { $count } jednostka nie należy do żadnego obszaru: { $examples }
    [few] { $count } jednostki nie należą do żadnego obszaru: { $examples }
   *[other] { $count } jednostek nie należy do żadnego obszaru: { $examples }
}
note-failing = { $count ->
    [one] { $count } obszar nie osiąga wymaganej ważności: { $examples }
    [few] { $count } obszary nie osiągają wymaganej ważności: { $examples }
   *[other] { $count } obszarów nie osiąga wymaganej ważności: { $examples }
}
note-stopped-repeated = metoda wróciła do stanu, w którym już była, i została zatrzymana; obszary są z tej chwili
note-stopped-limit = metoda osiągnęła granicę liczby kroków; obszary są z tej chwili
note-cluster-dissolved = skupienie { $founder } rozwiązano, bo { $unit } nie miała powiązań poza nim
note-ordinary-weaker = podczas rozwiązywania skupienia { $founder } słabsze było inne; metoda wzorcowa nie określa tego przypadku
note-neighbours-unknown = nie szukano eksklaw i enklaw, bo sąsiedztwo nie jest znane
note-enclaves-unsettled = eksklawy i enklawy nie ustaliły się; obszary są z ostatniej rundy
note-beyond-distance = te obszary są powiązane silniej, niż wynika z odległości (językiem, koleją, dawnymi granicami); nie są to lokalne rynki pracy
note-walk-not-labour = te obszary wynikają z błądzenia losowego po przepływach; to inne spojrzenie na powiązania, a nie lokalne rynki pracy
note-quality = { $measure } obszarów wyznaczonych przez metodę: { $value } przy rozdzielczości { $resolution }; liczba prób: { $trials }, najgorsza z nich { $worst }
note-code-length = bity na krok błądzenia po obszarach wyznaczonych przez metodę: { $value }; liczba prób: { $trials }, najgorsza z nich { $worst }
note-no-effect = parametry, które przy pozostałych niczego nie zmieniają: { $examples }
note-nothing-fused = warunek zatrzymania był spełniony przed pierwszym połączeniem, więc każda jednostka jest osobnym obszarem; zażądaj większego udziału albo liczby obszarów
note-quality-after = ta sama miara dla obszarów końcowych, po przesunięciu jednostek: { $value }
measure-modularity = modularność
measure-cpm = liczba osób ponad zadaną gęstość (CPM)
measure-gravity = modularność ponad to, co wynika z wielkości i odległości (grawitacja),
measure-radiation = modularność ponad to, co wynika z wielkości i odległości (radiacja),
note-stop-out-of-reach = nie było już czego łączyć, zanim spełniono regułę zakończenia
note-criteria-unknown = jednostki z kryteriami, których nie można było ocenić z braku wskaźnika: { $count }; wymienia je criteria.csv
note-grid-outside = { $persons } z { $all } mieszkańców siatki ludności mieszka poza wszystkimi jednostkami przepływów
note-centres-without-city = centra miejskie, w których żadna jednostka nie ma dość swoich mieszkańców i które nie tworzą miasta: { $count }
note-no-map = nie narysowano mapy: nie są znane ani granice, ani współrzędne siedzib
note-and-more = { $listed } i { $count } dalszych

done-areas = liczba obszarów: { $areas }, liczba jednostek: { $units }
done-line-persons = { $persons } osób w { $pairs } parach
done-line-inside = , w tym { $share } wewnątrz obszarów
done-folder = wyniki w { $folder }
done-seat = siedziba
done-units = jednostki
done-residents = pracujący mieszkańcy
done-jobs = miejsca pracy
done-supply = podaż
done-demand = popyt
done-more = dalsze obszary w summary.json: { $count }
mark-modelled = modelowane
mark-estimated = oszacowane
mark-schematic = komórki schematyczne
study-title = Obszary funkcjonalne metodą { $method }

compare-head = jednostki w obu podziałach: { $units }; miary liczone są tylko dla nich
compare-marks = oznaczenie: { $marks }
compare-measure = miara
compare-by-units = według jednostek
compare-by-residents = według pracujących mieszkańców
compare-by-out-commuters = według wyjeżdżających
compare-adjusted-rand = skorygowany indeks Randa
compare-nmi = znormalizowana informacja wzajemna
compare-vi = zmienność informacji (naty)
compare-changed = { $count ->
    [one] { $count } jednostka zmienia obszar: { $examples }
    [few] { $count } jednostki zmieniają obszar: { $examples }
   *[other] { $count } jednostek zmienia obszar: { $examples }
}
compare-left = { $count ->
    [one] { $count } jednostka opuszcza obszar, a w drugim podziale nie ma jej w żadnym: { $examples }
    [few] { $count } jednostki opuszczają obszar, a w drugim podziale nie ma ich w żadnym: { $examples }
   *[other] { $count } jednostek opuszcza obszar, a w drugim podziale nie ma ich w żadnym: { $examples }
}
compare-joined = { $count ->
    [one] { $count } jednostka, której w pierwszym podziale nie ma w żadnym obszarze, dochodzi: { $examples }
    [few] { $count } jednostki, których w pierwszym podziale nie ma w żadnym obszarze, dochodzą: { $examples }
   *[other] { $count } jednostek, których w pierwszym podziale nie ma w żadnym obszarze, dochodzi: { $examples }
}
compare-left-residents = pracujący mieszkańcy tych jednostek: ubywa { $left }, przybywa { $joined }
compare-left-out-commuters = wyjeżdżający z tych jednostek: ubywa { $left }, przybywa { $joined }
compare-left-jobs = miejsca pracy w tych jednostkach: ubywa { $left }, przybywa { $joined }
compare-left-in-commuters = przyjeżdżający do tych jednostek: ubywa { $left }, przybywa { $joined }
compare-left-population = mieszkańcy tych jednostek: ubywa { $left }, przybywa { $joined }
compare-moved-units = jednostki, które zmieniają obszar: { $moved } z { $all } ({ $share })
compare-moved-residents = pracujący mieszkańcy, którzy przechodzą z nimi: { $moved } z { $all } ({ $share })
compare-moved-out-commuters = wyjeżdżający, którzy przechodzą z nimi: { $moved } z { $all } ({ $share })
compare-moved-jobs = miejsca pracy, które przechodzą z nimi: { $moved } z { $all } ({ $share })
compare-moved-in-commuters = przyjeżdżający, którzy przechodzą z nimi: { $moved } z { $all } ({ $share })
compare-moved-population = mieszkańcy, którzy przechodzą z nimi: { $moved } z { $all } ({ $share })
compare-contiguity = części obszarów ponad pierwszą: { $first } w pierwszym podziale, { $second } w drugim
compare-area = obszar pierwszego podziału
compare-best-match = najbardziej podobny
compare-jaccard = Jaccard
compare-moved-out = ubywa
compare-moved-in = przybywa
compare-more = oraz kolejne w matches.csv (`--out`): { $count }
compare-title = Dwa podziały obok siebie
contiguity-told = pary sąsiadów: { $pairs }, jednostki: { $units }, zapisano w { $file }

# Co mówi `miedza certainty`.

stage-replicates = powtórzenie { $done } z { $of }
stage-sweep = kombinacja { $done } z { $of }
note-diagonal-rest = liczbę osób, które mieszkają i pracują w tej samej jednostce, wyliczono, więc każde powtórzenie wylicza ją ponownie z wylosowanych przepływów; pracujący mieszkańcy i miejsca pracy w jednostkach pozostają takie, jak podano
note-suppressed-drawn = utajnione przepływy losowane w swoim przedziale w każdym powtórzeniu: { $count }
note-suppressed-out = utajnione przepływy bez przedziału, pominięte w każdym powtórzeniu: { $count }; podaj go przez --suppressed OD-DO
note-suppressed-unused = --suppressed nie miało skutku: tabela nie oznacza żadnego przepływu między dwiema jednostkami jako utajnionego albo żadnego tym znakiem
note-base-outside-suppressed = obszary leżą poza tym, co wylosowano: jest ich { $areas }, w powtórzeniach od { $fewest } do { $most }, ponieważ przepływy objęte tajemnicą liczą jak zero. Najpierw należy wziąć pod uwagę obszary z consensus.csv (liczba: { $consensus }), a pewności nie czytać jako pewności delimitacji z tymi przepływami
note-base-outside = obszary leżą poza tym, co wylosowano: jest ich { $areas }, w powtórzeniach od { $fewest } do { $most }. Warto obok nich obejrzeć obszary z consensus.csv (liczba: { $consensus })
done-replicates = { $method } · powtórzenia: { $replicates } · obszary: { $areas }; w powtórzeniach od { $fewest } do { $most }, środkowo { $middle }
done-edges = z { $units } jednostek { $edges } pozostaje ze swoją siedzibą w mniej niż { $limit } powtórzeń
done-sweep = przegląd parametrów: kombinacje { $combinations }, odrzucone { $refused }, zakresy bez zmian { $plateaus }
done-unit = jednostka
done-area = obszar
done-certainty = pewność
done-in-none = w żadnym obszarze
done-new-area = nowy obszar
done-second = drugi obszar
done-second-share = jego udział
done-more-edges = i jeszcze { $count } w certainty.csv
certainty-title = Pewność obszarów wyznaczonych metodą { $method }, powtórzenia: { $replicates }
