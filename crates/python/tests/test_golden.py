"""The golden files of the Rust library, run through the wheel."""

import csv
import gzip
import json
import os
from pathlib import Path

import miedza
import pytest

GOLDEN = Path(__file__).parents[2] / "delimitation" / "tests" / "golden"
SHARED = Path(os.environ.get("MIEDZA_SHARED_DATA", Path(__file__).parents[4] / "shared" / "data"))

# Parameters of cases that ORIGIN.md tells in words.
PARAMETERS = {
    "travel_to_work/two_towns": dict(min_size=100, min_self_containment="0.6667", target_size=500, target_self_containment=0.75),
    "intramax/random_60": dict(stop="areas", areas=6, contiguous=False, diagonal="keep"),
    "intramax/random_60_removed": dict(stop="areas", areas=6, contiguous=False, diagonal="remove"),
    "self_contained/random_60": dict(min_flow=5, large_size=2500),
}
CASES = sorted(path.parent for path in GOLDEN.glob("*/*/expected.csv") if path.parents[1].name != "estimate")
# Runs of programs that search, each with its parameters and the value of the best of them.
SEARCHED = [
    (path.parent, run) for path in sorted(GOLDEN.glob("*/*/expected.json")) for run in json.loads(path.read_text())
]


def table(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    return dict(zip(rows[0], map(list, zip(*rows[1:]))))


def groups(labels):
    """The sets of units that carry the same label, whatever it is."""
    found = {}
    for unit, label in labels.items():
        if label not in (None, "", "NA"):
            found.setdefault(label, set()).add(unit)
    return sorted(map(sorted, found.values()))


def key(case):
    return f"{case.parent.name}/{case.name}"


def flows_of(case):
    """The flows of a case; one without any has those of the case that it is named after."""
    if not (case / "flows.csv").exists():
        case = case.with_name(case.name.rsplit("_", 1)[0])
    flows = table(case / "flows.csv")
    flows["persons"] = [float(persons) for persons in flows["persons"]]
    return flows


@pytest.mark.parametrize("case", CASES, ids=key)
def test_a_golden_case_comes_out_as_the_outside_judge_has_it(case):
    expected = table(case / "expected.csv")

    found = miedza.delimit(flows_of(case), case.parent.name, **PARAMETERS[key(case)])

    unit, label = list(expected)[:2]
    assert groups(found.partition) == groups(dict(zip(expected[unit], expected[label])))


@pytest.mark.parametrize("case", [case for case in CASES if (case / "fusions.csv").exists()], ids=key)
def test_a_tree_is_that_of_the_outside_judge(case):
    expected = table(case / "fusions.csv")

    found = miedza.delimit(flows_of(case), case.parent.name, **PARAMETERS[key(case)]).fusions().to_dict()

    assert (found["first"], found["second"]) == (expected["first"], expected["second"])
    assert [f"{share:.6f}" for share in found["internal_share"]] == expected["internal_share"]


def test_no_golden_case_is_passed_over():
    assert {key(case) for case in CASES} == set(PARAMETERS)
    assert {case.parent.name for case, _ in SEARCHED} == {"leiden", "map_equation"}


@pytest.mark.parametrize("case, run", SEARCHED, ids=[f"{key(case)}/{run['column']}" for case, run in SEARCHED])
def test_a_search_is_not_below_the_best_of_the_reference_runs(case, run):
    parameters = run.get("settings", {name: run[name] for name in ("quality", "resolution") if name in run})

    found = miedza.delimit(flows_of(case), case.parent.name, **parameters)

    value, slack = found.quality["value"], 0.001 * max(abs(run["value"]), 1)
    # The code length is the better the shorter it is.
    assert value <= run["value"] + slack if case.parent.name == "map_equation" else value >= run["value"] - slack
    assert found.quality["spread"] == pytest.approx(abs(value - found.quality["worst"]))
    if parameters.get("quality") == "modularity" and run["resolution"] == 1:
        assert value == pytest.approx(found.summary["modularity"])


REFERENCE = SHARED / "golden" / "travel_to_work"


def three_columns(path):
    with gzip.open(path, "rt") if path.suffix == ".gz" else open(path) as file:
        rows = list(csv.reader(file))[1:]
    origins, destinations, persons = zip(*(row[:3] for row in rows))
    return origins, destinations, [float(number) for number in persons]


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data")
@pytest.mark.parametrize("name, flows, parameters", [
    ("lma_brindisi_1000_0.6667_10000_0.75", "it-brindisi/flows.csv.gz", (1000, 0.6667, 10000, 0.75)),
    ("lma_brindisi_500_0.6_5000_0.7", "it-brindisi/flows.csv.gz", (500, 0.6, 5000, 0.7)),
    ("lma_sardinia_3500_0.6667_25000_0.75", "it-sardinia/flows.csv.gz", (3500, 0.6667, 25000, 0.75)),
    *((f"tie_{number:02}", f"golden/travel_to_work/tie_{number:02}.csv", (20, 0.6, 80, 0.75)) for number in range(8)),
])
def test_areas_are_those_of_the_reference_program(name, flows, parameters):
    names = ["min_size", "min_self_containment", "target_size", "target_self_containment"]
    expected = table(REFERENCE / f"{name}_clusters.csv")
    unit, label = list(expected)[:2]

    found = miedza.delimit(three_columns(SHARED / flows), "travel_to_work", **dict(zip(names, parameters)))

    assert groups(found.partition) == groups(dict(zip(expected[unit], expected[label])))
