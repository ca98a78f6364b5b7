# miedza serve / demo.
serve-told = Portál běží: { $address } (Ctrl+C ukončí)
serve-refused = Portál nemůže běžet na adrese { $address }
serve-refused-hint = Zkontrolujte, zda adresu nezabírá jiný program, nebo zadejte jinou přes --listen.
