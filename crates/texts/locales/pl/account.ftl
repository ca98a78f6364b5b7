# Konta: wejście i wyjście, zaproszenia, hasła, drugi składnik, sesje, tokeny, role.

# Logowanie.
account-who-has-one = Konta mają pracownicy biur partnerstw i gmin oraz ich doradcy. Do czytania konto nie jest potrzebne.
account-email = Adres e-mail
account-password = Hasło
account-forgotten = Nie pamiętam hasła
account-sign-in-wrong = Adres lub hasło się nie zgadza
account-sign-in-wrong-hint = Sprawdź jedno i drugie i spróbuj ponownie albo ustaw nowe hasło przez „Nie pamiętam hasła”. Osoby zaproszone najpierw przyjmują zaproszenie.
account-sign-in-again = Zacznij od nowa: adres i hasło
account-code = Kod
account-code-heading = Kod z urządzenia
account-code-hint = Sześć cyfr z aplikacji albo jeden z kodów na wypadek utraty urządzenia.
account-code-wrong = Ten kod się nie zgadza albo został już użyty
account-code-wrong-hint = Poczekaj na następny kod w aplikacji i wpisz go. Jeśli minęło więcej niż dziesięć minut, zacznij od nowa od adresu i hasła.
account-too-often = { $minutes ->
    [one] Zbyt wiele prób; spróbuj ponownie za minutę
    [few] Zbyt wiele prób; spróbuj ponownie za { $minutes } minuty
   *[other] Zbyt wiele prób; spróbuj ponownie za { $minutes } minut
 }
account-too-often-hint = To chroni konta przed zgadywaniem. Jeśli nie pamiętasz hasła, ustaw nowe przez pocztę.
account-token-unknown = ten token nie działa
account-token-unknown-hint = mógł wygasnąć albo zostać odwołany; utwórz nowy na stronie swojego konta

# Co wpisano, nie wystarcza.
account-password-hint = Co najmniej { $least } znaków; dobre jest kilka słów po kolei. Odstępy i wszystkie litery są dozwolone.
account-password-too-short = Hasło ma mniej niż { $least } znaków
account-password-too-long = Hasło ma więcej niż { $most } znaków
account-password-too-simple = Hasło jest zbyt proste: kilka tych samych znaków albo znaki po kolei
account-password-is-address = Hasło to niewiele więcej niż adres e-mail
account-no-name = Brakuje nazwy albo jest za długa
account-no-name-hint = Wpisz imię i nazwisko albo stanowisko, najwyżej 120 znaków.
account-no-email = To nie jest adres e-mail
account-no-email-hint = Wpisz go tak: biuro@gmina.example.
account-email-taken = Konto z tym adresem e-mail już istnieje
account-email-taken-hint = Znajdź je na liście kont i tam nadaj mu rolę.
account-identity-taken = To logowanie u dostawcy należy do innego konta
account-identity-taken-hint = Zaloguj się na tamto konto i najpierw tam rozłącz logowanie.
account-not-found = Nie ma takiego konta ani roli
account-not-found-hint = Wróć do listy kont; ktoś mógł je w międzyczasie usunąć.
account-no-partnership = Nie ma partnerstwa o tym adresie
account-no-partnership-hint = Podaj ostatnią część adresu jego strony, na przykład aglomeracja-walbrzyska.
account-not-invited = To konto nie czeka na zaproszenie
account-not-invited-hint = Kto przyjął zaproszenie, loguje się; zapomniane hasło ustawia się na nowo na stronie logowania.
account-oneself = Nikt nie zmienia własnych ról ani nie wyłącza sam siebie
account-oneself-hint = Poproś innego administratora albo użyj polecenia `miedza user` w terminalu.
account-last-administrator = Ostatni administrator portalu zostaje
account-last-administrator-hint = Najpierw nadaj innemu kontu rolę administratora całego portalu.

# Listy.
letter-invite = Zaproszenie do Miedzy
letter-invite-body =
    Masz przygotowane konto w portalu { $site }.

    Zaproszenie przyjmiesz tutaj; odnośnik działa raz, przez 14 dni:
    { $link }

    Jeśli nie spodziewasz się tego zaproszenia, nie musisz nic robić.
letter-reset = Nowe hasło do Miedzy
letter-reset-body =
    Ktoś poprosił o nowe hasło do Twojego konta w portalu { $site }.

    Ustawisz je tutaj; odnośnik działa raz, przez dwie godziny:
    { $link }

    Jeśli to nie Ty, nie musisz nic robić: dawne hasło pozostaje.
letter-email = Potwierdź nowy adres e-mail
letter-email-body =
    Ten adres wpisano przy koncie w portalu { $site }.

    Potwierdzisz go tutaj po zalogowaniu; odnośnik działa raz, przez dobę:
    { $link }

    Jeśli to nie Ty, nie musisz nic robić: dawny adres pozostaje.
