# miedza serve / demo.
serve-told = Portal działa: { $address } (Ctrl+C kończy)
serve-refused = Portal nie może działać pod adresem { $address }
serve-refused-hint = Sprawdź, czy inny program nie zajmuje tego adresu, albo podaj inny przez --listen.
demo-loaded = Wczytano wpisy: { $created }; wcześniej było: { $kept }.
demo-accounts = Konta do zalogowania:
demo-password-before = (hasło podano przy pierwszym uruchomieniu)
demo-foreign = Folder { $folder } zawiera inne pliki niż dane pokazu
demo-foreign-hint = Podaj przez --data pusty folder albo usuń z niego inne pliki.
demo-others = W tym miejscu są dane spoza pokazu, dlatego pokaz niczego tu nie zmienia
demo-others-hint = Podaj inny folder w --data albo inną bazę w --database. To, co tu jest, udostępnia miedza serve; niczego nie zmieniono.
demo-others-unmarked = to miejsce nie powstało przez miedza demo
demo-others-accounts = konta ({ $count }): { $examples }
demo-others-records = wpisy innych autorów: { $examples }
serve-metrics-open = Nie można udostępniać wskaźników pod { $address }: ten adres jest widoczny z innych komputerów
serve-metrics-open-hint = Podaj adres taki jak 127.0.0.1:9091; z zewnątrz można odczytać /metrics portalu z tokenem administratora.
serve-metrics-hint = Sprawdź, czy tego adresu nie zajmuje inny program, albo podaj inny w --metrics.
