"""A frame of any kind goes in, one of the same kind comes out."""

import subprocess
import sys

import conftest
import miedza
import pytest

TWO_TOWNS = {"1": "1", "2": "1", "3": "1", "4": "4", "5": "4", "6": "4"}


def run(flows, **more):
    return miedza.delimit(flows, min_size=100, target_size=500, **more)


def test_every_kind_of_flows_gives_the_same_areas(flows):
    found = run(flows)

    assert found.partition == TWO_TOWNS
    assert len(found) == 2
    assert repr(found) == "Delimitation(travel_to_work: 6 units in 2 areas)"


def test_a_pandas_frame_comes_back_as_one_and_joins_by_code():
    pandas = pytest.importorskip("pandas")
    found = run(conftest.pandas_frame())

    land = pandas.DataFrame({"code": ["6", "1"], "name": ["six", "one"]})
    joined = land.merge(found.areas(), left_on="code", right_on="unit")

    assert joined["area"].tolist() == ["4", "1"]
    assert found.figures()["residents"].tolist() == [1300.0, 1050.0]
    assert found.log()["action"].tolist() == ["merged"] * 4


def test_a_polars_frame_comes_back_as_one():
    polars = pytest.importorskip("polars")
    found = run(conftest.polars_frame())

    assert isinstance(found.areas(), polars.DataFrame)
    assert found.areas().to_dict(as_series=False) == {"unit": list(TWO_TOWNS), "area": list(TWO_TOWNS.values())}
    assert found.figures()["internal"].to_list() == [1260.0, 980.0]


def test_an_arrow_table_comes_back_as_one():
    pyarrow = pytest.importorskip("pyarrow")
    found = run(conftest.pyarrow_table())

    assert isinstance(found.areas(), pyarrow.Table)
    assert found.areas().column("area").to_pylist() == list(TWO_TOWNS.values())
    assert found.figures().column("seat").to_pylist() == ["1", "4"]


def test_other_flows_give_a_table_that_any_library_takes_over(two_towns):
    pyarrow = pytest.importorskip("pyarrow")
    areas = run(two_towns).areas()

    assert areas.column_names == ["unit", "area"]
    assert len(areas) == 6
    assert areas.to_dict() == pyarrow.table(areas).to_pydict()


def test_a_unit_of_no_area_is_missing_in_every_kind(flows):
    found = miedza.delimit(flows, "threshold", cores=["1", "4"], share=0.5)

    assert found.partition["6"] is None
    assert found.summary["unassigned"] == ["6"]
    areas = found.areas()
    if hasattr(areas, "isna"):
        assert areas["area"].isna().tolist() == [False] * 5 + [True]


def test_columns_of_other_names_are_named(two_towns):
    renamed = dict(zip(["where_from", "where_to", "how_many", "more"], [*two_towns.values(), [0] * 14]))

    found = run(renamed, origin="where_from", destination="where_to", persons="how_many")

    assert found.partition == TWO_TOWNS


def test_listed_units_alone_take_part_and_the_rest_counts_beyond_them(two_towns):
    found = run(two_towns, units=["1", "2", "3", "7"])

    assert found.partition == {"1": "1", "2": "1", "3": "1", "7": None}
    assert found.summary["excluded"] == ["7"]
    assert found.summary["persons"] == 1300.0
    assert found.figures().to_dict()["jobs"] == [1330.0]


def test_leading_zeros_stay():
    found = miedza.delimit((["01", "02", "01"], ["01", "01", "02"], [100, 50, 1]))

    assert list(found.partition) == ["01", "02"]


def test_other_threads_run_while_areas_are_worked_out():
    numpy = pytest.importorskip("numpy")
    import threading

    count = 3000
    chance = numpy.random.default_rng(1)
    pairs = numpy.unique(chance.integers(0, count, size=(200_000, 2)), axis=0)
    seen, done = [], threading.Event()

    def watch():
        while not done.wait(0.001):
            seen.append(1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    before = len(seen)
    miedza.delimit((pairs[:, 0], pairs[:, 1], numpy.ones(len(pairs))), min_size=1000, target_size=2000)
    during = len(seen) - before
    done.set()
    watcher.join()

    assert during > 5


def test_nothing_is_imported_that_is_not_used():
    code = "import sys, miedza; miedza.delimit((['1'], ['1'], [1])); print({'pandas', 'polars', 'pyarrow', 'numpy'} & set(sys.modules))"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "set()"


def test_polars_needs_no_pandas_and_no_pyarrow():
    pytest.importorskip("polars")
    code = (
        "import sys; sys.modules.update(pandas=None, pyarrow=None)\n"
        "import polars, miedza\n"
        "f = polars.DataFrame({'from': ['1', '2', '2'], 'to': ['1', '1', '2'], 'n': [10, 5, 1]})\n"
        "print(miedza.delimit(f, min_size=1, target_size=2).areas()['area'].to_list())"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "['1', '1']"
