# The report of a delimitation.

report-kind = Delimitation report
report-contents = Contents
report-table = Table
report-figure = Figure
report-page = page
report-of = of
report-skip = Skip to the text
report-description = { $title }: areas with map and tables, method, doubtful points and provenance of the data.

report-term-prepared-by = Prepared by
report-term-day = Date
report-term-data = Data
report-term-method = Method
report-term-program = Program
report-term-period = Period
report-term-publisher = Publisher
report-term-units = Units
report-term-flows = Flows between units
report-term-persons = Persons in the flows
report-term-command = Command
report-term-licence = Source and licence

report-chapter-summary = In brief
report-chapter-data = Question and data
report-chapter-method = Method
report-chapter-map = Map
report-chapter-areas = The areas
report-chapter-units = The municipalities and their areas
report-chapter-doubts = What is doubtful
report-chapter-provenance = Provenance

report-summary-lead = { $units ->
    [one] One unit was examined
   *[other] { $units } units were examined
} and { $areas ->
    [one] one functional area was found
   *[other] { $areas } functional areas were found
} by the method “{ $method }”. A functional area gathers municipalities whose residents live and work together: most who live in it also work in it.
report-summary-inside = Of all employed residents, { $share } work in the area in which they live.
report-summary-largest = The largest area by employed residents is { $area }: { $units ->
    [one] one unit
   *[other] { $units } units
}, { $employed } employed residents.
report-summary-doubts = { $count ->
    [one] One kind of doubtful point wants attention before a decision; chapter { $chapter } names it.
   *[other] { $count } kinds of doubtful points want attention before a decision; chapter { $chapter } names them.
}
report-summary-no-doubts = Nothing doubtful was found in the data or the result.
report-figure-areas = { $count ->
    [one] functional area
   *[other] functional areas
}
report-figure-units = { $count ->
    [one] unit examined
   *[other] units examined
}
report-figure-employed = employed residents
report-figure-inside = work in the area they live in
report-figure-edge = { $count ->
    [one] unit on an edge between areas
   *[other] units on an edge between areas
}
report-figure-unassigned = { $count ->
    [one] unit in no area
   *[other] units in no area
}

report-note-modelled = Modelled flows
report-note-modelled-text = The flows were not counted: a model worked them out from figures of the units and the distances between them. Areas, shares and borders show what the model assumes; counted flows may give others.
report-note-estimated = Estimated
report-note-estimated-text = The number of those who live and work in the same unit was estimated from population. Every figure built on it (employed residents, jobs, shares) is an estimate.
report-note-upper-bound = Upper bound
report-note-upper-bound-text = Those who live and work in the same unit were worked out as employed residents less commuters. Commuters missing from the published flows are thereby counted as staying, so shares of those who work in their own area are upper bounds.
report-note-schematic = Schematic map
report-note-schematic-text = The map shows cells drawn around the seats of the units. They are not administrative borders and say nothing of size or shape.
report-note-example = Example

report-question-default = Which municipalities belong together because their residents commute to work among them, and where do the borders between such areas run?
report-section-treatment = What was done with the data
report-section-question = The question
report-section-data = The data

report-diagonal-counted = Those who live and work in the same unit are counted in the source and were used as they are.
report-diagonal-absent = The source holds only commuters who leave their unit. Those who live and work in the same unit are unknown, so shares of residents or jobs could not be worked out.
report-diagonal-worked-out = The source holds only commuters who leave their unit. Those who live and work in the same unit were worked out as employed residents (or jobs) less commuters.
report-diagonal-estimated = The source holds only commuters who leave their unit. Those who live and work in the same unit were estimated from population and the share of employed persons.
report-diagonal-estimated-share = The source holds only commuters who leave their unit. Those who live and work in the same unit were estimated from population, of which { $share } were taken to be employed.
report-parts-folded = { $count ->
    [one] One town or rural part was joined to its whole municipality.
   *[other] { $count } town and rural parts were joined to their whole municipalities.
}
report-between-parts = { $count ->
    [one] One row leads from a municipality to itself
   *[other] { $count } rows lead from a municipality to itself
} ({ $persons } persons). They are commuting between its town and its rural part, not those who live and work there, and were kept apart.
report-no-places = Destinations that are no place on the map (home, no fixed place, abroad): { $persons } persons, left out. Codes: { $codes }.
report-duplicates-summed = { $count ->
    [one] One pair of units stood in the file more than once; its figures were added.
   *[other] { $count } pairs of units stood in the file more than once; their figures were added.
}
report-suppressed-told = { $count ->
    [one] One flow is suppressed by the publisher; it was not replaced by a figure.
   *[other] { $count } flows are suppressed by the publisher; they were not replaced by figures.
}
report-threshold-told = Flows of fewer than { $threshold } persons are not published and are missing.

