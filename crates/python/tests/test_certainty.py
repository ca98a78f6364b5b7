"""How sure areas are, as Python asks it."""

import os
import signal
import subprocess
import sys
import threading
import time

import conftest
import miedza
import pytest


def towns(flows, **more):
    return miedza.delimit(flows, min_size=100, target_size=500, **more)


def test_each_unit_has_its_share_of_replicates_and_its_second_area(flows):
    sure = miedza.certainty(towns(flows), replicates=100, seed=1)

    assert sure.edges == ["6"]
    assert sure.partition["6"] == "4"
    assert repr(sure) == "Certainty(travel_to_work: 1 of 6 units on the edge in 100 replicates)"
    columns = ["unit", "area", "certainty", "second", "second_share", "is_edge"]
    assert list(getattr(sure.units(), "column_names", getattr(sure.units(), "columns", None))) == columns


def test_the_figures_are_those_of_the_rust_library(two_towns):
    sure = miedza.certainty(two_towns, min_size=100, target_size=500, replicates=100, seed=1)

    units = sure.units().to_dict()
    assert units["certainty"] == [1.0, 1.0, 1.0, 1.0, 1.0, 0.58]
    assert (units["second"][5], units["second_share"][5], units["is_edge"]) == ("1", 0.42, [False] * 5 + [True])
    areas = sure.areas().to_dict()
    assert (areas["area"], areas["seat"], areas["units"], areas["found_again"]) == (["1", "4"], ["1", "4"], [3, 3], [100, 100])
    # Unit 6 has 120 of the 1050 employed residents of its area.
    assert areas["certain_residents"] == [1.0, pytest.approx(930 / 1050)]
    assert areas["mean_certainty"] == [1.0, pytest.approx((1 + 1 + 0.58) / 3)]
    assert sure.consensus().to_dict()["area"] == ["1", "1", "1", "4", "4", "4"]


def test_the_summary_says_what_was_drawn_and_how(two_towns):
    summary = miedza.certainty(
        two_towns, "travel_to_work", min_size=100, target_size=500, replicates=50, seed=7, draw="multinomial", limit=0.9,
        consensus="co_assignment",
    ).summary

    told = ("replicates", "seed", "draw", "limit", "consensus", "areas", "modelled", "suppressed")
    assert tuple(summary[name] for name in told) == (50, 7, "multinomial", 0.9, "co_assignment", 2, False, 0)
    assert summary["parameters"]["min_size"] == "100"


def test_areas_hand_on_method_settings_and_figures(two_towns):
    rings = miedza.delimit(two_towns, "threshold", cores=["1", "4"], share=0.3)

    sure = miedza.certainty(rings, replicates=20)

    assert sure.summary["method"] == "threshold"
    assert sure.partition == rings.partition
    assert miedza.certainty(rings, share=0.5, replicates=20).partition["6"] is None


def test_suppressed_flows_are_drawn_inside_their_range(two_towns):
    towns_of = dict(min_size=100, target_size=500, replicates=100)

    # With 400 to 500 more commuters from 5 to 1 it never stays with 4.
    hidden = dict(origin=["5"], destination=["1"], low=[400], high=[500])
    plain, pulled = miedza.certainty(two_towns, **towns_of), miedza.certainty(two_towns, suppressed=hidden, **towns_of)

    assert plain.units().to_dict()["certainty"][4] == 1.0
    assert pulled.units().to_dict()["certainty"][4] == 0.0
    assert miedza.certainty(two_towns, suppressed=(["5"], ["1"], [400], [500]), **towns_of).edges == pulled.edges
    assert pulled.summary["suppressed"] == 1


def test_any_number_of_threads_gives_the_same_answer():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import conftest, miedza\n"
        "sure = miedza.certainty(conftest.dict_of_columns(), min_size=100, target_size=500, replicates=64)\n"
        "print(sure.summary, sure.units().to_dict())"
    )
    run = [sys.executable, "-c", code, os.path.dirname(conftest.__file__)]

    said = [subprocess.run(run, env={**os.environ, "RAYON_NUM_THREADS": threads}, capture_output=True, text=True, check=True)
            for threads in ("1", "2", "5")]

    assert len({each.stdout for each in said}) == 1


def test_ctrl_c_ends_a_study():
    numpy = pytest.importorskip("numpy")
    count = 2000
    pairs = numpy.unique(numpy.random.default_rng(1).integers(0, count, size=(40_000, 2)), axis=0)
    flows = (pairs[:, 0], pairs[:, 1], numpy.ones(len(pairs)))
    threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    begun = time.monotonic()

    with pytest.raises(KeyboardInterrupt):
        miedza.certainty(flows, min_size=1000, target_size=2000, replicates=100_000)

    assert time.monotonic() - begun < 20


REFUSALS = [
    (dict(replicates=0), "replicates is 0, and it must be 1 to 100000"),
    (dict(limit=1.5), "limit is 1.5, and it must be from 0 to 1"),
    (dict(draw="bayes"), 'draw is "bayes", and it must be poisson or multinomial'),
    (dict(suppressed=(["1"], ["2"], [5])), "suppressed has four columns: origins, destinations, low, high"),
    (dict(suppressed=(["1"], ["2"], [1.5], [2])), "the bounds of suppressed are whole numbers of persons"),
    (dict(min_sise=1), "travel_to_work has no parameter min_sise; min_size looks like it"),
]


@pytest.mark.parametrize("asked, told", REFUSALS, ids=[told for _, told in REFUSALS])
def test_what_does_not_fit_is_told(two_towns, asked, told):
    with pytest.raises(ValueError) as refusal:
        miedza.certainty(two_towns, **asked)

    assert str(refusal.value) == told
