# Consistency: what breaks a rule, and what of that the office has accepted.

consistency = Consistency
consistency-lead = What the rules of cooperation find in this partnership. Each line leads to the place where it is put right.
consistency-clean = No rule is broken. Whatever you record is checked again each time this page is opened.
consistency-counted = Errors: { $errors }, warnings: { $warnings }, for information: { $information }, accepted: { $waived }
consistency-errors = Errors
consistency-warnings = Warnings
consistency-information = For information
consistency-accepted = Accepted with a reason
consistency-errors-lead = To be put right before anything is published or sent.
consistency-warnings-lead = To be looked at.
consistency-information-lead = Worth knowing.
consistency-rule = Rule { $rule }: { $statement }
consistency-mend = { $kind }: { $title }
consistency-mend-register = See the list: { $kind }
consistency-accept = Accept with a reason
consistency-reason = Reason
consistency-reason-hint = Everyone who works in this partnership sees it, and it stays in the log.
consistency-accept-act = Accept
consistency-absolute-note = This rule cannot be waived.
consistency-waived = accepted: { $reason }
consistency-lapsed = was accepted, but what shows it has changed since: { $reason }
consistency-by = { $who }, { $when }
consistency-unwaive = Accept no more
consistency-done-waived = The finding is accepted
consistency-done-unwaived = The finding is open again
consistency-no-reason = A finding is accepted only with a reason
consistency-no-reason-hint = Write in one or two sentences why this stands as it is.
consistency-gone = This finding is not there any more, or it shows something else by now
consistency-gone-hint = Look at the list again; nothing was accepted.
consistency-absolute = The rule { $rule } cannot be waived
consistency-absolute-hint = Put right what the finding names.
consistency-no-stage = There is no stage { $stage }
consistency-no-stage-hint = Stages: { $stages }
consistency-no-partnership = There is no partnership with the address { $slug }
consistency-no-partnership-hint = The address is the last part of the partnership's page, for instance aglomeracja-walbrzyska.
consistency-fails = { $count ->
    [one] One error is to be put right
   *[other] { $count } errors are to be put right
 }
consistency-fails-hint = Put them right in the workbench, or accept them there with a reason.
consistency-log = finding
consistency-log-waived = accepted
consistency-log-open = open again
