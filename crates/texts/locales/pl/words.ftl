# Words that every room uses: counts and months.

count-municipalities = { $count ->
    [one] { $count } gmina
    [few] { $count } gminy
    [many] { $count } gmin
   *[other] { $count } gminy
}
count-areas = { $count ->
    [one] { $count } obszar
    [few] { $count } obszary
    [many] { $count } obszarów
   *[other] { $count } obszaru
}
count-units = { $count ->
    [one] { $count } jednostka
    [few] { $count } jednostki
    [many] { $count } jednostek
   *[other] { $count } jednostki
}

month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
month-alone-1 = styczeń
month-alone-2 = luty
month-alone-3 = marzec
month-alone-4 = kwiecień
month-alone-5 = maj
month-alone-6 = czerwiec
month-alone-7 = lipiec
month-alone-8 = sierpień
month-alone-9 = wrzesień
month-alone-10 = październik
month-alone-11 = listopad
month-alone-12 = grudzień
quarter-1 = I kwartał
quarter-2 = II kwartał
quarter-3 = III kwartał
quarter-4 = IV kwartał
plain-text = { $text }
