# Diagnoza: co jest na stronach i co się mówi.
diagnosis-nobody = Nie ma gminy, dla której można by przygotować diagnozę
diagnosis-nobody-hint = Podaj kod co najmniej jednej gminy albo powiatu, który oznacza wszystkie swoje gminy; najwyżej 600 gmin.
diagnosis-too-many = { $count } gmin to więcej, niż mieści diagnoza ({ $most })
diagnosis-unknown-unit = Żaden rejestr nie zna jednostki { $code } (nieznanych kodów: { $count })
diagnosis-unknown-unit-hint = Zapisz kody tak jak w rejestrach: 3217011 lub 321701 dla gminy, 3217 dla powiatu, 500496 w Czechach; albo zaimportuj rejestr, który je zawiera.
diagnosis-no-peers = Nie ma z kim porównać
diagnosis-no-peers-hint = Wybierz inną zasadę doboru grupy porównawczej albo zaimportuj rejestr i dane większej liczby gmin.
