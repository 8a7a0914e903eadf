// Models and sets for other images than the streams carry are refused in words.
#include "run/carried_images.h"

#include <QtTest>

using namespace iotbench;

class CarriedImagesTest : public QObject {
    Q_OBJECT

private slots:
    void whatFits();
    void otherShapes();
    void otherClasses();

private:
    static std::string faultOf(const ImageShape& shape, std::optional<std::size_t> classes,
        std::optional<WireFormat> format = WireFormat::Spark)
    {
        const auto fault = faultOfImages(verbatim("big.onnx"), shape, classes, format);
        return fault ? fault->message.english() : std::string();
    }
};

void CarriedImagesTest::whatFits()
{
    for (const auto format : {WireFormat::Keras, WireFormat::Spark, WireFormat::Scala, WireFormat::Cifar}) {
        QCOMPARE(faultOf(imageShape(format), classCount(format), format), std::string());
        QCOMPARE(faultOf(imageShape(format), std::nullopt, format), std::string());
    }
    QCOMPARE(
        faultOf(imageShape(WireFormat::Keras), classCount(WireFormat::Keras), std::nullopt), std::string());
}

void CarriedImagesTest::otherShapes()
{
    QCOMPARE(faultOf({.width = 224, .height = 160, .channels = 3}, 10),
        std::string("big.onnx: its images are 3×160×224 (channels, height, width), those of format spark are "
                    "3×32×32"));
    QVERIFY(!faultOf({.width = 32, .height = 32, .channels = 1}, 10, std::nullopt).empty());
}

void CarriedImagesTest::otherClasses()
{
    QCOMPARE(faultOf(imageShape(WireFormat::Spark), 100),
        std::string("big.onnx: its images are of 100 classes, those of format spark are of 10"));
}

QTEST_GUILESS_MAIN(CarriedImagesTest)
#include "tst_carried_images.moc"
