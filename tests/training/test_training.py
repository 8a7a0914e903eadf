#!/usr/bin/env python3
"""The training of the bundled models (models/train), on a few made-up images: seconds on one core.

Exit status 77, which ctest takes for a skip, without PyTorch or what else the scripts want.
"""
import contextlib
import dataclasses
import functools
import hashlib
import io
import json
import pathlib
import sys
import tarfile
import tempfile
import unittest
from unittest import mock

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "models/train"))
try:
    import numpy as np
    import onnx
    import torch
    from PIL import Image

    import card
    import data_set
    import onnx_file
    import recipe
    import train
    from networks import NETWORKS, build, inputs
    from small_data_set import SmallDataSet
except ModuleNotFoundError as absent:
    print(f"skipped: {absent}; install the packages in installer/packages/training.txt, or configure with "
          "-DIOTBENCH_TRAINING_PYTHON=…")
    sys.exit(77)

torch.set_num_threads(1)
IMAGES = 2 * recipe.BATCH  # two steps an epoch


def plan_of(name, seed=7, epochs=4):
    return recipe.Plan(name, epochs, seed, bf16=False, peak_learning_rate=NETWORKS[name].peak_learning_rate)


def training_of(plan):
    random = np.random.default_rng(1)
    images = random.integers(0, 256, (IMAGES, 32, 32, 3), np.uint8)
    labels = torch.from_numpy(random.integers(0, 10, IMAGES))
    network = NETWORKS[plan.network]
    fed = inputs(network, images, np.full((32, 32, 3), 0.5, np.float32), "cpu")
    return recipe.Training(plan, functools.partial(build, network),
                           recipe.with_margin(fed, not network.subtracts_mean), labels, "cpu")


class Schedule(unittest.TestCase):
    def test_ends_and_peak(self):
        steps, peak = 2000, 0.2
        for step, rate, momentum in ((0, 0.02, 0.95), (299, 0.2, 0.85), (1999, 0.00002, 0.95)):
            got = recipe.one_cycle(step, steps, peak)
            self.assertAlmostEqual(got[0], rate, 12)
            self.assertAlmostEqual(got[1], momentum, 12)

    def test_is_the_one_of_pytorch(self):
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.04, momentum=0.9)
        theirs = torch.optim.lr_scheduler.OneCycleLR(optimiser, 0.04, total_steps=60, pct_start=0.15,
                                                     anneal_strategy="linear", div_factor=10, final_div_factor=1000)
        for step in range(60):
            rate, momentum = recipe.one_cycle(step, 60, 0.04)
            self.assertAlmostEqual(rate, optimiser.param_groups[0]["lr"], 12)
            self.assertAlmostEqual(momentum, optimiser.param_groups[0]["momentum"], 12)
            if step < 59:
                optimiser.step()
                theirs.step()


class Augmentation(unittest.TestCase):
    def setUp(self):
        self.images = torch.arange(2 * 3 * 32 * 32, dtype=torch.float32).reshape(2, 3, 32, 32) + 1

    def crop(self, left, top, mirrored, mirrors=False):
        padded = recipe.with_margin(self.images, mirrors)
        return recipe.crop(padded, torch.tensor([1]), torch.tensor([left]), torch.tensor([top]),
                           torch.tensor([mirrored]))[0]

    def test_middle_is_the_image(self):
        self.assertTrue(torch.equal(self.crop(4, 4, False), self.images[1]))

    def test_mirrored_from_left_to_right(self):
        self.assertTrue(torch.equal(self.crop(4, 4, True), self.images[1].flip(2)))

    def test_left_moves_columns_and_top_rows(self):
        moved = self.crop(6, 3, False)
        self.assertEqual(moved[0, 1, 0], self.images[1, 0, 0, 2])
        self.assertEqual(moved[:, 0].abs().sum(), 0)

    def test_margin_may_mirror(self):
        self.assertEqual(self.crop(0, 4, False, mirrors=True)[2, 0, 0], self.images[1, 2, 0, 4])


