# Zpráva o vymezení.

report-kind = Zpráva o vymezení území
report-contents = Obsah
report-table = Tabulka
report-figure = Obrázek
report-page = strana
report-of = z
report-skip = Přejít k textu
report-description = { $title }: oblasti s mapou a tabulkami, metoda, pochybnosti a původ dat.

report-term-prepared-by = Zpracování
report-term-day = Datum
report-term-data = Data
report-term-method = Metoda
report-term-program = Program
report-term-period = Období
report-term-publisher = Vydavatel dat
report-term-units = Jednotky
report-term-flows = Toky mezi jednotkami
report-term-persons = Osoby v tocích
report-term-command = Příkaz
report-term-licence = Zdroj a licence

report-chapter-summary = Stručně
report-chapter-data = Otázka a data
report-chapter-method = Metoda
report-chapter-map = Mapa
report-chapter-areas = Oblasti
report-chapter-units = Obce a jejich oblasti
report-chapter-doubts = Co je pochybné
report-chapter-provenance = Původ

report-summary-lead = { $units ->
    [one] Byla posouzena { $units } jednotka
    [few] Byly posouzeny { $units } jednotky
    [many] Bylo posouzeno { $units } jednotky
   *[other] Bylo posouzeno { $units } jednotek
} a metodou „{ $method }“ { $areas ->
    [one] byla vymezena { $areas } funkční oblast
    [few] byly vymezeny { $areas } funkční oblasti
    [many] bylo vymezeno { $areas } funkční oblasti
   *[other] bylo vymezeno { $areas } funkčních oblastí
}. Funkční oblast spojuje obce, jejichž obyvatelé společně bydlí a pracují: většina lidí, kteří v ní bydlí, v ní také pracuje.
report-summary-inside = Ze všech zaměstnaných obyvatel jich { $share } pracuje v oblasti, ve které bydlí.
report-summary-largest = Největší podle počtu zaměstnaných obyvatel je oblast { $area }: { $units ->
    [one] { $units } jednotka
    [few] { $units } jednotky
    [many] { $units } jednotky
   *[other] { $units } jednotek
}, zaměstnaní obyvatelé: { $employed }.
report-summary-doubts = { $count ->
    [one] Před rozhodnutím si pozornost zaslouží jeden druh pochybností; uvádí jej kapitola { $chapter }.
    [few] Před rozhodnutím si pozornost zaslouží { $count } druhy pochybností; uvádí je kapitola { $chapter }.
    [many] Před rozhodnutím si pozornost zaslouží { $count } druhu pochybností; uvádí je kapitola { $chapter }.
   *[other] Před rozhodnutím si pozornost zaslouží { $count } druhů pochybností; uvádí je kapitola { $chapter }.
}
report-summary-no-doubts = V datech ani ve výsledku nebylo nalezeno nic pochybného.
report-figure-areas = { $count ->
    [one] funkční oblast
    [few] funkční oblasti
    [many] funkční oblasti
   *[other] funkčních oblastí
}
report-figure-units = { $count ->
    [one] posouzená jednotka
    [few] posouzené jednotky
    [many] posouzené jednotky
   *[other] posouzených jednotek
}
report-figure-employed = zaměstnaní obyvatelé
report-figure-inside = pracuje v oblasti, ve které bydlí
report-figure-edge = { $count ->
    [one] jednotka na pomezí oblastí
    [few] jednotky na pomezí oblastí
    [many] jednotky na pomezí oblastí
   *[other] jednotek na pomezí oblastí
}
report-figure-unassigned = { $count ->
    [one] jednotka mimo oblasti
    [few] jednotky mimo oblasti
    [many] jednotky mimo oblasti
   *[other] jednotek mimo oblasti
}

report-note-modelled = Modelované toky
report-note-modelled-text = Toky nebyly sečteny: určil je model z údajů o jednotkách a ze vzdáleností mezi nimi. Oblasti, podíly a hranice ukazují to, co model předpokládá; sečtené toky mohou dát jiné.
report-note-estimated = Odhad
report-note-estimated-text = Počet osob, které bydlí i pracují v téže jednotce, byl odhadnut z počtu obyvatel. Odhadem jsou všechny hodnoty, které na něm stojí: zaměstnaní obyvatelé, pracovní místa i podíly.
report-note-upper-bound = Horní mez
report-note-upper-bound-text = Počet osob, které bydlí i pracují v téže jednotce, byl vypočten jako rozdíl zaměstnaných obyvatel a vyjíždějících. Vyjíždějící, kteří ve zveřejněných tocích chybějí, jsou tak započteni jako pracující doma; podíly pracujících ve vlastní oblasti jsou proto horní mezí.
report-note-schematic = Schematická mapa
report-note-schematic-text = Mapa ukazuje buňky nakreslené kolem sídel jednotek. Nejsou to správní hranice a nevypovídají o velikosti ani o tvaru.
report-note-example = Příklad

