# Words that every room uses: counts and months.

count-municipalities = { $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
}
count-areas = { $count ->
    [one] { $count } area
   *[other] { $count } areas
}
count-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December
quarter-1 = Q1
quarter-2 = Q2
quarter-3 = Q3
quarter-4 = Q4
plain-text = { $text }
