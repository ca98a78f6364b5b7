"""Makes the golden cases of leiden and map_equation: small matrices and what the programs of their authors find on them.

Needs `pip install leidenalg==0.12.0 igraph==1.0.0 infomap==2.16.0`, and
`cargo build --release -p miedza-delimitation --example search`.

    python benches/peers/golden.py

Writes crates/delimitation/tests/golden/{leiden,map_equation}/<case>/{flows.csv,expected.json,areas.csv}. The best of 20
seeds stands in expected.json, its areas in areas.csv, so that the same areas can be given a value here as well.
"""

import json
import os
import subprocess

import igraph
import leidenalg

from leiden import SEARCH, leidenalg_runs, read
from map_equation import SETTINGS, network

GOLDEN = "crates/delimitation/tests/golden"
CASES = {"made_60": "made:60:8", "made_300": "made:300:12"}
RUNS = 20
QUALITIES = [("modularity", 1.0), ("modularity", 4.0), ("cpm", 1.0), ("cpm", 8.0)]


def written(method, case, source):
    folder = os.path.join(GOLDEN, method, case)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "flows.csv")
    if source:
        subprocess.run([SEARCH, "leiden", source, "trials=1", f"write={path}"], check=True, capture_output=True)
    return folder, path


def whole(total, edges, weights, membership, quality, resolution, value):
    """The value on the scale of the design: leidenalg sums RB modularity in persons, and gives CPM as it is."""
    return value / total if quality == "modularity" and resolution != 1.0 else value


def leiden_case(folder, path):
    codes, edges, weights = read(path)
    expected, columns = [], {}
    for quality, resolution in QUALITIES:
        found = leidenalg_runs(path, RUNS, quality, resolution)
        value = whole(sum(weights), edges, weights, found["membership"], quality, resolution, found["quality"])
        name = f"{quality}_{resolution:g}"
        expected.append({"quality": quality, "resolution": resolution, "value": value, "areas": found["areas"], "column": name})
        columns[name] = found["membership"]
    save(folder, codes, expected, columns)


def map_equation_case(folder, path):
    codes, edges, weights = read(path)
    expected, columns = [], {}
    for name, flags, settings in SETTINGS:
        best = None
        for seed in range(1, RUNS + 1):
            found = network(codes, edges, weights, f"{flags} --seed {seed}", "self_flows=true" in settings)
            found.run()
            if best is None or found.codelength < best.codelength:
                best = found
        column = "_".join(settings).replace("=true", "").replace("teleportation=", "") or "undirected"
        modules = best.get_modules()
        columns[column] = {code: modules[number] for number, code in enumerate(codes)}
        expected.append({"settings": dict(setting.split("=") for setting in settings), "value": best.codelength,
                         "areas": best.num_top_modules, "column": column})
    save(folder, codes, expected, columns)


def save(folder, codes, expected, columns):
    with open(os.path.join(folder, "expected.json"), "w") as file:
        json.dump(expected, file, indent=1)
        file.write("\n")
    with open(os.path.join(folder, "areas.csv"), "w") as file:
        file.write(",".join(["unit", *columns]) + "\n")
        for code in codes:
            file.write(",".join([code, *(str(column[code]) for column in columns.values())]) + "\n")


def origin(folder, source, program):
    made = f"`generate::gravity` with {source.split(':')[1]} units and mean degree {source.split(':')[2]}, seed 1" if source else "six municipalities around two towns, made up by hand"
    with open(os.path.join(folder, "ORIGIN.md"), "w") as file:
        file.write(f"# Where this comes from\n\nFlows: {made}.\nExpected values and areas: {program}, the best of {RUNS} seeds "
                   f"(1 to {RUNS}) for each setting.\nCommand: `python benches/peers/golden.py` writes all files of this folder.\n")


if __name__ == "__main__":
    hand = "crates/delimitation/tests/golden/travel_to_work/two_towns/flows.csv"
    for case, source in [("two_towns", None), *CASES.items()]:
        for method, make, program in [
            ("leiden", leiden_case, f"leidenalg {leidenalg.__version__} on igraph {igraph.__version__}, two iterations"),
            ("map_equation", map_equation_case, "infomap 2.16.0, `--two-level`"),
        ]:
            folder, path = written(method, case, source)
            if not source:
                with open(hand) as given, open(path, "w") as file:
                    file.write(given.read())
            make(folder, path)
            origin(folder, source, program)
