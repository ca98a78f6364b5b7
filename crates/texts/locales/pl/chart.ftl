# Wykresy i mapy wskaźników.

chart-no-data = Brak danych do narysowania wykresu.
chart-missing = brak danych
chart-median = mediana grupy
chart-quartiles = środkowa połowa grupy
chart-break = Kropkowana kreska: zmiana definicji lub granic ({ $years }). Wartości sprzed zmiany i po niej nie są porównywalne.
chart-line-description = Wykres liniowy „{ $title }”. { $own }: { $from } ({ $first }), { $to } ({ $last }). Wszystkie wartości są w tabeli.
chart-bars-description = Wykres słupkowy „{ $title }”. Najwyższa wartość: { $highest } ({ $most }). Najniższa wartość: { $lowest } ({ $least }). Bez danych: { $missing }.
chart-pyramid-today = pola: { $today }
chart-pyramid-both = pola: { $today }, linia: { $later }
chart-pyramid-description = Piramida wieku „{ $title }”, liczba grup wieku: { $groups }. Razem { $today }: { $persons }.
chart-pyramid-description-later = Razem { $later }: { $persons }.
chart-future-high = wariant wysoki
chart-future-middle = prognoza
chart-future-low = wariant niski
chart-future-description = Wykres liniowy „{ $title }”. Ostatnia wartość zmierzona: { $value } ({ $year }).
chart-future-description-later = Prognoza: { $value } ({ $year }).
chart-strip-note = Linia: zakres grupy porównawczej. Pole: jej środkowa połowa. Kreska: mediana. Kółka: gminy. Romb: cały obszar.
chart-strip-description = { $name }: obszar { $own }, mediana grupy { $median }.
chart-class = { $name }: { $count }
chart-class-description = Mapa ({ $units }) według klas wartości. { $classes }. Wszystkie wartości są w tabeli.
chart-association-high-high = ++ wartości wysokie wśród wysokich
chart-association-low-low = −− wartości niskie wśród niskich
chart-association-high-low = +− wartość wysoka wśród niskich
chart-association-low-high = −+ wartość niska wśród wysokich
chart-association-none = brak istotnego związku z otoczeniem
