"""Prints what the work of each room costs here and at its peers. Started by `run`, which makes the environment."""

import gzip
import io
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import miedza
import polars

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DATA = Path(os.environ["MIEDZA_SHARED_DATA"])
# Measured before with whole programs that are not in the package index, user CPU in seconds, reading of the file included:
# the R package, another Rust program. They stand beside our own whole program, the example `areas`.
BEFORE = {"Sardinia": (64, 0.017), "2,477 units": (357, 0.25), "8,000 units": (None, 2.54)}


def measure(work, runs=7):
    """Median user CPU and wall time of a run, in seconds, and what the last one gave."""
    users, walls = [], []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_utime, time.perf_counter()
        result = work()
        walls.append(time.perf_counter() - start)
        users.append(resource.getrusage(resource.RUSAGE_SELF).ru_utime - before)
    return statistics.median(users), statistics.median(walls), result


def whole_program(flows, three):
    """User CPU and wall time of the example that reads a CSV file, makes areas and writes them, the median of five."""
    path = ROOT / "target/peers/whole.csv"
    flows.select(list(three.values())).write_csv(path)
    users, walls = [], []
    for _ in range(5):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, time.perf_counter()
        subprocess.run([ROOT / "target/release/examples/areas", path], stdout=subprocess.DEVNULL, check=True)
        walls.append(time.perf_counter() - start)
        users.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return statistics.median(users), statistics.median(walls)


def row(what, who, user, wall, than=None):
    ratio = f"{user / than:10.1f} x" if than else ""
    print(f"{what:42} {who:24} {user * 1000:11.1f} ms user {wall * 1000:11.1f} ms wall {ratio}", flush=True)


def country(units, degree):
    """A made-up matrix, kept in target/peers."""
    path = ROOT / f"target/peers/gravity_{units}_{degree}.csv"
    if not path.exists():
        with open(path, "wb") as file:
            subprocess.run([ROOT / "target/release/examples/gravity", str(units), str(degree)], stdout=file, check=True)
    return polars.read_csv(path, schema_overrides={"origin": polars.String, "destination": polars.String})


def reference(name):
    with gzip.open(DATA / name) as file:
        return polars.read_csv(io.BytesIO(file.read()), infer_schema_length=0)


def small():
    matrices = [("2,477 units", lambda: country(2477, 20)), ("8,000 units", lambda: country(8000, 40))]
    if (DATA / "it-sardinia").is_dir():
        matrices.insert(0, ("Sardinia", lambda: reference("it-sardinia/flows.csv.gz").rename({"amount": "persons"})))
    else:
        print("skipped: no shared data for Sardinia")
    for name, read in matrices:
        flows = read().with_columns(polars.col("persons").cast(polars.Float64))
        three = dict(zip(("origin", "destination", "persons"), flows.columns))
        frame_user, frame_wall, first = measure(lambda: miedza.delimit(flows, "travel_to_work", **three))
        user, wall, _ = measure(lambda: miedza.delimit(first, "travel_to_work"))
        row(f"travel_to_work, {name}, {len(flows):,} flows", "ours, from the frame", frame_user, frame_wall)
        row("", "ours, flows at hand", user, wall)
        whole, whole_wall = whole_program(flows, three)
        row("", "ours, whole program", whole, whole_wall)
        for peer, seconds in zip(("R package", "another Rust program"), BEFORE[name]):
            if seconds:
                print(f"{'':42} {peer + ', before':26} {seconds:6} s user {seconds / whole:36.0f} x the whole program")


def one_change():
    first = miedza.delimit(country(2477, 20), "travel_to_work")
    user, wall, _ = measure(lambda: miedza.delimit(first, "travel_to_work", min_self_containment=0.7), 21)
    row("one changed parameter, 2,477 units", "ours", user, wall)
    print(f"{'':42} goal: 20 ms wall, {'kept' if wall <= 0.02 else 'MISSED'}")


