"""Tables of integer codes: a CSV (gzip or not) with a header, and a JSON file of column -> number of codes."""

import csv
import gzip
import json

import numpy as np


def read_table(path, domain_path):
    """Returns (names, sizes, columns): columns in the order of the domain file, one int array each."""
    with open(domain_path, encoding="utf8") as file:
        domain = json.load(file)
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf8", newline="") as file:
        header = next(csv.reader([file.readline()]))
        codes = np.loadtxt(file, delimiter=",", dtype=np.int64, ndmin=2)
    names, sizes = list(domain), [int(size) for size in domain.values()]
    columns = [codes[:, header.index(name)] for name in names]
    for name, size, column in zip(names, sizes, columns):
        if column.min(initial=0) < 0 or column.max(initial=0) >= size:
            raise SystemExit(f"{path}: column '{name}' holds a code outside 0 to {size - 1}")
    return names, sizes, columns


def write_table(path, names, columns):
    with open(path, "w", encoding="utf8") as file:
        file.write(",".join(names) + "\n")
        np.savetxt(file, np.stack(columns, axis=1), fmt="%d", delimiter=",")
