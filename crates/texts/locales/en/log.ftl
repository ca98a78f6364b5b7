# The log of a delimitation: what was done with a unit, and why.

log-excluded = { $unit } cannot take part: { $reason }
log-merged = { $unit } joins the area of { $to }: { $reason }
log-sent-to-reserve = { $unit } is put into the reserve: { $reason }
log-assigned-from-reserve = { $unit } leaves the reserve for the area of { $to }: { $reason }
log-core = { $unit } is a core: { $reason }
log-merged-core = the core { $unit } is joined with the core { $to }: { $reason }
log-joined = { $unit } joins the area of { $to }: { $reason }
log-dropped-exclave = { $unit } leaves the area of { $from }: { $reason }
log-added-enclave = { $unit } is added to the area of { $to }: { $reason }
log-moved-for-contiguity = { $unit } moves from the area of { $from } to the area of { $to }: { $reason }
log-fine-tuned = { $unit } is moved from the area of { $from } to the area of { $to } by the list of moves: { $reason }
log-stayed = { $unit } stays in the area of { $from }: { $reason }
log-unassigned = { $unit } belongs to no area: { $reason }

reason-no-residents = no employed resident of it works in any unit of the matrix
reason-no-jobs = nobody in the matrix works there
reason-closed = it exchanges nobody with other units
reason-strongest-link = its link is strongest there ({ $linkage })
reason-strongest-link-valid = its link is strongest there ({ $linkage }), and the validity of that area goes from { $before } to { $after }
reason-would-weaken-target = its link is strongest with the area of { $to } ({ $linkage }), whose validity would fall from { $before } to { $after }
reason-no-link = no flow ties it to any other area
reason-no-denominator = what its share would be a share of is 0 or not known
reason-listed = it is in the list of cores
reason-meets-core-rule = it has { $persons } jobs and meets the rule for cores
reason-cores-tied = { $share } of its employed residents work there
reason-share-reached = { $share } of its commuters go there ({ $persons } persons), and that reaches the threshold
reason-reverse-share-reached = { $share } of its jobs are held by residents from there ({ $persons } persons), and that reaches the threshold
reason-below-threshold = no core reaches the threshold; the nearest, { $to }, has { $share }
reason-below-threshold-nowhere = nobody commutes from it to any core
reason-surrounded = that area holds { $share } of its border
reason-not-contiguous = no land way inside the area leads to its main part
reason-no-neighbour = it touches no other area
log-runner-up = next best: { $unit }, { $figure }

why-own = { $share } of its commuters who leave the municipality go to other parts of its area
why-strongest = its strongest destination is { $unit } ({ $persons } persons)
why-stays = { $share } of its employed residents work inside the area
why-nobody-leaves = no commuter is recorded to leave it
why-alone = an area of its own
why-seat = the seat, with most jobs
why-leavers = { $share } of its leavers go there
