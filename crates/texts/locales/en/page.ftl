# Public pages of partnerships and calls.

# The start page and the list.
page-start-heading = Partnerships of local governments, side by side
page-start-lead = Who belongs to them, what ties the municipalities, what they decided together.
page-start-search = Municipality, partnership, document
page-all = All
page-all-kinds = All kinds
page-all-partnerships = { $count ->
    [one] See the partnership in a table
   *[other] Compare { $count } partnerships in a table
}
page-count-partnerships = { $count ->
    [one] { $count } partnership
   *[other] { $count } partnerships
}
page-partnerships-caption = Partnerships: stage, members, extent, dates
page-partnerships-none = No partnership is published so far. The first one that its office publishes will stand here.
page-partnership = Partnership of local governments
page-stage = Stage
page-legal-form = Legal form
page-region = Voivodeship or region
page-theme = Theme
page-next-date = Next date
page-call-answers = Answers to calls
page-not-known = not known
page-figure-partly = known for { $known } of { $units }
page-map-all = Partnerships on the map
page-map-countries = Outlines of the countries: Natural Earth.
page-map-all-description = { $count ->
    [one] Map of one partnership; it leads to its page.
   *[other] Map of { $count } partnerships; each leads to its page.
}
page-map-all-list = Partnerships on the map ({ $count })
page-map-next = next date { $date } ({ $what })

# Pages of a partnership and its rail.
page-overview = Overview
page-members = Members
page-history = History
page-documents = Documents
page-bodies = Bodies
page-stages = Stages of work
page-news = News
page-rail-summary = { $name }: { $page }
page-in-brief = In brief
page-leader = Leader
page-partners = Institutional partners
page-thread = The way so far
page-next-dates = Next dates
page-no-dates = No date ahead is recorded.
page-all-members = { $count ->
    [one] See the member on any date
   *[other] See the { $count } members on any date
}

# Figures.
page-population = Inhabitants
page-municipalities = Municipalities
page-area = Area
page-counties = Counties
page-figure = What is counted
page-figure-possible = and { $count } { $count ->
    [one] possible
   *[other] possible
}
page-figure-summed = { $units }, { $period }
page-figure-source = { $figure }: { $source }.
page-commuting-inside = Commuting inside the area
page-figure-stated = as stated { $date }
page-figure-converted = at { $rate } { $to } for 1 { $from } of { $day }
page-stated = Figures that sources state
page-stated-caption = Figures stated in documents and other sources
page-checks-caption = Stated number of members and recorded members
page-stated-members = Stated
page-recorded-members = Recorded
page-verdict = Agreement
page-verdict-equal = agrees
page-verdict-unnamed = names not given
page-verdict-otherwise = differs from those named
page-verdict-fewer = { $apart } missing
page-verdict-more = { $apart } too many

# Members on a date.
page-members-on = Members: { $date }
page-members-map = Members of the partnership
page-members-none = No member is known for this date. Choose one of the dates on which something changed.
page-date-asked = Day, month or year
page-date-hint = For example 2015-12-22, 2012-04 or 2012
page-date-show = Show this date
page-date-unreadable = “{ $text }” is no date; today is shown. Write for example 2015-12-22, 2012-04 or 2012.
page-turns = Dates on which something changed
page-turn = { $date }: { $members }
page-count-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
page-and-possible = { $members } for certain, { $count } possibly
page-members-certain = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
page-members-certain-lead = On this date their membership is certain.
page-members-possible = Possibly { $count } more
page-members-possible-lead = The sources do not decide whether these were members on this date. They are not counted as members.
page-members-beside = Taking part without the rights of a member: { $count }
page-members-beside-lead = Associates and observers; they are not counted as members.
page-member = Member
page-role = Role
page-ground = Ground
page-member-since = Since
page-source = Known from
page-sources = Sources
page-known-on = known as a member on { $date }
page-since-not-stated = since when is not stated
page-doubt-beginning = since when is not stated
page-doubt-beginning-in = joined some day of { $date }
page-doubt-end-in = left some day of { $date }
page-doubt-not-all = a member on some days of { $date } only
page-possible-members = Possible
page-beside = Beside the members
page-role-held = { $role }: { $when }
page-role-possibly-held = { $role }: { $when } (not certain on this date)

