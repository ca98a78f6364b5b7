# Stránky oblasti: dílna na pracovním stole a to, co vidí každý.

lab-area = Oblast
lab-variants = Varianty oblasti
lab-variants-lead = Každá varianta si pamatuje své jednotky, svůj základ a každou změnu; jedna z nich se přijímá usnesením.
lab-variants-caption = Základ, jednotky a čísla každé varianty
lab-no-variants = Zde budou varianty funkční oblasti. Založte první: metodou, vloženým seznamem nebo prázdnou.
lab-no-public-variant = Žádná varianta oblasti zatím není zveřejněna.
lab-adopted-lead = Přijata usnesením { $number }.
lab-to-lab = Otevřít v dílně
lab-stated = { $number } (uvedeno)
lab-column-variant = Varianta
lab-column-state = Stav
lab-status-draft = Rozpracovaná
lab-status-proposed = Navržená
lab-status-adopted = Přijata usnesením { $number }; už se nemění

lab-begin = Nová varianta
lab-begin-act = Založit variantu
lab-begin-from = Začít jednotkami varianty
lab-begin-empty = žádná jednotka
lab-begin-members = členové partnerství
lab-begin-on = Členové ke dni
lab-begin-on-hint = Jen pokud začínáte členy; prázdné znamená dnes. Například 2015-12-22.
lab-begin-area = Nová varianta s ní
lab-failure-no-members = Toho dne partnerství nemělo členy s kódem.
lab-hint-no-members = Zvolte jiný den, nebo začněte bez jednotek.
lab-name = Název varianty
lab-name-hint = Například „Jádro a prstenec, 15 %“.
lab-failure-no-name = Varianta zatím nemá název.
lab-failure-form = Formulář nelze přečíst.
lab-hint-form = Vraťte se na stránku a odešlete jej znovu.
lab-failure-no-such-table = Taková tabulka proudů zde není.
lab-failure-no-resolution = Nebylo zvoleno žádné usnesení.

lab-table = Tabulka proudů
lab-take-table = Vzít tuto tabulku
lab-method = Metoda
lab-choose-method = Zobrazit její parametry
lab-parameters = Parametry
lab-parameter-hint = { $source }
lab-parameter-usual = Obvykle: { $usual } · { $source }
lab-open-parameters = Metoda, seznamy a meze
lab-steps = Co metoda dělá, krok za krokem
lab-method-page = Vše o této metodě
lab-presets = Obvyklé sady hodnot
lab-preset-none = vlastní hodnoty
lab-further = Další parametry
lab-methods = Metody
lab-methods-lead = Každá metoda odpovídá na jinou otázku. Vyberte tu, jejíž otázka je vaše; pak se dají její kroky a parametry obhájit.
lab-parameters-caption = Parametry a jejich obvyklé hodnoty
lab-parameter = Co se nastavuje
lab-column-usual = Obvyklá hodnota
lab-sources = Zdroje
lab-method-command = V programu pro příkazový řádek
lab-slider = Posuvník v procentech: { $parameter }
lab-employed-share = Podíl zaměstnaných mezi obyvateli
lab-employed-share-hint = Tabulka počítá jen ty, kdo z obce vyjíždějí. Tímto podílem se odhadují ti, kdo zůstávají, a všechna čísla, která na něm stojí, jsou označena.
lab-area-of = Oblast kolem
lab-area-of-hint = Kódy jednotek, jejichž oblasti varianta přebírá, oddělené čárkami. Prázdné pole: kolem jader, jinak kolem jádra varianty, jinak kolem členů.
lab-run = Spustit metodu
lab-word-istat-example = příklad italského statistického úřadu
lab-word-ons-2011 = oblasti dojížďky ve Spojeném království, 2011
lab-word-cma-canada = metropolitní oblasti kanadského sčítání
lab-word-istat-compatible = jako vzorový program
lab-word-aggregated = jako celek
lab-word-employed-residents = zaměstnaní obyvatelé
lab-word-out-commuters = ti, kdo z jednotky vyjíždějí
lab-word-interchange = výměna s jádrem
lab-word-two-sided = oba směry
lab-word-working-age = obyvatelé v produktivním věku
lab-word-modularity = modularita
lab-word-cpm = stálá hustota (CPM)
lab-word-gravity = gravitace vzdálenosti
lab-word-radiation = radiace
lab-word-units = jednotky
lab-word-population = obyvatelé
lab-word-unrecorded = nekódují se
lab-word-recorded = kódují se
lab-word-true = ano
lab-word-false = ne

