// Every kind of layer on a handful of numbers, through the whole import and OpenCV, against results worked
// out by hand.
#include "hdf5_writer.h"

#include "models/keras/keras_import.h"

#include <opencv2/dnn.hpp>

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace iotbench;
using namespace iotbench::test;
using Floats = std::vector<float>;
using Weights = std::vector<Hdf5Writer::Weight>;

namespace {

// A Sequential of the layer under test, or of several (layers: `{…}, {…}`), on images of the given sizes.
std::string sequential(const std::string& height, const std::string& width, const std::string& channels,
    const std::string& layers)
{
    return R"({"class_name": "Sequential", "config": {"name": "model", "layers": [{"class_name": "InputLayer",
        "config": {"name": "image", "batch_input_shape": [null, )"
        + height + ", " + width + ", " + channels + R"(]}}, )" + layers + "]}}";
}

std::string layer(const std::string& className, const std::string& fields)
{
    return R"({"class_name": ")" + className + R"(", "config": {"name": "layer")"
        + (fields.empty() ? "" : ", ") + fields + "}}";
}

// Runs the model on one image. Both tensors are channels last, as Keras has them, rows or columns first as
// written.
Floats run(const std::string& config, int height, int width, int channels, const Floats& image,
    const Weights& weights)
{
    Hdf5Writer file;
    file.group("/model_weights");
    file.text("/", "model_config", config);
    file.text("/", "keras_version", "2.15.0");
    file.texts("/model_weights", "layer_names", {"layer"});
    file.layer("layer", weights);
    const Result<std::vector<std::uint8_t>> onnx = keras::importKerasHdf5(file.bytes());
    if (!onnx) {
        throw std::runtime_error(onnx.error().english());
    }
    const int shape[] = {1, channels, height, width};
    cv::Mat input(4, shape, CV_32F);
    for (int c = 0, next = 0; c < channels; ++c) {
        for (int place = 0; place < height * width; ++place) {
            input.ptr<float>()[next++] = image[static_cast<std::size_t>(place * channels + c)];
        }
    }
    cv::dnn::Net net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(onnx->data()), onnx->size());
    net.setInput(input);
    const cv::Mat result = net.forward();
    const auto* values = result.ptr<float>();
    if (result.dims != 4) {
        return {values, values + result.total()};
    }
    Floats last; // back to channels last
    const int places = result.size[2] * result.size[3];
    for (int place = 0; place < places; ++place) {
        for (int c = 0; c < result.size[1]; ++c) {
            last.push_back(values[c * places + place]);
        }
    }
    return last;
}

const std::string kConvolution
    = R"("strides": [1, 1], "padding": "valid", "use_bias": false, "activation": "linear")";

} // namespace

Q_DECLARE_METATYPE(Weights)

