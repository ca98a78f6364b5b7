# Co mówi `miedza estimate flows`.

estimate-head = { $model } · jednostki: { $units } · { $mark }
estimate-persons = osoby: { $persons } w parach: { $pairs }, z tego we własnej jednostce: { $internal }; dalsze { $below } w przepływach mniejszych niż { $least }, których nie zapisano
estimate-exponential = siła przyciągania według odległości: e^(−β km), gdzie β = { $beta }, { $how }
estimate-power = siła przyciągania według odległości: km^−β, gdzie β = { $beta }, { $how }
estimate-combined = siła przyciągania według odległości: km^α · e^(−β km), gdzie α = { $alpha }, β = { $beta }, { $how }
estimate-learned = wyznaczona z policzonych przepływów
estimate-given = podana
estimate-fit = porównanie z policzonymi przepływami
estimate-cpc = wspólna część dojeżdżających
estimate-log-rmse = log RMSE par, w których obie strony mają osoby
estimate-r-squared = R²
estimate-counted-km = średnia odległość, policzona (km)
estimate-modelled-km = średnia odległość, modelowana (km)
estimate-self-containment = średni błąd udziału pracujących we własnej jednostce
estimate-file = zapisano w { $file }; każdy wiersz mówi, że pochodzi z modelu

note-estimate-left-out = { $count ->
    [one] { $count } jednostka nie ma wartości albo siedziby potrzebnej modelowi i nie bierze udziału: { $examples }
    [few] { $count } jednostki nie mają wartości albo siedziby potrzebnej modelowi i nie biorą udziału: { $examples }
   *[other] { $count } jednostek nie ma wartości albo siedziby potrzebnej modelowi i nie bierze udziału: { $examples }
}
note-estimate-scaled = miejsca pracy pomnożono przez { $factor }, aby było ich tyle, ilu pracujących mieszkańców
note-estimate-untold = model nie mówi, gdzie pracują osoby: { $persons }; są to jednostki równie odległe albo bez masy
note-estimate-cut = w jednostkach: { $count } we własnej jednostce pracuje mniej osób, niż żądano, bo mają mniej mieszkańców albo miejsc pracy
note-estimate-from-modelled = podane przepływy same pochodzą z modelu: to, co z nich wyznaczono lub z nimi porównano, mówi niewiele
note-estimate-no-own = model radiacyjny nie mówi, kto pracuje we własnej jednostce; bez --self-share lub --own opuszczają ją wszyscy pracujący mieszkańcy
note-estimate-no-fit = bez policzonych przepływów nie wiadomo, jak dobry jest model; podaj je przez --calibrate

failure-estimate = przepływów nie można wymodelować
failure-estimate-option = { $option } ma wartość { $value }
failure-no-deterrence = model grawitacyjny musi wiedzieć, jak przyciąganie maleje z odległością
failure-no-seed = furness potrzebuje dawnej macierzy
failure-alpha = --alpha idzie w parze z --deterrence combined i --beta
hint-margins = podaj --self-share albo macierz z większą liczbą par: jakaś jednostka ma do wysłania lub przyjęcia więcej, niż inne pomieszczą
hint-deterrence = podaj --beta albo policzone przepływy przez --calibrate
hint-seed = podaj ją przez --seed-flows
hint-alpha = podaj --alpha i --beta razem albo żadnego z nich i --calibrate
hint-fewer-units = wymodeluj część kraju albo większe jednostki
hint-beta-below = podaj --beta równe 0 lub większe: poniżej przyciąganie rosłoby z odległością
hint-beta-steep = przyciąganie między sąsiadami jest tak małe, że nie oddaje go żadna liczba: podaj mniejsze --beta
hint-estimate-help = `miedza estimate flows --help` wymienia możliwe wartości
