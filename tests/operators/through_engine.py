"""Runs cases of node_tests.py and variants.py through one engine, in a Python that has it.

    through_engine.py opencv|openvino|onnxruntime CASES RESULTS.json

RESULTS.json: the engine's version, and of each case "passed", "wrong", or "cannot".
"""
import json
import multiprocessing
import os
import pathlib
import queue
import sys

import numpy

PATIENCE_S = 30
NEAR = {"rtol": 1e-3, "atol": 1e-5, "equal_nan": True}


def by_opencv(model, x):
    import cv2
    net = cv2.dnn.readNetFromONNX(model)
    net.setPreferableBackend(cv2.dnn.DNN_BACKEND_OPENCV)
    net.setInput(numpy.ascontiguousarray(x))
    return net.forward()


def by_openvino(model, x):
    import openvino
    core = openvino.Core()
    properties = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1}
    return core.compile_model(core.read_model(model), "CPU", properties)([x])[0]


def by_onnxruntime(model, x):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: x})[0]


def version(engine):
    module = __import__({"opencv": "cv2"}.get(engine, engine))
    return module.__version__.split("-")[0]


def outcome(infer, case):
    data = numpy.load(case.with_suffix(".npz"))
    try:
        scores = numpy.asarray(infer(str(case), data["x"]))
    except Exception:  # whatever a library throws
        return "cannot"
    # A scalar may come as a matrix of one.
    near = scores.size == data["y"].size and numpy.allclose(scores.ravel(), data["y"].ravel(), **NEAR)
    return "passed" if near else "wrong"


def work(engine, cases, results):
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    infer = {"opencv": by_opencv, "openvino": by_openvino, "onnxruntime": by_onnxruntime}[engine]
    while case := cases.get():
        results.put(outcome(infer, case))


def main():
    engine, folder, file = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    outcomes = {}
    worker = None
    for case in sorted(folder.glob("*.onnx")):
        if worker is None:
            cases, results = multiprocessing.Queue(), multiprocessing.Queue()
            worker = multiprocessing.Process(target=work, args=(engine, cases, results), daemon=True)
            worker.start()
        cases.put(case)
        try:
            outcomes[case.stem] = results.get(timeout=PATIENCE_S)
        except queue.Empty:  # it has died, or hangs
            outcomes[case.stem] = "wrong"
            worker.kill()
            worker = None
    file.write_text(json.dumps({"engine": engine, "version": version(engine), "cases": outcomes}))


main()
