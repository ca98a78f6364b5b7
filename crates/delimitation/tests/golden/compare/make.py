"""Partitions and what scikit-learn says of them."""
import random
from math import log
from collections import Counter
from sklearn.metrics import adjusted_rand_score, mutual_info_score, normalized_mutual_info_score

random.seed(4)
cases = {"equal": ([1, 1, 2, 2, 3], [7, 7, 8, 8, 9]), "one_against_all": ([1] * 6, [1, 2, 3, 4, 5, 6]),
         "halves_crossed": ([1, 1, 2, 2], [1, 2, 1, 2]), "one_moved": ([1, 1, 1, 2, 2, 2], [1, 1, 2, 2, 2, 2])}
for name, units, areas, moved in [("few_move", 60, 6, 0.1), ("many_move", 60, 6, 0.6), ("nothing_alike", 120, 15, 1.0), ("large", 400, 30, 0.2)]:
    a = [random.randrange(areas) for _ in range(units)]
    cases[name] = (a, [random.randrange(areas) if random.random() < moved else x for x in a])
entropy = lambda labels: -sum(n / len(labels) * log(n / len(labels)) for n in Counter(labels).values())
with open("partitions.csv", "w") as p, open("expected.csv", "w") as e:
    p.write("case,first,second\n"); e.write("case,adjusted_rand,normalised_mutual_information,variation_of_information\n")
    for name, (a, b) in cases.items():
        p.writelines(f"{name},{x},{y}\n" for x, y in zip(a, b))
        vi = entropy(a) + entropy(b) - 2 * mutual_info_score(a, b)
        e.write(f"{name},{adjusted_rand_score(a, b):.12f},{normalized_mutual_info_score(a, b):.12f},{abs(vi):.12f}\n")
