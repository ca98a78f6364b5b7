# Pages of the area: the lab in the workbench, and what the public sees.

lab-area = Area
lab-variants = Variants of the area
lab-variants-lead = Each variant keeps its units, what it rests on, and every change; one of them is adopted by a resolution.
lab-variants-caption = What each variant rests on, its units and figures
lab-no-variants = Here stand the variants of the functional area. Begin the first one: by a method, by a pasted list, or empty.
lab-no-public-variant = No variant of the area is published yet.
lab-adopted-lead = Adopted by resolution { $number }.
lab-to-lab = Open in the lab
lab-stated = { $number } (stated)
lab-column-variant = Variant
lab-column-state = State
lab-status-draft = Draft
lab-status-proposed = Proposed
lab-status-adopted = Adopted by resolution { $number }; changes no more

lab-begin = A new variant
lab-begin-act = Begin the variant
lab-begin-from = Begin with the units of
lab-begin-empty = no unit
lab-begin-members = members of the partnership
lab-begin-on = Members on the day
lab-begin-on-hint = Only where you begin with the members; empty for today. For example 2015-12-22.
lab-begin-area = A new variant with it
lab-failure-no-members = The partnership had no members with a code on that day.
lab-hint-no-members = Choose another day, or begin with no unit.
lab-name = Name of the variant
lab-name-hint = For instance “Core and ring, 15 %”.
lab-failure-no-name = The variant has no name yet.
lab-failure-form = The form could not be read.
lab-hint-form = Go back to the page and send it again.
lab-failure-no-such-table = There is no such flow table here.
lab-failure-no-resolution = No resolution was chosen.

lab-table = Flow table
lab-take-table = Take this table
lab-method = Method
lab-choose-method = Show its parameters
lab-parameters = Parameters
lab-parameter-hint = { $source }
lab-parameter-usual = Usual: { $usual } · { $source }
lab-open-parameters = Method, lists and limits
lab-steps = What the method does, step by step
lab-method-page = All about this method
lab-presets = Usual sets of values
lab-preset-none = single values
lab-further = Further parameters
lab-methods = Methods
lab-methods-lead = Each method answers a question of its own. Choose the one whose question is yours; then its steps and parameters can be defended.
lab-parameters-caption = Parameters and their usual values
lab-parameter = What is set
lab-column-usual = Usual value
lab-sources = Sources
lab-method-command = In the program for the command line
lab-slider = Slider, in per cent: { $parameter }
lab-employed-share = Share of inhabitants who are employed
lab-employed-share-hint = The table counts only those who leave their municipality. With this share those who stay are estimated, and all figures that rest on it are marked.
lab-area-of = Area around
lab-area-of-hint = Codes of the units whose areas the variant takes over, apart by commas. Left empty: around the cores, else around the core of the variant, else around the members.
lab-run = Run the method
lab-word-istat-example = example of the Italian statistical office
lab-word-ons-2011 = travel-to-work areas of the United Kingdom, 2011
lab-word-cma-canada = census metropolitan areas of Canada
lab-word-istat-compatible = as the reference program
lab-word-aggregated = as a whole
lab-word-employed-residents = employed residents
lab-word-out-commuters = those who leave the unit
lab-word-interchange = interchange with the core
lab-word-two-sided = both directions
lab-word-working-age = inhabitants of working age
lab-word-modularity = modularity
lab-word-cpm = fixed density (CPM)
lab-word-gravity = gravity of distance
lab-word-radiation = radiation
lab-word-units = units
lab-word-population = inhabitants
lab-word-unrecorded = not coded
lab-word-recorded = coded
lab-word-true = yes
lab-word-false = no

