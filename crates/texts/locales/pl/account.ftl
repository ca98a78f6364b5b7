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
letter-provider-tied = Na Twoje konto można teraz wejść przez dostawcę tożsamości portalu.

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
account-name-hint = Imię i nazwisko albo stanowisko. Widać je na Twoich stronach i na liście kont, nie widać go publicznie.
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

# Wysyłanie listów.
post-no-server = Adresu serwera poczty nie da się użyć
post-no-server-hint = Podaj smtp://UŻYTKOWNIK:HASŁO@HOST:PORT, smtps:// dla TLS od początku albo ?tls=required na końcu dla STARTTLS.
post-no-sender = „{ $address }” nie jest adresem, z którego można wysyłać listy
post-no-sender-hint = Podaj `--mail-from biuro@partnerstwo.example` albo ustaw MIEDZA_MAIL_FROM.

# Własne konto.
account-own-lead = Co o Tobie przechowujemy i gdzie to zmienisz.
account-not-saved = Nie zapisano; popraw:
account-details = Nazwa i język
account-language = Język listów
account-save-details = Zapisz nazwę i język
account-email-now = Twój adres to
account-new-email = Nowy adres e-mail
account-email-send = Wyślij list na nowy adres
account-email-confirm = Potwierdź adres
account-email-confirm-lead = Od teraz logujesz się adresem { $email }.
account-email-confirm-aside = Na dotychczasowy adres wyślemy list o zmianie.
account-password-now = Obecne hasło
account-password-none = Logujesz się przez dostawcę. Jeśli chcesz mieć też hasło, ustaw je przez „Nie pamiętam hasła” na stronie logowania.
account-password-change = Zmień hasło
account-factor = Kody z urządzenia
account-factor-on = Po haśle potrzebny jest kod z Twojego urządzenia.
account-factor-is-off = Kod nie jest potrzebny. Z kodami nikt, kto pozna hasło, nie wejdzie bez Twojego urządzenia.
account-factor-codes-left = { $count ->
    [one] Pozostał jeden kod na wypadek utraty urządzenia.
    [few] Pozostały { $count } kody na wypadek utraty urządzenia.
   *[other] Pozostało { $count } kodów na wypadek utraty urządzenia.
 }
account-factor-turn-on = Włącz kody
account-factor-turn-off = Wyłącz kody
account-factor-lead = Aplikacja w telefonie lub komputerze co pół minuty pokazuje nowy kod. Działa bez sieci.
account-factor-step-app = Otwórz aplikację do kodów zależnych od czasu, na przykład FreeOTP, Aegis albo KeePassXC.
account-factor-step-read = Niech odczyta kwadrat, albo wpisz do niej sekret.
account-factor-step-code = Wpisz kod, który pokazuje; wtedy kody będą włączone, a Twoje pozostałe sesje się zakończą.
account-factor-square = Kwadrat z kropek z sekretem dla aplikacji
account-factor-secret = Sekret:
account-factor-codes = Kody na wypadek utraty urządzenia
account-factor-codes-lead = Każdy z nich raz otwiera Twoje konto zamiast kodu z urządzenia. Widać je tylko teraz: wydrukuj je albo zapisz w menedżerze haseł.
account-factor-codes-kept = Mam je zapisane, przejdź do konta
account-roles = Role
account-roles-none = Nie masz jeszcze roli; nadaje ją biuro partnerstwa albo administrator.
account-whole-portal = cały portal
account-from = od { $from }
account-to = do { $to }
account-from-to = od { $from } do { $to }
account-sessions = Gdzie trwa Twoja sesja
account-sessions-caption = Sesje
account-browser = Przeglądarka
account-browser-unknown = nieznana przeglądarka
account-session-begun = Początek
account-session-seen = Ostatnio używana
account-session-state = Stan
account-session-this = ta tutaj
account-session-end = Zakończ sesję
account-sessions-end = Zakończ wszystkie pozostałe
account-identities = Logowanie przez dostawców
account-identity-since = od { $date }
account-unlink = Rozłącz
account-data = Programy i własne dane
account-data-download = Pobierz to, co o Tobie przechowujemy (JSON)
account-optional = (nieobowiązkowe)
account-yes = tak
account-no = nie