class Repeats(unittest.TestCase):
    def losses(self, plan):
        training = training_of(plan)
        return [training.run_epoch() for _ in range(2)]

    def test_same_seed_same_losses(self):
        for name in ("resnet8", "cnn"):
            with self.subTest(name):
                self.assertEqual(self.losses(plan_of(name)), self.losses(plan_of(name)))

    def test_another_seed_other_losses(self):
        self.assertNotEqual(self.losses(plan_of("resnet8", seed=7)), self.losses(plan_of("resnet8", seed=8)))

    def test_resumed_equals_uninterrupted(self):
        for name in ("resnet8", "cnn"):  # with batch statistics; with dropout
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                checkpoint = pathlib.Path(folder) / "checkpoint"
                whole = training_of(plan_of(name))
                whole_losses = [whole.run_epoch() for _ in range(3)]
                first = training_of(plan_of(name))
                first.run_epoch()
                first.save(checkpoint)
                torch.manual_seed(99)  # another process has another state
                rest = training_of(plan_of(name))
                rest.restore(checkpoint)
                rest.run_epoch()
                rest.run_epoch()
                self.assertEqual(rest.losses, whole_losses)
                for key, values in whole.module.state_dict().items():
                    self.assertTrue(torch.equal(values, rest.module.state_dict()[key]), key)

    def test_checkpoint_of_another_plan_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            checkpoint = pathlib.Path(folder) / "checkpoint"
            training_of(plan_of("resnet8", epochs=4)).save(checkpoint)
            with self.assertRaisesRegex(ValueError, "epochs 4, not 5"):
                training_of(plan_of("resnet8", epochs=5)).restore(checkpoint)


class Export(unittest.TestCase):
    def test_file_is_what_the_program_reads(self):
        for name, parameters in (("resnet20", 271_690), ("cnn", 1_250_858), ("resnet8", 77_706)):
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "model.onnx"
                onnx_file.write(build(NETWORKS[name]), path)
                model = onnx.load(path)
                graph = model.graph
                self.assertEqual([entry.version for entry in model.opset_import], [12])
                self.assertEqual(sum(np.prod(tensor.dims) for tensor in graph.initializer), parameters)
                self.assertNotIn("BatchNormalization", {node.op_type for node in graph.node})
                self.assertEqual(graph.node[-1].op_type, "Softmax")
                shape = graph.input[0].type.tensor_type.shape.dim
                self.assertEqual(shape[0].dim_param, "N")
                self.assertEqual([size.dim_value for size in shape[1:]], [3, 32, 32])

    def test_weights_come_back(self):
        training = training_of(plan_of("resnet8"))
        training.run_epoch()  # batch statistics that folding has to reckon with
        images = torch.rand(20, 3, 32, 32)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "model.onnx"
            onnx_file.write(training.module, path)
            again = onnx_file.read_weights(build(NETWORKS["resnet8"]), path)
            with self.assertRaisesRegex(ValueError, "10 layers with weights, the network 22"):
                onnx_file.read_weights(build(NETWORKS["resnet20"]), path)
        with torch.no_grad():
            scores = training.module.eval()(images)
            self.assertLess((again(images) - scores).abs().max() / scores.abs().max(), 1e-5)


class Bundled(unittest.TestCase):
    """What is bundled is what this recipe makes, and says in PyTorch what its card says."""

    @classmethod
    def setUpClass(cls):
        cls.images, cls.labels = data_set.bundled_test_set()
        cls.cards = {name: json.loads((TOP / f"models/{name}.json").read_text()) for name in NETWORKS}

    def test_test_set(self):
        self.assertEqual(self.images.shape, (10_000, 32, 32, 3))
        self.assertEqual(self.labels[:10].tolist(), [3, 8, 8, 0, 6, 6, 1, 6, 3, 1])
        self.assertEqual(self.images[0, 0, 0].tolist(), [158, 112, 49])

    def test_predictions_of_300_images(self):
        mean = data_set.bundled_mean()
        for name, network in NETWORKS.items():
            module = onnx_file.read_weights(build(network), TOP / f"models/{name}.onnx")
            own = recipe.predictions(module, inputs(network, self.images[:300], mean, "cpu"))
            self.assertEqual("".join(map(str, own)), self.cards[name]["variants"][0]["predictions"][:300], name)

    def test_cards_tell_this_recipe(self):
        for name, network in NETWORKS.items():
            theirs, plan = self.cards[name], plan_of(name, epochs=network.epochs)
            self.assertEqual(theirs["recipe"], card.recipe_text(plan))
            self.assertEqual((theirs["training"]["epochs"], theirs["training"]["seed"]), (plan.epochs, plan.seed))
            self.assertEqual(theirs["architecture"], network.architecture)
            self.assertEqual(theirs["description"], network.description)
            self.assertEqual(theirs["input"]["normalisation"] == "mean-subtracted", network.subtracts_mean)


