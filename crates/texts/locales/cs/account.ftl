# Účty: vstup a odchod, pozvánky, hesla, druhý faktor, relace, tokeny, role.

# Přihlášení.
account-who-has-one = Účty mají pracovníci kanceláří partnerství a obcí a jejich poradci. Ke čtení účet není potřeba.
account-email = E-mailová adresa
account-password = Heslo
account-forgotten = Nepamatuji si heslo
account-sign-in-wrong = Adresa nebo heslo nesouhlasí
account-sign-in-wrong-hint = Zkontrolujte obojí a zkuste to znovu, nebo si nastavte nové heslo přes „Nepamatuji si heslo“. Kdo byl pozván, nejprve přijme pozvánku.
account-sign-in-again = Začít znovu adresou a heslem
account-code = Kód
account-code-heading = Kód ze zařízení
account-code-hint = Šest číslic z aplikace, nebo jeden z kódů pro případ ztráty zařízení.
account-code-wrong = Tento kód nesouhlasí, nebo už byl použit
account-code-wrong-hint = Počkejte na další kód v aplikaci a zadejte ten. Pokud uplynulo více než deset minut, začněte znovu adresou a heslem.
account-too-often = { $minutes ->
    [one] Příliš mnoho pokusů; zkuste to znovu za minutu
    [few] Příliš mnoho pokusů; zkuste to znovu za { $minutes } minuty
   *[other] Příliš mnoho pokusů; zkuste to znovu za { $minutes } minut
 }
account-too-often-hint = Chrání to účty před hádáním. Pokud si heslo nepamatujete, nastavte si nové e-mailem.
account-token-unknown = tento token neplatí
account-token-unknown-hint = mohl vypršet nebo být odvolán; vytvořte si nový na stránce svého účtu

# Co bylo zadáno, nestačí.
account-password-hint = Aspoň { $least } znaků; dobrých je několik slov za sebou. Mezery i všechna písmena jsou povolena.
account-password-too-short = Heslo má méně než { $least } znaků
account-password-too-long = Heslo má více než { $most } znaků
account-password-too-simple = Heslo je příliš jednoduché: několik stejných znaků nebo znaky jdoucí za sebou
account-password-is-address = Heslo je jen o málo víc než e-mailová adresa
account-no-name = Jméno chybí, nebo je příliš dlouhé
account-no-name-hint = Napište jméno a příjmení nebo funkci, nejvýše 120 znaků.
account-no-email = Toto není e-mailová adresa
account-no-email-hint = Napište ji takto: kancelar@obec.example.
account-email-taken = Účet s touto e-mailovou adresou už existuje
account-email-taken-hint = Najděte jej v seznamu účtů a roli mu dejte tam.
account-identity-taken = Toto přihlášení u poskytovatele patří jinému účtu
account-identity-taken-hint = Přihlaste se k onomu účtu a propojení nejprve zrušte tam.
account-not-found = Takový účet ani role neexistuje
account-not-found-hint = Vraťte se k seznamu účtů; někdo jej mezitím mohl odstranit.
account-no-partnership = Na této adrese není žádné partnerství
account-no-partnership-hint = Zadejte poslední část adresy jeho stránky, například aglomeracja-walbrzyska.
account-not-invited = Tento účet nečeká na pozvánku
account-not-invited-hint = Kdo pozvánku přijal, přihlásí se; zapomenuté heslo se nastaví znovu na přihlašovací stránce.
account-oneself = Nikdo nemění vlastní role ani nevypíná sám sebe
account-oneself-hint = Požádejte jiného správce, nebo použijte příkaz `miedza user` v terminálu.
account-last-administrator = Poslední správce portálu zůstává
account-last-administrator-hint = Nejprve dejte jinému účtu roli správce celého portálu.

# Dopisy.
letter-invite = Pozvánka do Miedzy
letter-invite-body =
    Na portálu { $site } pro vás byl připraven účet.

    Pozvánku přijmete zde; odkaz funguje jednou a po dobu 14 dnů:
    { $link }

    Pokud pozvánku nečekáte, nemusíte dělat nic.
letter-reset = Nové heslo do Miedzy
letter-reset-body =
    Někdo požádal o nové heslo k vašemu účtu na portálu { $site }.

    Nastavíte je zde; odkaz funguje jednou a po dobu dvou hodin:
    { $link }

    Pokud jste to nebyli vy, nemusíte dělat nic: staré heslo zůstává.