report-question-default = Které obce patří k sobě, protože jejich obyvatelé mezi nimi dojíždějí za prací, a kudy vedou hranice takových oblastí?
report-section-treatment = Co se s daty stalo
report-section-question = Otázka
report-section-data = Data

report-diagonal-counted = Osoby, které bydlí i pracují v téže jednotce, zdroj uvádí; hodnoty byly použity beze změny.
report-diagonal-absent = Zdroj obsahuje jen osoby vyjíždějící ze své jednotky. Počet osob, které bydlí i pracují v téže jednotce, není znám, a podíly na obyvatelích a pracovních místech proto nebylo možné vypočítat.
report-diagonal-worked-out = Zdroj obsahuje jen osoby vyjíždějící ze své jednotky. Počet osob, které bydlí i pracují v téže jednotce, byl vypočten jako rozdíl zaměstnaných obyvatel (nebo pracovních míst) a vyjíždějících.
report-diagonal-estimated = Zdroj obsahuje jen osoby vyjíždějící ze své jednotky. Počet osob, které bydlí i pracují v téže jednotce, byl odhadnut z počtu obyvatel a podílu zaměstnaných.
report-diagonal-estimated-share = Zdroj obsahuje jen osoby vyjíždějící ze své jednotky. Počet osob, které bydlí i pracují v téže jednotce, byl odhadnut z počtu obyvatel při podílu zaměstnaných { $share }.
report-parts-folded = { $count ->
    [one] { $count } městská nebo venkovská část byla přičtena ke své celé obci.
    [few] { $count } městské a venkovské části byly přičteny ke svým celým obcím.
    [many] { $count } městské a venkovské části bylo přičteno ke svým celým obcím.
   *[other] { $count } městských a venkovských částí bylo přičteno ke svým celým obcím.
}
report-between-parts = { $count ->
    [one] { $count } řádek vede z obce do ní samé
    [few] { $count } řádky vedou z obce do ní samé
    [many] { $count } řádku vede z obce do ní samé
   *[other] { $count } řádků vede z obce do ní samé
} (počet osob: { $persons }). Jde o dojížďku mezi městskou a venkovskou částí, nikoli o osoby, které tam bydlí i pracují; zůstaly stranou.
report-no-places = Cíle, které nejsou místem na mapě (doma, bez stálého místa, v zahraničí), byly vynechány; počet osob: { $persons }. Kódy: { $codes }.
report-duplicates-summed = { $count ->
    [one] { $count } dvojice jednotek byla v souboru vícekrát; její hodnoty byly sečteny.
    [few] { $count } dvojice jednotek byly v souboru vícekrát; jejich hodnoty byly sečteny.
    [many] { $count } dvojice jednotek bylo v souboru vícekrát; jejich hodnoty byly sečteny.
   *[other] { $count } dvojic jednotek bylo v souboru vícekrát; jejich hodnoty byly sečteny.
}
report-suppressed-told = { $count ->
    [one] { $count } tok vydavatel utajil; nebyl nahrazen žádnou hodnotou.
    [few] { $count } toky vydavatel utajil; nebyly nahrazeny žádnou hodnotou.
    [many] { $count } toku vydavatel utajil; nebyly nahrazeny žádnou hodnotou.
   *[other] { $count } toků vydavatel utajil; nebyly nahrazeny žádnou hodnotou.
}
report-threshold-told = Toky s méně než { $threshold } osobami se nezveřejňují a v datech chybějí.