# Co zrobiono.
account-done-corrected = Zapisano nazwę i język
account-done-email-asked = List na nowy adres jest w drodze; potwierdź adres przez odnośnik w liście
account-done-email = Od teraz obowiązuje nowy adres
account-done-password = Hasło zmienione; wszystkie pozostałe sesje zakończone
account-done-factor-on = Kody z urządzenia są włączone
account-done-factor-off = Kody z urządzenia są wyłączone
account-done-session = Sesja zakończona
account-done-sessions = Wszystkie pozostałe sesje zakończone
account-done-unlinked = Logowanie przez dostawcę rozłączone
account-done-invited = Zaproszenie jest w drodze
account-done-disabled = Konto wyłączone; jego sesje i tokeny zakończone
account-done-enabled = Konto włączone
account-done-given = Rola nadana
account-done-dated = Role zapisane
account-done-reset = List z nowym hasłem jest w drodze

# Tokeny.
account-tokens = Tokeny dla programów
account-tokens-lead = Z tokenem program czyta lub pisze w Twoim imieniu, nigdy więcej, niż pozwalają Twoje role. Kto ma token, może go użyć: strzeż go jak hasła.
account-tokens-none = Nie ma jeszcze tokenów. Poniżej nazwij pierwszy i zaznacz, co może robić.
account-token-name = Nazwa
account-token-scopes = Co może robić
account-token-ends = Działa do
account-token-used = Ostatnio użyty
account-token-unused = nigdy
account-token-state = Odwołanie
account-token-ended = wygasł
account-token-revoke = Odwołaj
account-token-new = Nowy token
account-token-nothing = Token może tyle, co Twoje role, a żadna z nich nic tu nie daje. To, co publiczne, program czyta bez tokenu.
account-token-days = Jak długo działa
account-token-days-choice = { $days ->
    [one] { $days } dzień
   *[other] { $days } dni
 }
account-token-make = Utwórz token
account-token-made = Token, widoczny tylko teraz
account-token-made-hint = Skopiuj go teraz do programu; nigdzie go nie przechowujemy i nie da się go pokazać ponownie. Wysyła się go jako „Authorization: Bearer …”.

# Usuwanie.
account-erase = Usuń konto
account-erase-lead = Tego nie da się cofnąć.
account-erase-goes = Co zniknie
account-erase-goes-person = Twoja nazwa, adres e-mail, hasło i kody oraz listy do Ciebie.
account-erase-goes-roles = Twoje role we wszystkich partnerstwach.
account-erase-goes-access = Wszystkie sesje, tokeny i logowania przez dostawców.
account-erase-stays = Co zostanie
account-erase-stays-trail = W historii zmian zostanie numer Twojego konta, nie Ty; nikt z niego nie ustali, kim jesteś.
account-erase-stays-texts = Teksty, dokumenty i dane, które wpisano dla partnerstwa, należą do niego.
account-erase-stays-minutes = Protokoły i uchwały, które wymieniają Cię jako członka organu lub sygnatariusza, zostają, bo są dokumentami organów.
account-erase-button = Usuń moje konto na zawsze
account-erase-back = Wróć do konta

# Konta innych.
account-people-lead = Kto może się logować i z jakimi rolami.
account-people-none = Żadne konto nie pasuje do tych słów.
account-one = Konto
account-state = Stan
account-made = Założone
account-invite = Zaproś osobę
account-invite-lead = Na adres trafi list z odnośnikiem; kto go otworzy, wybierze hasło. Odnośnik działa raz, przez 14 dni.
account-invite-send = Wyślij zaproszenie
account-invite-again = Wyślij zaproszenie ponownie
account-send-reset = Wyślij list z nowym hasłem
account-disable = Wyłącz konto
account-enable = Włącz konto
account-letters = List czeka
account-letters-hint = Nie ustawiono serwera poczty, więc tego listu nie da się wysłać. Przekaż go osobie samodzielnie; jego odnośnik działa raz.
account-roles-none-yet = To konto nie ma jeszcze roli. Nadaj ją poniżej.
account-roles-none-here = Nikt nie ma jeszcze roli w tym partnerstwie.
account-role = Rola
account-place = Gdzie obowiązuje
account-unit = Kod własnej jednostki
account-unit-hint = Dla redaktorów gminy, na przykład 0265011.
account-valid-from = Pierwszy dzień
account-valid-to = Ostatni dzień
account-days = Dni
account-date-role = Zapisz dni
account-remove-role = Usuń rolę
account-give-role = Nadaj rolę
account-choose-role = Nie wybrano roli
account-choose-role-hint = Wybierz rolę z listy.
account-no-day = To nie jest dzień
account-here-lead = Kto ma rolę w tym partnerstwie. Kto nie ma jeszcze konta, dostanie zaproszenie pocztą.
account-name-here-hint = Potrzebna dla osoby bez konta.

