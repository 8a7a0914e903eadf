// One digest for each stream of what is sent and of what a model is fed with: the same on every processor and
// with every vector set. Printed too, so that the outputs of two machines can be laid side by side.
//
// The set is that of vectorKernels(): the best of this machine, or the one that IOTBENCH_VECTORS names.
#include "wire_data.h"

#include <QCryptographicHash>

#include <random>

using namespace iotbench;
using namespace iotbench::test;

namespace {

// The first 20 images of the test set, and 80 of noise, which has every byte at every place.
ImageSet someImages()
{
    ImageSet images = imagesOf(readFile(dataPath(QStringLiteral("images/first_20.bin"))));
    std::mt19937 random(20190131);
    for (int i = 0; i < 80; ++i) {
        images.labels.push_back(static_cast<std::uint8_t>(random() % cifar10::kClassCount));
        for (std::size_t value = 0; value < cifar10::kImageValues; ++value)
            images.pixels.push_back(static_cast<std::uint8_t>(random() >> 24));
    }
    return images;
}

QString shown(const QCryptographicHash& hash)
{
    return QString::fromLatin1(hash.result().toHex().left(16));
}

} // namespace

class TestWireDigests : public QObject {
    Q_OBJECT

private slots:
    void streams_data();
    void streams();
};

void TestWireDigests::streams_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("meanSubtracted");
    QTest::addColumn<QString>("sentDigest");
    QTest::addColumn<QString>("inputDigest");
    // Three formats carry the bytes themselves, and so feed the model alike.
    const auto row = [](const char* name, WireFormat format, bool mean, const char* sent, const char* input) {
        QTest::newRow(name) << int(format) << mean << QString::fromLatin1(sent) << QString::fromLatin1(input);
    };
    row("keras", WireFormat::Keras, false, "2dbcddd6372595fc", "c4b12c83c38b673b");
    row("keras-mean", WireFormat::Keras, true, "e5e920589dba4c73", "62ed2ca05e301196");
    row("spark", WireFormat::Spark, false, "d076c0ed22006b7b", "8091bb6e28b0a05c");
    row("scala", WireFormat::Scala, false, "f04e7d018d5e2b7f", "8091bb6e28b0a05c");
    row("cifar", WireFormat::Cifar, false, "f53052c328a63d22", "8091bb6e28b0a05c");
}

void TestWireDigests::streams()
{
    QFETCH(int, format);
    QFETCH(bool, meanSubtracted);
    QFETCH(QString, sentDigest);
    QFETCH(QString, inputDigest);
    const auto wire = static_cast<WireFormat>(format);
    const PixelMean mean = originalSenderMean();
    const RecordEncoder encoder(wire, meanSubtracted, mean);
    const ImageSet images = someImages();
    QCOMPARE(images.size(), 100U);

    QCryptographicHash sent(QCryptographicHash::Sha256);
    QCryptographicHash input(QCryptographicHash::Sha256);
    std::vector<float> values(cifar10::kImageValues);
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::string record = encoded(encoder, images, i);
        sent.addData(QByteArrayView(record.data(), static_cast<qsizetype>(record.size())));
        const PaddedRecord padded(record);
        DecodedRecord decoded;
        QCOMPARE(words(decodeRecord(wire, padded.bytes(), decoded)), "accepted");
        QCOMPARE(decoded.label, images.labels[i]);
        for (const auto normalisation :
            {Normalisation::Unit, Normalisation::MeanSubtracted, Normalisation::Raw}) {
            normaliseRecord(wire, decoded, normalisation, mean, values.data());
            input.addData(QByteArrayView(reinterpret_cast<const char*>(values.data()),
                static_cast<qsizetype>(values.size() * sizeof(float))));
        }
    }
    qInfo("digests %s %s sent %s input %s", vectorTargetName().data(), QTest::currentDataTag(),
        qPrintable(shown(sent)), qPrintable(shown(input)));
    QCOMPARE(shown(sent), sentDigest);
    QCOMPARE(shown(input), inputDigest);
}

QTEST_GUILESS_MAIN(TestWireDigests)
#include "images/cifar10.h"
#include "tst_wire_digests.moc"
