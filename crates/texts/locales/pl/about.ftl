# Co portal mówi o sobie: dostępność, dane osobowe.
about-no-declaration = Biuro jeszcze nie sporządziło deklaracji dostępności.
about-commits = zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.
about-applies = Deklaracja dotyczy strony internetowej
about-status = Status pod względem zgodności z ustawą
about-status-full = Strona internetowa jest zgodna z ustawą o dostępności cyfrowej.
about-status-partial = Strona internetowa jest częściowo zgodna z ustawą o dostępności cyfrowej z powodu niezgodności lub wyłączeń wymienionych poniżej.
about-status-none = Strona internetowa jest niezgodna z ustawą o dostępności cyfrowej z powodu niezgodności lub wyłączeń wymienionych poniżej.
about-not-accessible = Treści niedostępne
about-exemptions = Wyłączenia
about-alternative = Dostęp alternatywny
about-burden = Analiza nadmiernego obciążenia
about-prepared = Przygotowanie deklaracji
about-assessed-self = Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.
about-assessed-external = Deklarację sporządzono na podstawie badania przeprowadzonego przez podmiot zewnętrzny:
about-keys = Obsługa klawiaturą
about-keys-usual = Wszystko można zrobić klawiaturą. Strona nie ma własnych skrótów; działają skróty przeglądarki. Na początku każdej strony są łącza, które przenoszą nad menu do treści.
about-contact = Informacje zwrotne i dane kontaktowe
about-contact-lead = Prosimy o informację o problemach z dostępnością strony. Tą samą drogą można prosić o udostępnienie niedostępnej informacji i zgłaszać żądanie zapewnienia dostępności.
about-contact-person = Za kontakt odpowiada
about-email = E-mail
about-phone = Telefon
about-procedure = Wnioski i żądania
about-right = Każdy ma prawo zgłosić uwagi dotyczące dostępności cyfrowej strony lub jej elementu, zażądać ich dostosowania i wnioskować o podanie niedostępnej informacji w innej formie.
about-request = Żądanie powinno zawierać dane kontaktowe, wskazanie strony lub elementu, którego dotyczy, a jeśli chodzi o inną formę informacji, także wskazanie dogodnej formy.
about-term = Odpowiadamy niezwłocznie, najpóźniej w ciągu 7 dni. Jeśli w tym czasie nie uda się zapewnić dostępności, zrobimy to najdalej w ciągu 2 miesięcy od zgłoszenia.
about-complaint = Skargi i odwołania
about-complaint-text = Jeżeli odmówimy spełnienia żądania lub zaproponowany alternatywny dostęp nie wystarcza, można złożyć do nas skargę. Po wyczerpaniu tej drogi można także złożyć wniosek do
about-ombudsman = Rzecznika Praw Obywatelskich
about-building = Dostępność architektoniczna
about-no-building = Biuro nie opisało tu swojego budynku; prosimy o kontakt przed wizytą.
about-no-apps = Portal nie ma aplikacji mobilnej.
about-more = Informacje dodatkowe
# Deklaracja biura, które działa pod czeskim prawem.
about-cz-commits = zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z czeską ustawą nr 99/2019 Sb. o dostępności stron internetowych i aplikacji mobilnych.
about-cz-status-full = Strona internetowa jest w pełni zgodna z ustawą nr 99/2019 Sb.
about-cz-status-partial = Strona internetowa jest częściowo zgodna z ustawą nr 99/2019 Sb. z powodu niezgodności lub wyjątków wymienionych poniżej.
about-cz-status-none = Strona internetowa nie jest zgodna z ustawą nr 99/2019 Sb. z powodu niezgodności lub wyjątków wymienionych poniżej.
about-cz-not-accessible = Treści niezgodne z ustawą
about-cz-exemptions = Treści, których ustawa nie obejmuje
about-cz-burden = Ocena nieproporcjonalnego obciążenia (§ 7 ustawy)
about-cz-procedure = Wezwanie do poprawy
about-cz-right = Każdy może wezwać nas do poprawy, jeśli strona lub jej część nie spełnia wymagań ustawy (§ 9), oraz poprosić o niedostępną informację w innej postaci.
about-cz-request = Prosimy podać adres strony, opisać, co jest niedostępne, i napisać, jak mamy odpowiedzieć.
about-cz-complaint = Jeżeli odpowiedź nie wystarcza albo jej nie ma, można się zwrócić do instytucji, która czuwa nad przestrzeganiem ustawy:
about-cz-agency = Digitální a informační agentura (DIA), Praga

