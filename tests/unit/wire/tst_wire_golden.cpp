// What the original programs print is read to the right values, and printed again byte for byte.
#include "images/cifar10.h"
#include "wire/record_pixels.h"
#include "wire_data.h"

#include <clocale>
#include <cstdio>

using namespace iotbench;
using namespace iotbench::test;

namespace {

struct Stream {
    WireFormat format;
    bool meanSubtracted;
    std::string bytes;
};

std::vector<std::string> recordsOf(const Stream& stream)
{
    if (isText(stream.format)) {
        std::vector<std::string> lines = linesOf(stream.bytes);
        if (!lines.empty() && lines.back().empty())
            lines.pop_back(); // the end mark
        return lines;
    }
    std::vector<std::string> records;
    for (std::size_t begin = 0; begin < stream.bytes.size(); begin += kCifarRecordBytes)
        records.push_back(stream.bytes.substr(begin, kCifarRecordBytes));
    return records;
}

void checkDecoded(const Stream& stream, const ImageSet& images)
{
    const PixelMean mean = originalSenderMean();
    const std::vector<std::string> records = recordsOf(stream);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const PaddedRecord record(records[i]);
        DecodedRecord decoded;
        QCOMPARE(words(decodeRecord(stream.format, record.bytes(), decoded)), "accepted");
        QCOMPARE(int(decoded.label), int(images.labels[i]));

        const auto normalisation
            = stream.meanSubtracted ? Normalisation::MeanSubtracted : Normalisation::Unit;
        std::vector<float> input(cifar10::kImageValues);
        normaliseRecord(stream.format, decoded, normalisation, mean, input.data());
        std::vector<std::uint8_t> pixels(cifar10::kImageValues);
        recordPixels(stream.format, decoded, stream.meanSubtracted, mean, pixels);
        for (std::size_t value = 0; value < cifar10::kImageValues; ++value) {
            const std::size_t pixel = value / cifar10::kImageChannels;
            const std::size_t channel = value % cifar10::kImageChannels;
            const std::uint8_t byte = images.image(i)[value];
            const float expected
                = static_cast<float>(byte) / 255.0F - (stream.meanSubtracted ? mean[value] : 0.0F);
            const float tolerance = carriesFloats(stream.format) ? 1e-6F : 0.0F;
            QVERIFY(std::abs(input[channel * cifar10::kPlaneSize + pixel] - expected) <= tolerance);
            QCOMPARE(pixels[value], byte);
        }
    }
}

void checkEncoded(const Stream& stream, const ImageSet& images)
{
    const RecordEncoder encoder(stream.format, stream.meanSubtracted, originalSenderMean());
    const std::size_t count = recordsOf(stream).size();
    std::string text((count + 1) * encoder.maxRecordBytes(), '\0');
    char* end = text.data();
    for (std::size_t i = 0; i < count; ++i) {
        char* const next = encoder.encode(images.image(i), images.labels[i], end);
        QVERIFY(static_cast<std::size_t>(next - end) <= encoder.maxRecordBytes());
        end = next;
    }
    text.resize(static_cast<std::size_t>(end - text.data()));
    text += encoder.endMark();
    QVERIFY(text == stream.bytes);
}

} // namespace

class TestWireGolden : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::setlocale(LC_NUMERIC, "C"); } // printf() is compared with
    void inRepository_data();
    void inRepository();
    void reference_data();
    void reference();
    void firstValues();
    void rawNormalisation();
    void everyByteValueRoundTrips();
    void roundsAsPrintfDoes();
    void everyByteAtEveryPlacePrintsAsPrintfDoes();
    void vectorsFollowTheEnvironment();
};

void TestWireGolden::inRepository_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("meanSubtracted");
    QTest::addColumn<QString>("file");
    QTest::newRow("keras") << int(WireFormat::Keras) << false << "keras_2.txt";
    QTest::newRow("keras, mean subtracted")
        << int(WireFormat::Keras) << true << "keras_mean_subtracted_2.txt";
    QTest::newRow("spark") << int(WireFormat::Spark) << false << "spark_2.txt";
    QTest::newRow("scala") << int(WireFormat::Scala) << false << "scala_2.txt";
    QTest::newRow("cifar") << int(WireFormat::Cifar) << false << "cifar_2.bin";
}

