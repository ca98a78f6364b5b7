# Veřejné stránky partnerství a výzev.

# Úvodní stránka a seznam.
page-start-heading = Partnerství samospráv, obec vedle obce
page-start-lead = Kdo do nich patří, co obce spojuje a na čem se společně usnesly.
page-start-search = Obec, partnerství, dokument
page-all = Všechny
page-all-kinds = Všechny druhy
page-all-partnerships = { $count ->
    [one] Zobrazit partnerství v tabulce
    [few] Porovnat { $count } partnerství v tabulce
   *[other] Porovnat { $count } partnerství v tabulce
}
page-count-partnerships = { $count ->
    [one] { $count } partnerství
    [few] { $count } partnerství
   *[other] { $count } partnerství
}
page-partnerships-caption = Partnerství: etapa, členové, rozsah, termíny
page-partnerships-none = Zatím není zveřejněno žádné partnerství. Až kancelář první zveřejní, bude zde.
page-partnership = Partnerství samospráv
page-stage = Etapa
page-legal-form = Právní forma
page-region = Vojvodství nebo kraj
page-theme = Téma
page-next-date = Nejbližší termín
page-call-answers = Odpovědi na výzvy
page-not-known = není známo
page-figure-partly = známo pro { $known } z { $units }
page-map-all = Partnerství na mapě
page-map-countries = Obrys států: Natural Earth.
page-map-all-description = { $count ->
    [one] Mapa jednoho partnerství; vede na jeho stránku.
    [few] Mapa { $count } partnerství; každé vede na svou stránku.
   *[other] Mapa { $count } partnerství; každé vede na svou stránku.
}
page-map-all-list = Partnerství na mapě ({ $count })
page-map-next = nejbližší termín { $date } ({ $what })

# Stránky partnerství a lišta etap.
page-overview = Přehled
page-members = Členové
page-history = Historie
page-documents = Dokumenty
page-bodies = Orgány
page-stages = Etapy práce
page-news = Aktuality
page-rail-summary = { $name }: { $page }
page-in-brief = Ve zkratce
page-leader = Lídr
page-partners = Instituční partneři
page-thread = Dosavadní cesta
page-next-dates = Nejbližší termíny
page-no-dates = Není zapsán žádný nadcházející termín.
page-all-members = { $count ->
    [one] Zobrazit člena k libovolnému dni
    [few] Zobrazit { $count } členy k libovolnému dni
   *[other] Zobrazit { $count } členů k libovolnému dni
}

# Čísla.
page-population = Obyvatelé
page-municipalities = Obce
page-area = Rozloha
page-counties = Okresy
page-figure = Co se počítá
page-figure-possible = a { $count } { $count ->
    [one] možný
    [few] možní
   *[other] možných
}
page-figure-summed = { $units }, { $period }
page-figure-source = { $figure }: { $source }.
page-commuting-inside = Dojížďka uvnitř území
page-figure-stated = uvedeno ve zdroji { $date }
page-figure-converted = kurzem { $rate } { $to } za 1 { $from } ze dne { $day }
page-stated = Čísla uvedená ve zdrojích
page-stated-caption = Čísla uvedená v dokumentech a jiných zdrojích
page-checks-caption = Uvedený počet členů a zapsaní členové
page-stated-members = Uvedeno
page-recorded-members = Zapsáno
page-verdict = Shoda
page-verdict-equal = souhlasí
page-verdict-unnamed = jména neuvedena
page-verdict-otherwise = jinak než jmenovaní
page-verdict-fewer = chybí { $apart }
page-verdict-more = o { $apart } více

