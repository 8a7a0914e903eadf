"""Make a small Keras model for every layer and attribute that iotbench imports, and what Keras itself answers for it.

usage: make_keras_layers.py {2|3} TEST_BATCH FOLDER    (TEST_BATCH: cifar-10-batches-bin/test_batch.bin)
       make_keras_layers.py pack FOLDER
needs: as make_keras_models.py                          (2: tf_keras, 3: Keras 3)

Writes NAME.h5, for some models NAME.keras too, and NAME.npy: Keras's ten outputs for each of the first 300 test images,
RGB/255, float32. Weights are seeded random numbers of few digits, which pack well. tests/keras_table.py checks such a
folder; `pack` makes keras_layers.zip beside this file of it, with the answers for 8 images.
"""
import io
import os
import pathlib
import sys
import zipfile

import numpy as np

IMAGES = 300
PACKED_IMAGES = 8


def pack(folder):
    """Everything in the folder, one file behind the other and so packed well, and names.txt, which lists name and size."""
    members = {}
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        if path.suffix == ".npy":
            stream = io.BytesIO()
            np.save(stream, np.load(path)[:PACKED_IMAGES])
            data = stream.getvalue()
        members[path.name] = data
    names = "\n".join(f"{name} {len(data)}" for name, data in members.items())
    with zipfile.ZipFile(pathlib.Path(__file__).with_name("keras_layers.zip"), "w") as archive:
        for name, data in (("names.txt", names.encode()), ("files", b"".join(members.values()))):
            info = zipfile.ZipInfo(name)  # without the time of day
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)


if sys.argv[1] == "pack":
    pack(pathlib.Path(sys.argv[2]))
    sys.exit()

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
VERSION = int(sys.argv[1])
if VERSION == 2:
    import tf_keras as keras
else:
    import keras
import tensorflow as tf

L = keras.layers
CASES = {}  # name: (function that makes the model, whether as .keras too)


def case(name, archive=False, versions=(2, 3)):
    """Registers a function that makes a whole model."""
    def register(build):
        if VERSION in versions:
            CASES[name] = (build, archive)
        return build
    return register


def on_map(name, layer, archive=False, versions=(2, 3)):
    """A layer between a convolution that makes 5 × 5 × 4 of the image and what sorts its values into classes."""
    def build():
        image = keras.Input((32, 32, 3))
        x = layer(L.Conv2D(4, 3, strides=6)(image))
        if len(x.shape) == 4:
            x = L.Flatten()(x)
        return keras.Model(image, L.Dense(10)(x))
    case(name, archive, versions)(build)


def on_row(name, layer, versions=(2, 3)):
    """The same for a layer that takes a row of values."""
    on_map(name, lambda x: layer(L.GlobalAveragePooling2D()(x)), versions=versions)


# Convolutions
for padding in ("valid", "same"):
    for strides in (1, 2):
        on_map(f"separable_{padding}_{strides}",
               lambda x, p=padding, s=strides: L.SeparableConv2D(3, 3, strides=s, padding=p, activation="relu")(x))
        on_map(f"transposed_{padding}_{strides}",
               lambda x, p=padding, s=strides: L.Conv2DTranspose(3, 3, strides=s, padding=p)(x))
on_map("separable_multiplier", lambda x: L.SeparableConv2D(3, (2, 3), depth_multiplier=3, use_bias=False)(x), archive=True)
on_map("separable_dilated", lambda x: L.SeparableConv2D(3, 2, dilation_rate=2)(x))
on_map("depthwise_multiplier", lambda x: L.DepthwiseConv2D((3, 2), depth_multiplier=3, activation="elu")(x), archive=True)
on_map("depthwise_same_2", lambda x: L.DepthwiseConv2D(3, strides=2, padding="same")(x))
on_map("depthwise_dilated", lambda x: L.DepthwiseConv2D(2, dilation_rate=2)(x))
on_map("conv_groups", lambda x: L.Conv2D(6, 3, groups=2, padding="same")(x))
on_map("transposed_even_same_3", lambda x: L.Conv2DTranspose(3, 2, strides=3, padding="same", activation="relu")(x), archive=True)
on_map("transposed_even_valid_3", lambda x: L.Conv2DTranspose(3, 2, strides=3)(x))
on_map("transposed_4_same_2", lambda x: L.Conv2DTranspose(3, 4, strides=2, padding="same", use_bias=False)(x))
on_map("transposed_output_padding", lambda x: L.Conv2DTranspose(3, 3, strides=2, output_padding=1)(x))
on_map("transposed_output_padding_same", lambda x: L.Conv2DTranspose(3, 3, strides=2, padding="same", output_padding=0)(x))
on_map("transposed_dilated", lambda x: L.Conv2DTranspose(3, 2, dilation_rate=2)(x))
on_map("dense_on_map", lambda x: L.Dense(3, activation="tanh")(x), archive=True)

