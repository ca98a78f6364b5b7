# Co pravidla říkají o partnerství: členové a počty, hlasování, účinky, podmínky, etapy, zjištění.

severity-error = chyba
severity-warning = upozornění
severity-information = pro informaci
until-today = dneška

# Proč členství k danému dni není jisté.
doubt-beginning-not-stated = zdroje neuvádějí, odkdy
doubt-beginning-imprecise = začátek v tomto období: { $date }
doubt-end-imprecise = konec v tomto období: { $date }
doubt-not-all-of-it = členství jen po část tohoto období: { $date }

# Uvedený počet členů a zaznamenaní členové.
verdict-count-equal = Uvedený počet ({ $stated }) odpovídá členům zaznamenaným k tomuto datu.
verdict-count-names-not-given = Uvedeno { $stated } bez jmen. S jistotou známo: { $certain }.
verdict-count-named-otherwise = Uvedeno { $stated }, ale jmenováno: { $difference }; s jistotou zaznamenaných: { $certain }.
verdict-count-fewer = Uvedeno { $stated }; zaznamenaných, i s možnými, je o { $difference } méně.
verdict-count-more = Uvedeno { $stated }; s jistotou zaznamenaných je o { $difference } více.

# Výsledek kontroly podmínek výzvy.
verdict-met = splněno
verdict-missed = nesplněno
verdict-unknown = nelze určit
grounds-listed = na seznamu „{ $list }“ ({ $date }): { $flag }
grounds-listed-undated = na seznamu „{ $list }“: { $flag }
grounds-not-listed = není na seznamu „{ $list }“ ({ $date })
grounds-not-listed-undated = není na seznamu „{ $list }“
grounds-list-unknown = seznam, o který jde, nebyl nahrán
grounds-no-unit = není územní jednotka
grounds-not-linked = není funkčně spjatým členem
grounds-linked-unit-unknown = zdroj neříká, s kým je spjat
grounds-population = počet obyvatel { $inhabitants } v roce { $year }
grounds-limit = limit { $limit }
grounds-population-unknown = počet obyvatel není znám
grounds-county-seat = sídlo okresu
grounds-no-county-seat = není sídlem okresu
grounds-county-seat-unknown = není známo, zda je sídlem okresu
grounds-members = členové s jistotou: { $count }
grounds-linked-to = vazba: { $units }

# Co hlasování chybí, nebo proč to nelze určit.
vote-no-seats = Orgán nemá k tomuto dni místo s hlasovacím právem.
vote-seats-uncertain = K tomu dni není jisté žádné místo s hlasem; možných: { $possible }. Jejich data nejsou dost přesná.
vote-quorum-not-stated = Orgán nemá stanovenu usnášeníschopnost.
vote-attendance-not-recorded = Není zapsáno, kdo byl přítomen.
vote-quorum-missed = Orgán nebyl usnášeníschopný: přítomno { $present } z { $seats }, potřeba { $needed }.
vote-majority-not-stated = Orgán nemá stanovenu potřebnou většinu; předpokládá se prostá: více hlasů pro než proti.
vote-votes-not-recorded = Hlasy nejsou zapsány.
vote-majority-missed = Návrh nezískal většinu: pro { $for }, potřeba { $needed }.
vote-more-votes-than-present = Více hlasů ({ $votes }) než přítomných ({ $present }).
vote-quorum = usnášeníschopný
vote-no-quorum = neusnášeníschopný
vote-majority = většina dosažena
vote-no-majority = většina nedosažena
vote-open = nelze určit

# Co nelze udělat s usnesením, variantou, účinkem, a jak dál.
refusal-already-voted = o usnesení se už hlasovalo
refusal-already-voted-hint = připravte nové usnesení, které toto změní nebo zruší
refusal-not-adopted = usnesení nebylo přijato
refusal-not-adopted-hint = nejprve zapište výsledek hlasování
refusal-variant-frozen = varianta je schválena a už se nemění
refusal-variant-frozen-hint = vytvořte z ní novou variantu
refusal-variant-already-proposed = varianta už je navržena
refusal-variant-already-proposed-hint = má-li se změnit, nejprve návrh stáhněte
refusal-variant-not-proposed = varianta není navržena
refusal-variant-not-proposed-hint = stáhnout lze jen návrh; rozpracovanou variantu lze měnit rovnou
refusal-already-applied = účinek byl už proveden ({ $date })
refusal-already-applied-hint = není třeba nic dalšího dělat
refusal-target-missing = účinek neříká, čeho se týká: pole „{ $field }“ je prázdné
refusal-target-missing-hint = vyplňte pole a zkuste to znovu
refusal-of-another-partnership = to, co účinek uvádí, neexistuje nebo patří jinému partnerství
refusal-of-another-partnership-hint = vyberte něco z tohoto partnerství
refusal-document-decided = dokument byl schválen už dříve
refusal-document-decided-hint = přidejte novou verzi jako samostatný dokument
refusal-another-variant-adopted = jiná varianta už je schválena: { $variant }
refusal-another-variant-adopted-hint = partnerství má jedinou schválenou variantu; nejprve zrušte usnesení, které ji schválilo
refusal-variant-empty = varianta nemá žádnou jednotku
refusal-variant-empty-hint = nejprve do ní přidejte jednotky
refusal-already-member = { $who } – k tomuto dni už člen
refusal-already-member-hint = zkontrolujte jednotku a datum účinku
refusal-no-member = { $who } – ne člen, který by k tomuto dni mohl vystoupit
refusal-no-member-hint = zkontrolujte jednotku a datum účinku
refusal-date-missing = není známo, odkdy účinek platí
refusal-date-missing-hint = uveďte datum účinku nebo usnesení
refusal-collides = jiný účinek tohoto usnesení mění tentýž záznam
refusal-collides-hint = nechte jen jeden z nich, nebo druhý připojte k samostatnému usnesení

