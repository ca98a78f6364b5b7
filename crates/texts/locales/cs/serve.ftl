# miedza serve / demo.
serve-told = Portál běží: { $address } (Ctrl+C ukončí)
serve-refused = Portál nemůže běžet na adrese { $address }
serve-refused-hint = Zkontrolujte, zda adresu nezabírá jiný program, nebo zadejte jinou přes --listen.
demo-loaded = Načteno záznamů: { $created }; dříve zde bylo: { $kept }.
demo-accounts = Účty k přihlášení:
demo-password-before = (heslo bylo uvedeno při prvním spuštění)
demo-foreign = Složka { $folder } obsahuje jiné soubory než data ukázky
demo-foreign-hint = Zadejte přes --data prázdnou složku nebo z ní jiné soubory odstraňte.
demo-others = Na tomto místě jsou data mimo ukázku, proto zde ukázka nic nemění
demo-others-hint = Zadejte jinou složku přes --data nebo jinou databázi přes --database. To, co je zde, zpřístupní miedza serve; nic se nezměnilo.
demo-others-unmarked = toto místo nevytvořil příkaz miedza demo
demo-others-accounts = účty ({ $count }): { $examples }
demo-others-records = záznamy jiných autorů: { $examples }
serve-metrics-open = Ukazatele nelze zpřístupnit na { $address }: tuto adresu vidí i jiné počítače
serve-metrics-open-hint = Zadejte adresu jako 127.0.0.1:9091; odjinud lze číst /metrics portálu s tokenem správce.
serve-metrics-hint = Zkontrolujte, zda tuto adresu nepoužívá jiný program, nebo zadejte jinou v --metrics.
