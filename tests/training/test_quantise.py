#!/usr/bin/env python3
"""Quantisation of a model (models/train/quantise.py), on one of two layers and made-up images."""
import contextlib
import hashlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "models/train"))
import data_set
import quantise
from small_data_set import SmallDataSet

IMAGES = quantise.LEAST_IMAGES


def tiny_model():
    """A convolution with stride, ReLU, and a dense layer on all of it: operator set 12, as train.py writes."""
    random = np.random.default_rng(3)
    weights = {"conv.weight": random.normal(0, 0.3, (4, 3, 3, 3)), "conv.bias": random.normal(0, 0.1, 4),
               "gemm.weight": random.normal(0, 0.1, (10, 4 * 8 * 8)), "gemm.bias": random.normal(0, 0.1, 10)}
    nodes = [helper.make_node("Conv", ["image", "conv.weight", "conv.bias"], ["conv"], kernel_shape=[3, 3],
                              strides=[4, 4], pads=[1, 1, 1, 1]),
             helper.make_node("Relu", ["conv"], ["relu"]),
             helper.make_node("Flatten", ["relu"], ["flat"]),
             helper.make_node("Gemm", ["flat", "gemm.weight", "gemm.bias"], ["scores"], transB=1),
             helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1)]
    tensor = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *shape])
    graph = helper.make_graph(nodes, "tiny", [tensor("image", 3, 32, 32)], [tensor("probabilities", 10)],
                              [numpy_helper.from_array(values.astype(np.float32), name) for name, values in weights.items()])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 12)], ir_version=7)


def probabilities(path, images):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: images})[0]


class Quantise(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.small = SmallDataSet(IMAGES // 5)
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        cls.small.write(cls.folder)
        cls.card = cls.folder / "tiny.json"
        cls.card.write_text(json.dumps({
            "name": "tiny", "input": {"shape": [3, 32, 32], "normalisation": "unit"},
            "variants": [{"precision": "fp32", "file": "tiny.onnx", "sha256": "", "accuracy": {"images": 1, "right": 1}}]}))
        onnx.save(tiny_model(), cls.folder / "tiny.onnx")
        cls.quantise("first")
        cls.quantised = cls.folder / "first/tiny-int8.onnx"

    @classmethod
    def quantise(cls, out, *words, card=None):
        """Returns the written card."""
        with mock.patch.object(data_set, "SHA256", cls.small.sha256), contextlib.redirect_stdout(io.StringIO()):
            quantise.quantise(quantise.read_arguments([
                str(card or cls.card), "--data", str(cls.folder), "--images", str(IMAGES), "--out", str(cls.folder / out),
                *words]))
        return json.loads((cls.folder / out / cls.card.name).read_text())

    def test_every_layer_is_in_int8(self):
        model = onnx.load(self.quantised)
        onnx.checker.check_model(model)
        self.assertEqual([each.version for each in model.opset_import if each.domain == ""], [13])
        makers = {output: node for node in model.graph.node for output in node.output}

        def maker(name):
            node = makers[name]
            return maker(node.input[0]) if node.op_type == "Flatten" else node.op_type  # which changes no value
        layers = [node for node in model.graph.node if node.op_type in ("Conv", "Gemm")]
        self.assertEqual([node.op_type for node in layers], ["Conv", "Gemm"])
        for node in layers:
            self.assertEqual([maker(name) for name in node.input[:2]], ["DequantizeLinear"] * 2, node.name)

    def test_weights_have_seven_bits(self):
        weights = [numpy_helper.to_array(each) for each in onnx.load(self.quantised).graph.initializer
                   if each.data_type == TensorProto.INT8 and len(each.dims) > 1]
        self.assertEqual(len(weights), 2)
        for each in weights:
            self.assertLessEqual(np.abs(each.astype(int)).max(), 64)
            self.assertGreater(np.abs(each.astype(int)).max(), 32)

    def test_answers_stay(self):
        images = data_set.normalised(self.small.images)
        exact, own = (probabilities(path, images) for path in (self.folder / "tiny.onnx", self.quantised))
        self.assertGreater((exact.argmax(1) == own.argmax(1)).mean(), 0.9)
        self.assertLess(np.abs(exact - own).max(), 0.1)
        self.assertGreater(np.abs(exact - own).max(), 0)  # or else nothing was quantised

    def test_card_gains_the_variant(self):
        entry = {"precision": "int8", "file": "tiny-int8.onnx",
                 "sha256": hashlib.sha256(self.quantised.read_bytes()).hexdigest()}
        before = json.loads(self.card.read_text())
        written = json.loads((self.folder / "first/tiny.json").read_text())
        self.assertEqual(written, {**before, "variants": [*before["variants"], entry]})
        again = {**written, "variants": [{"precision": "int8", "file": "old.onnx"}, *before["variants"]]}
        self.assertEqual(quantise.with_variant(again, self.quantised), written)

    def test_same_seed_same_file(self):
        self.quantise("again")
        self.assertEqual((self.folder / "again/tiny-int8.onnx").read_bytes(), self.quantised.read_bytes())

    def test_tool_that_completes_the_card(self):
        tool = self.folder / "make_card"
        tool.write_text('#!/bin/sh\necho "$@" >"$(dirname "$0")/told"\n')
        tool.chmod(0o755)
        self.quantise("completed", "--make-card", str(tool))
        self.assertEqual((self.folder / "told").read_text(),
                         f"{self.folder}/completed/tiny.json --precision int8 --engine openvino\n")


class CalibrationImages(unittest.TestCase):
    def setUp(self):
        self.images = np.zeros((20, 32, 32, 3), np.uint8)
        self.images[:, 5, 7, 2] = np.arange(20)

    def numbers(self, count, seed):
        """Which images were taken."""
        fed = quantise.calibration_images("unit", self.images, count, seed)
        self.assertEqual((fed.shape, fed.dtype), ((count, 1, 3, 32, 32), np.float32))
        return np.rint(fed[:, 0, 2, 5, 7] * 255).astype(int).tolist()

    def test_none_comes_twice(self):
        self.assertEqual(sorted(self.numbers(20, 7)), list(range(20)))

    def test_seed_draws_them(self):
        self.assertEqual(self.numbers(10, 7), self.numbers(10, 7))
        self.assertNotEqual(self.numbers(10, 7), self.numbers(10, 8))

    def test_fed_as_the_card_says(self):
        unit, subtracted = (quantise.calibration_images(each, self.images, 1, 7)[0, 0] for each in ("unit", "mean-subtracted"))
        self.assertLess(np.abs(unit - subtracted - data_set.bundled_mean().transpose(2, 0, 1)).max(), 1e-6)


class Arguments(unittest.TestCase):
    def test_too_few_images_are_refused(self):
        with contextlib.redirect_stderr(io.StringIO()) as said, self.assertRaises(SystemExit):
            quantise.read_arguments(["x.json", "--data", "d", "--images", str(IMAGES - 1)])
        self.assertIn("must be 300 to 50000", said.getvalue())


if __name__ == "__main__":
    unittest.main()
