"""MST and AIM driven on the inference of the installed `mbi` package.

`mbi` on the package index holds inference only: its mechanisms are scripts of its repository. These two drivers are written from the
papers (McKenna, Miklau, Sheldon 2021 for MST; McKenna, Mullins, Sheldon, Miklau 2022 for AIM), with the settings that the
repository's scripts use: Gaussian noise of numpy, 2,500 and 10,000 steps of mirror descent in MST, warm starts in AIM.
"""

from itertools import chain, combinations

import numpy as np
import opt_einsum
from mbi import LinearMeasurement, estimation, junction_tree


def fit(domain, measurements, steps, start=None):
    return estimation.MirrorDescent().estimate(domain, measurements, iters=steps, warm_start=start)


def counts(table, columns):
    return np.asarray(table.project(columns).datavector(), dtype=float)


def measure(data, columns, deviation, rng):
    exact = counts(data, columns)
    return LinearMeasurement(exact + rng.normal(0, deviation, exact.size), columns, stddev=deviation)


def model_counts(model, sets):
    """Marginals of a model over any sets of columns, by contracting its potentials.

    `model.project` gives the same, but compiles a program for each set and each model: a minute a round for all pairs, and after
    some ten rounds a process is out of memory maps. Contracting with numpy takes about a second a round.
    """
    place = {name: at for at, name in enumerate(model.domain.attributes)}
    operands = []
    for columns in model.potentials.cliques:
        factor = model.potentials[columns]
        values = np.asarray(factor.values, dtype=float)
        operands += [np.exp(values - values.max()), [place[name] for name in factor.domain.attributes]]
    found = {}
    for columns in sets:
        shares = opt_einsum.contract(*operands, [place[name] for name in columns], optimize="greedy")
        found[columns] = (shares * (float(model.total) / shares.sum())).ravel()
    return found


def choose(scores, epsilon, sensitivity, rng):
    """Exponential mechanism, by the Gumbel trick."""
    scaled = 0.5 * epsilon / sensitivity * np.asarray(scores)
    return int(np.argmax(scaled + rng.gumbel(size=len(scaled))))


def mst(data, rho, rng, select_steps=2_500, final_steps=10_000):
    """A third of rho each: one-way marginals, choice of a spanning tree of pairs, those pairs. Returns (table, facts)."""
    names = list(data.domain.attributes)
    deviation = np.sqrt(3 * len(names) / (2 * rho))
    singles = [measure(data, (name,), deviation, rng) for name in names]
    merging = {}
    for single in singles:
        frequent = np.asarray(single.noisy_measurement) >= 3 * deviation
        if not frequent.all():
            place = np.cumsum(frequent) - 1
            merging[single.clique[0]] = np.where(frequent, place, frequent.sum()).astype(int)
    small = data.compress(merging)
    singles = [single.compress(merging, data.domain) for single in singles]
    pairs = spanning_tree(small, fit(small.domain, singles, select_steps), rho / 3, rng)
    deviation = np.sqrt(3 * len(pairs) / (2 * rho))
    measured = singles + [measure(small, pair, deviation, rng) for pair in pairs]
    table = fit(small.domain, measured, final_steps).synthetic_data().decompress(merging)
    return table, {"measured": len(measured)}


def spanning_tree(data, model, rho, rng):
    names = list(data.domain.attributes)
    candidates = list(combinations(names, 2))
    weight = {pair: np.abs(counts(data, pair) - counts(model, pair)).sum() for pair in candidates}
    epsilon = np.sqrt(8 * rho / (len(names) - 1))
    part = {name: at for at, name in enumerate(names)}
    tree = []
    while len(tree) < len(names) - 1:
        candidates = [(a, b) for a, b in candidates if part[a] != part[b]]
        a, b = candidates[choose([weight[pair] for pair in candidates], epsilon, 1, rng)]
        tree.append((a, b))
        part = {name: part[a] if place == part[b] else place for name, place in part.items()}
    return tree


def aim(data, rho, rng, max_size, steps, workload):
    """`max_size`: megabytes of the junction tree's cells, 8 bytes each. Returns (table, facts)."""
    domain = data.domain
    weights = workload_weights(workload)
    exact = {columns: counts(data, columns) for columns in weights}
    ones = [columns for columns in weights if len(columns) == 1]
    rounds = 16 * len(domain.attributes)
    deviation = np.sqrt(rounds / (2 * 0.9 * rho))
    epsilon = np.sqrt(8 * 0.1 * rho / rounds)
    measured = [measure(data, columns, deviation, rng) for columns in ones]
    spent = len(ones) / (2 * deviation**2)
    model = fit(domain, measured, steps)
    chosen, last = [], False
    while not last:
        if rho - spent < 2 * (1 / (2 * deviation**2) + epsilon**2 / 8):
            left = rho - spent
            deviation, epsilon, last = np.sqrt(1 / (2 * 0.9 * left)), np.sqrt(8 * 0.1 * left), True
        spent += 1 / (2 * deviation**2) + epsilon**2 / 8
        inside = set(subsets(model.cliques))
        limit = max_size * spent / rho
        fitting = [
            columns
            for columns in weights
            if columns in inside
            or junction_tree.hypothetical_model_size(domain, [*model.cliques, columns]) <= limit
        ]
        bias = np.sqrt(2 / np.pi) * deviation
        estimates = model_counts(model, fitting)
        scores = [
            weights[columns]
            * (np.abs(exact[columns] - estimates[columns]).sum() - bias * exact[columns].size)
            for columns in fitting
        ]
        columns = fitting[choose(scores, epsilon, max(weights[columns] for columns in fitting), rng)]
        chosen.append(columns)
        before = estimates[columns]
        measured.append(measure(data, columns, deviation, rng))
        model = fit(domain, measured, steps, model)
        if np.abs(model_counts(model, [columns])[columns] - before).sum() <= bias * before.size:
            deviation, epsilon = deviation / 2, epsilon * 2
    model = fit(domain, measured, steps, model)
    size = junction_tree.hypothetical_model_size(domain, list(model.cliques))
    return model.synthetic_data(), {"rounds": len(chosen), "modelMb": size, "measured": len(measured)}


def workload_weights(workload):
    """Every subset of a workload set, weighted by how many of its columns the workload sets hold."""
    return {
        columns: sum(len(set(columns) & set(wanted)) for wanted in workload)
        for columns in sorted(subsets(workload), key=len)
    }


def subsets(sets):
    every = (combinations(columns, size) for columns in sets for size in range(1, len(columns) + 1))
    return list(dict.fromkeys(chain.from_iterable(every)))
