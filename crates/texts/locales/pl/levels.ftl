# Poziomy i rodzaje jednostek terytorialnych.
level-pl-region = województwo
level-pl-county = powiat
level-pl-municipality = gmina
level-pl-part = część gminy
level-cz-region = kraj (Czechy)
level-cz-county = okres (Czechy)
level-cz-municipality = gmina (obec, Czechy)
level-cz-part = część gminy (Czechy)
unit-kind-urban = gmina miejska
unit-kind-rural = gmina wiejska
unit-kind-urban-rural = gmina miejsko-wiejska
unit-kind-town-part = miasto w gminie miejsko-wiejskiej
unit-kind-rural-part = obszar wiejski w gminie miejsko-wiejskiej
unit-kind-warsaw-district = dzielnica Warszawy
unit-kind-delegation = delegatura miasta
