# What the rules say of a partnership: members and numbers, votes, effects, conditions, stages, findings.

severity-error = error
severity-warning = warning
severity-information = for information
until-today = today

# Why a membership is not certain on a day.
doubt-beginning-not-stated = no source states since when
doubt-beginning-imprecise = began some time in this period: { $date }
doubt-end-imprecise = ended some time in this period: { $date }
doubt-not-all-of-it = a member on some days of this period, not on all: { $date }

# A stated number of members against the recorded ones.
verdict-count-equal = The stated number ({ $stated }) equals the members recorded for that date.
verdict-count-names-not-given = { $stated } stated, names not given. Known for certain: { $certain }.
verdict-count-named-otherwise = { $stated } stated, but { $difference } named; recorded for certain: { $certain }.
verdict-count-fewer = { $stated } stated; even with the possible ones { $difference } fewer are recorded.
verdict-count-more = { $stated } stated; { $difference } more are recorded for certain.

# What conditions of a call came to.
verdict-met = met
verdict-missed = not met
verdict-unknown = cannot be told
grounds-listed = on the list “{ $list }” ({ $date }): { $flag }
grounds-listed-undated = on the list “{ $list }”: { $flag }
grounds-not-listed = not on the list “{ $list }” ({ $date })
grounds-not-listed-undated = not on the list “{ $list }”
grounds-list-unknown = the list that decides is not loaded
grounds-no-unit = no territorial unit
grounds-not-linked = not a functionally linked member
grounds-linked-unit-unknown = no source says whom it is linked to
grounds-population = population { $inhabitants } in { $year }
grounds-limit = limit { $limit }
grounds-population-unknown = population not known
grounds-county-seat = seat of a county
grounds-no-county-seat = not the seat of a county
grounds-county-seat-unknown = not known whether it is the seat of a county
grounds-members = members for certain: { $count }
grounds-linked-to = linked to { $units }

# What a vote lacks, or why that cannot be told.
vote-no-seats = The body has no seat with a vote on that day.
vote-seats-uncertain = No seat with a vote is certain on that day; possible ones: { $possible }. Their dates are not precise enough.
vote-quorum-not-stated = The body states no quorum.
vote-attendance-not-recorded = Nobody recorded who was present.
vote-quorum-missed = No quorum: { $present } of { $seats } present, { $needed } needed.
vote-majority-not-stated = The body states no majority; the simple one, more votes for than against, is assumed.
vote-votes-not-recorded = Nobody recorded the votes.
vote-majority-missed = No majority: { $for } for, { $needed } needed.
vote-more-votes-than-present = More votes ({ $votes }) than seats present ({ $present }).
vote-quorum = quorum reached
vote-no-quorum = no quorum
vote-majority = majority reached
vote-no-majority = no majority
vote-open = cannot be told

# What cannot happen to a resolution, a variant, an effect, and the way on.
refusal-already-voted = the resolution was voted on before
refusal-already-voted-hint = write a new resolution that changes or repeals this one
refusal-not-adopted = the resolution is not adopted
refusal-not-adopted-hint = record the vote first
refusal-variant-frozen = the variant is adopted and changes no more
refusal-variant-frozen-hint = make a new variant from it
refusal-variant-already-proposed = the variant is proposed already
refusal-variant-already-proposed-hint = take the proposal back first, if it is to change
refusal-variant-not-proposed = the variant is not proposed
refusal-variant-not-proposed-hint = only a proposal can be taken back; a draft can be changed as it is
refusal-already-applied = the effect was carried out before ({ $date })
refusal-already-applied-hint = nothing is left to do
refusal-target-missing = the effect does not say what it means: “{ $field }” is empty
refusal-target-missing-hint = fill the field in and try again
refusal-of-another-partnership = what the effect names is not there or belongs to another partnership
refusal-of-another-partnership-hint = choose one of this partnership
refusal-document-decided = the document was adopted before
refusal-document-decided-hint = add the new version as a document of its own
refusal-another-variant-adopted = another variant is adopted already: { $variant }
refusal-another-variant-adopted-hint = a partnership has one adopted variant; repeal the resolution that adopted it first
refusal-variant-empty = the variant has no units
refusal-variant-empty-hint = put units into it first
refusal-already-member = { $who } is a member already on that date
refusal-already-member-hint = check the unit and the date of the effect
refusal-no-member = { $who } is no member that could leave on that date
refusal-no-member-hint = check the unit and the date of the effect
refusal-date-missing = nothing says from when the effect holds
refusal-date-missing-hint = give the effect or the resolution a date
refusal-collides = another effect of this resolution changes the same entry
refusal-collides-hint = leave one of the two, or give the second one to a resolution of its own

