# Levels and kinds of territorial units.
level-pl-region = voivodeship
level-pl-county = county (powiat)
level-pl-municipality = municipality (gmina)
level-pl-part = part of a municipality
level-cz-region = region (kraj)
level-cz-county = district (okres)
level-cz-municipality = municipality (obec)
level-cz-part = part of a municipality
unit-kind-urban = urban municipality
unit-kind-rural = rural municipality
unit-kind-urban-rural = urban-rural municipality
unit-kind-town-part = town in an urban-rural municipality
unit-kind-rural-part = rural area of an urban-rural municipality
unit-kind-warsaw-district = district of Warsaw
unit-kind-delegation = delegation of a city
