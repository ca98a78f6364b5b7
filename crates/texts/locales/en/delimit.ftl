# What `miedza delimit` tells beside its answer.

stage-reading = reading { $file }
stage-boundaries = reading boundaries
stage-contiguity = finding neighbours
stage-method = running { $method }
stage-writing = writing the results
stage-report = making the report

note-modelled = { $count ->
    [one] { $count } row of the flow table is modelled and was never counted: areas, figures and map say so
   *[other] { $count } rows of the flow table are modelled and were never counted: areas, figures and map say so
}
note-suppressed = { $count ->
    [one] { $count } flow is suppressed in the source and stays so: it is in no sum
   *[other] { $count } flows are suppressed in the source and stay so: they are in no sum
}
note-no-place-at-home = { $persons } persons go to { $code } ({ $meaning }); they count as working where they live
note-no-place-outside = { $persons } persons go to { $code } ({ $meaning }); they are left out of the matrix
note-no-place-origin = { $persons } persons come from { $code } ({ $meaning }); they are left out of the matrix
meaning-home = at home
meaning-no-fixed-place = no fixed place of work
meaning-offshore = at sea
meaning-abroad = abroad
meaning-other-country = another country of the state
meaning-unknown = unknown
meaning-total = a total, not a place
meaning-declared = declared to be no place
note-folded = { $parts } codes of parts (town, rural area, district) were counted with their { $wholes } whole municipalities
note-left-out-parts = { $rows } rows of parts ({ $persons } persons) were left out, since the table holds their whole too
note-between-parts = rows from a unit to itself ({ $persons } persons in { $units } units) are commuting between parts of one municipality, not a diagonal; they were kept apart
note-padded = { $codes } codes had lost a leading zero and got it back, for instance { $example }
note-doubtful-codes = { $codes } codes are stored as numbers and may have lost leading zeros, for instance { $example }
note-without-kind = { $codes } codes of seven digits lost their kind, since the table writes others with six
note-no-place-unused = { $count ->
    [one] { $count } code that was declared to be no place does not occur: { $examples }
   *[other] { $count } codes that were declared to be no place do not occur: { $examples }
}
note-neighbours-unknown-units = rows of neighbours that name units which the flows do not hold: { $count }
note-coast-unknown = neighbours were given as a list, so coast and edges of the map are not known: an enclave is judged without them
note-no-cells = the map could not be drawn: { $reason }
note-settings-dropped = parameters of the method that was not run had no effect: { $examples }
note-moved-by-hand = units moved by a list made by hand: { $count }
note-zero-rows = { $count } rows count 0 persons
note-summed-pairs = { $count } pairs stood in several rows and were summed
note-unknown-units = { $count ->
    [one] { $count } unit is not in the register: { $examples }
   *[other] { $count } units are not in the register: { $examples }
}
note-diagonal-absent = the matrix holds only persons who leave their unit; a method that needs those who stay was not run: give --employed, or --population with --employed-share
note-method-chosen = { $method } was run in its place, with out-commuters as denominator; without a list of cores, cores are units where more commuters come than leave and at least { $persons } come
note-diagonal-employed = persons who live and work in the same unit were worked out from employed residents ({ $persons } persons); small flows that the source hides are counted among them
note-diagonal-jobs = persons who live and work in the same unit were worked out from jobs ({ $persons } persons); small flows that the source hides are counted among them
note-diagonal-estimated = persons who live and work in the same unit are estimated from population ({ $persons } persons): all figures that rest on them are estimates
note-diagonal-cut = { $count ->
    [one] from { $count } unit more persons leave than it is said to have; its diagonal was cut to 0: { $examples }
   *[other] from { $count } units more persons leave than they are said to have; their diagonal was cut to 0: { $examples }
}
note-diagonal-given = the matrix has a diagonal of its own, so employed residents, jobs and population were not used for it
note-missing-units = { $count ->
    [one] { $count } unit lacks the figure that its diagonal needs and takes no part: { $examples }
   *[other] { $count } units lack the figure that their diagonal needs and take no part: { $examples }
}
note-without-boundary = { $count ->
    [one] { $count } unit has no boundary: { $examples }
   *[other] { $count } units have no boundary: { $examples }
}
note-mended = { $count ->
    [one] { $count } polygon was mended: { $examples }
   *[other] { $count } polygons were mended: { $examples }
}
note-dropped = { $count } polygons had no land left after mending: { $examples }
note-islands = { $count ->
    [one] { $count } unit touches no other: { $examples }
   *[other] { $count } units touch no other: { $examples }
}
note-schematic = no boundaries were given; the map draws schematic cells around the seats, which decide nothing
note-without-seat = { $count } units have no seat coordinates and are not on the map: { $examples }
note-moved = { $count ->
    [one] { $count } unit moved so that areas are contiguous
   *[other] { $count } units moved so that areas are contiguous
}
note-not-contiguous = { $count ->
    [one] { $count } area lies in several pieces: { $examples }
   *[other] { $count } areas lie in several pieces: { $examples }
}
note-excluded = { $count ->
    [one] { $count } unit cannot take part: { $examples }
   *[other] { $count } units cannot take part: { $examples }
}
note-unassigned = { $count ->
    [one] { $count } unit belongs to no area: { $examples }
   *[other] { $count } units belong to no area: { $examples }
}
note-failing = { $count ->
    [one] { $count } area stays below the required validity: { $examples }
   *[other] { $count } areas stay below the required validity: { $examples }
}
note-stopped-repeated = the method came back to a state it had been in and was stopped there; the areas are those of that moment
note-stopped-limit = the method reached its limit of steps; the areas are those of that moment
note-cluster-dissolved = the cluster of { $founder } was dissolved since { $unit } had no link outside it
note-ordinary-weaker = while the cluster of { $founder } was dissolved another cluster was weaker; the reference method does not define this case
note-neighbours-unknown = exclaves and enclaves were not looked for, since neighbours are not known
note-enclaves-unsettled = exclaves and enclaves did not settle; the areas are those of the last round
note-beyond-distance = these areas are tied more than distance explains (by language, railway, old borders); they are no labour market areas
note-walk-not-labour = these areas follow a random walk on the flows; they are another view of the links, no labour market areas
note-quality = { $measure } of the areas as the method left them: { $value } at resolution { $resolution }; trials: { $trials }, the worst of them { $worst }
note-code-length = bits per step of the walk through the areas as the method left them: { $value }; trials: { $trials }, the worst of them { $worst }
note-no-effect = parameters without any effect, given the others: { $examples }
note-nothing-fused = the stop rule was met before the first fusion, so every unit is an area of its own; ask for a higher share or for a number of areas
note-quality-after = the same measure of the areas in the end, after units moved: { $value }
measure-modularity = modularity
measure-cpm = persons above the density asked for (CPM)
measure-gravity = modularity beyond what sizes and distances explain (gravity)
measure-radiation = modularity beyond what sizes and distances explain (radiation)
note-stop-out-of-reach = nothing was left to fuse before the rule for stopping was met
note-criteria-unknown = units with criteria that could not be judged because a figure is missing: { $count }; criteria.csv names them
note-grid-outside = { $persons } of { $all } inhabitants of the population grid live outside all units of the flows
note-centres-without-city = urban centres in which no unit of the flows has enough of its inhabitants, and which make no city: { $count }
note-no-map = no map was drawn: neither boundaries nor seat coordinates are known
note-and-more = { $listed } and { $count } more

