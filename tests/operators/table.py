"""Whether this program refuses whatever an engine computes wrongly.

    table.py OPERATOR_FAULTS CASES TABLE.csv RESULTS.json…

OPERATOR_FAULTS: that program of the build; CASES: the folder, RESULTS.json: of through_engine.py. TABLE.csv has a row for
each engine, version and operator. Exits with 1 where an engine answers wrongly and is not refused, but for the cases
below.
"""
import collections
import csv
import json
import pathlib
import subprocess
import sys

import onnx

# No classifier of images has these operators, or the test is one in which all engines differ from it alike.
NO_CASES = {"Bernoulli", "CastLike", "Col2Im", "DFT", "MaxUnpool", "STFT", "Unique"}
DISPUTED = "resize_downsample_scales_cubic_align_corners", "resize_downsample_scales_linear_align_corners"
AT_ONCE = 300


def faults(program, engine, version, cases):
    said = {}
    for first in range(0, len(cases), AT_ONCE):
        some = [str(case) for case in cases[first:first + AT_ONCE]]
        lines = subprocess.run([program, engine, version, *some], check=True, capture_output=True, text=True).stdout
        for line in lines.splitlines():
            path, fault = line.split("\t")
            said[pathlib.Path(path).stem] = fault
    return said


def main():
    program, folder, table, *results = sys.argv[1:]
    cases = sorted(pathlib.Path(folder).glob("*.onnx"))
    operators = {case.stem: onnx.load(case).graph.node[-1].op_type for case in cases}
    rows, missed = [], []
    for result in map(json.loads, (pathlib.Path(path).read_text() for path in results)):
        engine, version = result["engine"], result["version"]
        said = faults(program, engine, version, cases)
        counts = collections.defaultdict(collections.Counter)
        for name, outcome in result["cases"].items():
            operator = operators[name]
            if operator in NO_CASES or name.startswith(DISPUTED):
                continue
            count = counts[operator]
            if said[name]:
                count["refused"] += 1
                count["refused_though_correct"] += outcome == "passed"
            else:
                count[outcome] += 1
                if outcome == "wrong":
                    missed.append(f"{engine} {version}: {name}")
        rows += [[engine, version, operator, *(count[kind] for kind in
                                               ("passed", "refused", "refused_though_correct", "cannot", "wrong"))]
                 for operator, count in sorted(counts.items())]
    with open(table, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["engine", "version", "operator", "passed", "refused", "refused_though_correct", "cannot", "wrong"])
        writer.writerows(rows)
    for engine, version in sorted({tuple(row[:2]) for row in rows}):
        of_it = [row[3:] for row in rows if row[:2] == [engine, version]]
        passed, refused, needlessly, cannot, wrong = map(sum, zip(*of_it))
        print(f"{engine} {version}: {passed} passed, {refused} refused (of these {needlessly} would have passed), "
              f"{cannot} that it cannot run, {wrong} wrong")
    print(*missed, sep="\n")
    return 1 if missed else 0


sys.exit(main())
