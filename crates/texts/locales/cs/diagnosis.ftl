# Analýza území: co je na stránkách a co se říká.
diagnosis-nobody = Není žádná obec, pro kterou by bylo možné analýzu vytvořit
diagnosis-nobody-hint = Uveďte kód alespoň jedné obce nebo okresu, který zastupuje své obce; nejvýše 600 obcí.
diagnosis-too-many = { $count } obcí je více, než kolik analýza pojme ({ $most })
diagnosis-unknown-unit = Žádný registr nezná jednotku { $code } (neznámých kódů: { $count })
diagnosis-unknown-unit-hint = Pište kódy jako v registrech: 3217011 nebo 321701 pro polskou gminu, 3217 pro powiat, 500496 pro obec v Česku; nebo naimportujte registr, který je obsahuje.
diagnosis-no-peers = Není s kým srovnávat
diagnosis-no-peers-hint = Zvolte jiné pravidlo pro srovnávací skupinu nebo naimportujte registr a údaje více obcí.
