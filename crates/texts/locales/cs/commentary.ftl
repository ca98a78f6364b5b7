# Věty komentáře k ukazatelům bez názvu ukazatele, velkého písmene a tečky: ty doplní program. Název stojí jednou v odstavci,
# v uvozovkách před dvojtečkou (claim-named), takže se neskloňuje.
# $value, $from, $to, $median, $change, $strongest-value, $weakest-value: čísla s jednotkou; roky a podíly: hotové texty.
# $rank, $of, $missing, $all: čísla.

claim-named = „{ $name }“: { $told }
claim-level = hodnota v roce { $year } činí { $value }
claim-level-estimated = odhad pro rok { $year } činí { $value }
claim-level-preliminary = hodnota v roce { $year } činí { $value } (předběžný údaj)
claim-change-up = růst z { $from } na { $to } v letech { $first }–{ $last } (o { $percent })
claim-change-down = pokles z { $from } na { $to } v letech { $first }–{ $last } (o { $percent })
claim-change-same = beze změny, která by stála za zmínku, v letech { $first }–{ $last } ({ $to })
claim-change-from-zero = změna z { $from } na { $to } v letech { $first }–{ $last }
claim-trend-up = v letech { $first }–{ $last } činil průměrný roční přírůstek { $change }
claim-trend-down = v letech { $first }–{ $last } činil průměrný roční úbytek { $change }
claim-trend-none = v letech { $first }–{ $last } není patrný stálý směr vývoje
claim-group-better = příznivější výsledek, než je medián srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of }
claim-group-worse = méně příznivý výsledek, než je medián srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of }
claim-group-above = hodnota nad mediánem srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of } v pořadí od nejvyšší
claim-group-below = hodnota pod mediánem srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of } v pořadí od nejvyšší
claim-group-as = hodnota blízká mediánu srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of }
claim-spread = nejpříznivější výsledek – { $strongest } ({ $strongest-value }), nejméně příznivý – { $weakest } ({ $weakest-value })
claim-spread-neutral = nejvyšší hodnota – { $strongest } ({ $strongest-value }), nejnižší – { $weakest } ({ $weakest-value })
claim-spread-none = hodnoty obcí se neliší ({ $value })
claim-turn = od roku { $year } probíhají hodnoty jinak než dříve (test zlomu řady)
claim-break = od roku { $year } se počítalo jinak (definice, sčítání nebo hranice); hodnoty před změnou a po ní nejsou srovnatelné
claim-missing = { $missing ->
    [one] údaj chybí za { $missing } obec
    [few] údaj chybí za { $missing } obce
   *[other] údaj chybí za { $missing } obcí
} z { $all } ({ $share }); hodnota za celé území proto uvedena není
claim-missing-small = { $missing ->
    [one] údaj chybí za { $missing } obec
    [few] údaj chybí za { $missing } obce
   *[other] údaj chybí za { $missing } obcí
} z { $all } ({ $share })
claim-suppressed = část hodnot podléhá ochraně důvěrných statistických údajů ({ $missing } z { $all })
claim-not-comparable = se skupinou nesrovnáno, protože se liší definice, jednotky nebo roky dat
claim-no-group = se skupinou nesrovnáno, protože v ní není dost údajů
claim-no-data = údaje chybí
claim-alike = { $value } v každé obci s údaji ({ $known } z { $of }, { $year }); za celé území hodnota není
