"""Flows of six municipalities in every kind of frame that is taken."""

import pytest

ROWS = [
    ("1", "1", 900), ("1", "4", 40), ("2", "2", 60), ("2", "1", 140), ("3", "3", 50), ("3", "1", 100), ("3", "2", 10),
    ("4", "4", 700), ("4", "1", 30), ("5", "5", 80), ("5", "4", 120), ("6", "6", 45), ("6", "1", 40), ("6", "4", 35),
]
COLUMNS = dict(zip(["origin", "destination", "persons"], map(list, zip(*ROWS))))


def pandas_frame():
    return pytest.importorskip("pandas").DataFrame(COLUMNS)


def polars_frame():
    return pytest.importorskip("polars").DataFrame(COLUMNS)


def pyarrow_table():
    return pytest.importorskip("pyarrow").table(COLUMNS)


def polars_lazy():
    return polars_frame().lazy()


def polars_categories():
    polars = pytest.importorskip("polars")
    return polars_frame().with_columns(polars.col("origin", "destination").cast(polars.Categorical))


def pandas_whole_numbers():
    return pandas_frame().astype({"origin": "int64", "destination": "int64"})


def pyarrow_in_pieces():
    table = pyarrow_table()
    return pytest.importorskip("pyarrow").concat_tables([table.slice(0, 5), table.slice(5)])


def three_arrays():
    numpy = pytest.importorskip("numpy")
    return tuple(numpy.array(column) for column in COLUMNS.values())


def three_lists():
    return tuple(COLUMNS.values())


def dict_of_columns():
    return dict(COLUMNS)


def shuffled():
    return {name: list(reversed(column)) for name, column in COLUMNS.items()}


KINDS = [
    pandas_frame, polars_frame, pyarrow_table, polars_lazy, polars_categories, pandas_whole_numbers, pyarrow_in_pieces,
    three_arrays, three_lists, dict_of_columns, shuffled,
]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def flows(request):
    return request.param()


@pytest.fixture
def two_towns():
    return dict_of_columns()