report-method-travel-to-work = Oblasti bydlení a práce
report-method-travel-to-work-1 = Metoda hledá oblasti, ve kterých většina obyvatel pracuje a většinu pracovních míst zastávají místní. Na začátku stojí každá obec sama. Otevře se oblast, která má k požadavkům nejdále, a jedna z jejích obcí přejde do oblasti, se kterou si vyměňuje nejvíce dojíždějících v poměru k velikosti obou; přechod je přijat jen tehdy, když si přijímající oblast nepohorší.
report-method-travel-to-work-2 = Obec, kterou nemůže přijmout žádná oblast, čeká v rezervě. Jakmile všechny oblasti splňují požadavky, rozdělí se rezerva podle nejsilnější vazby, už bez dalšího posouzení; oblast tím může přestat požadavky splňovat a zpráva takové oblasti uvádí.
report-method-travel-to-work-3 = Velké oblasti mohou být méně uzavřené než malé: mezi nejmenší a cílovou velikostí požadovaný podíl postupně klesá. Jde o metodu Coombese a Bonda (2008) v podobě, kterou používá italský statistický úřad.
report-method-functional-urban-area = Funkční městská oblast
report-method-functional-urban-area-1 = Metoda vychází z měst. Obec patří do dojížďkové zóny města, pracuje-li v něm dostatečný podíl jejích zaměstnaných obyvatel; splní-li podmínku pro více měst, připadne k tomu s největším podílem.
report-method-functional-urban-area-2 = Města, mezi nimiž dojíždí dost lidí, se počítají jako jeden cíl. Obce obklopené jednou oblastí se připojí, obce, které se své oblasti nedotýkají, odpadnou.
report-method-functional-urban-area-3 = Jde o definici Evropské unie a OECD (Dijkstra, Poelman a Veneri 2019).
report-method-threshold = Jádro a prstenec podle prahu
report-method-threshold-1 = Metoda vychází z jader. Obec patří do prstence jádra, dosáhne-li podíl dojíždějících do tohoto jádra prahu; z více jader rozhoduje to s největším podílem.
report-method-threshold-2 = Podíl má jmenovatele, který ovlivňuje výsledek; uvádí jej tabulka parametrů.
report-method-threshold-3 = Obce pod prahem nepatří do žádné oblasti. To je záměr: metoda nerozděluje celé území.
report-method-leiden = Oblasti hustých vazeb
report-method-leiden-1 = Metoda hledá rozdělení, v němž si oblasti uvnitř vyměňují více dojíždějících, než by se dalo čekat. Co se dá čekat, plyne podle nastavení ze zaměstnaných obyvatel a pracovních míst jednotek (modularita), ze stálé hustoty (CPM), nebo z velikostí a vzdáleností (gravitace, radiace).
report-method-leiden-2 = Jednotky přecházejí jedna po druhé do oblasti, kde je zisk největší; oblasti se dělí na dobře svázané části a ty přecházejí dál. Hledání začíná několikrát znovu a ponechá se nejlepší rozdělení. Každá oblast je souvislá podle toků.
report-method-leiden-3 = Počítají se i lidé, kteří bydlí a pracují v téže jednotce. Při rozlišení 1 jsou oblasti velké jako regiony; vyšší hodnoty dávají menší oblasti a žádná z nich není ta správná: je třeba porovnat několik. Způsob hledání popsali Traag, Waltman a van Eck (2019).
report-method-map-equation = Oblasti náhodné procházky
report-method-map-equation-1 = Chodec přechází z jednotky do jednotky tím častěji, čím více dojíždějících si vyměňují. Oblasti jsou rozdělení, při němž lze jeho cestu popsat nejkratším zápisem: v oblasti zůstává dlouho, než ji opustí.
report-method-map-equation-2 = Ve výchozím nastavení se nepočítají lidé, kteří bydlí a pracují v téže jednotce, protože s nimi by většina oblastí byly jednotlivé jednotky.
report-method-map-equation-3 = Je to jiný pohled na vazby, nikoli oblast trhu práce: nežádá se uzavřenost ani velikost. Míru popsali Rosvall a Bergstrom (2008).
report-method-criteria = Jádro a okolí podle seznamu kritérií
report-method-criteria-1 = Metoda vychází z jader. Každá další obec se posuzuje vůči jednomu jádru podle seznamu kritérií; každé kritérium porovnává jeden ukazatel s prahem, přímo nebo jako část průměru regionu či země.
report-method-criteria-2 = Obec patří do oblasti svého jádra, splní-li dost kritérií, jak uvádí tabulka parametrů. Kritérium, k němuž ukazatel chybí, není nikdy splněno; seznam kritérií takové případy uvádí.
report-method-criteria-3 = Takto se v Polsku vymezují městské funkční oblasti (Śleszyński 2013). Kritéria a prahy jsou ty, které byly zadány; program žádné vlastní nemá.
report-method-dominant-flow = Dominantní tok
report-method-dominant-flow-1 = Každá obec patří do oblasti významnější obce, kam dojíždí nejvíce jejích obyvatel. Obec, jejíž největší tok vede do méně významné, nebo která nemá dost velký tok, je hlavou oblasti.
report-method-dominant-flow-2 = Jde o metodu Nystuena a Daceyho (1961). Sleduje jen největší tok a neptá se, jak je velký, není-li určen nejmenší tok nebo podíl.
report-method-intramax = Intramax: spojování podle interakce
report-method-intramax-1 = Každá obec je na začátku samostatnou oblastí. V každém kroku se spojí dvě oblasti, mezi nimiž se děje nejvíce v poměru k tomu, co lze čekat podle velikosti obou. Všechna spojení s podílem osob, které bydlí a pracují ve stejné oblasti, jsou v souboru fusions.csv.
report-method-intramax-2 = Oblasti jsou ty z okamžiku, který uvádí tabulka parametrů. Malé oblasti se spojují nejdříve; to je známá vlastnost metody.
report-method-intramax-3 = Jde o metodu Massera a Browna (1975).
report-method-self-contained = Uzavřené oblasti práce
report-method-self-contained-1 = Každá obec je na začátku samostatnou oblastí. Oblast, které k požadované uzavřenosti chybí nejvíce, se spojí s tou, se kterou má nejsilnější vazbu, dokud nejsou všechny dost uzavřené. Čím menší oblast, tím více se od ní žádá.
report-method-self-contained-2 = Oblasti se už znovu neotvírají, proto jich je málo a jsou velké. Jde o metodu kanadského statistického úřadu (Munro, Alasia a Bollman 2011).
report-method-other = Metoda je popsána v příručce programu pod názvem { $method }.
report-contiguity-told = Poté byly spojeny oblasti, které se na mapě rozpadaly na více částí: část bez spojení přešla do sousední oblasti s nejsilnější vazbou.

