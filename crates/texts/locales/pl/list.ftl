# Listy: filtr, strony, pliki z widoku.
list-words = Szukane słowa
list-filter = Filtruj
list-whole = Pokaż całą listę
list-shown = Pozycje { $first }–{ $last }, razem { $total }
list-none = Nic nie pasuje do filtra
list-pages = Strony listy
list-page = strona { $number }
list-files = Ten widok jako plik:
list-population-known = Gminy z tą liczbą
list-next-about = Czego dotyczy termin