# Členové ke dni.
page-members-on = Členové: { $date }
page-members-map = Členové partnerství
page-members-none = K tomuto datu není znám žádný člen. Zvolte některé z dat, kdy se něco změnilo.
page-date-asked = Den, měsíc nebo rok
page-date-hint = Například 2015-12-22, 2012-04 nebo 2012
page-date-show = Zobrazit tento den
page-date-unreadable = „{ $text }“ není datum; zobrazujeme dnešní stav. Napište například 2015-12-22, 2012-04 nebo 2012.
page-turns = Data, kdy se něco změnilo
page-turn = { $date }: { $members }
page-count-members = { $count ->
    [one] { $count } člen
    [few] { $count } členové
   *[other] { $count } členů
}
page-and-possible = { $members } jistě, { $count } možná
page-members-certain = { $count ->
    [one] { $count } člen
    [few] { $count } členové
   *[other] { $count } členů
}
page-members-certain-lead = K tomuto dni je jejich členství jisté.
page-members-possible = Možná ještě { $count }
page-members-possible-lead = Zdroje neurčují, zda toho dne již nebo ještě byly členy. Do počtu členů se nezapočítávají.
page-members-beside = Účastní se bez práv člena: { $count }
page-members-beside-lead = Přidružení členové a pozorovatelé; do počtu členů se nezapočítávají.
page-member = Člen
page-role = Role
page-ground = Důvod účasti
page-member-since = Odkdy
page-source = Odkud to víme
page-sources = Zdroje
page-known-on = znám jako člen k { $date }
page-since-not-stated = neuvedeno, odkdy
page-doubt-beginning = neuvedeno, odkdy
page-doubt-beginning-in = přistoupil v této době: { $date }
page-doubt-end-in = vystoupil v této době: { $date }
page-doubt-not-all = členem jen po část této doby: { $date }
page-possible-members = Možní
page-beside = Bez práv člena
page-role-held = { $role }: { $when }
page-role-possibly-held = { $role }: { $when } (k tomuto dni nejisté)

page-count-equal = { $date }: uvedeno { $stated }, zapsáno stejně
page-count-equal-text = Počet uvedený ve zdroji souhlasí se seznamem členů.
page-count-unnamed = { $date }: uvedeno { $stated }, jména neuvedena
page-count-unnamed-text = Zdroj uvádí počet členů ({ $stated }), ale nejmenuje je. K tomuto datu { $certain ->
    [one] je podle jména jistě znám 1; níže jsou i ti, o nichž se ví až z pozdějších dokumentů.
    [few] jsou podle jména jistě známi { $certain }; níže jsou i ti, o nichž se ví až z pozdějších dokumentů.
   *[other] je podle jména jistě známo { $certain }; níže jsou i ti, o nichž se ví až z pozdějších dokumentů.
}
page-count-otherwise = { $date }: uvedeno { $stated }, jmenováno { $named }
page-count-otherwise-text = Dokument uvádí počet členů { $stated } a jmenuje { $named }; s jistotou je zaznamenáno { $certain }. Doplňte ostatní, nebo opravte počet.
page-count-fewer = { $date }: uvedeno { $stated }, zapsáno { $certain }
page-count-fewer-text = V seznamu chybí { $apart } z uvedeného počtu členů.
page-count-more = { $date }: uvedeno { $stated }, zapsáno { $certain }
page-count-more-text = V seznamu je o { $apart } členů více, než uvádí zdroj.
page-county = Okres
page-counties-caption = Okresy, v nichž leží členové
page-county-count = Obcí
page-county-members = Které
page-county-whole = Celý okres
page-county-takes-part = Okres je členem
page-county-city = město s právy okresu
page-county-lacks = ne, chybí { $count ->
    [one] { $count } obec
    [few] { $count } obce
   *[other] { $count } obcí
}
page-county-unknown = okres neznámý
page-county-needed = Powiat { $name }: členy jsou všechny obce, ale powiat ne
page-county-needed-law = Nadmístní strategii připravují obce takového okresu s jeho účastí (čl. 10g odst. 2 polského zákona o obecní samosprávě).
page-yes = ano
page-no = ne

# Jednotky.
page-unit-urban = městská gmina
page-unit-rural = venkovská gmina
page-unit-urban-rural = městsko-venkovská gmina
page-unit-municipality = obec
page-unit-county = okres
page-unit-region = vojvodství nebo kraj
page-unit-apart = { $name } ({ $kind }, { $code })

# Mapa členů.
page-map-leader = lídr
page-map-member = člen
page-map-core = jádro území
page-map-marginalisation = člen ohrožený trvalou marginalizací
page-map-linked = funkčně spjatý člen
page-map-beside = účastní se bez práv člena
page-map-possible = členství k tomuto dni nejisté
page-map-description = Mapa { $count ->
    [one] jedné jednotky
    [few] { $count } jednotek
   *[other] { $count } jednotek
}. Značky: { $signs }. Všechny vyjmenovává seznam pod mapou.
page-map-list = Jednotky na mapě ({ $count })
page-map-without = { $count ->
    [one] Bez hranice i sídla na mapě
    [few] Bez hranic i sídel na mapě
   *[other] Bez hranic i sídel na mapě
}: { $names }.

