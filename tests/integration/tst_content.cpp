// What images were is known by their content: how often they came, in which order, in which format and over
// how many connections makes no difference.
#include "peer.h"
#include "program.h"

#include "images/cifar10.h"
#include "images/test_set.h"
#include "test_paths.h"
#include "wire/record_encoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <numeric>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

using Indices = std::vector<std::size_t>;

Indices inOrder(std::size_t first, std::size_t count)
{
    Indices indices(count);
    std::iota(indices.begin(), indices.end(), first);
    return indices;
}

// A report's folder and the program that writes it.
class Reporting {
public:
    explicit Reporting(const QStringList& options)
        : m_program(options + QStringList{u"--report"_s, m_folder.path()})
    {
    }
    Iotbench& program() { return m_program; }
    QJsonObject report() const
    {
        return QJsonDocument::fromJson(fileBytes(m_folder.filePath("report.json"))).object();
    }
    QJsonObject content() const { return report()["content"_L1].toObject(); }
    QJsonObject card() const { return report()["card"_L1].toObject(); }
    QString judgement(QLatin1StringView claim) const { return report()["verdict"_L1][claim].toString(); }

private:
    QTemporaryDir m_folder;
    Iotbench m_program;
};

} // namespace

class TestContent : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFormatIsKnown_data();
    void everyFormatIsKnown();
    void oneImageSentAgainAndAgain();
    void eachImageTwice();
    void fewImagesOverManyConnections();
    void anotherOrderUnderLabelsThatAgree();
    void labelsThatAreNotTheSets();
    void imagesInNoSet();
    void aModelThatAnswersOtherwiseThanItsCard();
    void streamsShareTheSetOut();

private:
    QByteArray stream(WireFormat format, bool subtractMean, const Indices& indices,
        const std::function<std::uint8_t(std::size_t)>& label = {}) const;
    // Feeds the program and waits for its end.
    void feed(Reporting& reporting, const QByteArray& bytes) const;

    ImageSet m_images;
    PixelMean m_mean;
};

void TestContent::initTestCase()
{
    auto images = loadBundledTestSet();
    auto mean = loadTrainingPixelMean();
    QVERIFY(images && mean);
    m_images = std::move(*images);
    m_mean = *mean;
}

QByteArray TestContent::stream(WireFormat format, bool subtractMean, const Indices& indices,
    const std::function<std::uint8_t(std::size_t)>& label) const
{
    const RecordEncoder encoder(format, subtractMean, m_mean);
    std::vector<char> bytes(indices.size() * encoder.maxRecordBytes());
    char* end = bytes.data();
    for (const std::size_t index : indices)
        end = encoder.encode(m_images.image(index), label ? label(index) : m_images.labels[index], end);
    const std::string_view mark = encoder.endMark();
    return QByteArray(bytes.data(), end - bytes.data())
        + QByteArray(mark.data(), static_cast<qsizetype>(mark.size()));
}

void TestContent::feed(Reporting& reporting, const QByteArray& bytes) const
{
    QTemporaryDir folder;
    const QString file = folder.filePath("stream");
    QVERIFY(writeFile(file, bytes));
    reporting.program().readFrom(file);
    reporting.program().start();
    QVERIFY2(reporting.program().finish(), reporting.program().account().constData());
}

void TestContent::everyFormatIsKnown_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("subtractMean");
    QTest::newRow("keras") << int(WireFormat::Keras) << false;
    QTest::newRow("keras, mean subtracted") << int(WireFormat::Keras) << true;
    QTest::newRow("spark") << int(WireFormat::Spark) << false;
    QTest::newRow("scala") << int(WireFormat::Scala) << false;
    QTest::newRow("cifar") << int(WireFormat::Cifar) << false;
}