lab-paste = Zařadit nebo vyřadit podle seznamu
lab-paste-label = Názvy nebo kódy jednotek
lab-paste-for = Co s nimi udělat
lab-paste-in = Zařadit je
lab-paste-out = Vyřadit je
lab-paste-instead = Ať tvoří celou variantu
lab-paste-act = Vzít seznam
lab-paste-put-in = Zařazeno: { $new }. Ve variantě už bylo: { $old }.
lab-paste-took-out = Vyřazeno: { $new }. Ve variantě nebylo: { $old }.
lab-paste-is-whole = Počet jednotek varianty je nyní: { $all }. Nové: { $new }. Byly v ní už dříve: { $old }.
lab-paste-repeated = Uvedeno více než jednou: { $names }.
lab-paste-other-kind = { $code } bylo vzato jako { $unit }: rejstřík ji má s jiným druhem.
lab-paste-part = { $code } je část obce a nebyla vzata; celek je { $unit }.
lab-paste-no-kind = { $code } nebylo vzato: žádný zdejší rejstřík tento druh nemá; stejných šest číslic má { $unit }.
lab-paste-unknown = Neznámé: { $names }.
lab-paste-several = Název { $name } má více jednotek: vyberte z { $codes }.

lab-limits = Meze pravidel
lab-limits-act = Poměřit s těmito mezemi
lab-limit-core = Počet obyvatel, který jádro potřebuje
lab-limit-share = Podíl pracujících v jádru v každé jednotce
lab-core = Jednotky jádra
lab-core-hint = Kódy oddělené čárkami; bez nich platí jednotka s nejvíce pracovními místy.

lab-adopt = Přijmout usnesením
lab-adopt-label = Usnesení
lab-adopt-act = Přijmout variantu
lab-adopt-none = Toto partnerství zatím nepřijalo žádné usnesení.

lab-undo = Zpět
lab-redo = Znovu
lab-put-in = Zařadit
lab-take-out = Vyřadit
lab-files = Soubory této varianty:
lab-record = Název, stav a poznámky
lab-partition = Všechny oblasti metody
lab-partition-lead = { $count ->
    [one] { $method }: { $count } oblast.
    [few] { $method }: { $count } oblasti.
   *[other] { $method }: { $count } oblastí.
}
lab-partition-file = Oblasti jako tabulka (CSV)
lab-take-area = Vzít tuto oblast
lab-own-area = tato varianta
lab-column-pieces = Části

lab-caption-around = Jednotky kolem: dotýkají se oblasti, posílají do ní mnoho dojíždějících, nebo jsou členy
lab-column-standing = Postavení a proč
lab-column-core = Do jádra, z { $whole }
lab-column-act = Změna
lab-nothing-in = Zatím není zařazena žádná jednotka. Spusťte metodu, nebo zařaďte jednotky podle názvů či kódů.
lab-no-map = Mapu nelze nakreslit: nejsou známy hranice ani sídla těchto jednotek. Tabulky níže je vyjmenují všechny.
lab-no-table = Bez proudů
lab-no-table-text = Tato varianta nemá tabulku proudů, takže nelze říci, kolik je dojíždějících a jaká je soběstačnost.
lab-untold = Proudy některých jednotek nejsou známy
lab-untold-text = Údaje o proudech zahrnují jen část jednotek ({ $told } z { $all }): tabulka neobsahuje všechny proudy těchto jednotek: { $names }. Kdo tam jezdí nebo odtud přijíždí, počítá se jako vyjíždějící z oblasti nebo přijíždějící zvenčí.
lab-legend = { $sign }: { $count }
lab-remark-apart = mimo hlavní část
lab-remark-no-member = není členem
lab-remark-member = člen

lab-compare = Všechny varianty vedle sebe
lab-compare-lead = Každá jednotka s variantami, do nichž patří; nejprve ty z největšího počtu variant.
lab-compare-all-lead = Čím byla každá varianta vymezena, z jakých dat, jak je velká a nakolik uzavřená; která je přijata a jakým rozhodnutím.
lab-compare-caption = Varianty oblasti
lab-compare-two = Porovnání dvou variant
lab-compare-one = Tato varianta
lab-compare-other = s touto
lab-compare-act = Porovnat
lab-list-of-units = Seznam jednotek
lab-data-year = Rok dat
lab-column-flows = Toky
lab-method-list = Seznam jednotek
lab-measures = Nakolik se obě shodují
lab-moved-units = Jednotky, které mění stranu
lab-moved-population = Jejich obyvatelé
lab-moved-jobs = Jejich pracovní místa
lab-two-lead = Jednotky v obou: { $both }. Jen v první: { $first }. Jen ve druhé: { $second }.
lab-whole = Všechny oblasti obou metod
lab-whole-lead = Obě metody zařazují do oblastí { $units } jednotek (počet oblastí: { $first } a { $second }). Oblasti, které si odpovídají, mají na obou mapách stejnou barvu.
lab-matches = Každá oblast první varianty s nejpodobnější oblastí druhé; nejprve nejméně podobné
lab-column-jaccard = V obou, ze všech v kterékoli
lab-column-moved-out = Odešlo z oblasti
lab-column-moved-in = Přišlo do ní
lab-changed-units = Jednotky, které mění oblast
lab-shared = Jednotky ve variantách
lab-column-member = Člen
lab-column-in-variants = Varianty
lab-beside = Jiná varianta vedle této
lab-beside-act = Zobrazit vedle sebe
lab-side-by-side = { $one } a { $other } vedle sebe
lab-only-in = { $count ->
    [one] Jen ve variantě „{ $variant }“: { $count } jednotka
    [few] Jen ve variantě „{ $variant }“: { $count } jednotky
   *[other] Jen ve variantě „{ $variant }“: { $count } jednotek
}
lab-in-both = { $count ->
    [one] V obou: { $count } jednotka
    [few] V obou: { $count } jednotky
   *[other] V obou: { $count } jednotek
}
lab-none = žádná
lab-agree-units = Společné jednotky ze všech v obou
lab-agree-population = Společní obyvatelé ze všech v obou

