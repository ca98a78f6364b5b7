# Moja praca: co na kogo czeka, do kiedy i dlaczego właśnie na niego.

mine-waiting = Czeka na Ciebie
mine-nothing = Nic na Ciebie nie czeka. Tu pojawi się to, co zaczniesz w formularzu i czego nie zapiszesz, co znajdą reguły i czego potrzebuje posiedzenie.
mine-what = Co
mine-where = Gdzie
mine-until = Do kiedy
mine-why = Dlaczego Ty
mine-no-date = bez terminu
mine-overdue = teraz
mine-why-roles = Twoja rola: { $roles }.
mine-why-draft = Zaczęte przez Ciebie: { $when }.
mine-draft = Wersja robocza: { $title }
mine-kept-until = przechowywana do { $date }
mine-agenda = Posiedzenie „{ $title }” nie ma porządku obrad.
mine-record = Posiedzenie „{ $title }” już minęło; nie zapisano, kto był obecny.
mine-vote = Uchwała nr { $number }: nie zapisano głosowania.
mine-effects = { $count ->
    [one] Uchwała nr { $number }: { $count } skutek nie został wykonany.
    [few] Uchwała nr { $number }: { $count } skutki nie zostały wykonane.
   *[other] Uchwała nr { $number }: { $count } skutków nie zostało wykonanych.
 }
mine-answer = Nabór „{ $title }” czeka na odpowiedź.
mine-findings = Reguły wskazują coś do naprawienia: błędy { $errors }, ostrzeżenia { $warnings }.
mine-dates = Najbliższe terminy
mine-closes = Koniec naboru: { $title }
mine-step = Koniec etapu: { $title }
mine-meeting = Posiedzenie: { $title }
mine-partnerships = Twoje partnerstwa
