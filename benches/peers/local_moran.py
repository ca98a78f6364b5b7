"""Local Moran side by side: esda and Miedza on the same figures and neighbours, in one run.

Needs `pip install esda libpysal numba geopandas`, and `cargo build --release -p miedza-statistics --example local_moran`.

    python benches/peers/local_moran.py FOLDER_OF_SHARED_DATA [PERMUTATIONS]

Population density of the Polish municipalities, queen contiguity, 9,999 permutations unless said otherwise. Prints wall seconds of
the figure alone (reading and compiling excluded), the best of several, and how far the answers are apart.
"""

import csv
import gzip
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import warnings

import esda
import geopandas
import numpy
from libpysal.weights import Queen

warnings.simplefilter("ignore")
EXAMPLE = os.environ.get("LOCAL_MORAN", "target/release/examples/local_moran")
RUNS = 5


def read(data):
    land = geopandas.read_file(f"/vsigzip/{(data / 'pl-boundaries/gminas.geojson.gz').resolve()}")
    land = land.sort_values("terc").reset_index(drop=True)
    with gzip.open(data / "pl-statistics/bdl_P2425_density_population_2024.csv.gz") as file:
        rows = csv.reader(io.StringIO(file.read().decode("utf-8-sig")))
        density = {row[0][:6]: float(row[2]) for row in rows if row[0].isdigit() and row[2] and row[0][6] in "123"}
    w = Queen.from_dataframe(land, use_index=False, silence_warnings=True)
    return w, numpy.array([density[code[:6]] for code in land.terc])


def miedza_runs(w, y, permutations):
    with tempfile.TemporaryDirectory() as folder:
        values, pairs, answer = (os.path.join(folder, name) for name in ("values.csv", "pairs.csv", "answer.csv"))
        with open(values, "w") as file:
            file.write("unit,value\n" + "".join(f"{unit},{value}\n" for unit, value in enumerate(y)))
        with open(pairs, "w") as file:
            file.write("unit,neighbour\n" + "".join(f"{a},{b}\n" for a in w.neighbors for b in w.neighbors[a] if a < b))
        told = []
        for _ in range(RUNS):
            done = subprocess.run([EXAMPLE, values, pairs, str(permutations), answer], check=True, capture_output=True, text=True)
            told.append(json.loads(done.stdout))
        return min(told, key=lambda one: one["seconds"]), numpy.genfromtxt(answer, delimiter=",", skip_header=1)


def esda_runs(w, y, permutations, **settings):
    esda.Moran_Local(y, w, permutations=9, seed=1, **settings)  # compiles
    walls, users = [], []
    for _ in range(RUNS):
        begun, wall = time.process_time(), time.perf_counter()
        found = esda.Moran_Local(y, w, permutations=permutations, seed=1, **settings)
        walls.append(time.perf_counter() - wall)
        users.append(time.process_time() - begun)
    return min(walls), min(users), found


def main(data, permutations):
    w, y = read(data)
    own, answer = miedza_runs(w, y, permutations)
    print(f"local Moran, {len(y):,} units, {w.nonzero:,} weights, {permutations:,} permutations, {os.cpu_count()} cores")
    print(f"  {'miedza':34} wall {own['seconds']:7.3f} s  user {own['processor_seconds']:7.3f} s")
    # By default esda keeps all draws; where it does not, it draws once for all units and does little else.
    for how, settings in (("as it is", {}), ("draws not kept", {"keep_simulations": False})):
        wall, user, theirs = esda_runs(w, y, permutations, **settings)
        name = f"esda {esda.__version__}, {how}"
        print(f"  {name:34} wall {wall:7.3f} s  user {user:7.3f} s  {wall / own['seconds']:6.1f} x", flush=True)
    apart = abs(answer[:, 0] - theirs.Is).max()
    p = numpy.clip(theirs.p_sim, 1 / permutations, 0.5)
    far = abs(answer[:, 1] - theirs.p_sim) / numpy.sqrt(2 * p * (1 - p) / permutations)
    print(f"  largest difference of I {apart:.1e}; of p {far.max():.1f} standard deviations of chance, mean {far.mean():.2f} (0.80 expected)")
    print(f"  goal: 0.25 s wall on two cores, {'kept' if own['seconds'] <= 0.25 else 'MISSED'}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 9_999)