report-parameters-caption = Parametry metody, jak byly zadány
report-column-parameter = Parametr
report-column-value = Hodnota
report-column-meaning = Význam
report-parameter-preset = pojmenovaná sada hodnot; hodnoty zadané jednotlivě mají přednost
report-parameter-min-size = počet zaměstnaných obyvatel, který potřebuje nejmenší oblast
report-parameter-min-self-containment = uzavřenost, kterou potřebuje oblast cílové velikosti nebo větší
report-parameter-target-size = počet zaměstnaných obyvatel, od kterého stačí nižší uzavřenost
report-parameter-target-self-containment = uzavřenost, kterou potřebuje nejmenší oblast
report-parameter-rule = jak se v dalším kroku posuzuje otevřená oblast: jednotku po jednotce jako v referenčním programu, nebo jako celek
report-parameter-cores = kódy jader; prázdné: jádra určená pravidlem
report-parameter-core-min-jobs = pracovní místa, která potřebuje jádro určené pravidlem
report-parameter-core-min-job-ratio = pracovní místa na zaměstnaného obyvatele, která potřebuje jádro určené pravidlem
report-parameter-core-min-population = počet obyvatel, který potřebuje jádro určené pravidlem
report-parameter-core-min-density = počet obyvatel na kilometr čtvereční, který potřebuje jádro určené pravidlem
report-parameter-core-clusters = zda dotýkající se jednotky s požadovanou hustotou tvoří jedno jádro, jehož ostatní hodnoty se počítají dohromady
report-parameter-grid-density = počet obyvatel čtverečního kilometru populační sítě, od něhož může patřit k městskému centru
report-parameter-grid-population = počet obyvatel, který potřebuje městské centrum populační sítě
report-parameter-city-share = podíl obyvatel jednotky bydlících v městském centru, od něhož je městem
report-parameter-commuting = podíl zaměstnaných obyvatel pracujících ve městě, potřebný pro jeho zónu
report-parameter-merge = podíl zaměstnaných obyvatel města pracujících v jiném městě, od kterého se obě počítají jako jedno
report-parameter-merge-iterated = zda se spojená města porovnávají znovu
report-parameter-exclaves = zda odpadají jednotky, které se své oblasti nedotýkají
report-parameter-enclaves = zda se připojují jednotky obklopené jednou oblastí
report-parameter-enclave-border-share = podíl hranice, který obklopuje enklávu
report-parameter-share = podíl, od kterého jednotka patří k jádru
report-parameter-denominator = k čemu se počet dojíždějících do jádra vztahuje
report-parameter-reverse-share = podíl pracovních míst jednotky obsazených obyvateli jádra, který rovněž stačí
report-parameter-min-commuters = počet osob, pod kterým se podíl nepočítá
report-parameter-cascading = zda jsou jednotky prstence jádrem pro další prstenec
report-parameter-quality = co dělá oblasti dobrými: více dojíždějících uvnitř, než plyne z velikostí, ze stálé hustoty, nebo z velikostí a vzdáleností
report-parameter-resolution = váha toho, co se čeká; vyšší hodnoty dávají menší oblasti
report-parameter-node-size = jen CPM: zda je hustota počtem osob na dvojici jednotek, nebo na dvojici obyvatel
report-parameter-class-km = jen gravitace: šířka tříd vzdálenosti v kilometrech
report-parameter-seed = číslo, z něhož plyne vše náhodné
report-parameter-trials = kolikrát hledání začíná znovu; ponechá se nejlepší
report-parameter-iterations = nejvyšší počet kol jednoho pokusu
report-parameter-self-flows = zda se počítají lidé, kteří bydlí a pracují v téže jednotce
report-parameter-directed = zda chodec sleduje toky jen z bydliště do práce
report-parameter-teleportation = zda se nové začátky procházky kódují jako jiné kroky
report-parameter-teleport = pravděpodobnost, že chodec začne znovu jinde
report-parameter-criteria = kritéria, každé na zvláštním řádku nebo za středníkem
report-parameter-min-criteria = kolik kritérií musí jednotka splnit; 0 nežádá nic
report-parameter-min-groups = v kolika skupinách kritérií musí jednotka uspět; 0 nežádá nic
report-parameter-group-criteria = kolik splněných kritérií ve skupině stačí
report-parameter-min-weight = součet vah splněných kritérií, který jednotka potřebuje; 0 nežádá nic
report-parameter-mean = jak se počítají průměry země a regionu
report-parameter-region-digits = kolik prvních znaků kódu označuje region
report-parameter-core-choice = vůči kterému jádru se jednotka posuzuje
report-parameter-importance = co určuje význam jednotky
report-parameter-min-flow = počet osob, pod kterým se tok nepočítá
report-parameter-min-share = podíl na vyjíždějících z jednotky, pod kterým se tok nepočítá
report-parameter-rank = název ukazatele, který obsahuje řád každé jednotky
report-parameter-stop = ve kterém okamžiku se oblasti vezmou
report-parameter-areas = kolik má být oblastí, je-li to pravidlo
report-parameter-internal-share = dostatečný podíl osob, které bydlí a pracují ve stejné oblasti, je-li to pravidlo
report-parameter-jump = příliš velký nárůst toho podílu jedním spojením, je-li to pravidlo
report-parameter-contiguous = zda se spojují jen oblasti, které se dotýkají
report-parameter-diagonal = zda se počítají osoby, které bydlí a pracují ve stejné jednotce
report-parameter-small-size = počet zaměstnaných obyvatel, do kterého se žádá vyšší uzavřenost
report-parameter-large-size = počet zaměstnaných obyvatel, od kterého stačí nižší uzavřenost
report-parameter-small-self-containment = uzavřenost, kterou potřebují nejmenší oblasti
report-parameter-large-self-containment = uzavřenost, kterou potřebují velké oblasti

