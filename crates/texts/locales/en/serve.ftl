# miedza serve / demo.
serve-told = The portal runs at { $address } (Ctrl+C stops it)
serve-refused = The portal cannot run at { $address }
serve-refused-hint = Check whether another program has this address, or give another with --listen.
demo-loaded = Entries loaded: { $created }; there before: { $kept }.
demo-accounts = Accounts to sign in with:
demo-password-before = (the password was told at the first run)
demo-foreign = The folder { $folder } holds other files than the data of a demonstration
demo-foreign-hint = Give an empty folder with --data, or remove the other files from it.
