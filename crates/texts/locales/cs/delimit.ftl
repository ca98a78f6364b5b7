# Co `miedza delimit` říká vedle výsledku.

stage-reading = čtu { $file }
stage-boundaries = čtu hranice
stage-contiguity = hledám sousedy
stage-method = počítám metodou { $method }
stage-writing = zapisuji výsledky
stage-report = připravuji zprávu

note-modelled = { $count ->
    [one] { $count } řádek tabulky toků pochází z modelu a nikdy nebyl sečten: oblasti, hodnoty i mapa jsou tak označeny
    [few] { $count } řádky tabulky toků pocházejí z modelu a nikdy nebyly sečteny: oblasti, hodnoty i mapa jsou tak označeny
   *[other] { $count } řádků tabulky toků pochází z modelu a nikdy nebylo sečteno: oblasti, hodnoty i mapa jsou tak označeny
}
note-suppressed = { $count ->
    [one] { $count } tok je ve zdroji utajen a takový zůstává: není v žádném součtu
    [few] { $count } toky jsou ve zdroji utajeny a takové zůstávají: nejsou v žádném součtu
   *[other] { $count } toků je ve zdroji utajeno a takových zůstává: nejsou v žádném součtu
}
note-no-place-at-home = do { $code } ({ $meaning }) dojíždí { $persons } osob; počítají se, jako by pracovaly tam, kde bydlí
note-no-place-outside = do { $code } ({ $meaning }) dojíždí { $persons } osob; v matici nejsou
note-no-place-origin = z { $code } ({ $meaning }) pochází { $persons } osob; v matici nejsou
meaning-home = doma
meaning-no-fixed-place = bez stálého místa práce
meaning-offshore = na moři
meaning-abroad = v zahraničí
meaning-other-country = jiná země téhož státu
meaning-unknown = neznámo
meaning-total = součet, ne místo
meaning-declared = označeno, že nejde o místo
note-folded = kódy částí (město, venkovská část, obvod): { $parts }, byly započteny s celými obcemi: { $wholes }
note-left-out-parts = vynechané řádky částí: { $rows } ({ $persons } osob), protože tabulka obsahuje i celek
note-between-parts = řádky z jednotky do ní samé ({ $persons } osob, počet jednotek: { $units }) jsou dojížďka mezi částmi jedné obce, ne diagonála; byly odloženy stranou
note-padded = kódy, které ztratily úvodní nulu a dostaly ji zpět: { $codes }, například { $example }
note-doubtful-codes = kódy uložené jako čísla, které mohly ztratit úvodní nuly: { $codes }, například { $example }
note-without-kind = sedmimístné kódy, které ztratily druh, protože tabulka zapisuje jiné šesti číslicemi: { $codes }
note-no-place-unused = kódy označené, že nejsou místem, které se nevyskytují: { $count }: { $examples }
note-neighbours-unknown-units = řádky sousedů s jednotkami, které v tocích nejsou: { $count }
note-coast-unknown = sousedství bylo zadáno seznamem, takže pobřeží a okraj mapy nejsou známy: enklávy se posuzují bez nich
note-no-cells = mapu nebylo možné nakreslit: { $reason }
note-settings-dropped = parametry metody, která nebyla spuštěna, neměly účinek: { $examples }
note-moved-by-hand = jednotky přesunuté podle ručního seznamu: { $count }
note-zero-rows = řádky s počtem 0 osob: { $count }
note-summed-pairs = dvojice uvedené na více řádcích a sečtené: { $count }
note-unknown-units = jednotky, které nejsou v registru: { $count }: { $examples }
note-diagonal-absent = matice obsahuje jen osoby, které ze své jednotky vyjíždějí; metoda, která potřebuje ty, kdo zůstávají, nebyla spuštěna: zadejte --employed, nebo --population s --employed-share
note-method-chosen = místo ní byla spuštěna metoda { $method } s vyjíždějícími ve jmenovateli; bez seznamu jader jsou jimi jednotky, kam přijíždí více osob, než z nich vyjíždí, a nejméně { $persons }
note-diagonal-employed = osoby, které bydlí a pracují v téže jednotce, byly vypočteny ze zaměstnaných obyvatel ({ $persons } osob); jsou mezi nimi i malé toky, které zdroj skrývá
note-diagonal-jobs = osoby, které bydlí a pracují v téže jednotce, byly vypočteny z pracovních míst ({ $persons } osob); jsou mezi nimi i malé toky, které zdroj skrývá
note-diagonal-estimated = osoby, které bydlí a pracují v téže jednotce, jsou odhadnuty z počtu obyvatel ({ $persons } osob): všechny údaje, které na nich stojí, jsou odhady
note-diagonal-cut = { $count ->
    [one] z { $count } jednotky vyjíždí více osob, než má mít; její diagonála byla seříznuta na 0: { $examples }
   *[other] z { $count } jednotek vyjíždí více osob, než mají mít; jejich diagonála byla seříznuta na 0: { $examples }
}
note-diagonal-given = matice má vlastní diagonálu, takže zaměstnaní obyvatelé, pracovní místa ani obyvatelstvo pro ni nebyly použity
note-missing-units = { $count ->
    [one] { $count } jednotce chybí údaj potřebný pro diagonálu a neúčastní se: { $examples }
   *[other] { $count } jednotkám chybí údaj potřebný pro diagonálu a neúčastní se: { $examples }
}
note-without-boundary = { $count ->
    [one] { $count } jednotka nemá hranici: { $examples }
    [few] { $count } jednotky nemají hranici: { $examples }
   *[other] { $count } jednotek nemá hranici: { $examples }
}
note-mended = { $count ->
    [one] byl opraven { $count } mnohoúhelník: { $examples }
    [few] byly opraveny { $count } mnohoúhelníky: { $examples }
   *[other] bylo opraveno { $count } mnohoúhelníků: { $examples }
}
note-dropped = mnohoúhelníky, ze kterých po opravě nezbyla žádná pevnina: { $count }: { $examples }
note-islands = { $count ->
    [one] { $count } jednotka nesousedí s žádnou jinou: { $examples }
    [few] { $count } jednotky nesousedí s žádnou jinou: { $examples }
   *[other] { $count } jednotek nesousedí s žádnou jinou: { $examples }
}
note-schematic = hranice nebyly zadány; mapa kreslí kolem sídel schematické buňky, které o ničem nerozhodují
note-without-seat = jednotky bez souřadnic sídla, které na mapě nejsou: { $count }: { $examples }
note-moved = { $count ->
    [one] { $count } jednotka byla přesunuta, aby oblasti byly souvislé
    [few] { $count } jednotky byly přesunuty, aby oblasti byly souvislé
   *[other] { $count } jednotek bylo přesunuto, aby oblasti byly souvislé
}
note-not-contiguous = { $count ->
    [one] { $count } oblast leží ve více částech: { $examples }
    [few] { $count } oblasti leží ve více částech: { $examples }
   *[other] { $count } oblastí leží ve více částech: { $examples }
}
note-excluded = { $count ->
    [one] { $count } jednotka se nemůže účastnit: { $examples }
    [few] { $count } jednotky se nemohou účastnit: { $examples }
   *[other] { $count } jednotek se nemůže účastnit: { $examples }
}
note-unassigned = { $count ->
    [one] { $count } jednotka nepatří do žádné oblasti: { $examples }
    [few] { $count } jednotky nepatří do žádné oblasti: { $examples }
   *[other] { $count } jednotek nepatří do žádné oblasti: { $examples }
}
note-failing = { $count ->
    [one] { $count } oblast nedosahuje požadované platnosti: { $examples }
    [few] { $count } oblasti nedosahují požadované platnosti: { $examples }
   *[other] { $count } oblastí nedosahuje požadované platnosti: { $examples }
}
note-stopped-repeated = metoda se vrátila do stavu, ve kterém už byla, a byla zastavena; oblasti jsou z té chvíle
note-stopped-limit = metoda dosáhla meze počtu kroků; oblasti jsou z té chvíle
note-cluster-dissolved = shluk { $founder } byl rozpuštěn, protože { $unit } neměla vazbu mimo něj
note-ordinary-weaker = při rozpouštění shluku { $founder } byl jiný shluk slabší; vzorová metoda tento případ neurčuje
note-neighbours-unknown = exklávy a enklávy nebyly hledány, protože sousedství není známo
note-enclaves-unsettled = exklávy a enklávy se neustálily; oblasti jsou z posledního kola
note-beyond-distance = tyto oblasti jsou svázány více, než vysvětluje vzdálenost (jazykem, železnicí, starými hranicemi); nejsou to oblasti trhu práce
note-walk-not-labour = tyto oblasti plynou z náhodné procházky po tocích; jsou jiným pohledem na vazby, nikoli oblastmi trhu práce
note-quality = { $measure } oblastí, jak je metoda zanechala: { $value } při rozlišení { $resolution }; počet pokusů: { $trials }, nejhorší z nich { $worst }
note-code-length = bity na krok procházky po oblastech, jak je metoda zanechala: { $value }; počet pokusů: { $trials }, nejhorší z nich { $worst }
note-no-effect = parametry, které při ostatních nic nemění: { $examples }
note-nothing-fused = podmínka zastavení byla splněna před prvním spojením, takže každá jednotka je samostatnou oblastí; požadujte vyšší podíl nebo počet oblastí
note-quality-after = tatáž míra pro výsledné oblasti, po přesunu jednotek: { $value }
measure-modularity = modularita
measure-cpm = počet osob nad zadanou hustotu (CPM)
measure-gravity = modularita nad to, co vysvětlují velikosti a vzdálenosti (gravitace),
measure-radiation = modularita nad to, co vysvětlují velikosti a vzdálenosti (radiace),
note-stop-out-of-reach = nezbylo co spojovat dříve, než bylo splněno pravidlo pro zastavení
note-criteria-unknown = jednotky s kritérii, která nebylo možné posoudit, protože chybí ukazatel: { $count }; uvádí je criteria.csv
note-grid-outside = { $persons } z { $all } obyvatel populační sítě bydlí mimo všechny jednotky toků
note-centres-without-city = městská centra, v nichž žádná jednotka nemá dost svých obyvatel a která netvoří město: { $count }
note-no-map = mapa nebyla nakreslena: nejsou známy hranice ani souřadnice sídel
note-and-more = { $listed } a dalších { $count }