report-map-caption = { $title }: funkční oblasti
report-map-caption-schematic = { $title }: funkční oblasti, schematicky
report-map-absent = Nebyly zadány hranice ani sídla, mapa proto chybí. Tabulky říkají vše, co by řekla mapa.

report-areas-lead = Řazeno podle počtu zaměstnaných obyvatel. Dva podíly říkají, nakolik je oblast uzavřená: kolik jejích obyvatel v ní pracuje a kolik jejích pracovních míst zastávají místní.
report-areas-caption = Funkční oblasti
report-units-lead = Řazeno podle oblasti a kódu, s důvodem, proč je jednotka tam, kde je.
report-units-caption = Jednotky, jejich oblasti a nejsilnější vazby
report-column-area = Oblast
report-column-unit = Jednotka
report-column-code = Kód
report-column-units = Jednotky
report-column-population = Obyvatelé
report-column-employed = Zaměstnaní obyvatelé
report-column-jobs = Pracovní místa
report-column-internal = Bydlí i pracují
report-column-supply = Obyvatelé pracující uvnitř
report-column-demand = Místa obsazená místními
report-column-job-ratio = Místa na obyvatele
report-column-validity = Hodnocení
report-column-pieces = Části
report-column-own-share = Pracuje ve vlastní oblasti
report-column-strongest = Nejsilnější cíl
report-column-reason = Proč je zde
report-column-given = Zadáno
report-column-leaving = Vyjíždí
report-column-other-area = Jiná oblast
report-column-other-share = Pracuje v jiné oblasti
report-column-margin = Náskok
report-unit-number = počet
report-unit-persons = osoby
report-unit-share = %
report-unit-points = p. b.
report-unit-quotient = poměr
report-totals = Všechny oblasti
report-strongest = { $unit } ({ $persons })
report-no-area = mimo oblasti
report-legend-missing = – v datech chybí hodnota.
report-legend-validity = Hodnocení 1 nebo vyšší: oblast splňuje požadavky metody.
report-legend-pieces = Části: kusy bez společné hranice; 1 znamená souvislou oblast.
report-legend-margin = Náskok: o kolik procentních bodů méně osob pracuje v jiné oblasti než ve vlastní.

