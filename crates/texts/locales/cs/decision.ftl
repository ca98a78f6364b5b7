# Usnesení na své cestě: hlasování, co z něj plyne, provedení a vzetí zpět.

decision = Hlasování a účinky
decision-lead = Zaznamenejte, o čem orgán rozhodl, podívejte se, co se změní, a nechte to program provést.
decision-record = Samotný záznam
decision-public = Veřejná stránka
decision-vote = Hlasování
decision-date-hint = Prázdné: platí datum jednání. { $date }
decision-adopt = Zaznamenat jako přijaté
decision-reject = Zaznamenat jako nepřijaté
decision-adopt-anyway = Přesto zaznamenat jako přijaté
decision-repeal = Zaznamenat jako zrušené
decision-repeal-lead = Pozdější usnesení toto ruší. Spolu s ním se změní:
decision-repeal-nothing = Pozdější usnesení toto ruší. Nic dalšího se tím nemění.
decision-repeal-members = Členství zůstávají beze změny. Zda a kdy někdo vystoupí, určí rušící usnesení: přidejte mu účinek „zánik členství“.
decision-lacks = Podle pravidel orgánu usnesení neprošlo
decision-lacks-hint = Opravte počty nebo účast, zaznamenejte usnesení jako nepřijaté, nebo – pokud orgán rozhodl jinak a kancelář to může doložit – je přesto zaznamenejte jako přijaté. Stránka souladu na to bude upozorňovat.
decision-adopted = Usnesení je zaznamenáno jako přijaté
decision-rejected = Usnesení je zaznamenáno jako nepřijaté
decision-repealed = Usnesení je zaznamenáno jako zrušené
decision-effects = Co z něj plyne
decision-effects-none = Z tohoto usnesení zatím nic neplyne. Účinek umožní programu na jeho základě přijmout dokument nebo variantu, přijmout člena či ukončit členství.
decision-waiting = Dosud neprovedeno
decision-preview = Toto se změní, až bude usnesení přijato; do té doby se nic neprovede.
decision-carry-out = { $count ->
    [one] Provést účinek
    [few] Provést { $count } účinky
   *[other] Provést { $count } účinků
 }
decision-carry-out-hint = Změní se přesně to, co je uvedeno výše, vše najednou, s dnešním datem: { $date }.
decision-cannot = Dokud se toto neopraví, nelze provést nic; všechny účinky se provádějí společně.
decision-mend = Opravit tento účinek
decision-carried-out = { $count ->
    [one] Účinek byl proveden
    [few] Byly provedeny { $count } účinky
   *[other] Bylo provedeno { $count } účinků
 }
decision-carried-on = Provedeno: { $date }
decision-nothing-waits = Vše už bylo provedeno
decision-nothing-waits-hint = Nic se neprovede dvakrát: někdo jiný byl o chvíli rychlejší, nebo bylo tlačítko stisknuto dvakrát.
decision-other = Změnilo by se něco jiného, než bylo zobrazeno
decision-other-hint = Někdo mezitím v partnerství něco změnil. Podívejte se na seznam znovu a pak jej proveďte; nic se nezměnilo.
decision-take-back = Vzít zpět
decision-take-back-lead = Vzetí zpět napravuje omyl: co účinek změnil, bude zase jako předtím, a účinek znovu čeká. Rozhodnutí orgánu zvrátí další usnesení.
decision-take-back-deletes = { $title }: záznam, který účinek vytvořil, se smaže; lze jej obnovit po 30 dní.
decision-take-back-restores = { $title }: bude zase jako předtím.
decision-taken-back = Účinek byl vzat zpět
decision-not-taken-back = Účinek nelze vzít zpět
decision-by-hand = Byl poznamenán ručně, takže program neví, co se změnilo. Opravte samotné záznamy; jejich historie uchovává každou verzi.
decision-changed-since = „{ $title }“ – tento záznam byl od té doby změněn nebo smazán. Otevřete jeho historii a obnovte verzi, která má platit.
decision-not-carried-out = Nebyl proveden, nebo jej vzal zpět už někdo jiný.
decision-add = Přidat účinek
decision-add-act = Přidat účinek
decision-added = Účinek byl přidán
decision-unit-hint = Kód obce nebo okresu, který vstupuje nebo vystupuje.
decision-document-hint = Dokument, který se přijímá; u nového člena dokument, o který se členství opírá.
decision-from-hint = Prázdné: datum usnesení. U konce členství: první den bez něj.
