"""Answer for the golden case of the population grid of `functional_urban_area`, from the published rules alone.

Plain Python that sweeps the whole grid again and again, no code in common with the program. `python3 grid_cases.py FOLDER`
writes `functional_urban_area/grid_40` of `crates/delimitation/tests/golden`.
"""

import pathlib
import sys

from fusion_cases import code, numbers, write

SIDE, BLOCK = 40, 5
DENSITY, POPULATION, SHARE = 1500, 50000, 0.5


def grid():
    """Inhabitants of each cell: towns whose people thin out, with noise, so that there are gaps, bays and bridges."""
    draw = numbers(40)
    towns = [(next(draw) % SIDE, next(draw) % SIDE, 2000 + next(draw) % 9000, 4 + next(draw) % 40) for _ in range(14)]
    cells = {}
    for x in range(SIDE):
        for y in range(SIDE):
            people = sum(size * reach**2 // (reach + (x - u) ** 2 + (y - v) ** 2) ** 2 for u, v, size, reach in towns) // 3
            cells[x, y] = people * (20 + next(draw) % 160) // 100
    return cells


def around(x, y):
    return [(x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)]


def clusters(cells):
    """Dense cells by number: each takes the smallest number of its four neighbours until nothing changes."""
    number = {cell: at for at, cell in enumerate(sorted(cells)) if cells[cell] >= DENSITY}
    changed = True
    while changed:
        changed = False
        for x, y in number:
            best = min(number.get(beside, number[x, y]) for beside in ((x, y), (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)))
            changed |= best < number[x, y]
            number[x, y] = min(best, number[x, y])
    people = {}
    for cell, name in number.items():
        people[name] = people.get(name, 0) + cells[cell]
    return {cell: name for cell, name in number.items() if people[name] >= POPULATION}


def outside(centre, name):
    """Cells from which a way across sides and corners leads off the grid without crossing a centre."""
    everywhere = {(x, y) for x in range(-1, SIDE + 1) for y in range(-1, SIDE + 1)}
    free = {cell for cell in everywhere if centre.get(cell) != name}
    reached = {(-1, -1)}
    while True:
        more = {beside for cell in reached for beside in around(*cell) if beside in free} - reached
        if not more:
            return reached, free
        reached |= more


def centres(cells):
    centre = clusters(cells)
    counts = [len(centre)]
    while True:
        before = len(centre)
        for name in sorted(set(centre.values()), key=lambda name: min((y, x) for (x, y), other in centre.items() if other == name)):
            reached, free = outside(centre, name)
            for cell in free - reached:
                centre.setdefault(cell, name)
        counts.append(len(centre))
        grown = True
        while grown:
            grown = False
            for x in range(SIDE):
                for y in range(SIDE):
                    votes = [centre[beside] for beside in around(x, y) if beside in centre]
                    for name in set(votes):
                        if (x, y) not in centre and votes.count(name) >= 5:
                            centre[x, y] = name
                            grown = True
        counts.append(len(centre))
        if len(centre) == before:
            return centre, counts


def main():
    golden = pathlib.Path(sys.argv[1]) / "functional_urban_area" / "grid_40"
    cells = grid()
    centre, counts = centres(cells)
    blocks = SIDE // BLOCK
    unit_of = {(x, y): (y // BLOCK) * blocks + x // BLOCK for x, y in cells}
    write(golden, "grid.csv", ["column", "row", "inhabitants", "unit"], [(x, y, cells[x, y], code(unit_of[x, y])) for x, y in cells])
    write(golden, "flows.csv", ["from", "to", "persons"], [(code(unit), code(unit), 1) for unit in range(blocks**2)])
    lines = []
    for unit in range(blocks**2):
        own = [cell for cell in cells if unit_of[cell] == unit]
        people = sum(cells[cell] for cell in own)
        inside = {}
        for cell in own:
            if cell in centre:
                inside[centre[cell]] = inside.get(centre[cell], 0) + cells[cell]
        name, most = max(inside.items(), key=lambda item: item[1], default=(None, 0))
        if people and most / people >= SHARE:
            lines.append((code(unit), name, f"{most / people:.6f}"))
    first = {}
    for unit, name, _ in lines:
        first.setdefault(name, unit)
    write(golden, "cities.csv", ["unit", "city", "share"], [(unit, first[name], share) for unit, name, share in lines])
    print(len(set(centre.values())), "centres;", counts, "cells after each step;", len(lines), "units in", len(first), "cities")


if __name__ == "__main__":
    main()
