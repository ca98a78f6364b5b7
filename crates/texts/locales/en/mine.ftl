# My work: what waits for somebody, until when, and why for them.

mine-waiting = Waiting for you
mine-nothing = Nothing waits for you. What you begin in a form and do not save, what a rule finds and what a meeting needs will stand here.
mine-what = What
mine-where = Where
mine-until = Until
mine-why = Why you
mine-no-date = no date
mine-overdue = now
mine-why-roles = You are { $roles }.
mine-why-draft = You began it { $when }.
mine-draft = Draft: { $title }
mine-kept-until = kept until { $date }
mine-agenda = The meeting “{ $title }” has no agenda.
mine-record = The meeting “{ $title }” is over; nothing says who was there.
mine-vote = Resolution { $number }: the vote is not recorded.
mine-effects = { $count ->
    [one] Resolution { $number }: one effect is not carried out.
   *[other] Resolution { $number }: { $count } effects are not carried out.
 }
mine-answer = The call “{ $title }” waits for the answer.
mine-findings = The rules find something to mend: errors { $errors }, warnings { $warnings }.
mine-dates = Next dates
mine-closes = The call closes: { $title }
mine-step = The step ends: { $title }
mine-meeting = Meeting: { $title }
mine-partnerships = Your partnerships
