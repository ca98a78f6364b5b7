"""Answers for the golden cases of `criteria` and `dominant_flow`, from the published rules alone.

Plain Python on full matrices, no code in common with the program. `python3 core_cases.py FOLDER` writes the folders
`dominant_flow/random_60` and `criteria/random_60` of `crates/delimitation/tests/golden`.
"""

import csv
import pathlib
import sys

from fusion_cases import UNITS, code, columns, matrix, numbers, write


def jobs_then_code(f):
    """The order of Nystuen & Dacey: more jobs first, the smaller code on a tie."""
    w = columns(f)
    return sorted(range(len(f)), key=lambda unit: (-w[unit], unit))


def dominant(f, importance, min_flow=0, min_share=0.0, ranks=None):
    """Nystuen & Dacey (1961): the head of the area of each unit."""
    place = {unit: at for at, unit in enumerate(importance)}
    heads = {}

    def superior(unit):
        leaving = sum(f[unit]) - f[unit][unit]
        best = None
        for other in importance:  # the more important one first, so that it stays on a tie
            flow = f[unit][other]
            if other == unit or flow == 0 or flow < min_flow or flow / leaving < min_share:
                continue
            if ranks is not None and ranks[other] <= ranks[unit]:
                continue
            if best is None or flow > f[unit][best]:
                best = other
        if best is None or (ranks is None and place[best] > place[unit]):
            return None
        return best

    def head(unit):
        above = superior(unit)
        return unit if above is None else head(above)

    for unit in range(len(f)):
        if sum(f[unit]) or any(row[unit] for row in f):
            heads[unit] = head(unit)
    return heads


def figures():
    """Made-up figures of the units: rank, inhabitants, working age, firms (some are missing) and dwellings."""
    draw = numbers(61)
    table = []
    for unit in range(UNITS):
        inhabitants = 500 + next(draw) % 4000
        firms = "" if next(draw) % 9 == 0 else 20 + next(draw) % 100
        table.append((1 + next(draw) % 3, inhabitants, inhabitants * 6 // 10, firms, next(draw) % 80 / 10))
    return table


REGION = 2  # the first two characters of the code: 00 to 06


def criteria(f, table, cores, mean_by_population):
    """The list below on each unit that is no core: passed, failed or unknown, and whether the unit qualifies.

    1 commuters to the core per 1,000 of working age >= 20, functional, weight 2
    2 commuters to the core per employed resident >= 0.05, functional
    3 firms >= 90 % of the mean of the region, economic
    4 dwellings > 50 % of the mean of all units, building
    5 inhabitants <= 4000, mandatory
    asked for: 3 criteria, 2 groups and a weight of 3
    """

    def mean(column, among):
        known = [(table[u][column], table[u][1] if mean_by_population else 1) for u in among if table[u][column] != ""]
        return sum(value * weight for value, weight in known) / sum(weight for _, weight in known) if known else None

    verdicts = {}
    for unit in range(UNITS):
        if any(unit in core for core in cores):
            continue
        to = [sum(f[unit][member] for member in core) for core in cores]
        core = max(range(len(cores)), key=lambda number: (to[number], -number))
        residents = sum(f[unit])
        region = [other for other in range(UNITS) if code(other)[:REGION] == code(unit)[:REGION]]
        firms, limit = table[unit][3], mean(3, region)
        passed = [
            1000 * to[core] / table[unit][2] >= 20,
            to[core] / residents >= 0.05 if residents else None,
            firms >= 0.9 * limit if firms != "" and limit is not None else None,
            table[unit][4] > 0.5 * mean(4, range(UNITS)),
            table[unit][1] <= 4000,
        ]
        weight = sum(w for w, p in zip((2, 1, 1, 1, 1), passed) if p)
        groups = len({g for g, p in zip(("functional", "functional", "economic", "building", None), passed) if p and g})
        qualifies = bool(passed[4]) and sum(map(bool, passed)) >= 3 and groups >= 2 and weight >= 3
        verdicts[unit] = (core if to[core] else None, passed, weight, groups, qualifies)
    return verdicts


def write_criteria(folder, f, table, cores):
    for name, by_population in (("of_units", False), ("by_population", True)):
        verdicts = criteria(f, table, cores, by_population)
        sign = {True: "passed", False: "failed", None: "unknown"}
        lines, groups = [], [list(core) for core in cores]
        for unit, (core, passed, weight, count, qualifies) in verdicts.items():
            lines.append([code(unit), *(sign[p] for p in passed), weight, count, str(qualifies).lower()])
            if qualifies and core is not None:
                groups[core].append(unit)
        header = ["unit", "working_age", "employed", "firms", "dwellings", "size", "weight", "groups", "qualifies"]
        write(folder, f"verdicts_{name}.csv", header, lines)
        label = {unit: min(group) for group in groups for unit in group}
        write(folder, f"expected_{name}.csv", ["unit", "area"], [(code(u), code(label[u]) if u in label else "") for u in range(UNITS)])


def main():
    golden = pathlib.Path(sys.argv[1])
    f, table = matrix(), figures()
    cells = [(code(i), code(j), f[i][j]) for i in range(UNITS) for j in range(UNITS) if f[i][j]]
    names = ["unit", "rank", "population", "working_age", "firms", "dwellings"]
    units = [[code(unit), *line] for unit, line in enumerate(table)]
    w = columns(f)
    cases = {
        "plain": dominant(f, jobs_then_code(f)),
        "in_commuters": dominant(f, sorted(range(UNITS), key=lambda u: (f[u][u] - w[u], u))),
        "filtered": dominant(f, jobs_then_code(f), min_flow=10, min_share=0.1),
        "ranked": dominant(f, jobs_then_code(f), ranks=[line[0] for line in table]),
    }
    folder = golden / "dominant_flow" / "random_60"
    write(folder, "flows.csv", ["from", "to", "persons"], cells)
    write(folder, "units.csv", names, units)
    for name, heads in cases.items():
        write(folder, f"heads_{name}.csv", ["unit", "head"], [(code(u), code(heads[u]) if u in heads else "") for u in range(UNITS)])
    folder = golden / "criteria" / "random_60"
    write(folder, "flows.csv", ["from", "to", "persons"], cells)
    write(folder, "units.csv", names, units)
    largest = jobs_then_code(f)[:3]
    cores = sorted([sorted(largest[:2]), [largest[2]]])
    write(folder, "cores.csv", ["unit", "core"], [(code(unit), code(core[0])) for core in cores for unit in core])
    write_criteria(folder, f, table, cores)
    print(len(cells), "flows;", {name: len(set(heads.values())) for name, heads in cases.items()}, "heads")


if __name__ == "__main__":
    main()
