# Redoes a figure of a release from its public files, with nothing but Python's standard library.
#
#   python3 interval.py BUNDLE FIGURE        for example: python3 interval.py demo/bundle sex.male.2015
#
# Prints the value and the 95 % interval, and fails unless they are those of data/figures.json. How: docs/bundle-format.md,
# "Redoing an interval".
import itertools
import json
import math
import sys

Z = 1.96


def load(bundle, path):
    with open(f"{bundle}/{path}", encoding="utf-8") as file:
        return json.load(file)


class Release:
    def __init__(self, measurements):
        self.domains = measurements["domains"]
        self.residuals = {}
        for m in measurements["measurements"]:
            if m["kind"] != "residual":
                raise SystemExit("this script reads residual measurements only")
            sizes = [len(self.domains[v]) for v in m["set"]]
            cells = math.prod(sizes)
            values = centred([x / cells for x in m["values"]], sizes)
            # The residual's variance s: that of the noise over the square of the number of cells.
            self.residuals[m["cohort"], tuple(m["set"])] = (values, int(m["variance"]) / cells**2)

    def subsets(self, table):
        # A variable of one code has no residual of its own.
        free = [v for v in table if len(self.domains[v]) > 1]
        return itertools.chain.from_iterable(itertools.combinations(free, n) for n in range(len(free) + 1))

    def weights(self, table, where, subset):
        """Weights of a residual's cells in the sum of the table's cells that `where` allows."""
        outside = 1.0
        for v in table:
            if v not in subset:
                outside *= len(self.allowed(where, v)) / len(self.domains[v])
        flags = [[1.0 if c in self.allowed(where, v) else 0.0 for c in self.domains[v]] for v in subset]
        return [outside * math.prod(cell) for cell in itertools.product(*flags)]

    def allowed(self, where, variable):
        codes = where.get(variable, self.domains[variable])
        return [codes] if isinstance(codes, str) else codes

    def count(self, cohorts, table, where):
        """The estimated number of records."""
        total = 0.0
        for cohort in cohorts:
            for subset in self.subsets(table):
                values, _ = self.residuals[cohort, subset]
                total += sum(w * x for w, x in zip(self.weights(table, where, subset), values))
        return total

    def covariance(self, cohorts, a, b):
        """Covariance of two counts, each a pair (table, where): s_B times the product of the centred weights."""
        total = 0.0
        for cohort in cohorts:
            for subset in self.subsets([v for v in a[0] if v in b[0]]):
                sizes = [len(self.domains[v]) for v in subset]
                _, s = self.residuals[cohort, subset]
                left = centred(self.weights(*a, subset), sizes)
                right = centred(self.weights(*b, subset), sizes)
                total += s * sum(x * y for x, y in zip(left, right))
        return total


def centred(values, sizes):
    """Takes the mean along every axis off."""
    values = list(values)
    stride = len(values)
    for size in sizes:
        stride //= size
        for start in range(len(values)):
            if (start // stride) % size == 0:
                line = range(start, start + size * stride, stride)
                mean = sum(values[at] for at in line) / size
                for at in line:
                    values[at] -= mean
    return values


def fieller(x, n, vx, vn, c):
    """All p in [0, 1] with (x - p n)^2 <= z^2 (vx - 2 p c + p^2 vn)."""
    a, b, d = n * n - Z * Z * vn, x * n - Z * Z * c, x * x - Z * Z * vx
    if a <= 0:
        raise SystemExit("the base is too small for an interval")
    root = math.sqrt(max(0.0, b * b - a * d))
    return max(0.0, (b - root) / a), min(1.0, (b + root) / a)


def redo(release, figure):
    source = figure["source"]
    x = (source["table"], source["numerator"])
    n = (source.get("baseTable", source["table"]), source["base"])
    cohorts = source["cohorts"]
    if figure["unit"] == "records":
        value = release.count(cohorts, *x)
        half = Z * math.sqrt(release.covariance(cohorts, x, x)) + 0.5
        return max(0.0, value), max(0.0, value - half), max(0.0, value + half)
    if figure["unit"] == "share":
        top, base = release.count(cohorts, *x), release.count(cohorts, *n)
        vx, vn = release.covariance(cohorts, x, x), release.covariance(cohorts, n, n)
        return top / base, *fieller(top, base, vx, vn, release.covariance(cohorts, x, n))
    raise SystemExit(f"{figure['id']} is neither a number of records nor a share")


def main(bundle, wanted):
    release = Release(load(bundle, "data/measurements.json"))
    figure = next((f for f in load(bundle, "data/figures.json") if f["id"] == wanted), None)
    if figure is None or figure["source"] is None or figure["value"] is None:
        raise SystemExit(f"{wanted} is not a protected figure of this release with a value")
    value, low, high = redo(release, figure)
    print(f"{wanted}: {value:.9f} ({low:.9f} to {high:.9f})")
    stated = (figure["value"], *figure["interval"])
    if any(abs(a - b) > 1e-6 * max(1.0, abs(b)) for a, b in zip((value, low, high), stated)):
        raise SystemExit(f"the release states {stated}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: python3 interval.py BUNDLE FIGURE")
    main(sys.argv[1], sys.argv[2])