# Logowanie przez dostawcę tożsamości.
account-provider-sign-in = Zaloguj się przez { $host }
account-provider-stale = To logowanie rozpoczęto zbyt dawno, w innym oknie albo już się zakończyło
account-provider-stale-hint = Zacznij od nowa przyciskiem poniżej. Pliki cookie tej strony muszą być dozwolone.
account-provider-broken-off = Logowanie u dostawcy zostało przerwane
account-provider-broken-off-hint = Zacznij od nowa albo zaloguj się adresem i hasłem.
account-provider-down = Dostawca tożsamości nie odpowiada
account-provider-down-hint = Spróbuj za kilka minut albo zaloguj się adresem i hasłem. Jeśli nie masz hasła, ustaw je przez „Nie pamiętam hasła”.
account-provider-not-believed = Odpowiedzi dostawcy nie można było uznać za wiarygodną, więc nic się nie stało
account-provider-not-believed-hint = Zacznij od nowa. Jeśli to się powtórzy, powiadom administratora portalu: przyczyna jest w dzienniku. Do tego czasu zaloguj się adresem i hasłem.
account-provider-no-email = Dostawca nie potwierdza Twojego adresu e-mail
account-provider-no-email-hint = Potwierdź u niego adres i zacznij od nowa albo otwórz odnośnik z zaproszenia i tam wybierz dostawcę.
account-provider-unknown = Nikt tutaj nie ma adresu e-mail, który podał dostawca
account-provider-unknown-hint = Poproś biuro partnerstwa lub administratora o zaproszenie na ten adres albo zaloguj się adresem, pod którym Cię tu znamy.
account-provider-off = Twoje konto jest wyłączone
account-provider-off-hint = Poproś administratora portalu o jego włączenie.
account-provider-tied = To logowanie nie należy do tego konta
account-provider-tied-hint = Zaloguj się adresem i hasłem; na stronie swojego konta możesz rozwiązać powiązanie z dostawcą. Jeśli adres należał kiedyś do kogoś innego, powiadom administratora.
account-provider-not-invited = Twoje zaproszenie wygasło
account-provider-not-invited-hint = Poproś osobę, która Cię zaprosiła, o ponowne wysłanie zaproszenia.
account-signed-out = Wylogowano Cię z portalu
account-signed-out-lead = Twoja sesja u dostawcy tożsamości trwa nadal: kolejna osoba przy tym komputerze mogłaby się nią posłużyć.
account-signed-out-there = Wyloguj się także z { $host }
provider-no-issuer = „{ $issuer }” nie jest adresem dostawcy tożsamości
provider-no-issuer-hint = Podaj adres tak, jak podaje go sam dostawca, na przykład https://login.example/realms/office; bez https może działać tylko dostawca na tej samej maszynie.
provider-no-address = Adresu portalu nie można podać dostawcy tożsamości
provider-no-address-hint = Podaj `--public-address https://partnership.example`.
provider-no-language = Nie ma języka „{ $code }” dla przycisku
provider-no-language-hint = Napisz pl=…, cs=… lub en=… albo same słowa dla wszystkich trzech.
provider-no-secret = Nie można odczytać pliku z sekretem dostawcy: { $file }
provider-no-secret-hint = Podaj ścieżkę pliku, który zawiera sam sekret i który ten program może odczytać.
account-no-unit = Żadna jednostka nie ma kodu { $unit }
account-no-unit-hint = Podaj kod jednostki z rejestru, na przykład 0265011; rejestr wczytuje „miedza import register”.
