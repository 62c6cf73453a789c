"""Mean total-variation distance between two tables of codes, by number of ways.

The same definition as bench/src/synthesis/marginal-error.ts, written apart from it so that either can catch the other's mistake:
0.5 * sum over cells |a / rows(a) - b / rows(b)|, averaged over every marginal of that many columns with at most `max_cells` cells.
"""

from itertools import combinations
from math import prod

import numpy as np


def marginal_errors(real, synthetic, sizes, ways=(1, 2, 3), max_cells=10_000):
    """`real` and `synthetic`: integer codes, one array a column, in the order of `sizes`. Returns {ways: (mean, marginals)}."""
    errors = {}
    for way in ways:
        distances = []
        for columns in combinations(range(len(sizes)), way):
            shape = [sizes[at] for at in columns]
            if prod(shape) > max_cells:
                continue
            one, other = (shares(table, columns, shape) for table in (real, synthetic))
            distances.append(0.5 * np.abs(one - other).sum())
        errors[way] = (float(np.mean(distances)), len(distances))
    return errors


def shares(table, columns, shape):
    cells = np.ravel_multi_index(tuple(table[at] for at in columns), shape)
    counts = np.bincount(cells, minlength=prod(shape))
    return counts / max(1, len(cells))