done-areas = { $areas ->
    [one] { $areas } area
   *[other] { $areas } areas
} of { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
done-line-persons = { $persons } persons in { $pairs } pairs
done-line-inside = , { $share } of them inside an area
done-folder = results in { $folder }
done-seat = seat
done-units = units
done-residents = employed residents
done-jobs = jobs
done-supply = supply side
done-demand = demand side
done-more = and { $count } more areas in summary.json
mark-modelled = modelled
mark-estimated = estimated
mark-schematic = schematic cells
study-title = Functional areas by { $method }

compare-head = { $units } units in both partitions; the measures are over these
compare-marks = marked: { $marks }
compare-measure = measure
compare-by-units = by units
compare-by-residents = by employed residents
compare-by-out-commuters = by out-commuters
compare-adjusted-rand = adjusted Rand index
compare-nmi = normalised mutual information
compare-vi = variation of information (nats)
compare-changed = { $count ->
    [one] { $count } unit changes its area: { $examples }
   *[other] { $count } units change their area: { $examples }
}
compare-left = { $count ->
    [one] { $count } unit leaves its area and is in none of the second: { $examples }
   *[other] { $count } units leave their area and are in none of the second: { $examples }
}
compare-joined = { $count ->
    [one] { $count } unit in no area of the first joins one: { $examples }
   *[other] { $count } units in no area of the first join one: { $examples }
}
compare-left-residents = employed residents of these units: { $left } leave, { $joined } join
compare-left-out-commuters = out-commuters of these units: { $left } leave, { $joined } join
compare-left-jobs = jobs of these units: { $left } leave, { $joined } join
compare-left-in-commuters = in-commuters of these units: { $left } leave, { $joined } join
compare-left-population = inhabitants of these units: { $left } leave, { $joined } join
compare-moved-units = units that move: { $moved } of { $all } ({ $share })
compare-moved-residents = employed residents who move with them: { $moved } of { $all } ({ $share })
compare-moved-out-commuters = out-commuters who move with them: { $moved } of { $all } ({ $share })
compare-moved-jobs = jobs that move with them: { $moved } of { $all } ({ $share })
compare-moved-in-commuters = in-commuters who move with them: { $moved } of { $all } ({ $share })
compare-moved-population = inhabitants who move with them: { $moved } of { $all } ({ $share })
compare-contiguity = pieces of areas beyond the first: { $first } in the first partition, { $second } in the second
compare-area = area of the first
compare-best-match = most like
compare-jaccard = Jaccard
compare-moved-out = leaves it
compare-moved-in = comes to it
compare-more = and { $count } more in matches.csv (`--out`)
compare-title = Two partitions side by side
contiguity-told = { $pairs } pairs of neighbours among { $units } units, written to { $file }

# What `miedza certainty` tells.

stage-replicates = replicate { $done } of { $of }
stage-sweep = combination { $done } of { $of }
note-diagonal-rest = persons who live and work in the same unit were worked out, so each replicate works them out again from the flows drawn; employed residents and jobs by unit stay as given
note-suppressed-drawn = suppressed flows drawn inside their range in each replicate: { $count }
note-suppressed-out = suppressed flows without a range, which stay out of each replicate: { $count }; give one with --suppressed LOW-HIGH
note-suppressed-unused = --suppressed had no effect: the table marks no flow between two units as suppressed, or none with that mark
note-base-outside-suppressed = the areas stand outside of what was drawn: there are { $areas } of them, { $fewest } to { $most } in the replicates, since they count suppressed flows as nobody. Take the { $consensus } areas of consensus.csv first, and do not read certainty as that of a delimitation with these flows
note-base-outside = the areas stand outside of what was drawn: there are { $areas } of them, { $fewest } to { $most } in the replicates. Look at the { $consensus } areas of consensus.csv beside them
done-replicates = { $method } · { $replicates } replicates · { $areas } areas; in the replicates { $fewest } to { $most }, the middle one { $middle }
done-edges = { $edges } of { $units } units stay with their seat in less than { $limit } of the replicates
done-sweep = sweep of { $combinations } combinations: refused { $refused }, plateaus { $plateaus }
done-unit = unit
done-area = area
done-certainty = certainty
done-in-none = in no area
done-new-area = a new area
done-second = second area
done-second-share = its share
done-more-edges = and { $count } more in certainty.csv
certainty-title = Certainty of areas by { $method }, { $replicates } replicates