report-method-travel-to-work = Areas of living and working
report-method-travel-to-work-1 = The method looks for areas in which most residents work and most jobs are held by residents. It begins with each municipality on its own. The area that is furthest from the requirements is opened, and one of its municipalities moves to the area with which it exchanges most commuters, measured against the size of both; a move is accepted only if the receiving area does not become worse.
report-method-travel-to-work-2 = A municipality that no area can take waits in a reserve. When all areas meet the requirements, the reserve is shared out by the strongest link, without further test; an area may fall below the requirements by this, and the report names such areas.
report-method-travel-to-work-3 = Large areas may be less self-contained than small ones: between the smallest and the target size the share asked for falls gradually. The method is that of Coombes and Bond (2008) in the form in which the Italian statistical office uses it.
report-method-functional-urban-area = Functional urban area
report-method-functional-urban-area-1 = The method starts from cities. A municipality belongs to the commuting zone of a city if enough of its employed residents work there; if it passes for several cities, it goes to the one with the largest share.
report-method-functional-urban-area-2 = Cities that send enough commuters to one another count as one destination. Municipalities surrounded by one area are added, and those that do not touch their area are dropped.
report-method-functional-urban-area-3 = This is the definition of the European Union and the OECD (Dijkstra, Poelman and Veneri 2019).
report-method-threshold = Core and ring by threshold
report-method-threshold-1 = The method starts from cores. A municipality belongs to the ring of a core if the share of its commuters to this core reaches the threshold; among several cores the one with the largest share wins.
report-method-threshold-2 = The share has a denominator, which changes the result; it stands in the table of parameters.
report-method-threshold-3 = Municipalities below the threshold belong to no area. This is intended: the method does not share out the whole territory.
report-method-leiden = Areas of dense exchange
report-method-leiden-1 = The method looks for the division in which the areas exchange more commuters inside than expected. What is expected follows, as set, from the employed residents and jobs of the units (modularity), from a fixed density (CPM), or from sizes and distances (gravity, radiation).
report-method-leiden-2 = Units move one by one to the area where most is gained; areas are split into well-tied parts, and the parts move again. The search begins anew several times, and the best division is kept. Every area hangs together by flows.
report-method-leiden-3 = Who lives and works in the same unit counts. With resolution 1 the areas are as large as regions; larger values give smaller areas, and no value is the right one: several should be compared. The search is that of Traag, Waltman and van Eck (2019).
report-method-map-equation = Areas of a random walk
report-method-map-equation-1 = A walker steps from unit to unit, the more often the more commuters two units exchange. Areas are the division in which its way can be described most briefly: the walker stays long in an area before it leaves.
report-method-map-equation-2 = By default those who live and work in the same unit do not count, since with them most areas would be single units.
report-method-map-equation-3 = This is another view of the links, not a labour market area: nothing is asked of self-containment or size. The measure is that of Rosvall and Bergstrom (2008).
report-method-criteria = Core and surroundings by a list of criteria
report-method-criteria-1 = The method starts from cores. Each other municipality is judged against one core by a list of criteria; each criterion compares one figure with a threshold, as it is or as a part of the mean of its region or of the country.
report-method-criteria-2 = A municipality belongs to the area of its core if it passes enough of the criteria, as the table of parameters says. A figure that is missing is never passed; the list of criteria names such cases.
report-method-criteria-3 = This is how functional areas of cities are delimited in Poland (Śleszyński 2013). The criteria and thresholds are those that were entered; the program has none of its own.
report-method-dominant-flow = Dominant flow
report-method-dominant-flow-1 = Each municipality belongs to the area of the more important one to which most of its commuters go. One whose largest flow goes to a less important municipality, or that has no flow that counts, is the head of an area.
report-method-dominant-flow-2 = This is the method of Nystuen and Dacey (1961). It follows the largest flow only and does not ask how large it is, unless a least flow or share is set.
report-method-intramax = Intramax: fusion by interaction
report-method-intramax-1 = Each municipality begins as an area of its own. In each step the two areas become one between which most happens, measured against what the sizes of both lead to expect. All fusions with the share of persons who live and work in the same area stand in the file fusions.csv.
report-method-intramax-2 = The areas are those of the moment that the table of parameters names. Small areas are fused first; this is a known trait of the method.
report-method-intramax-3 = The method is that of Masser and Brown (1975).
report-method-self-contained = Self-contained labour areas
report-method-self-contained-1 = Each municipality begins as an area of its own. The area that lacks most to the self-containment asked for is fused with the one that it is linked with most, until all are self-contained enough. The smaller an area, the more is asked of it.
report-method-self-contained-2 = Areas are never opened again, so they become few and large. The method is that of Statistics Canada (Munro, Alasia and Bollman 2011).
report-method-other = The method is described in the handbook of the program under the name { $method }.
report-contiguity-told = Afterwards areas that fell into several pieces on the map were mended: a piece without connection moved to the neighbouring area with the strongest link.

