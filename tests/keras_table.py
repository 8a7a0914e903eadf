#!/usr/bin/env python3
"""Print the table of docs/keras-layers.md: every layer that is imported against what Keras itself answers.

usage: keras_table.py FOLDER [BUILD]

FOLDER holds models and answers of tests/data/models/make_keras_layers.py, for both versions of Keras:
    for version in 2 3; do python3 tests/data/models/make_keras_layers.py $version test_batch.bin FOLDER; done
BUILD (build/dev) is where tst_keras_layer_models was built. Ends with exit code 1 where any answer differs.
"""
import os
import pathlib
import re
import subprocess
import sys

COLUMNS = ("keras2.h5", "keras2.keras", "keras3.h5", "keras3.keras")
TITLES = ("Keras 2 `.h5`", "Keras 2 `.keras`", "Keras 3 `.h5`", "Keras 3 `.keras`")


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    build = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "build/dev")
    test = build / "tests/unit/models/tst_keras_layer_models"
    run = subprocess.run([test, "answersAsKerasDoes", "-maxwarnings", "0"], stdout=subprocess.PIPE, text=True,
                         env=os.environ | {"IOTBENCH_KERAS_MODELS": str(folder)}, check=False)
    cells = {}
    for name, column in re.findall(r"^(?:PASS|FAIL!) .*\(table (\w+)_(keras[23]\.\w+)\)", run.stdout, re.M):
        cells[name, column] = "refused"
    for name, column, figures in re.findall(r"table (\w+)_(keras[23]\.\w+): (\d+ of \d+) images", run.stdout):
        cells[name, column] = figures
    print("| model | " + " | ".join(TITLES) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for name in sorted({name for name, _ in cells}):
        print(f"| {name} | " + " | ".join(cells.get((name, column), "") for column in COLUMNS) + " |")
    wrong = [f"{name}_{column}: {cell}" for (name, column), cell in cells.items() if len(set(cell.split(" of "))) > 1 or cell == "refused"]
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong or run.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
