# miedza serve / demo.
serve-told = The portal runs at { $address } (Ctrl+C stops it)
serve-refused = The portal cannot run at { $address }
serve-refused-hint = Check whether another program has this address, or give another with --listen.
