"""Networks as ONNX files, and back.

Operator set 12 is the newest that OpenCV 4.6 reads whole. The graph is written node by node, not by PyTorch's exporter,
so that any version of PyTorch makes the same file of the same weights: a free first dimension, batch normalisation
folded, probabilities out.
"""
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from networks import CLASSES, Residual, folded

OPERATOR_SET = 12
IR_VERSION = 7  # the one that came with it


class _Graph:
    def __init__(self):
        self.nodes, self.weights = [], []

    def add(self, operator, inputs, weights=(), output=None, **attributes):
        """Returns the name of the new node's output."""
        node = f"{operator.lower()}{len(self.nodes) + 1}"
        names = []
        for kind, values in zip(("weight", "bias"), weights):
            names.append(f"{node}.{kind}")
            self.weights.append(numpy_helper.from_array(values.detach().numpy(), names[-1]))
        output = output or node
        self.nodes.append(helper.make_node(operator, [*inputs, *names], [output], name=node, **attributes))
        return output

    def add_layer(self, layer, x):
        if isinstance(layer, nn.Sequential):
            for part in layer:
                x = self.add_layer(part, x)
            return x
        if isinstance(layer, Residual):
            inner = self.add("Relu", [self.add_layer(layer.first, x)])
            inner = self.add_layer(layer.second, inner)
            return self.add("Relu", [self.add("Add", [inner, self.add_layer(layer.shortcut, x)])])
        if isinstance(layer, nn.Conv2d):
            return self.add("Conv", [x], (layer.weight, layer.bias), kernel_shape=layer.kernel_size,
                            strides=layer.stride, pads=layer.padding * 2)
        if isinstance(layer, nn.Linear):
            return self.add("Gemm", [x], (layer.weight, layer.bias), transB=1)
        if isinstance(layer, (nn.MaxPool2d, nn.AvgPool2d)):
            operator = "MaxPool" if isinstance(layer, nn.MaxPool2d) else "AveragePool"
            return self.add(operator, [x], kernel_shape=(layer.kernel_size,) * 2, strides=(layer.stride,) * 2)
        if isinstance(layer, nn.ReLU):
            return self.add("Relu", [x])
        if isinstance(layer, nn.Flatten):
            return self.add("Flatten", [x])
        if isinstance(layer, (nn.Identity, nn.Dropout)):
            return x
        raise TypeError(f"no ONNX is known here for {type(layer).__name__}")


def write(module, path):
    graph = _Graph()
    graph.add("Softmax", [graph.add_layer(folded(module), "image")], output="probabilities", axis=1)
    tensor = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *shape])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "cifar10", [tensor("image", 3, 32, 32)], [tensor("probabilities", CLASSES)],
                          graph.weights),
        opset_imports=[helper.make_opsetid("", OPERATOR_SET)], ir_version=IR_VERSION,
        producer_name="iotbench models/train", producer_version=f"PyTorch {torch.__version__}")
    onnx.checker.check_model(model)
    onnx.save(model, path)


def read_weights(module, path):
    """The network folded(module) with the weights of the file, taken layer by layer in the order of the file's nodes.
    ValueError where the file is of another architecture."""
    module = folded(module)
    graph = onnx.load(path).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    nodes = [node for node in graph.node if node.op_type in ("Conv", "Gemm")]
    layers = [layer for layer in module.modules() if isinstance(layer, (nn.Conv2d, nn.Linear))]
    if len(nodes) != len(layers):
        raise ValueError(f"{path} has {len(nodes)} layers with weights, the network {len(layers)}")
    for node, layer in zip(nodes, layers):
        for name, values in zip(node.input[1:], (layer.weight, layer.bias)):
            if stored[name].shape != tuple(values.shape):
                raise ValueError(f"{path}: {name} is {stored[name].shape}, the network's {tuple(values.shape)}")
            values.data.copy_(torch.from_numpy(stored[name].copy()))
    return module
