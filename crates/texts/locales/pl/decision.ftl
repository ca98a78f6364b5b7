# Uchwała w toku: głosowanie, skutki, wykonanie i cofnięcie.

decision = Głosowanie i skutki
decision-lead = Zapisz, co zdecydował organ, sprawdź, co się zmieni, i pozwól programowi to wykonać.
decision-record = Sam wpis
decision-public = Strona publiczna
decision-vote = Głosowanie
decision-date-hint = Puste: liczy się data posiedzenia. { $date }
decision-adopt = Zapisz jako podjętą
decision-reject = Zapisz jako odrzuconą
decision-adopt-anyway = Mimo to zapisz jako podjętą
decision-repeal = Zapisz jako uchyloną
decision-repeal-lead = Późniejsza uchwała uchyla tę. Razem z nią zmieni się:
decision-repeal-nothing = Późniejsza uchwała uchyla tę. Nic innego się przez to nie zmieni.
decision-repeal-members = Członkostwa pozostają bez zmian. Czy i kiedy ktoś występuje, rozstrzyga uchwała uchylająca: dodaj do niej skutek „ustanie członkostwa”.
decision-lacks = Według zasad organu uchwała nie przeszła
decision-lacks-hint = Popraw liczby albo obecność, zapisz uchwałę jako odrzuconą albo – jeśli organ zdecydował inaczej i biuro może to wykazać – mimo to zapisz jako podjętą. Strona spójności będzie o tym przypominać.
decision-adopted = Uchwałę zapisano jako podjętą
decision-rejected = Uchwałę zapisano jako odrzuconą
decision-repealed = Uchwałę zapisano jako uchyloną
decision-effects = Co z niej wynika
decision-effects-none = Z tej uchwały na razie nic nie wynika. Skutek pozwala programowi przyjąć na jej mocy dokument lub wariant, przyjąć członka albo zakończyć członkostwo.
decision-waiting = Jeszcze niewykonane
decision-preview = To zmieni się po podjęciu uchwały; do tego czasu nic nie zostanie wykonane.
decision-carry-out = { $count ->
    [one] Wykonaj skutek
    [few] Wykonaj { $count } skutki
   *[other] Wykonaj { $count } skutków
 }
decision-carry-out-hint = Zmieni się dokładnie to, co widać wyżej, wszystko naraz, z dzisiejszą datą: { $date }.
decision-cannot = Nic nie można wykonać, zanim to nie zostanie poprawione; wszystkie skutki wykonuje się razem.
decision-mend = Popraw ten skutek
decision-carried-out = { $count ->
    [one] Skutek wykonano
    [few] Wykonano { $count } skutki
   *[other] Wykonano { $count } skutków
 }
decision-carried-on = Wykonano: { $date }
decision-nothing-waits = Wszystko zostało już wykonane
decision-nothing-waits-hint = Nic nie dzieje się dwa razy: ktoś inny był o chwilę szybszy albo przycisk naciśnięto dwukrotnie.
decision-other = Zmieniłoby się coś innego, niż było widać
decision-other-hint = Ktoś zmienił w międzyczasie coś w partnerstwie. Obejrzyj listę jeszcze raz i wtedy ją wykonaj; nic nie zostało zmienione.
decision-take-back = Cofnij
decision-take-back-lead = Cofnięcie naprawia pomyłkę: to, co skutek zmienił, znów będzie takie jak wcześniej, a skutek znów czeka. Decyzję organu odwraca kolejna uchwała.
decision-take-back-deletes = { $title }: wpis utworzony przez skutek zostanie usunięty; można go przywrócić przez 30 dni.
decision-take-back-restores = { $title }: będzie znów taki jak wcześniej.
decision-taken-back = Skutek cofnięto
decision-not-taken-back = Skutku nie można cofnąć
decision-by-hand = Odnotowano go ręcznie, więc program nie wie, co się zmieniło. Popraw same wpisy; ich historia zachowuje każdą wersję.
decision-changed-since = „{ $title }” – ten wpis został później zmieniony lub usunięty. Otwórz jego historię i przywróć wersję, która ma obowiązywać.
decision-not-carried-out = Nie został wykonany albo cofnął go już ktoś inny.
decision-add = Dodaj skutek
decision-add-act = Dodaj skutek
decision-added = Skutek dodano
decision-unit-hint = Kod gminy lub powiatu, który przystępuje albo występuje.
decision-document-hint = Dokument, który zostaje przyjęty; przy nowym członku – dokument, na którym opiera się członkostwo.
decision-from-hint = Puste: data uchwały. Przy ustaniu członkostwa: pierwszy dzień bez niego.
