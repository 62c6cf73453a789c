"""One run of Synthetic Data Showcase's DP synthesiser in a process of its own; one line of JSON on standard output.

python run_pacsynth.py TABLE EPSILON RUN --aggregates CSV --out CSV [--length 4] [--fabrication balanced]
TABLE is a CSV of texts; empty and '0' are absent, as by its default. It takes no seed: RUN only tells runs apart.
"""

import argparse
import csv
import gzip
import json
import resource
import time
from importlib.metadata import version

from pacsynth import (
    AccuracyMode,
    Dataset,
    DpAggregateSeededParametersBuilder,
    DpAggregateSeededSynthesizer,
    FabricationMode,
)

parser = argparse.ArgumentParser()
parser.add_argument("table")
parser.add_argument("epsilon", type=float)
parser.add_argument("run", type=int)
parser.add_argument("--aggregates", required=True)
parser.add_argument("--out", required=True)
parser.add_argument("--length", type=int, default=4)
parser.add_argument("--fabrication", choices=["balanced", "uncontrolled", "minimize", "progressive"], default="balanced")
parser.add_argument("--empty", action="append", default=[], help="a further value that stands for absent")
parser.add_argument("--delta", type=float, help="its own default: 1 / (N ln N) of its noisy N")
options = parser.parse_args()

opener = gzip.open if options.table.endswith(".gz") else open
with opener(options.table, "rt", encoding="utf8", newline="") as file:
    table = [["" if cell in options.empty else cell for cell in row] for row in csv.reader(file)]

wall, processor = time.perf_counter(), time.process_time()
builder = (
    DpAggregateSeededParametersBuilder()
    .reporting_length(options.length)
    .epsilon(options.epsilon)
    .accuracy_mode(AccuracyMode.prioritize_long_combinations())
    .fabrication_mode(getattr(FabricationMode, options.fabrication)())
    .use_synthetic_counts(True)
)
if options.delta is not None:
    builder = builder.delta(options.delta)
synthesiser = DpAggregateSeededSynthesizer(builder.build())
synthesiser.fit(Dataset(table))
rows = synthesiser.sample()
seconds, cpu = time.perf_counter() - wall, time.process_time() - processor
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
counted = synthesiser.get_dp_number_of_records()
with open(options.aggregates, "w", encoding="utf8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["selections", "protected_count"])
    writer.writerow(["record_count", counted])
    writer.writerows(synthesiser.get_dp_aggregates(";").items())
with open(options.out, "w", encoding="utf8", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)
print(
    json.dumps(
        {
            "method": "pac-synth",
            "package": f"pac-synth {version('pac-synth')}",
            "epsilon": options.epsilon,
            "delta": options.delta,
            "length": options.length,
            "fabrication": options.fabrication,
            "seed": options.run,
            "rows": len(table) - 1,
            "noisyRows": counted,
            "rowsOut": len(rows) - 1,
            "seconds": seconds,
            "cpuSeconds": cpu,
            "peakMb": peak,
        }
    )
)
