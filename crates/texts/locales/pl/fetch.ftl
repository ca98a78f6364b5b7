# miedza fetch.
fetch-progress = Bank Danych Lokalnych: zmienna { $variable }, { $number } z { $total }
fetch-kept = { $variable } ({ $label }): wartości: { $values }; nowych: { $new }; zastąpiły inne: { $revised }
fetch-failed = Bank Danych Lokalnych nie daje wartości
fetch-hint = sprawdź numery zmiennych, jednostki i klucz
fetch-later-hint = zapytaj o to samo później; to, co już przyszło, nie będzie pobierane ponownie
fetch-folder-hint = wskaż folder, w którym można zapisywać: --cache, --data
fetch-labels = Etykiety zmiennych nie są potwierdzone; nie pobrano żadnej wartości
fetch-labels-hint = porównaj obie nazwy; jeśli usługa ma na myśli tę samą zmienną, podaj --confirm-labels
fetch-labels-file = Nie można odczytać pliku potwierdzonych etykiet, bdl-labels.csv
fetch-labels-file-hint = popraw wiersz albo usuń plik i potwierdź etykiety od nowa
fetch-labels-not-written = Nie można zapisać pliku potwierdzonych etykiet, bdl-labels.csv
fetch-unit = { $unit } nie jest powiatem ani województwem Banku Danych Lokalnych
fetch-unit-hint = podaj kody powiatów (3217) lub województw (30) albo dwunastocyfrowy identyfikator banku
fetch-years = „{ $word }” to nie lata
fetch-years-hint = podaj 2023, 2015-2024 albo kilka po przecinku
