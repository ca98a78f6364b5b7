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
plain-text = { $text }
