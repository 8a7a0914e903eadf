// The bundled test set: that it is the real one, and that nothing else passes for it.
#include "images/cifar10.h"
#include "images/image_files.h"
#include "images/test_set.h"
#include "test_paths.h"

#include <QTemporaryDir>

#include <png.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <span>
#include <system_error>

using namespace iotbench;

namespace {

QString sourceFile(const char* name)
{
    return test::sourcePath(QStringLiteral("resources/cifar10/")) + name;
}

std::filesystem::path stdPath(const QString& path)
{
    return path.toStdString();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

TestSetSheets ownSheets()
{
    TestSetSheets sheets;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        sheets[i] = stdPath(sourceFile(qPrintable(QStringLiteral("test_set_%1.png").arg(i + 1))));
    return sheets;
}

// The test set with this file as its third sheet.
Result<ImageSet> loadedWith(const QString& sheet)
{
    TestSetSheets sheets = ownSheets();
    sheets[2] = stdPath(sheet);
    return loadTestSetSheets(sheets, stdPath(sourceFile("test_labels.txt")));
}

// A black picture.
void writePng(const QString& path, unsigned width, unsigned height)
{
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = width;
    header.height = height;
    header.format = PNG_FORMAT_RGB;
    const std::vector<std::uint8_t> black(PNG_IMAGE_SIZE(header));
    QVERIFY(png_image_write_to_file(&header, path.toUtf8(), 0, black.data(), 0, nullptr));
}

} // namespace

class TestTestSet : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isComplete();
    void holdsTheFirstImage();
    void readsNoMoreSheetsThanItMust_data();
    void readsNoMoreSheetsThanItMust();
    void equalsTheReference();
    void refusesADamagedSheet_data();
    void refusesADamagedSheet();
    void refusesOtherPictures();
    void refusesOtherLabels_data();
    void refusesOtherLabels();
    void readsTheTrainingMean();
    void refusesADamagedMean_data();
    void refusesADamagedMean();

private:
    QTemporaryDir m_folder;
    ImageSet m_images;
};

void TestTestSet::initTestCase()
{
    QVERIFY(m_folder.isValid());
    Result<ImageSet> images = loadBundledTestSet();
    QVERIFY2(images, images.error().english().c_str());
    m_images = std::move(*images);
}

void TestTestSet::isComplete()
{
    QCOMPARE(m_images.origin, std::string("bundled CIFAR-10 test set"));
    QCOMPARE(m_images.size(), std::size_t(10'000));
    QCOMPARE(m_images.pixels.size(), std::size_t(30'720'000));
    for (int label = 0; label < 10; ++label)
        QCOMPARE(std::ranges::count(m_images.labels, label), 1000);
}

void TestTestSet::holdsTheFirstImage()
{
    const std::vector<std::uint8_t> firstLabels(m_images.labels.begin(), m_images.labels.begin() + 10);
    QCOMPARE(firstLabels, (std::vector<std::uint8_t>{3, 8, 8, 0, 6, 6, 1, 6, 3, 1}));
    const auto cat = m_images.image(0);
    QCOMPARE(cat[0], std::uint8_t(158)); // red, green and blue of the pixel at the top left …
    QCOMPARE(cat[1], std::uint8_t(112));
    QCOMPARE(cat[2], std::uint8_t(49));
    QCOMPARE(cat[3], std::uint8_t(159)); // … and red of its neighbour to the right
}

void TestTestSet::readsNoMoreSheetsThanItMust_data()
{
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("read");
    QTest::newRow("none") << 0 << 2'500;
    QTest::newRow("one") << 1 << 2'500;
    QTest::newRow("a sheet") << 2'500 << 2'500;
    QTest::newRow("one more") << 2'501 << 5'000;
    QTest::newRow("all") << 10'000 << 10'000;
}

void TestTestSet::readsNoMoreSheetsThanItMust()
{
    QFETCH(int, atLeast);
    QFETCH(int, read);
    TestSetSheets sheets = ownSheets();
    for (std::size_t i = std::size_t(read) / 2'500; i < kTestSetSheets; ++i)
        sheets[i] = stdPath(m_folder.filePath("absent.png"));
    const auto images
        = loadTestSetSheets(sheets, stdPath(sourceFile("test_labels.txt")), std::size_t(atLeast));
    QVERIFY2(images, images.error().english().c_str());
    QCOMPARE(images->size(), std::size_t(read));
    QVERIFY(std::ranges::equal(images->labels, std::span(m_images.labels).first(images->size())));
    QVERIFY(std::ranges::equal(images->pixels, std::span(m_images.pixels).first(images->pixels.size())));
}

void TestTestSet::equalsTheReference()
{
    IOTBENCH_NEED_SHARED("reference/cifar10_test_batch.bin");
    const auto reference = loadImageFiles(stdPath(test::sharedPath("reference/cifar10_test_batch.bin")));
    QVERIFY2(reference, reference.error().english().c_str());
    QVERIFY(reference->pixels == m_images.pixels);
    QVERIFY(reference->labels == m_images.labels);
}

void TestTestSet::refusesADamagedSheet_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray sheet = contents(sourceFile("test_set_3.png"));
    QByteArray flipped = sheet;
    flipped[3'000'000] = char(flipped[3'000'000] ^ 1);
    QTest::newRow("one bit") << flipped << "damaged";
    QTest::newRow("cut short") << sheet.first(sheet.size() / 2) << "damaged";
    QTest::newRow("empty") << QByteArray() << "cannot read the test set";
    QTest::newRow("not a PNG") << QByteArray(5000, 'x') << "cannot read the test set";
}

void TestTestSet::refusesADamagedSheet()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString path = m_folder.filePath("sheet.png");
    write(path, bytes);
    const auto images = loadedWith(path);
    QVERIFY(!images);
    QVERIFY2(QString::fromStdString(images.error().english()).startsWith(path + ": " + reason),
        images.error().english().c_str());
}

void TestTestSet::refusesOtherPictures()
{
    const QString path = m_folder.filePath("other.png");
    writePng(path, 320, 320);
    const auto small = loadedWith(path);
    QCOMPARE(QString::fromStdString(small.error().english()),
        path + ": not the test set: 320 × 320 pixels where 3200 × 800 are due");
    writePng(path, 3200, 800);
    const auto black = loadedWith(path);
    QVERIFY2(black.error().english().ends_with("it is not the CIFAR-10 test set"),
        black.error().english().c_str());
    const auto another = loadedWith(sourceFile("test_set_2.png"));
    QVERIFY2(another.error().english().ends_with("it is not the CIFAR-10 test set"),
        another.error().english().c_str());
    const auto absent = loadedWith(m_folder.filePath("absent.png"));
    QVERIFY2(absent.error().english().ends_with(std::generic_category().message(ENOENT)),
        absent.error().english().c_str());
    const auto unlabelled = loadTestSetSheets(ownSheets(), stdPath(m_folder.filePath("absent.txt")));
    QVERIFY2(unlabelled.error().english().ends_with("absent.txt: cannot be read"),
        unlabelled.error().english().c_str());
}

void TestTestSet::refusesOtherLabels_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const QByteArray digits = contents(sourceFile("test_labels.txt"));
    QByteArray other = digits;
    other[0] = '4';
    QTest::newRow("one other") << other << "it is not the CIFAR-10 test set";
    QTest::newRow("one too few") << digits.mid(1) << "9999 labels where 10000 are due";
    QTest::newRow("one too many") << '3' + digits << "10001 labels where 10000 are due";
    other[0] = 'a';
    QTest::newRow("a letter") << other << "a label is not a digit";
}