# Toky mezi obcemi partnerství.
page-flows = Toky
page-flows-none = Kancelář zatím nenahrála tabulku toků. Bude zde mapa, matice a seznam nejsilnějších vazeb.
page-flows-silent = Tabulka nehovoří o žádné obci tohoto partnerství.
page-flows-least = Na mapě toky alespoň tolika osob
page-flows-least-hint = Prázdné pole: tolik nejsilnějších, kolik lze ještě přečíst.
page-flows-map = Toky mezi obcemi partnerství
page-flows-map-told = Na mapě je { $lines } z { $all } toků, od nejsilnějších. Klín začíná široce tam, odkud lidé vyjíždějí, a končí hrotem tam, kam jedou. Všechna čísla jsou v matici.
page-flow-told = { $from } → { $to }: { $count }
page-flows-strongest = Nejsilnější toky
page-flows-from = Odkud
page-flows-to = Kam
page-flows-share = Podíl na vyjíždějících
page-flows-matrix = Matice toků
page-flows-matrix-lead = V řádku je obec, z níž lidé vyjíždějí, ve sloupci ta, kam jedou. Podklad buňky říká totéž co číslo: čím tmavší, tím více osob. Tečka znamená, že tabulka takový tok neuvádí; neznamená nulu.
page-flows-matrix-caption = Osoby z obce v řádku do obce ve sloupci
page-flows-corner = Z obce do obce
page-flows-to-others = Celkem ke členům
page-flows-outside = Mimo partnerství
page-flows-from-others = Celkem od členů
page-flows-among = Mezi obcemi partnerství
page-flows-out = Z partnerství ven
page-flows-in = Zvenčí do partnerství
page-flows-kept = Podíl vyjíždějících, kteří zůstávají v partnerství
page-flows-internal = Uvnitř obcí
page-flows-hidden = { $count ->
    [one] Jedno číslo je v tabulce utajeno; součty je neobsahují.
    [few] { $count } čísla jsou v tabulce utajena; součty je neobsahují.
   *[other] { $count } čísel je v tabulce utajeno; součty je neobsahují.
}
page-flows-parts = Z těch, kdo neopouštějí svou obec, uvádí tabulka jen osoby, které dojíždějí mezi městem a venkovskou částí městsko-venkovské obce: { $count }.
page-flows-largest = V matici stojí { $shown } z { $all } obcí: ty s nejsilnějšími vazbami. Součty zahrnují všechny.
page-flows-units-silent = Tabulka nehovoří o: { $names }.
page-flows-stay = Zůstávají v obci { $name }
page-flows-secret = tajné
page-flows-not-stated = tabulka neuvádí

# Partnerství jedno v druhém.
page-nest-above = Působí v rámci partnerství
page-nest-inside = Partnerství, která působí v jeho rámci
page-nest-beside = Další partnerství: { $name }
page-nest-shared = Společní členové: { $both }; zde { $mine }, tam { $theirs }.

# Historie.
page-count-events = { $count ->
    [one] { $count } událost
    [few] { $count } události
   *[other] { $count } událostí
}
page-history-none = Události tohoto druhu zatím nejsou zapsány.
page-order = Pořadí
page-order-dates = Podle dat
page-order-newest = Od nejnovějších
page-order-told = Tak, jak vypráví zdroj
page-odd-dates = { $count ->
    [one] Jedno datum nesouhlasí s pořadím vyprávění
    [few] { $count } data nesouhlasí s pořadím vyprávění
   *[other] { $count } dat nesouhlasí s pořadím vyprávění
}
page-date-doubtful = datum pochybné
page-date-not-stated = datum neuvedeno
page-joined = { $count ->
    [one] Přistupuje 1 člen
    [few] Přistupují { $count } členové
   *[other] Přistupuje { $count } členů
}: { $names }
page-left = { $count ->
    [one] Vystupuje 1 člen
    [few] Vystupují { $count } členové
   *[other] Vystupuje { $count } členů
}: { $names }
page-answered = Odpověď na výzvu „{ $call }“: { $state }
page-period = { $from } – { $to }
page-since = od: { $from }
page-until = do: { $to }
page-since-day = od { $from }
page-until-day = do { $to }

# Dokumenty.
page-count-documents = { $count ->
    [one] { $count } dokument
    [few] { $count } dokumenty
   *[other] { $count } dokumentů
}
page-documents-none = Partnerství zatím nezveřejnilo žádný dokument.
page-download = Stáhnout soubor { $name }
page-file-size = { $kilobytes } kB
page-period-of = Období
page-signatures = Podpisy
page-signatures-none = Zdroje neuvádějí, kdo tento dokument podepsal.
page-count-signatures = { $count ->
    [one] { $count } podpis
    [few] { $count } podpisy
   *[other] { $count } podpisů
}
page-adopted-by = Usnesení k tomuto dokumentu
page-stands-on-it = Co se o něj opírá

