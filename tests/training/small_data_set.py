"""Made-up images in the layout of CIFAR-10's binary version."""
import hashlib

import numpy as np

import data_set


class SmallDataSet:
    """Six batches of so many images, in data_set.SHA256's order; images: uint8 N×32×32×3, labels: uint8 N."""

    def __init__(self, images_in_a_batch):
        self._size = images_in_a_batch
        random = np.random.default_rng(2)
        count = self._size * len(data_set.SHA256)
        self.images = random.integers(0, 256, (count, data_set.SIDE, data_set.SIDE, 3), np.uint8)
        self.labels = random.integers(0, 10, count, np.uint8)

    def batches(self):
        """Name, images and labels of each."""
        for number, name in enumerate(data_set.SHA256):
            own = slice(self._size * number, self._size * (number + 1))
            yield name, self.images[own], self.labels[own]

    def records(self):
        """{name: what stands in its file}"""
        return {name: b"".join(bytes([label]) + image.transpose(2, 0, 1).tobytes() for image, label in zip(images, labels))
                for name, images, labels in self.batches()}

    @property
    def sha256(self):
        return {name: hashlib.sha256(records).hexdigest() for name, records in self.records().items()}

    def write(self, folder):
        for name, records in self.records().items():
            (folder / f"{name}.bin").write_bytes(records)
