# Věty komentáře k ukazatelům. Název ukazatele stojí v uvozovkách před dvojtečkou, takže se neskloňuje.
# $value, $from, $to, $median, $change, $strongest-value, $weakest-value: čísla s jednotkou; roky a podíly: hotové texty.
# $rank, $of, $missing, $all: čísla.

claim-level = „{ $name }“: { $value } ({ $year }).
claim-level-estimated = „{ $name }“: { $value } ({ $year }, odhad).
claim-level-preliminary = „{ $name }“: { $value } ({ $year }, předběžný údaj).
claim-change-up = „{ $name }“: růst z { $from } na { $to } v letech { $first }–{ $last } (o { $percent }).
claim-change-down = „{ $name }“: pokles z { $from } na { $to } v letech { $first }–{ $last } (o { $percent }).
claim-change-same = „{ $name }“: beze změny, která by stála za zmínku, v letech { $first }–{ $last } ({ $to }).
claim-change-from-zero = „{ $name }“: změna z { $from } na { $to } v letech { $first }–{ $last }.
claim-trend-up = „{ $name }“: v letech { $first }–{ $last } činil průměrný roční přírůstek { $change }.
claim-trend-down = „{ $name }“: v letech { $first }–{ $last } činil průměrný roční úbytek { $change }.
claim-trend-none = „{ $name }“: v letech { $first }–{ $last } není patrný stálý směr vývoje.
claim-group-better = „{ $name }“: příznivější výsledek, než je medián srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of }.
claim-group-worse = „{ $name }“: méně příznivý výsledek, než je medián srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of }.
claim-group-above = „{ $name }“: hodnota nad mediánem srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of } v pořadí od nejvyšší.
claim-group-below = „{ $name }“: hodnota pod mediánem srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of } v pořadí od nejvyšší.
claim-group-as = „{ $name }“: hodnota blízká mediánu srovnávací skupiny ({ $value } proti { $median }), { $rank }. místo z { $of }.
claim-spread = „{ $name }“: nejpříznivější výsledek – { $strongest } ({ $strongest-value }), nejméně příznivý – { $weakest } ({ $weakest-value }).
claim-spread-neutral = „{ $name }“: nejvyšší hodnota – { $strongest } ({ $strongest-value }), nejnižší – { $weakest } ({ $weakest-value }).
claim-spread-none = „{ $name }“: hodnoty obcí se neliší ({ $value }).
claim-turn = „{ $name }“: od roku { $year } probíhají hodnoty jinak než dříve (test zlomu řady).
claim-break = „{ $name }“: od roku { $year } se počítalo jinak (definice, sčítání nebo hranice); hodnoty před změnou a po ní nejsou srovnatelné.
claim-missing = „{ $name }“: { $missing ->
    [one] údaj chybí za { $missing } obec
    [few] údaj chybí za { $missing } obce
   *[other] údaj chybí za { $missing } obcí
} z { $all } ({ $share }); hodnota za celé území proto uvedena není.
claim-missing-small = „{ $name }“: { $missing ->
    [one] údaj chybí za { $missing } obec
    [few] údaj chybí za { $missing } obce
   *[other] údaj chybí za { $missing } obcí
} z { $all } ({ $share }).
claim-suppressed = „{ $name }“: část hodnot podléhá ochraně důvěrných statistických údajů ({ $missing } z { $all }).
claim-not-comparable = „{ $name }“: se skupinou nesrovnáno, protože se liší definice, jednotky nebo roky dat.
claim-no-group = „{ $name }“: se skupinou nesrovnáno, protože v ní není dost údajů.
claim-no-data = „{ $name }“: údaje chybí.
claim-alike = „{ $name }“: { $value } v každé obci s údaji ({ $known } z { $of }, { $year }); za celé území hodnota není.