class NewCard(unittest.TestCase):
    def test_has_every_field_but_what_only_the_program_knows(self):
        plan = dataclasses.replace(plan_of("cnn"), bf16=True)
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(folder) / "cnn.onnx"
            model.write_bytes(b"abc")
            written = json.loads(card.write(NETWORKS["cnn"], plan, model).read_text())
        theirs = json.loads((TOP / "models/cnn.json").read_text())
        self.assertEqual(written.keys(), theirs.keys())
        self.assertEqual(written["training"].keys(), theirs["training"].keys())
        self.assertEqual(written["classes"], theirs["classes"])
        self.assertEqual(written["training"]["versions"], f"PyTorch {torch.__version__}, trained in bfloat16")
        self.assertEqual(written["variants"], [{
            "precision": "fp32", "file": "cnn.onnx",
            "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}])


class Layouts(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        self.small = SmallDataSet(2)

    def assertRead(self, path):
        images, labels, test_images, test_labels = data_set.load(path, self.small.sha256)
        self.assertTrue((np.concatenate([images, test_images]) == self.small.images).all())
        self.assertEqual([*labels, *test_labels], self.small.labels.tolist())
        self.assertEqual(len(test_images), 2)

    def write_sheets(self):
        for name, images, _ in self.small.batches():
            Image.fromarray(images.reshape(2, 1024, 3)).save(self.folder / f"{name}.png")
        (self.folder / "train_lables.json").write_text(json.dumps(self.small.labels[:10].tolist()))
        (self.folder / "test_lables.json").write_text(json.dumps(self.small.labels[10:].tolist()))

    def test_binary_folder(self):
        self.small.write(self.folder)
        self.assertRead(self.folder)

    def test_binary_archive(self):
        path = self.folder / "cifar-10-binary.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            for name, records in self.small.records().items():
                member = tarfile.TarInfo(f"cifar-10-batches-bin/{name}.bin")
                member.size = len(records)
                archive.addfile(member, io.BytesIO(records))
        self.assertRead(path)

    def test_sheets(self):
        self.write_sheets()
        self.assertRead(self.folder)

    def test_other_images_are_refused(self):
        self.small.write(self.folder)
        with self.assertRaisesRegex(data_set.DataSetError, "data_batch_1 of .* is not CIFAR-10's"):
            data_set.load(self.folder)

    def test_one_other_label_is_refused(self):
        self.write_sheets()
        labels = self.small.labels[:10].tolist()
        labels[6] = (labels[6] + 1) % 10
        (self.folder / "train_lables.json").write_text(json.dumps(labels))
        with self.assertRaisesRegex(data_set.DataSetError, "data_batch_4 of .* labels are others"):
            data_set.load(self.folder, self.small.sha256)

    def test_what_is_no_data_set_is_refused(self):
        with self.assertRaisesRegex(data_set.DataSetError, "holds neither"):
            data_set.load(self.folder)

    def test_batches_are_those_of_the_bundled_test_set(self):
        images, labels = data_set.bundled_test_set()
        records = np.column_stack([labels.astype(np.uint8), images.transpose(0, 3, 1, 2).reshape(len(images), -1)])
        self.assertEqual(hashlib.sha256(records.tobytes()).hexdigest(), data_set.SHA256["test_batch"])


class Program(unittest.TestCase):
    """train.py as users start it, for two epochs of two steps."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        self.small = SmallDataSet(IMAGES // 5 + 1)
        self.small.write(self.folder)

    def train(self, out, *words):
        with mock.patch.object(data_set, "SHA256", self.small.sha256), contextlib.redirect_stdout(io.StringIO()) as said, \
                mock.patch.object(sys, "argv", ["train.py", "resnet8", "--data", str(self.folder), "--epochs", "2",
                                                "--device", "cpu", "--threads", "1", "--out", str(self.folder / out), *words]):
            train.main()
        return said.getvalue()

    def test_two_epochs(self):
        said = self.train("whole")
        self.assertRegex(said, r"(?s)epoch 1/2 loss \d.*epoch 2/2 loss \d.*resnet8: \d+ of 52 test images right")
        written = json.loads((self.folder / "whole/resnet8.json").read_text())
        model = self.folder / "whole/resnet8.onnx"
        self.assertEqual(written["variants"][0]["sha256"], hashlib.sha256(model.read_bytes()).hexdigest())
        self.assertEqual(written["training"]["epochs"], 2)

        self.assertRegex(self.train("halves", "--stop-after", "1"), "(?s)^resnet8 epoch 1/2[^\n]*\n$")
        self.assertIn("goes on after epoch 1", self.train("halves"))
        self.assertEqual((self.folder / "halves/resnet8.onnx").read_bytes(), model.read_bytes())


if __name__ == "__main__":
    unittest.main()