# Co účinek mění a co s sebou nese zrušení.
effect-admits = { $who } se stává členem (od: { $date }) na základě usnesení č. { $number }.
effect-ends = { $who }: členství v roli „{ $role }“ končí (poslední den: { $date }) na základě usnesení č. { $number }.
effect-changes-document = „{ $title }“ získává stav „{ $state }“ na základě usnesení č. { $number }.
effect-adopts-variant = Varianta „{ $title }“ je schválena usnesením č. { $number } a dále se nemění.
effect-releases-variant = Varianta „{ $title }“ už není schválená; je opět návrhem a lze schválit jinou.
effect-only-noted = { $effect }: žádný záznam se sám nemění; poznamená se, že to bylo provedeno.

# Časová osa.
told-joined = Přistoupení: { $who }
told-left = Vystoupení: { $who }
told-resolution = Usnesení { $number }: { $title }
told-answer = Odpověď na výzvu „{ $title }“: { $state }

# Jak daleko je partnerství v dané etapě.
passage-ahead = před námi
passage-planned = naplánovaná
passage-here = probíhá
passage-done = dokončená
passage-skipped = vynechaná
passage-not-recorded = nezaznamenaná
gate-initiator-known = je znám iniciátor
gate-two-units-interested = zájem mají nejméně dvě územní jednotky
gate-council-resolutions = zastupitelstva členů přijala usnesení
gate-agreement-in-force = dohoda je v platnosti
gate-work-plan-adopted = je schválen plán práce
gate-data-available = data jsou k dispozici
gate-diagnosis-accepted = analýza je schválena
gate-draft-published = návrh je zveřejněn
gate-consultation-closed = projednání je uzavřeno
gate-opinions-received = vyjádření jsou doručena nebo se považují za udělená
gate-strategy-drafted = existuje alespoň návrh strategie
gate-contracts-signed = smlouvy jsou podepsány
gate-baselines-known = indikátory mají výchozí hodnoty
gate-monitoring-ended = období monitorování skončilo
gate-lessons-exist = jsou zkušenosti, které lze předat
gate-period-ended = období končí

# Pravidla.
rule-par-001 = Počet členů uvedený v dokumentu odpovídá členům zaznamenaným k tomuto datu, nebo je rozdíl vysvětlen.
rule-par-002 = Každý člen má kód, který byl v registru po dobu jeho členství.
rule-par-003 = Každý den od založení má partnerství právě jednoho lídra.
rule-par-004 = Každý, kdo podepsal zakládající dokument, je nebo se stane členem, nebo je zaznamenán důvod, proč ne.
rule-par-005 = Období členství jednoho člena se nepřekrývají a opírají se o dokument.
rule-par-006 = Funkčně vázaný člen uvádí jednotku, na kterou je vázán, a doklad vazby.
rule-par-007 = Data událostí odpovídají pořadí etap a vyprávění, nebo jsou označena jako pochybná.
rule-par-008 = Každé usnesení přijal usnášeníschopný orgán potřebnou většinou podle jednacího řádu a má v daném roce vlastní číslo.
rule-par-010 = Právní forma odpovídá druhům členů.
rule-par-011 = Partnerství není součástí sebe sama, přímo ani přes jiná.
rule-del-001 = Varianta uchovává metodu, parametry, rok dat a jednotky, aby ji bylo možné vytvořit znovu.
rule-del-002 = Schválena je právě jedna varianta, usnesením.
rule-del-003 = Schválená varianta a seznam členů se liší jen s vysvětlením.
rule-del-004 = Před schválením byly porovnány alespoň dvě varianty.
rule-dia-001 = Zjištění analýzy uvádí, o co se opírá.
rule-dia-002 = Každá výzva rozvoje plyne z alespoň jednoho zjištění analýzy.
rule-dia-003 = Každá položka SWOT analýzy plyne ze zjištění analýzy.
rule-dia-004 = Uzavřené dotazníkové šetření má odpovědi z každé členské obce.
rule-dia-005 = Deklarované téma má zjištění analýzy a zjištění leží v deklarovaných tématech.
rule-str-013 = Účastní-li se nadmístní strategie všechny obce polského powiatu, účastní se jí i powiat (čl. 10g polského zákona o obecní samosprávě).