lab-paste = Put in or take out by a list
lab-paste-label = Names or codes of units
lab-paste-for = What is to be done with them
lab-paste-in = Put them in
lab-paste-out = Take them out
lab-paste-instead = Make them the whole variant
lab-paste-act = Take the list
lab-paste-put-in = Put in: { $new }. In already: { $old }.
lab-paste-took-out = Taken out: { $new }. Not in before: { $old }.
lab-paste-is-whole = The variant has { $all } units now. New: { $new }. In already: { $old }.
lab-paste-repeated = Named more than once: { $names }.
lab-paste-other-kind = { $code } was taken as { $unit }: the register has it with another kind.
lab-paste-part = { $code } is a part of a municipality and was not taken; the whole is { $unit }.
lab-paste-no-kind = { $code } was not taken: no register here has this kind; the same six digits belong to { $unit }.
lab-paste-unknown = Not known here: { $names }.
lab-paste-several = Several units are called { $name }: choose among { $codes }.

lab-limits = Limits of the rules
lab-limits-act = Hold against these limits
lab-limit-core = Inhabitants that the core needs
lab-limit-share = Share of each unit that works in the core
lab-core = Units of the core
lab-core-hint = Codes apart by commas; without them the unit with most jobs counts.

lab-adopt = Adopt by a resolution
lab-adopt-label = Resolution
lab-adopt-act = Adopt the variant
lab-adopt-none = No resolution of this partnership was carried yet.

lab-undo = Undo
lab-redo = Redo
lab-put-in = Put in
lab-take-out = Take out
lab-files = Files of this variant:
lab-record = Name, state and notes
lab-partition = All areas of the method
lab-partition-lead = { $count ->
    [one] { $method }: { $count } area.
   *[other] { $method }: { $count } areas.
}
lab-partition-file = Areas as a table (CSV)
lab-take-area = Take this area
lab-own-area = this variant
lab-column-pieces = Pieces

lab-caption-around = Units around: what touches the area, sends it many commuters, or is a member
lab-column-standing = Standing and why
lab-column-core = To the core, of { $whole }
lab-column-act = Change
lab-nothing-in = No unit is in yet. Run a method, or put units in by their names or codes.
lab-no-map = No map can be drawn: neither boundaries nor seats of these units are known. The tables below name them all.
lab-no-table = No flows
lab-no-table-text = This variant has no flow table, so commuters and self-containment cannot be told.
lab-untold = Flows of some units are not known
lab-untold-text = Figures of flows count only { $told } of { $all } units: the flow table does not hold all flows of { $names }. Whoever goes there or comes from there counts as leaving the area or coming from outside.
lab-legend = { $sign }: { $count }
lab-remark-apart = apart from the main piece
lab-remark-no-member = no member
lab-remark-member = member

lab-compare = All variants side by side
lab-compare-lead = Each unit with the variants that have it, those of most variants first.
lab-compare-all-lead = By what each variant was drawn, from which data, how large it is and how self-contained; which one is adopted, and by which decision.
lab-compare-caption = Variants of the area
lab-compare-two = Two variants compared
lab-compare-one = This variant
lab-compare-other = with this one
lab-compare-act = Compare
lab-list-of-units = List of units
lab-data-year = Year of data
lab-column-flows = Flows
lab-method-list = List of units
lab-measures = How far the two agree
lab-moved-units = Units that change sides
lab-moved-population = Their inhabitants
lab-moved-jobs = Their jobs
lab-two-lead = Units in both: { $both }. Only in the first: { $first }. Only in the second: { $second }.
lab-whole = All areas of both methods
lab-whole-lead = Both methods put { $units } units into areas (number of areas: { $first } and { $second }). Areas that correspond bear the same colour on both maps.
lab-matches = Each area of the first with the one of the second that it is most like, the least alike first
lab-column-jaccard = In both, of all in either
lab-column-moved-out = Left the area
lab-column-moved-in = Came to it
lab-changed-units = Units that change their area
lab-shared = Units in the variants
lab-column-member = Member
lab-column-in-variants = Variants
lab-beside = Another variant beside this one
lab-beside-act = Show side by side
lab-side-by-side = { $one } and { $other } side by side
lab-only-in = { $count ->
    [one] Only in “{ $variant }”: { $count } unit
   *[other] Only in “{ $variant }”: { $count } units
}
lab-in-both = { $count ->
    [one] In both: { $count } unit
   *[other] In both: { $count } units
}
lab-none = none
lab-agree-units = Units in both, of all units in either
lab-agree-population = Inhabitants in both, of all in either

