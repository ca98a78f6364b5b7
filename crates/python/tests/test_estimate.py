"""Flows where nobody counted them, and the mark that they carry."""

import csv
import gzip
import json

import miedza
import pytest
from test_golden import GOLDEN, SHARED, table, three_columns

# Kilometres along a road on one parallel, as degrees.
ROAD = [10.0, 0.0, 22.0, 48.0, 57.0, 34.0]
LAND = {
    "unit": list("123456"),
    "residents": [940, 200, 160, 730, 200, 120],
    "jobs": [1210, 70, 50, 895, 80, 45],
    "longitude": [20 + km / 71.474 for km in ROAD],
    "latitude": [50.0] * 6,
}


def sums(flows, column):
    found = {}
    for unit, persons in zip(flows[column], flows["persons"]):
        found[unit] = found.get(unit, 0.0) + persons
    return [found[unit] for unit in LAND["unit"]]


def test_gravity_keeps_residents_and_jobs_and_reaches_as_far_as_the_counted_flows(two_towns):
    modelled = miedza.estimate_flows(LAND, "gravity", calibrate=two_towns, self_share=0.5)
    flows = modelled.flows().to_dict()

    assert sums(flows, "origin") == pytest.approx(LAND["residents"], rel=1e-6)
    assert sums(flows, "destination") == pytest.approx(LAND["jobs"], rel=1e-6)
    calibration = modelled.summary["calibration"]
    assert calibration["modelled_km"] == pytest.approx(calibration["counted_km"], rel=1e-6)
    assert modelled.summary["deterrence"]["beta"] == pytest.approx(0.1016, abs=0.0005)
    assert modelled.fit["counted"] == 515.0


def test_the_mark_goes_with_the_flows(two_towns):
    polars = pytest.importorskip("polars")
    modelled = miedza.estimate_flows(polars.DataFrame(LAND), "radiation", mass="jobs")
    flows = modelled.flows()

    assert isinstance(flows, polars.DataFrame)
    assert flows["status"].unique().to_list() == ["modelled"]
    areas = miedza.delimit(flows, "leiden")
    judged, sure = miedza.quality(flows, areas), miedza.certainty(areas, replicates=10)
    assert [each.summary["modelled"] for each in (modelled, areas, judged, sure)] == [True] * 4
    assert not miedza.delimit(two_towns).summary["modelled"]


@pytest.mark.parametrize("column, rows, expected", [
    ("status", ["", "", "Modelled"], True), ("status", ["p", None, ""], False), ("modelled", [False, True, False], True),
    ("modelled", [0, 0, 0], False), ("OBS STATUS", ["model", "", ""], True), ("persons_note", ["modelled"] * 3, False),
])
def test_the_mark_is_known_in_any_row(column, rows, expected):
    flows = {"from": ["1", "2", "2"], "to": ["1", "1", "2"], "persons": [10, 5, 1], column: rows}

    assert miedza.delimit(flows, min_size=1, target_size=2).summary["modelled"] is expected


def test_furness_brings_old_flows_to_new_margins(two_towns):
    modelled = miedza.estimate_flows({name: LAND[name] for name in ("unit", "residents", "jobs")}, "furness", seed_flows=two_towns)
    flows = modelled.flows().to_dict()

    assert sums(flows, "origin") == pytest.approx(LAND["residents"], rel=1e-6)
    assert set(zip(flows["origin"], flows["destination"])) <= set(zip(two_towns["origin"], two_towns["destination"]))
    assert modelled.fit is None


def test_units_that_lack_a_figure_are_left_out_and_told():
    land = {**LAND, "jobs": [1210, 70, None, 895, 80, 45]}

    modelled = miedza.estimate_flows(land, mass="jobs")

    assert modelled.summary["left_out"] == ["3"]
    assert modelled.summary["units"] == 5


REFUSALS = [
    (dict(model="gravity"), "gravity needs beta=…, or calibrate=… with flows to learn it from"),
    (dict(model="furness"), "furness needs seed_flows=…, the flows that are brought to new margins"),
    (dict(model="huff"), 'model is "huff", and it must be radiation or gravity or furness'),
    (dict(model="radiation"), "the columns are unit, residents, jobs, longitude, latitude; say which one it is with population=…"),
    (dict(mass="jobs", alpha=1), "alpha belongs to deterrence='combined' with beta, and that needs both or neither"),
    (dict(mass="jobs", min_flow=-1), "min_flow is -1, and it must be 0 or more"),
    (dict(mass="jobs", self_share=2), "self_share is 2, and it must be from 0 to 1"),
    (dict(mas="jobs"), "estimate_flows has no option mas"),
    (dict(model="gravity", calibrate=(["8"], ["9"], [1])), "calibrate holds no flow between the units of the table"),
]


@pytest.mark.parametrize("asked, told", REFUSALS, ids=[told for _, told in REFUSALS])
def test_what_does_not_fit_is_told(asked, told):
    with pytest.raises(ValueError) as refusal:
        miedza.estimate_flows(LAND, **asked)

    assert str(refusal.value) == told


def real_land(name):
    """Flows of a real land, and its units with residents, jobs, population as mass, and middles of the zones."""
    folder = SHARED / name
    origins, destinations, persons = flows = three_columns(folder / "flows.csv")
    with gzip.open(folder / "zones.geojson.gz") as file:
        zones = [zone["properties"] for zone in json.load(file)["features"]]
    codes = [f"{zone['ID']:05.0f}" for zone in zones]
    residents, jobs, mass = (dict.fromkeys(codes, 0.0) for _ in range(3))
    for origin, destination, number in zip(origins, destinations, persons):
        residents[origin] += number
        jobs[destination] += number
    masses = list(table(folder / "masses.csv").values())
    mass.update(zip(masses[0], map(float, masses[1])))
    return flows, {
        "unit": codes,
        "residents": [residents[code] for code in codes],
        "jobs": [jobs[code] for code in codes],
        "population": [mass[code] for code in codes],
        "longitude": [zone["Longitude"] for zone in zones],
        "latitude": [zone["Latitude"] for zone in zones],
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data")
@pytest.mark.parametrize("name", ["us-kansas-2000", "fr-herault-2020"])
@pytest.mark.parametrize("model", ["radiation", "exponential", "power", "combined"])
def test_a_golden_case_comes_out_as_the_outside_judge_has_it(name, model):
    counted, land = real_land(name)
    case = GOLDEN / "estimate" / name
    if model == "radiation":
        made = miedza.estimate_flows(land, "radiation", calibrate=counted)
    else:
        made = miedza.estimate_flows(land, "gravity", deterrence=model, calibrate=counted, self_share=0)

    with open(case / "figures.csv", newline="") as file:
        known = next(row for row in csv.DictReader(file) if row["model"] == model)
    for figure in ("common_part", "log_rmse", "r_squared", "modelled_km"):
        assert made.fit[figure] == pytest.approx(float(known[figure]), rel=1e-6), figure
    flows = made.flows().to_dict()
    persons = dict(zip(zip(flows["origin"], flows["destination"]), flows["persons"]))
    with open(case / "expected.csv", newline="") as file:
        for row in csv.DictReader(file):
            found = persons.get((row["from"], row["to"]), 0.0)
            assert found == pytest.approx(float(row[model]), rel=1e-6, abs=1e-12), (row["from"], row["to"])