page-count-equal = { $date }: { $stated } stated, as many recorded
page-count-equal-text = The number that the source states agrees with the list of members.
page-count-unnamed = { $date }: { $stated } stated, names not given
page-count-unnamed-text = The source states the number of members ({ $stated }) but does not name them. { $certain ->
    [one] 1 is known by name for this date; those known only from later documents stand below as well.
   *[other] { $certain } are known by name for this date; those known only from later documents stand below as well.
}
page-count-otherwise = { $date }: { $stated } stated, { $named } named
page-count-otherwise-text = The document states { $stated } members and names { $named }; { $certain } are recorded for certain. Name the others or correct the number.
page-count-fewer = { $date }: { $stated } stated, { $certain } recorded
page-count-fewer-text = { $apart } of the stated members are missing on the list.
page-count-more = { $date }: { $stated } stated, { $certain } recorded
page-count-more-text = The list has { $apart } more members than the source states.
page-county = County
page-counties-caption = Counties in which the members lie
page-county-count = Municipalities
page-county-members = Which
page-county-whole = The whole county
page-county-takes-part = The county is a member
page-county-city = city with county rights
page-county-lacks = no, { $count ->
    [one] { $count } municipality missing
   *[other] { $count } municipalities missing
}
page-county-unknown = county not known
page-county-needed = { $name } county: all municipalities are members, but the county is not
page-county-needed-law = Municipalities of such a county make a supra-local strategy with its participation (art. 10g(2) of the Polish act on municipal self-government).
page-yes = yes
page-no = no

# Units.
page-unit-urban = urban municipality
page-unit-rural = rural municipality
page-unit-urban-rural = urban-rural municipality
page-unit-municipality = municipality
page-unit-county = county
page-unit-region = voivodeship or region
page-unit-apart = { $name } ({ $kind }, { $code })

# The map of members.
page-map-leader = leader
page-map-member = member
page-map-core = core of the area
page-map-marginalisation = member at risk of permanent marginalisation
page-map-linked = functionally linked member
page-map-beside = takes part without the rights of a member
page-map-possible = membership on this date not certain
page-map-description = Map of { $count ->
    [one] one unit
   *[other] { $count } units
}. Signs: { $signs }. The list below the map names them all.
page-map-list = Units on the map ({ $count })
page-map-without = { $count ->
    [one] Without border or seat on the map
   *[other] Without borders or seats on the map
}: { $names }.

# Flows between the municipalities of a partnership.
page-flows = Flows
page-flows-none = The office has not loaded a table of flows so far. A map, a matrix and a list of the strongest links will stand here.
page-flows-silent = The table does not speak of any municipality of this partnership.
page-flows-least = On the map flows of at least so many persons
page-flows-least-hint = Left empty: as many of the strongest as can still be read.
page-flows-map = Flows between the municipalities of the partnership
page-flows-map-told = The map shows { $lines } of { $all } flows, the strongest first. A wedge begins wide where people leave and ends in a point where they go. All numbers stand in the matrix.
page-flow-told = { $from } → { $to }: { $count }
page-flows-strongest = Strongest flows
page-flows-from = From
page-flows-to = To
page-flows-share = Share of those who leave
page-flows-matrix = Matrix of flows
page-flows-matrix-lead = The row is the municipality that people leave, the column the one that they go to. The ground of a cell says the same as its number: the darker, the more persons. A dot means that the table states no such flow; it does not mean zero.
page-flows-matrix-caption = Persons from the municipality of the row to that of the column
page-flows-corner = From municipality to municipality
page-flows-to-others = To members, in all
page-flows-outside = Outside the partnership
page-flows-from-others = From members, in all
page-flows-among = Between its municipalities
page-flows-out = From the partnership to elsewhere
page-flows-in = From elsewhere to the partnership
page-flows-kept = Share of those who leave and stay in the partnership
page-flows-internal = Within municipalities
page-flows-hidden = { $count ->
    [one] One number is kept secret in the table; the sums do not hold it.
   *[other] { $count } numbers are kept secret in the table; the sums do not hold them.
}
page-flows-parts = Of those who do not leave their municipality the table states only who commutes between the town and the rural part of an urban-rural municipality: { $count }.
page-flows-largest = { $shown } of { $all } municipalities stand in the matrix: those with the strongest links. The sums hold all.
page-flows-units-silent = The table does not speak of: { $names }.
page-flows-stay = Staying in { $name }
page-flows-secret = secret
page-flows-not-stated = not stated in the table

# Partnerships inside one another.
page-nest-above = Works inside the partnership
page-nest-inside = Partnerships that work inside it
page-nest-beside = Other partnerships: { $name }
page-nest-shared = Members of both: { $both }; here { $mine }, there { $theirs }.