letter-email = Potvrďte novou e-mailovou adresu
letter-email-body =
    Tato adresa byla zadána u účtu na portálu { $site }.

    Po přihlášení ji potvrdíte zde; odkaz funguje jednou a po dobu jednoho dne:
    { $link }

    Pokud jste to nebyli vy, nemusíte dělat nic: dosavadní adresa zůstává.
letter-notice = Změna na vašem účtu v Miedze
letter-notice-body =
    { $what }

    Pokud jste to nebyli vy, nastavte si nové heslo přes „Nepamatuji si heslo“ na přihlašovací stránce a dejte vědět správci portálu.

    Tento dopis se týká účtu „{ $name }“.
letter-password-changed = Heslo k vašemu účtu bylo změněno.
letter-second-factor-on = Při přihlášení k vašemu účtu se nyní vyžaduje kód ze zařízení.
letter-second-factor-off = Při přihlášení k vašemu účtu se už kód ze zařízení nevyžaduje.
letter-email-changed = Váš účet má nyní jinou e-mailovou adresu.
letter-provider-tied = Do vašeho účtu se nyní lze přihlásit přes poskytovatele identity portálu.

# Správa účtů.
account-not-disabled = Tento účet není vypnutý
account-not-disabled-hint = Vraťte se k seznamu účtů; jeho stav je vidět tam.
account-not-active = Tento účet se nemůže přihlásit, proto nedostane nové heslo
account-not-active-hint = Pozvané osobě pošlete pozvánku znovu; vypnutý účet nejprve zapněte.
account-needs-unit = Redaktor obce potřebuje její kód
account-needs-unit-hint = Zadejte kód jednotky, například 0265011.
account-other-partnership = Tato role přesahuje partnerství
account-other-partnership-hint = Požádejte správce celého portálu.
account-days-turned = Poslední den předchází prvnímu
account-days-turned-hint = Zadejte první den, pak poslední, například 2026-11-22; každý může zůstat prázdný.

# Terminál.
account-terminal-invited = Pozváno: { $name }. Dopis čeká na odeslání; odkaz funguje jednou, do konce platnosti pozvánky:
account-terminal-added = { $name } se už může přihlásit.
account-terminal-reset = Dopis pro { $name } čeká na odeslání; odkaz umožní jednou nastavit nové heslo, po dobu dvou hodin:
account-terminal-disabled = { $name }: účet je vypnutý; všechny relace a tokeny skončily.
account-terminal-none = zatím žádné účty
account-no-role = Role „{ $role }“ neexistuje
account-no-role-hint = Role jsou: { $roles }.
account-state-invited = pozvaný
account-state-active = činný
account-state-disabled = vypnutý
account-state-erased = vymazaný

# Vlastní účet: odmítnutí.
account-confirm-wrong = Heslo nesouhlasí
account-confirm-wrong-hint = Zadejte heslo, kterým se přihlašujete.
account-confirm-email-wrong = Toto není adresa vašeho účtu
account-confirm-email-wrong-hint = Zadejte e-mailovou adresu svého účtu.
account-confirm-too-often = Heslo bylo zadáno chybně příliš mnohokrát
account-confirm-too-often-hint = Počkejte čtvrt hodiny, nebo si nastavte nové heslo e-mailem.
account-factor-wrong-hint = Zkontrolujte, zda jdou hodiny zařízení správně, a zadejte kód, který právě ukazuje.
account-only-way = Je to jediná cesta k vašemu účtu
account-only-way-hint = Nejprve si nastavte heslo přes „Nepamatuji si heslo“ na přihlašovací stránce.
account-token-no-name = Token potřebuje název
account-token-no-name-hint = Napište, k čemu slouží, například „noční export“, nejvýše 120 znaků.
account-token-no-scope = Token zatím nic nesmí
account-token-no-scope-hint = Zaškrtněte aspoň jednu věc, kterou smí dělat.
account-token-gone = Takový token neexistuje
account-token-gone-hint = Možná už byl odvolán; seznam ukazuje ty, které platí.

