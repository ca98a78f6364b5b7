# Záznam vymezení: co se s jednotkou stalo a proč.

log-excluded = { $unit } se nemůže účastnit: { $reason }
log-merged = { $unit } vstupuje do oblasti, kde je { $to }: { $reason }
log-sent-to-reserve = { $unit } jde do rezervy: { $reason }
log-assigned-from-reserve = { $unit } přechází z rezervy do oblasti, kde je { $to }: { $reason }
log-core = { $unit } je jádrem: { $reason }
log-merged-core = jádro { $unit } se spojuje s jádrem { $to }: { $reason }
log-joined = { $unit } vstupuje do oblasti, jejímž jádrem je { $to }: { $reason }
log-dropped-exclave = { $unit } opouští oblast, kde je { $from }: { $reason }
log-added-enclave = { $unit } se přidává k oblasti, kde je { $to }: { $reason }
log-moved-for-contiguity = { $unit } přechází z oblasti, kde je { $from }, do oblasti, kde je { $to }: { $reason }
log-fine-tuned = { $unit } přechází podle seznamu přesunů z oblasti, kde je { $from }, do oblasti, kde je { $to }: { $reason }
log-stayed = { $unit } zůstává v oblasti, kde je { $from }: { $reason }
log-unassigned = { $unit } nepatří do žádné oblasti: { $reason }

reason-no-residents = nikdo z jejích zaměstnaných obyvatel nepracuje v jednotkách matice
reason-no-jobs = nikdo z matice tam nepracuje
reason-closed = nevyměňuje si zaměstnané s jinými jednotkami
reason-strongest-link = tam je její vazba nejsilnější ({ $linkage })
reason-strongest-link-valid = tam je její vazba nejsilnější ({ $linkage }) a platnost té oblasti se mění z { $before } na { $after }
reason-would-weaken-target = její vazba je nejsilnější s oblastí, kde je { $to } ({ $linkage }), ale platnost té oblasti by klesla z { $before } na { $after }
reason-no-link = žádný tok ji nepojí s jinou oblastí
reason-no-denominator = to, čeho podíl by se měl počítat, je nula nebo není známo
reason-listed = je v seznamu jader
reason-meets-core-rule = má { $persons } pracovních míst a splňuje pravidlo pro jádra
reason-cores-tied = { $share } jejích zaměstnaných obyvatel pracuje tam
reason-share-reached = { $share } jejích dojíždějících jezdí tam ({ $persons } osob), což dosahuje prahu
reason-reverse-share-reached = { $share } jejích pracovních míst zastávají obyvatelé odtamtud ({ $persons } osob), což dosahuje prahu
reason-below-threshold = žádné jádro nedosahuje prahu; nejblíže je { $to } s hodnotou { $share }
reason-below-threshold-nowhere = nikdo z ní nedojíždí do žádného jádra
reason-surrounded = k té oblasti patří { $share } její hranice
reason-not-contiguous = žádná cesta po souši uvnitř oblasti nevede k její hlavní části
reason-no-neighbour = nesousedí s žádnou jinou oblastí
log-runner-up = další v pořadí: { $unit }, { $figure }

why-own = { $share } vyjíždějících z obce jede do jiných částí její oblasti
why-strongest = nejvíce osob vyjíždí do: { $unit } ({ $persons })
why-stays = { $share } jejích zaměstnaných obyvatel pracuje uvnitř oblasti
why-nobody-leaves = není zaznamenán nikdo, kdo by z obce vyjížděl
why-alone = samostatná oblast
why-seat = sídlo, nejvíce pracovních míst
why-leavers = { $share } vyjíždějících jede tam