// From the middle of the set.
void TestContent::everyFormatIsKnown()
{
    QFETCH(int, format);
    QFETCH(bool, subtractMean);
    Reporting reporting(words("--role receive --engine null"));
    feed(reporting, stream(static_cast<WireFormat>(format), subtractMean, inOrder(4'321, 300)));
    const QJsonObject content = reporting.content();
    VERIFY_OF(reporting.program(), content["in_test_set"_L1].toInt() == 300);
    QCOMPARE(content["distinct"_L1].toInt(), 300);
    QCOMPARE(content["in_no_set"_L1].toInt(), 0);
    QCOMPARE(content["other_labels"_L1].toInt(), 0);
}

void TestContent::oneImageSentAgainAndAgain()
{
    Reporting reporting(words("--role receive -m cnn"));
    feed(reporting, stream(WireFormat::Cifar, false, Indices(2'000, 7)));
    VERIFY_OF(reporting.program(), reporting.content()["distinct"_L1].toInt() == 1);
    QCOMPARE(reporting.report()["images"_L1]["classified"_L1].toInt(), 2'000);
    QCOMPARE(reporting.card()["compared"_L1].toInt(), 1);
    VERIFY_OF(reporting.program(), reporting.program().err().contains("1 distinct images"));
    QVERIFY(reporting.judgement("accuracy"_L1) != "VALID"_L1);
    // The interval of one image says nothing.
    QVERIFY(reporting.report()["accuracy"_L1]["high_pct"_L1].toDouble()
            - reporting.report()["accuracy"_L1]["low_pct"_L1].toDouble()
        > 70);
}

void TestContent::eachImageTwice()
{
    Indices twice;
    for (const std::size_t index : inOrder(0, 1'500))
        twice.insert(twice.end(), 2, index);
    Reporting reporting(words("--role receive --engine null"));
    feed(reporting, stream(WireFormat::Cifar, false, twice));
    VERIFY_OF(reporting.program(), reporting.content()["distinct"_L1].toInt() == 1'500);
    QCOMPARE(reporting.content()["in_test_set"_L1].toInt(), 3'000);
    QCOMPARE(reporting.content()["distinct_is_estimate"_L1].toBool(true), false);
}

void TestContent::fewImagesOverManyConnections()
{
    Reporting reporting(words("--role receive --engine null --listen 0 --linger 1"));
    reporting.program().start();
    const quint16 port = reporting.program().awaitPort();
    QVERIFY(port != 0);
    const QByteArray five = stream(WireFormat::Keras, false, inOrder(100, 5));
    for (int connection = 0; connection < 151; ++connection) {
        Peer peer(port);
        QVERIFY2(peer.send(five) && peer.awaitClosed(), reporting.program().account().constData());
    }
    QVERIFY2(reporting.program().finish(), reporting.program().account().constData());
    QCOMPARE(reporting.report()["images"_L1]["classified"_L1].toInt(), 755);
    QCOMPARE(reporting.content()["distinct"_L1].toInt(), 5);
    QCOMPARE(reporting.content()["in_test_set"_L1].toInt(), 755);
}

// Each place of the stream holds another image than the set has there, of the same class.
void TestContent::anotherOrderUnderLabelsThatAgree()
{
    constexpr std::size_t kCount = 400;
    std::array<Indices, cifar10::kClassCount> ofClass;
    for (std::size_t i = 0; i < cifar10::kTestSetSize; ++i)
        ofClass[m_images.labels[i]].push_back(i);
    Indices order;
    for (std::size_t place = 0; place < kCount; ++place) {
        Indices& left = ofClass[m_images.labels[place]];
        order.push_back(left.back());
        left.pop_back();
        QVERIFY(order.back() != place);
    }
    Reporting reporting(words("--role receive -m cnn"));
    feed(reporting, stream(WireFormat::Keras, false, order));
    VERIFY_OF(reporting.program(), reporting.content()["in_test_set"_L1].toInt() == int(kCount));
    QCOMPARE(reporting.content()["other_labels"_L1].toInt(), 0);
    // Each is compared with its own entry, and so all of them agree.
    QCOMPARE(reporting.card()["compared"_L1].toInt(), int(kCount));
    QCOMPARE(reporting.card()["agreed"_L1].toInt(), int(kCount));
    QCOMPARE(reporting.card()["correct"_L1].toInt(), reporting.card()["card_correct"_L1].toInt());
}

void TestContent::labelsThatAreNotTheSets()
{
    Reporting reporting(words("--role receive -m cnn"));
    feed(reporting, stream(WireFormat::Spark, false, inOrder(0, 300), [this](std::size_t index) {
        const std::uint8_t label = m_images.labels[index];
        return index % 100 == 50 ? static_cast<std::uint8_t>((label + 1) % cifar10::kClassCount) : label;
    }));
    const QJsonObject content = reporting.content();
    VERIFY_OF(reporting.program(), content["other_labels"_L1].toInt() == 3);
    const QJsonObject second = content["first_other_labels"_L1][1].toObject();
    QCOMPARE(second["test_image"_L1].toInt(), 150);
    QCOMPARE(second["set_label"_L1].toInt(), int(m_images.labels[150]));
    QCOMPARE(second["label"_L1].toInt(), (m_images.labels[150] + 1) % int(cifar10::kClassCount));
    QCOMPARE(reporting.card()["agreed"_L1].toInt(), 300); // the labels are wrong, the model is not
    QCOMPARE(reporting.judgement("accuracy"_L1), u"INVALID"_s);
    QCOMPARE(reporting.program().exitCode(), 3);
}

void TestContent::imagesInNoSet()
{
    QByteArray bytes = stream(WireFormat::Cifar, false, inOrder(0, 20));
    for (qsizetype image = 0; image < 5; ++image)
        bytes[image * qsizetype(kCifarRecordBytes) + 1'000] ^= 4;
    Reporting reporting(words("--role receive --engine null"));
    feed(reporting, bytes);
    VERIFY_OF(reporting.program(), reporting.content()["in_no_set"_L1].toInt() == 5);
    QCOMPARE(reporting.content()["in_test_set"_L1].toInt(), 15);
    QCOMPARE(reporting.content()["distinct"_L1].toInt(), 20);
}

// A card of as many correct predictions, but other ones: what the model gets wrong, it would get wrong
// otherwise.
void TestContent::aModelThatAnswersOtherwiseThanItsCard()
{
    constexpr std::size_t kCount = 500;
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("models"));
    QVERIFY(QFile::link(sourcePath("resources/cifar10"), folder.filePath("cifar10")));
    QVERIFY(QFile::link(sourcePath("models/cnn.onnx"), folder.filePath("models/cnn.onnx")));
    QJsonObject card = QJsonDocument::fromJson(fileBytes(sourcePath("models/cnn.json"))).object();
    QJsonObject variant = card["variants"_L1][0].toObject();
    QByteArray predictions = variant["predictions"_L1].toString().toLatin1();
    int changed = 0;
    for (std::size_t image = 0; image < kCount; ++image) {
        char& predicted = predictions[qsizetype(image)];
        const char label = static_cast<char>('0' + m_images.labels[image]);
        if (predicted == label)
            continue;
        do
            predicted = predicted == '9' ? '0' : static_cast<char>(predicted + 1);
        while (predicted == label);
        ++changed;
    }
    QVERIFY(changed > int(kCount * 9 / 100));
    variant["predictions"_L1] = QString::fromLatin1(predictions);
    card["variants"_L1] = QJsonArray{variant};
    QVERIFY(writeFile(folder.filePath("models/cnn.json"), QJsonDocument(card).toJson()));

    Reporting reporting(words("-m cnn -i max -t") << QString::number(kCount));
    reporting.program().setEnvironment("IOTBENCH_DATA_DIR", folder.path());
    reporting.program().start();
    VERIFY_EXIT(reporting.program(), 3);
    QCOMPARE(reporting.judgement("accuracy"_L1), u"INVALID"_s);
    QCOMPARE(reporting.card()["correct"_L1].toInt(-1), reporting.card()["card_correct"_L1].toInt());
    QCOMPARE(reporting.card()["compared"_L1].toInt() - reporting.card()["agreed"_L1].toInt(), changed);
    VERIFY_OF(reporting.program(),
        reporting.program().err().contains("predictions differ from those of the model's card"));
}

void TestContent::streamsShareTheSetOut()
{
    Reporting reporting(words("--engine null -i max -t 600 --streams 8"));
    reporting.program().start();
    VERIFY_EXIT(reporting.program(), 0);
    QCOMPARE(reporting.content()["distinct"_L1].toInt(), 600);
    QCOMPARE(reporting.report()["images"_L1]["lost"_L1].toInt(-1), 0);
    QCOMPARE(reporting.report()["images"_L1]["duplicated"_L1].toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
