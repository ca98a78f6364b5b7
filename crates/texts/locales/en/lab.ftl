# The area lab: variants of a functional area, what they rest on, and the rules that they are held against.

lab-base-empty = Began without any unit.
lab-base-list = { $count ->
    [one] Began with a list of { $count } unit.
   *[other] Began with a list of { $count } units.
}
lab-base-variant = { $count ->
    [one] Began with the { $count } unit of another variant.
   *[other] Began with the { $count } units of another variant.
}
lab-base-method = { $count ->
    [one] Made by the method “{ $method }”: { $count } unit.
   *[other] Made by the method “{ $method }”: { $count } units.
}
lab-changed-by-hand = Changes made by hand after that: { $count }.
lab-table-hash = SHA-256 of the flow table: { $sha256 }
lab-no-source = no source named
lab-by-cells = by cells drawn around seats, not by boundaries
lab-stranger = No register that is known here holds this unit.

lab-report-kind = Variant of a functional area
lab-report-description = Units, figures, rules and reasons of the variant “{ $title }”.
lab-term-resolution = Adopted by resolution
lab-term-begun = Rests on
lab-chapter-figures = Figures
lab-chapter-map = Map
lab-chapter-rules = Rules
lab-chapter-units = Units and why they are in
lab-chapter-origin = How it was made
lab-caption-rules = Rules and how they came out
lab-caption-units = Units of the area
lab-column-rule = Rule
lab-column-verdict = Outcome
lab-column-figure = Figure
lab-column-code = Code
lab-column-unit = Unit
lab-column-county = County
lab-column-population = Population
lab-column-share = To the area, of those who commute to another municipality
lab-column-why = Why

lab-figure-units = Units
lab-figure-population = Population
lab-figure-area = Area, km²
lab-figure-inside = Commuters between its units
lab-figure-kept = Commuters who stay in the area
lab-figure-supply = Residents who work inside
lab-figure-demand = Jobs held by its residents
lab-figure-contiguity = Contiguity
lab-figure-leaving = Commute out
lab-figure-arriving = Commute in
lab-figure-employed = Employed residents
lab-figure-jobs = Jobs
lab-contiguity-yes = one piece
lab-contiguity-unknown = not known
lab-contiguity-pieces = { $count } pieces

lab-map-description = { $count ->
    [one] Map of { $count } unit and of those around it.
   *[other] Map of { $count } units and of those around them.
}
lab-map-core = Core: { $core }.
lab-map-one-piece = The area lies in one piece.
lab-map-pieces = The area lies in { $count } pieces.
lab-map-schematic = Schematic cells around the seats, no boundaries.
lab-place-core = core
lab-place-begun = in
lab-place-added = put in by hand
lab-place-removed = taken out by hand
lab-place-outside = not in
lab-told-share = { $share } of those who commute from it to another municipality go to the area
lab-side-both = in both
lab-side-only-here = only in this variant
lab-side-only-there = only in the other variant
lab-side-moved = changes its area
lab-map-two = Units in both: { $both }. Only in this variant: { $here }. Only in the other: { $there }.
lab-map-whole = Map of { $areas } areas. Hatched: { $changed } units that change their area.
lab-certainty-map = Map of certainty: { $units } units; { $edges } of them, hatched, stay with their area in fewer than { $limit } of the replicates.
lab-certainty-no-method = The variant rests on no method, so nothing can be drawn again.
lab-certainty-no-method-hint = Run a method first; a list of units has no boundary of its own to be sure of.
lab-certainty-failure-range = What was asked for does not fit.
lab-certainty-hint-range = Enter 1 to { $most } replicates, a whole number as seed and a limit from 0 to 1.

lab-why-added = put in by hand
lab-why-removed = taken out by hand
lab-why-listed = on the list that the variant began with
lab-why-taken-over = in the variant that this one began with
lab-why-grown-around = in the area from the beginning: others joined it
lab-why-other-area = put into another area by the method
lab-why-outside = not in the variant
lab-why-share = { $share } of those who commute from it to another municipality go to this area
lab-why-strongest = most of them to { $unit } ({ $share })
lab-why-untold = the flow table does not hold its flows

lab-rule-contiguous = The area lies in one piece
lab-rule-neighbours-inside = Every unit has a neighbour in the area
lab-rule-core-size = The core has at least { $limit } inhabitants
lab-rule-commuter-share = In every unit at least { $limit } of { $whole } work in the core
lab-rule-made-again = The same method with the same data gives the same units
lab-rule-members = The units are the members of the partnership
lab-rule-compared = At least two variants were drawn up
lab-rule-counties = Counties that the area touches
lab-verdict-met = met
lab-verdict-broken = not met
lab-verdict-open = not known
lab-verdict-told = for information
lab-rule-open = what this asks for is not known
lab-rule-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces, apart from the main one
}
lab-rule-lonely = { $count ->
    [one] { $count } unit without a neighbour inside
   *[other] { $count } units without a neighbour inside
}
lab-rule-core-population = { $count } inhabitants
lab-rule-lowest = lowest share { $share }
lab-rule-different = { $count ->
    [one] { $count } unit differs
   *[other] { $count } units differ
}
lab-rule-variants = { $count ->
    [one] { $count } variant
   *[other] { $count } variants
}
lab-rule-counties-count = { $count ->
    [one] { $count } county
   *[other] { $count } counties
}

