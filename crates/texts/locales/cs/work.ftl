# Dílna: rejstříky, formuláře, tabulky, deník.
word-yes = ano
word-no = ne
word-not-said = neuvedeno
work-optional = (nepovinné)
work-group-members = Členové a dokumenty
work-group-bodies = Orgány a jednání
work-group-course = Průběh spolupráce
work-group-public = Pro obyvatele
work-registers = Rejstříky
work-hint-units = Jeden kód na řádek. Lze vložit seznam kódů.
work-hint-date = Tak přesně, jak je známo: 2012, 2012-Q3, 2012-04 nebo 2012-04-17.
work-hint-unit = Kód TERYT (7 číslic, okres 4) nebo kód české obce (6 číslic).
work-hint-slug = Malá písmena, číslice a spojovníky; část adresy stránky.
work-still-right = Překlad je stále správný
work-original = originál
work-out-of-date = neaktuální
work-missing = chybí
work-save = Uložit
work-saved = Uloženo
work-saved-unasked = Rejstřík země uvedené jednotky zde není načten celý, její kód byl proto uložen bez kontroly.
work-back = Zpět na seznam
work-errors = Opravte tato pole
work-delete = Smazat
work-deleted = Smazáno: „{ $name }“
work-deleted-text = Záznam lze 30 dní obnovit ze seznamu smazaných.
work-undelete = Obnovit
work-undeleted = Záznam byl obnoven
work-history = Historie změn
work-was-created = vytvořeno
work-was-updated = změněno
work-was-deleted = smazáno
work-was-undeleted = obnoveno
work-was-other = uloženo
work-program = program
work-someone = účet { $id }
work-take-back = Obnovit tuto verzi
work-before = předtím
work-after = nyní
work-conflict = Někdo jiný tento záznam změnil
work-conflict-text = Změněno { $when } ({ $who }). U každého pole vyberte, co má zůstat; nic z toho, co jste napsali, se neztratilo.
work-yours = Vaše verze
work-theirs = Uložená verze
work-merge = Uložit vybrané
work-log = Deník změn
work-log-lead = Každá změna v tomto partnerství: kdo, kdy a co. Záznamy deníku nelze změnit ani smazat.
work-older = Starší záznamy
work-sheet-in = Načíst tabulku
work-sheet-file = Tabulka z tohoto seznamu (CSV, XLSX nebo ODS)
work-sheet-hint = Stáhněte tabulku, změňte buňky a načtěte ji zde. Nejdříve uvidíte, co se změní; nic se neuloží samo.
work-sheet-read = Ukázat změny
work-sheet-found = { $count ->
    [one] Tabulka mění { $count } záznam
    [few] Tabulka mění { $count } záznamy
   *[other] Tabulka mění { $count } záznamů
 }
work-sheet-none = Tabulka nic nemění
work-sheet-save = Uložit změny z tabulky
work-sheet-stale = Někdo tento záznam od stažení tabulky změnil
work-sheet-saved = Změny z tabulky jsou uloženy
work-sheet-undo = Vrátit načtení tabulky
work-sheet-undone = Změny z tabulky byly vráceny
work-sheet-row = Řádek { $row }
work-sheet-new = nový záznam
work-sheet-unclean = Opravte označené řádky v tabulce a načtěte ji znovu.
work-sheet-unknown-columns = Neznámé sloupce byly vynechány: { $columns }
work-empty = Zde budou záznamy: { $kind }.
work-deleted-list = Smazané
work-live-list = Platné záznamy
work-desk-lead = Rejstříky partnerství. Každý lze procházet, filtrovat, stáhnout jako tabulku a načíst zpět.
work-mine-lead = Partnerství, ve kterých máte roli, a společné rejstříky.
work-no-roles = Zatím nemáte roli v žádném partnerství. Požádejte o ni kancelář partnerství nebo správce.
work-your-roles = Vaše role: { $roles }
work-count = { $count ->
    [one] { $count } záznam
    [few] { $count } záznamy
   *[other] { $count } záznamů
 }
work-shared = Společné rejstříky portálu
work-profile = Údaje partnerství
work-public-page = Veřejná stránka
work-upload = Přidat soubor
work-file = Soubor
work-upload-hint = Nejvýše 32 MB: PDF, DOCX, XLSX, ODS, CSV, JSON, obrázky PNG, JPEG, WebP.
work-upload-none = Nebyl vybrán soubor
work-upload-none-hint = Vyberte soubor z disku a odešlete formulář znovu.
work-new-partnership = Založit partnerství
work-changed = Změněno { $when } ({ $who }), verze { $version }
work-name = Název
work-seen-by = Kdo vidí
work-changed-on = Změněno
work-publish-refused = Zveřejnit záznam může jen kancelář partnerství
work-publish-refused-hint = Uložte jej s viditelností „partneři“; kancelář záznam zveřejní.
work-upload-cut = Soubor nedorazil celý nebo je příliš velký
work-upload-cut-hint = Odešlete jej znovu; největší soubor může mít 32 MB.
work-county = okres { $name } (PL)
work-decided = Přijato usnesením: obsah se už nemění
work-decided-hint = Měnit lze, kdo to vidí, a překlady.
work-log-fields = { $count ->
    [one] { $count } pole
    [few] { $count } pole
   *[other] { $count } polí
}
create-partnerships = Přidat partnerství
create-organisations = Přidat organizaci
create-themes = Přidat téma
create-memberships = Přidat členství
create-documents = Přidat dokument
create-signatures = Přidat podpis
create-bodies = Přidat orgán
create-seats = Přidat místo v orgánu
create-meetings = Přidat jednání
create-agenda-items = Přidat bod programu jednání
create-attendances = Přidat záznam v prezenci
create-resolutions = Přidat usnesení
create-effects = Přidat účinek usnesení
create-institutional-partners = Přidat institucionálního partnera
create-timeline-events = Přidat událost na časové ose
create-steps = Přidat etapu práce
create-calls = Přidat výzvu
create-call-conditions = Přidat podmínku výzvy
create-call-answers = Přidat odpověď na výzvu
create-unit-flags = Přidat jednotku na zveřejněném seznamu
create-stated-figures = Přidat údaj uvedený v dokumentu
create-news = Přidat aktualitu
create-attachments = Přidat přílohu
create-funder-lines = Přidat záznam o financujícím nebo podporujícím
create-flow-tables = Přidat tabulku toků
create-variants = Přidat variantu vymezení
work-agreed = O tom rozhodují členové partnerství společně
work-agreed-hint = Obraťte se na kancelář partnerství: mění roli, data, dokument a hlasy na základě usnesení.