def contiguity():
    if not (DATA / "pl-boundaries").is_dir():
        print("skipped: no shared data for boundaries")
        return
    import geopandas
    import libpysal

    land = geopandas.read_file(f"/vsigzip/{(DATA / 'pl-boundaries/gminas.geojson.gz').resolve()}")
    codes, binary = [str(number) for number in range(len(land))], list(land.geometry.to_wkb())
    user, wall, ours = measure(lambda: miedza.contiguity(codes, binary))
    exact_user, exact_wall, exact = measure(lambda: miedza.contiguity(codes, binary, gap_m=0.0))
    peer_user, peer_wall, theirs = measure(lambda: libpysal.weights.Queen.from_dataframe(land, use_index=False, silence_warnings=True), 3)
    row(f"neighbours of {len(land):,} municipalities", "ours, gaps of 20 m", user, wall)
    row("", "ours, equal vertices", exact_user, exact_wall)
    row("", f"libpysal {libpysal.__version__}", peer_user, peer_wall, user)
    print(f"{'':42} pairs: ours {len(ours)}, by equal vertices {len(exact)}, libpysal {theirs.nonzero // 2}")


def leiden():
    sources = ["made:2477:20"]
    if (DATA / "it-sardinia").is_dir():
        sources.append(str(DATA / "it-sardinia/flows.csv.gz"))
    environment = {**os.environ, "SEARCH": str(ROOT / "target/release/examples/search")}
    subprocess.run([sys.executable, HERE / "leiden.py", *sources], check=True, env=environment)


def local_moran():
    if not (DATA / "pl-boundaries").is_dir() or not (DATA / "pl-statistics").is_dir():
        print("skipped: no shared data for local Moran")
        return
    environment = {**os.environ, "LOCAL_MORAN": str(ROOT / "target/release/examples/local_moran")}
    subprocess.run([sys.executable, HERE / "local_moran.py", DATA], check=True, env=environment)


def bandwidth():
    """Bytes a second of CPU time that the sum of two long arrays into a third moves, the best of twenty, as STREAM does it."""
    import numpy

    a, b, c = (numpy.ones(40_000_000) for _ in range(3))
    best = float("inf")
    for _ in range(20):
        start = time.process_time()
        numpy.add(a, b, out=c)
        best = min(best, time.process_time() - start)
    return 3 * a.nbytes / best


# An estimate, not a measurement: a flow stands in two sparse matrices of 12 bytes (other unit, persons), each is read once to
# fill the state and once more as its unit is moved, and the merged row is read and written as often: 2 * 12 * 4.
BYTES_PER_FLOW = 96


def large():
    flows = country(100_000, 100)
    before = peak()
    user, wall, first = measure(lambda: miedza.delimit(flows, "travel_to_work"), 1)
    row(f"travel_to_work, 100,000 units, {len(flows):,} flows", "ours, from the frame", user, wall)
    print(f"{'':42} peak memory {peak() / 1e9:.2f} GB, {before / 1e9:.2f} GB with the frame alone; goals: 60 s and 4 GB")
    del flows
    user, wall, _ = measure(lambda: miedza.delimit(first, "travel_to_work"), 3)
    row("", "ours, flows at hand", user, wall)
    rate = bandwidth()
    share = first.summary["flows"] * BYTES_PER_FLOW / user / rate
    print(f"{'':42} memory gives {rate / 1e9:.1f} GB/s to one thread; {share:.0%} of it is used, at an estimated {BYTES_PER_FLOW} bytes a flow")


def curve():
    """10^3 to 10^6 units with about ten destinations each, flows at hand."""
    for units in (1_000, 10_000, 100_000, 1_000_000):
        first = miedza.delimit(country(units, 10), "travel_to_work")
        user, wall, _ = measure(lambda: miedza.delimit(first, "travel_to_work"), 3)
        row(f"travel_to_work, {units:,} units, degree 10", "ours, flows at hand", user, wall)


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


PARTS = {part.__name__: part for part in (small, one_change, contiguity, leiden, local_moran, large, curve)}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
