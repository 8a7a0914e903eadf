#!/usr/bin/env python3
"""TensorFlow in a loop over the test images: peer_tensorflow.py MODEL {graph|predict} {BATCH SECONDS | right}

    graph     the model as a compiled function, called with a batch: TensorFlow at its best
    predict   model.predict() for every batch; with batch 1 that is what the original program does for every image
Takes the threads that TensorFlow gives itself. Prints a line of JSON.
"""
import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import tensorflow as tf

import keras_model
import test_images


def main(name, way, *what):
    images, labels = test_images.load(name)
    images = np.ascontiguousarray(images.transpose(0, 2, 3, 1))
    model = keras_model.from_onnx(test_images.model_file(name))
    if what == ("right",):
        classes = model.predict(images, batch_size=100, verbose=0).argmax(1)
        print(json.dumps({"right": int((classes == labels).sum())}))
        return
    batch, seconds = int(what[0]), float(what[1])
    compiled = tf.function(lambda part: model(part, training=False))
    infer = compiled if way == "graph" else lambda part: model.predict(part, batch_size=batch, verbose=0)
    parts = test_images.batches(images, batch)
    for _ in range(3):
        np.asarray(infer(next(parts)))
    begin, done = time.perf_counter(), 0
    while (elapsed := time.perf_counter() - begin) < seconds:
        np.asarray(infer(next(parts)))
        done += batch
    print(json.dumps({"images_per_s": done / elapsed}))


if __name__ == "__main__":
    main(*sys.argv[1:])
