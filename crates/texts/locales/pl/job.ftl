# Długie prace, na które nikt nie musi czekać.

job-begun = Rozpoczęto.
job-reading = Wczytywanie danych.
job-running = Metoda liczy.
job-drawing = Przepływy są losowane raz po raz.
job-keeping = Zapisywanie wyniku.
job-unknown = Ten program nie zna pracy rodzaju { $kind }.
job-unknown-hint = Zleć pracę ponownie; zleciła ją inna wersja programu.