# History.
page-count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
page-history-none = No event of this kind is recorded so far.
page-order = Order
page-order-dates = By date
page-order-newest = Newest first
page-order-told = As the source tells it
page-odd-dates = { $count ->
    [one] One date does not fit the order in which the source tells
   *[other] { $count } dates do not fit the order in which the source tells
}
page-date-doubtful = date doubtful
page-date-not-stated = date not stated
page-joined = { $count ->
    [one] 1 member joins
   *[other] { $count } members join
}: { $names }
page-left = { $count ->
    [one] 1 member leaves
   *[other] { $count } members leave
}: { $names }
page-answered = Answer to the call “{ $call }”: { $state }
page-period = { $from } – { $to }
page-since = since { $from }
page-until = until { $to }
page-since-day = since { $from }
page-until-day = until { $to }

# Documents.
page-count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
page-documents-none = The partnership has not published a document so far.
page-download = Download the file { $name }
page-file-size = { $kilobytes } KB
page-period-of = Period
page-signatures = Signatures
page-signatures-none = The sources do not say who signed this document.
page-count-signatures = { $count ->
    [one] { $count } signature
   *[other] { $count } signatures
}
page-adopted-by = Resolutions on this document
page-stands-on-it = What stands on it

# Bodies, meetings, resolutions.
page-bodies-none = No body is recorded so far.
page-count-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
page-seats-possible = { $seats } for certain, { $possible } more possibly
page-second-function = At the same time:
page-seats-on = Seats: { $date }
page-seats-asked = Seats on a day, in a month or year
page-seats-none = For this date it is not known who sits in this body.
page-institution = Institution
page-term = Term
page-quorum-label = Quorum
page-quorum = at least { $percent }% of the seats
page-rule-not-stated = not stated
page-meetings = Meetings
page-resolutions = Resolutions
page-agenda = Agenda
page-attendance = Attendance
page-turnout = { $present } of { $seats } seats with a vote were taken.
page-votes = { $for } for, { $against } against, { $abstained } abstained
page-votes-heading = Vote
page-resolution-number = Resolution no. { $number }
page-carried = Quorum and majority were reached
page-no-quorum = The quorum was not reached
page-no-majority = The majority was not reached
page-vote-open = Whether the vote carried cannot be told
page-reason-no-seats = The body has no seat with a vote on that day.
page-reason-quorum-not-stated = The body states no quorum.
page-reason-attendance = Nobody recorded who was present.
page-reason-quorum-missed = { $present } of { $seats } were present, { $needed } are needed.
page-reason-majority-not-stated = The body states no majority; the simple one, more votes for than against, is assumed.
page-reason-votes = The votes were not recorded.
page-reason-majority-missed = { $for } voted for it, { $needed } are needed.
page-reason-too-many = There are { $votes } votes but { $present } were present.
page-applied = carried out on { $date }
page-not-applied = not carried out yet

# Stages.
page-stages-lead = The nineteen stages in the life of a partnership, always in this order. Stages may overlap.
page-took-part = Took part (people, no personal data):
page-took-part-group = { $group }: { $count }
page-passage-ahead = not begun yet
page-passage-planned = planned
page-passage-here = under way
page-passage-done = done
page-passage-skipped = left out
page-passage-not-recorded = not recorded
page-gate-initiator = An initiator or leader is recorded.
page-gate-no-initiator = Waits for an initiator or leader.
page-gate-two-units = At least two local governments are interested.
page-gate-no-two-units = Waits for at least two interested local governments.
page-gate-agreement = An agreement or statute is in force.
page-gate-no-agreement = Waits for an agreement or statute in force.
page-gate-data = Data are there.
page-gate-no-data = Waits for data.
page-gate-strategy = There is at least a draft of the strategy.
page-gate-no-strategy = Waits for a draft of the strategy.

# News and calls.
page-news-none = There is no news so far.
page-calls-lead = Invitations and competitions that partnerships answer.
page-calls-none = No call is recorded so far.
page-call-conditions = Conditions of the call
page-answers-to-call = Answers to the call
page-answers-none = No published partnership has answered this call so far.
page-check-members = Check the members
page-limit = limit { $limit }
page-eligible = Whether members meet the conditions: { $name }
page-eligible-on-answer = As of the day of the answer: { $date }. What is not known is neither met nor missed.
page-eligible-today = As of today: { $date }. What is not known is neither met nor missed.
page-admitted = Admitted

page-check-whose = Whose members to check

# Origin and language.
page-origin-stated = stated
page-origin-external = external
page-origin-inferred = inferred
page-origin-invented = invented
page-only-in-polish = only in Polish
page-only-in-czech = only in Czech
page-only-in-english = only in English
page-translation-outdated = translation out of date
