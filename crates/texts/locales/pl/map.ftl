# Mapa: opis, legenda, źródło.

map-description = Mapa: { $areas }, { $units }. Stykające się obszary mają różne kolory i wyraźną granicę; sam kolor nic nie oznacza. Wszystkie wartości podano w tabelach.
map-description-unassigned = Poza obszarami, zakreskowane: { $units }.
map-legend-areas = { $count }; sąsiednie mają różne kolory, sam kolor nic nie oznacza
map-legend-area-border = granica obszaru
map-legend-unit-border = granica jednostki ({ $count })
map-legend-seat = siedziba obszaru
map-legend-unassigned = poza obszarami: { $count }
map-legend-edge = na styku dwóch obszarów: { $count }
map-legend-core = rdzeń obszaru: { $count }
map-schematic = Schematyczne komórki wokół siedzib, nie granice administracyjne
map-labels-left-out = { $count ->
    [one] { $count } nazwa się nie zmieściła; podano ją w tabeli.
    [few] { $count } nazwy się nie zmieściły; podano je w tabeli.
    [many] { $count } nazw się nie zmieściło; podano je w tabeli.
   *[other] { $count } nazwy się nie zmieściło; podano je w tabeli.
}
map-source = Źródło: { $source }.
map-projection = Odwzorowanie azymutalne równopolowe Lamberta, podziałka dla środka mapy.
map-north = N
map-comparison-description = Dwie mapy obok siebie, te same jednostki ({ $units }): po lewej { $first }, po prawej { $second }. Obszary, które sobie odpowiadają, mają na obu ten sam numer. Jednostki zmieniające obszar są zakreskowane ({ $moved }), granice z drugiej mapy są przerywane. Wszystkie wartości są w tabelach.
map-comparison-own = granica obszaru na tej mapie
map-comparison-other = granica obszaru z drugiej mapy tam, gdzie jest inna
map-comparison-moved = przechodzi do innego obszaru: { $count }
map-comparison-description-only = W obszarze tylko na jednej z map, wykropkowane: { $units }.
map-comparison-only = w obszarze tylko na jednej z map: { $count }
map-comparison-none = białe: poza obszarami tej mapy
map-comparison-list = Obszary, które się zmieniają, według numeru na mapach, z liczbą jednostek po lewej → po prawej; bez zmian: { $same }
map-comparison-row = { $name }: { $first } → { $second }
map-comparison-unlisted = oraz kolejne w matches.csv: { $count }
map-comparison-colours = Ten sam numer i kolor na obu mapach to ten sam obszar; sam kolor nic nie znaczy.
map-certainty-description = Mapa ({ $areas }, { $units }): każda jednostka według udziału powtórzeń ({ $replicates }), w których pozostaje z siedzibą swojego obszaru; im mniejsza pewność, tym ciemniejszy i gęstszy wzór. Wszystkie liczby są w tabelach.
map-certainty-from = pewność { $low } lub więcej: { $count }
map-certainty-between = od { $low } do poniżej { $high }: { $count }
map-certainty-below = poniżej { $high }: { $count }
