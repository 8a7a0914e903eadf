#!/usr/bin/env python3
"""ONNX Runtime in a loop over the test images: peer_onnxruntime.py MODEL PRECISION SESSIONS THREADS {BATCH SECONDS | right}

SESSIONS sessions run at once, each on a Python thread of its own (Python's lock is free while one runs) and with THREADS
threads inside. Prints a line of JSON.
"""
import json
import sys
import threading
import time

import onnxruntime

import test_images


def session(path, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def loop(running, images, batch, seconds, start, counts):
    name = running.get_inputs()[0].name
    parts = test_images.batches(images, batch)
    for _ in range(5):
        running.run(None, {name: next(parts)})
    start.wait()
    begin, done = time.perf_counter(), 0
    while (elapsed := time.perf_counter() - begin) < seconds:
        running.run(None, {name: next(parts)})
        done += batch
    counts.append(done / elapsed)


def main(name, precision, sessions, threads, *what):
    images, labels = test_images.load(name)
    running = [session(test_images.model_file(name, precision), int(threads)) for _ in range(int(sessions))]
    if what == ("right",):
        scores = [running[0].run(None, {running[0].get_inputs()[0].name: images[first:first + 100]})[0].argmax(1)
                  for first in range(0, len(images), 100)]
        print(json.dumps({"right": sum(int((part == labels[i * 100:i * 100 + 100]).sum())
                                       for i, part in enumerate(scores))}))
        return
    counts, start = [], threading.Barrier(len(running))
    lanes = [threading.Thread(target=loop, args=(each, images, int(what[0]), float(what[1]), start, counts))
             for each in running]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    print(json.dumps({"images_per_s": sum(counts)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
