"""What esda says of three figures. `python3 make.py FOLDER_OF_SHARED_DATA`; see ORIGIN.md."""

import csv
import gzip
import io
import pathlib
import random
import sys
import warnings

import esda
import geopandas
import libpysal
import numpy
from libpysal.weights import W, DistanceBand, KNN, Queen

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent


def write(name, header, rows):
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def known(w, y):
    """Values that are there, and the weights among their units, as they were made."""
    keep = [unit for unit in range(len(y)) if y[unit] is not None]
    place = {unit: at for at, unit in enumerate(keep)}
    pairs = {unit: [(o, v) for o, v in zip(w.neighbors[unit], w.weights[unit]) if o in place] for unit in keep}
    neighbours = {place[unit]: [place[o] for o, _ in pairs[unit]] for unit in keep}
    weights = {place[unit]: [v for _, v in pairs[unit]] for unit in keep}
    w = W(neighbours, weights, id_order=list(range(len(keep))), silence_warnings=True)
    return keep, w, numpy.array([y[unit] for unit in keep])


GLOBAL = ["case", "units", "islands", "i", "expectation", "variance_normality", "z_normality", "p_normality",
          "variance_randomisation", "z_randomisation", "p_randomisation"]


def moran(case, w, y, transformation):
    _, w, y = known(w, y)
    m = esda.Moran(y, w, transformation=transformation, permutations=0)
    figures = (m.I, m.EI, m.VI_norm, m.z_norm, m.p_norm, m.VI_rand, m.z_rand, m.p_rand)
    return [case, len(y), len(w.islands), *map(float, figures)]


LOCAL = ["case", "unit", "i", "quadrant", "p"]
QUADRANT = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}


def local(case, w, y, transformation, permutations, ids=None):
    keep, w, y = known(w, y)
    m = esda.Moran_Local(y, w, transformation=transformation, permutations=permutations, keep_simulations=len(y) < 100, seed=1)
    for at, unit in enumerate(keep):
        if at not in w.islands:
            yield [case, unit if ids is None else ids[unit], float(m.Is[at]), QUADRANT[int(m.q[at])], float(m.p_sim[at])]


def columbus():
    gal = libpysal.io.open(libpysal.examples.get_path("columbus.gal")).read()
    table = libpysal.io.open(libpysal.examples.get_path("columbus.dbf"))
    ids = list(gal.id_order)
    neighbours = {ids.index(unit): [ids.index(other) for other in gal.neighbors[unit]] for unit in ids}
    w, y = W(neighbours), table.by_col("HOVAL")
    write("columbus/values.csv", ["unit", "value"], enumerate(y))
    write("columbus/pairs.csv", ["unit", "neighbour"], [(a, b) for a in neighbours for b in neighbours[a] if a < b])
    return [("columbus", w, y, "r"), ("columbus_binary", w, y, "b")]


def made():
    """Eighty places in and around Kalisz, one far off, and a figure that falls with the distance; five are missing."""
    draw = random.Random(80)
    places = [(round(17.5 + draw.random(), 4), round(51.3 + draw.random(), 4)) for _ in range(79)] + [(22.0, 54.0)]
    y = [round(100 / (0.2 + abs(x - 18) + abs(z - 51.8)) + draw.gauss(0, 40), 1) for x, z in places]
    for unit in (3, 17, 29, 44, 71):
        y[unit] = None
    write("made/values.csv", ["unit", "east", "north", "value"], [(u, *places[u], "" if y[u] is None else y[u]) for u in range(80)])
    earth = {"distance_metric": "arc", "radius": 6371.0088}
    # In the plane the same numbers, times 100, are kilometres.
    plane = [(100 * x, 100 * z) for x, z in places]
    band = {"silence_warnings": True}
    return [
        ("band", DistanceBand(plane, 15.0, binary=True, **band), y, "r"),
        ("nearest", KNN.from_array(numpy.array(plane), k=5, silence_warnings=True), y, "r"),
        ("inverse", DistanceBand(plane, 25.0, binary=False, alpha=-1.0, **band), y, "o"),
        ("inverse_row", DistanceBand(plane, 25.0, binary=False, alpha=-2.0, **band), y, "r"),
        ("earth_nearest", KNN.from_array(numpy.array(places), k=5, silence_warnings=True, **earth), y, "r"),
        ("earth_band", DistanceBand(places, 13.0, binary=True, **earth, **band), y, "b"),
    ]


def poland(data):
    land = geopandas.read_file(f"/vsigzip/{(data / 'pl-boundaries/gminas.geojson.gz').resolve()}")
    land = land.sort_values("terc").reset_index(drop=True)
    with gzip.open(data / "pl-statistics/bdl_P2425_density_population_2024.csv.gz") as file:
        rows = csv.reader(io.StringIO(file.read().decode("utf-8-sig")))
        density = {row[0]: float(row[2]) for row in rows if row[0].isdigit() and row[2] and row[0][6] in "123"}
    by_place = {code[:6]: value for code, value in density.items()}
    w = Queen.from_dataframe(land, use_index=False, silence_warnings=True)
    cases = [("all", w, [by_place.get(code[:6]) for code in land.terc], "r"),
             ("by_whole_code", w, [density.get(code) for code in land.terc], "r")]
    return list(land.terc), cases


def main():
    for name, cases in (("columbus", columbus()), ("made", made())):
        write(f"{name}/global.csv", GLOBAL, [moran(*case) for case in cases])
        write(f"{name}/local.csv", LOCAL, [row for case in cases for row in local(*case, 99_999)])
    codes, cases = poland(pathlib.Path(sys.argv[1]))
    write("pl_gminas_2024/global.csv", GLOBAL, [moran(*case) for case in cases])
    write("pl_gminas_2024/local.csv", LOCAL, [row for case in cases for row in list(local(*case, 9_999, codes))[::20]])
    print(esda.__version__, libpysal.__version__, numpy.__version__)


if __name__ == "__main__":
    main()
