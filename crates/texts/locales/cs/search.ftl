# Search, and what programs can read.
search-lead = Partnerství, dokumenty, jednání, události, výzvy, obce a okresy. Na diakritice a tvaru slova nezáleží.
search-words = Co hledáte
search-further = Další výsledky
search-empty = Napište název obce, partnerství nebo slovo z dokumentu.
search-none = Pro „{ $words }“ se nic nenašlo. Zkuste jedno slovo nebo kód obce.
data-lead = Vše, co je na veřejných stránkách, lze stáhnout jako soubor nebo číst programem.
data-themes = Témata spolupráce
data-partnership = Členové k libovolnému dni, historie a varianty území každého partnerství jsou na adrese /api/v1/partnerships/ADRESA/members?on=2015-12-22, /timeline a /variants; stejně s koncovkou .csv a .xlsx.
data-rights = Programy s přístupovým klíčem vidí tolik, kolik jejich účet; klíč se vytváří na stránce účtu.
data-cite = Každý fakt nese svůj původ a zdroj. Při dalším užití uveďte zdroj faktu a datum stažení.
data-description = Popis rozhraní (OpenAPI)
search-kind = Co to je
search-best = Nejlepší shoda
data-observations = Statistické údaje
data-observations-lead = Údaje, z nichž se počítají ukazatele a analýzy území. Při dalším užití uveďte údaj o jejich vydavateli.
data-observations-none = Zatím nejsou uloženy žádné údaje.
data-observations-files = Soubory
