# A resolution on its way: the vote, what follows from it, carrying out and taking back.

decision = Vote and effects
decision-lead = Record what the body decided, look at what will change, and let the program carry it out.
decision-record = The entry itself
decision-public = Public page
decision-vote = Vote
decision-date-hint = Empty: the date of the meeting counts. { $date }
decision-adopt = Record as adopted
decision-reject = Record as not carried
decision-adopt-anyway = Record as adopted nonetheless
decision-repeal = Record as repealed
decision-repeal-lead = A later resolution takes this one back. Together with it this changes:
decision-repeal-nothing = A later resolution takes this one back. Nothing else changes by it.
decision-repeal-members = Memberships stay as they are. Whether and when somebody leaves is decided by the resolution that repeals: give it the effect “a membership ends”.
decision-lacks = The vote did not carry under the rules of the body
decision-lacks-hint = Correct the numbers or the attendance, record it as not carried, or, if the body decided otherwise and the office can show it, record it as adopted nonetheless. The consistency page will name it.
decision-adopted = The resolution is recorded as adopted
decision-rejected = The resolution is recorded as not carried
decision-repealed = The resolution is recorded as repealed
decision-effects = What follows from it
decision-effects-none = Nothing follows from this resolution so far. An effect lets the program adopt a document or variant, admit a member or end a membership by it.
decision-waiting = Not carried out yet
decision-preview = This will change once the resolution is adopted; until then nothing is carried out.
decision-carry-out = { $count ->
    [one] Carry out the effect
   *[other] Carry out { $count } effects
 }
decision-carry-out-hint = Exactly what stands above is changed, all of it at once, today: { $date }.
decision-cannot = Nothing can be carried out before this is put right; all effects are carried out together.
decision-mend = Correct this effect
decision-carried-out = { $count ->
    [one] The effect was carried out
   *[other] { $count } effects were carried out
 }
decision-carried-on = Carried out on { $date }
decision-nothing-waits = Everything was carried out already
decision-nothing-waits-hint = Nobody does it twice: somebody else was a moment faster, or the button was pressed two times.
decision-other = What would change is not what was shown
decision-other-hint = Somebody changed something in the partnership meanwhile. Look at the list again and carry it out then; nothing was changed.
decision-take-back = Take back
decision-take-back-lead = Taking back corrects a slip: what the effect changed becomes what it was before, and the effect waits again. A decision of a body is undone by another resolution.
decision-take-back-deletes = { $title }: the entry that the effect made is deleted; it can be brought back for 30 days.
decision-take-back-restores = { $title }: becomes what it was before.
decision-taken-back = The effect was taken back
decision-not-taken-back = The effect cannot be taken back
decision-by-hand = It was noted by hand, so the program does not know what changed. Correct the entries themselves; their history keeps every version.
decision-changed-since = “{ $title }” was changed or deleted since. Open its history and bring back the version that should stand.
decision-not-carried-out = It was not carried out, or was taken back by somebody else.
decision-add = Add an effect
decision-add-act = Add the effect
decision-added = The effect was added
decision-unit-hint = Code of the municipality or county that joins or leaves.
decision-document-hint = The document that is adopted; of a member that joins, the document that the membership rests on.
decision-from-hint = Empty: the date of the resolution. For the end of a membership: the first day without it.
