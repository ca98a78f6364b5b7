# Co říká `miedza estimate flows`.

estimate-head = { $model } · jednotky: { $units } · { $mark }
estimate-persons = osoby: { $persons } ve dvojicích: { $pairs }, z toho ve vlastní jednotce: { $internal }; dalších { $below } v tocích menších než { $least }, které nebyly zapsány
estimate-exponential = přitažlivost podle vzdálenosti: e^(−β km), kde β = { $beta }, { $how }
estimate-power = přitažlivost podle vzdálenosti: km^−β, kde β = { $beta }, { $how }
estimate-combined = přitažlivost podle vzdálenosti: km^α · e^(−β km), kde α = { $alpha }, β = { $beta }, { $how }
estimate-learned = určená ze sečtených toků
estimate-given = zadaná
estimate-fit = srovnání se sečtenými toky
estimate-cpc = společná část dojíždějících
estimate-log-rmse = log RMSE dvojic, které mají osoby na obou stranách
estimate-r-squared = R²
estimate-counted-km = průměrná vzdálenost, sečtená (km)
estimate-modelled-km = průměrná vzdálenost, modelovaná (km)
estimate-self-containment = průměrná chyba podílu pracujících ve vlastní jednotce
estimate-file = zapsáno do { $file }; každý řádek říká, že pochází z modelu

note-estimate-left-out = { $count ->
    [one] { $count } jednotka nemá údaj nebo sídlo, které model potřebuje, a neúčastní se: { $examples }
    [few] { $count } jednotky nemají údaj nebo sídlo, které model potřebuje, a neúčastní se: { $examples }
   *[other] { $count } jednotek nemá údaj nebo sídlo, které model potřebuje, a neúčastní se: { $examples }
}
note-estimate-scaled = pracovní místa byla vynásobena číslem { $factor }, aby jich bylo tolik jako zaměstnaných obyvatel
note-estimate-untold = model neříká, kde pracují osoby: { $persons }; jde o jednotky stejně vzdálené nebo bez hmoty
note-estimate-cut = v jednotkách: { $count } pracuje ve vlastní jednotce méně osob, než bylo žádáno, protože mají méně obyvatel nebo míst
note-estimate-from-modelled = zadané toky samy pocházejí z modelu: co se z nich určí nebo s nimi srovná, říká málo
note-estimate-no-own = radiační model neříká, kdo pracuje ve vlastní jednotce; bez --self-share nebo --own ji opouštějí všichni zaměstnaní obyvatelé
note-estimate-no-fit = bez sečtených toků nelze říci, jak dobrý model je; zadejte je pomocí --calibrate

failure-estimate = toky nelze modelovat
failure-estimate-option = { $option } má hodnotu { $value }
failure-no-deterrence = gravitační model musí vědět, jak přitažlivost klesá se vzdáleností
failure-no-seed = furness potřebuje starou matici
failure-alpha = --alpha patří k --deterrence combined a --beta
hint-margins = zadejte --self-share nebo matici s více dvojicemi: některá jednotka má vyslat nebo přijmout více, než ostatní pojmou
hint-deterrence = zadejte --beta, nebo sečtené toky pomocí --calibrate
hint-seed = zadejte ji pomocí --seed-flows
hint-alpha = zadejte --alpha i --beta, nebo žádné z nich a --calibrate
hint-fewer-units = modelujte část země nebo větší jednotky
hint-beta-below = zadejte --beta 0 nebo více: pod nulou by přitažlivost se vzdáleností rostla
hint-beta-steep = přitažlivost mezi sousedy je tak malá, že ji nevyjádří žádné číslo: zadejte menší --beta
hint-estimate-help = `miedza estimate flows --help` vypíše možné hodnoty
