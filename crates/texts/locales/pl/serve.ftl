# miedza serve / demo.
serve-told = Portal działa: { $address } (Ctrl+C kończy)
serve-refused = Portal nie może działać pod adresem { $address }
serve-refused-hint = Sprawdź, czy inny program nie zajmuje tego adresu, albo podaj inny przez --listen.
