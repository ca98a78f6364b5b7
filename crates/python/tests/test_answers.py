"""What can be asked of areas: figures, reasons, comparison, quality, methods."""

import re

import miedza
import pytest


def run(flows, **more):
    return miedza.delimit(flows, min_size=100, target_size=500, **more)


def test_the_summary_says_what_was_asked_and_what_came_out(two_towns):
    summary = run(two_towns, min_self_containment="2/3").summary

    assert summary["method"] == "travel_to_work"
    assert summary["parameters"]["min_self_containment"] == "2/3"
    assert (summary["units"], summary["flows"], summary["areas"], summary["persons"]) == (6, 14, 2, 2350.0)
    assert round(summary["inside_share"], 3) == 0.953
    assert round(summary["modularity"], 3) == 0.446
    assert (summary["stop"], summary["failing"], summary["excluded"]) == ("settled", [], [])


def test_a_unit_says_why_it_is_where_it_is(two_towns):
    why = run(two_towns).why("6")

    assert (why["area"], why["seat"], why["strongest"], why["out_commuters"]) == ("4", "4", "1", 75.0)
    assert why["share_to_strongest"] == pytest.approx(40 / 75)
    assert [(step["action"], step["to"]) for step in why["steps"]] == [("merged", "4")]


def test_each_step_is_told_in_a_sentence(two_towns):
    told = {step["unit"]: step["sentence"] for step in run(two_towns).why("6")["steps"]}
    rings = miedza.delimit(two_towns, "threshold", cores=["1", "4"], share=0.5).log().to_dict()["sentence"]
    tree = miedza.delimit(two_towns, "intramax").log().to_dict()["sentence"]

    assert told == {
        "6": "6 joins the area of 4: its link is strongest there (0.0114), and the validity of that area goes from 1.1249 to "
             "1.1249; next best: 1, 0.0100"
    }
    assert "1 is a core: it is in the list of cores" in rings
    assert "5 joins the area of 4: its share there is 60.0% (120 persons), and that reaches the threshold" in rings
    assert any(each.startswith("6 belongs to no area: no core reaches the threshold; with the nearest, 1, its share is 33.3%")
               for each in rings)
    assert tree[0].startswith("the area of 3 and the area of 2 become one: of all pairs most happens between these two")


def test_no_sentence_of_any_method_lacks_a_figure(two_towns):
    asked = {"threshold": dict(cores=["1", "4"]), "criteria": dict(cores=["1", "4"], criteria="commuters_to_core >= 50"),
             "functional_urban_area": dict(cores=["1", "4"])}
    for method in miedza.methods():
        found = miedza.delimit(two_towns, method["name"], **asked.get(method["name"], {}))

        sentences = found.log().to_dict()["sentence"]
        assert sentences, method["name"]
        assert not [each for each in sentences if "not known" in each or "no unit" in each or "unknown share" in each]


def test_edge_units_are_those_that_another_area_pulls_as_well(two_towns):
    edges = run(two_towns).edges(0.9).to_dict()

    assert (edges["unit"], edges["own"], edges["other"]) == (["6"], ["4"], ["1"])
    assert edges["ratio"][0] == pytest.approx(0.96, abs=0.01)


def test_two_partitions_are_compared_by_units_and_by_weight(two_towns):
    towns = run(two_towns)
    other = {**towns.partition, "6": "1"}

    found = miedza.compare(towns, other, weights={"1": 900, "2": 200, "3": 160, "4": 700, "5": 200, "6": 100})

    assert found["changed"] == ["6"]
    assert found["changed_weight"] == 100.0
    assert found["compared"] == 6
    assert found["assignment"] == [("1", "1"), ("4", "4")]
    assert found["by_weight"] is not None
    assert miedza.compare(towns, towns.areas())["by_units"]["adjusted_rand"] == 1.0
    with pytest.raises(ValueError, match="the weights lack unit 2"):
        miedza.compare(towns, other, weights={"1": 900})


def test_a_partition_of_other_labels_keeps_them():
    found = miedza.compare({"1": "north", "2": "north", "3": "south"}, {"1": "a", "2": "a", "4": "b"})

    assert found["best_matches"] == [{"first": "north", "second": "a", "jaccard": 1.0, "moved_out": 0.0, "moved_in": 0.0}]
    assert (found["only_first"], found["only_second"]) == (["3"], ["4"])


def test_any_partition_is_judged(two_towns):
    judged = miedza.quality(two_towns, {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "6": "b"})

    assert judged.summary["areas"] == 2
    assert judged.figures().to_dict()["supply_self_containment"] == pytest.approx([1260 / 1300, 980 / 1050])
    with pytest.raises(ValueError, match="the partition names unit 9, which the flows do not hold"):
        miedza.quality(two_towns, {"9": "a"})


