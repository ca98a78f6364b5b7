# Dílna vymezení: varianty funkční oblasti, na čem stojí a s jakými pravidly se poměřují.

lab-base-empty = Na začátku žádná jednotka.
lab-base-list = { $count ->
    [one] Na začátku seznam: { $count } jednotka.
    [few] Na začátku seznam: { $count } jednotky.
   *[other] Na začátku seznam: { $count } jednotek.
}
lab-base-variant = { $count ->
    [one] Na začátku { $count } jednotka z jiné varianty.
    [few] Na začátku { $count } jednotky z jiné varianty.
   *[other] Na začátku { $count } jednotek z jiné varianty.
}
lab-base-method = { $count ->
    [one] Vymezeno metodou „{ $method }“: { $count } jednotka.
    [few] Vymezeno metodou „{ $method }“: { $count } jednotky.
   *[other] Vymezeno metodou „{ $method }“: { $count } jednotek.
}
lab-changed-by-hand = Pozdější ruční změny: { $count }.
lab-table-hash = SHA-256 tabulky proudů: { $sha256 }
lab-no-source = zdroj není uveden
lab-by-cells = podle buněk kolem sídel, ne podle hranic
lab-stranger = Žádný zde známý registr tuto jednotku neobsahuje.

lab-report-kind = Varianta funkční oblasti
lab-report-description = Jednotky, čísla, pravidla a odůvodnění varianty „{ $title }“.
lab-term-resolution = Přijato usnesením
lab-term-begun = Základ
lab-chapter-figures = Čísla
lab-chapter-map = Mapa
lab-chapter-rules = Pravidla
lab-chapter-units = Jednotky a proč do oblasti patří
lab-chapter-origin = Jak vznikla
lab-caption-rules = Pravidla a jejich výsledek
lab-caption-units = Jednotky oblasti
lab-column-rule = Pravidlo
lab-column-verdict = Výsledek
lab-column-figure = Číslo
lab-column-code = Kód
lab-column-unit = Jednotka
lab-column-county = Okres
lab-column-population = Obyvatelstvo
lab-column-share = Do oblasti, z dojíždějících do jiné obce
lab-column-why = Proč

lab-figure-units = Jednotky
lab-figure-population = Obyvatelstvo
lab-figure-area = Rozloha, km²
lab-figure-inside = Dojíždějící mezi jednotkami
lab-figure-kept = Vyjíždějící, kteří zůstávají v oblasti
lab-figure-supply = Obyvatelé pracující uvnitř
lab-figure-demand = Místa obsazená obyvateli oblasti
lab-figure-contiguity = Souvislost
lab-figure-leaving = Vyjíždějí z oblasti
lab-figure-arriving = Dojíždějí do oblasti
lab-figure-employed = Zaměstnaní obyvatelé
lab-figure-jobs = Pracovní místa
lab-contiguity-yes = jedna část
lab-contiguity-unknown = není známa
lab-contiguity-pieces = { $count ->
    [few] { $count } části
   *[other] { $count } částí
}

lab-map-description = { $count ->
    [one] Mapa: { $count } jednotka a její okolí.
    [few] Mapa: { $count } jednotky a jejich okolí.
   *[other] Mapa: { $count } jednotek a jejich okolí.
}
lab-map-core = Jádro: { $core }.
lab-map-one-piece = Oblast leží v jedné části.
lab-map-pieces = Počet částí, v nichž oblast leží: { $count }.
lab-map-schematic = Schematické buňky kolem sídel místo hranic.
lab-place-core = jádro
lab-place-begun = v oblasti
lab-place-added = zařazena ručně
lab-place-removed = vyřazena ručně
lab-place-outside = mimo oblast
lab-told-share = { $share } těch, kdo z ní dojíždějí do jiné obce, jezdí do oblasti
lab-side-both = v obou
lab-side-only-here = jen v této variantě
lab-side-only-there = jen v druhé variantě
lab-side-moved = mění oblast
lab-map-two = Jednotky v obou: { $both }. Jen v této variantě: { $here }. Jen v druhé: { $there }.
lab-map-whole = Mapa s { $areas } oblastmi. Šrafované jsou jednotky, které mění oblast: { $changed }.
lab-certainty-map = Mapa jistoty: { $units } jednotek; šrafovaných { $edges } zůstává ve své oblasti v méně než { $limit } opakování.
lab-certainty-no-method = Varianta nestojí na žádné metodě, takže není co losovat znovu.
lab-certainty-no-method-hint = Nejprve spusťte metodu; seznam jednotek nemá vlastní hranici, jíž by si šlo být jist.
lab-certainty-failure-range = Zadané hodnoty nevyhovují.
lab-certainty-hint-range = Zadejte 1 až { $most } opakování, celé číslo jako semínko a mez od 0 do 1.

