"""Answers for the golden cases of `intramax` and `self_contained`, from the published rules alone.

Plain Python on full matrices, no code in common with the program. `python3 fusion_cases.py FOLDER` writes the folders
`intramax/random_60`, `intramax/random_60_removed` and `self_contained/random_60` of `crates/delimitation/tests/golden`.
"""

import csv
import math
import pathlib
import sys

UNITS = 60


def numbers(seed):
    """Whole numbers below 2**31, the same on every machine (Lehmer's generator)."""
    while True:
        seed = seed * 48271 % 2147483647
        yield seed


def matrix():
    """Persons between made-up places on a square; few near ones, the larger the more."""
    draw = numbers(20240229)
    places = [(next(draw) % 1000, next(draw) % 1000, 50 + next(draw) % 40 ** 2) for _ in range(UNITS)]
    flows = [[0] * UNITS for _ in range(UNITS)]
    for i, (x, y, size) in enumerate(places):
        flows[i][i] = size // 2 + next(draw) % 50
        for j, (u, v, draws) in enumerate(places):
            reach = size * draws // (2000 + (x - u) ** 2 + (y - v) ** 2)
            if i != j and reach > 0:
                flows[i][j] = reach * (50 + next(draw) % 100) // 100
    return flows


def rows(f):
    return [sum(row) for row in f]


def columns(f):
    return [sum(column) for column in zip(*f)]


def fuse(f, a, b):
    for k in range(len(f)):
        f[a][k] += f[b][k]
        f[b][k] = 0
    for k in range(len(f)):
        f[k][a] += f[k][b]
        f[k][b] = 0


def intramax(f):
    """Masser & Brown (1975): all fusions with the share of internal flow after each."""
    live = list(range(len(f)))
    total = sum(rows(f))
    fusions = []
    while len(live) > 1:
        r, w = rows(f), columns(f)

        def value(i, j):
            one = f[i][j] / (r[i] * w[j]) if f[i][j] else 0.0
            other = f[j][i] / (r[j] * w[i]) if f[j][i] else 0.0
            return one + other

        pairs = [(-value(i, j), i, j) for i in live for j in live if i < j]
        _, i, j = min(pairs)
        fuse(f, i, j)
        live.remove(j)
        fusions.append((i, j, sum(f[k][k] for k in live) / total))
    return fusions


def self_contained(f, min_flow, high, low=0, small=0.90, large=0.75):
    """Munro, Alasia & Bollman (2011): the areas as lists of units."""
    f = [[flow if flow >= min_flow else 0 for flow in row] for row in f]
    areas = [(i, [i]) for i in range(len(f))]  # in the order of the list
    skipped = set()

    def required(size):
        return large if size >= high else small + size * (large - small) / high

    while True:
        r, w = rows(f), columns(f)
        worst, most = None, 0.0
        for number, (a, units) in enumerate(areas):
            supply, demand = (f[a][a] / r[a] if r[a] else 0.0), (f[a][a] / w[a] if w[a] else 0.0)
            if a in skipped or (supply >= required(r[a]) and demand >= required(r[a])):
                continue
            if r[a] >= high:
                lacks = max(0, large - supply) + max(0, large - demand)
            elif r[a] <= low:
                lacks = math.sqrt((low - r[a]) ** 2 + (small - supply) ** 2) + math.sqrt((low - r[a]) ** 2 + (small - demand) ** 2)
            else:
                lacks = max(0, required(r[a]) - supply) + max(0, required(w[a]) - demand)
            if lacks > most:
                worst, most = number, lacks
        if worst is None:
            return [units for _, units in areas]
        a, units = areas[worst]
        partner, strongest = None, 0.0
        for number, (b, _) in enumerate(areas):
            if b != a:
                link = (f[a][b] ** 2 / (r[a] * w[b]) if f[a][b] else 0.0) + (f[b][a] ** 2 / (r[b] * w[a]) if f[b][a] else 0.0)
                if link > strongest:
                    partner, strongest = number, link
        if partner is None:
            skipped.add(a)
            continue
        b, others = areas[partner]
        fuse(f, a, b)
        areas = [area for area in areas if area[0] not in (a, b)] + [(a, units + others)]


def code(unit):
    return f"{unit + 1:03d}"


def write(folder, name, header, table):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


def write_areas(folder, groups):
    label = {unit: min(group) for group in groups for unit in group}
    write(folder, "expected.csv", ["unit", "area"], [(code(unit), code(label[unit])) for unit in range(UNITS)])


def write_tree(folder, flows, areas):
    fusions = intramax([row[:] for row in flows])
    write(folder, "fusions.csv", ["first", "second", "internal_share"], [(code(i), code(j), f"{s:.6f}") for i, j, s in fusions])
    groups = {unit: [unit] for unit in range(UNITS)}
    for i, j, _ in fusions[: UNITS - areas]:
        groups[i] += groups.pop(j)
    write_areas(folder, groups.values())


def main():
    golden = pathlib.Path(sys.argv[1])
    flows = matrix()
    cells = [(code(i), code(j), flows[i][j]) for i in range(UNITS) for j in range(UNITS) if flows[i][j]]
    for method in ("intramax", "self_contained"):
        write(golden / method / "random_60", "flows.csv", ["from", "to", "persons"], cells)
    write_tree(golden / "intramax" / "random_60", flows, 6)
    without = [[0 if i == j else flows[i][j] for j in range(UNITS)] for i in range(UNITS)]
    write_tree(golden / "intramax" / "random_60_removed", without, 6)
    areas = self_contained(flows, 5, 2500)
    write_areas(golden / "self_contained" / "random_60", areas)
    print(len(cells), "flows;", len(areas), "self-contained areas")


if __name__ == "__main__":
    main()
