#!/usr/bin/env python3
"""Measures how long one image takes from the start of iotbench to its end, fresh and with what an earlier start has
left, beside what OpenVINO's benchmark_app takes to compile the same model for the same batch; started by run.sh."""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import contenders
from contenders import THREADS, Unavailable

MODEL, BATCH = "resnet20", 16
ENGINES = (("null", "fp32"), ("opencv", "fp32"), ("openvino", "fp32"), ("openvino", "int8"), ("onnxruntime", "fp32"))
STARTS = {"fresh": ["--fresh"], "remembered": []}


def start_ms(build, cache, engine, precision, options):
    """Of the whole process: images, model, kernels, warm-up, a run of one image, its end."""
    command = [build / "app/iotbench", "--batch", "--quiet", "--no-host", "-m", MODEL, "--engine", engine, "--precision",
               precision, "-t", "1", "-i", "max", "--workers", THREADS, "--batch-size", BATCH, *options]
    began = time.monotonic()
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120,
                          env=os.environ | {"XDG_CACHE_HOME": cache})
    took = 1000 * (time.monotonic() - began)
    if done.returncode not in (0, 3):  # 3: a verdict, not a failure
        raise Unavailable(done.stderr.strip().splitlines()[-1])
    return took


def measurements(build, cache):
    """{(name, start): a function that gives milliseconds}, in the order of a round."""
    found = {}
    for engine, precision in ENGINES:
        for start, options in STARTS.items():
            found[f"iotbench, {engine} {precision}", start] = (
                lambda e=engine, p=precision, o=options: start_ms(build, cache, e, p, o))
        if engine == "openvino":
            found[f"benchmark_app, {precision}: compiling alone", ""] = (
                lambda p=precision: contenders.benchmark_app_compile_ms(MODEL, p, BATCH))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        taken, why_not = {}, {}
        for round_number in range(asked.rounds + 1):
            for key, measure in measurements(asked.build, cache).items():
                try:
                    ms = measure()
                except Unavailable as reason:
                    why_not[key] = str(reason)
                    continue
                if round_number:  # the first leaves what later ones find, and warms the disk's cache
                    taken.setdefault(key, []).append(ms)
    print(f"{MODEL}, batch {BATCH}, {THREADS} workers, one image, {asked.rounds} rounds after one that does not count\n")
    print(f"{'':44} {'start':10} {'median ms':>10} {'lowest':>8} {'highest':>8}")
    for key in measurements(asked.build, ""):
        name, start = key
        if key in taken:
            values = taken[key]
            print(f"{name:44} {start:10} {statistics.median(values):10.0f} {min(values):8.0f} {max(values):8.0f}")
        else:
            print(f"{name:44} {start:10} {why_not.get(key, '')}")


main()
