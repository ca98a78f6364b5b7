# Rozpracované formuláře: co bylo napsáno a není uloženo.

draft-of = Rozpracováno { $when }, dosud neuloženo
draft-text = Vidíte, co jste napsali. Nikdo jiný to nevidí; uchová se to do { $until } a zmizí, jakmile záznam uložíte.
draft-text-stale = Vidíte, co jste napsali. Někdo mezitím záznam změnil; při uložení vyberete pole po poli. Uchová se to do { $until }.
draft-continue = Pokračovat
draft-discard = Zahodit rozpracované
draft-discarded = Rozpracované bylo zahozeno
draft-keep = Uložit rozpracované
draft-kept = Rozpracované je uloženo
draft-kept-text = Najdete to v tomto formuláři a na stránce „Moje práce“.
draft-saved = Rozpracované uloženo { $when }
draft-not-saved = Rozpracované teď nelze uložit. Co jste napsali, je stále na této stránce; zkusí se to znovu.
draft-ended = Vaše relace skončila. Co jste napsali, je stále na této stránce: přihlaste se v jiné kartě a uloží se to sem.
draft-sign-in = Přihlásit se v nové kartě
draft-again = Co jste napsali před novým přihlášením, je zde, dosud neuloženo
draft-copy = Zkopírovat z: { $language }
draft-copied = Zkopírováno; dosud neuloženo
draft-missing = Chybí – { $languages }
draft-outdated = Zastaralé – { $languages }
draft-in-language = { $language }: { $count }
draft-signed-out = Přihlaste se znovu – co jste napsali, je zachováno na této stránce
draft-signed-out-lead = Vaše relace skončila. Po přihlášení budete pokračovat ve formuláři tam, kde jste skončili.
draft-other-tab = Pokud se přihlašujete jiným způsobem, udělejte to v nové kartě, vraťte se sem a odešlete formulář znovu.
draft-send-again = Odeslat formulář znovu
draft-go-on-heading = Jste přihlášeni a co jste napsali, tu stále je
draft-go-on-lead = Nic z toho dosud není uloženo. Pokračujte ve formuláři tam, kde jste skončili.
draft-go-on = Pokračovat ve formuláři