# What an effect changes, and what a repeal takes along.
effect-admits = { $who } becomes a member (from: { $date }) by resolution { $number }.
effect-ends = { $who }: the membership as “{ $role }” ends (last day: { $date }) by resolution { $number }.
effect-changes-document = “{ $title }” gets the state “{ $state }” by resolution { $number }.
effect-adopts-variant = Variant “{ $title }” is adopted by resolution { $number } and changes no more.
effect-releases-variant = Variant “{ $title }” is adopted no more; it becomes a proposal, and another one can be adopted.
effect-only-noted = { $effect }: no entry changes by itself; it is noted that this was carried out.

# The line of time.
told-joined = Joined: { $who }
told-left = Left: { $who }
told-resolution = Resolution { $number }: { $title }
told-answer = Answer to the call “{ $title }”: { $state }

# How far a partnership has come with a stage.
passage-ahead = ahead
passage-planned = planned
passage-here = going on
passage-done = done
passage-skipped = left out
passage-not-recorded = not recorded
gate-initiator-known = an initiator is known
gate-two-units-interested = at least two units are interested
gate-council-resolutions = the councils of the members have passed resolutions
gate-agreement-in-force = an agreement is in force
gate-work-plan-adopted = a work plan is adopted
gate-data-available = data are available
gate-diagnosis-accepted = the diagnosis is accepted
gate-draft-published = the draft is published
gate-consultation-closed = the consultation is closed
gate-opinions-received = opinions have come or are deemed given
gate-strategy-drafted = the strategy is at least a draft
gate-contracts-signed = contracts are signed
gate-baselines-known = indicators have baselines
gate-monitoring-ended = the period of monitoring has ended
gate-lessons-exist = there are lessons to share
gate-period-ended = the period ends

# The rules.
rule-par-001 = The number of members that a document states equals the members recorded for that date, or the difference is explained.
rule-par-002 = Every member has a code that was in the register while it was a member.
rule-par-003 = There is exactly one leader on every date after formation.
rule-par-004 = Everyone who signed a founding document is or becomes a member, or the reason is recorded.
rule-par-005 = The memberships of one member do not overlap and have a basis document.
rule-par-006 = A functionally linked member names the unit it is linked to and the evidence.
rule-par-007 = The dates of events agree with the order of stages and of the telling, or are marked doubtful.
rule-par-008 = Every resolution had quorum and majority under the rules of its body, and has a number of its own in the year.
rule-par-010 = The legal form fits the kinds of members.
rule-par-011 = A partnership does not lie in itself, directly or through others.
rule-del-001 = A variant keeps method, parameters, year of the data and units, so that it can be made again.
rule-del-002 = Exactly one variant is adopted, by a resolution.
rule-del-003 = The adopted variant and the list of members differ only with an explanation.
rule-del-004 = At least two variants were compared before one was adopted.
rule-dia-001 = A finding names what it rests on.
rule-dia-002 = Every challenge rests on at least one finding.
rule-dia-003 = Every SWOT item rests on a finding.
rule-dia-004 = A closed survey has answers from every member.
rule-dia-005 = A declared theme has findings, and findings lie within the declared themes.
rule-str-013 = Where all municipalities of a county take part in a supra-local strategy, the county takes part (act on municipal self-government, art. 10g).

