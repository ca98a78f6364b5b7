"""Leiden side by side: leidenalg, igraph's undirected Leiden and Miedza on the same matrices, in one run.

Needs `pip install leidenalg==0.12.0 igraph==1.0.0`, and `cargo build --release -p miedza-delimitation --example search`.

    python benches/peers/leiden.py flows.csv [more.csv.gz ...] [made:2477:20]
    python benches/peers/leiden.py --large made:1000000:20      (one run each, igraph and Miedza only)

Prints user CPU seconds, wall seconds, peak memory, quality and the ratio of user CPU to Miedza's. Every program runs in a
process of its own, reading included for memory, excluded for seconds.
"""

import csv
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

SEARCH = os.environ.get("SEARCH", "target/release/examples/search")
RUNS = 20


def read(path):
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    pairs = {}
    with opened as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            pairs[row[0], row[1]] = pairs.get((row[0], row[1]), 0.0) + float(row[2])
    codes = sorted({code for pair in pairs for code in pair})
    number = {code: place for place, code in enumerate(codes)}
    edges = [(number[one], number[other]) for one, other in pairs]
    return codes, edges, list(pairs.values())


def user():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def leidenalg_runs(path, runs, quality="modularity", resolution=1.0):
    import igraph
    import leidenalg

    codes, edges, weights = read(path)
    graph = igraph.Graph(n=len(codes), edges=edges, directed=True)
    kind = leidenalg.CPMVertexPartition if quality == "cpm" else leidenalg.ModularityVertexPartition
    options = {"resolution_parameter": resolution} if quality == "cpm" else {}
    if quality == "modularity" and resolution != 1.0:
        kind, options = leidenalg.RBConfigurationVertexPartition, {"resolution_parameter": resolution}
    begun, wall, found = user(), time.perf_counter(), []
    for seed in range(1, runs + 1):
        found.append(leidenalg.find_partition(graph, kind, weights=weights, seed=seed, n_iterations=2, **options))
    spent, wall = user() - begun, time.perf_counter() - wall
    values = [part.quality() for part in found]
    best = found[values.index(max(values))]
    return {"user": spent / runs, "wall": wall / runs, "quality": max(values), "worst": min(values), "areas": len(best),
            "quality_of_runs": sorted(values), "membership": dict(zip(codes, best.membership))}


def igraph_run(path, quality="modularity"):
    import igraph
    import leidenalg

    codes, edges, weights = read(path)
    begun, wall = user(), time.perf_counter()
    graph = igraph.Graph(n=len(codes), edges=edges, directed=False)
    built = user() - begun
    found = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=2)
    spent, wall = user() - begun - built, time.perf_counter() - wall
    directed = igraph.Graph(n=len(codes), edges=edges, directed=True)
    value = leidenalg.ModularityVertexPartition(directed, found.membership, weights=weights).quality()
    return {"user": spent, "built": built, "wall": wall, "quality": value, "areas": len(found)}


def miedza_run(source, *settings):
    begun = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    told = subprocess.run([SEARCH, "leiden", source, *settings], check=True, capture_output=True, text=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = json.loads(told.stdout)
    return {"user": told["processor_seconds"], "all": spent.ru_utime - begun, "wall": told["seconds"],
            "quality": told["quality"]["value"], "worst": told["quality"]["worst"], "areas": told["areas"]}


def in_own_process(name, *arguments):
    script = f"import json,sys;sys.path.insert(0,{os.path.dirname(os.path.abspath(__file__))!r});import leiden,resource\n"
    script += f"found=leiden.{name}(*{arguments!r});found['memory']=resource.getrusage(resource.RUSAGE_{'CHILDREN' if name == 'miedza_run' else 'SELF'}).ru_maxrss/1024\n"
    script += "print(json.dumps(found))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def show(name, found, own):
    ratio = f"{found['user'] / own['user']:8.1f}" if own["user"] > 0 else "       –"
    print(f"  {name:34s} user {found['user']:9.3f} s  wall {found['wall']:9.3f} s  memory {found['memory']:7.0f} MB  "
          f"quality {found['quality']:.6f}  areas {found['areas']:6d}  ratio {ratio}", flush=True)


def compare(source, large):
    print(source)
    own = in_own_process("miedza_run", source, *(["trials=1", "iterations=1"] if large else []))
    with tempfile.TemporaryDirectory() as folder:
        path = source
        if source.startswith("made:"):
            path = os.path.join(folder, "flows.csv")
            subprocess.run([SEARCH, "leiden", source, "trials=1", "iterations=1", f"write={path}"], check=True, capture_output=True)
        show("miedza" if large else "miedza, default trials", own, own)
        if not large:
            single = in_own_process("miedza_run", source, "trials=1")
            show("miedza, 1 trial", single, own)
            equal = in_own_process("miedza_run", source, "trials=1", "iterations=2")
            show("miedza, 1 trial of 2 rounds", equal, own)
            found = in_own_process("leidenalg_runs", path, RUNS)
            show(f"leidenalg, best of {RUNS}, one run", found, own)
            print(f"  miedza above the best of {RUNS} leidenalg runs by {own['quality'] - found['quality']:+.6f}")
        found = in_own_process("igraph_run", path)
        show("igraph undirected, one run", found, own)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    for source in [argument for argument in arguments if argument != "--large"]:
        compare(source, "--large" in arguments)
