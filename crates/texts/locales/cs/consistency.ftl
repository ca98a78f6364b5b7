# Soulad: co porušuje pravidla a co z toho kancelář přijala s odůvodněním.

consistency = Soulad
consistency-lead = Co pravidla spolupráce v tomto partnerství nacházejí. Každý řádek vede na místo, kde se to napraví.
consistency-clean = Žádné pravidlo není porušeno. Vše, co zaznamenáte, se při každém otevření této stránky znovu prověří.
consistency-counted = Chyby: { $errors }, upozornění: { $warnings }, pro informaci: { $information }, přijaté: { $waived }
consistency-errors = Chyby
consistency-warnings = Upozornění
consistency-information = Pro informaci
consistency-accepted = Přijaté s odůvodněním
consistency-errors-lead = Je třeba napravit dříve, než se cokoli zveřejní nebo odešle.
consistency-warnings-lead = Je třeba se na to podívat.
consistency-information-lead = Dobré vědět.
consistency-rule = Pravidlo { $rule }: { $statement }
consistency-mend = { $kind }: { $title }
consistency-mend-register = Zobrazit seznam: { $kind }
consistency-accept = Přijmout s odůvodněním
consistency-reason = Odůvodnění
consistency-reason-hint = Uvidí je všichni, kdo v tomto partnerství pracují, a zůstane v záznamu změn.
consistency-accept-act = Přijmout
consistency-absolute-note = Od tohoto pravidla nelze upustit.
consistency-waived = přijato: { $reason }
consistency-lapsed = bylo přijato, ale to, co na to ukazuje, se od té doby změnilo: { $reason }
consistency-by = { $who }, { $when }
consistency-unwaive = Zrušit přijetí
consistency-done-waived = Zjištění je přijato
consistency-done-unwaived = Zjištění je opět otevřené
consistency-no-reason = Zjištění lze přijmout jen s odůvodněním
consistency-no-reason-hint = Napište jednou nebo dvěma větami, proč to má zůstat tak, jak to je.
consistency-gone = Toto zjištění tu už není, nebo nyní ukazuje něco jiného
consistency-gone-hint = Podívejte se na seznam znovu; nic nebylo přijato.
consistency-absolute = Od pravidla { $rule } nelze upustit
consistency-absolute-hint = Napravte to, na co zjištění ukazuje.
consistency-no-stage = Etapa { $stage } neexistuje
consistency-no-stage-hint = Etapy: { $stages }
consistency-no-partnership = Partnerství s adresou { $slug } neexistuje
consistency-no-partnership-hint = Adresa je poslední část stránky partnerství, například aglomeracja-walbrzyska.
consistency-fails = { $count ->
    [one] Zbývá napravit { $count } chybu
    [few] Zbývá napravit { $count } chyby
   *[other] Zbývá napravit { $count } chyb
 }
consistency-fails-hint = Napravte je v pracovním prostředí, nebo je tam přijměte s odůvodněním.
consistency-log = zjištění
consistency-log-waived = přijato
consistency-log-open = opět otevřené