# Normalisations
on_map("layer_norm", lambda x: L.LayerNormalization()(x), archive=True)
on_map("layer_norm_plain", lambda x: L.LayerNormalization(center=False, scale=False, epsilon=0.1)(x))
on_map("layer_norm_image", lambda x: L.LayerNormalization(axis=[1, 2, 3])(x))
on_row("layer_norm_row", lambda x: L.LayerNormalization()(x))
on_map("group_norm", lambda x: L.GroupNormalization(2)(x), archive=True)
on_map("group_norm_one", lambda x: L.GroupNormalization(1, epsilon=0.1)(x))
on_map("group_norm_each", lambda x: L.GroupNormalization(-1, scale=False)(x))
on_row("group_norm_row", lambda x: L.GroupNormalization(2)(x))
on_map("normalization", lambda x: L.Normalization()(x), archive=True)
on_map("normalization_config", lambda x: L.Normalization(mean=[0.1, 0.2, 0.3, 0.4], variance=[1.0, 2.0, 0.5, 0.1])(x))
on_map("normalization_one", lambda x: L.Normalization(axis=None)(x))
on_map("normalization_one_config", lambda x: L.Normalization(mean=0.5, variance=2.0)(x))
on_map("normalization_invert", lambda x: L.Normalization(invert=True)(x))
on_row("normalization_row", lambda x: L.Normalization()(x))
on_map("rescaling_channels", lambda x: L.Rescaling([1.0, 2.0, 0.5, 3.0], offset=[0.0, 1.0, -1.0, 0.5])(x))
on_map("rescaling", lambda x: L.Rescaling(1 / 127.5, offset=-1)(x))
on_map("batch_norm", lambda x: L.BatchNormalization(epsilon=0.01)(x), archive=True)

# Shapes
on_map("permute", lambda x: L.Permute((3, 1, 2))(x))
on_map("permute_swap", lambda x: L.Conv2D(3, 2)(L.Permute((2, 1, 3))(x)))
on_map("permute_turn", lambda x: L.Conv2D(3, 2)(L.Permute((2, 3, 1))(x)))
on_map("upsampling", lambda x: L.UpSampling2D((2, 3))(x))
on_map("upsampling_bilinear", lambda x: L.UpSampling2D((2, 3), interpolation="bilinear")(x), archive=True)
on_map("cropping", lambda x: L.Cropping2D(((1, 0), (2, 1)))(x))
on_map("cropping_one", lambda x: L.Cropping2D(1)(x))
on_map("zero_padding", lambda x: L.ZeroPadding2D(((1, 0), (0, 2)))(x))
on_map("reshape", lambda x: L.Conv2D(3, 2)(L.Reshape((4, 5, -1))(x)))
on_map("global_keepdims", lambda x: L.GlobalAveragePooling2D(keepdims=True)(x))

# Activations
for name in ("elu", "exponential", "gelu", "hard_sigmoid", "linear", "mish", "relu", "selu", "sigmoid", "softmax", "softplus",
             "softsign", "swish", "tanh"):
    on_map(f"activation_{name}", lambda x, a=name: L.Activation(a)(x), archive=name == "hard_sigmoid")
for name in ("celu", "hard_silu", "hard_tanh", "leaky_relu", "log_sigmoid", "log_softmax", "relu6", "silu", "squareplus",
             "tanh_shrink"):
    on_map(f"activation_{name}", lambda x, a=name: L.Activation(a)(x), versions=(3,))
on_map("activation_layer", lambda x: L.Conv2D(3, 2, activation=L.LeakyReLU(0.4))(x), archive=True)
on_map("leaky_relu", lambda x: L.LeakyReLU(0.15)(x))
on_map("elu_alpha", lambda x: L.ELU(0.5)(x))
on_map("relu_max", lambda x: L.ReLU(max_value=0.5)(x))
on_map("relu_slope", lambda x: L.ReLU(negative_slope=0.2)(x))
on_map("relu_max_slope", lambda x: L.ReLU(max_value=0.5, negative_slope=0.2)(x))
on_map("relu_threshold", lambda x: L.ReLU(threshold=0.23, max_value=1.0)(x))
on_map("thresholded_relu", lambda x: L.ThresholdedReLU(0.23)(x), versions=(2,))
on_map("prelu", lambda x: L.PReLU()(x), archive=True)
on_map("prelu_channels", lambda x: L.PReLU(shared_axes=[1, 2])(x))
on_map("prelu_one", lambda x: L.PReLU(shared_axes=[1, 2, 3])(x))
on_row("prelu_row", lambda x: L.PReLU()(x))
on_map("softmax_map", lambda x: L.Softmax()(x))
on_row("softmax_row", lambda x: L.Softmax()(x))

