# Co úložiště říká, když něco nemůže uložit nebo najít.
store-not-found = Tento záznam neexistuje
store-not-found-hint = Mohl být smazán. Vraťte se na seznam; smazané záznamy tam lze 30 dní obnovit.
store-deleted = Tento záznam byl smazán
store-deleted-hint = Obnovte jej ze seznamu smazaných a potom změňte.
store-stale = Někdo jiný tento záznam mezitím změnil
store-stale-hint = Porovnejte obě verze a vyberte, co má zůstat. Nic z toho, co jste napsali, se neztratilo.
store-in-use = { $count ->
    [one] Tento záznam používá { $count } jiný
    [few] Tento záznam používají { $count } jiné
   *[other] Tento záznam používá { $count } jiných
 }
store-in-use-hint = Nejdříve změňte nebo smažte záznamy, které na něj odkazují.
store-faults = Nelze uložit: { $kind } má pole k opravě
store-faults-hint = Opravte označená pole a uložte znovu.
store-no-target = Pole „{ $field }“ odkazuje na záznam, který neexistuje
store-no-target-hint = Vyberte existující záznam ze seznamu nebo jej nejdříve vytvořte.
store-slug-taken = Adresa „{ $slug }“ je již obsazena
store-slug-taken-hint = Zvolte jinou adresu.
store-too-late = Od smazání uplynulo více než { $days } dní
store-too-late-hint = Obnovte záznam ze zálohy nebo jej zapište znovu; jeho dřívější obsah je v historii změn.
store-no-engine = Této adrese databáze nerozumím
store-no-engine-hint = Zadejte sqlite://SOUBOR nebo postgres://UŽIVATEL@HOST/DATABÁZE.
store-newer = Data zapsal novější program
store-newer-hint = Spusťte novější verzi programu nebo obnovte zálohu z doby před aktualizací na prázdné místo.
store-unreachable = Databáze neodpovídá
store-unreachable-hint = Zkontrolujte adresu databáze a zda server běží, u souboru zda složka existuje a lze do ní zapisovat.
store-damaged = Soubor databáze je poškozený
store-damaged-hint = Soubor ponechte beze změny a na prázdné místo obnovte nejnovější zálohu, kterou potvrdí „miedza verify SOUBOR“.
store-other-program = { $file } je soubor jiného programu
store-other-program-hint = Zadejte jinou složku přes --data nebo jiný soubor přes --database. Do tohoto souboru se nic nezapsalo.
store-silent = Databáze právě neodpovídá
store-silent-hint = Zkuste to za chvíli znovu. Pokud to trvá, obraťte se na toho, kdo portál provozuje.
store-no-folder = { $folder } nemůže být složkou příloh
store-no-folder-hint = Zvolte přes --uploads složku, do které lze zapisovat, nebo s3://BUCKET/PREFIX.
store-files-unreachable = Úložiště souborů neodpovídá
store-files-unreachable-hint = Zkuste to za chvíli znovu. Stránky fungují i bez něj; pokud to trvá, dejte vědět správci portálu: adresa a klíče úložiště jsou v prostředí programu.
store-no-space = Na disku došlo místo
store-no-space-hint = Uvolněte místo tam, kde leží data. Nic uloženého se neztratilo; potom uložte znovu.
store-read-only = Data nelze zapisovat, jen číst
store-read-only-hint = Zkontrolujte oprávnění složky s daty a zda disk není jen pro čtení.
store-busy = Databáze je zaneprázdněna
store-busy-hint = Zkuste to za chvíli znovu.
store-upload-empty = Soubor je prázdný
store-upload-empty-hint = Vyberte soubor, který něco obsahuje.
store-upload-damaged = Soubor je poškozený: začíná jako { $type }, ale není celý
store-upload-damaged-hint = Otevřete jej na svém počítači, uložte znovu a odešlete ještě jednou.
store-upload-macros = Soubor obsahuje makra a takové soubory se nepřijímají
store-upload-macros-hint = Uložte jej bez maker, například jako XLSX nebo DOCX.
store-upload-type = Soubory tohoto druhu se nepřijímají
store-upload-type-hint = Pošlete PDF, DOCX, XLSX, ODS, CSV, JSON nebo obrázek PNG, JPEG či WebP.
