# Zdania komentarza do wskaźników. Nazwa wskaźnika stoi w cudzysłowie i przed dwukropkiem, więc się nie odmienia.
# $value, $from, $to, $median, $change, $strongest-value, $weakest-value: liczby z jednostką; lata i udziały: gotowe teksty.
# $rank, $of, $missing, $all: liczby.

claim-level = „{ $name }”: { $value } ({ $year }).
claim-level-estimated = „{ $name }”: { $value } ({ $year }, wartość szacunkowa).
claim-level-preliminary = „{ $name }”: { $value } ({ $year }, dane wstępne).
claim-change-up = „{ $name }”: wzrost z { $from } do { $to } w latach { $first }–{ $last } (o { $percent }).
claim-change-down = „{ $name }”: spadek z { $from } do { $to } w latach { $first }–{ $last } (o { $percent }).
claim-change-same = „{ $name }”: bez istotnej zmiany w latach { $first }–{ $last } ({ $to }).
claim-change-from-zero = „{ $name }”: zmiana z { $from } do { $to } w latach { $first }–{ $last }.
claim-trend-up = „{ $name }”: w latach { $first }–{ $last } przeciętny roczny przyrost wynosił { $change }.
claim-trend-down = „{ $name }”: w latach { $first }–{ $last } przeciętny roczny spadek wynosił { $change }.
claim-trend-none = „{ $name }”: w latach { $first }–{ $last } nie widać stałego kierunku zmian.
claim-group-better = „{ $name }”: wynik korzystniejszy od mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of }.
claim-group-worse = „{ $name }”: wynik mniej korzystny od mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of }.
claim-group-above = „{ $name }”: wartość powyżej mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of } w kolejności od najwyższej.
claim-group-below = „{ $name }”: wartość poniżej mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of } w kolejności od najwyższej.
claim-group-as = „{ $name }”: wartość zbliżona do mediany grupy porównawczej ({ $value } wobec { $median }), miejsce { $rank } na { $of }.
claim-spread = „{ $name }”: wynik najkorzystniejszy – { $strongest } ({ $strongest-value }), najmniej korzystny – { $weakest } ({ $weakest-value }).
claim-spread-neutral = „{ $name }”: wartość najwyższa – { $strongest } ({ $strongest-value }), najniższa – { $weakest } ({ $weakest-value }).
claim-spread-none = „{ $name }”: wartości gmin nie różnią się ({ $value }).
claim-turn = „{ $name }”: od { $year } r. wartości przebiegają inaczej niż wcześniej (test załamania szeregu).
claim-break = „{ $name }”: od { $year } r. liczono inaczej (definicja, spis lub granice); wartości sprzed tej zmiany i po niej nie są porównywalne.
claim-missing = „{ $name }”: { $missing ->
    [one] brak danych dla { $missing } gminy
   *[other] brak danych dla { $missing } gmin
} z { $all } ({ $share }); wartości dla całego obszaru nie podano.
claim-missing-small = „{ $name }”: { $missing ->
    [one] brak danych dla { $missing } gminy
   *[other] brak danych dla { $missing } gmin
} z { $all } ({ $share }).
claim-suppressed = „{ $name }”: część wartości objęto tajemnicą statystyczną ({ $missing } z { $all }).
claim-not-comparable = „{ $name }”: nie porównano z grupą, ponieważ definicje, jednostki lub lata danych są różne.
claim-no-group = „{ $name }”: nie porównano z grupą, ponieważ brak w niej wystarczających danych.
claim-no-data = „{ $name }”: brak danych.
claim-alike = „{ $name }”: { $value } w każdej gminie z danymi ({ $known } z { $of }, { $year }); dla całego obszaru wartości nie ma.