lab-why-added = zařazena ručně
lab-why-removed = vyřazena ručně
lab-why-listed = je na seznamu, kterým varianta začala
lab-why-taken-over = je ve variantě, kterou tato začala
lab-why-grown-around = je v oblasti od začátku: ostatní jednotky se připojovaly k ní
lab-why-other-area = metoda ji zařadila do jiné oblasti
lab-why-outside = do varianty nepatří
lab-why-share = { $share } těch, kdo z ní dojíždějí za prací do jiné obce, jezdí do této oblasti
lab-why-strongest = nejvíce z nich jezdí do: { $unit } ({ $share })
lab-why-untold = tabulka proudů neobsahuje její proudy

lab-rule-contiguous = Oblast leží v jedné části
lab-rule-neighbours-inside = Každá jednotka má v oblasti souseda
lab-rule-core-size = Jádro má alespoň { $limit } obyvatel
lab-rule-commuter-share = Z každé jednotky pracuje v jádru alespoň { $limit } { $whole }
lab-rule-made-again = Stejná metoda na stejných datech dává stejné jednotky
lab-rule-members = Jednotky jsou členy partnerství
lab-rule-compared = Byly vypracovány alespoň dvě varianty
lab-rule-counties = Okresy, do nichž oblast zasahuje
lab-verdict-met = splněno
lab-verdict-broken = nesplněno
lab-verdict-open = není známo
lab-verdict-told = informace
lab-rule-open = chybí údaje, na které se pravidlo ptá
lab-rule-pieces = { $count ->
    [one] { $count } část
   *[other] počet částí: { $count }, mimo hlavní
}
lab-rule-lonely = { $count ->
    [one] { $count } jednotka bez souseda v oblasti
    [few] { $count } jednotky bez souseda v oblasti
   *[other] { $count } jednotek bez souseda v oblasti
}
lab-rule-core-population = { $count ->
    [one] { $count } obyvatel
    [few] { $count } obyvatelé
   *[other] { $count } obyvatel
}
lab-rule-lowest = nejnižší podíl { $share }
lab-rule-different = { $count ->
    [one] { $count } jednotka se liší
    [few] { $count } jednotky se liší
   *[other] { $count } jednotek se liší
}
lab-rule-variants = { $count ->
    [one] { $count } varianta
    [few] { $count } varianty
   *[other] { $count } variant
}
lab-rule-counties-count = { $count ->
    [one] { $count } okres
    [few] { $count } okresy
   *[other] { $count } okresů
}