# Several results
def branches(x):
    return [L.Conv2D(3, 2, activation="relu")(x), L.Conv2D(3, 2)(x), L.Conv2D(3, 2, activation="tanh")(x)]


for merge in ("Add", "Average", "Maximum", "Minimum", "Multiply"):
    on_map(f"merge_{merge.lower()}", lambda x, m=merge: getattr(L, m)()(branches(x)), archive=merge == "Average")
on_map("merge_subtract", lambda x: L.Subtract()(branches(x)[:2]))
on_map("merge_excite", lambda x: L.Multiply()([x, L.Dense(4, activation="sigmoid")(L.GlobalAveragePooling2D(keepdims=True)(x))]), archive=True)
on_map("merge_excite_row", lambda x: L.Multiply()([x, L.Reshape((1, 1, 4))(L.Dense(4, activation="sigmoid")(L.GlobalAveragePooling2D()(x)))]))
on_map("merge_spatial", lambda x: L.Multiply()([x, L.Conv2D(1, 3, padding="same", activation="sigmoid")(x)]))
on_map("concatenate_rows", lambda x: L.Concatenate(axis=1)([x, L.Conv2D(4, 1)(x)]))
on_map("concatenate_channels", lambda x: L.Concatenate()([x, L.Conv2D(3, 1)(x)]))

# In training alone
on_map("noise", lambda x: L.AlphaDropout(0.2)(L.GaussianDropout(0.2)(L.GaussianNoise(0.2)(L.SpatialDropout2D(0.2)(L.Dropout(0.2)(x))))), archive=True)


@case("augmentation", archive=True)
def _():
    image = keras.Input((32, 32, 3))
    x = image
    for layer in (L.RandomFlip(), L.RandomRotation(0.1), L.RandomZoom(0.1), L.RandomTranslation(0.1, 0.1), L.RandomContrast(0.1)):
        x = layer(x)
    return keras.Model(image, L.Dense(10)(L.Flatten()(L.Conv2D(4, 3, strides=6)(x))))


# Operations
on_map("operators", lambda x: (1.5 - x * 2.0) / 3.0 + (-x) + 2.0 / (x * x + 3.0) + (x - 0.5) + 0.25 * x, archive=True)
on_map("operator_residual", lambda x: L.ReLU(6)(L.Conv2D(4, 3, padding="same")(x) + x + 3), archive=True)
on_map("operator_array", lambda x: x * np.array([1, 2, 3, 0.5], "float32") + np.array([0, 1, 0.5, -1], "float32"))
on_map("operator_powers", lambda x: x ** 2 + x ** 3)
on_map("operator_slice", lambda x: x[:, 1:, ::2, :3])
if VERSION == 3:
    O = keras.ops
    on_map("ops_activations", lambda x: O.relu(x) + O.relu6(x) - O.gelu(x) * O.silu(x) + O.elu(x) + O.selu(x) + O.leaky_relu(x, 0.3), archive=True)
    on_map("ops_activations_2", lambda x: O.softplus(x) + O.softsign(x) + O.hard_sigmoid(x) + O.hard_silu(x) + O.log_sigmoid(x) + O.gelu(x, False))
    on_map("ops_functions", lambda x: O.tanh(x) + O.sigmoid(x) + O.exp(x) + O.sqrt(O.abs(x) + 0.1) + O.square(x) + O.log(O.abs(x) + 1) + O.rsqrt(O.square(x) + 1))
    on_map("ops_bounds", lambda x: O.maximum(x, 0.1) + O.minimum(x, 0.2) + O.clip(x, -0.5, 0.5) + O.maximum(x, O.tanh(x)))
    on_map("ops_mean", lambda x: O.mean(x, axis=(1, 2)) + O.max(x, axis=[1, 2]))
    on_map("ops_mean_channels", lambda x: x * O.mean(x, axis=-1, keepdims=True))
    on_map("ops_excite", lambda x: x * O.sigmoid(O.mean(x, axis=[-3, -2], keepdims=True)))
    on_map("ops_reshape", lambda x: O.reshape(x, (-1, 100)))
    on_map("ops_transpose", lambda x: L.Conv2D(3, 2)(O.transpose(x, (0, 2, 1, 3))))
    on_map("ops_concatenate", lambda x: O.concatenate([x, O.tanh(x)], axis=-1))
    on_map("ops_softmax", lambda x: O.softmax(x))
