# Úrovně a druhy územních jednotek.
level-pl-region = vojvodství
level-pl-county = okres (powiat)
level-pl-municipality = obec (gmina)
level-pl-part = část obce (Polsko)
level-cz-region = kraj
level-cz-county = okres
level-cz-municipality = obec
level-cz-part = část obce
unit-kind-urban = městská gmina
unit-kind-rural = venkovská gmina
unit-kind-urban-rural = městsko-venkovská gmina
unit-kind-town-part = město v městsko-venkovské gmině
unit-kind-rural-part = venkovská část městsko-venkovské gminy
unit-kind-warsaw-district = městská část Varšavy
unit-kind-delegation = delegatura města
