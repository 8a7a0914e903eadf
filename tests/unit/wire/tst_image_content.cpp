// An image is known by its content, whatever format it came in.
#include "images/cifar10.h"
#include "images/image_hash.h"
#include "images/known_images.h"
#include "images/test_set.h"
#include "wire/record_pixels.h"
#include "wire_data.h"

#include <cmath>

using namespace iotbench;
using namespace iotbench::test;

namespace {

struct Content {
    bool meanSubtracted = false;
    std::uint64_t hash = 0;
};

Content contentOf(WireFormat format, const DecodedRecord& decoded, const PixelMean& mean)
{
    std::array<std::uint8_t, cifar10::kImageValues> scratch;
    const bool meanSubtracted = hasMeanSubtracted(format, decoded, mean);
    return {meanSubtracted, imageHash(recordPlanes(format, decoded, meanSubtracted, mean, scratch))};
}

Content contentOf(WireFormat format, std::string_view line, const PixelMean& mean)
{
    const PaddedRecord record(line);
    DecodedRecord decoded;
    if (decodeRecord(format, record.bytes(), decoded) != RejectReason::None)
        return {};
    return contentOf(format, decoded, mean);
}

// One that the sender's machine made: every value printed with so many decimals.
std::string kerasLine(std::span<const std::uint8_t> hwc, const PixelMean* mean, int decimals)
{
    std::string line = "3";
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
        const float value = static_cast<float>(hwc[i]) / 255.0F - (mean ? (*mean)[i] : 0.0F);
        line += QByteArray::number(double(value), 'f', decimals).toStdString() + ' ';
    }
    line.pop_back();
    return line;
}

} // namespace

class TestImageContent : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTestImageIsFoundInEveryFormat_data();
    void everyTestImageIsFoundInEveryFormat();
    void rawInputIsTheBytesInEveryFormat_data() { everyTestImageIsFoundInEveryFormat_data(); }
    void rawInputIsTheBytesInEveryFormat();
    void whatTheOriginalsPrintIsFound_data();
    void whatTheOriginalsPrintIsFound();
    void decimalsDoNotMatter_data();
    void decimalsDoNotMatter();
    void darkAndBrightImagesTellWhetherTheMeanIsGone();
    void floatsThatWereNoBytesAreJudgedByTheirSigns();
    void oneBitMakesAnotherImage();

private:
    ImageSet m_images;
    PixelMean m_mean;
    std::unique_ptr<KnownImages> m_known;
};

void TestImageContent::initTestCase()
{
    auto images = loadBundledTestSet();
    QVERIFY2(bool(images), images.error().english().c_str());
    m_images = std::move(*images);
    auto mean = loadTrainingPixelMean();
    QVERIFY2(bool(mean), mean.error().english().c_str());
    m_mean = *mean;
    m_known = std::make_unique<KnownImages>(m_images);
    QCOMPARE(m_known->distinct(), cifar10::kTestSetSize); // the test set holds no image twice
}

void TestImageContent::everyTestImageIsFoundInEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("subtractMean");
    QTest::newRow("keras") << int(WireFormat::Keras) << false;
    QTest::newRow("keras, mean subtracted") << int(WireFormat::Keras) << true;
    QTest::newRow("spark") << int(WireFormat::Spark) << false;
    QTest::newRow("scala") << int(WireFormat::Scala) << false;
    QTest::newRow("cifar") << int(WireFormat::Cifar) << false;
}

void TestImageContent::everyTestImageIsFoundInEveryFormat()
{
    QFETCH(int, format);
    QFETCH(bool, subtractMean);
    const auto wire = static_cast<WireFormat>(format);
    const RecordEncoder encoder(wire, subtractMean, m_mean);
    for (std::uint32_t i = 0; i < cifar10::kTestSetSize; ++i) {
        const Content content = contentOf(wire, encoded(encoder, m_images, i), m_mean);
        QCOMPARE(content.meanSubtracted, subtractMean);
        QCOMPARE(m_known->find(content.hash), std::optional(i));
    }
}