else:
    on_map("tf_activations", lambda x: tf.nn.relu(x) + tf.nn.relu6(x) - tf.nn.gelu(x) * tf.nn.silu(x) + tf.nn.elu(x) + tf.nn.selu(x) + tf.nn.leaky_relu(x, 0.3), archive=True)
    on_map("tf_functions", lambda x: tf.tanh(x) + tf.sigmoid(x) + tf.exp(x) + tf.sqrt(tf.abs(x) + 0.1) + tf.square(x) + tf.math.log(tf.abs(x) + 1) + tf.math.softplus(x) + tf.nn.softsign(x))
    on_map("tf_bounds", lambda x: tf.maximum(x, 0.1) + tf.minimum(x, 0.2) + tf.clip_by_value(x, -0.5, 0.5) + tf.maximum(x, tf.tanh(x)))
    on_map("tf_mean", lambda x: tf.reduce_mean(x, [1, 2]) + tf.reduce_max(x, axis=[1, 2]))
    on_map("tf_mean_channels", lambda x: x * tf.reduce_mean(x, -1, keepdims=True))
    on_map("tf_reshape", lambda x: tf.reshape(x, (-1, 100)))
    on_map("tf_transpose", lambda x: L.Conv2D(3, 2)(tf.transpose(x, (0, 2, 1, 3))))
    on_map("tf_concat", lambda x: tf.concat([x, tf.tanh(x)], -1))
    on_map("tf_softmax", lambda x: tf.nn.softmax(x))
    on_map("tf_array", lambda x: tf.constant([1, 2, 3, 0.5]) - x)


# Models within models
def stage(name):
    return keras.Sequential([L.Conv2D(4, 3, padding="same", use_bias=False, name=f"{name}_conv"),
                             L.BatchNormalization(name=f"{name}_norm"), L.ReLU(name=f"{name}_relu")], name=name)


def functional(layers, size, name=None):
    image = keras.Input(size)
    return keras.Model(image, layers(image), name=name)


@case("nested_deep", archive=True)
def _():
    inner = functional(lambda x: L.Add()([stage("a")(x), stage("b")(x)]), (5, 5, 4), "inner")
    middle = functional(lambda x: L.Conv2D(4, 1, name="conv")(inner(x)), (5, 5, 4), "middle")
    image = keras.Input((32, 32, 3))
    x = middle(L.Conv2D(4, 3, strides=6, name="conv")(image))
    return keras.Model(image, L.Dense(10)(L.Flatten()(x)))


@case("nested_shared", archive=True)
def _():
    shared = stage("shared")
    image = keras.Input((32, 32, 3))
    x = L.Conv2D(4, 3, strides=6)(image)
    return keras.Model(image, L.Dense(10)(L.Flatten()(L.Concatenate()([shared(shared(x)), shared(x)]))))


@case("nested_two_share", archive=True)
def _():
    shared = L.Conv2D(4, 1, name="shared")
    first, second = (functional(lambda x: L.ReLU()(shared(x)), (5, 5, 4), name) for name in ("first", "second"))
    image = keras.Input((32, 32, 3))
    return keras.Model(image, L.Dense(10)(L.Flatten()(second(first(L.Conv2D(4, 3, strides=6)(image))))))


@case("nested_frozen", archive=True)
def _():
    inner = functional(lambda x: stage("c")(L.Conv2D(4, 1)(stage("b")(stage("a")(x)))), (5, 5, 4), "inner")
    inner.layers[1].trainable = False
    image = keras.Input((32, 32, 3))
    return keras.Model(image, L.Dense(10)(L.Flatten()(inner(L.Conv2D(4, 3, strides=6)(image)))))


@case("nested_frozen_whole", archive=True)
def _():
    inner = functional(lambda x: stage("c")(L.Conv2D(4, 1)(stage("b")(stage("a")(x)))), (5, 5, 4), "inner")
    inner.trainable = False
    image = keras.Input((32, 32, 3))
    return keras.Model(image, L.Dense(10)(L.Flatten()(inner(L.Conv2D(4, 3, strides=6)(image)))))


@case("nested_sequential", archive=True)
def _():
    return keras.Sequential([keras.Input((32, 32, 3)), L.Conv2D(4, 3, strides=6),
                             keras.Sequential([stage("first"), stage("second")], name="stages"), L.Flatten(), L.Dense(10)])


