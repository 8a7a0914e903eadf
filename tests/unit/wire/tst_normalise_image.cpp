// Images at rest become the model's input that their records become, and those of other shapes what is due.
#include "wire/normalise_image.h"
#include "wire/record_decoder.h"
#include "wire_data.h"

#include <QtTest>

#include <array>

using namespace iotbench;
using namespace iotbench::test;

class NormaliseImageTest : public QObject {
    Q_OBJECT

private slots:
    void asTheRecordOfTheImage_data();
    void asTheRecordOfTheImage();
    void anyShape();
};

void NormaliseImageTest::asTheRecordOfTheImage_data()
{
    QTest::addColumn<int>("normalisation");
    for (const auto normalisation : {Normalisation::Unit, Normalisation::MeanSubtracted, Normalisation::Raw})
        QTest::newRow(toString(normalisation).data()) << int(normalisation);
}

void NormaliseImageTest::asTheRecordOfTheImage()
{
    QFETCH(int, normalisation);
    const auto wanted = static_cast<Normalisation>(normalisation);
    const PixelMean mean = originalSenderMean();
    const ImageSet images = imagesOf(readFile(dataPath(QStringLiteral("images/first_20.bin"))));
    const ImageShape shape = imageShape(WireFormat::Spark);
    QVERIFY(shape == images.facts.shape);
    auto decoded = std::make_unique<DecodedRecord>();
    std::vector<float> ofRecord(shape.values());
    std::vector<float> ofImage(shape.values());
    for (std::size_t i = 0; i < images.size(); ++i) {
        std::ranges::copy(images.image(i), decoded->bytes.begin());
        normaliseRecord(WireFormat::Spark, *decoded, wanted, mean, ofRecord.data());
        normaliseImage(shape, images.image(i), wanted, mean, ofImage.data());
        QVERIFY(ofImage == ofRecord);
    }
}

void NormaliseImageTest::anyShape()
{
    const ImageShape shape{.width = 2, .height = 1, .channels = 2};
    const std::array<std::uint8_t, 4> hwc{0, 51, 102, 255};
    std::array<float, 4> chw{};
    normaliseImage(shape, hwc, Normalisation::Raw, {}, chw.data());
    QVERIFY((chw == std::array<float, 4>{0, 102, 51, 255}));
    normaliseImage(shape, hwc, Normalisation::Unit, {}, chw.data());
    QVERIFY((chw == std::array<float, 4>{0, 0.4F, 0.2F, 1}));
    normaliseImage(shape, hwc, Normalisation::MeanSubtracted, {0, 0.25F, 0, 0.5F}, chw.data());
    QVERIFY((chw == std::array<float, 4>{0, 0.4F, 0.2F - 0.25F, 0.5F}));
}

QTEST_GUILESS_MAIN(NormaliseImageTest)
#include "tst_normalise_image.moc"
