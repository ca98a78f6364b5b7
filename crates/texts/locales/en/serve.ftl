# miedza serve / demo.
serve-told = The portal runs at { $address } (Ctrl+C stops it)
serve-refused = The portal cannot run at { $address }
serve-refused-hint = Check whether another program has this address, or give another with --listen.
demo-loaded = Entries loaded: { $created }; there before: { $kept }.
demo-accounts = Accounts to sign in with:
demo-password-before = (the password was told at the first run)
demo-foreign = The folder { $folder } holds other files than the data of a demonstration
demo-foreign-hint = Give an empty folder with --data, or remove the other files from it.
demo-others = This place holds what is not of the demonstration, so the demonstration leaves it alone
demo-others-hint = Give another folder with --data, or another --database. What is here is served by miedza serve; nothing was changed.
demo-others-unmarked = it was not made by miedza demo
demo-others-accounts = accounts ({ $count }): { $examples }
demo-others-records = entries made by others: { $examples }
serve-metrics-open = The figures may not be served at { $address }: other machines reach it
serve-metrics-open-hint = Give an address such as 127.0.0.1:9091; from elsewhere /metrics of the portal can be read with the token of an administrator.
serve-metrics-hint = Check whether another program has this address, or give another with --metrics.
