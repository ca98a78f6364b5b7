# Dlouhé práce, na které nikdo nemusí čekat.

job-begun = Zahájeno.
job-reading = Načítají se data.
job-running = Metoda počítá.
job-drawing = Toky se losují znovu a znovu.
job-keeping = Ukládá se výsledek.
job-unknown = Tento program nezná práci druhu { $kind }.
job-unknown-hint = Zadejte práci znovu; zadala ji jiná verze programu.
