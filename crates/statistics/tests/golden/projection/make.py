"""Projections by Leslie matrices, as whole matrix products: an independent way to the figures of miedza-statistics.

Writes sweden_1993.csv (women of Sweden, Preston, Heuveline & Guillot 2001, box 6.1) and two_sexes.csv (made-up rates with
migration). Run with numpy; see ORIGIN.md.
"""

import numpy as np

WOMEN = [293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140, 221764,
         223506, 183654, 141990, 112424]
YEARS = [497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786, 457852, 436153,
         402775, 350358, 271512, 291707]
RATES = [0, 0, 0, .0120, .0908, .1499, .1125, .0441, .0074, .0003] + [0] * 8


def survival(lived, radix):
    n = len(lived)
    matrix = np.zeros((n, n))
    for i in range(n - 2):
        matrix[i + 1, i] = lived[i + 1] / lived[i]
    matrix[n - 1, n - 2] = matrix[n - 1, n - 1] = lived[-1] / (lived[-1] + lived[-2])
    return matrix, lived[0] / (5 * radix)


def mothers(matrix, rates):
    """Births over five years per woman of each group at the start: a row."""
    rates = np.array(rates)
    return 2.5 * (rates + rates @ matrix)


def sweden():
    matrix, newborn = survival(np.array(YEARS, float), 1e5)
    leslie = matrix.copy()
    leslie[0] = newborn / 2.05 * mothers(matrix, RATES)
    now = np.array(WOMEN, float)
    columns = [now]
    for _ in range(4):
        now = leslie @ now
        columns.append(now)
    return np.array(columns).T


def two_sexes():
    n = 18
    ages = np.arange(n) * 5.0
    women_lived = np.array(YEARS, float)
    men_lived = women_lived * (1 - 0.0015 * ages)
    men_lived[-1] = 0.6 * women_lived[-1]
    start = np.concatenate([1000 - 10 * ages, 1040 - 11 * ages])
    net = np.concatenate([np.where(np.arange(n) == 4, -30.0, 4.0), np.where(np.arange(n) == 5, -25.0, 3.0)])
    female, female_newborn = survival(women_lived, 1e5)
    male, male_newborn = survival(men_lived, 1e5)
    both = np.block([[female, np.zeros((n, n))], [np.zeros((n, n)), male]])
    births = np.concatenate([mothers(female, RATES), np.zeros(n)])
    both[0] += births / 2.06 * female_newborn
    both[n] += births * 1.06 / 2.06 * male_newborn
    columns, now = [start], start
    for _ in range(4):
        now = both @ (now + net / 2) + net / 2
        columns.append(now)
    return np.array(columns).T


for name, table in [("sweden_1993.csv", sweden()), ("two_sexes.csv", two_sexes())]:
    with open(name, "w") as out:
        out.write("group,step_0,step_1,step_2,step_3,step_4\n")
        for group, row in enumerate(table):
            out.write(f"{group}," + ",".join(f"{value:.6f}" for value in row) + "\n")
print(np.__version__, sweden().sum(axis=0))