# Pozvánka a nové heslo.
account-name = Jméno
account-name-hint = Jméno a příjmení, nebo funkce. Stojí na vašich stránkách a v seznamu účtů; veřejnost je nevidí.
account-new-password = Nové heslo
account-invitation = Přijmout pozvánku
account-invitation-lead = Zkontrolujte jméno a zvolte heslo; pak jste uvnitř.
account-invitation-accept = Přijmout a vstoupit
account-link-gone = Tento odkaz už nefunguje
account-link-gone-hint = Odkazy v dopisech fungují jednou a po určitou dobu. Kdo účet má, nastaví si nové heslo; kdo je pozván, požádá odesílatele o novou pozvánku.
account-reset = Nové heslo
account-reset-lead = Pošleme odkaz, přes který si nastavíte nové heslo.
account-reset-send = Poslat odkaz
account-reset-sent = Podívejte se do pošty
account-reset-sent-lead = Pokud účet s touto adresou existuje, dopis je na cestě. Jeho odkaz funguje jednou, po dobu dvou hodin.
account-reset-sent-hint = Dopis ani po několika minutách nepřišel? Podívejte se do nevyžádané pošty, zkontrolujte adresu, nebo se zeptejte kanceláře, která účet zřídila.
account-reset-set-lead = Zvolte nové heslo. Všechny relace vašeho účtu skončí a zde se přihlásíte.
account-reset-set = Nastavit heslo a vstoupit

# Odesílání dopisů.
post-no-server = Adresu poštovního serveru nelze použít
post-no-server-hint = Zadejte smtp://UŽIVATEL:HESLO@HOST:PORT, smtps:// pro TLS od začátku, nebo ?tls=required na konci pro STARTTLS.
post-no-sender = „{ $address }“ není adresa, ze které lze posílat dopisy
post-no-sender-hint = Zadejte `--mail-from kancelar@partnerstvi.example`, nebo nastavte MIEDZA_MAIL_FROM.

# Vlastní účet.
account-own-lead = Co o vás uchováváme a kde to změníte.
account-not-saved = Neuloženo; opravte prosím:
account-details = Jméno a jazyk
account-language = Jazyk dopisů
account-save-details = Uložit jméno a jazyk
account-email-now = Vaše adresa je
account-new-email = Nová e-mailová adresa
account-email-send = Poslat dopis na novou adresu
account-email-confirm = Potvrdit adresu
account-email-confirm-lead = Od této chvíle se přihlašujete adresou { $email }.
account-email-confirm-aside = Na dosavadní adresu pošleme dopis o změně.
account-password-now = Nynější heslo
account-password-none = Přihlašujete se přes poskytovatele. Chcete-li i heslo, nastavte si je přes „Nepamatuji si heslo“ na přihlašovací stránce.
account-password-change = Změnit heslo
account-factor = Kódy ze zařízení
account-factor-on = Po hesle se vyžaduje kód z vašeho zařízení.
account-factor-is-off = Kód se nevyžaduje. S kódy se nikdo, kdo zjistí vaše heslo, nedostane dovnitř bez vašeho zařízení.
account-factor-codes-left = { $count ->
    [one] Zbývá jeden kód pro případ ztráty zařízení.
    [few] Zbývají { $count } kódy pro případ ztráty zařízení.
   *[other] Zbývá { $count } kódů pro případ ztráty zařízení.
 }
account-factor-turn-on = Zapnout kódy
account-factor-turn-off = Vypnout kódy
account-factor-lead = Aplikace v telefonu nebo počítači ukazuje každou půlminutu nový kód. Funguje bez sítě.
account-factor-step-app = Otevřete aplikaci pro časové kódy, například FreeOTP, Aegis nebo KeePassXC.
account-factor-step-read = Nechte ji načíst čtverec, nebo do ní opište tajný klíč.
account-factor-step-code = Zadejte kód, který ukazuje; tím se kódy zapnou a vaše ostatní relace skončí.
account-factor-square = Čtverec z teček s tajným klíčem pro aplikaci
account-factor-secret = Tajný klíč:
account-factor-codes = Kódy pro případ ztráty zařízení
account-factor-codes-lead = Každý z nich jednou otevře váš účet místo kódu ze zařízení. Zobrazují se jen teď: vytiskněte je nebo uložte do správce hesel.
account-factor-codes-kept = Mám je uložené, pokračovat k účtu
account-roles = Role
account-roles-none = Zatím nemáte roli; dává ji kancelář partnerství nebo správce.
account-whole-portal = celý portál
account-from = od { $from }
account-to = do { $to }
account-from-to = od { $from } do { $to }
account-sessions = Kde jste přihlášeni
account-sessions-caption = Relace
account-browser = Prohlížeč
account-browser-unknown = neznámý prohlížeč
account-session-begun = Začátek
account-session-seen = Naposledy použita
account-session-state = Stav
account-session-this = tato zde
account-session-end = Ukončit relaci
account-sessions-end = Ukončit všechny ostatní
account-identities = Přihlášení přes poskytovatele
account-identity-since = od { $date }
account-unlink = Zrušit propojení
account-data = Programy a vlastní data
account-data-download = Stáhnout, co o vás uchováváme (JSON)
account-optional = (nepovinné)
account-yes = ano
account-no = ne