void TestTestSet::refusesOtherLabels()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const QString path = m_folder.filePath("labels.txt");
    write(path, text);
    const auto images = loadTestSetSheets(ownSheets(), stdPath(path));
    QVERIFY(!images);
    QVERIFY2(
        QString::fromStdString(images.error().english()).endsWith(reason), images.error().english().c_str());
}

void TestTestSet::readsTheTrainingMean()
{
    const auto mean = loadTrainingPixelMean();
    QVERIFY2(mean, mean.error().english().c_str());
    QCOMPARE((*mean)[0], 0.5125911f);
    QCOMPARE((*mean)[3071], 0.4485563f);
    // The channel means of CIFAR-10's training images, as they are usually quoted: 0.4914, 0.4822, 0.4465.
    const double quoted[] = {0.4914, 0.4822, 0.4465};
    for (std::size_t channel = 0; channel < cifar10::kImageChannels; ++channel) {
        double sum = 0;
        for (std::size_t i = channel; i < cifar10::kImageValues; i += cifar10::kImageChannels)
            sum += (*mean)[i];
        QVERIFY2(
            std::abs(sum / cifar10::kPlaneSize - quoted[channel]) < 1e-4, qPrintable(QString::number(sum)));
    }
}

void TestTestSet::refusesADamagedMean_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray mean = contents(sourceFile("train_pixel_mean.f32"));
    QTest::newRow("cut short") << mean.first(12'287) << "12287 bytes where 12288 are due";
    QTest::newRow("not a number") << mean.first(12'284) + QByteArray("\0\0\xc0\x7f", 4)
                                  << "damaged: a mean lies outside 0..1";
    QTest::newRow("two") << mean.first(12'284) + QByteArray("\0\0\0\x40", 4)
                         << "damaged: a mean lies outside 0..1";
}

void TestTestSet::refusesADamagedMean()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString path = m_folder.filePath("mean.f32");
    write(path, bytes);
    QCOMPARE(QString::fromStdString(readPixelMean(stdPath(path)).error().english()), path + ": " + reason);
    const QString absent = m_folder.filePath("absent.f32");
    QCOMPARE(QString::fromStdString(readPixelMean(stdPath(absent)).error().english()),
        absent + ": cannot be read");
}

QTEST_GUILESS_MAIN(TestTestSet)
#include "tst_test_set.moc"
