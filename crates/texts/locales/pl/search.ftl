# Search, and what programs can read.
search-lead = Partnerstwa, dokumenty, posiedzenia, wydarzenia, nabory, gminy i powiaty. Znaki diakrytyczne i odmiana nie mają znaczenia.
search-words = Czego szukasz
search-further = Dalsze wyniki
search-empty = Wpisz nazwę gminy, partnerstwa albo słowo z dokumentu.
search-none = Nie znaleziono niczego dla „{ $words }”. Spróbuj jednego słowa albo kodu TERYT.
data-lead = Wszystko, co jest na stronach publicznych, można pobrać jako plik albo odczytać programem.
data-themes = Tematy współpracy
data-partnership = Członkowie na dowolny dzień, historia i warianty obszaru każdego partnerstwa są pod adresem /api/v1/partnerships/ADRES/members?on=2015-12-22, /timeline i /variants; tak samo z końcówką .csv i .xlsx.
data-rights = Programy z kluczem dostępu widzą tyle, ile ich konto; klucz tworzy się na stronie konta.
data-cite = Każdy fakt niesie swoje pochodzenie i źródło. Przy ponownym użyciu podaj źródło faktu i datę pobrania.
data-description = Opis interfejsu (OpenAPI)
search-kind = Co to jest
search-best = Najlepiej pasujące
data-observations = Dane statystyczne
data-observations-lead = Dane, z których liczy się wskaźniki i diagnozy. Przy ponownym użyciu podaj informację o ich wydawcy.
data-observations-none = Nie ma jeszcze żadnych danych.
data-observations-files = Pliki
