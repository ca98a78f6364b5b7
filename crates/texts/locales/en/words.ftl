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
plain-text = { $text }
