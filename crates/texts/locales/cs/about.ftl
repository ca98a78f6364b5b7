# Co portál říká o sobě: přístupnost, osobní údaje.
about-no-declaration = Kancelář zatím nevypracovala prohlášení o přístupnosti.
about-commits = se zavazuje zpřístupnit své internetové stránky v souladu s polským zákonem ze dne 4. dubna 2019 o digitální přístupnosti internetových stránek a mobilních aplikací veřejných subjektů.
about-applies = Prohlášení se vztahuje na internetové stránky
about-status = Stav souladu se zákonem
about-status-full = Internetové stránky jsou v souladu se zákonem.
about-status-partial = Internetové stránky jsou v částečném souladu se zákonem z důvodů uvedených níže.
about-status-none = Internetové stránky nejsou v souladu se zákonem z důvodů uvedených níže.
about-not-accessible = Nepřístupný obsah
about-exemptions = Výjimky
about-alternative = Jiný způsob přístupu
about-burden = Posouzení nepřiměřené zátěže
about-prepared = Vypracování prohlášení
about-assessed-self = Prohlášení se zakládá na vlastním posouzení subjektu.
about-assessed-external = Prohlášení se zakládá na posouzení vnějším subjektem:
about-keys = Ovládání klávesnicí
about-keys-usual = Vše lze udělat klávesnicí. Stránky nemají vlastní zkratky; fungují zkratky prohlížeče. Na začátku každé stránky jsou odkazy, které přeskočí nabídku k obsahu.
about-contact = Zpětná vazba a kontakt
about-contact-lead = Dejte nám vědět o potížích s přístupností stránek. Stejnou cestou lze požádat o informaci, ke které se nedostanete, nebo žádat zpřístupnění.
about-contact-person = Kdo odpovídá
about-email = E-mail
about-phone = Telefon
about-procedure = Žádosti a požadavky
about-right = Každý má právo upozornit na nedostatek přístupnosti, žádat zpřístupnění stránek nebo jejich části a žádat o informaci v jiné podobě.
about-request = Požadavek obsahuje kontaktní údaje, stránku nebo část, které se týká, a žádáte-li o jinou podobu informace, i podobu, která vám vyhovuje.
about-term = Odpovídáme bez odkladu, nejpozději do 7 dnů. Nepodaří-li se to do té doby, zpřístupníme obsah nejpozději do dvou měsíců od podání.
about-complaint = Stížnosti
about-complaint-text = Odmítneme-li požadavek nebo nesouhlasíte-li s navrženým jiným způsobem přístupu, můžete si u nás stěžovat. Poté se můžete obrátit také na instituci
about-ombudsman = Rzecznik Praw Obywatelskich (polský veřejný ochránce práv)
about-building = Přístupnost budovy
about-no-building = Kancelář zde svou budovu nepopsala; před návštěvou se prosím zeptejte.
about-no-apps = Portál nemá mobilní aplikaci.
about-more = Další informace
# Prohlášení kanceláře, která se řídí českým právem.
about-cz-commits = se zavazuje ke zpřístupnění svých internetových stránek v souladu se zákonem č. 99/2019 Sb., o přístupnosti internetových stránek a mobilních aplikací a o změně zákona č. 365/2000 Sb., o informačních systémech veřejné správy a o změně některých dalších zákonů, ve znění pozdějších předpisů.
about-cz-status-full = Tyto internetové stránky jsou plně v souladu se zákonem č. 99/2019 Sb.
about-cz-status-partial = Tyto internetové stránky jsou částečně v souladu se zákonem č. 99/2019 Sb. z důvodu nesouladů nebo výjimek uvedených níže.
about-cz-status-none = Tyto internetové stránky nejsou v souladu se zákonem č. 99/2019 Sb. z důvodu nesouladů nebo výjimek uvedených níže.
about-cz-not-accessible = Nesoulad se zákonem č. 99/2019 Sb.
about-cz-exemptions = Obsah, na který se zákon nevztahuje
about-cz-burden = Posouzení nepřiměřené zátěže (§ 7 zákona)
about-cz-procedure = Podnět k nápravě
about-cz-right = Každý nám může podat podnět k nápravě, nesplňují-li stránky nebo jejich část požadavky zákona (§ 9), a požádat o nepřístupnou informaci v jiné podobě.
about-cz-request = Uveďte prosím adresu stránky, popište, co je nepřístupné, a napište, jak vám máme odpovědět.
about-cz-complaint = Není-li odpověď uspokojivá nebo nepřijde-li vůbec, můžete se obrátit na úřad, který na dodržování zákona dohlíží:
about-cz-agency = Digitální a informační agentura (DIA), Praha