lab-failure-no-flows = Metoda potřebuje proudy a tato varianta nemá tabulku proudů.
lab-hint-flow-table = Nejprve zvolte tabulku proudů nebo vložte seznam jednotek.
lab-hint-diagonal = Zadejte podíl zaměstnaných mezi obyvateli, nebo zvolte metodu, v níž jsou jmenovatelem vyjíždějící.
lab-hint-share = Zadejte podíl větší než 0 a nejvýše 1, například 0,27 nebo 27 %.
lab-hint-range = Zvolte jinou hodnotu; u pole každého parametru je napsáno, co znamená a co vyhovuje.
lab-hint-cores = Uveďte jádra jejich kódy, nebo snižte počet pracovních míst, který jádro potřebuje.
lab-hint-figures = Importujte údaje, na které se parametr ptá, nebo jej vraťte na 0.
lab-failure-empty = Ve variantě zatím není žádná jednotka.
lab-hint-empty = Nejprve jednotky zařaďte: metodou, ručně nebo vloženým seznamem.
lab-failure-no-shapes = Nejsou známy hranice ani sídla těchto jednotek, takže není co kreslit.
lab-hint-no-shapes = Importujte hranice, nebo si vezměte tabulku, která je nepotřebuje.
lab-failure-no-area = Metoda nezařazuje do žádné oblasti jednotky, kolem nichž se oblast hledala.
lab-hint-no-area = Zvolte jinou oblast výsledku nebo jiné parametry.
lab-failure-no-around = Pole „Oblast kolem“ je prázdné a jádra ani členové zde nejsou známi.
lab-failure-around-unknown = Žádná jednotka z pole „Oblast kolem“ zde není známa: { $codes }
lab-hint-no-around = Do pole „Oblast kolem“ napište kód alespoň jedné jednotky, například města uprostřed.
lab-failure-no-file = Soubor tabulky proudů chybí.
lab-hint-no-file = Připojte tabulku znovu k jejímu záznamu, nebo zvolte jinou tabulku proudů.
lab-nothing-to-undo = Není žádný krok, který by šlo vzít zpět.
lab-nothing-to-redo = Není žádný vrácený krok, který by šlo zopakovat.
lab-nothing-hint = Vraťte se k variantě; někdo mohl krok udělat před vámi.
lab-failure-paste = Vložený text neuvádí žádnou zde známou jednotku: { $examples }
lab-hint-paste = Vložte šestimístné nebo sedmimístné kódy nebo názvy, po jednom na řádek nebo oddělené čárkami.
lab-failure-frozen = Varianta byla přijata usnesením { $number } a už se nemění.
lab-hint-frozen = Založte novou variantu s jejími jednotkami a měňte tu.
lab-failure-not-carried = Usnesení nebylo přijato, takže nic nepřijímá.
lab-hint-not-carried = Nejprve zapište hlasování o usnesení, nebo zvolte jiné.
lab-failure-another-adopted = Jiná varianta už je přijata.
lab-hint-another-adopted = Partnerství má jednu přijatou variantu; pozdější usnesení musí první zrušit.
lab-failure-method = Metodu „{ $method }“ nelze s těmito parametry spustit
lab-failure-parameter = „{ $value }“ nevyhovuje: { $parameter }
lab-wants-share = Zadejte podíl od 0 do 1, například 0,15, nebo procenta, například 15 %.
lab-wants-number = Zadejte číslo alespoň { $least }.
lab-wants-choice = Zvolte jedno z nabízených slov.
lab-criteria-hint = Každé kritérium na zvláštním řádku: ukazatel, znak (>=, >, <=, <) a číslo; 15% znamená podíl. Za nimi může stát: of region (průměru kraje), of country (průměru země), group NÁZEV, weight ČÍSLO, mandatory (povinné). Ukazatele: commuters_per_out_commuter, commuters_to_core, commuters_per_employed, commuters_per_1000_inhabitants, distance_to_core_km, population, density, jobs_per_employed. Příklad: commuters_per_out_commuter >= 25% mandatory
lab-wants-codes = Zadejte kódy jednotek: jádra oddělte čárkami, jednotky jednoho jádra spojte znakem +.
lab-not-public = Tuto přijatou variantu zatím nevidí všichni
lab-not-public-act = Rozhodněte, kdo ji vidí

lab-answers-travel-to-work = Kde většina lidí zároveň bydlí i pracuje, aby se celé území rozpadlo na co nejuzavřenější oblasti?
lab-answers-functional-urban-area = Které obce patří do dojížďkové zóny města podle vymezení Evropské unie a OECD?
lab-answers-threshold = Které obce vysílají alespoň daný podíl dojíždějících do známého jádra?
lab-answers-leiden = Které skupiny obcí si vyměňují více dojíždějících, než by odpovídalo pouhé jejich velikosti?
lab-answers-map-equation = Ve kterých oblastech by se nejdéle zdržel ten, kdo by šel za dojíždějícími od jednotky k jednotce?
lab-answers-intramax = Které obce se spojí nejdříve, pokud se v každém kroku sloučí dvě nejsilněji provázané?
lab-answers-self-contained = Které skupiny obcí udrží dost svých pracujících a obsadí dost svých pracovních míst, jak požaduje kanadský statistický úřad?
lab-answers-criteria = Které obce splňují dost dohodnutých kritérií, z nichž každé má vlastní práh a váhu?
lab-answers-dominant-flow = Do kterého většího střediska vede nejsilnější tok z každé obce?