void TestWireGolden::inRepository()
{
    QFETCH(int, format);
    QFETCH(bool, meanSubtracted);
    QFETCH(QString, file);
    const Stream stream{static_cast<WireFormat>(format), meanSubtracted, readFile(dataPath("wire/" + file))};
    const ImageSet images = imagesOf(readFile(dataPath("wire/cifar_2.bin")));
    QCOMPARE(images.size(), 2U);
    QCOMPARE(recordsOf(stream).size(), 2U);
    checkDecoded(stream, images);
    checkEncoded(stream, images);
}

void TestWireGolden::reference_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("meanSubtracted");
    QTest::addColumn<QString>("file");
    QTest::newRow("keras") << int(WireFormat::Keras) << false << "keras_stream_20.txt";
    QTest::newRow("keras, mean subtracted")
        << int(WireFormat::Keras) << true << "keras_stream_mean_subtracted_20.txt";
    QTest::newRow("spark") << int(WireFormat::Spark) << false << "spark_stream_20.txt";
    QTest::newRow("scala") << int(WireFormat::Scala) << false << "scala_stream_20.txt";
}

void TestWireGolden::reference()
{
    QFETCH(int, format);
    QFETCH(bool, meanSubtracted);
    QFETCH(QString, file);
    IOTBENCH_NEED_SHARED("reference/" + file);
    IOTBENCH_NEED_SHARED("reference/cifar10_test_batch.bin");
    const Stream stream{
        static_cast<WireFormat>(format), meanSubtracted, readFile(sharedPath("reference/" + file))};
    const ImageSet images = imagesOf(readFile(sharedPath("reference/cifar10_test_batch.bin")));
    QCOMPARE(images.size(), 10'000U);
    QCOMPARE(recordsOf(stream).size(), 20U);
    checkDecoded(stream, images);
    checkEncoded(stream, images);
}

// Literal numbers, to be seen in the files with the naked eye: "30.619608 0.439216 0.192157 0.623529 …".
void TestWireGolden::firstValues()
{
    const PaddedRecord keras(linesOf(readFile(dataPath("wire/keras_2.txt")))[0]);
    DecodedRecord decoded;
    QCOMPARE(words(decodeRecord(WireFormat::Keras, keras.bytes(), decoded)), "accepted");
    QCOMPARE(int(decoded.label), 3);
    QCOMPARE(decoded.floats[0], 0.619608F);
    QCOMPARE(decoded.floats[1], 0.439216F);
    QCOMPARE(decoded.floats[2], 0.192157F);
    QCOMPARE(decoded.floats[3], 0.623529F);

    // "3158 112 49 159 …"
    const PaddedRecord spark(linesOf(readFile(dataPath("wire/spark_2.txt")))[0]);
    QCOMPARE(words(decodeRecord(WireFormat::Spark, spark.bytes(), decoded)), "accepted");
    QCOMPARE(int(decoded.label), 3);
    QCOMPARE(int(decoded.bytes[0]), 158);
    QCOMPARE(int(decoded.bytes[1]), 112);
    QCOMPARE(int(decoded.bytes[2]), 49);
    QCOMPARE(int(decoded.bytes[3]), 159);

    // "4.0,0,0,0,32,0,0,0,32,49,112,-98,…": B, G, R = 49, 112, 158
    const PaddedRecord scala(linesOf(readFile(dataPath("wire/scala_2.txt")))[0]);
    QCOMPARE(words(decodeRecord(WireFormat::Scala, scala.bytes(), decoded)), "accepted");
    QCOMPARE(int(decoded.label), 3);
    QCOMPARE(int(decoded.bytes[0]), 158);
    QCOMPARE(int(decoded.bytes[1]), 112);
    QCOMPARE(int(decoded.bytes[2]), 49);
}

void TestWireGolden::rawNormalisation()
{
    const std::string records = readFile(dataPath("wire/cifar_2.bin"));
    const PaddedRecord record(std::string_view(records).substr(0, kCifarRecordBytes));
    DecodedRecord decoded;
    QCOMPARE(words(decodeRecord(WireFormat::Cifar, record.bytes(), decoded)), "accepted");
    std::vector<float> input(cifar10::kImageValues);
    normaliseRecord(WireFormat::Cifar, decoded, Normalisation::Raw, originalSenderMean(), input.data());
    QCOMPARE(input[0], 158.0F);
    QCOMPARE(input[cifar10::kPlaneSize], 112.0F);
    QCOMPARE(input[2 * cifar10::kPlaneSize], 49.0F);
}

// Every byte value at every place of a pixel, in each byte format.
void TestWireGolden::everyByteValueRoundTrips()
{
    ImageSet images = cifar10::noImages();
    images.labels = {9};
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        images.pixels.push_back(static_cast<std::uint8_t>(i));
    for (const WireFormat format : {WireFormat::Spark, WireFormat::Scala, WireFormat::Cifar}) {
        const RecordEncoder encoder(format, false, PixelMean(cifar10::kImageValues));
        const PaddedRecord record(encoded(encoder, images, 0));
        DecodedRecord decoded;
        QCOMPARE(words(decodeRecord(format, record.bytes(), decoded)), "accepted");
        QCOMPARE(int(decoded.label), 9);
        std::vector<std::uint8_t> pixels(cifar10::kImageValues);
        recordPixels(format, decoded, false, PixelMean(cifar10::kImageValues), pixels);
        QVERIFY(pixels == images.pixels);
    }
}

// Differences that round to zero from below keep their sign, ties go to the even digit, as in printf.
void TestWireGolden::roundsAsPrintfDoes()
{
    constexpr std::array<float, 8> kMeans
        = {1e-7F, -1e-7F, 0.4999995F, 0x1p-7F, 0x1p-8F, 0.5F, 0.25F + 0x1p-20F, 0.9999999F};
    PixelMean mean(cifar10::kImageValues);
    ImageSet images = cifar10::noImages();
    images.labels = {0};
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        mean[i] = kMeans[i % kMeans.size()];
        images.pixels.push_back(static_cast<std::uint8_t>(i / kMeans.size() % 256));
    }
    std::string expected = "0";
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        const float value = static_cast<float>(images.pixels[i]) / 255.0F - mean[i];
        std::array<char, 16> text;
        std::snprintf(text.data(), text.size(), i == 0 ? "%f" : " %f", static_cast<double>(value));
        expected += text.data();
    }
    QVERIFY(expected.starts_with(
        "0-0.000000 0.000000 -0.499999 -0.007812 -0.003906 -0.500000 -0.250001 -1.000000 0.003921"));
    QVERIFY(encoded(RecordEncoder(WireFormat::Keras, true, mean), images, 0) == expected);
}