about-privacy-lead = Které osobní údaje portál uchovává, proč a jak dlouho, a koho se na to ptát.
about-no-controller = Kancelář zde dosud neuvedla, kdo portál provozuje.
about-controller = Správce údajů
about-data = Co se uchovává
about-data-caption = Osobní údaje v portálu
about-data-what = Jaké údaje
about-data-why = Proč
about-data-ground = Právní základ
about-data-how-long = Jak dlouho
about-public = Co portál nedělá
about-public-roles = Veřejné stránky uvádějí funkce (starosta, předseda, koordinátor), ne soukromé osoby.
about-public-cookies = Ke čtení není třeba účet a neukládá se žádná cookie. Přihlášení ukládá jednu, která je k němu nutná; jiné nejsou.
about-public-log = Protokol serveru neobsahuje síťové adresy, jména ani hledaná slova.
about-public-others = Žádná stránka nic nenačítá z jiných serverů: cizí mapy, písma, statistiky ani videa.
about-rights = Vaše práva
about-rights-own = Kdo má účet, na jeho stránce své údaje vidí, opravuje a stahuje a může je tam vymazat. Zůstává záznam, že nějaký účet něco změnil, bez jména a adresy.
about-rights-rest = Každý může kancelář požádat o přístup ke svým údajům, jejich opravu, výmaz nebo omezení zpracování a může vznést námitku.
about-rights-account = Na vlastní účet
about-authority-uodo = Stížnost lze podat u předsedy polského Úřadu pro ochranu osobních údajů (Prezes Urzędu Ochrony Danych Osobowych).
about-authority-uoou = Stížnost lze podat u Úřadu pro ochranu osobních údajů.
personal-account-what = Účet: jméno, e-mail, jazyk, otisk hesla, druhý faktor, vazba na vnější přihlášení
personal-account-why = Aby se pracovníci mohli přihlásit a dostávat zprávy o své práci
personal-account-how-long = Dokud účet existuje; nepřijaté pozvání vyprší po { $invitation } dnech
personal-roles-what = Role účtu v partnerstvích, s prvním a posledním dnem
personal-roles-why = Aby se rozhodlo, kdo co smí
personal-roles-how-long = Dokud účet existuje
personal-sessions-what = Relace: kdy se kdo přihlásil a byl naposledy, jakým druhem prohlížeče
personal-sessions-why = Aby člověk zůstal přihlášen a mohl své relace vidět a ukončit
personal-sessions-how-long = Do odhlášení, nejvýše { $session } dní, nebo { $rest } dny bez použití
personal-tokens-what = Tokeny pro programy: název, rozsahy, otisk, poslední použití
personal-tokens-why = Aby program mohl číst jménem účtu
personal-tokens-how-long = Nejvýše { $token } dní, nebo do zrušení; stopa po něm, dokud účet existuje
personal-attempts-what = Počítané pokusy o přihlášení: otisky z e-mailu a síťové adresy, ne adresy samy
personal-attempts-why = Aby se zpomalilo hádání hesel
personal-attempts-how-long = Pokusy nejvýše dvě hodiny; místa, odkud se někdo přihlásil, { $place } dní
personal-letters-what = Zprávy k odeslání: adresa a text
personal-letters-why = Aby se každé pozvání, nové heslo, oznámení a hlášení o nepřístupném obsahu odeslalo právě jednou
personal-letters-how-long = Text do odeslání nebo do vzdání, nejvýše { $wait } dní; adresa a předmět ještě { $letter } dní poté
personal-answers-what = Odpovědi na šetření: obec, den a obsah odpovědi, bez jména, účtu a adresy; vlastní slova mohou mluvit o osobách
personal-answers-why = Aby se analýza opírala o to, co říkají obyvatelé; zveřejňují se jen počty, malé jsou skryté
personal-answers-how-long = Dokud šetření existuje, a 30 dní po jeho smazání
personal-drafts-what = Rozpracované formuláře: co kdo napsal do formuláře a neuložil
personal-drafts-why = Aby se nic z napsaného neztratilo; nikdo jiný je nevidí
personal-drafts-how-long = Do uložení nebo zahození, nejvýše { $draft } dní od poslední změny
personal-trail-what = Záznam změn: který účet co změnil a kdy
personal-trail-why = Aby bylo možné doložit rozhodnutí a najít chyby; nic v něm nelze změnit
personal-trail-how-long = Tak dlouho jako portál; po vymazání účtu k němu už nepatří žádné jméno
personal-ground-duty = Právní povinnost: čl. 6 odst. 1 písm. c) GDPR
personal-ground-public-task = Úkol ve veřejném zájmu: čl. 6 odst. 1 písm. e) GDPR

# Hlášení o nepřístupném obsahu.
barrier-heading = Nahlásit nepřístupný obsah
barrier-lead = Napište, co nefunguje nebo co nelze přečíst. Účet není potřeba. Hlášení dostane úřad, který portál provozuje.
barrier-what = V čem je potíž
barrier-what-hint = Co chcete udělat a co vám v tom brání. Můžete také požádat o informaci v jiné podobě.
barrier-page = Na které stránce
barrier-page-hint = Adresa nebo název stránky.
barrier-answer = Jak vám odpovědět
barrier-answer-hint = E-mailová adresa nebo telefonní číslo. Bez nich vám úřad nemůže odpovědět.
barrier-optional = nepovinné
barrier-send = Odeslat hlášení
barrier-sent = Hlášení je uloženo
barrier-sent-hint = Portál je pošle úřadu. Pokud jste neuvedli adresu ani telefon, odpověď nepřijde.
barrier-empty = Chybí popis potíže
barrier-empty-hint = Popište několika slovy, co nefunguje.
barrier-too-long = Hlášení je příliš dlouhé
barrier-too-long-hint = Popis může mít nejvýše 4000 znaků, adresa stránky 500, způsob odpovědi 200. Zkraťte text a odešlete jej znovu.
barrier-too-often = Z tohoto místa už přišlo několik hlášení
barrier-too-often-hint = Další lze odeslat za { $minutes } min. Napsaný text zůstává ve formuláři. Můžete také napsat přímo úřadu.
barrier-no-office = Úřad neuvedl e-mailovou adresu
barrier-no-office-hint = Úřad zatím neuvedl e-mailovou adresu, hlášení tedy není kam poslat. Obraťte se prosím na úřad, který portál provozuje, jinou cestou.
letter-barrier = Hlášení o nepřístupném obsahu
letter-barrier-body =
    Formulářem portálu bylo nahlášeno, že obsah není přístupný.

    Stránka: { $page }

    { $what }

    Odpověď: { $answer }