void TestImageContent::rawInputIsTheBytesInEveryFormat()
{
    QFETCH(int, format);
    QFETCH(bool, subtractMean);
    const auto wire = static_cast<WireFormat>(format);
    const RecordEncoder encoder(wire, subtractMean, m_mean);
    for (std::uint32_t image = 0; image < 200; ++image) {
        const std::string line = encoded(encoder, m_images, image);
        const PaddedRecord record(line);
        DecodedRecord decoded;
        QVERIFY(decodeRecord(wire, record.bytes(), decoded) == RejectReason::None);
        std::array<float, cifar10::kImageValues> input;
        normaliseRecord(wire, decoded, Normalisation::Raw, m_mean, input.data());
        const auto hwc = m_images.image(image);
        for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
            QCOMPARE(input[i % cifar10::kImageChannels * cifar10::kPlaneSize + i / cifar10::kImageChannels],
                float(hwc[i]));
    }
}

void TestImageContent::whatTheOriginalsPrintIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("meanSubtracted");
    QTest::newRow("keras") << "keras_stream_20.txt" << int(WireFormat::Keras) << false;
    QTest::newRow("keras, mean subtracted")
        << "keras_stream_mean_subtracted_20.txt" << int(WireFormat::Keras) << true;
    QTest::newRow("spark") << "spark_stream_20.txt" << int(WireFormat::Spark) << false;
    QTest::newRow("scala") << "scala_stream_20.txt" << int(WireFormat::Scala) << false;
}

void TestImageContent::whatTheOriginalsPrintIsFound()
{
    QFETCH(QString, file);
    QFETCH(int, format);
    QFETCH(bool, meanSubtracted);
    const QString path = sharedPath("reference/" + file);
    if (!QFileInfo::exists(path))
        QSKIP("no reference folder: configure with -DIOTBENCH_SHARED_DIR=DIR");
    const std::vector<std::string> lines = linesOf(readFile(path));
    QVERIFY(lines.size() >= 20);
    for (std::uint32_t i = 0; i < 20; ++i) {
        const Content content = contentOf(static_cast<WireFormat>(format), lines[i], m_mean);
        QCOMPARE(content.meanSubtracted, meanSubtracted);
        QCOMPARE(m_known->find(content.hash), std::optional(i));
    }
}

void TestImageContent::decimalsDoNotMatter_data()
{
    QTest::addColumn<int>("decimals");
    for (const int decimals : {3, 4, 5, 8, 12})
        QTest::addRow("%d", decimals) << decimals;
}

void TestImageContent::decimalsDoNotMatter()
{
    QFETCH(int, decimals);
    for (std::uint32_t i = 0; i < 100; ++i) {
        const auto image = m_images.image(i);
        const Content plain = contentOf(WireFormat::Keras, kerasLine(image, nullptr, decimals), m_mean);
        QVERIFY(!plain.meanSubtracted);
        QCOMPARE(m_known->find(plain.hash), std::optional(i));
        const Content without = contentOf(WireFormat::Keras, kerasLine(image, &m_mean, decimals), m_mean);
        QVERIFY(without.meanSubtracted);
        QCOMPARE(m_known->find(without.hash), std::optional(i));
    }
}

// White less the mean has no value below zero, and black as it is has none either.
void TestImageContent::darkAndBrightImagesTellWhetherTheMeanIsGone()
{
    for (const int byte : {0, 60, 255}) {
        std::array<std::uint8_t, cifar10::kImageValues> image;
        image.fill(static_cast<std::uint8_t>(byte));
        for (const bool subtracted : {false, true}) {
            const std::string line = kerasLine(image, subtracted ? &m_mean : nullptr, 6);
            const Content content = contentOf(WireFormat::Keras, line, m_mean);
            QCOMPARE(content.meanSubtracted, subtracted);
            QCOMPARE(content.hash, imageHash(image));
        }
    }
}

void TestImageContent::floatsThatWereNoBytesAreJudgedByTheirSigns()
{
    DecodedRecord decoded;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        decoded.floats[i] = 0.3F + 0.2F * std::sin(static_cast<float>(i));
    QVERIFY(!hasMeanSubtracted(WireFormat::Keras, decoded, m_mean));
    decoded.floats[cifar10::kImageValues - 1] = -0.001F;
    QVERIFY(hasMeanSubtracted(WireFormat::Keras, decoded, m_mean));
}

void TestImageContent::oneBitMakesAnotherImage()
{
    const RecordEncoder encoder(WireFormat::Cifar, false, m_mean);
    std::string record = encoded(encoder, m_images, 17);
    QCOMPARE(m_known->find(contentOf(WireFormat::Cifar, record, m_mean).hash), std::optional(17U));
    record[1 + 1234] ^= 1;
    QVERIFY(!m_known->find(contentOf(WireFormat::Cifar, record, m_mean).hash));
}

QTEST_GUILESS_MAIN(TestImageContent)
#include "tst_image_content.moc"
