#!/usr/bin/env python3
"""Lets PyTorch classify the CIFAR-10 test set with a bundled model, and compares with the model's card.

    check.py CARD.json …

The network is the one of networks.py that has the card's name, its weights are those of the ONNX file beside the card,
and the test set is the bundled one. Says how many images are right by PyTorch and by the card, and on how many the two
agree; fails if the counts differ.
"""
import argparse
import json
import pathlib
import sys

import numpy as np
import torch

import data_set
import onnx_file
import recipe
from networks import NETWORKS, build, inputs


def check(card_path, images, labels, mean):
    """True if PyTorch gets as many right as the card says."""
    card = json.loads(card_path.read_text(encoding="utf-8"))
    if card["name"] not in NETWORKS:
        raise ValueError(f"{card_path}: networks.py has no {card['name']}")
    network, variant = NETWORKS[card["name"]], card["variants"][0]
    module = onnx_file.read_weights(build(network), card_path.with_name(variant["file"]))
    own = np.array(recipe.predictions(module, inputs(network, images, mean, "cpu")))
    theirs = np.array([int(digit) for digit in variant["predictions"]])
    right, expected = int((own == labels).sum()), variant["accuracy"]["right"]
    print(f"{network.name}: {right} of {len(labels)} right by PyTorch {torch.__version__}, {expected} by the card; "
          f"the same class for {int((own == theirs).sum())}")
    return right == expected


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cards", nargs="+", type=pathlib.Path, metavar="CARD.json")
    arguments = parser.parse_args()
    images, labels = data_set.bundled_test_set()
    mean = data_set.bundled_mean()
    results = [check(card, images, labels, mean) for card in arguments.cards]
    return 0 if all(results) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (ValueError, OSError) as failure:
        sys.exit(f"check.py: {failure}")
