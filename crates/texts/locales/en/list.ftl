# Lists: filter, pages, files of a view.
list-words = Words to look for
list-filter = Filter
list-whole = Show the whole list
list-shown = Showing { $first }–{ $last } of { $total }
list-none = Nothing fits the filter
list-pages = Pages of the list
list-page = page { $number }
list-files = This view as a file:
list-population-known = Municipalities with this figure
list-next-about = What the date is about