letter-notice = Zmiana na Twoim koncie w Miedzy
letter-notice-body =
    { $what }

    Jeśli to nie Ty, ustaw nowe hasło przez „Nie pamiętam hasła” na stronie logowania i zawiadom administratora portalu.

    Ten list dotyczy konta „{ $name }”.
letter-password-changed = Zmieniono hasło do Twojego konta.
letter-second-factor-on = Przy logowaniu na Twoje konto potrzebny jest teraz kod z urządzenia.
letter-second-factor-off = Przy logowaniu na Twoje konto kod z urządzenia nie jest już potrzebny.
letter-email-changed = Twoje konto ma teraz inny adres e-mail.

# Prowadzenie kont.
account-not-disabled = To konto nie jest wyłączone
account-not-disabled-hint = Wróć do listy kont; tam widać jego stan.
account-not-active = To konto nie może się logować, więc nie dostanie nowego hasła
account-not-active-hint = Osobie zaproszonej wyślij zaproszenie ponownie; konto wyłączone najpierw włącz.
account-needs-unit = Redaktor gminy potrzebuje jej kodu
account-needs-unit-hint = Wpisz kod jednostki, na przykład 0265011.
account-other-partnership = Ta rola wykracza poza partnerstwo
account-other-partnership-hint = Poproś administratora całego portalu.
account-days-turned = Ostatni dzień przypada przed pierwszym
account-days-turned-hint = Wpisz pierwszy dzień, potem ostatni, na przykład 2026-11-22; każdy może zostać pusty.

# Terminal.
account-terminal-invited = Zaproszono: { $name }. List czeka na wysłanie; odnośnik działa raz, do końca ważności zaproszenia:
account-terminal-added = { $name } może się już logować.
account-terminal-reset = List do { $name } czeka na wysłanie; odnośnik pozwala raz ustawić nowe hasło, przez dwie godziny:
account-terminal-disabled = { $name }: konto wyłączone; wszystkie sesje i tokeny zakończone.
account-terminal-none = nie ma jeszcze kont
account-no-role = Nie ma roli „{ $role }”
account-no-role-hint = Role to: { $roles }.
account-state-invited = zaproszone
account-state-active = czynne
account-state-disabled = wyłączone
account-state-erased = usunięte

# Własne konto: odmowy.
account-confirm-wrong = Hasło się nie zgadza
account-confirm-wrong-hint = Wpisz hasło, którym się logujesz.
account-confirm-email-wrong = To nie jest adres Twojego konta
account-confirm-email-wrong-hint = Wpisz adres e-mail swojego konta.
account-confirm-too-often = Zbyt wiele razy wpisano złe hasło
account-confirm-too-often-hint = Odczekaj kwadrans albo ustaw nowe hasło przez pocztę.
account-factor-wrong-hint = Sprawdź, czy zegar urządzenia chodzi dobrze, i wpisz kod, który teraz pokazuje.
account-only-way = To jedyne wejście na Twoje konto
account-only-way-hint = Najpierw ustaw hasło przez „Nie pamiętam hasła” na stronie logowania.
account-token-no-name = Token potrzebuje nazwy
account-token-no-name-hint = Napisz, do czego służy, na przykład „nocny eksport”, najwyżej 120 znaków.
account-token-no-scope = Token nie może jeszcze nic robić
account-token-no-scope-hint = Zaznacz co najmniej jedną rzecz, którą może robić.
account-token-gone = Nie ma takiego tokenu
account-token-gone-hint = Mógł zostać już odwołany; lista pokazuje te, które działają.

# Zaproszenie i nowe hasło.
account-name = Nazwa
account-name-hint = Imię i nazwisko albo stanowisko. Widzą je współpracownicy przy Twoich zmianach, nie widzą go osoby z zewnątrz.
account-new-password = Nowe hasło
account-invitation = Przyjmij zaproszenie
account-invitation-lead = Sprawdź nazwę i wybierz hasło; potem od razu wejdziesz.
account-invitation-accept = Przyjmij i wejdź
account-link-gone = Ten odnośnik już nie działa
account-link-gone-hint = Odnośniki w listach działają raz i przez pewien czas. Kto ma konto, ustawia nowe hasło; kto jest zaproszony, prosi nadawcę o nowe zaproszenie.
account-reset = Nowe hasło
account-reset-lead = Wyślemy odnośnik, przez który ustawisz nowe hasło.
account-reset-send = Wyślij odnośnik
account-reset-sent = Zajrzyj do poczty
account-reset-sent-lead = Jeśli istnieje konto z tym adresem, list jest już w drodze. Jego odnośnik działa raz, przez dwie godziny.
account-reset-sent-hint = Brak listu po kilku minutach? Zajrzyj do niechcianej poczty, sprawdź adres albo zapytaj biuro, które założyło konto.
account-reset-set-lead = Wybierz nowe hasło. Wszystkie sesje Twojego konta się zakończą, a tutaj się zalogujesz.
account-reset-set = Ustaw hasło i wejdź
