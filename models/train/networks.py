"""The three architectures, and the form in which they are exported.

All take N×3×32×32 float32, RGB, values from 0 to 1, for the residual networks minus the training pixel mean, and give
ten scores without softmax, which the loss wants. Weights come from torch's global random generator, so that a seed
set before build() decides them; the order in which layers are made is therefore part of the recipe.
"""
import copy
import dataclasses

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

import data_set

CLASSES = 10


@dataclasses.dataclass(frozen=True)
class Network:
    """What is peculiar to one architecture; what all share is in recipe.py."""
    name: str
    description: str
    architecture: str
    make: object           # builds the module, untrained
    subtracts_mean: bool   # is fed with the training pixel mean subtracted; otherwise only divided by 255
    peak_learning_rate: float
    epochs: int            # of the bundled weights


class Residual(nn.Module):
    """Two 3×3 convolutions and a shortcut around both: 1×1 where the size changes (He et al. 2015)."""

    def __init__(self, channels, filters, stride):
        super().__init__()
        self.first = normalised_convolution(channels, filters, stride)
        self.second = normalised_convolution(filters, filters)
        self.shortcut = nn.Identity() if stride == 1 else nn.Conv2d(channels, filters, 1, stride)
        self.activation = nn.ReLU()

    def forward(self, images):
        inner = self.activation(self.first(images))
        return self.activation(self.second(inner) + self.shortcut(images))


def normalised_convolution(channels, filters, stride=1):
    return nn.Sequential(nn.Conv2d(channels, filters, 3, stride, padding=1, bias=False), nn.BatchNorm2d(filters))


def residual_network(blocks):
    """Three stages of 16, 32 and 64 filters, each of so many blocks: 6 × blocks + 2 layers with weights."""
    layers = [normalised_convolution(3, 16), nn.ReLU()]
    channels = 16
    for filters in (16, 32, 64):
        for block in range(blocks):
            halves = block == 0 and filters > 16
            layers.append(Residual(channels, filters, 2 if halves else 1))
            channels = filters
    return nn.Sequential(*layers, nn.AvgPool2d(8), nn.Flatten(), nn.Linear(channels, CLASSES))


def plain_network():
    """The CIFAR-10 example that came with Keras; its dropout is lighter here, as the images are augmented."""
    layers = []
    for channels, filters in ((3, 32), (32, 64)):
        layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU(), nn.Conv2d(filters, filters, 3), nn.ReLU(),
                   nn.MaxPool2d(2), nn.Dropout(0.1)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(64 * 6 * 6, 512), nn.ReLU(), nn.Dropout(0.4),
                         nn.Linear(512, CLASSES))


NETWORKS = {network.name: network for network in (
    Network("resnet20",
            "The original benchmark's architecture with weights of this project's own; the default model.",
            "ResNet20v1 (He et al. 2015), batch normalisation folded",
            lambda: residual_network(3), subtracts_mean=True, peak_learning_rate=0.2, epochs=80),
    Network("cnn",
            "A plain convolutional network, the classic first CIFAR-10 example, with weights of this project's own.",
            "four 3×3 convolutions, two poolings, two dense layers (the CIFAR-10 example that came with Keras)",
            plain_network, subtracts_mean=False, peak_learning_rate=0.04, epochs=30),
    Network("resnet8",
            "A small residual network for gateways that resnet20 is too slow on.",
            "ResNet8 as in MLPerf Tiny (He et al. 2015; Banbury et al. 2021), batch normalisation folded",
            lambda: residual_network(1), subtracts_mean=True, peak_learning_rate=0.2, epochs=60),
)}


def build(network, device="cpu"):
    """The untrained module: convolutions by He's rule (normal, fan in), dense layers and biases as PyTorch has it.
    Channels last, which convolutions like best; He's numbers are drawn in that order."""
    module = network.make().to(device).to(memory_format=torch.channels_last)
    for layer in module.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight)
    return module


def inputs(network, images, mean, device):
    """uint8 N×32×32×3, and the training pixel mean / 255 -> what the network is fed with, float32 N×3×32×32."""
    return torch.from_numpy(data_set.normalised(images, mean if network.subtracts_mean else None)).to(device)


def folded(module):
    """A copy for inference, on the CPU, each batch normalisation folded into the convolution before it."""
    return _fold(copy.deepcopy(module).cpu().eval())


def _fold(module):
    parts = list(module.children())
    if [type(part) for part in parts] == [nn.Conv2d, nn.BatchNorm2d]:
        return fuse_conv_bn_eval(*parts)
    for name, part in module.named_children():
        setattr(module, name, _fold(part))
    return module
