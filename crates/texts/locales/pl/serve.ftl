# miedza serve / demo.
serve-told = Portal działa: { $address } (Ctrl+C kończy)
serve-refused = Portal nie może działać pod adresem { $address }
serve-refused-hint = Sprawdź, czy inny program nie zajmuje tego adresu, albo podaj inny przez --listen.
demo-loaded = Wczytano wpisy: { $created }; wcześniej było: { $kept }.
demo-accounts = Konta do zalogowania:
demo-password-before = (hasło podano przy pierwszym uruchomieniu)
demo-foreign = Folder { $folder } zawiera inne pliki niż dane pokazu
demo-foreign-hint = Podaj przez --data pusty folder albo usuń z niego inne pliki.
