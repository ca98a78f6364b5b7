# miedza fetch.
fetch-progress = Banka lokálních dat: proměnná { $variable }, { $number } z { $total }
fetch-kept = { $variable } ({ $label }): hodnoty: { $values }; nové: { $new }; nahradily jiné: { $revised }
fetch-failed = Banka lokálních dat nedává hodnoty
fetch-hint = zkontrolujte čísla proměnných, jednotky a klíč
fetch-later-hint = zeptejte se na totéž později; co už přišlo, se znovu nestahuje
fetch-folder-hint = zvolte složku, do níž lze zapisovat: --cache, --data
fetch-labels = Názvy proměnných nejsou potvrzeny; žádná hodnota nebyla stažena
fetch-labels-hint = porovnejte oba názvy; pokud služba míní tutéž proměnnou, uveďte --confirm-labels
fetch-labels-file = Soubor potvrzených názvů, bdl-labels.csv, nelze přečíst
fetch-labels-file-hint = opravte řádek, nebo soubor odstraňte a potvrďte názvy znovu
fetch-labels-not-written = Soubor potvrzených názvů, bdl-labels.csv, nelze zapsat
fetch-unit = { $unit } není okres (powiat) ani vojvodství Banky lokálních dat
fetch-unit-hint = uveďte kódy okresů (3217) nebo vojvodství (30), nebo dvanáctimístný identifikátor banky
fetch-years = „{ $word }“ nejsou roky
fetch-years-hint = uveďte 2023, 2015-2024 nebo několik oddělených čárkou
