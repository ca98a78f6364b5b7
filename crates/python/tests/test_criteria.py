"""Criteria on figures that Python hands over, each told per unit."""

import conftest
import miedza
import pytest

FUNCTIONAL = "commuters_per_employed >= 0.5 group functional; commuters_per_out_commuter >= 0.6 group functional; "
FIRMS = {"1": 10, "2": 8, "3": None, "4": 20, "5": 1}


def firms_of_pandas():
    pandas = pytest.importorskip("pandas")
    return pandas.DataFrame({"code": list(FIRMS), "name": ["a"] * 5, "Firms per 1000": list(FIRMS.values())})


def firms_of_polars():
    polars = pytest.importorskip("polars")
    return polars.DataFrame({"code": list(FIRMS), "Firms per 1000": list(FIRMS.values()), "name": ["a"] * 5})


def firms_of_arrow():
    return pytest.importorskip("pyarrow").table({"code": list(FIRMS), "firms_per_1000": list(FIRMS.values())})


def firms_of_series():
    return {"Firms per 1000": pytest.importorskip("pandas").Series(FIRMS)}


KINDS = [
    lambda: {"firms_per_1000": FIRMS}, lambda: {"unit": list(FIRMS), "Firms, per 1000": list(FIRMS.values())}, firms_of_pandas,
    firms_of_polars, firms_of_arrow, firms_of_series,
]


@pytest.mark.parametrize("kind", KINDS)
def test_figures_of_any_kind_of_frame_are_judged_and_missing_ones_stay_missing(two_towns, kind):
    found = miedza.delimit(
        two_towns, "criteria", cores=["1", "4"], min_criteria=2, indicators=kind(),
        criteria=FUNCTIONAL + "firms_per_1000 >= 75% of country group economic",
    )

    # The mean of the four known figures is 39 / 4 = 9.75, three quarters of it 7.3125.
    assert found.partition == {"1": "1", "2": "1", "3": "1", "4": "4", "5": "4", "6": None}
    judged = found.judgements().to_dict()
    rows = list(zip(judged["unit"], judged["value"], judged["threshold"], judged["passed"]))
    assert [row for row in rows if row[2] not in (0.5, 0.6)] == [
        ("2", 8.0, 7.3125, True), ("3", None, 7.3125, None), ("5", 1.0, 7.3125, False), ("6", None, 7.3125, None),
    ]


def test_regions_may_be_given(two_towns):
    def threshold(**more):
        found = miedza.delimit(
            two_towns, "criteria", cores=["1", "4"], criteria="firms >= 100% of region", indicators={"firms": FIRMS}, **more
        )
        judged = found.judgements().to_dict()
        return dict(zip(judged["unit"], judged["threshold"]))

    # East is 1, 2, 3 with the mean of 10 and 8; west is 4, 5, 6 with that of 20 and 1.
    found = threshold(regions={"1": "east", "2": "east", "3": "east", "4": "west", "5": "west", "6": "west"})

    assert (found["2"], found["5"]) == (9.0, 10.5)


def test_a_unit_says_how_many_criteria_it_passes(two_towns):
    found = miedza.delimit(two_towns, "criteria", cores=["1", "4"], min_criteria=2, criteria=FUNCTIONAL)

    assert found.why("6")["steps"][0]["sentence"] == "6 belongs to no area: it passes only 0 of 2 criteria"
    assert found.judgements().to_dict()["core"] == ["1"] * 4 + ["4"] * 2 + ["1"] * 2


def test_a_figure_that_nobody_gave_is_told(two_towns):
    with pytest.raises(ValueError, match="firms"):
        miedza.delimit(two_towns, "criteria", cores=["1"], criteria="firms >= 1")
    with pytest.raises(ValueError, match="two indicators are called firms"):
        miedza.delimit(
            two_towns, "criteria", cores=["1"], criteria="firms >= 1", indicators={"firms": FIRMS, "Firms": FIRMS}
        )


def test_other_methods_have_no_row_and_the_same_columns(flows):
    judged = miedza.delimit(conftest.dict_of_columns(), "threshold", cores=["1"]).judgements()

    assert len(judged) == 0
    assert judged.column_names[:4] == ["unit", "core", "qualifies", "criterion"]
