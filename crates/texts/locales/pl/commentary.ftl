# Zdania komentarza do wskaźników, bez nazwy wskaźnika, wielkiej litery i kropki: dodaje je program. Nazwa stoi raz na akapit,
# w cudzysłowie i przed dwukropkiem (claim-named), więc się nie odmienia.
# $value, $from, $to, $median, $change, $strongest-value, $weakest-value: liczby z jednostką; lata i udziały: gotowe teksty.
# $rank, $of, $missing, $all: liczby.

claim-named = „{ $name }”: { $told }
claim-level = wartość w { $year } r. to { $value }
claim-level-estimated = wartość szacunkowa w { $year } r. to { $value }
claim-level-preliminary = wartość w { $year } r. to { $value } (dane wstępne)
claim-change-up = wzrost z { $from } do { $to } w latach { $first }–{ $last } (o { $percent })
claim-change-down = spadek z { $from } do { $to } w latach { $first }–{ $last } (o { $percent })
claim-change-same = bez istotnej zmiany w latach { $first }–{ $last } ({ $to })
claim-change-from-zero = zmiana z { $from } do { $to } w latach { $first }–{ $last }
claim-trend-up = w latach { $first }–{ $last } przeciętny roczny przyrost wynosił { $change }
claim-trend-down = w latach { $first }–{ $last } przeciętny roczny spadek wynosił { $change }
claim-trend-none = w latach { $first }–{ $last } nie widać stałego kierunku zmian
claim-group-better = wynik korzystniejszy od mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of }
claim-group-worse = wynik mniej korzystny od mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of }
claim-group-above = wartość powyżej mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of } w kolejności od najwyższej
claim-group-below = wartość poniżej mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of } w kolejności od najwyższej
claim-group-as = wartość zbliżona do mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of }
claim-spread = wynik najkorzystniejszy – { $strongest } ({ $strongest-value }), najmniej korzystny – { $weakest } ({ $weakest-value })
claim-spread-neutral = wartość najwyższa – { $strongest } ({ $strongest-value }), najniższa – { $weakest } ({ $weakest-value })
claim-spread-none = wartości gmin nie różnią się ({ $value })
claim-turn = od { $year } r. wartości przebiegają inaczej niż wcześniej (test załamania szeregu)
claim-break = od { $year } r. liczono inaczej (definicja, spis lub granice); wartości sprzed tej zmiany i po niej nie są porównywalne
claim-missing = { $missing ->
    [one] brak danych dla { $missing } gminy
   *[other] brak danych dla { $missing } gmin
} z { $all } ({ $share }); wartości dla całego obszaru nie podano
claim-missing-small = { $missing ->
    [one] brak danych dla { $missing } gminy
   *[other] brak danych dla { $missing } gmin
} z { $all } ({ $share })
claim-suppressed = część wartości objęto tajemnicą statystyczną ({ $missing } z { $all })
claim-not-comparable = nie porównano z grupą, ponieważ definicje, jednostki lub lata danych są różne
claim-no-group = nie porównano z grupą, ponieważ brak w niej wystarczających danych
claim-no-data = brak danych
claim-alike = { $value } w każdej gminie z danymi ({ $known } z { $of }, { $year }); dla całego obszaru wartości nie ma
