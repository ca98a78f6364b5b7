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
map-comparison-description = Dvě mapy vedle sebe, tytéž jednotky ({ $units }): vlevo { $first }, vpravo { $second }. Oblasti, které k sobě patří, mají na obou stejné číslo. Jednotky, které mění oblast, jsou šrafované ({ $moved }), hranice z druhé mapy jsou čárkované. Všechny hodnoty jsou v tabulkách.
map-comparison-own = hranice oblasti na této mapě
map-comparison-other = hranice oblasti z druhé mapy tam, kde se liší
map-comparison-moved = přechází do jiné oblasti: { $count }
map-comparison-description-only = V oblasti jen na jedné z map, tečkované: { $units }.
map-comparison-only = v oblasti jen na jedné z map: { $count }
map-comparison-none = bílé: mimo oblasti této mapy
map-comparison-list = Oblasti, které se mění, podle čísla na mapách, s počtem jednotek vlevo → vpravo; beze změny: { $same }
map-comparison-row = { $name }: { $first } → { $second }
map-comparison-unlisted = a další v matches.csv: { $count }
map-comparison-colours = Stejné číslo a barva na obou mapách znamená tutéž oblast; barva sama nic neznamená.
map-certainty-description = Mapa ({ $areas }, { $units }): každá jednotka podle podílu opakování ({ $replicates }), ve kterých zůstává se sídlem své oblasti; čím menší jistota, tím tmavší a hustší vzor. Všechny údaje jsou v tabulkách.
map-certainty-from = jistota { $low } nebo více: { $count }
map-certainty-between = { $low } až méně než { $high }: { $count }
map-certainty-below = méně než { $high }: { $count }