# Co bylo provedeno.
account-done-corrected = Jméno a jazyk jsou uloženy
account-done-email-asked = Dopis na novou adresu je na cestě; potvrďte ji odkazem v dopise
account-done-email = Nová adresa od této chvíle platí
account-done-password = Heslo je změněno; všechny ostatní relace skončily
account-done-factor-on = Kódy ze zařízení jsou zapnuté
account-done-factor-off = Kódy ze zařízení jsou vypnuté
account-done-session = Relace skončila
account-done-sessions = Všechny ostatní relace skončily
account-done-unlinked = Propojení s poskytovatelem je zrušeno
account-done-invited = Pozvánka je na cestě
account-done-disabled = Účet je vypnutý; jeho relace a tokeny skončily
account-done-enabled = Účet je zapnutý
account-done-given = Role je přidělena
account-done-dated = Role jsou uloženy
account-done-reset = Dopis k nastavení nového hesla je na cestě

# Tokeny.
account-tokens = Tokeny pro programy
account-tokens-lead = S tokenem program čte nebo zapisuje za vás, nikdy víc, než dovolují vaše role. Kdo token má, může ho použít: chraňte ho jako heslo.
account-tokens-none = Zatím žádné tokeny. Níže pojmenujte první a zaškrtněte, co smí.
account-token-name = Název
account-token-scopes = Co smí dělat
account-token-ends = Platí do
account-token-used = Naposledy použit
account-token-unused = nikdy
account-token-state = Odvolání
account-token-ended = vypršel
account-token-revoke = Odvolat
account-token-new = Nový token
account-token-nothing = Token smí tolik co vaše role a žádná z nich tu nic nedává. Co je veřejné, čte program bez tokenu.
account-token-days = Jak dlouho platí
account-token-days-choice = { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dnů
 }
account-token-make = Vytvořit token
account-token-made = Token, zobrazený jen teď
account-token-made-hint = Zkopírujte ho teď do programu; nikde ho neuchováváme a nelze ho znovu zobrazit. Posílá se jako „Authorization: Bearer …“.

# Vymazání.
account-erase = Vymazat účet
account-erase-lead = To nelze vzít zpět.
account-erase-goes = Co zmizí
account-erase-goes-person = Vaše jméno, e-mailová adresa, heslo a kódy i dopisy, které vám byly poslány.
account-erase-goes-roles = Vaše role ve všech partnerstvích.
account-erase-goes-access = Všechny relace, tokeny a propojení s poskytovateli.
account-erase-stays = Co zůstane
account-erase-stays-trail = Ve stopě změn zůstane číslo vašeho účtu, ne vy; nikdo z ní nezjistí, kdo jste byli.
account-erase-stays-texts = Texty, dokumenty a údaje, které jste zadali pro partnerství, patří jemu.
account-erase-stays-minutes = Zápisy a usnesení, které vás uvádějí jako člena orgánu nebo signatáře, zůstávají, protože jsou dokumenty orgánů.
account-erase-button = Natrvalo vymazat můj účet
account-erase-back = Zpět k účtu

