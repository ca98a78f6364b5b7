# Search, and what programs can read.
search-lead = Partnerships, documents, meetings, events, calls, municipalities and counties. Accents and word forms do not matter.
search-words = What you look for
search-further = Further results
search-empty = Type the name of a municipality, of a partnership, or a word of a document.
search-none = Nothing was found for "{ $words }". Try a single word or a TERYT code.
data-lead = Everything on the public pages can be downloaded as a file or read by a program.
data-themes = Themes of cooperation
data-partnership = Members on any day, history and area variants of each partnership are at /api/v1/partnerships/SLUG/members?on=2015-12-22, /timeline and /variants; the same with .csv and .xlsx at the end.
data-rights = Programs with an access key see as much as their account; the key is made on the page of the account.
data-cite = Every fact carries its origin and source. When you use it again, name the source of the fact and the day of download.
data-description = Description of the interface (OpenAPI)
search-kind = What it is
search-best = Best match first
data-observations = Statistical figures
data-observations-lead = Figures from which indicators and diagnoses are worked out. When you use them again, print the line of their publisher.
data-observations-none = No figures are kept yet.
data-observations-files = Files