about-privacy-lead = Jakie dane osobowe przechowuje portal, po co i jak długo oraz kogo o to pytać.
about-no-controller = Biuro jeszcze nie podało tutaj, kto prowadzi portal.
about-controller = Administrator danych
about-data = Jakie dane są przechowywane
about-data-caption = Dane osobowe w portalu
about-data-what = Jakie dane
about-data-why = Po co
about-data-ground = Podstawa prawna
about-data-how-long = Jak długo
about-public = Czego portal nie robi
about-public-roles = Strony publiczne podają funkcje (burmistrz, przewodniczący, koordynator), a nie osoby prywatne.
about-public-cookies = Do czytania nie trzeba konta i nie są zapisywane ciasteczka. Logowanie zapisuje jedno, niezbędne do jego działania; innych nie ma.
about-public-log = Dziennik serwera nie zawiera adresów sieciowych, nazwisk ani szukanych słów.
about-public-others = Żadna strona nie pobiera niczego z innych serwerów: cudzych map, krojów pisma, statystyk ani filmów.
about-rights = Twoje prawa
about-rights-own = Kto ma konto, na jego stronie widzi, poprawia i pobiera swoje dane i może je tam usunąć. Zostaje ślad: informacja, że jakieś konto coś zmieniło, bez nazwiska i adresu.
about-rights-rest = Każdy może zwrócić się do biura o dostęp do swoich danych, ich poprawienie, usunięcie lub ograniczenie przetwarzania i może wnieść sprzeciw.
about-rights-account = Do własnego konta
about-authority-uodo = Skargę można złożyć do Prezesa Urzędu Ochrony Danych Osobowych.
about-authority-uoou = Skargę można złożyć do czeskiego urzędu ochrony danych w Pradze (Úřad pro ochranu osobních údajů).
personal-account-what = Konto: nazwa, adres e-mail, język, skrót hasła, drugi składnik logowania, powiązanie z zewnętrznym logowaniem
personal-account-why = Aby pracownicy mogli się logować i otrzymywać wiadomości o swojej pracy
personal-account-how-long = Dopóki istnieje konto; nieprzyjęte zaproszenie wygasa po { $invitation } dniach
personal-roles-what = Role konta w partnerstwach, z pierwszym i ostatnim dniem
personal-roles-why = Aby ustalić, kto co może
personal-roles-how-long = Dopóki istnieje konto
personal-sessions-what = Sesje: kiedy ktoś się zalogował i był ostatnio, jakiego rodzaju przeglądarką
personal-sessions-why = Aby pozostać zalogowanym oraz widzieć i kończyć własne sesje
personal-sessions-how-long = Do wylogowania, najwyżej { $session } dni albo { $rest } dni bez użycia
personal-tokens-what = Tokeny dla programów: nazwa, zakresy, skrót, ostatnie użycie
personal-tokens-why = Aby program mógł czytać w imieniu konta
personal-tokens-how-long = Najwyżej { $token } dni albo do unieważnienia; ślad po nim, dopóki istnieje konto
personal-attempts-what = Liczone próby logowania: skróty utworzone z adresu e-mail i adresu sieciowego, bez samych adresów
personal-attempts-why = Aby spowolnić odgadywanie haseł
personal-attempts-how-long = Próby najwyżej dwie godziny; miejsca, z których ktoś się logował, { $place } dni
personal-letters-what = Wiadomości do wysłania: adres i treść
personal-letters-why = Aby każde zaproszenie, nowe hasło, powiadomienie i zgłoszenie problemu z dostępnością wysłać jeden raz
personal-letters-how-long = Treść do chwili wysłania lub zaniechania, najwyżej { $wait } dni; adres i temat jeszcze { $letter } dni
personal-answers-what = Odpowiedzi na ankiety: gmina, dzień i treść odpowiedzi, bez nazwiska, konta i adresu; własne słowa mogą mówić o osobach
personal-answers-why = Aby diagnoza opierała się na tym, co mówią mieszkańcy; publikowane są tylko liczby, małe są ukryte
personal-answers-how-long = Dopóki istnieje ankieta, i 30 dni po jej usunięciu
personal-drafts-what = Wersje robocze: co ktoś wpisał w formularz i czego nie zapisał
personal-drafts-why = Aby nic z wpisanych treści nie przepadło; nikt inny ich nie widzi
personal-drafts-how-long = Do zapisania lub odrzucenia, najwyżej { $draft } dni od ostatniej zmiany
personal-trail-what = Ślad zmian: które konto co zmieniło i kiedy
personal-trail-why = Aby można było rozliczyć decyzje i znaleźć błędy; niczego w nim nie da się zmienić
personal-trail-how-long = Tak długo jak portal; po usunięciu konta nie wiąże się już z żadnym nazwiskiem
personal-ground-duty = Obowiązek prawny: art. 6 ust. 1 lit. c RODO
personal-ground-public-task = Zadanie w interesie publicznym: art. 6 ust. 1 lit. e RODO