# Účty ostatních.
account-people-lead = Kdo se může přihlásit a s jakými rolemi.
account-people-none = Těmto slovům neodpovídá žádný účet.
account-one = Účet
account-state = Stav
account-made = Založen
account-invite = Pozvat osobu
account-invite-lead = Na adresu odejde dopis s odkazem; kdo ho otevře, zvolí si heslo. Odkaz funguje jednou, po dobu 14 dnů.
account-invite-send = Poslat pozvánku
account-invite-again = Poslat pozvánku znovu
account-send-reset = Poslat dopis k nastavení nového hesla
account-disable = Vypnout účet
account-enable = Zapnout účet
account-letters = Dopis čeká
account-letters-hint = Poštovní server není nastaven, proto tento dopis nelze odeslat. Předejte ho osobě sami; jeho odkaz funguje jednou.
account-roles-none-yet = Tento účet zatím nemá roli. Přidělte ji níže.
account-roles-none-here = V tomto partnerství zatím nikdo nemá roli.
account-role = Role
account-place = Kde platí
account-unit = Kód vlastní jednotky
account-unit-hint = Pro redaktory obce, například 0265011.
account-valid-from = První den
account-valid-to = Poslední den
account-days = Dny
account-date-role = Uložit dny
account-remove-role = Odebrat roli
account-give-role = Přidělit roli
account-choose-role = Nebyla zvolena role
account-choose-role-hint = Zvolte roli ze seznamu.
account-no-day = Toto není den
account-here-lead = Kdo má roli v tomto partnerství. Kdo ještě nemá účet, dostane pozvánku e-mailem.
account-name-here-hint = Potřebné pro osobu bez účtu.

# Přihlášení přes poskytovatele identity.
account-provider-sign-in = Přihlásit se přes { $host }
account-provider-stale = Toto přihlášení bylo zahájeno příliš dávno, v jiném okně, nebo už skončilo
account-provider-stale-hint = Začněte znovu tlačítkem níže. Soubory cookie tohoto webu musí být povoleny.
account-provider-broken-off = Přihlášení u poskytovatele bylo přerušeno
account-provider-broken-off-hint = Začněte znovu, nebo se přihlaste adresou a heslem.
account-provider-down = Poskytovatel identity neodpovídá
account-provider-down-hint = Zkuste to za několik minut, nebo se přihlaste adresou a heslem. Pokud heslo nemáte, nastavte si je přes „Nepamatuji si heslo“.
account-provider-not-believed = Odpověď poskytovatele nebylo možné považovat za věrohodnou, proto se nic nestalo
account-provider-not-believed-hint = Začněte znovu. Pokud se to opakuje, řekněte to správci portálu: důvod je v protokolu. Do té doby se přihlaste adresou a heslem.
account-provider-no-email = Poskytovatel nepotvrzuje vaši e-mailovou adresu
account-provider-no-email-hint = Potvrďte u něj adresu a začněte znovu, nebo otevřete odkaz z pozvánky a poskytovatele zvolte tam.
account-provider-unknown = Nikdo zde nemá e-mailovou adresu, kterou uvádí poskytovatel
account-provider-unknown-hint = Požádejte kancelář partnerství nebo správce o pozvánku na tuto adresu, nebo se přihlaste adresou, pod kterou vás zde známe.
account-provider-off = Váš účet je vypnutý
account-provider-off-hint = Požádejte správce portálu, aby ho zapnul.
account-provider-tied = Toto přihlášení k tomu účtu nepatří
account-provider-tied-hint = Přihlaste se adresou a heslem; na stránce svého účtu můžete vazbu na poskytovatele zrušit. Pokud adresa dříve patřila někomu jinému, řekněte to správci.
account-provider-not-invited = Platnost vaší pozvánky skončila
account-provider-not-invited-hint = Požádejte toho, kdo vás pozval, aby pozvánku poslal znovu.
account-signed-out = Z portálu jste odhlášeni
account-signed-out-lead = Vaše relace u poskytovatele identity trvá: další člověk u tohoto počítače by ji mohl použít.
account-signed-out-there = Odhlásit se i z { $host }
provider-no-issuer = „{ $issuer }“ není adresa poskytovatele identity
provider-no-issuer-hint = Napište adresu tak, jak ji uvádí sám poskytovatel, například https://login.example/realms/office; bez https smí být jen poskytovatel na tomto stroji.
provider-no-address = Adresu portálu nelze poskytovateli identity předat
provider-no-address-hint = Napište `--public-address https://partnership.example`.
provider-no-language = Pro tlačítko není jazyk „{ $code }“
provider-no-language-hint = Napište pl=…, cs=… nebo en=…, nebo jen slova pro všechny tři.
provider-no-secret = Soubor s tajemstvím poskytovatele nelze přečíst: { $file }
provider-no-secret-hint = Napište cestu k souboru, který obsahuje jen tajemství a který tento program smí číst.
account-no-unit = Žádná jednotka nemá kód { $unit }
account-no-unit-hint = Uveďte kód jednotky z registru, například 0265011; registr načte „miedza import register“.
