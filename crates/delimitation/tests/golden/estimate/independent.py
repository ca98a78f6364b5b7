"""Radiation, doubly constrained gravity and fit, written from the papers with numpy and scipy alone."""
import csv, gzip, json, sys
import numpy as np
from scipy.optimize import brentq, root

def load(folder):
    zones = json.load(gzip.open(f"{folder}/zones.geojson.gz"))["features"]
    ids = sorted(str(int(z["properties"]["ID"])) for z in zones)
    at = {i: k for k, i in enumerate(ids)}
    lon, lat = np.zeros(len(ids)), np.zeros(len(ids))
    for z in zones:
        k = at[str(int(z["properties"]["ID"]))]
        lon[k], lat[k] = z["properties"]["Longitude"], z["properties"]["Latitude"]
    pop = np.zeros(len(ids))
    for row in csv.DictReader(open(f"{folder}/masses.csv")):
        pop[at[row["id"]]] = float(row["Population"])
    f = np.zeros((len(ids), len(ids)))
    for row in csv.DictReader(open(f"{folder}/flows.csv")):
        f[at[row["from"]], at[row["to"]]] += float(row["value"])
    return ids, lon, lat, pop, f

def distances(lon, lat):
    x, y = np.radians(lon), np.radians(lat)
    h = np.sin((y[:, None] - y) / 2) ** 2 + np.cos(y[:, None]) * np.cos(y) * np.sin((x[:, None] - x) / 2) ** 2
    d = np.round(2 * 6371.0088 * np.arcsin(np.sqrt(np.minimum(h, 1))) * 1000) / 1000
    d = np.maximum(d, 1.0)
    np.fill_diagonal(d, np.inf)
    np.fill_diagonal(d, d.min(axis=1) / 2)
    return d

def radiation(out, m, d):
    n = len(m); t = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i == j: continue
            inside = d[i] <= d[i, j]
            inside[i] = inside[j] = False
            s = m[inside].sum()
            t[i, j] = out[i] * m[i] * m[j] / ((m[i] + s) * (m[i] + m[j] + s)) / (1 - m[i] / m.sum())
    return t

def furness(g, o, d):
    b = (d > 0) * 1.0
    for _ in range(200000):
        with np.errstate(divide="ignore", invalid="ignore"):
            a = np.where(o > 0, o / (g @ b), 0)
            c = a @ g
            if np.abs(c * b - d).max() < 1e-11 * o.sum(): break
            b = np.where(d > 0, d / c, 0)
    return a[:, None] * g * b

def pull(d, alpha, beta):
    g = d ** alpha * np.exp(-beta * d)
    np.fill_diagonal(g, 0)
    return g

def fit(t, f, d):
    off = ~np.eye(len(f), dtype=bool)
    t, f, d = t[off], f[off], d[off]
    both = (t > 0) & (f > 0)
    return dict(cpc=2 * np.minimum(t, f).sum() / (t.sum() + f.sum()),
                log_rmse=float(np.sqrt(np.mean((np.log(t[both]) - np.log(f[both])) ** 2))),
                r_squared=1 - ((t - f) ** 2).sum() / ((f - f.mean()) ** 2).sum(), km=(t * d).sum() / t.sum())

def main(folder, out):
    ids, lon, lat, pop, f = load(folder)
    d = distances(lon, lat); o, w = f.sum(1), f.sum(0)
    mean = lambda t, x: (t * x).sum() / t.sum()
    ld = np.log(d)
    made = {"radiation": (radiation(o, pop, d), [0, 0])}
    be = brentq(lambda b: mean(furness(pull(d, 0, b), o, w), d) - mean(f, d), 0.02, 0.5, xtol=1e-14)
    made["exponential"] = (furness(pull(d, 0, be), o, w), [0, be])
    bp = brentq(lambda b: mean(furness(pull(d, -b, 0), o, w), ld) - mean(f, ld), 0.5, 5, xtol=1e-14)
    made["power"] = (furness(pull(d, -bp, 0), o, w), [-bp, 0])
    def both(p):
        t = furness(pull(d, *p), o, w)
        return [mean(t, ld) - mean(f, ld), mean(t, d) / mean(f, d) - 1]
    sol = root(both, [-1.0, be / 2], tol=1e-12)
    made["combined"] = (furness(pull(d, *sol.x), o, w), list(sol.x))
    with open(f"{out}/figures.csv", "w") as s:
        s.write("model,slope_of_logarithm,slope_of_km,common_part,log_rmse,r_squared,modelled_km\n")
        for name, (t, p) in made.items():
            q = fit(t, f, d)
            s.write(f"{name},{p[0]:.12g},{-p[1] if p[1] else 0:.12g},{q['cpc']:.12g},{q['log_rmse']:.12g},{q['r_squared']:.12g},{q['km']:.12g}\n")
    with open(f"{out}/expected.csv", "w") as s:
        s.write("from,to," + ",".join(made) + "\n")
        n = len(ids)
        for k in range(0, n * n, max(1, n * n // 400) | 1):
            i, j = divmod(k, n)
            if i != j:
                s.write(f"{ids[i]},{ids[j]}," + ",".join(f"{t[i, j]:.10g}" for t, _ in made.values()) + "\n")
    print(open(f"{out}/figures.csv").read())
main(*sys.argv[1:])