done-areas = počet oblastí: { $areas }, počet jednotek: { $units }
done-line-persons = { $persons } osob ve { $pairs } dvojicích
done-line-inside = , z toho { $share } uvnitř oblastí
done-folder = výsledky ve složce { $folder }
done-seat = sídlo
done-units = jednotky
done-residents = zaměstnaní obyvatelé
done-jobs = pracovní místa
done-supply = nabídka
done-demand = poptávka
done-more = další oblasti v summary.json: { $count }
mark-modelled = modelováno
mark-estimated = odhad
mark-schematic = schematické buňky
study-title = Funkční oblasti metodou { $method }

compare-head = jednotky v obou rozděleních: { $units }; míry jsou počítány jen za ně
compare-marks = označení: { $marks }
compare-measure = míra
compare-by-units = podle jednotek
compare-by-residents = podle zaměstnaných obyvatel
compare-by-out-commuters = podle vyjíždějících
compare-adjusted-rand = upravený Randův index
compare-nmi = normovaná vzájemná informace
compare-vi = variace informace (naty)
compare-changed = { $count ->
    [one] { $count } jednotka mění oblast: { $examples }
    [few] { $count } jednotky mění oblast: { $examples }
   *[other] { $count } jednotek mění oblast: { $examples }
}
compare-left = { $count ->
    [one] { $count } jednotka opouští oblast a ve druhém rozdělení není v žádné: { $examples }
    [few] { $count } jednotky opouštějí oblast a ve druhém rozdělení nejsou v žádné: { $examples }
   *[other] { $count } jednotek opouští oblast a ve druhém rozdělení není v žádné: { $examples }
}
compare-joined = { $count ->
    [one] { $count } jednotka, která v prvním rozdělení není v žádné oblasti, přibývá: { $examples }
    [few] { $count } jednotky, které v prvním rozdělení nejsou v žádné oblasti, přibývají: { $examples }
   *[other] { $count } jednotek, které v prvním rozdělení nejsou v žádné oblasti, přibývá: { $examples }
}
compare-left-residents = zaměstnaní obyvatelé těchto jednotek: ubývá { $left }, přibývá { $joined }
compare-left-out-commuters = vyjíždějící z těchto jednotek: ubývá { $left }, přibývá { $joined }
compare-left-jobs = pracovní místa v těchto jednotkách: ubývá { $left }, přibývá { $joined }
compare-left-in-commuters = dojíždějící do těchto jednotek: ubývá { $left }, přibývá { $joined }
compare-left-population = obyvatelé těchto jednotek: ubývá { $left }, přibývá { $joined }
compare-moved-units = jednotky, které mění oblast: { $moved } z { $all } ({ $share })
compare-moved-residents = zaměstnaní obyvatelé, kteří přecházejí s nimi: { $moved } z { $all } ({ $share })
compare-moved-out-commuters = vyjíždějící, kteří přecházejí s nimi: { $moved } z { $all } ({ $share })
compare-moved-jobs = pracovní místa, která přecházejí s nimi: { $moved } z { $all } ({ $share })
compare-moved-in-commuters = dojíždějící, kteří přecházejí s nimi: { $moved } z { $all } ({ $share })
compare-moved-population = obyvatelé, kteří přecházejí s nimi: { $moved } z { $all } ({ $share })
compare-contiguity = části oblastí nad první: { $first } v prvním rozdělení, { $second } ve druhém
compare-area = oblast prvního rozdělení
compare-best-match = nejpodobnější
compare-jaccard = Jaccard
compare-moved-out = ubývá
compare-moved-in = přibývá
compare-more = a další v matches.csv (`--out`): { $count }
compare-title = Dvě rozdělení vedle sebe
contiguity-told = dvojice sousedů: { $pairs }, jednotky: { $units }, zapsáno do { $file }

