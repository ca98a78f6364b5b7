# Sentences of the commentary on indicators without the name of the indicator, capital and full stop: the program adds them. The
# name stands once in a paragraph, in quotation marks before a colon (claim-named), so that no language inflects it.
# $value, $from, $to, $median, $change, $strongest-value, $weakest-value: numbers with their unit; years and shares: ready text.
# $rank, $of, $missing, $all: numbers.

claim-named = “{ $name }”: { $told }
claim-level = the figure of { $year } is { $value }
claim-level-estimated = the figure of { $year } is { $value } (estimated)
claim-level-preliminary = the figure of { $year } is { $value } (preliminary)
claim-change-up = up from { $from } to { $to } in { $first }–{ $last } (by { $percent })
claim-change-down = down from { $from } to { $to } in { $first }–{ $last } (by { $percent })
claim-change-same = no notable change in { $first }–{ $last } ({ $to })
claim-change-from-zero = from { $from } to { $to } in { $first }–{ $last }
claim-trend-up = the mean yearly increase in { $first }–{ $last } was { $change }
claim-trend-down = the mean yearly decrease in { $first }–{ $last } was { $change }
claim-trend-none = no steady direction in { $first }–{ $last }
claim-group-better = better than the median of the peer group ({ $value } against { $median }), place { $rank } of { $of }
claim-group-worse = worse than the median of the peer group ({ $value } against { $median }), place { $rank } of { $of }
claim-group-above = above the median of the peer group ({ $value } against { $median }), place { $rank } of { $of } from the highest
claim-group-below = below the median of the peer group ({ $value } against { $median }), place { $rank } of { $of } from the highest
claim-group-as = close to the median of the peer group ({ $value } against { $median }), place { $rank } of { $of }
claim-spread = strongest member – { $strongest } ({ $strongest-value }), weakest – { $weakest } ({ $weakest-value })
claim-spread-neutral = highest value – { $strongest } ({ $strongest-value }), lowest – { $weakest } ({ $weakest-value })
claim-spread-none = the members do not differ ({ $value })
claim-turn = from { $year } on the values run otherwise than before (test for a break in the line)
claim-break = from { $year } on it was counted otherwise (definition, census or borders); values before and after cannot be compared
claim-missing = { $missing ->
    [one] data is missing for { $missing } municipality
   *[other] data is missing for { $missing } municipalities
} of { $all } ({ $share }); no value is given for the whole area
claim-missing-small = { $missing ->
    [one] data is missing for { $missing } municipality
   *[other] data is missing for { $missing } municipalities
} of { $all } ({ $share })
claim-suppressed = some values are protected by statistical confidentiality ({ $missing } of { $all })
claim-not-comparable = not compared with the group, as definitions, units or years of the data differ
claim-no-group = not compared with the group, as it has too little data
claim-no-data = no data
claim-alike = { $value } in each of the municipalities with data ({ $known } of { $of }, { $year }); there is no figure for the area as a whole
