"""One run of MST or AIM on `mbi` in a process of its own; one line of JSON on standard output.

python run_mbi.py METHOD TABLE DOMAIN EPSILON DELTA SEED [--out CSV] [--max-size MB] [--steps N] [--double]
"""

import argparse
import json
import resource
import time
from importlib.metadata import version
from itertools import combinations

parser = argparse.ArgumentParser()
parser.add_argument("method", choices=["mst", "aim"])
parser.add_argument("table")
parser.add_argument("domain")
parser.add_argument("epsilon", type=float)
parser.add_argument("delta", type=float)
parser.add_argument("seed", type=int)
parser.add_argument("--out")
parser.add_argument("--max-size", type=float, default=1)
parser.add_argument("--steps", type=int, default=250)
parser.add_argument("--max-cells", type=int, default=10_000)
parser.add_argument("--double", action="store_true", help="64-bit floats, which mbi advises above 100,000 rows")
options = parser.parse_args()

import jax  # noqa: E402  (after the arguments, so that --help answers at once)

jax.config.update("jax_enable_x64", options.double)

import numpy as np  # noqa: E402
from mbi import Dataset, Domain  # noqa: E402

from coded_table import read_table, write_table  # noqa: E402
from marginal_error import marginal_errors  # noqa: E402
from pgm_mechanisms import aim, mst  # noqa: E402
from zcdp_budget import rho_for  # noqa: E402

names, sizes, columns = read_table(options.table, options.domain)
data = Dataset(dict(zip(names, columns)), Domain(names, sizes))
np.random.seed(options.seed)
rng = np.random.default_rng(options.seed)
rho = rho_for(options.epsilon, options.delta)
wall, processor = time.perf_counter(), time.process_time()
if options.method == "mst":
    table, facts = mst(data, rho, rng)
else:
    pairs = [pair for pair in combinations(names, 2) if data.domain.size(pair) <= options.max_cells]
    table, facts = aim(data, rho, rng, options.max_size, options.steps, pairs)
    facts = {**facts, "maxSizeMb": options.max_size, "steps": options.steps}
seconds, cpu = time.perf_counter() - wall, time.process_time() - processor
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
drawn = [np.asarray(table.data[name]).astype(np.int64) for name in names]
if options.out:
    write_table(options.out, names, drawn)
errors = marginal_errors(columns, drawn, sizes)
print(
    json.dumps(
        {
            "method": f"mbi-{options.method}",
            "package": f"mbi {version('mbi')}",
            "driver": "bench/peers/pgm_mechanisms.py",
            "double": options.double,
            "epsilon": options.epsilon,
            "delta": options.delta,
            "rho": rho,
            "seed": options.seed,
            "rows": len(columns[0]),
            "rowsOut": len(drawn[0]),
            **{f"error{way}": error for way, (error, _) in errors.items()},
            "marginals": {way: marginals for way, (_, marginals) in errors.items()},
            "seconds": seconds,
            "cpuSeconds": cpu,
            "peakMb": peak,
            **facts,
        }
    )
)
