"""One run of SmartNoise's own MST or AIM in a process of its own; one line of JSON on standard output.

python run_smartnoise.py METHOD TABLE DOMAIN EPSILON DELTA SEED [--out CSV] [--max-size MB]
The domain is public here, so that no budget goes to finding it: a label transformer is given every code of every column.
"""

import argparse
import json
import resource
import time
from contextlib import redirect_stdout
from importlib.metadata import version
from sys import stderr

import numpy as np
import pandas as pd
from snsynth.aim import AIMSynthesizer
from snsynth.mst import MSTSynthesizer
from snsynth.transform import TableTransformer
from snsynth.transform.label import LabelTransformer

from coded_table import read_table, write_table
from marginal_error import marginal_errors

parser = argparse.ArgumentParser()
parser.add_argument("method", choices=["mst", "aim"])
parser.add_argument("table")
parser.add_argument("domain")
parser.add_argument("epsilon", type=float)
parser.add_argument("delta", type=float)
parser.add_argument("seed", type=int)
parser.add_argument("--out")
parser.add_argument("--max-size", type=float, default=1)
options = parser.parse_args()

names, sizes, columns = read_table(options.table, options.domain)
np.random.seed(options.seed)
frame = pd.DataFrame(dict(zip(names, columns)))


def public_labels(size):
    labels = LabelTransformer(nullable=False)
    labels.fit(range(size))
    return labels


wall, processor = time.perf_counter(), time.process_time()
with redirect_stdout(stderr):
    maker = (
        MSTSynthesizer(epsilon=options.epsilon, delta=options.delta)
        if options.method == "mst"
        else AIMSynthesizer(epsilon=options.epsilon, delta=options.delta, max_model_size=options.max_size)
    )
    maker.fit(frame, transformer=TableTransformer([public_labels(size) for size in sizes]))
    drawn = maker.sample()
seconds, cpu = time.perf_counter() - wall, time.process_time() - processor
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
drawn = pd.DataFrame(drawn, columns=names)
drawn = [drawn[name].to_numpy().astype(np.int64) for name in names]
if options.out:
    write_table(options.out, names, drawn)
errors = marginal_errors(columns, drawn, sizes)
print(
    json.dumps(
        {
            "method": f"smartnoise-{options.method}",
            "package": f"smartnoise-synth {version('smartnoise-synth')}, mbi {version('mbi')}",
            "epsilon": options.epsilon,
            "delta": options.delta,
            "seed": options.seed,
            "rows": len(columns[0]),
            "rowsOut": len(drawn[0]),
            **{f"error{way}": error for way, (error, _) in errors.items()},
            "marginals": {way: marginals for way, (_, marginals) in errors.items()},
            "seconds": seconds,
            "cpuSeconds": cpu,
            "peakMb": peak,
        }
    )
)
