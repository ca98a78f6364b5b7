# Seznamy: filtr, stránky, soubory z pohledu.
list-words = Hledaná slova
list-filter = Filtrovat
list-whole = Zobrazit celý seznam
list-shown = Položky { $first }–{ $last }, celkem { $total }
list-none = Filtru nic neodpovídá
list-pages = Stránky seznamu
list-page = stránka { $number }
list-files = Tento pohled jako soubor:
list-population-known = Obce s tímto údajem
list-next-about = Čeho se termín týká