report-doubts-lead = Výsledek není nikdy lepší než jeho zdroj. Tato kapitola uvádí vše, co by měl pozorný čtenář vědět před rozhodnutím. Nic nebylo opraveno potichu.
report-doubts-none = Nebylo nalezeno nic pochybného.
report-doubt-suppressed = Utajené toky
report-doubt-suppressed-text = { $count ->
    [one] { $count } tok vydavatel utajil a zůstává utajen.
    [few] { $count } toky vydavatel utajil a zůstávají utajeny.
    [many] { $count } toku vydavatel utajil a zůstává utajeno.
   *[other] { $count } toků vydavatel utajil a zůstává utajeno.
} Slabé vazby jsou tu proto slabší než ve skutečnosti.
report-doubt-suppressed-most = Dohromady zahrnují nejvýše { $persons } osob.
report-doubt-threshold-text = Toky s méně než { $threshold } osobami se nezveřejňují. Chybí proto mnoho slabých vazeb, především kolem malých obcí.
report-doubt-missing = Chybějící jednotky
report-doubt-missing-text = Tyto jednotky jsou v tocích, nikoli však v ostatních souborech (nebo naopak), a nebylo možné je plně zobrazit či použít:
report-doubt-cut = Oříznuté diagonály
report-doubt-cut-text = Z těchto jednotek vyjíždí za prací více osob, než kolik je uvedeno zaměstnaných obyvatel. Počet osob, které tam bydlí i pracují, by byl záporný; byla použita 0.
report-doubt-cut-caption = Jednotky s oříznutou diagonálou
report-doubt-edge = Jednotky na pomezí
report-doubt-edge-text = Tyto jednotky jsou vázány k jiné oblasti téměř stejně silně jako k vlastní. Malá změna hodnot je může přesunout, rozhodnout by proto měla místní znalost.
report-doubt-edge-caption = Jednotky na pomezí dvou oblastí
report-doubt-unassigned = Jednotky mimo oblasti
report-doubt-unassigned-text = Tyto jednotky nepatří do žádné oblasti:
report-doubt-unassigned-caption = Jednotky mimo oblasti s důvodem
report-doubt-pieces = Oblasti z více částí
report-doubt-pieces-text = Tyto oblasti se skládají z částí bez společné hranice:
report-doubt-pieces-item = { $area }: { $pieces ->
    [one] { $pieces } část
    [few] { $pieces } části
    [many] { $pieces } části
   *[other] { $pieces } částí
}
report-doubt-failing = Oblasti, které nedosahují cíle
report-doubt-failing-text = Tyto oblasti nesplňují požadavky metody. Většinou vznikají při rozdělování rezervy; jsou uvedeny a nic není skryto.
report-doubt-failing-caption = Oblasti, které nedosahují cíle
report-doubt-other = Další poznámky

report-provenance-lead = Výsledek lze zopakovat: stejné soubory, stejné parametry a stejná verze programu dají do posledního bajtu stejný výsledek.
report-size = bajty: { $bytes }
report-role-flows = toky
report-role-boundaries = hranice
report-role-employed = zaměstnaní obyvatelé
report-role-jobs = pracovní místa
report-role-population = obyvatelstvo
report-role-employed-share = podíl zaměstnaných
report-role-seats = sídla
report-role-register = registr jednotek
report-role-neighbours = sousedství
report-role-units = jednotky
report-role-criteria = seznam kritérií

report-count = { $count }
report-method-political-agreement = Dohoda členů
report-method-administrative = Správní hranice
report-method-list = Seznam obcí
