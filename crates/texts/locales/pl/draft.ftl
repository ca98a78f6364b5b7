# Wersje robocze: co wpisano w formularz i czego nie zapisano.

draft-of = Wersja robocza: { $when }, jeszcze niezapisana
draft-text = Widzisz to, co wpisano. Nikt inny tego nie widzi; wersja robocza czeka do { $until } i znika po zapisaniu.
draft-text-stale = Widzisz to, co wpisano. Ktoś w międzyczasie zmienił ten wpis; przy zapisie wybierzesz pole po polu. Wersja robocza czeka do { $until }.
draft-continue = Kontynuuj
draft-discard = Odrzuć wersję roboczą
draft-discarded = Wersję roboczą odrzucono
draft-keep = Zapisz wersję roboczą
draft-kept = Wersja robocza jest zapisana
draft-kept-text = Znajdziesz ją w tym formularzu i w „Mojej pracy”.
draft-saved = Wersja robocza zapisana { $when }
draft-not-saved = Wersji roboczej nie da się teraz zapisać. To, co wpisano, jest nadal na tej stronie; próba zostanie powtórzona.
draft-ended = Sesja wygasła. To, co wpisano, jest nadal na tej stronie: zaloguj się w innej karcie, a zostanie tu zapisane.
draft-sign-in = Zaloguj się w nowej karcie
draft-again = To, co wpisano przed ponownym zalogowaniem, jest tutaj, jeszcze niezapisane
draft-copy = Skopiuj z: { $language }
draft-copied = Skopiowano; jeszcze niezapisane
draft-missing = Brakuje – { $languages }
draft-outdated = Nieaktualne – { $languages }
draft-in-language = { $language }: { $count }
draft-signed-out = Zaloguj się ponownie – to, co wpisano, jest zachowane na tej stronie
draft-signed-out-lead = Sesja wygasła. Po zalogowaniu wrócisz do formularza w takim stanie, w jakim był.
draft-other-tab = Jeśli logujesz się w inny sposób, zrób to w nowej karcie, wróć tutaj i wyślij formularz ponownie.
draft-send-again = Wyślij formularz ponownie
draft-go-on-heading = Logowanie się powiodło, a to, co wpisano, nadal tu jest
draft-go-on-lead = Nic z tego nie zostało jeszcze zapisane. Wróć do formularza w takim stanie, w jakim był.
draft-go-on = Wróć do formularza
