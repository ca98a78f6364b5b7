# What `miedza estimate flows` tells.

estimate-head = { $model } · { $units } units · { $mark }
estimate-persons = { $persons } persons in { $pairs } pairs, { $internal } of them in their own unit; { $below } more in flows below { $least }, which were not written
estimate-exponential = pull by distance: e^(−β km), with β = { $beta }, { $how }
estimate-power = pull by distance: km^−β, with β = { $beta }, { $how }
estimate-combined = pull by distance: km^α · e^(−β km), with α = { $alpha }, β = { $beta }, { $how }
estimate-learned = learned from the counted flows
estimate-given = given
estimate-fit = held against the counted flows
estimate-cpc = common part of commuters
estimate-log-rmse = log RMSE on pairs with persons in both
estimate-r-squared = R²
estimate-counted-km = mean distance, counted (km)
estimate-modelled-km = mean distance, modelled (km)
estimate-self-containment = mean error of the share who work in their own unit
estimate-file = written to { $file }; each row says that it is modelled

note-estimate-left-out = { $count ->
    [one] { $count } unit lacks a figure or a seat that the model needs and takes no part: { $examples }
   *[other] { $count } units lack a figure or a seat that the model needs and take no part: { $examples }
}
note-estimate-scaled = jobs were multiplied by { $factor }, so that there are as many as employed residents
note-estimate-untold = the model does not tell where { $persons } persons work: units equally far away, or without mass
note-estimate-cut = in { $count } units fewer persons work in their own unit than asked, since they have fewer residents or jobs
note-estimate-from-modelled = the flows that were given are themselves modelled: what is learned from them, or held against them, says little
note-estimate-no-own = radiation does not tell who works in the own unit; without --self-share or --own all employed residents leave it
note-estimate-no-fit = without counted flows nobody can say how good the model is; give some with --calibrate

failure-estimate = the flows cannot be modelled
failure-estimate-option = { $option } is { $value }
failure-no-deterrence = gravity needs to know how the pull falls with distance
failure-no-seed = furness needs an old matrix
failure-alpha = --alpha goes with --deterrence combined and --beta, and they with it
hint-margins = give --self-share, or a matrix with more pairs: some unit has more to send or to take than the others can hold
hint-deterrence = give --beta, or counted flows with --calibrate
hint-seed = give it with --seed-flows
hint-alpha = give --alpha and --beta together, or neither and --calibrate
hint-fewer-units = model a part of the country, or larger units
hint-beta-below = give --beta 0 or more: below it the pull would grow with distance
hint-beta-steep = the pull between neighbours is so small that no number holds it: give a smaller --beta
hint-estimate-help = `miedza estimate flows --help` lists what it can be
