# Moje práce: co na koho čeká, do kdy a proč právě na něj.

mine-waiting = Čeká na vás
mine-nothing = Nic na vás nečeká. Objeví se tu, co začnete ve formuláři a neuložíte, co najdou pravidla a co potřebuje jednání.
mine-what = Co
mine-where = Kde
mine-until = Do kdy
mine-why = Proč vy
mine-no-date = bez termínu
mine-overdue = nyní
mine-why-roles = Vaše role: { $roles }.
mine-why-draft = Začali jste { $when }.
mine-draft = Rozpracováno: { $title }
mine-kept-until = uchováno do { $date }
mine-agenda = Jednání „{ $title }“ nemá program.
mine-record = Jednání „{ $title }“ už proběhlo; není zapsáno, kdo se zúčastnil.
mine-vote = Usnesení č. { $number }: hlasování není zaznamenáno.
mine-effects = { $count ->
    [one] Usnesení č. { $number }: { $count } účinek není proveden.
    [few] Usnesení č. { $number }: { $count } účinky nejsou provedeny.
   *[other] Usnesení č. { $number }: { $count } účinků není provedeno.
 }
mine-answer = Výzva „{ $title }“ čeká na odpověď.
mine-findings = Pravidla našla, co je třeba napravit: chyby { $errors }, upozornění { $warnings }.
mine-dates = Nejbližší termíny
mine-closes = Výzva se uzavírá: { $title }
mine-step = Etapa končí: { $title }
mine-meeting = Jednání: { $title }
mine-partnerships = Vaše partnerství
