# Dziennik delimitacji: co zrobiono z jednostką i dlaczego.

log-excluded = { $unit } nie może wziąć udziału: { $reason }
log-merged = { $unit } wchodzi do obszaru, w którym jest { $to }: { $reason }
log-sent-to-reserve = { $unit } trafia do rezerwy: { $reason }
log-assigned-from-reserve = { $unit } przechodzi z rezerwy do obszaru, w którym jest { $to }: { $reason }
log-core = { $unit } jest rdzeniem: { $reason }
log-merged-core = rdzeń { $unit } łączy się z rdzeniem { $to }: { $reason }
log-joined = { $unit } wchodzi do obszaru, którego rdzeniem jest { $to }: { $reason }
log-dropped-exclave = { $unit } opuszcza obszar, w którym jest { $from }: { $reason }
log-added-enclave = { $unit } zostaje dołączona do obszaru, w którym jest { $to }: { $reason }
log-moved-for-contiguity = { $unit } przechodzi z obszaru, w którym jest { $from }, do obszaru, w którym jest { $to }: { $reason }
log-fine-tuned = { $unit } przechodzi, według listy przesunięć, z obszaru, w którym jest { $from }, do obszaru, w którym jest { $to }: { $reason }
log-stayed = { $unit } pozostaje w obszarze, w którym jest { $from }: { $reason }
log-unassigned = { $unit } nie należy do żadnego obszaru: { $reason }

reason-no-residents = nikt z jej pracujących mieszkańców nie pracuje w jednostkach macierzy
reason-no-jobs = nikt z macierzy tam nie pracuje
reason-closed = nie wymienia pracujących z innymi jednostkami
reason-strongest-link = tam jej powiązanie jest najsilniejsze ({ $linkage })
reason-strongest-link-valid = tam jej powiązanie jest najsilniejsze ({ $linkage }), a ważność tego obszaru zmienia się z { $before } na { $after }
reason-would-weaken-target = jej powiązanie jest najsilniejsze z obszarem, w którym jest { $to } ({ $linkage }), ale jego ważność spadłaby z { $before } do { $after }
reason-no-link = żaden przepływ nie łączy jej z innym obszarem
reason-no-denominator = to, czego udział należałoby policzyć, jest zerem albo nie jest znane
reason-listed = jest na liście rdzeni
reason-meets-core-rule = ma { $persons } miejsc pracy i spełnia regułę rdzenia
reason-cores-tied = { $share } jej pracujących mieszkańców pracuje tam
reason-share-reached = { $share } jej dojeżdżających jeździ tam ({ $persons } osób), co osiąga próg
reason-reverse-share-reached = { $share } jej miejsc pracy zajmują mieszkańcy stamtąd ({ $persons } osób), co osiąga próg
reason-below-threshold = żaden rdzeń nie osiąga progu; najbliżej jest { $to } z wynikiem { $share }
reason-below-threshold-nowhere = nikt nie dojeżdża z niej do żadnego rdzenia
reason-surrounded = do tego obszaru należy { $share } jej granicy
reason-not-contiguous = żadna droga lądem wewnątrz obszaru nie prowadzi do jego głównej części
reason-no-neighbour = nie graniczy z żadnym innym obszarem
log-runner-up = następny w kolejności: { $unit }, { $figure }

why-own = { $share } wyjeżdżających z gminy jedzie do innych części jej obszaru
why-strongest = najwięcej osób wyjeżdża do: { $unit } ({ $persons })
why-stays = { $share } jej pracujących mieszkańców pracuje wewnątrz obszaru
why-nobody-leaves = nie odnotowano wyjeżdżających z gminy
why-alone = osobny obszar
why-seat = siedziba, najwięcej miejsc pracy
why-leavers = { $share } wyjeżdżających jedzie tam