# Zgłoszenie problemu z dostępnością.
barrier-heading = Zgłoś problem z dostępnością
barrier-lead = Napisz, co nie działa albo czego nie da się odczytać. Konto nie jest potrzebne. Zgłoszenie trafia do urzędu, który prowadzi portal.
barrier-what = Na czym polega problem
barrier-what-hint = Co chcesz zrobić i co w tym przeszkadza. Możesz też poprosić o informację w innej postaci.
barrier-page = Na której stronie
barrier-page-hint = Adres albo nazwa strony.
barrier-answer = Jak Ci odpowiedzieć
barrier-answer-hint = Adres e-mail albo numer telefonu. Bez nich urząd nie będzie mógł odpowiedzieć.
barrier-optional = nieobowiązkowe
barrier-send = Wyślij zgłoszenie
barrier-sent = Zgłoszenie zapisano
barrier-sent-hint = Portal wyśle je do urzędu. Jeśli nie podano adresu ani telefonu, odpowiedzi nie będzie.
barrier-empty = Brakuje opisu problemu
barrier-empty-hint = Opisz w kilku słowach, co nie działa.
barrier-too-long = Zgłoszenie jest za długie
barrier-too-long-hint = Opis może mieć do 4000 znaków, adres strony do 500, sposób odpowiedzi do 200. Skróć tekst i wyślij ponownie.
barrier-too-often = Z tego miejsca wysłano już kilka zgłoszeń
barrier-too-often-hint = Kolejne można wysłać za { $minutes } min. Wpisany tekst pozostaje w formularzu. Można też napisać do urzędu bezpośrednio.
barrier-no-office = Urząd nie podał adresu e-mail
barrier-no-office-hint = Urząd nie podał jeszcze adresu e-mail, więc zgłoszenia nie ma dokąd wysłać. Prosimy o kontakt z urzędem, który prowadzi portal, inną drogą.
letter-barrier = Zgłoszenie problemu z dostępnością
letter-barrier-body =
    Przez formularz portalu zgłoszono problem z dostępnością.

    Strona: { $page }

    { $what }

    Odpowiedź: { $answer }
