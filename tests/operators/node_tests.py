"""ONNX's own tests of its operators, as a classifier of images would use them.

    python -m onnx.backend.test.cmd_tools generate-data -o DATA     the generator, in the wheel of onnx
    node_tests.py DATA CASES

Each test of one operator with float32 results becomes CASES/NAME.onnx, once with its own operator set and once each with
sets 12 and 9 where ONNX can convert it, and CASES/NAME.npz with an input `x` and the result `y` that is right. What a
test feeds as a second input and more is a constant of the model, as weights are. An input that is no N×C×H×W comes as
one, and is reshaped by the model.
"""
import os
import pathlib
import sys

import numpy
import onnx
from onnx import helper, numpy_helper, version_converter

OLDER_SETS = 12, 9
NEWEST_FORMAT = 8  # that every engine reads


def tensor(path):
    values = onnx.TensorProto()
    values.ParseFromString(path.read_bytes())
    return numpy_helper.to_array(values)


def read(folder):
    """Model, inputs and outputs of a test; None where they are not tensors, or not of this set of operators."""
    model = onnx.load(folder / "model.onnx")
    data = folder / "test_data_set_0"
    ends = list(model.graph.input) + list(model.graph.output)
    own = all(used.domain in ("", "ai.onnx") for used in model.opset_import)
    if not own or not all(end.type.HasField("tensor_type") for end in ends):
        return None
    inputs = [data / f"input_{i}.pb" for i in range(len(model.graph.input))]
    outputs = [data / f"output_{i}.pb" for i in range(len(model.graph.output))]
    if not all(path.exists() for path in inputs + outputs):
        return None
    return model, [tensor(path) for path in inputs], [tensor(path) for path in outputs]


def with_one_input(model, inputs, image):
    """The model with all inputs but `image` as constants, and the input that it then takes."""
    graph = model.graph
    for i, values in enumerate(inputs):
        if i != image:
            graph.initializer.append(numpy_helper.from_array(values, graph.input[i].name))
    kept = onnx.ValueInfoProto()
    kept.CopyFrom(graph.input[image])
    del graph.input[:]
    x = inputs[image]
    if x.ndim == 4:
        graph.input.append(kept)
        return x
    graph.initializer.append(numpy_helper.from_array(numpy.array(x.shape, numpy.int64), "shape of the test"))
    graph.node.insert(0, helper.make_node("Reshape", ["image", "shape of the test"], [kept.name]))
    x = x.reshape(1, -1, 1, 1)
    graph.input.append(helper.make_tensor_value_info("image", onnx.TensorProto.FLOAT, x.shape))
    return x


def with_one_output(model):
    graph = model.graph
    del graph.output[1:]
    last = graph.node[-1]
    if len(graph.node) <= 2 and last.op_type != "Split":
        del last.output[1:]


def converted(model, operator_set):
    """For an older set; None where ONNX cannot, of which it sometimes dies: so by a child."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            older = version_converter.convert_version(model, operator_set)
            onnx.checker.check_model(older)
            with os.fdopen(write_end, "wb") as file:
                file.write(older.SerializeToString())
        finally:
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as file:
        written = file.read()
    os.waitpid(child, 0)
    return onnx.ModelProto.FromString(written) if written else None


def main():
    data, cases = map(pathlib.Path, sys.argv[1:])
    cases.mkdir(parents=True, exist_ok=True)
    for folder in sorted((data / "node").iterdir()):
        if "_expanded" in folder.name or not (folder / "model.onnx").exists():
            continue
        test = read(folder)
        if not test:
            continue
        model, inputs, outputs = test
        images = [i for i, values in enumerate(inputs) if values.dtype == numpy.float32 and values.ndim > 0
                  and values.size > 0]
        if not images or not outputs or outputs[0].dtype != numpy.float32:
            continue
        x = with_one_input(model, inputs, images[0])
        with_one_output(model)
        models = {"": model} | {f"@{older}": converted(model, older) for older in OLDER_SETS}
        for suffix, variant in models.items():
            if variant:
                variant.ir_version = min(variant.ir_version, NEWEST_FORMAT)
                name = folder.name.removeprefix("test_") + suffix
                onnx.save(variant, cases / f"{name}.onnx")
                numpy.savez(cases / f"{name}.npz", x=x, y=outputs[0])


main()
