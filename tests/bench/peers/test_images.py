"""The bundled model and test set as other programs want them: NumPy arrays, normalised as the model's card says."""
import json
import pathlib

import numpy as np
from PIL import Image

TOP = pathlib.Path(__file__).resolve().parents[3]
SIDE = 32


def card_of(name):
    return json.loads((TOP / f"models/{name}.json").read_text(encoding="utf-8"))


def model_file(name, precision="fp32"):
    """The file of that precision, None where the card has none. bf16 runs on the fp32 file."""
    stored = "fp32" if precision == "bf16" else precision
    files = [variant["file"] for variant in card_of(name)["variants"] if variant["precision"] == stored]
    return TOP / "models" / files[0] if files else None


def load(name):
    """Images as the model is fed with them, float32 N×3×32×32, and labels."""
    folder = TOP / "resources/cifar10"
    tiles = []
    for number in range(1, 5):
        with Image.open(folder / f"test_set_{number}.png") as sheet:
            tiles.append(np.array(sheet.convert("RGB")).reshape(-1, SIDE, 100, SIDE, 3).swapaxes(1, 2))
    images = np.concatenate(tiles).reshape(-1, SIDE, SIDE, 3).astype(np.float32) / 255
    if card_of(name)["input"]["normalisation"] == "mean-subtracted":
        images -= np.fromfile(folder / "train_pixel_mean.f32", "<f4").reshape(SIDE, SIDE, 3)
    labels = [int(digit) for digit in "".join((folder / "test_labels.txt").read_text().split())]
    return np.ascontiguousarray(images.transpose(0, 3, 1, 2)), np.array(labels)


def batches(images, size):
    """The images again and again in slices of `size`; a shorter rest is left out."""
    while True:
        for first in range(0, len(images) - size + 1, size):
            yield images[first:first + size]