@case("names_with_slashes")
def _():
    inner = functional(lambda x: L.Conv2D(4, 1, name="conv")(L.Conv2D(4, 1, name="stem/conv")(x)), (5, 5, 4), "back/bone")
    image = keras.Input((32, 32, 3))
    return keras.Model(image, L.Dense(10, name="head/out")(L.Flatten()(inner(L.Conv2D(4, 3, strides=6, name="head/in")(image)))))


if VERSION == 3:  # refuses names with slashes
    del CASES["names_with_slashes"]


# Channels first: TensorFlow computes it without convolutions on a processor.
def on_channels_first(name, layer, versions=(2, 3)):
    def build():
        image = keras.Input((3, 32, 32))
        x = layer(L.AveragePooling2D(6, data_format="channels_first")(image))
        return keras.Model(image, L.Dense(10)(x if len(x.shape) == 2 else L.Flatten()(x)))
    case(f"channels_first_{name}", versions=versions)(build)


FIRST = {"data_format": "channels_first"}
on_channels_first("pooling", lambda x: L.MaxPooling2D(2, **FIRST)(x))
on_channels_first("global", lambda x: L.GlobalMaxPooling2D(**FIRST)(x))
on_channels_first("norm", lambda x: L.BatchNormalization(axis=1)(x))
on_channels_first("layer_norm", lambda x: L.LayerNormalization(axis=1)(x))
on_channels_first("flatten", lambda x: L.Flatten(**FIRST)(x))
on_channels_first("concatenate", lambda x: L.Concatenate(axis=1)([x, L.ReLU()(x)]))
on_channels_first("dense", lambda x: L.Dense(4)(x))
on_channels_first("permute", lambda x: L.Conv2D(3, 2)(L.Permute((2, 3, 1))(x)))
on_channels_first("padding", lambda x: L.ZeroPadding2D(1, **FIRST)(x))
on_channels_first("cropping", lambda x: L.Cropping2D(1, **FIRST)(x))
on_channels_first("conv", lambda x: L.Conv2D(4, 2, activation="relu", **FIRST)(x))
on_channels_first("upsampling", lambda x: L.UpSampling2D(2, **FIRST)(x))


# Other types of numbers: computed in float32 here, and so a little more exactly than by Keras.
@case("half_float16", archive=True)
def _():
    return functional(lambda x: L.Dense(10, dtype="float32")(L.Flatten()(L.Conv2D(4, 3, strides=6, dtype="float16")(x))), (32, 32, 3))


@case("half_bfloat16", archive=True)
def _():
    return functional(lambda x: L.Dense(10, dtype="float32")(L.Flatten()(L.Conv2D(4, 3, strides=6, dtype="bfloat16")(x))), (32, 32, 3))


@case("half_mixed", archive=True)
def _():
    policy = "mixed_float16"
    return functional(lambda x: L.Dense(10, dtype="float32")(L.Flatten()(L.Conv2D(4, 3, strides=6, dtype=policy)(x))), (32, 32, 3))


def randomise(model, seed):
    generator = np.random.default_rng(seed)
    for weight in model.weights:
        if "int" in str(weight.dtype):
            continue
        value = np.round(generator.normal(0, 0.35, weight.shape) * 8) / 8
        if "variance" in weight.name or "gamma" in weight.name:
            value = np.abs(value) + 0.25
        weight.assign(value.astype("float32"))
    for layer in model.layers:
        if hasattr(layer, "finalize_state"):
            layer.finalize_state()


def main():
    folder = pathlib.Path(sys.argv[3])
    folder.mkdir(exist_ok=True)
    records = np.fromfile(sys.argv[2], np.uint8).reshape(-1, 3073)[:IMAGES, 1:]
    images = records.reshape(-1, 3, 32, 32).astype("float32") / 255
    failed = []
    for seed, (name, (build, archive)) in enumerate(sorted(CASES.items())):
        keras.backend.clear_session()
        try:
            model = build()
            randomise(model, seed)
            first = model.input_shape[1] == 3
            scores = model.predict(images if first else images.transpose(0, 2, 3, 1), verbose=0)
            model.save(folder / f"{name}_keras{VERSION}.h5")
            if archive:
                model.save(folder / f"{name}_keras{VERSION}.keras")
            np.save(folder / f"{name}_keras{VERSION}.npy", scores.astype("float32"))
        except Exception as problem:  # what this version of Keras cannot do itself
            failed.append(f"{name}: {type(problem).__name__}: {str(problem).splitlines()[0][:150]}")
    print(f"Keras {keras.__version__}: {len(CASES) - len(failed)} models in {folder}")
    print("\n".join(failed))


if __name__ == "__main__":
    main()
