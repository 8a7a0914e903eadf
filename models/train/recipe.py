"""How the networks are trained: the part that all share, as a training that can stop and go on at any epoch.

    images      random crop of 32×32 from the image with 4 pixels around it, mirrored in half the cases
    loss        cross entropy, labels smoothed by 0.05
    optimiser   SGD with Nesterov momentum, batches of 128, weight decay 5e-4 on kernels, none on biases and norms
    schedule    one cycle (Smith 2018), see one_cycle()

The last epoch counts; the test set plays no part in training.

A training's state after an epoch is weights, optimiser, number of epochs done and two random generators: torch's own
(dropout) and one that draws the order of images, crops and mirrorings. The schedule is a function of the step, so it
needs no state. A training that goes on from a checkpoint equals one that was never interrupted, bit for bit on the
same device, number of threads and version of PyTorch.
"""
import dataclasses
import json
import os

import torch
import torch.nn.functional as F

BATCH = 128
MARGIN = 4                # pixels around an image that crops may reach into
SIDE = 32
LABEL_SMOOTHING = 0.05
WEIGHT_DECAY = 5e-4
RISING_PART = 0.15        # of the schedule
RISE = 10                 # peak learning rate / first
FALL = 1000               # first learning rate / last
MOMENTUM = (0.85, 0.95)   # at the peak, at both ends


@dataclasses.dataclass(frozen=True)
class Plan:
    """What a training is started with, and may not change on the way."""
    network: str
    epochs: int
    seed: int
    bf16: bool
    peak_learning_rate: float


def one_cycle(step, steps, peak):
    """Learning rate and momentum of a step: linearly up from peak / 10 during the first 15 % and down to
    peak / 10,000 at the last, momentum the other way between 0.95 and 0.85."""
    turn = RISING_PART * steps - 1
    low, high = MOMENTUM
    if step <= turn:
        way, start, end, momentum = step / turn, peak / RISE, peak, (high, low)
    else:
        way, start, end, momentum = (step - turn) / (steps - 1 - turn), peak, peak / RISE / FALL, (low, high)
    return start + (end - start) * way, momentum[0] + (momentum[1] - momentum[0]) * way


def with_margin(images, mirrors):
    """N×3×32×32 -> N×40×40×3: the margin mirrors the image, or else is 0, which is the mean where that was taken
    away. Channels last, so that a batch of crops comes out as convolutions like it best."""
    padded = F.pad(images, (MARGIN,) * 4, mode="reflect" if mirrors else "constant")
    return padded.permute(0, 2, 3, 1).contiguous()


def crop(padded, picked, left, top, mirrored):
    """The images `picked`, each from its own corner, as a channels-last N×3×32×32 batch."""
    offsets = torch.arange(SIDE)
    rows = top[:, None] + offsets
    columns = left[:, None] + torch.where(mirrored[:, None], offsets.flip(0), offsets)
    picked, rows, columns = (index.to(padded.device) for index in (picked, rows, columns))
    return padded[picked[:, None, None], rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)


class Training:
    """A network on its way through a plan. `build`: makes the untrained module on a device, after the seed is set;
    `images`: with_margin(), `labels`: int64, both on `device`."""

    def __init__(self, plan, build, images, labels, device):
        torch.manual_seed(plan.seed)
        self.plan = plan
        self.losses = []  # mean of each epoch done
        self._device = device
        self._images, self._labels = images, labels
        self._generator = torch.Generator().manual_seed(plan.seed)
        self.module = build(device)
        kernels = [values for values in self.module.parameters() if values.ndim > 1]
        others = [values for values in self.module.parameters() if values.ndim <= 1]
        self._optimiser = torch.optim.SGD(
            [{"params": kernels, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}],
            lr=plan.peak_learning_rate, momentum=MOMENTUM[1], nesterov=True)

    @property
    def steps_per_epoch(self):
        return len(self._labels) // BATCH  # what is left over waits for the next epoch's order

    def run_epoch(self, report=lambda step, steps: None):
        """Returns the mean loss; `report` is called after every step."""
        self.module.train()
        order = torch.randperm(len(self._labels), generator=self._generator)
        total = 0.0
        for step in range(self.steps_per_epoch):
            total += self._step(step, order[step * BATCH:(step + 1) * BATCH])
            report(step + 1, self.steps_per_epoch)
        self.losses.append(total / self.steps_per_epoch)
        return self.losses[-1]

    def _step(self, step, picked):
        rate, momentum = one_cycle(len(self.losses) * self.steps_per_epoch + step,
                                   self.plan.epochs * self.steps_per_epoch, self.plan.peak_learning_rate)
        for group in self._optimiser.param_groups:
            group["lr"], group["momentum"] = rate, momentum
        left, top = (torch.randint(0, 2 * MARGIN + 1, (BATCH,), generator=self._generator) for _ in range(2))
        mirrored = torch.rand(BATCH, generator=self._generator) < 0.5
        images = crop(self._images, picked, left, top, mirrored)
        self._optimiser.zero_grad(set_to_none=True)
        with torch.autocast(self._device, dtype=torch.bfloat16, enabled=self.plan.bf16):
            loss = F.cross_entropy(self.module(images), self._labels[picked.to(self._labels.device)],
                                   label_smoothing=LABEL_SMOOTHING)
        loss.backward()
        self._optimiser.step()
        return loss.item()

    def save(self, path):
        """Whole or not at all: a training that is killed while writing keeps its last checkpoint."""
        # Numbers as text: PyTorch 1.13 takes none from a file of which it wants weights alone.
        state = {"progress": json.dumps({"plan": dataclasses.asdict(self.plan), "losses": self.losses}),
                 "weights": self.module.state_dict(), "momentum": self._optimiser.state_dict()["state"],
                 "generator": self._generator.get_state(),
                 "torch_generator": torch.get_rng_state(),
                 "cuda_generators": torch.cuda.get_rng_state_all() if self._device == "cuda" else []}
        torch.save(state, f"{path}.part")
        os.replace(f"{path}.part", path)

    def restore(self, path):
        """Goes on where save() was called. ValueError where that was another plan."""
        state = torch.load(path, map_location="cpu", weights_only=True)
        progress = json.loads(state["progress"])
        theirs, own = progress["plan"], dataclasses.asdict(self.plan)
        for name, value in own.items():
            if theirs[name] != value:
                raise ValueError(f"{path} is of a training with {name} {theirs[name]}, not {value}: "
                                 "give the same, or another folder")
        self.losses = progress["losses"]
        self.module.load_state_dict(state["weights"])
        self._optimiser.load_state_dict({**self._optimiser.state_dict(), "state": state["momentum"]})
        self._generator.set_state(state["generator"])
        torch.set_rng_state(state["torch_generator"])
        if state["cuda_generators"]:
            torch.cuda.set_rng_state_all(state["cuda_generators"])


def predictions(module, images, batch=250):
    """The class, 0 to 9, that the network gives the highest score, of each image."""
    was_training = module.training
    module.eval()
    with torch.no_grad():
        classes = [module(part.contiguous(memory_format=torch.channels_last)).argmax(1).tolist()
                   for part in images.split(batch)]
    module.train(was_training)
    return [digit for part in classes for digit in part]
