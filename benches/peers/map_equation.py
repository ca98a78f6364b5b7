"""The map equation side by side: infomap and Miedza on the same matrices with equal settings, in one run.

Needs `pip install infomap==2.16.0`, and `cargo build --release -p miedza-delimitation --example search`.

    python benches/peers/map_equation.py flows.csv [more.csv.gz ...]

For each setting: the code length of infomap's best of 20 seeds and of ours, the code length that infomap gives to our
areas (it must be ours), and the wall seconds of one trial.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time

import infomap

from leiden import SEARCH, read

RUNS = 20
SETTINGS = [
    ("undirected", "", []),
    ("undirected, self-flows", "", ["self_flows=true"]),
    ("directed, unrecorded", "--directed", ["directed=true"]),
    ("directed, recorded", "--directed --recorded-teleportation", ["directed=true", "teleportation=recorded"]),
]


def network(codes, edges, weights, flags, self_flows):
    found = infomap.Infomap(f"--two-level --silent {flags}" + ("" if self_flows else " --no-self-links"))
    for number in range(len(codes)):
        found.add_node(number)
    for (one, other), weight in zip(edges, weights):
        if one != other or self_flows:
            found.add_link(one, other, weight)
    return found


def ours(path, settings):
    with tempfile.NamedTemporaryFile("r", suffix=".csv") as file:
        told = subprocess.run([SEARCH, "map_equation", path, f"areas={file.name}", *settings], check=True, capture_output=True)
        areas = {row["unit"]: row["area"] for row in csv.DictReader(file)}
    return json.loads(told.stdout), areas


def best_of_infomap(codes, edges, weights, flags, self_flows):
    begun, lengths, modules = time.perf_counter(), [], []
    for seed in range(1, RUNS + 1):
        found = network(codes, edges, weights, f"{flags} --seed {seed}", self_flows)
        found.run()
        lengths.append(found.codelength)
        modules.append(found.num_top_modules)
    seconds = (time.perf_counter() - begun) / RUNS
    return min(lengths), modules[lengths.index(min(lengths))], seconds


def length_of(codes, edges, weights, flags, self_flows, areas):
    found = network(codes, edges, weights, f"{flags} --no-infomap", self_flows)
    numbers = {}
    start = {}
    for number, code in enumerate(codes):
        area = areas.get(code) or f"alone {code}"
        start[number] = numbers.setdefault(area, len(numbers) + 1)
    found.run(initial_partition=start)
    return found.codelength


if __name__ == "__main__":
    for path in sys.argv[1:]:
        print(path)
        codes, edges, weights = read(path)
        for name, flags, settings in SETTINGS:
            self_flows = "self_flows=true" in settings
            told, areas = ours(path, settings)
            single, _ = ours(path, [*settings, "trials=1"])
            best, modules, seconds = best_of_infomap(codes, edges, weights, flags, self_flows)
            again = length_of(codes, edges, weights, flags, self_flows, areas)
            own = told["quality"]["value"]
            print(f"  {name:24s} infomap {best:.9f} ({modules} modules, {seconds:.3f} s a run)  miedza {own:.9f} "
                  f"({told['areas']} areas, {single['seconds']:.3f} s a trial)  ours by infomap {again:.9f}  "
                  f"difference {100 * (own / best - 1):+.3f} %", flush=True)
