"""anonymeter on train.csv, control.csv and synthetic.csv of a folder: one JSON object with clock seconds and rates per attack."""

import json
import sys
import time
import warnings

import pandas as pd
from anonymeter.evaluators import InferenceEvaluator, LinkabilityEvaluator, SinglingOutEvaluator

warnings.filterwarnings("ignore")


def timed(evaluator, evaluate):
    # Its first call compiles its distance; that is not counted.
    start = time.perf_counter()
    evaluate(evaluator)
    results = evaluator.results(confidence_level=0.95)
    return {
        "seconds": time.perf_counter() - start,
        "attack": results.attack_rate.value,
        "control": results.control_rate.value,
    }


def main(folder, targets):
    read = lambda name: pd.read_csv(f"{folder}/{name}.csv", dtype="object", keep_default_na=True)
    train, control, synthetic = read("train"), read("control"), read("synthetic")
    columns = list(train.columns)
    halves = (columns[0::2], columns[1::2])
    data = {"ori": train, "syn": synthetic, "control": control}

    def link(count):
        return LinkabilityEvaluator(**data, n_attacks=count, n_neighbors=1, aux_cols=halves)

    def infer(count):
        return InferenceEvaluator(**data, n_attacks=count, secret=columns[0], aux_cols=columns[1:])

    link(5).evaluate(n_jobs=1)
    infer(5).evaluate(n_jobs=1)
    print(
        json.dumps(
            {
                "singling out": timed(
                    SinglingOutEvaluator(**data, n_attacks=targets, n_cols=3), lambda one: one.evaluate(mode="multivariate")
                ),
                "linkability": timed(link(targets), lambda one: one.evaluate(n_jobs=1)),
                "inference": timed(infer(targets), lambda one: one.evaluate(n_jobs=1)),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
