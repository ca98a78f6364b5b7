# Grafy a mapy ukazatelů.

chart-no-data = Pro graf nejsou k dispozici data.
chart-missing = údaj chybí
chart-median = medián skupiny
chart-quartiles = prostřední polovina skupiny
chart-break = Tečkovaná čára: změna definice nebo hranic ({ $years }). Hodnoty před změnou a po ní nejsou srovnatelné.
chart-line-description = Spojnicový graf „{ $title }“. { $own }: { $from } ({ $first }), { $to } ({ $last }). Všechny hodnoty jsou v tabulce.
chart-bars-description = Sloupcový graf „{ $title }“. Nejvyšší hodnota: { $highest } ({ $most }). Nejnižší hodnota: { $lowest } ({ $least }). Bez údaje: { $missing }.
chart-pyramid-today = plochy: { $today }
chart-pyramid-both = plochy: { $today }, čára: { $later }
chart-pyramid-description = Věková pyramida „{ $title }“, počet věkových skupin: { $groups }. Celkem { $today }: { $persons }.
chart-pyramid-description-later = Celkem { $later }: { $persons }.
chart-future-high = vysoká varianta
chart-future-middle = projekce
chart-future-low = nízká varianta
chart-future-description = Spojnicový graf „{ $title }“. Poslední zjištěná hodnota: { $value } ({ $year }).
chart-future-description-later = Projekce: { $value } ({ $year }).
chart-strip-note = Čára: rozpětí srovnávací skupiny. Pole: její prostřední polovina. Příčka: medián. Kroužky: obce. Kosočtverec: celé území.
chart-strip-description = { $name }: území { $own }, medián skupiny { $median }.
chart-class = { $name }: { $count }
chart-class-description = Mapa ({ $units }) podle tříd hodnot. { $classes }. Všechny hodnoty jsou v tabulce.
chart-association-high-high = ++ vysoké hodnoty mezi vysokými
chart-association-low-low = −− nízké hodnoty mezi nízkými
chart-association-high-low = +− vysoká hodnota mezi nízkými
chart-association-low-high = −+ nízká hodnota mezi vysokými
chart-association-none = bez významné souvislosti s okolím
