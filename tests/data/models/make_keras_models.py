"""Make the small Keras models of this folder, and what Keras itself answers for them.

usage: make_keras_models.py TEST_BATCH        (TEST_BATCH: cifar-10-batches-bin/test_batch.bin)
needs: pip install --no-deps --require-hashes -r installer/requirements/peers.txt    (Keras 3 and, as tf_keras, Keras 2)

Weights are seeded random numbers: the models know nothing, their arithmetic is the point. For every model NAME.h5
there is NAME.csv: for the first eight test images, RGB/255, one line each of the ten outputs, in full precision.
"""
import sys

import keras
import numpy as np
import tf_keras


def every_layer(k):
    """A Functional model that has every supported layer, in the settings that are easily got wrong."""
    l = k.layers
    image = l.Input((32, 32, 3), name="image")
    x = l.Rescaling(2.0, offset=-1.0, name="rescaling")(image)
    x = l.Conv2D(8, 3, strides=2, padding="same", use_bias=False, name="conv_stride_2")(x)  # pads after, not before
    x = l.BatchNormalization(epsilon=0.01, name="norm")(x)
    x = trunk = l.ReLU(max_value=1.5, name="relu_clipped")(x)
    x = l.ZeroPadding2D(((1, 0), (2, 1)), name="padding")(x)
    x = l.DepthwiseConv2D((3, 2), depth_multiplier=2, activation="relu", name="depthwise")(x)
    x = l.Conv2D(8, 2, padding="same", groups=2, name="conv_even_grouped")(x)
    x = l.BatchNormalization(scale=False, center=False, name="norm_plain")(x)
    x = l.LeakyReLU(0.1, name="leaky")(x)
    x = l.Conv2D(8, 3, dilation_rate=2, padding="same", activation="tanh", name="conv_dilated")(x)
    y = l.DepthwiseConv2D(3, strides=2, padding="same", name="depthwise_stride_2")(trunk)
    y = l.Activation("swish", name="swish")(y)
    x = l.MaxPooling2D(3, strides=2, padding="same", name="max_same")(x)
    x = l.AveragePooling2D((1, 2), strides=1, name="average_valid")(x)
    pad = l.AveragePooling2D((2, 3), strides=1, padding="same", name="average_same")(y)
    pad = l.Conv2D(8, 1, activation="elu", name="conv_after_average")(pad)
    shared = l.Conv2D(8, 1, activation="relu6", name="conv_shared")  # called twice
    x = l.Concatenate(name="concatenate")([x, shared(pad), shared(y)])
    branch = k.Sequential([l.Conv2D(4, 3, name="inner_conv"), l.BatchNormalization(name="inner_norm"), l.ReLU(name="inner_relu")],
                          name="branch")
    x = branch(x)
    a, b = l.GlobalAveragePooling2D(name="average")(x), l.GlobalMaxPooling2D(name="maximum")(x)
    a = l.Add(name="add")([a, b])
    x = l.MaxPooling2D(name="max_valid")(x)
    x = l.Dense(5, activation="sigmoid", name="dense_per_pixel")(x)
    x = l.Reshape((5, 3, 3), name="reshape")(x)
    x = l.Flatten(name="flatten")(x)  # Keras's order: rows, columns, channels
    x = l.Concatenate(name="join")([x, a])
    x = l.BatchNormalization(name="norm_of_row")(x)
    x = l.Dropout(0.5, name="dropout")(x)
    x = l.Dense(10, name="scores")(x)
    return k.Model(image, l.Softmax(name="probabilities")(x), name="every_layer")


def logits(k):
    """A Sequential that names no input layer in its list and ends in scores, not probabilities."""
    l = k.layers
    return k.Sequential([
        k.Input((32, 32, 3)),
        l.Conv2D(4, 5, strides=3, activation="relu"), l.MaxPooling2D(),
        l.Flatten(), l.Dense(12, activation="leaky_relu"), l.Dense(10, use_bias=False),
    ], name="logits")


def randomise(model, seed):
    """Weights that keep every layer alive: variances positive, the rest around zero."""
    generator = np.random.default_rng(seed)
    for layer in model.layers:
        if hasattr(layer, "layers"):
            randomise(layer, seed + 1)
            continue
        values = []
        for weight in layer.weights:
            value = generator.normal(0, 0.35, weight.shape)
            values.append(np.abs(value) + 0.2 if "variance" in weight.name or "gamma" in weight.name else value)
        layer.set_weights(values)


def main():
    records = np.fromfile(sys.argv[1], np.uint8).reshape(-1, 3073)[:8, 1:]
    images = records.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1).astype("float32") / 255
    for version, k in ((2, tf_keras), (3, keras)):
        for build in (every_layer, logits):
            k.backend.clear_session()
            model = build(k)
            randomise(model, version)
            name = f"{build.__name__}_keras{version}"
            model.save(f"{name}.h5")
            np.savetxt(f"{name}.csv", model.predict(images, verbose=0), "%.9g", ",")


if __name__ == "__main__":
    main()
