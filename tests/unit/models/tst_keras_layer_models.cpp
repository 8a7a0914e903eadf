// Every layer and attribute that is imported, in a small model of its own, against what Keras itself answers.
// Models and answers are made by tests/data/models/make_keras_layers.py; those of further folders are checked
// too: the reference folder, and $IOTBENCH_KERAS_MODELS, for which tests/keras_table.py has this print
// figures.
#include "model_fixture.h"

#include "images/cifar10.h"
#include "models/keras/zip_archive.h"
#include "models/scores.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr std::size_t kMostImages = 300;

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// numpy.save() of float32, row by row. Format: numpy.lib.format, version 1.
std::vector<float> readArray(const QString& path)
{
    const QByteArray bytes = readAll(path);
    constexpr qsizetype kFixed = 10;
    const auto header = static_cast<qsizetype>(static_cast<unsigned char>(bytes.at(kFixed - 2)))
        + 256 * static_cast<qsizetype>(static_cast<unsigned char>(bytes.at(kFixed - 1)));
    const QByteArray data = bytes.mid(kFixed + header);
    std::vector<float> values(static_cast<std::size_t>(data.size()) / sizeof(float));
    std::memcpy(values.data(), data.constData(), values.size() * sizeof(float));
    return values;
}

ImageSet firstImages()
{
    ImageSet images = orThrow(loadBundledTestSet());
    images.pixels.resize(kMostImages * images.facts.shape.values());
    images.labels.resize(kMostImages);
    return images;
}

struct Agreement {
    std::size_t images = 0;
    std::size_t classes = 0; // predicted alike, or where Keras's best two are as good as equal
    double largest = 0; // difference of scores, as a part of the expected one where that is over one
};

Agreement compare(const std::vector<float>& scores, const std::vector<float>& expected, double tolerance)
{
    Agreement agreement;
    for (std::size_t from = 0; from < expected.size(); from += cifar10::kClassCount) {
        const auto wanted = std::span(expected).subspan(from, cifar10::kClassCount);
        const auto given = std::span(scores).subspan(from, cifar10::kClassCount);
        for (std::size_t c = 0; c < cifar10::kClassCount; ++c) {
            const double difference = std::abs(static_cast<double>(given[c]) - wanted[c])
                / std::max(1.0, std::abs(static_cast<double>(wanted[c])));
            agreement.largest
                = std::isfinite(difference) ? std::max(agreement.largest, difference) : HUGE_VAL;
        }
        const auto predicted = topClass(given, ScoreKind::Probabilities).predicted;
        const float best = *std::max_element(wanted.begin(), wanted.end());
        ++agreement.images;
        agreement.classes += best - wanted[predicted] <= tolerance ? 1 : 0;
    }
    return agreement;
}

} // namespace

class TestKerasLayerModels : public QObject {
    Q_OBJECT

private:
    void addRows(const QString& folder, const char* prefix)
    {
        for (const QString& answers : QDir(folder).entryList({QStringLiteral("*.npy")}, QDir::Files)) {
            const QString model = folder + QLatin1Char('/') + answers.chopped(4);
            for (const char* kind : {".h5", ".keras"}) {
                if (QFile::exists(model + QLatin1String(kind))) {
                    QTest::addRow("%s%s%s", prefix, qPrintable(answers.chopped(4)), kind) << QString(
                        model + QLatin1String(kind)) << QString(folder + QLatin1Char('/') + answers);
                }
            }
        }
    }

    QTemporaryDir m_unpacked;
    ImageSet m_images = firstImages();
    PixelMean m_mean = orThrow(loadTrainingPixelMean());

private slots:
    void initTestCase()
    {
        const QByteArray bytes = readAll(dataPath(QStringLiteral("models/keras_layers.zip")));
        const std::span packed(
            reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size()));
        const keras::ZipArchive archive(packed);
        constexpr std::uint64_t kMost = 1U << 26U;
        const auto files = archive.member("files", kMost);
        const auto list = archive.member("names.txt", kMost); // "NAME SIZE", line by line
        QVERIFY(files && list);
        const QByteArray lines(
            reinterpret_cast<const char*>(list->data()), static_cast<qsizetype>(list->size()));
        std::size_t place = 0;
        for (const QByteArray& line : lines.split('\n')) {
            const qsizetype space = line.indexOf(' ');
            const auto size = line.mid(space + 1).toULongLong();
            QVERIFY2(size > 0 && size <= files->size() - place, line);
            QFile file(m_unpacked.filePath(QString::fromUtf8(line.first(space))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(reinterpret_cast<const char*>(files->data()) + place, static_cast<qsizetype>(size));
            place += size;
        }
        QCOMPARE(place, files->size());
    }

    void answersAsKerasDoes_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("answers");
        addRows(m_unpacked.path(), "");
        if (qEnvironmentVariableIsSet("IOTBENCH_KERAS_MODELS")) {
            addRows(qEnvironmentVariable("IOTBENCH_KERAS_MODELS"), "table ");
        }
        if (QDir(sharedPath(QStringLiteral("reference/imports"))).exists()) {
            addRows(sharedPath(QStringLiteral("reference/imports")), "reference ");
        } else {
            QTest::newRow("reference models") << QString() << QString();
        }
    }
    void answersAsKerasDoes()
    {
        QFETCH(QString, model);
        QFETCH(QString, answers);
        if (model.isEmpty()) {
            IOTBENCH_NEED_SHARED("reference/imports");
        }
        // What Keras computes in 16 bits is computed in 32 here.
        const double tolerance = QFileInfo(model).fileName().startsWith(QLatin1String("half_")) ? 5e-2 : 1e-4;
        const std::vector<float> expected = readArray(answers);
        QVERIFY(!expected.empty());
        QCOMPARE(expected.size() % cifar10::kClassCount, std::size_t{0});
        const std::size_t count = expected.size() / cifar10::kClassCount;
        Agreement agreement;
        try {
            const ModelOnTestSet imported(model, m_images, m_mean);
            agreement = compare(imported.scores({Normalisation::Unit, count, 8, 1}), expected, tolerance);
        } catch (const std::exception& problem) {
            QFAIL(problem.what());
        }
        const QString figures = QStringLiteral("%1 of %2 images, largest difference %3")
                                    .arg(agreement.classes)
                                    .arg(agreement.images)
                                    .arg(agreement.largest, 0, 'g', 2);
        if (qEnvironmentVariableIsSet("IOTBENCH_KERAS_MODELS")) {
            qInfo("%s: %s", QTest::currentDataTag(), qPrintable(figures));
        }
        QVERIFY2(agreement.classes == agreement.images && agreement.largest < tolerance, qPrintable(figures));
    }
};

QTEST_APPLESS_MAIN(TestKerasLayerModels)
#include "tst_keras_layer_models.moc"