lab-failure-no-flows = A method needs flows, and this variant has no flow table.
lab-hint-flow-table = Choose a flow table first, or paste a list of units.
lab-hint-diagonal = Enter the share of inhabitants who are employed, or choose the method with the denominator “those who leave”.
lab-hint-share = Enter a share above 0 and at most 1, for instance 0.27 or 27 %.
lab-hint-range = Choose another value; each parameter says beside its field what it means and what fits.
lab-hint-cores = Name the cores by their codes, or lower the number of jobs that a core needs.
lab-hint-figures = Import the figures that the parameter asks for, or set it back to 0.
lab-failure-empty = The variant holds no unit yet.
lab-hint-empty = Put units in first: by a method, by hand or by a pasted list.
lab-failure-no-shapes = Neither boundaries nor seats of these units are known, so nothing can be drawn.
lab-hint-no-shapes = Import boundaries, or take the table, which needs none.
lab-failure-no-area = The method puts none of the units around which the area was looked for into an area.
lab-hint-no-area = Choose another area of the result, or other parameters.
lab-failure-no-around = The field “Area around” is empty, and neither cores nor members are known here.
lab-failure-around-unknown = No unit of the field “Area around” is known here: { $codes }
lab-hint-no-around = Fill in “Area around” with the code of at least one unit, for instance of the central town.
lab-failure-no-file = The file of the flow table is not there.
lab-hint-no-file = Attach the table to its record again, or choose another flow table.
lab-nothing-to-undo = There is no step to undo.
lab-nothing-to-redo = There is no undone step to do again.
lab-nothing-hint = Go back to the variant; somebody may have taken the step before you.
lab-failure-paste = The pasted text names no unit that is known here: { $examples }
lab-hint-paste = Paste codes of six or seven digits, or names, one in each line or with commas between them.
lab-failure-frozen = The variant was adopted by resolution { $number } and changes no more.
lab-hint-frozen = Begin a new variant with its units and change that.
lab-failure-not-carried = The resolution was not carried, so it adopts nothing.
lab-hint-not-carried = Record the vote of the resolution first, or choose another one.
lab-failure-another-adopted = Another variant is adopted already.
lab-hint-another-adopted = A partnership has one adopted variant; a later resolution must repeal the first.
lab-failure-method = The method “{ $method }” cannot be run with these parameters
lab-failure-parameter = “{ $value }” does not fit: { $parameter }
lab-wants-share = Enter a share from 0 to 1, such as 0.15, or per cent, such as 15 %.
lab-wants-number = Enter a number of { $least } or more.
lab-wants-choice = Choose one of the words that are offered.
lab-criteria-hint = One criterion on each line: a figure, a sign (>=, >, <=, <) and a number; 15% is a share. It may be followed by: of region, of country, group NAME, weight NUMBER, mandatory. Figures: commuters_per_out_commuter, commuters_to_core, commuters_per_employed, commuters_per_1000_inhabitants, distance_to_core_km, population, density, jobs_per_employed. Example: commuters_per_out_commuter >= 25% mandatory
lab-wants-codes = Enter codes of units: cores apart by commas, units of one core joined by +.
lab-not-public = Not everyone sees this adopted variant yet
lab-not-public-act = Decide who sees it

lab-answers-travel-to-work = Where do most people both live and work, so that the whole land falls into areas closed in themselves?
lab-answers-functional-urban-area = Which municipalities belong to the commuting zone of a city, as the European Union and the OECD define it?
lab-answers-threshold = Which municipalities send at least a given share of their commuters to a core that is known?
lab-answers-leiden = Which groups of municipalities exchange more commuters among themselves than their size alone would let expect?
lab-answers-map-equation = In which areas would somebody who follows the commuters from unit to unit stay longest?
lab-answers-intramax = Which municipalities join first if at each step the two that are bound most strongly are made one?
lab-answers-self-contained = Which groups of municipalities keep enough of their workers and fill enough of their jobs, as the Canadian statistical office asks?
lab-answers-criteria = Which municipalities meet enough of the agreed criteria, each with its own threshold and weight?
lab-answers-dominant-flow = To which larger centre does the strongest flow from each municipality lead?
