"""A bundled ONNX model as a Keras model with the same weights: what the exported networks consist of, and no more."""
import keras
import numpy as np
import onnx
from keras import layers
from onnx import numpy_helper


def from_onnx(path):
    """Channels last, as TensorFlow computes on a CPU: takes N×32×32×3."""
    graph = onnx.load(path).graph
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    entry = keras.Input((32, 32, 3))
    values = {graph.input[0].name: entry}
    for node in graph.node:
        attributes = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
        inputs = [values[name] for name in node.input if name in values]
        values[node.output[0]] = _LAYERS[node.op_type](inputs, [weights[name] for name in node.input if name in weights],
                                                       attributes)
    return keras.Model(entry, values[graph.output[0].name])


def _with_weights(layer, value, weights):
    result = layer(value)
    layer.set_weights(weights)
    return result


def _convolution(inputs, weights, attributes):
    kernel, bias = weights
    value, pads = inputs[0], attributes.get("pads", [0] * 4)
    if any(pads):  # "same" of Keras pads unlike ONNX where the stride is 2
        value = layers.ZeroPadding2D(((pads[0], pads[2]), (pads[1], pads[3])))(value)
    layer = layers.Conv2D(kernel.shape[0], kernel.shape[2:], attributes.get("strides", [1, 1]))
    return _with_weights(layer, value, [kernel.transpose(2, 3, 1, 0), bias])


def _dense(inputs, weights, attributes):
    kernel, bias = weights
    kernel = kernel.T if attributes.get("transB") else kernel
    return _with_weights(layers.Dense(len(bias)), inputs[0], [np.ascontiguousarray(kernel), bias])


def _pooling(layer):
    return lambda inputs, weights, attributes: layer(attributes["kernel_shape"], attributes["strides"])(inputs[0])


_LAYERS = {
    "Conv": _convolution,
    "Gemm": _dense,
    "Relu": lambda inputs, weights, attributes: layers.ReLU()(inputs[0]),
    "Add": lambda inputs, weights, attributes: layers.Add()(inputs),
    "MaxPool": _pooling(layers.MaxPooling2D),
    "AveragePool": _pooling(layers.AveragePooling2D),
    "Flatten": lambda inputs, weights, attributes: layers.Flatten()(layers.Permute((3, 1, 2))(inputs[0])),
    "Softmax": lambda inputs, weights, attributes: layers.Softmax()(inputs[0]),
}
