# Sentences of the commentary on indicators. The name of the indicator stands in quotation marks before a colon, so that no
# language inflects it.
# $value, $from, $to, $median, $change, $strongest-value, $weakest-value: numbers with their unit; years and shares: ready text.
# $rank, $of, $missing, $all: numbers.

claim-level = “{ $name }”: { $value } ({ $year }).
claim-level-estimated = “{ $name }”: { $value } ({ $year }, estimated).
claim-level-preliminary = “{ $name }”: { $value } ({ $year }, preliminary).
claim-change-up = “{ $name }”: up from { $from } to { $to } in { $first }–{ $last } (by { $percent }).
claim-change-down = “{ $name }”: down from { $from } to { $to } in { $first }–{ $last } (by { $percent }).
claim-change-same = “{ $name }”: no notable change in { $first }–{ $last } ({ $to }).
claim-change-from-zero = “{ $name }”: from { $from } to { $to } in { $first }–{ $last }.
claim-trend-up = “{ $name }”: the mean yearly increase in { $first }–{ $last } was { $change }.
claim-trend-down = “{ $name }”: the mean yearly decrease in { $first }–{ $last } was { $change }.
claim-trend-none = “{ $name }”: no steady direction in { $first }–{ $last }.
claim-group-better = “{ $name }”: better than the median of the peer group ({ $value } against { $median }), place { $rank } of { $of }.
claim-group-worse = “{ $name }”: worse than the median of the peer group ({ $value } against { $median }), place { $rank } of { $of }.
claim-group-above = “{ $name }”: above the median of the peer group ({ $value } against { $median }), place { $rank } of { $of } from the highest.
claim-group-below = “{ $name }”: below the median of the peer group ({ $value } against { $median }), place { $rank } of { $of } from the highest.
claim-group-as = “{ $name }”: close to the median of the peer group ({ $value } against { $median }), place { $rank } of { $of }.
claim-spread = “{ $name }”: strongest member – { $strongest } ({ $strongest-value }), weakest – { $weakest } ({ $weakest-value }).
claim-spread-neutral = “{ $name }”: highest value – { $strongest } ({ $strongest-value }), lowest – { $weakest } ({ $weakest-value }).
claim-spread-none = “{ $name }”: the members do not differ ({ $value }).
claim-turn = “{ $name }”: from { $year } on the values run otherwise than before (test for a break in the line).
claim-break = “{ $name }”: from { $year } on it was counted otherwise (definition, census or borders); values before and after cannot be compared.
claim-missing = “{ $name }”: { $missing ->
    [one] data is missing for { $missing } municipality
   *[other] data is missing for { $missing } municipalities
} of { $all } ({ $share }); no value is given for the whole area.
claim-missing-small = “{ $name }”: { $missing ->
    [one] data is missing for { $missing } municipality
   *[other] data is missing for { $missing } municipalities
} of { $all } ({ $share }).
claim-suppressed = “{ $name }”: some values are protected by statistical confidentiality ({ $missing } of { $all }).
claim-not-comparable = “{ $name }”: not compared with the group, as definitions, units or years of the data differ.
claim-no-group = “{ $name }”: not compared with the group, as it has too little data.
claim-no-data = “{ $name }”: no data.
claim-alike = “{ $name }”: { $value } in each of the municipalities with data ({ $known } of { $of }, { $year }); there is no figure for the area as a whole.