# Orgány, schůze, usnesení.
page-bodies-none = Zatím není zapsán žádný orgán.
page-count-seats = { $count ->
    [one] { $count } místo
    [few] { $count } místa
   *[other] { $count } míst
}
page-seats-possible = { $seats } s jistotou, možná ještě { $possible }
page-second-function = Zároveň:
page-seats-on = Složení: { $date }
page-seats-asked = Složení ke dni, měsíci nebo roku
page-seats-none = K tomuto dni není známo, kdo v tomto orgánu zasedá.
page-institution = Instituce
page-term = Funkční období
page-quorum-label = Usnášeníschopnost
page-quorum = nejméně { $percent } % míst
page-rule-not-stated = neuvedeno
page-meetings = Schůze
page-resolutions = Usnesení
page-agenda = Program
page-attendance = Účast
page-turnout = Obsazeno { $present } z { $seats } míst s hlasovacím právem.
page-votes = pro { $for }, proti { $against }, zdrželo se { $abstained }
page-votes-heading = Hlasování
page-resolution-number = Usnesení č. { $number }
page-carried = Usnášeníschopnost i většina splněny
page-no-quorum = Orgán nebyl usnášeníschopný
page-no-majority = Většiny nebylo dosaženo
page-vote-open = Nelze určit, zda bylo hlasování platné
page-reason-no-seats = Orgán nemá k tomuto dni místo s hlasovacím právem.
page-reason-quorum-not-stated = Orgán neuvádí podmínku usnášeníschopnosti.
page-reason-attendance = Účast není zapsána.
page-reason-quorum-missed = Přítomno bylo { $present } z { $seats }, potřeba je { $needed }.
page-reason-majority-not-stated = Orgán neuvádí potřebnou většinu; předpokládá se prostá: více hlasů pro než proti.
page-reason-votes = Hlasy nejsou zapsány.
page-reason-majority-missed = Pro bylo { $for }, potřeba je { $needed }.
page-reason-too-many = Hlasů je { $votes }, přítomných { $present }.
page-applied = provedeno { $date }
page-not-applied = zatím neprovedeno

# Etapy.
page-stages-lead = Devatenáct etap života partnerství ve stálém pořadí. Etapy se mohou překrývat.
page-took-part = Zúčastnili se (osoby, bez osobních údajů):
page-took-part-group = { $group }: { $count }
page-passage-ahead = ještě nezačalo
page-passage-planned = plánováno
page-passage-here = probíhá
page-passage-done = ukončeno
page-passage-skipped = vynecháno
page-passage-not-recorded = nezapsáno
page-gate-initiator = Iniciátor nebo lídr je zapsán.
page-gate-no-initiator = Čeká na iniciátora nebo lídra.
page-gate-two-units = Zájem mají nejméně dvě samosprávy.
page-gate-no-two-units = Čeká na nejméně dvě samosprávy se zájmem.
page-gate-agreement = Dohoda nebo statut platí.
page-gate-no-agreement = Čeká na platnou dohodu nebo statut.
page-gate-data = Data jsou načtena.
page-gate-no-data = Čeká na data.
page-gate-strategy = Existuje alespoň návrh strategie.
page-gate-no-strategy = Čeká na návrh strategie.

# Aktuality a výzvy.
page-news-none = Zatím nejsou žádné aktuality.
page-calls-lead = Pozvánky a soutěže, na které partnerství odpovídají.
page-calls-none = Zatím není zapsána žádná výzva.
page-call-conditions = Podmínky výzvy
page-answers-to-call = Odpovědi na výzvu
page-answers-none = Na tuto výzvu zatím neodpovědělo žádné zveřejněné partnerství.
page-check-members = Prověřit členy
page-limit = limit { $limit }
page-eligible = Zda členové splňují podmínky: { $name }
page-eligible-on-answer = Stav ke dni odpovědi: { $date }. Co není známo, není ani splněno, ani nesplněno.
page-eligible-today = Dnešní stav: { $date }. Co není známo, není ani splněno, ani nesplněno.
page-admitted = Připuštěn

page-check-whose = Čí členy prověřit

# Původ a jazyk.
page-origin-stated = ve zdroji
page-origin-external = vnější
page-origin-inferred = odvozeno
page-origin-invented = smyšlený příklad
page-only-in-polish = jen polsky
page-only-in-czech = jen česky
page-only-in-english = jen anglicky
page-translation-outdated = překlad neaktuální
