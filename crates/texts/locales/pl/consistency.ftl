# Spójność: co narusza reguły i co z tego biuro przyjęło z uzasadnieniem.

consistency = Spójność
consistency-lead = Co reguły współpracy znajdują w tym partnerstwie. Każdy wiersz prowadzi do miejsca, w którym się to naprawia.
consistency-clean = Żadna reguła nie jest naruszona. Wszystko, co zapiszesz, sprawdza się na nowo przy każdym otwarciu tej strony.
consistency-counted = Błędy: { $errors }, ostrzeżenia: { $warnings }, do wiadomości: { $information }, przyjęte: { $waived }
consistency-errors = Błędy
consistency-warnings = Ostrzeżenia
consistency-information = Do wiadomości
consistency-accepted = Przyjęte z uzasadnieniem
consistency-errors-lead = Do naprawienia, zanim cokolwiek zostanie opublikowane lub wysłane.
consistency-warnings-lead = Do sprawdzenia.
consistency-information-lead = Warto wiedzieć.
consistency-rule = Reguła { $rule }: { $statement }
consistency-mend = { $kind }: { $title }
consistency-mend-register = Zobacz listę: { $kind }
consistency-accept = Przyjmij z uzasadnieniem
consistency-reason = Uzasadnienie
consistency-reason-hint = Widzą je wszyscy pracujący w tym partnerstwie; zostaje w śladzie zmian.
consistency-accept-act = Przyjmij
consistency-absolute-note = Od tej reguły nie można odstąpić.
consistency-waived = przyjęto: { $reason }
consistency-lapsed = przyjęto wcześniej, ale od tego czasu zmieniło się to, co na to wskazuje: { $reason }
consistency-by = { $who }, { $when }
consistency-unwaive = Cofnij przyjęcie
consistency-done-waived = Uwagę przyjęto
consistency-done-unwaived = Uwaga jest znów otwarta
consistency-no-reason = Uwagę można przyjąć tylko z uzasadnieniem
consistency-no-reason-hint = Napisz w jednym lub dwóch zdaniach, dlaczego tak ma zostać.
consistency-gone = Tej uwagi już nie ma albo dotyczy teraz czegoś innego
consistency-gone-hint = Obejrzyj listę jeszcze raz; niczego nie przyjęto.
consistency-absolute = Od reguły { $rule } nie można odstąpić
consistency-absolute-hint = Popraw to, co wskazuje uwaga.
consistency-no-stage = Nie ma etapu { $stage }
consistency-no-stage-hint = Etapy: { $stages }
consistency-no-partnership = Nie ma partnerstwa o adresie { $slug }
consistency-no-partnership-hint = Adres to ostatnia część strony partnerstwa, na przykład aglomeracja-walbrzyska.
consistency-fails = { $count ->
    [one] Do naprawienia jest { $count } błąd
    [few] Do naprawienia są { $count } błędy
   *[other] Do naprawienia jest { $count } błędów
 }
consistency-fails-hint = Popraw je w warsztacie albo przyjmij tam z uzasadnieniem.
consistency-log = uwaga
consistency-log-waived = przyjęto
consistency-log-open = znów otwarta