// All that a sender can ever print with the training mean: 3,072 × 256 numbers, by each vector set.
void TestWireGolden::everyByteAtEveryPlacePrintsAsPrintfDoes()
{
    const PixelMean mean = originalSenderMean();
    std::vector<std::uint8_t> pixels(cifar10::kImageValues);
    for (unsigned byte = 0; byte < 256; ++byte) {
        std::string expected;
        for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
            pixels[i] = static_cast<std::uint8_t>(byte + i);
            std::array<char, 16> text;
            std::snprintf(text.data(), text.size(), "%f ",
                static_cast<double>(static_cast<float>(pixels[i]) / 255.0F - mean[i]));
            expected += text.data();
        }
        for (const VectorKernels* kernels : availableVectorKernels()) {
            std::string printed(expected.size() + 64, '\0');
            const char* const end = kernels->encodeMeanSubtracted(pixels.data(), mean.data(), printed.data());
            printed.resize(static_cast<std::size_t>(end - printed.data()));
            QVERIFY2(printed == expected, kernels->name.data());
        }
    }
}

// Without the variable the best set is used; CTest runs this program once more with IOTBENCH_VECTORS=SCALAR.
void TestWireGolden::vectorsFollowTheEnvironment()
{
    const QByteArray asked = qgetenv("IOTBENCH_VECTORS");
    const VectorKernels* expected = availableVectorKernels().front();
    for (const VectorKernels* kernels : availableVectorKernels())
        if (kernels->name == std::string_view(asked.constData()))
            expected = kernels;
    QVERIFY(vectorTargetName() == expected->name);
    QCOMPARE(&vectorKernels(), expected);
}

QTEST_GUILESS_MAIN(TestWireGolden)
#include "tst_wire_golden.moc"
