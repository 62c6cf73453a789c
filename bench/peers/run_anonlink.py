"""Compares 1,024-bit filters with anonlink, all against all: filters.bin threshold. Prints JSON."""
import json
import sys
import time
from importlib.metadata import version

from anonlink.similarities import dice_coefficient_accelerated
from bitarray import bitarray

path, threshold = sys.argv[1], float(sys.argv[2])
with open(path, "rb") as file:
    data = file.read()
filters = []
for at in range(0, len(data), 128):
    bits = bitarray(endian="big")
    bits.frombytes(data[at : at + 128])
    filters.append(bits)
start = time.process_time()
pairs = 0
# In strips, as anonlink's own chunks: its result is bounded by k for each filter.
for at in range(0, len(filters), 1000):
    scores, _ = dice_coefficient_accelerated((filters[at : at + 1000], filters), threshold, k=100)
    pairs += len(scores)
processor = time.process_time() - start
print(json.dumps({"version": version("anonlink"), "processor": processor, "pairs": (pairs - len(filters))}))