# What breaks them.
finding-par-001-names-not-given = Stated ({ $date }): { $stated }. Known by name for certain: { $certain }; the source does not name the others.
finding-par-001-named-otherwise = Stated ({ $date }): { $stated }. The document names { $named }; recorded: { $certain } for certain, { $possible } possibly.
finding-par-001-fewer = Stated ({ $date }): { $stated }. Recorded: { $certain } for certain, { $possible } possibly; missing: { $difference }.
finding-par-001-more = Stated ({ $date }): { $stated }. Recorded for certain: { $certain }, that is { $difference } too many.
finding-par-002-unknown = { $who }: no register has the code { $unit }.
finding-par-002-other-time = { $who }: the code { $unit } was not in the register at that time ({ $date }).
finding-par-003-none = No leader is recorded from { $from } to { $to }.
finding-par-003-several = Several leaders from { $from } to { $to }: { $parties }. A note on the second one makes the arrangement known.
finding-par-004-stranger = { $who } signed “{ $document }” and is no member; no note says why.
finding-par-004-twice = { $who } signed “{ $document }” twice.
finding-par-005-overlap = { $who }: two memberships in the role “{ $role }” overlap.
finding-par-005-other-code = { $who } is kept under two codes at the same time, { $unit } and { $twin }; it is one unit.
finding-par-005-part = { $who }: the municipality and its part are members at the same time ({ $unit } and { $twin }); the part belongs to the whole.
finding-par-005-no-basis = Memberships without a basis document: { $count }.
finding-par-006-no-unit = { $who } is functionally linked, but no unit is named to which.
finding-par-006-itself = { $who } is functionally linked to itself; name another unit.
finding-par-006-no-evidence = { $who } is functionally linked; no evidence is given beyond the statement.
finding-par-007-told-order = “{ $title }” ({ $date }) is told in another order than that of the dates.
finding-par-007-stage-order = “{ $title }” ({ $date }) comes after an event of a later stage ({ $before }).
finding-par-007-signed-before = { $who } signed “{ $document }” on { $date }, before its date ({ $before }).
finding-par-008-no-quorum = Resolution { $number }: no quorum, { $present } of { $seats } present, { $needed } needed.
finding-par-008-no-majority = Resolution { $number }: no majority, { $for } for, { $needed } needed.
finding-par-008-no-majority-assumed = Resolution { $number }: no majority, { $for } for, { $needed } needed. The body states no majority; the simple one is assumed.
finding-par-008-too-many-votes = Resolution { $number }: more votes ({ $votes }) than seats present ({ $present }).
finding-par-008-same-number = Resolution { $number }: the body has another resolution of that year under this number.
finding-par-010-misfit = { $who } does not fit the legal form “{ $form }”.
finding-par-011-circle = “{ $title }” lies in itself, directly or through the partnerships above it.
finding-del-001-lacks = Variant “{ $title }” cannot be made again; it lacks: { $fields }.
finding-del-002-none = No variant is adopted; there are { $count }.
finding-del-002-several = Several variants are adopted: { $variants }.
finding-del-002-no-resolution = Variant “{ $title }” is adopted, but no adopted resolution stands behind it.
finding-del-003-differs = Variant “{ $title }” and the members differ. Only in the variant: { $only-variant }. Only among the members: { $only-members }.
finding-del-004-one = Variant “{ $title }” was adopted without another one to compare it with.
finding-dia-001-none = The finding "{ $title }" names no evidence: no indicator, survey, document, variant or note.
finding-dia-002-none = The challenge "{ $title }" rests on no finding.
finding-dia-003-none = The SWOT item "{ $title }" rests on no finding.
finding-dia-004-none = The survey "{ $title }" is closed, and there are neither answers nor an attachment with results.
finding-dia-004-silent = The survey "{ $title }" is closed without answers from: { $members }.
finding-dia-005-no-finding = The theme "{ $title }" was declared, but no finding is about it.
finding-dia-005-outside = The finding "{ $title }" lies outside all declared themes.
finding-str-013-county-missing = All municipalities of the county take part ({ $who }), but not the county itself.