lab-done-added = Zařazeno: { $unit }.
lab-done-removed = Vyřazeno: { $unit }.
lab-done-undone = Jeden krok byl vzat zpět.
lab-done-redone = Jeden krok byl zopakován.
lab-done-ran = { $method }: metoda doběhla.
lab-done-pasted = Seznam byl vzat.
lab-done-table = Čísla nyní pocházejí z této tabulky proudů.
lab-done-limits = Pravidla jsou poměřena s těmito mezemi.
lab-done-begun = Varianta byla založena.
lab-done-adopted = Varianta je přijata a už se nemění.
lab-said-kept = zůstává { $share } vyjíždějících

lab-job-title = Výpočet pro: { $variant }
lab-job-lead = Výpočet trvá dlouho a běží bez vás; stránku můžete opustit a vrátit se.
lab-job-waits = čeká
lab-job-runs = běží
lab-job-forsaken = nedává známky života, čeká na opětovné převzetí
lab-job-failed = nezdařilo se
lab-job-look-again = Podívat se znovu
lab-job-back = Zpět k variantě

lab-help = Klávesy
lab-help-close = Zavřít
lab-key-map = na mapu
lab-key-arrows = na mapě: k další jednotce
lab-key-enter = na mapě: zařadit nebo vyřadit jednotku
lab-key-undo = zpět (také Ctrl+Z)
lab-key-redo = znovu (také Shift+Ctrl+Z)
lab-key-parameters = k parametrům
lab-key-table = k tabulce jednotek
lab-key-help = tento seznam
lab-certainty = Jak jistá je tato hranice?
lab-certainty-of = Jak jistá je hranice varianty „{ $variant }“?
lab-certainty-about = Toky se mnohokrát losují znovu kolem toho, co bylo sečteno, a na každých se spustí metoda. Jednotka je tak jistá, jak velký je podíl opakování, v nichž zůstává se sídlem své oblasti.
lab-certainty-empty = Na jistotu této varianty se zatím nikdo neptal.
lab-certainty-lead = { $sure } z { $units } jednotek oblasti zůstává s jejím sídlem nejméně v { $limit } z { $replicates } opakování.
lab-certainty-mean = Průměrná jistota jejích jednotek
lab-certainty-edges = Jednotky na okraji
lab-certainty-no-edges = Žádná jednotka není na okraji.
lab-certainty-replicates = Opakování
lab-certainty-replicates-hint = Obvykle 200; tisíc řekne více o vzácných případech a trvá pětkrát déle.
lab-certainty-areas = Oblastí v opakování: nejméně–nejvíce (střed)
lab-certainty-caption = Jednotky oblasti a jejího okolí
lab-certainty-column = Jistota
lab-certainty-edge = na okraji
lab-certainty-edge-sign = na okraji: pod { $limit }
lab-certainty-seat = Sídlo její oblasti
lab-certainty-second = Jinak nejčastěji s
lab-certainty-second-share = v
lab-certainty-stale = Varianta se od té doby změnila
lab-certainty-stale-text = Její metoda, parametry nebo tabulka toků jsou nyní jiné. Zeptejte se znovu, chcete-li vědět, jak jistá je současná hranice.
lab-certainty-drawn = Opakování: { $replicates }, { $draw }; semínko { $seed }
lab-certainty-made-by = { $method }; provedl { $program }
lab-certainty-ask = Losovat
lab-certainty-act = Losovat a ukázat
lab-certainty-limit = Mez
lab-certainty-limit-hint = Jednotka, která zůstává v menším podílu opakování, je na okraji. Obvykle 0,8.
lab-certainty-seed = Semínko
lab-certainty-seed-hint = Stejné číslo losuje stejné toky, takže výsledek mohou ověřit i jiní.
lab-certainty-draw = Jak se toky losují
lab-draw-poisson = každý tok zvlášť kolem svého počtu (Poisson)
lab-draw-multinomial = zaměstnané obyvatele každé jednotky mezi jejich místa práce (multinomické rozdělení)
lab-job-certainty = Jistota hranice
lab-job-still = Zastavit obnovování
lab-job-refreshes = Stránka se dívá znovu sama každých několik sekund.

lab-year-of-data = data z roku { $year }
lab-same-as-members = tytéž jednotky jako členové
lab-unlike-members = { $others ->
    [0] bez { $lacking } z členů
   *[other] { $lacking ->
        [0] jednotek mimo členy: { $others }
       *[other] jednotek mimo členy: { $others }, bez { $lacking } z členů
    }
}
lab-decided-by = usnesení č. { $number }, { $date }
lab-no-units-named = Zdroj obce nejmenuje.
