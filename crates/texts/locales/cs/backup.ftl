# miedza backup, restore, verify.
backup-told = Záloha je hotová: { $file }. Řádků: { $rows }, { $uploads ->
    [one] { $uploads } příloha
    [few] { $uploads } přílohy
   *[other] { $uploads } příloh
 }, změn v deníku: { $changes }
backup-restored = Obnoveno ze souboru { $file }, stav k okamžiku { $moment }. Řádků: { $rows }, { $uploads ->
    [one] { $uploads } příloha
    [few] { $uploads } přílohy
   *[other] { $uploads } příloh
 }, změn v deníku: { $changes }; všechny kontrolní součty souhlasí
backup-verified = { $file } je v pořádku, záloha z okamžiku { $moment }. Řádků: { $rows }, { $uploads ->
    [one] { $uploads } příloha
    [few] { $uploads } přílohy
   *[other] { $uploads } příloh
 }, změn v deníku: { $changes }
backup-note-lost = ztraceno ještě před zálohou, proto v ní chybí: { $examples }
backup-reading = Čtu a sčítám každý bajt
backup-table = Tabulka { $table }
backup-uploads = Přílohy: { $done } z { $of }
backup-trail = Kontroluji deník změn
backup-none = Tento soubor není zálohou programu Miedza, nebo mu chybí konec
backup-none-hint = Zkontrolujte, zda se soubor zkopíroval celý, nebo vezměte jinou zálohu.
backup-no-file = { $file } není soubor
backup-no-file-hint = Uveďte přímo soubor zálohy, například backup.miedza. Data uložená zde zkontroluje „miedza verify --store“.
backup-damaged = Záloha je poškozená: { $what }
backup-damaged-hint = Zkopírujte ji znovu odtud, kde vznikla, nebo vezměte starší zálohu. Nic z ní nebylo obnoveno.
backup-newer = Zálohu vytvořil novější program
backup-newer-hint = Spusťte alespoň tu verzi, která ji vytvořila.
backup-not-empty = Zálohu lze obnovit jen na prázdné místo, a zde již je: { $what }
backup-not-empty-hint = Zadejte novou složku přes --data nebo prázdnou databázi přes --database. Co zde je, zůstává beze změny.
backup-other-form = Místo připravil novější program než ten, který vytvořil zálohu
backup-other-form-hint = Obnovte ji do složky nebo databáze, kde portál ještě neběžel; data se pak aktualizují.
backup-unfinished = Obnova zde začala a nebyla dokončena
backup-unfinished-hint = Spusťte stejnou obnovu znovu, nebo zadejte jiné místo.
backup-store-whole = Vše je v pořádku. Záznamů: { $records }, příloh: { $uploads }, změn v deníku: { $changes }
backup-store-damaged = Uložená data jsou poškozená
backup-store-damaged-hint = Ponechte tato data beze změny a obnovte na prázdné místo nejnovější zálohu, kterou „miedza verify SOUBOR“ shledá v pořádku.
backup-found-trail = deník změn nesouhlasí od položky { $number }
backup-found-database = databáze hlásí: { $words }
backup-found-record = záznam v tabulce { $kind } nelze přečíst
backup-found-upload = příloha { $hash } chybí nebo byla změněna
backup-found-guard = v databázi chybí ochrana deníku změn { $guard }
backup-found-changed = { $kind } { $id }: obsah se liší od nejnovější položky deníku změn
backup-found-version = { $kind } { $id }: verze { $kept }, ale nejnovější položka deníku změn uvádí verzi { $told }
backup-found-no-line = { $kind } { $id }: v deníku změn chybí položka
backup-found-no-row = { $kind } { $id }: data už neexistují a deník změn o tom nic neuvádí
backup-found-gap = { $kind } { $id }: jedna z verzí nemá položku v deníku změn
backup-found-more = počet dalších neshod s deníkem změn: { $count }
backup-nothing = Na { $place } není co zálohovat ani kontrolovat
backup-nothing-hint = Zkontrolujte --data nebo --database, případně proměnné MIEDZA_DATA a MIEDZA_DATABASE.
