# Mapa: popis, legenda, zdroj.

map-description = Mapa: { $areas }, { $units }. Sousedící oblasti mají různé barvy a výraznou hranici; barva sama nic neznamená. Všechny hodnoty jsou v tabulkách.
map-description-unassigned = Mimo oblasti, šrafovaně: { $units }.
map-legend-areas = { $count }; sousední mají různé barvy, barva sama nic neznamená
map-legend-area-border = hranice oblasti
map-legend-unit-border = hranice jednotky ({ $count })
map-legend-seat = sídlo oblasti
map-legend-unassigned = mimo oblasti: { $count }
map-legend-edge = na pomezí dvou oblastí: { $count }
map-legend-core = jádro oblasti: { $count }
map-schematic = Schematické buňky kolem sídel, nikoli správní hranice
map-labels-left-out = { $count ->
    [one] { $count } název se nevešel; je uveden v tabulce.
    [few] { $count } názvy se nevešly; jsou uvedeny v tabulce.
    [many] { $count } názvu se nevešlo; jsou uvedeny v tabulce.
   *[other] { $count } názvů se nevešlo; jsou uvedeny v tabulce.
}
map-source = Zdroj: { $source }.
map-projection = Lambertovo azimutální plochojevné zobrazení, měřítko platí pro střed mapy.
map-north = S
map-certainty-description = Mapa ({ $areas }, { $units }): každá jednotka podle podílu opakování ({ $replicates }), ve kterých zůstává se sídlem své oblasti; čím menší jistota, tím tmavší a hustší vzor. Všechny údaje jsou v tabulkách.
map-certainty-from = jistota { $low } nebo více: { $count }
map-certainty-between = { $low } až méně než { $high }: { $count }
map-certainty-below = méně než { $high }: { $count }
