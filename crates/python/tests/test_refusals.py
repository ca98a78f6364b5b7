"""What does not fit is a ValueError with the sentence of the library."""

import miedza
import pytest

REFUSALS = [
    ("a method that is not there", dict(method="travel_to_wrok"),
     "there is no method travel_to_wrok; travel_to_work looks like it"),
    ("a parameter that is not there", dict(min_sise=1), "travel_to_work has no parameter min_sise; min_size looks like it"),
    ("a share beyond 1", dict(method="threshold", share=15),
     'share is "15", and it must be a share from 0 to 1, such as 0.15 or 2/3'),
    ("a contradiction", dict(min_size=10000), "target_size is 10000, and it must be above min_size, which is 10000"),
    ("a core that is no unit", dict(method="threshold", cores=["9"]), "cores names unit 9, which the flows do not hold"),
    ("figures that are not given", dict(method="threshold", cores=["1"], denominator="working_age"),
     "denominator needs the population of working age of the units, and it is not given"),
    ("a column that is not there", dict(origin="wher"),
     "there is no column wher; the columns are origin, destination, persons"),
]


@pytest.mark.parametrize("asked, told", [case[1:] for case in REFUSALS], ids=[case[0] for case in REFUSALS])
def test_what_does_not_fit_is_told(two_towns, asked, told):
    with pytest.raises(ValueError) as refusal:
        miedza.delimit(two_towns, **asked)

    assert str(refusal.value) == told


FLOWS = [
    ("a pair twice", (["1", "1"], ["2", "2"], [1, 2]), "the flow from 1 to 2 is given twice"),
    ("fewer than nobody", (["1"], ["2"], [-1]), "the flow from 1 to 2 counts -1 persons"),
    ("a missing count", (["1", "1"], ["2", "1"], [1, None]), "row 2 has no number of persons"),
    ("a missing code", (["1", None], ["2", "1"], [1, 2]), "row 2 of origins has no code"),
    ("an empty code", ([" "], ["2"], [1]), "row 1 of origins: the code is empty"),
    ("a code that lost itself", ([1.5], ["2"], [1]), "1.5 is no code: codes are texts or whole numbers"),
    ("columns of two lengths", (["1"], ["2", "3"], [1]), "1 origins, 2 destinations and 1 persons are no table"),
    ("two columns", (["1"], ["2"]), "three columns are needed, origins, destinations, persons, and 2 are given"),
    ("no frame", 7, "int is no data frame: pandas, polars, pyarrow, a dict of columns, or any object with __arrow_c_stream__"),
    ("unclear columns", {"a": ["1"], "b": ["2"], "persons": [1]},
     "the columns are a, b, persons; say which one it is with origin=…, destination=…"),
]


@pytest.mark.parametrize("flows, told", [case[1:] for case in FLOWS], ids=[case[0] for case in FLOWS])
def test_flows_that_make_no_matrix_are_told(flows, told):
    with pytest.raises(ValueError) as refusal:
        miedza.delimit(flows)

    assert str(refusal.value) == told


def test_an_arrow_column_of_fractions_is_no_column_of_codes():
    polars = pytest.importorskip("polars")

    with pytest.raises(ValueError, match="codes are texts or whole numbers"):
        miedza.delimit(polars.DataFrame({"from": [1.0], "to": [2.0], "n": [1]}))


def test_a_unit_that_is_not_there_has_no_reason(two_towns):
    with pytest.raises(ValueError, match="there is no unit 9"):
        miedza.delimit(two_towns).why("9")
