# Charts and maps of indicators.

chart-no-data = There is no data to draw.
chart-missing = no data
chart-median = median of the group
chart-quartiles = middle half of the group
chart-break = Dotted line: the definition or the borders changed ({ $years }). Values before and after it cannot be compared.
chart-line-description = Line chart “{ $title }”. { $own }: { $from } ({ $first }), { $to } ({ $last }). All values are in the table.
chart-bars-description = Bar chart “{ $title }”. Highest value: { $highest } ({ $most }). Lowest value: { $lowest } ({ $least }). Without data: { $missing }.
chart-pyramid-today = bars: { $today }
chart-pyramid-both = bars: { $today }, line: { $later }
chart-pyramid-description = Age pyramid “{ $title }”, age groups: { $groups }. Total { $today }: { $persons }.
chart-pyramid-description-later = Total { $later }: { $persons }.
chart-future-high = high variant
chart-future-middle = projection
chart-future-low = low variant
chart-future-description = Line chart “{ $title }”. Last counted value: { $value } ({ $year }).
chart-future-description-later = Projection: { $value } ({ $year }).
chart-strip-note = Line: range of the peer group. Box: its middle half. Bar: median. Circles: municipalities. Diamond: the whole area.
chart-strip-description = { $name }: area { $own }, median of the group { $median }.
chart-class = { $name }: { $count }
chart-class-description = Map ({ $units }) by classes of values. { $classes }. All values are in the table.
chart-association-high-high = ++ high values among high ones
chart-association-low-low = −− low values among low ones
chart-association-high-low = +− a high value among low ones
chart-association-low-high = −+ a low value among high ones
chart-association-none = no significant link with the surroundings
