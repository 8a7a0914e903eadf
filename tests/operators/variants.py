"""What classifiers of images are made of, with the attributes that exporters write, where ONNX's own tests have none.

    variants.py CASES

Makes cases as node_tests.py does; what is right is what ONNX Runtime answers.
"""
import itertools
import pathlib
import sys

import numpy
import onnx
import onnxruntime
from onnx import helper, numpy_helper

FOLDER = pathlib.Path(sys.argv[1])
RANDOM = numpy.random.default_rng(1)
SHAPE = 2, 4, 6, 5  # N×C×H×W, all unlike
FLAT = "Flatten", ["x"], ["flat"], {}


def noise(*shape):
    return RANDOM.standard_normal(shape).astype(numpy.float32)


def positive(*shape):
    return (numpy.abs(RANDOM.standard_normal(shape)) + 0.3).astype(numpy.float32)


def whole(*values):
    return numpy.array(values, numpy.int64)


def case(name, nodes, constants=None, operator_set=13, x=None):
    """nodes: (operator, inputs, outputs, attributes) each, from "x" to "y". Left out where the truth is not to be had."""
    x = noise(*SHAPE) if x is None else x
    weights = [numpy_helper.from_array(numpy.asarray(values), key) for key, values in (constants or {}).items()]
    real = onnx.TensorProto.FLOAT
    graph = helper.make_graph([helper.make_node(op, inputs, outputs, **attributes)
                               for op, inputs, outputs, attributes in nodes], "variant",
                              [helper.make_tensor_value_info("x", real, x.shape)],
                              [helper.make_tensor_value_info("y", real, None)], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", operator_set)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(model.SerializeToString(), options,
                                               providers=["CPUExecutionProvider"])
        y = session.run(None, {"x": x})[0]
    except Exception:  # an operator set that has no such attribute
        return
    graph_output = helper.make_tensor_value_info("y", real, y.shape)
    model.graph.output[0].CopyFrom(graph_output)
    file = FOLDER / f"{name.replace(' ', '')}#{operator_set}"
    onnx.save(model, f"{file}.onnx")
    numpy.savez(f"{file}.npz", x=x, y=y)


def one(op, attributes=None, constants=None, operator_set=13, x=None, note=""):
    """A case of one operator, named after its attributes."""
    attributes = attributes or {}
    words = [f"{key}{value}" for key, value in attributes.items()] + ([note] if note else [])
    inputs = ["x"] + list(constants or {})
    case("_".join([op] + words).replace("'", ""), [(op, inputs, ["y"], attributes)], constants, operator_set, x)


def padding(way):
    return {"auto_pad": way} if isinstance(way, str) else {"pads": way} if way else {}