lab-done-added = { $unit } was put in.
lab-done-removed = { $unit } was taken out.
lab-done-undone = One step was undone.
lab-done-redone = One step was done again.
lab-done-ran = { $method }: the method ran.
lab-done-pasted = The list was taken.
lab-done-table = The figures come from this flow table now.
lab-done-limits = The rules are held against these limits.
lab-done-begun = The variant has begun.
lab-done-adopted = The variant is adopted and changes no more.
lab-said-kept = { $share } of commuters stay

lab-job-title = A run for { $variant }
lab-job-lead = The run takes long and goes on without you; you may leave this page and come back.
lab-job-waits = waits
lab-job-runs = runs
lab-job-forsaken = gives no sign of life, waits to be taken up again
lab-job-failed = failed
lab-job-look-again = Look again
lab-job-back = Back to the variant

lab-help = Keys
lab-help-close = Close
lab-key-map = to the map
lab-key-arrows = on the map: to the next unit
lab-key-enter = on the map: put the unit in or take it out
lab-key-undo = undo (also Ctrl+Z)
lab-key-redo = redo (also Shift+Ctrl+Z)
lab-key-parameters = to the parameters
lab-key-table = to the table of units
lab-key-help = this list
lab-certainty = How sure is this boundary?
lab-certainty-of = How sure is the boundary of “{ $variant }”?
lab-certainty-about = The flows are drawn anew many times around what was counted, and the method runs on each. A unit is as certain as the share of these replicates in which it stays with the seat of its area.
lab-certainty-empty = Nobody has asked for the certainty of this variant yet.
lab-certainty-lead = { $sure } of { $units } units of the area stay with its seat in at least { $limit } of { $replicates } replicates.
lab-certainty-mean = Mean certainty of its units
lab-certainty-edges = Units on the edge
lab-certainty-no-edges = No unit is on the edge.
lab-certainty-replicates = Replicates
lab-certainty-replicates-hint = Usually 200; a thousand tell more of rare cases and take five times as long.
lab-certainty-areas = Areas in a replicate: fewest–most (middle)
lab-certainty-caption = Units of the area and those around it
lab-certainty-column = Certainty
lab-certainty-edge = on the edge
lab-certainty-edge-sign = on the edge: below { $limit }
lab-certainty-seat = Seat of its area
lab-certainty-second = Else mostly with
lab-certainty-second-share = in
lab-certainty-stale = The variant has changed since
lab-certainty-stale-text = Its method, its parameters or its flow table are others now. Ask again to see how sure the present boundary is.
lab-certainty-drawn = { $replicates } replicates, { $draw }; seed { $seed }
lab-certainty-made-by = { $method }; made by { $program }
lab-certainty-ask = Draw it
lab-certainty-act = Draw and see
lab-certainty-limit = Limit
lab-certainty-limit-hint = A unit that stays in a smaller share of replicates is on the edge. Usually 0.8.
lab-certainty-seed = Seed
lab-certainty-seed-hint = The same number draws the same flows, so that others can check the result.
lab-certainty-draw = How flows are drawn
lab-draw-poisson = each flow by itself around its count (Poisson)
lab-draw-multinomial = the employed residents of each unit over their places of work (multinomial)
lab-job-certainty = Certainty of the boundary
lab-job-still = Stand still
lab-job-refreshes = The page looks again by itself every few seconds.

lab-year-of-data = data of { $year }
lab-same-as-members = the same units as the members
lab-unlike-members = { $others ->
    [0] without { $lacking } of the members
   *[other] { $lacking ->
        [0] units that are no members: { $others }
       *[other] units that are no members: { $others }, without { $lacking } of the members
    }
}
lab-decided-by = resolution no. { $number }, { $date }
lab-no-units-named = The source does not name the municipalities.
