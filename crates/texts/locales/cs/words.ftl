# Words that every room uses: counts and months.

count-municipalities = { $count ->
    [one] { $count } obec
    [few] { $count } obce
    [many] { $count } obce
   *[other] { $count } obcí
}
count-areas = { $count ->
    [one] { $count } oblast
    [few] { $count } oblasti
    [many] { $count } oblasti
   *[other] { $count } oblastí
}
count-units = { $count ->
    [one] { $count } jednotka
    [few] { $count } jednotky
    [many] { $count } jednotky
   *[other] { $count } jednotek
}

month-1 = ledna
month-2 = února
month-3 = března
month-4 = dubna
month-5 = května
month-6 = června
month-7 = července
month-8 = srpna
month-9 = září
month-10 = října
month-11 = listopadu
month-12 = prosince
month-alone-1 = leden
month-alone-2 = únor
month-alone-3 = březen
month-alone-4 = duben
month-alone-5 = květen
month-alone-6 = červen
month-alone-7 = červenec
month-alone-8 = srpen
month-alone-9 = září
month-alone-10 = říjen
month-alone-11 = listopad
month-alone-12 = prosinec
quarter-1 = 1. čtvrtletí
quarter-2 = 2. čtvrtletí
quarter-3 = 3. čtvrtletí
quarter-4 = 4. čtvrtletí
plain-text = { $text }