def windows():
    ways = None, [1, 1, 1, 1], [0, 0, 1, 1], [1, 1, 0, 0], "SAME_UPPER", "SAME_LOWER", "VALID"
    for window, steps, way, up in itertools.product(([2, 2], [3, 3], [3, 2]), ([1, 1], [2, 2], [2, 1]), ways, (0, 1)):
        common = {"kernel_shape": window, "strides": steps, "ceil_mode": up} | padding(way)
        for counts in (0, 1):
            one("AveragePool", common | {"count_include_pad": counts}, operator_set=12)
        for dilations in ([1, 1], [2, 2]):
            one("MaxPool", common | {"dilations": dilations}, operator_set=12)
    for power in (1, 2):
        one("LpPool", {"kernel_shape": [2, 2], "p": power})
    one("GlobalMaxPool")
    one("GlobalAveragePool")
    ways = None, [1, 1, 1, 1], [0, 0, 1, 1], [1, 0, 1, 2], "SAME_UPPER", "SAME_LOWER"
    for side, step, way, dilation, group in itertools.product((1, 3), (1, 2), ways, (1, 2), (1, 2, 4)):
        one("Conv", {"kernel_shape": [side] * 2, "strides": [step] * 2, "dilations": [dilation] * 2,
                     "group": group} | padding(way), {"w": noise(8, 4 // group, side, side), "b": noise(8)})
    one("Conv", constants={"w": noise(3, 4, 3, 3)}, note="plain")
    ways = None, [1, 1, 1, 1], [0, 0, 1, 1], "SAME_UPPER", "SAME_LOWER"
    for side, step, way, more, dilation, group in itertools.product((2, 3), (1, 2), ways, (0, 1), (1, 2), (1, 2)):
        if more < step:
            extra = {"output_padding": [1, 1]} if more else {}
            one("ConvTranspose", {"kernel_shape": [side] * 2, "strides": [step] * 2, "dilations": [dilation] * 2,
                                  "group": group} | padding(way) | extra,
                {"w": noise(4, 6 // group, side, side), "b": noise(6)})
    one("ConvTranspose", {"strides": [2, 2], "output_shape": [13, 11]}, {"w": noise(4, 2, 3, 3)})


def normalisations():
    statistics = {"s": noise(4), "b": noise(4), "m": noise(4), "v": positive(4)}
    for epsilon in (1e-5, 1e-3, 0.1):
        one("BatchNormalization", {"epsilon": epsilon}, statistics)
    rows = {"s": noise(120), "b": noise(120), "m": noise(120), "v": positive(120)}
    case("BatchNormalization_of_rows", [FLAT, ("BatchNormalization", ["flat", "s", "b", "m", "v"], ["y"], {})], rows)
    case("BatchNormalization_of_sums", [FLAT, ("Sigmoid", ["flat"], ["b1"], {}), ("Add", ["flat", "b1"], ["a"], {}),
                                        ("BatchNormalization", ["a", "s", "b", "m", "v"], ["y"], {})], rows)
    for epsilon in (1e-5, 1e-2):
        one("InstanceNormalization", {"epsilon": epsilon}, {"s": noise(4), "b": noise(4)})
    for axis in (1, 2, 3, -1):
        one("LayerNormalization", {"axis": axis}, {"s": noise(*SHAPE[axis:]), "b": noise(*SHAPE[axis:])}, 17)
    for size, bias in itertools.product((1, 3, 5), (1.0, 2.0, 1.5)):
        one("LRN", {"size": size, "alpha": 1e-2, "beta": 0.6, "bias": bias})
    for axis, power in itertools.product((0, 1, 2, 3, -1), (1, 2)):
        one("LpNormalization", {"axis": axis, "p": power})
    one("MeanVarianceNormalization")
    one("MeanVarianceNormalization", {"axes": [2, 3]})


def functions():
    for op in ("Relu", "Sigmoid", "Tanh", "Softplus", "Softsign", "Exp", "Abs", "Neg", "Reciprocal", "Erf", "Floor",
               "Ceil", "Round", "Sign", "Sin", "Cos", "Atan", "Identity", "Dropout"):
        one(op)
    for op, attributes in (("LeakyRelu", {}), ("LeakyRelu", {"alpha": 0.3}), ("Elu", {}), ("Elu", {"alpha": 0.5}),
                           ("Selu", {}), ("Selu", {"alpha": 1.2, "gamma": 0.9}), ("HardSigmoid", {}),
                           ("HardSigmoid", {"alpha": 1 / 6, "beta": 0.5}), ("ThresholdedRelu", {}),
                           ("ThresholdedRelu", {"alpha": 0.3}), ("Celu", {}), ("Celu", {"alpha": 0.5}),
                           ("Shrink", {})):
        one(op, attributes)
    one("HardSwish", operator_set=14)
    one("Mish", operator_set=18)
    one("Gelu", operator_set=20)
    one("Gelu", {"approximate": "tanh"}, operator_set=20)
    for op in ("Sqrt", "Log"):
        one(op, x=positive(*SHAPE))
    for low, high in ((0.0, 6.0), (-1.0, 1.0), (0.2, 0.5)):
        one("Clip", constants={"low": numpy.float32(low), "high": numpy.float32(high)}, note=f"{low}_{high}")
        one("Clip", {"min": low, "max": high}, operator_set=9)
    one("Clip", constants={"low": numpy.float32(0.1)}, note="low")
    case("Clip_high", [("Clip", ["x", "", "high"], ["y"], {})], {"high": numpy.float32(0.1)})
    one("Clip", {"min": 0.1}, operator_set=9)
    one("Clip", {"max": 0.1}, operator_set=9)
    for shape in ((4, 1, 1), (1,), (1, 1, 1), (4, 6, 5), (1, 1, 5), (1, 6, 1), (5,)):
        one("PRelu", constants={"slope": positive(*shape)}, note=str(shape))
    one("Cast", {"to": 7}, note="alone")
    case("Cast_back", [("Cast", ["x"], ["whole"], {"to": 7}), ("Cast", ["whole"], ["y"], {"to": 1})])
    case("Cast_same", [("Cast", ["x"], ["a"], {"to": 1}), ("Relu", ["a"], ["y"], {})])


def arithmetic():
    """Two tensors of all shapes that meet, either first."""
    a = "Sigmoid", ["x"], ["a"], {}
    shapes = ((), (1,), (1, 1, 1, 1), (4, 1, 1), (1, 4, 1, 1), (6, 5), (1, 1, 6, 5), (5,), (6, 1), (1, 4, 6, 5), SHAPE,
              (2, 1, 1, 1), (4, 6, 5))
    seconds = {"other": ("Softplus", ["x"], ["b"], {}), "pooled": ("GlobalAveragePool", ["a"], ["b"], {}),
               "row": ("ReduceMean", ["a"], ["b"], {"axes": [1], "keepdims": 1})}
    for op in ("Add", "Sub", "Mul", "Div", "Pow", "Max", "Min", "Sum", "Mean"):
        for shape in shapes:
            constant = {"c": positive(*shape)}
            x = positive(*SHAPE)
            case(f"{op}_x_c{shape}", [(op, ["x", "c"], ["y"], {})], constant, x=x)
            case(f"{op}_c{shape}_x", [(op, ["c", "x"], ["y"], {})], constant, x=x)
        for name, b in seconds.items():
            case(f"{op}_{name}", [a, b, (op, ["a", "b"], ["y"], {})])
            case(f"{op}_{name}_first", [a, b, (op, ["b", "a"], ["y"], {})])
        case(f"{op}_same", [a, (op, ["a", "a"], ["y"], {})])
        flat = FLAT, ("Sigmoid", ["flat"], ["a"], {})
        case(f"{op}_flat_c", [*flat, (op, ["a", "c"], ["y"], {})], {"c": positive(120)})
        case(f"{op}_c_flat", [*flat, (op, ["c", "a"], ["y"], {})], {"c": positive(120)})
        if op in ("Max", "Min", "Sum", "Mean"):
            case(f"{op}_three", [a, seconds["other"], (op, ["a", "b", "x"], ["y"], {})])
            one(op)


def reductions():
    for name, axes, keep in itertools.product(
            ("Mean", "Max", "Min", "Sum", "L1", "L2", "Prod", "SumSquare", "LogSum", "LogSumExp"),
            ([2, 3], [1], [-1], [1, 2, 3], [-1, -2], [2], [3], [0], None), (0, 1)):
        attributes = {"keepdims": keep} | ({"axes": axes} if axes else {})
        one(f"Reduce{name}", attributes, operator_set=11, x=positive(*SHAPE))
        for operator_set in (13, 18):
            if axes:
                one(f"Reduce{name}", {"keepdims": keep}, {"axes": whole(*axes)}, operator_set, positive(*SHAPE),
                    note=str(axes))
    case("ReduceMean_flat", [FLAT, ("ReduceMean", ["flat"], ["y"], {"axes": [1], "keepdims": 1})], operator_set=11)
    for op, axis, operator_set in itertools.product(("Softmax", "LogSoftmax", "Hardmax"), (None, 0, 1, 2, 3, -1),
                                                    (9, 11, 13)):
        attributes = {} if axis is None else {"axis": axis}
        one(op, attributes, operator_set=operator_set)
        if axis in (None, 0, 1, -1):
            case(f"{op}_flat_{axis}", [FLAT, (op, ["flat"], ["y"], attributes)], operator_set=operator_set)
    one("CumSum", constants={"axis": numpy.int64(1)})


def products():
    for turned, alpha, beta in itertools.product((0, 1), (1.0, 0.5), (1.0, 2.0)):
        attributes = {"transB": turned, "alpha": alpha, "beta": beta}
        case(f"Gemm_{turned}_{alpha}_{beta}", [FLAT, ("Gemm", ["flat", "w", "b"], ["y"], attributes)],
             {"w": noise(7, 120) if turned else noise(120, 7), "b": noise(7)})
    case("Gemm_plain", [FLAT, ("Gemm", ["flat", "w"], ["y"], {})], {"w": noise(120, 7)})
    for shape in ((1, 7), (1,), (2, 1), (2, 7), ()):
        case(f"Gemm_bias{shape}", [FLAT, ("Gemm", ["flat", "w", "b"], ["y"], {})],
             {"w": noise(120, 7), "b": noise(*shape)})
    case("MatMul_flat", [FLAT, ("MatMul", ["flat", "w"], ["y"], {})], {"w": noise(120, 7)})
    case("MatMul_Add", [FLAT, ("MatMul", ["flat", "w"], ["m"], {}), ("Add", ["m", "b"], ["y"], {})],
         {"w": noise(120, 7), "b": noise(7)})
    for shape in ((5, 7), (1, 1, 5, 7), (2, 4, 5, 7)):
        one("MatMul", constants={"w": noise(*shape)}, note=str(shape))
    case("MatMul_first", [("MatMul", ["w", "x"], ["y"], {})], {"w": noise(7, 6)})
    case("MatMul_3d", [("Reshape", ["x", "s"], ["a"], {}), ("MatMul", ["a", "w"], ["y"], {})],
         {"s": whole(2, 4, 30), "w": noise(30, 3)})
    case("MatMul_two", [("Transpose", ["x"], ["t"], {"perm": [0, 1, 3, 2]}), ("MatMul", ["x", "t"], ["y"], {})])
    one("Einsum", {"equation": "bchw,cd->bdhw"}, {"w": noise(4, 3)})


def shapes():
    for axis in (0, 1, 2, 3, 4, -1):
        one("Flatten", {"axis": axis})
    for shape in ((2, 120), (-1, 120), (0, -1), (2, 4, 30), (0, 0, -1), (2, 6, 4, 5), (-1, 4, 5, 6), (2, 2, 2, 6, 5),
                  (8, 30), (0, -1, 5), (1, -1)):
        one("Reshape", constants={"shape": whole(*shape)}, note=str(shape))
    for order in itertools.permutations(range(4)):
        one("Transpose", {"perm": list(order)})
    one("Transpose")
    for axes in ([2, 3], [3], [-1], [2], None):
        pooled = "GlobalAveragePool", ["x"], ["p"], {}
        case(f"Squeeze_{axes}", [pooled, ("Squeeze", ["p"], ["y"], {"axes": axes} if axes else {})], operator_set=11)
        if axes:
            case(f"Squeeze_{axes}", [pooled, ("Squeeze", ["p", "axes"], ["y"], {})], {"axes": whole(*axes)})
    for axes in ([0], [1], [2], [4], [-1], [2, 3]):
        one("Unsqueeze", {"axes": axes}, operator_set=11)
        one("Unsqueeze", constants={"axes": whole(*axes)}, note=str(axes))
        case(f"Unsqueeze_flat_{axes}", [FLAT, ("Unsqueeze", ["flat"], ["y"], {"axes": axes})], operator_set=11)
    for axis in (0, 1, 2, 3, -1, -3):
        case(f"Concat_{axis}", [("Sigmoid", ["x"], ["a"], {}), ("Concat", ["x", "a"], ["y"], {"axis": axis})])
        one("Concat", {"axis": axis}, {"c": noise(*SHAPE)})
        sizes = [1, SHAPE[axis] - 1]
        for part in ("a", "b"):
            taken = "Relu", [part], ["y"], {}
            case(f"Split_{axis}_{part}", [("Split", ["x"], ["a", "b"], {"axis": axis}), taken], operator_set=11)
            case(f"Split_{axis}_{sizes}_{part}", [("Split", ["x"], ["a", "b"], {"axis": axis, "split": sizes}), taken],
                 operator_set=11)
            case(f"Split_{axis}_{sizes}_{part}", [("Split", ["x", "s"], ["a", "b"], {"axis": axis}), taken],
                 {"s": whole(*sizes)})
    for start, end, axis, step in (([1], [3], [1], [1]), ([1], [5], [2], [1]), ([1, 1], [5, 4], [2, 3], [1, 1]),
                                   ([-3], [-1], [2], [1]), ([1], [1000], [3], [1]), ([1], [2 ** 63 - 1], [3], [1]),
                                   ([0], [6], [2], [2]), ([0, 0], [6, 5], [2, 3], [2, 2]),
                                   ([1, 1], [6, 5], [2, 3], [2, 2]), ([-1], [-1000], [3], [-1]), ([1], [4], [-1], [1]),
                                   ([0], [1], [0], [1]), ([0], [6], [2], [3])):
        note = f"{start}{end}{axis}{step}"
        one("Slice", constants={"start": whole(*start), "end": whole(*end), "axis": whole(*axis), "step": whole(*step)},
            note=note)
        if all(value == 1 for value in step):
            one("Slice", {"starts": start, "ends": end, "axes": axis}, operator_set=9)
    for mode, pads in itertools.product(("constant", "reflect", "edge"),
                                        ([0, 0, 1, 1, 0, 0, 1, 1], [0, 0, 0, 1, 0, 0, 2, 0], [0, 1, 0, 0, 0, 1, 0, 0],
                                         [0, 0, -1, -1, 0, 0, -1, 0])):
        for value in ((None, 0.0, 0.5) if mode == "constant" else (None,)):
            one("Pad", {"mode": mode, "pads": pads} | ({} if value is None else {"value": value}), operator_set=9)
            one("Pad", {"mode": mode}, {"pads": whole(*pads)} | ({} if value is None else
                                                               {"value": numpy.float32(value)}), note=f"{pads}{value}")
    for mode in ("DCR", "CRD"):
        one("DepthToSpace", {"blocksize": 2, "mode": mode})
    one("SpaceToDepth", {"blocksize": 2}, x=noise(2, 4, 6, 4))
    case("Expand", [("GlobalAveragePool", ["x"], ["p"], {}), ("Expand", ["p", "s"], ["y"], {})], {"s": whole(*SHAPE)})
    for times in ((1, 1, 2, 1), (1, 2, 1, 1)):
        one("Tile", constants={"times": whole(*times)}, note=str(times))
    for axis, places in itertools.product(range(4), (whole(0, 1), numpy.int64(1), whole(1, 0))):
        one("Gather", {"axis": axis}, {"places": places}, note=str(places))


def resizes():
    scales = (2.0, 2.0), (0.5, 0.5), (1.6, 1.2), (3.0, 1.0)
    for mode, place, nearest, scale in itertools.product(
            ("nearest", "linear", "cubic"),
            ("half_pixel", "asymmetric", "align_corners", "pytorch_half_pixel", "half_pixel_symmetric"),
            ("round_prefer_floor", "floor", "ceil", "round_prefer_ceil"), scales):
        if mode != "nearest" and nearest != "round_prefer_floor":
            continue
        attributes = {"mode": mode, "coordinate_transformation_mode": place, "nearest_mode": nearest}
        operator_set = 19 if place == "half_pixel_symmetric" else 13
        name = f"Resize_{mode}_{place}_{nearest}_{scale}"
        case(name, [("Resize", ["x", "", "s"], ["y"], attributes)], {"s": numpy.float32((1, 1) + scale)}, operator_set)
        sizes = whole(2, 4, int(6 * scale[0]), int(5 * scale[1]))
        case(f"{name}_sizes", [("Resize", ["x", "", "", "s"], ["y"], attributes)], {"s": sizes}, operator_set)
    for mode, scale in itertools.product(("nearest", "linear"), scales):
        one("Upsample", {"mode": mode}, {"s": numpy.float32((1, 1) + scale)}, 9, note=str(scale))
        one("Resize", {"mode": mode}, {"s": numpy.float32((1, 1) + scale)}, 10, note=str(scale))


def pieces():
    """What several operators make together."""
    case("Flattened_by_shape", [("Shape", ["x"], ["s"], {}), ("Gather", ["s", "first"], ["n"], {}),
                                ("Unsqueeze", ["n"], ["n1"], {"axes": [0]}),
                                ("Concat", ["n1", "rest"], ["to"], {"axis": 0}), ("Reshape", ["x", "to"], ["y"], {})],
         {"first": numpy.int64(0), "rest": whole(-1)}, 11)
    case("Where", [("Greater", ["x", "z"], ["c"], {}), ("Where", ["c", "x", "z"], ["y"], {})],
         {"z": numpy.zeros(1, numpy.float32)})
    for name, value in (("tensor", {"value": numpy_helper.from_array(noise(1, 4, 1, 1))}), ("one", {"value_float": 2.5})):
        case(f"Constant_{name}", [("Constant", [], ["c"], value), ("Mul", ["x", "c"], ["y"], {})])
    for kind in (numpy.int8, numpy.uint8):
        case(f"Quantised_{kind.__name__}", [("QuantizeLinear", ["x", "s", "z"], ["q"], {}),
                                            ("DequantizeLinear", ["q", "s", "z"], ["y"], {})],
             {"s": numpy.float32(0.05), "z": kind(3)})
    case("Quantised_weights", [("DequantizeLinear", ["q", "s", "z"], ["w"], {"axis": 0}),
                               ("Conv", ["x", "w"], ["y"], {})],
         {"q": RANDOM.integers(-127, 127, (3, 4, 3, 3)).astype(numpy.int8), "s": positive(3),
          "z": numpy.zeros(3, numpy.int8)})
    case("Squeeze_and_excite", [("GlobalAveragePool", ["x"], ["p"], {}), ("Conv", ["p", "w1", "b1"], ["c"], {}),
                                ("Relu", ["c"], ["r"], {}), ("Conv", ["r", "w2"], ["d"], {}),
                                ("Sigmoid", ["d"], ["s"], {}), ("Mul", ["x", "s"], ["y"], {})],
         {"w1": noise(2, 4, 1, 1), "b1": noise(2), "w2": noise(4, 2, 1, 1)})
    case("Swish", [("Sigmoid", ["x"], ["s"], {}), ("Mul", ["x", "s"], ["y"], {})])
    case("Gelu_by_erf", [("Div", ["x", "root"], ["a"], {}), ("Erf", ["a"], ["e"], {}), ("Add", ["e", "one"], ["f"], {}),
                         ("Mul", ["x", "f"], ["g"], {}), ("Mul", ["g", "half"], ["y"], {})],
         {"root": numpy.float32(2 ** 0.5), "one": numpy.float32(1), "half": numpy.float32(0.5)})
    statistics = {"s": noise(4), "b": noise(4), "m": noise(4), "v": positive(4), "w": noise(4, 4, 3, 3)}
    convolution = {"pads": [1, 1, 1, 1]}
    case("Normalised_after", [("Conv", ["x", "w"], ["c"], convolution),
                              ("BatchNormalization", ["c", "s", "b", "m", "v"], ["n"], {}), ("Relu", ["n"], ["y"], {})],
         statistics)
    case("Normalised_before", [("BatchNormalization", ["x", "s", "b", "m", "v"], ["n"], {}), ("Relu", ["n"], ["r"], {}),
                               ("Conv", ["r", "w"], ["y"], convolution)], statistics)
    case("Residual", [("Conv", ["x", "w"], ["c"], convolution), ("Add", ["c", "x"], ["a"], {}),
                      ("Relu", ["a"], ["y"], {})], {"w": noise(4, 4, 3, 3)})
    case("Shuffled", [("Reshape", ["x", "s5"], ["a"], {}), ("Transpose", ["a"], ["b"], {"perm": [0, 2, 1, 3, 4]}),
                      ("Reshape", ["b", "s4"], ["y"], {})], {"s5": whole(-1, 2, 2, 6, 5), "s4": whole(-1, 4, 6, 5)})
    case("Attention", [("Reshape", ["x", "s"], ["a"], {}), ("Transpose", ["a"], ["t"], {"perm": [0, 2, 1]}),
                       ("MatMul", ["t", "a"], ["m"], {}), ("Softmax", ["m"], ["p"], {"axis": -1}),
                       ("MatMul", ["p", "t"], ["y"], {})], {"s": whole(2, 4, 30)})


FOLDER.mkdir(parents=True, exist_ok=True)
for family in (windows, normalisations, functions, arithmetic, reductions, products, shapes, resizes, pieces):
    family()
