// Images of any shape, and that only those who may do know one at compile time.
#include "images/image_hash.h"
#include "images/known_images.h"
#include "test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <array>

using namespace iotbench;

class ImageFactsTest : public QObject {
    Q_OBJECT

private slots:
    void imagesLieOneAfterTheOther();
    void imagesOfAnyShapeAreKnownByTheirPlanes();
    void onlyCodecsAndLoadersKnowCifar10();
};

namespace {

// Three images of 2 × 3 pixels, two channels each: image k holds 100 k, 100 k + 1, ….
ImageSet smallSet()
{
    ImageSet images;
    images.facts = {{.width = 2, .height = 3, .channels = 2}, {"left", "right"}};
    for (int k = 0; k < 3; ++k) {
        for (int i = 0; i < 12; ++i)
            images.pixels.push_back(static_cast<std::uint8_t>(100 * k + i));
        images.labels.push_back(static_cast<std::uint8_t>(k % 2));
    }
    return images;
}

} // namespace

void ImageFactsTest::imagesLieOneAfterTheOther()
{
    const ImageSet images = smallSet();
    QCOMPARE(toString(images.facts.shape), std::string("2×3×2"));
    QCOMPARE(images.facts.shape.planeValues(), std::size_t(6));
    QCOMPARE(images.size(), std::size_t(3));
    QCOMPARE(images.image(1).size(), std::size_t(12));
    QCOMPARE(int(images.image(1).front()), 100);
    QCOMPARE(int(images.image(2).back()), 211);
}

void ImageFactsTest::imagesOfAnyShapeAreKnownByTheirPlanes()
{
    const ImageSet images = smallSet();
    const KnownImages known(images);
    const std::array<std::uint8_t, 12> planes{100, 102, 104, 106, 108, 110, 101, 103, 105, 107, 109, 111};
    QVERIFY(known.find(imageHash(planes)) == std::uint32_t(1));
    QCOMPARE(known.distinct(), std::size_t(3));
}

// All else takes shape and classes from the images, the model or the run that it has in hand.
void ImageFactsTest::onlyCodecsAndLoadersKnowCifar10()
{
    const QStringList mayKnow{"core/images/cifar10.h", "core/images/image_files.cpp",
        "core/images/test_set.cpp",
        "core/reports/report_reader.cpp"}; // the last: reports of a time when there were no other images
    const QRegularExpression knowledge(QStringLiteral("cifar10(\\.h|::)|\\b3['’,]?072\\b"));
    QStringList files;
    for (const char* folder : {"core", "ui", "app"}) {
        QDirIterator sources(
            test::sourcePath(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QString path = sources.next();
            const QString name = path.mid(test::sourcePath(QString()).size());
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            if (!name.startsWith("core/wire/") && QString::fromUtf8(file.readAll()).contains(knowledge))
                files << name;
        }
    }
    files.removeAll("core/images/test_set.h"); // says what the file of its mean holds
    files.sort();
    QCOMPARE(files, mayKnow);
}

QTEST_GUILESS_MAIN(ImageFactsTest)
#include "tst_image_facts.moc"