# Co je porušuje.
finding-par-001-names-not-given = Uvedeno ({ $date }): { $stated }. S jistotou známí jménem: { $certain }; ostatní zdroj nejmenuje.
finding-par-001-named-otherwise = Uvedeno ({ $date }): { $stated }. Dokument jmenuje: { $named }; zaznamenáno: { $certain } s jistotou, { $possible } možná.
finding-par-001-fewer = Uvedeno ({ $date }): { $stated }. Zaznamenáno: s jistotou { $certain }, možná { $possible }; chybí: { $difference }.
finding-par-001-more = Uvedeno ({ $date }): { $stated }. Zaznamenáno s jistotou: { $certain }, o { $difference } více.
finding-par-002-unknown = { $who }: kód { $unit } není v žádném registru.
finding-par-002-other-time = { $who }: kód { $unit } v té době v registru nebyl ({ $date }).
finding-par-003-none = Od { $from } do { $to } není zaznamenán lídr.
finding-par-003-several = Několik lídrů od { $from } do { $to }: { $parties }. Poznámka u druhého z nich uspořádání vysvětlí.
finding-par-004-stranger = { $who }: podpis pod „{ $document }“, ale členství chybí; žádná poznámka neříká proč.
finding-par-004-twice = { $who }: „{ $document }“ má dva podpisy téže strany.
finding-par-005-overlap = { $who }: dvě členství v roli „{ $role }“ se překrývají.
finding-par-005-other-code = { $who }: jedna jednotka vedená zároveň pod dvěma kódy, { $unit } a { $twin }.
finding-par-005-part = { $who }: obec i její část jsou členy zároveň ({ $unit } a { $twin }); část patří k celku.
finding-par-005-no-basis = Členství, která se neopírají o dokument: { $count }.
finding-par-006-no-unit = { $who }: funkční vazba bez uvedené jednotky.
finding-par-006-itself = { $who }: jako funkčně propojená je uvedena táž jednotka; uveďte jinou.
finding-par-006-no-evidence = { $who }: funkční vazba bez jiného dokladu, než je samo tvrzení.
finding-par-007-told-order = „{ $title }“ ({ $date }): pořadí vyprávění je jiné než pořadí dat.
finding-par-007-stage-order = „{ $title }“ ({ $date }) následuje po události z pozdější etapy ({ $before }).
finding-par-007-signed-before = { $who }: podpis pod „{ $document }“ ({ $date }) je dřívější než datum dokumentu ({ $before }).
finding-par-008-no-quorum = Usnesení { $number }: orgán nebyl usnášeníschopný, přítomno { $present } z { $seats }, potřeba { $needed }.
finding-par-008-no-majority = Usnesení { $number }: většina nedosažena, pro { $for }, potřeba { $needed }.
finding-par-008-no-majority-assumed = Usnesení { $number }: většina nedosažena, pro { $for }, potřeba { $needed }. Orgán nemá stanovenu většinu; předpokládá se prostá.
finding-par-008-too-many-votes = Usnesení { $number }: více hlasů ({ $votes }) než přítomných ({ $present }).
finding-par-008-same-number = Usnesení { $number }: orgán má v tomto roce jiné usnesení se stejným číslem.
finding-par-010-misfit = { $who } neodpovídá právní formě „{ $form }“.
finding-par-011-circle = „{ $title }“: partnerství je součástí sebe sama, přímo nebo přes nadřazená partnerství.
finding-del-001-lacks = Variantu „{ $title }“ nelze vytvořit znovu; chybí: { $fields }.
finding-del-002-none = Žádná varianta není schválena; zaznamenané varianty: { $count }.
finding-del-002-several = Schváleno je několik variant: { $variants }.
finding-del-002-no-resolution = Varianta „{ $title }“ je schválena, ale neopírá se o přijaté usnesení.
finding-del-003-differs = Varianta „{ $title }“ a seznam členů se liší. Jen ve variantě: { $only-variant }. Jen mezi členy: { $only-members }.
finding-del-004-one = Varianta „{ $title }“ byla schválena bez porovnání s jinou.
finding-dia-001-none = Zjištění „{ $title }“ neuvádí žádný doklad: ukazatel, šetření, dokument, variantu ani popis.
finding-dia-002-none = Výzva rozvoje „{ $title }“ neplyne z žádného zjištění analýzy.
finding-dia-003-none = Položka SWOT analýzy „{ $title }“ neplyne z žádného zjištění analýzy.
finding-dia-004-none = Šetření „{ $title }“ je uzavřené, a nejsou zde ani odpovědi, ani příloha s výsledky.
finding-dia-004-silent = Šetření „{ $title }“ je uzavřené, a nejsou odpovědi z: { $members }.
finding-dia-005-no-finding = Téma „{ $title }“ je deklarováno, ale netýká se ho žádné zjištění.
finding-dia-005-outside = Zjištění „{ $title }“ leží mimo všechna deklarovaná témata.
finding-str-013-county-missing = Účastní se všechny obce okresu ({ $who }), nikoli však sám okres.