report-parameters-caption = Parameters of the method as entered
report-column-parameter = Parameter
report-column-value = Value
report-column-meaning = Meaning
report-parameter-preset = a named set of values; values set one by one come before it
report-parameter-min-size = employed residents that the smallest area needs
report-parameter-min-self-containment = self-containment that an area of the target size or above needs
report-parameter-target-size = employed residents from which the lower self-containment is enough
report-parameter-target-self-containment = self-containment that the smallest area needs
report-parameter-rule = how an opened area is judged in the next step: unit by unit as in the reference program, or as a whole
report-parameter-cores = codes of the cores; empty: cores found by rule
report-parameter-core-min-jobs = jobs that a core found by rule needs
report-parameter-core-min-job-ratio = jobs for each employed resident that a core found by rule needs
report-parameter-core-min-population = inhabitants that a core found by rule needs
report-parameter-core-min-density = inhabitants per square kilometre that a core found by rule needs
report-parameter-core-clusters = whether units that touch and reach the density are one core, and its other figures are taken together
report-parameter-grid-density = inhabitants of a square kilometre of the population grid from which it can belong to an urban centre
report-parameter-grid-population = inhabitants that an urban centre of the population grid needs
report-parameter-city-share = share of the inhabitants of a unit who live in an urban centre, for it to be a city
report-parameter-commuting = share of employed residents who work in the city, for its zone
report-parameter-merge = share of a city’s employed residents who work in another city, for the two to count as one
report-parameter-merge-iterated = whether merged cities are compared again
report-parameter-exclaves = whether units that do not touch their area are dropped
report-parameter-enclaves = whether units surrounded by one area are added
report-parameter-enclave-border-share = share of the border that surrounds an enclave
report-parameter-share = share from which a unit belongs to a core
report-parameter-denominator = what the commuters to the core are a share of
report-parameter-reverse-share = share of a unit’s jobs held by residents of the core that is enough as well
report-parameter-min-commuters = persons below which a share does not count
report-parameter-cascading = whether units of the ring count as core for a further ring
report-parameter-quality = what makes areas good: more commuters inside than sizes, a fixed density, or sizes and distances let expect
report-parameter-resolution = weight of what is expected; larger values give smaller areas
report-parameter-node-size = CPM only: whether the density is persons per pair of units or of inhabitants
report-parameter-class-km = gravity only: width of the classes of distance in kilometres
report-parameter-seed = number from which all chance follows
report-parameter-trials = how many times the search begins anew; the best is kept
report-parameter-iterations = rounds of a trial at most
report-parameter-self-flows = whether those who live and work in the same unit count
report-parameter-directed = whether the walker follows flows only from origin to destination
report-parameter-teleportation = whether restarts of the walker are coded like its other steps
report-parameter-teleport = chance that the walker starts anew elsewhere
report-parameter-criteria = the criteria, one on each line or apart by semicolons
report-parameter-min-criteria = how many criteria a unit must pass; 0 asks nothing
report-parameter-min-groups = in how many groups of criteria a unit must pass; 0 asks nothing
report-parameter-group-criteria = how many criteria of a group make it passed
report-parameter-min-weight = sum of weights of passed criteria that a unit needs; 0 asks nothing
report-parameter-mean = how means of country and region are taken
report-parameter-region-digits = how many first characters of a code name the region
report-parameter-core-choice = which core a unit is judged against
report-parameter-importance = what makes a unit important
report-parameter-min-flow = persons below which a flow does not count
report-parameter-min-share = share of those who leave a unit below which a flow does not count
report-parameter-rank = name of the figure that holds the rank of each unit
report-parameter-stop = when the areas are taken
report-parameter-areas = how many areas there are to be, where that is the rule
report-parameter-internal-share = share of persons who live and work in the same area that is enough, where that is the rule
report-parameter-jump = rise of that share by one fusion that is too much, where that is the rule
report-parameter-contiguous = whether only areas that touch are fused
report-parameter-diagonal = whether persons who live and work in the same unit count
report-parameter-small-size = employed residents up to which the higher self-containment is asked for
report-parameter-large-size = employed residents from which the lower self-containment is enough
report-parameter-small-self-containment = self-containment that the smallest areas need
report-parameter-large-self-containment = self-containment that large areas need