class TestKerasLayers : public QObject {
    Q_OBJECT

private slots:
    void givesWhatKerasMeans_data()
    {
        QTest::addColumn<QString>("layers");
        QTest::addColumn<QList<int>>("sizes"); // height, width, channels
        QTest::addColumn<Floats>("image");
        QTest::addColumn<Weights>("weights");
        QTest::addColumn<Floats>("expected");

        const Floats nine{1, 2, 3, 4, 5, 6, 7, 8, 9};
        const Floats sixteen{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        const auto row = [](const char* name, const std::string& layers, QList<int> sizes,
                             const Floats& image, const Weights& weights, const Floats& expected) {
            QTest::newRow(name) << QString::fromStdString(layers) << sizes << image << weights << expected;
        };

        row("Conv2D valid", layer("Conv2D", R"("filters": 1, "kernel_size": [2, 2], )" + kConvolution),
            {3, 3, 1}, nine, {{"kernel", {2, 2, 1, 1}, {1, 10, 100, 1000}}}, {5421, 6532, 8754, 9865});
        row("Conv2D bias and fused activation",
            layer("Conv2D",
                R"("filters": 2, "kernel_size": 1, "strides": 1, "padding": "valid", "activation": "relu")"),
            {1, 2, 1}, {1, 2}, {{"kernel", {1, 1, 1, 2}, {1, -1}}, {"bias", {2}, {0.5F, 1.5F}}},
            {1.5F, 0.5F, 2.5F, 0});
        // Two inputs, two outputs: kernel[0, 0, input, output].
        row("Conv2D channels", layer("Conv2D", R"("filters": 2, "kernel_size": 1, )" + kConvolution),
            {1, 1, 2}, {3, 5}, {{"kernel", {1, 1, 2, 2}, {1, 2, 10, 20}}}, {53, 106});
        // 4 × 4 in steps of two: nothing before, one row and column of zeros after.
        row("Conv2D same, stride 2",
            layer("Conv2D",
                R"("filters": 1, "kernel_size": [3, 3], "strides": [2, 2], "padding": "same", "use_bias": false)"),
            {4, 4, 1}, sixteen, {{"kernel", {3, 3, 1, 1}, Floats(9, 1)}}, {54, 45, 72, 54});
        row("Conv2D same, even window",
            layer("Conv2D",
                R"("filters": 1, "kernel_size": [1, 2], "strides": [1, 1], "padding": "same", "use_bias": false)"),
            {1, 3, 1}, {1, 2, 3}, {{"kernel", {1, 2, 1, 1}, {1, 10}}}, {21, 32, 3});
        row("Conv2D dilated",
            layer(
                "Conv2D", R"("filters": 1, "kernel_size": [2, 2], "dilation_rate": [2, 2], )" + kConvolution),
            {3, 3, 1}, nine, {{"kernel", {2, 2, 1, 1}, {1, 10, 100, 1000}}}, {9731});
        row("Conv2D groups",
            layer("Conv2D", R"("filters": 2, "kernel_size": 1, "groups": 2, )" + kConvolution), {1, 1, 2},
            {3, 5}, {{"kernel", {1, 1, 1, 2}, {2, 7}}}, {6, 35});
        // Output c × multiplier + m is channel c with multiplier m.
        row("DepthwiseConv2D",
            layer("DepthwiseConv2D", R"("kernel_size": [1, 1], "depth_multiplier": 2, )" + kConvolution),
            {1, 1, 2}, {3, 5}, {{"depthwise_kernel", {1, 1, 2, 2}, {1, 2, 10, 20}}}, {3, 6, 50, 100});
        row("DepthwiseConv2D same, stride 2",
            layer("DepthwiseConv2D",
                R"("kernel_size": 3, "strides": 2, "padding": "same", "depth_multiplier": 1, "use_bias": false)"),
            {4, 4, 1}, sixteen, {{"depthwise_kernel", {3, 3, 1, 1}, Floats(9, 1)}}, {54, 45, 72, 54});
        row("Dense", layer("Flatten", "") + ", " + layer("Dense", R"("units": 2, "activation": "linear")"),
            {1, 1, 3}, {1, 2, 3}, {{"kernel", {3, 2}, {1, 10, 2, 20, 3, 30}}, {"bias", {2}, {0.5F, -0.5F}}},
            {14.5F, 139.5F});
        row("Dense without bias, on pixels", layer("Dense", R"("units": 1, "use_bias": false)"), {1, 2, 2},
            {1, 2, 3, 4}, {{"kernel", {2, 1}, {10, 1}}}, {12, 34});
        // (x - 3) / sqrt(3.999 + 0.001) × 5 + 7
        row("BatchNormalization", layer("BatchNormalization", R"("axis": [3], "epsilon": 0.001)"), {1, 2, 1},
            {3, 5},
            {{"gamma", {1}, {5}}, {"beta", {1}, {7}}, {"moving_mean", {1}, {3}},
                {"moving_variance", {1}, {3.999F}}},
            {7, 12});
        row("BatchNormalization, epsilon of the file",
            layer("BatchNormalization", R"("axis": -1, "epsilon": 3.0, "scale": false, "center": false)"),
            {1, 1, 2}, {3, 5}, {{"moving_mean", {2}, {1, 1}}, {"moving_variance", {2}, {1, 13}}}, {1, 1});
        row("BatchNormalization of a row",
            layer("Flatten", "") + ", " + layer("BatchNormalization", R"("axis": [1], "epsilon": 0.0)"),
            {1, 1, 2}, {3, 5},
            {{"gamma", {2}, {1, 2}}, {"beta", {2}, {0, 1}}, {"moving_mean", {2}, {1, 1}},
                {"moving_variance", {2}, {4, 16}}},
            {1, 3});

        const Floats signs{-8, -0.5F, 0, 0.5F, 8};
        row("ReLU", layer("ReLU", R"("max_value": null, "negative_slope": 0.0, "threshold": 0.0)"), {1, 5, 1},
            signs, {}, {0, 0, 0, 0.5F, 8});
        row("ReLU with maximum", layer("ReLU", R"("max_value": 6.0)"), {1, 5, 1}, signs, {},
            {0, 0, 0, 0.5F, 6});
        row("ReLU with slope", layer("ReLU", R"("negative_slope": 0.25)"), {1, 5, 1}, signs, {},
            {-2, -0.125F, 0, 0.5F, 8});
        row("LeakyReLU, Keras 2", layer("LeakyReLU", R"("alpha": 0.5)"), {1, 5, 1}, signs, {},
            {-4, -0.25F, 0, 0.5F, 8});
        row("LeakyReLU, Keras 3", layer("LeakyReLU", R"("negative_slope": 0.5)"), {1, 5, 1}, signs, {},
            {-4, -0.25F, 0, 0.5F, 8});
        const auto activation = [](const char* name) {
            return layer("Activation", std::string(R"("activation": ")") + name + "\"");
        };
        row("relu", activation("relu"), {1, 5, 1}, signs, {}, {0, 0, 0, 0.5F, 8});
        row("relu6", activation("relu6"), {1, 5, 1}, signs, {}, {0, 0, 0, 0.5F, 6});
        row("leaky_relu", activation("leaky_relu"), {1, 5, 1}, signs, {}, {-1.6F, -0.1F, 0, 0.5F, 8});
        row("elu", activation("elu"), {1, 5, 1}, signs, {}, {-0.9996645F, -0.3934693F, 0, 0.5F, 8});
        row("sigmoid", activation("sigmoid"), {1, 5, 1}, signs, {},
            {0.0003354F, 0.3775407F, 0.5F, 0.6224593F, 0.9996646F});
        row("tanh", activation("tanh"), {1, 5, 1}, signs, {},
            {-0.9999998F, -0.4621172F, 0, 0.4621172F, 0.9999998F});
        row("swish", activation("swish"), {1, 5, 1}, signs, {},
            {-0.0026828F, -0.1887703F, 0, 0.3112297F, 7.9973170F});
        row("linear", layer("Activation", R"("activation": "linear")") + ", " + activation("relu"), {1, 5, 1},
            signs, {}, {0, 0, 0, 0.5F, 8});
        row("softmax", layer("Flatten", "") + ", " + activation("softmax"), {1, 1, 2}, {0, std::log(3.0F)},
            {}, {0.25F, 0.75F});
        row("Softmax", layer("Flatten", "") + ", " + layer("Softmax", R"("axis": -1)"), {1, 1, 2},
            {0, std::log(3.0F)}, {}, {0.25F, 0.75F});

        row("MaxPooling2D",
            layer("MaxPooling2D", R"("pool_size": [2, 2], "strides": null, "padding": "valid")"), {4, 4, 1},
            sixteen, {}, {6, 8, 14, 16});
        // All negative: padding must not win.
        row("MaxPooling2D same",
            layer("MaxPooling2D", R"("pool_size": [2, 2], "strides": [2, 2], "padding": "same")"), {3, 3, 1},
            {-1, -2, -3, -4, -5, -6, -7, -8, -9}, {}, {-1, -3, -7, -9});
        row("AveragePooling2D", layer("AveragePooling2D", R"("pool_size": [2, 2], "strides": [1, 1])"),
            {3, 3, 1}, nine, {}, {3, 4, 6, 7});
        // At the edges the average is over the image's own values.
        row("AveragePooling2D same",
            layer("AveragePooling2D", R"("pool_size": [2, 2], "strides": [2, 2], "padding": "same")"),
            {3, 3, 1}, nine, {}, {3, 4.5F, 7.5F, 9});
        row("GlobalAveragePooling2D", layer("GlobalAveragePooling2D", R"("keepdims": false)"), {1, 2, 2},
            {1, 10, 3, 20}, {}, {2, 15});
        row("GlobalMaxPooling2D", layer("GlobalMaxPooling2D", R"("keepdims": true)"), {1, 2, 2},
            {1, 10, 3, 20}, {}, {3, 20});
        row("ZeroPadding2D", layer("ZeroPadding2D", R"("padding": [[1, 0], [0, 2]])"), {1, 2, 1}, {1, 2}, {},
            {0, 0, 0, 0, 1, 2, 0, 0});
        row("ZeroPadding2D, one number", layer("ZeroPadding2D", R"("padding": [0, 1])"), {1, 2, 1}, {1, 2},
            {}, {0, 1, 2, 0});
        // Rows first, then columns, then channels: what channels last means.
        row("Flatten", layer("Flatten", ""), {2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8}, {},
            {1, 2, 3, 4, 5, 6, 7, 8});
        row("Reshape", layer("Reshape", R"("target_shape": [1, 4, -1])"), {2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8},
            {}, {1, 2, 3, 4, 5, 6, 7, 8});
        row("Reshape to a row", layer("Reshape", R"("target_shape": [-1])"), {2, 1, 2}, {1, 2, 3, 4}, {},
            {1, 2, 3, 4});
        row("Reshape of a row to an image of one channel",
            layer("Flatten", "") + ", " + layer("Reshape", R"("target_shape": [2, 2, 1])"), {1, 1, 4},
            {1, 2, 3, 4}, {}, {1, 2, 3, 4});
        row("Flatten of a row", layer("Flatten", "") + ", " + layer("Flatten", ""), {1, 2, 2}, {1, 2, 3, 4},
            {}, {1, 2, 3, 4});
        row("Rescaling", layer("Rescaling", R"("scale": 0.5, "offset": -1.0)"), {1, 2, 1}, {4, 255}, {},
            {1, 126.5F});
        row("Dropout", layer("Dropout", R"("rate": 0.5)") + ", " + layer("Flatten", ""), {1, 1, 2}, {1, 2},
            {}, {1, 2});
    }
    void givesWhatKerasMeans()
    {
        QFETCH(QString, layers);
        QFETCH(QList<int>, sizes);
        QFETCH(Floats, image);
        QFETCH(Weights, weights);
        QFETCH(Floats, expected);
        const std::string config = sequential(std::to_string(sizes[0]), std::to_string(sizes[1]),
            std::to_string(sizes[2]), layers.toStdString());
        const Floats result = run(config, sizes[0], sizes[1], sizes[2], image, weights);
        QCOMPARE(result.size(), expected.size());
        for (std::size_t i = 0; i < result.size(); ++i) {
            QVERIFY2(std::abs(result[i] - expected[i]) <= 1e-5F * std::max(1.0F, std::abs(expected[i])),
                qPrintable(
                    QStringLiteral("value %1: %2, expected %3").arg(i).arg(result[i]).arg(expected[i])));
        }
    }

    void addAndConcatenate()
    {
        // Channel 0 of a is the image, b is 10 times it; a + b, then joined with a along the channels.
        const std::string config = R"({"class_name": "Functional", "config": {"name": "model", "layers": [
            {"class_name": "InputLayer", "name": "image", "config": {"batch_shape": [null, 1, 2, 1], "name": "image"}, "inbound_nodes": []},
            {"class_name": "Concatenate", "name": "join", "config": {"name": "join", "axis": -1},
             "inbound_nodes": [[["sum", 0, 0, {}], ["image", 0, 0, {}]]]},
            {"class_name": "Add", "name": "sum", "config": {"name": "sum"}, "inbound_nodes": [[["image", 0, 0, {}], ["layer", 0, 0, {}]]]},
            {"class_name": "Rescaling", "name": "layer", "config": {"name": "layer", "scale": 10.0, "offset": 0.0},
             "inbound_nodes": [[["image", 0, 0, {}]]]}],
            "input_layers": [["image", 0, 0]], "output_layers": [["join", 0, 0]]}})";
        QCOMPARE(run(config, 1, 2, 1, {1, 2}, {}), (Floats{11, 1, 22, 2}));
    }
};

QTEST_APPLESS_MAIN(TestKerasLayers)
#include "tst_keras_layers.moc"