def test_every_method_says_what_can_be_set_and_takes_its_own_defaults(two_towns):
    for method in miedza.methods():
        assert method["summary"]
        defaults = {each["name"]: each["default"] for each in method["parameters"] if each["default"] != ""}
        try:
            miedza.delimit(two_towns, method["name"], **defaults)
        except ValueError as refusal:
            # The flows may lack what a method needs; no default is refused as a value.
            assert "has no parameter" not in str(refusal), method["name"]
            assert not re.search(r'is ".*", and it must be', str(refusal)), str(refusal)


def test_presets_are_told_and_taken(two_towns):
    presets = next(method["presets"] for method in miedza.methods() if method["name"] == "travel_to_work")

    found = miedza.delimit(two_towns, preset="ons_2011")

    assert found.summary["parameters"]["target_size"] == presets["ons_2011"]["target_size"]


def test_areas_hand_their_flows_on_to_the_next_run(two_towns):
    towns = run(two_towns)

    assert miedza.delimit(towns, min_size=100, target_size=500).summary == towns.summary
    assert miedza.quality(towns, towns).figures().to_dict()["residents"] == [1300.0, 1050.0]


def test_the_same_flows_give_the_same_answers_twice(two_towns):
    one, other = run(two_towns), run(two_towns)

    assert (one.summary, one.log().to_dict()) == (other.summary, other.log().to_dict())


def square(x, y=50.0):
    return {"type": "Polygon", "coordinates": [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]]}


def test_units_touch_by_a_line_or_by_a_point():
    squares = [square(20.0), square(20.1), square(20.1, 50.1), square(21.0)]

    queen = miedza.contiguity(["1", "2", "3", "4"], squares)
    rook = miedza.contiguity(["1", "2", "3", "4"], squares, rule="rook")

    assert queen.neighbors == {"1": ["2", "3"], "2": ["1", "3"], "3": ["1", "2"], "4": []}
    assert rook.neighbors == {"1": ["2"], "2": ["1", "3"], "3": ["2"], "4": []}
    assert (queen.islands, len(queen)) == (["4"], 3)
    assert queen.pairs().to_dict()["border_m"][0] == pytest.approx(11119.5, rel=1e-3)


@pytest.mark.parametrize("kind", ["wkb", "hex_order", "shapely", "text"])
def test_land_comes_in_several_forms(kind):
    shapely = pytest.importorskip("shapely")
    import json

    shapes = [shapely.MultiPolygon([shapely.box(20, 50, 20.1, 50.1)]), shapely.box(20.1, 50, 20.2, 50.1)]
    forms = {
        "wkb": [shape.wkb for shape in shapes],
        "hex_order": [shapely.to_wkb(shapely.force_3d(shape), byte_order=0, include_srid=True) for shape in shapes],
        "shapely": shapes,
        "text": [json.dumps(shapely.geometry.mapping(shape)) for shape in shapes],
    }

    assert miedza.contiguity(["1", "2"], forms[kind]).neighbors == {"1": ["2"], "2": ["1"]}


def test_a_geodataframe_in_metres_is_brought_to_degrees():
    geopandas = pytest.importorskip("geopandas")
    shapely = pytest.importorskip("shapely")
    shapes = [shapely.box(20.1, 50, 20.2, 50.1), shapely.box(20, 50, 20.1, 50.1)]
    frame = geopandas.GeoDataFrame({"code": ["2", "1"]}, geometry=shapes, crs=4326)

    found = miedza.contiguity(frame.to_crs(2180))

    assert found.neighbors == {"1": ["2"], "2": ["1"]}
    assert list(found.pairs().columns) == ["unit", "neighbour", "border_m"]


def test_neighbours_are_taken_in_several_forms(two_towns):
    lists = {"1": ["2", "3", "6"], "4": ["5"], "6": ["4"]}
    pairs = [(one, other) for one, others in lists.items() for other in others]

    class Weights:
        neighbors = lists

    for given in (lists, pairs, Weights()):
        judged = miedza.quality(two_towns, {unit: "x" for unit in "123456"}, neighbours=given)
        assert judged.summary["contiguity_violations"] == 0


@pytest.mark.parametrize("land, told", [
    ([b"\x01"], "a geometry ends too early"),
    (['{"type": "Point", "coordinates": [1, 2]}'], "a geometry is neither a polygon nor a multipolygon"),
    ([b"\x01\x01\x00\x00\x00" + bytes(16)], "a geometry is of kind 1, and the land of a unit is a polygon or a multipolygon"),
    ([], "1 units and 0 geometries are given"),
])
def test_land_that_cannot_be_read_is_told(land, told):
    with pytest.raises(ValueError) as refusal:
        miedza.contiguity(["1"], land)

    assert str(refusal.value) == told
