"""What is measured, and how: each measurement is a program that runs alone for some seconds and says what it reached.

A measurement returns a dictionary of figures; Unavailable says why it cannot, in words for the table.
"""
import csv
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np

import test_images

HERE = pathlib.Path(__file__).resolve().parent
THREADS = len(os.sched_getaffinity(0))
SLACK_S = 120  # beyond the asked seconds: loading, compiling, warming up


class Unavailable(Exception):
    pass


def _last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"


def _output(command, seconds, text=None):
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, input=text,
                              timeout=SLACK_S + 20 * seconds)
    except FileNotFoundError as absent:
        raise Unavailable(f"{absent.filename} is not there") from absent
    except subprocess.TimeoutExpired as late:
        raise Unavailable(f"gave no result within {late.timeout:.0f} s") from late
    if done.returncode:
        raise Unavailable(_last_line(done.stderr or done.stdout))
    return done.stdout


def _json(command, seconds):
    return json.loads(_last_line(_output(command, seconds)))


class Ours:
    """The programs of this project, from a build folder."""

    def __init__(self, build, model):
        self.build, self.model = build, model

    def alone(self, engine, precision, batch, seconds, rate=None):
        """rate: images/s that are asked for; without, as many as it can."""
        program = self.build / "peers/engine_alone"
        paced = [] if rate is None else [rate]
        return _json([program, engine, precision, self.model, THREADS, batch, seconds, *paced], seconds)

    def bare_onnxruntime(self, precision, batch, seconds):
        """The library that the engine onnxruntime was built with, alone: a session of one thread for each processor."""
        path = test_images.model_file(self.model, precision)
        if path is None:
            raise Unavailable(f"model {self.model} has no {precision} variant")
        return _json([self.build / "peers/bare_onnxruntime", path, THREADS, batch, seconds], seconds)

    @functools.cache
    def right(self, engine, precision):
        return _json([self.build / "peers/engine_alone", engine, precision, self.model, THREADS, "right"], 60)

    def whole_path(self, engine, precision, wire_format, rate, seconds):
        """Sender and receiver over TCP on 127.0.0.1, in one process; rate: images/s or "max"."""
        with tempfile.TemporaryDirectory() as folder:
            self._run([self.build / "app/iotbench", "--batch", "--quiet", "--no-host", "-m", self.model, "--engine", engine,
                       "--precision", precision, "--format", wire_format, "-i", rate, "-d", seconds, "--report", folder,
                       "--force"], seconds)
            with open(pathlib.Path(folder) / "summary.csv", encoding="utf-8", newline="") as file:
                row = next(csv.DictReader(file))
        return {name: float(row[name]) for name in ("images_per_s", "latency_p99_ms", "service_p50_ms") if row[name]}

    @staticmethod
    def _run(command, seconds):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                              timeout=SLACK_S + 20 * seconds)
        if done.returncode not in (0, 3):  # 3: a verdict, not a failure
            raise Unavailable(_last_line(done.stderr))


def benchmark_app(model, precision, batch, seconds):
    """OpenVINO's own program with its hint "throughput", as many requests as it likes, on real images."""
    return {"images_per_s": _of_benchmark_app(model, precision, batch, seconds, r"Throughput:\s*([\d.]+) FPS")}


def benchmark_app_compile_ms(model, precision, batch):
    return _of_benchmark_app(model, precision, batch, 1, r"Compile model took ([\d.]+) ms")


def _of_benchmark_app(model, precision, batch, seconds, figure):
    """figure: a pattern whose first group is the number to be found in what it prints."""
    path = test_images.model_file(model, precision)
    if path is None:
        raise Unavailable(f"model {model} has no {precision} variant")
    program = pathlib.Path(sys.executable).with_name("benchmark_app")
    with tempfile.TemporaryDirectory() as folder:
        images = pathlib.Path(folder) / "images.npy"
        _save_images(model, batch, images)
        text = _output([program, "-m", path, "-d", "CPU", "-hint", "throughput", "-shape", f"[{batch},3,32,32]", "-i",
                        images, "-ip", "f32", "-infer_precision", "bf16" if precision == "bf16" else "f32", "-t",
                        max(1, round(seconds))], seconds)
    found = re.search(figure, text)
    if not found:
        raise Unavailable(f"benchmark_app prints nothing like {figure}")
    return float(found[1])


def _save_images(model, batch, path):
    np.save(path, test_images.load(model)[0][:batch])


def onnxruntime(model, precision, sessions, threads, *what):
    if test_images.model_file(model, precision) is None:
        raise Unavailable(f"model {model} has no {precision} variant")
    return _json([sys.executable, "-B", HERE / "peer_onnxruntime.py", model, precision, sessions, threads, *what], 60)


@functools.cache
def right_by_onnxruntime(model, precision):
    return onnxruntime(model, precision, 1, THREADS, "right")


def tensorflow(model, way, *what):
    return _json([sys.executable, "-B", HERE / "peer_tensorflow.py", model, way, *what], 60)


@functools.cache
def right_by_tensorflow(model):
    return tensorflow(model, "graph", "right")


def original(folder, build, seconds):
    """The original receiver, unmodified, fed through a pipe as fast as it takes; says images/s in its last line."""
    if folder is None:
        raise Unavailable("not asked for: --original DIR")
    programs = [path for path in pathlib.Path(folder).rglob("infer_cifar.py")]
    models = [path for path in pathlib.Path(folder).rglob("cifar10_ResNet20v1_model_91470.h5")]
    if not programs or not models:
        raise Unavailable(f"{folder} holds no infer_cifar.py or no cifar10_ResNet20v1_model_91470.h5")
    images = max(100, round(100 * seconds))
    lines = _output([build / "app/iotbench", "--batch", "--role", "send", "-s", "-i", "max", "-t", images], seconds)
    text = _output([sys.executable, "-B", programs[0], "-m", models[0]], 60 + seconds, text=lines)
    found = re.search(r"([\d.]+) images/second", _last_line(text))
    if not found:
        raise Unavailable("the original names no images/second: " + _last_line(text))
    return {"images_per_s": float(found[1])}
