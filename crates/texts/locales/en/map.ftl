# The map: description, legend, source line.

map-description = Map of { $areas } made of { $units }. Areas that touch have different colours and a strong border between them; the colour itself has no meaning. All figures stand in the tables.
map-description-unassigned = In no area, hatched: { $units }.
map-legend-areas = { $count }; neighbours differ in colour, the colour itself has no meaning
map-legend-area-border = border of an area
map-legend-unit-border = border of a unit ({ $count })
map-legend-seat = seat of the area
map-legend-unassigned = in no area: { $count }
map-legend-edge = on the edge between two areas: { $count }
map-legend-core = core of an area: { $count }
map-schematic = Schematic cells around the seats, not administrative borders
map-labels-left-out = { $count ->
    [one] { $count } name found no room; it stands in the table.
   *[other] { $count } names found no room; they stand in the table.
}
map-source = Source: { $source }.
map-projection = Lambert azimuthal equal-area projection, scale valid at the centre.
map-north = N
map-comparison-description = Two maps of the same { $units } side by side: { $first } on the left, { $second } on the right. Areas that belong together have the same number on both. Units that move are hatched ({ $moved }); borders of the other map are dashed. All figures stand in the tables.
map-comparison-own = border of an area of this map
map-comparison-other = border of an area of the other map, where it differs
map-comparison-moved = moves to another area: { $count }
map-comparison-description-only = In an area on one of the two maps only, dotted: { $units }.
map-comparison-only = in an area on one of the two maps only: { $count }
map-comparison-none = white: in no area of this map
map-comparison-list = Areas that change, by their number on the maps, with units left → right; without a change: { $same }
map-comparison-row = { $name }: { $first } → { $second }
map-comparison-unlisted = and { $count } more in matches.csv
map-comparison-colours = The same number and colour on both maps is the same area; the colour itself has no meaning.
map-certainty-description = Map of { $areas } made of { $units }, each unit by the share of { $replicates } replicates in which it stays with the seat of its area; the less certain, the darker and the denser the pattern. All figures stand in the tables.
map-certainty-from = certainty of { $low } or more: { $count }
map-certainty-between = { $low } to below { $high }: { $count }
map-certainty-below = below { $high }: { $count }