# Co říká `miedza certainty`.

stage-replicates = opakování { $done } z { $of }
stage-sweep = kombinace { $done } z { $of }
note-diagonal-rest = počet osob, které bydlí i pracují v téže jednotce, byl dopočítán, každé opakování ho proto dopočítává znovu z vylosovaných toků; zaměstnaní obyvatelé a pracovní místa v jednotkách zůstávají, jak byly zadány
note-suppressed-drawn = utajené toky losované ve svém rozmezí v každém opakování: { $count }
note-suppressed-out = utajené toky bez rozmezí, které se v žádném opakování neuplatní: { $count }; zadejte je pomocí --suppressed OD-DO
note-suppressed-unused = --suppressed nemělo účinek: tabulka neoznačuje žádný tok mezi dvěma jednotkami za utajený, nebo žádný touto značkou
note-base-outside-suppressed = oblasti leží mimo to, co bylo vylosováno: je jich { $areas }, v opakováních { $fewest } až { $most }, protože utajené toky počítají jako nulu. Nejprve vezměte oblasti z consensus.csv (počet: { $consensus }) a jistotu nečtěte jako jistotu vymezení s těmito toky
note-base-outside = oblasti leží mimo to, co bylo vylosováno: je jich { $areas }, v opakováních { $fewest } až { $most }. Podívejte se vedle nich na oblasti z consensus.csv (počet: { $consensus })
done-replicates = { $method } · opakování: { $replicates } · oblasti: { $areas }; v opakováních { $fewest } až { $most }, prostřední počet { $middle }
done-edges = z { $units } jednotek zůstává { $edges } se svým sídlem v méně než { $limit } opakování
done-sweep = průchod parametry: kombinace { $combinations }, odmítnuté { $refused }, rozsahy beze změny { $plateaus }
done-unit = jednotka
done-area = oblast
done-certainty = jistota
done-in-none = v žádné oblasti
done-new-area = nová oblast
done-second = druhá oblast
done-second-share = její podíl
done-more-edges = a dalších { $count } v certainty.csv
certainty-title = Jistota oblastí vymezených metodou { $method }, opakování: { $replicates }