report-map-caption = { $title }: functional areas
report-map-caption-schematic = { $title }: functional areas, schematic
report-map-absent = No boundaries and no seats were given, so there is no map. The tables say everything the map would say.

report-areas-lead = Sorted by employed residents. The two shares say how closed an area is: of its residents, how many work inside; of its jobs, how many are held by residents.
report-areas-caption = Functional areas
report-units-lead = Sorted by area and code, with the reason why each unit stands where it stands.
report-units-caption = Units, their areas and their strongest links
report-column-area = Area
report-column-unit = Unit
report-column-code = Code
report-column-units = Units
report-column-population = Population
report-column-employed = Employed residents
report-column-jobs = Jobs
report-column-internal = Live and work inside
report-column-supply = Residents working inside
report-column-demand = Jobs held by residents
report-column-job-ratio = Jobs per resident
report-column-validity = Validity
report-column-pieces = Pieces
report-column-own-share = Work in own area
report-column-strongest = Strongest destination
report-column-reason = Why it is here
report-column-given = Given
report-column-leaving = Leaving
report-column-other-area = Other area
report-column-other-share = Work in other area
report-column-margin = Margin
report-unit-number = number
report-unit-persons = persons
report-unit-share = %
report-unit-points = points
report-unit-quotient = quotient
report-totals = All areas
report-strongest = { $unit } ({ $persons })
report-no-area = in no area
report-legend-missing = – no figure in the data.
report-legend-validity = Validity 1 or more: the area meets the requirements of the method.
report-legend-pieces = Pieces: parts without a common border; 1 means contiguous.
report-legend-margin = Margin: how many percentage points fewer work in the other area than in their own.

report-doubts-lead = Figures are never better than their source. This chapter names everything that a careful reader should know before deciding. Nothing here was mended in silence.
report-doubts-none = Nothing doubtful was found.
report-doubt-suppressed = Suppressed flows
report-doubt-suppressed-text = { $count ->
    [one] One flow is suppressed by the publisher and remains suppressed.
   *[other] { $count } flows are suppressed by the publisher and remain suppressed.
} Small links are therefore weaker here than in life.
report-doubt-suppressed-most = Together they hold at most { $persons } persons.
report-doubt-threshold-text = Flows of fewer than { $threshold } persons are not published. Many small links are therefore missing, above all around small municipalities.
report-doubt-missing = Missing units
report-doubt-missing-text = These units stand in the flows but not in the other files (or the other way round) and could not be shown or used in full:
report-doubt-cut = Cut diagonals
report-doubt-cut-text = From these units more persons commute than are said to be employed there. Those who live and work in the unit would be negative and were set to 0.
report-doubt-cut-caption = Units with a cut diagonal
report-doubt-edge = Units on the edge
report-doubt-edge-text = These units are almost as strongly tied to another area as to their own. A small change of the figures may move them, so local knowledge should decide.
report-doubt-edge-caption = Units on the edge between two areas
report-doubt-unassigned = Units in no area
report-doubt-unassigned-text = These units belong to no area:
report-doubt-unassigned-caption = Units in no area, with the reason
report-doubt-pieces = Areas in several pieces
report-doubt-pieces-text = These areas consist of pieces without a common border:
report-doubt-pieces-item = { $area }: { $pieces ->
    [one] one piece
   *[other] { $pieces } pieces
}
report-doubt-failing = Areas that miss the target
report-doubt-failing-text = These areas do not meet the requirements of the method. Most arise when units of the reserve are shared out; they are shown, not hidden.
report-doubt-failing-caption = Areas that miss the target
report-doubt-other = Other remarks

report-provenance-lead = The result can be repeated: the same files, the same parameters and the same version of the program give the same bytes.
report-size = { $bytes } bytes
report-role-flows = flows
report-role-boundaries = boundaries
report-role-employed = employed residents
report-role-jobs = jobs
report-role-population = population
report-role-employed-share = share of employed persons
report-role-seats = seats
report-role-register = register of units
report-role-neighbours = neighbours
report-role-units = units
report-role-criteria = list of criteria

report-count = { $count }
report-method-political-agreement = Agreement of the members
report-method-administrative = Administrative boundaries
report-method-list = List of municipalities
