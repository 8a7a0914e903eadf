// Which format a stream has, from its first bytes.
#include "wire/detect_format.h"
#include "wire_data.h"

#include <algorithm>

using namespace iotbench;
using namespace iotbench::test;

namespace {

std::string file(const char* name)
{
    return readFile(dataPath(QStringLiteral("wire/") + QLatin1String(name)));
}

QString detected(std::string_view head, bool complete)
{
    const auto format = detectFormat(std::span<const char>(head.data(), head.size()), complete);
    return format ? QString::fromLatin1(toString(*format).data()) : QStringLiteral("more");
}

QString detectedWhole(std::string_view head)
{
    return detected(head, true);
}

} // namespace

class TestDetectFormat : public QObject {
    Q_OBJECT

private slots:
    void streams_data();
    void streams();
    void oneDamagedLineDoesNotMislead_data();
    void oneDamagedLineDoesNotMislead();
    void binary();
    void emptyStreams();
    void shortStreams();
    void nothingDecodes();
    void everyPrefixHasOneAnswer();
};

void TestDetectFormat::streams_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* format) { QTest::newRow(name) << name << format; };
    row("keras_2.txt", "keras");
    row("keras_mean_subtracted_2.txt", "keras");
    row("spark_2.txt", "spark");
    row("scala_2.txt", "scala");
    row("cifar_2.bin", "cifar");
}

// Decided as soon as the first line (or record) is there, and not before.
void TestDetectFormat::streams()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const std::string bytes = readFile(dataPath("wire/" + name));
    const std::size_t enough = format == "cifar" ? kCifarRecordBytes : bytes.find('\n') + 1;
    QCOMPARE(detected(std::string_view(bytes).substr(0, enough), false), format);
    QCOMPARE(detected(std::string_view(bytes).substr(0, enough - 1), false), "more");
    QCOMPARE(detected(bytes, false), format);
    QCOMPARE(detectedWhole(bytes), format);
}

void TestDetectFormat::oneDamagedLineDoesNotMislead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* format) { QTest::newRow(name) << name << format; };
    row("keras_2.txt", "keras");
    row("spark_2.txt", "spark");
    row("scala_2.txt", "scala");
}

void TestDetectFormat::oneDamagedLineDoesNotMislead()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const std::string bytes = readFile(dataPath("wire/" + name));
    for (const char* damaged : {"hello", "GET / HTTP/1.1", "1,2,3", "0.5 0.5", "312 13", "", "   ", "\r"}) {
        std::string head = damaged;
        head += '\n';
        const std::size_t first = head.size();
        head += bytes;
        QCOMPARE(detectedWhole(head), format);
        QCOMPARE(detected(head, false), format);
        // Not decided by the damaged line alone.
        QCOMPARE(detected(std::string_view(head).substr(0, first + 4'000), false), "more");
        head.insert(0, "another one\n");
        QCOMPARE(detectedWhole(head), format);
    }
}

void TestDetectFormat::binary()
{
    // One byte in a hundred outside ASCII text is not yet binary, two are.
    std::string text = file("spark_2.txt");
    for (std::size_t i = 0; i < 30; ++i)
        text[i * 100 + 50] = '\x80';
    QCOMPARE(detected(text, false), "spark"); // by its second line
    text[3'050] = '\0';
    QCOMPARE(detected(text, false), "cifar");
    // Records hold newlines and commas: the share of other bytes is looked at first.
    std::string record = file("cifar_2.bin");
    std::fill_n(record.begin() + 100, 2'000, ',');
    std::fill_n(record.begin() + 2'200, 300, '\n');
    QCOMPARE(detected(record, false), "cifar");
    // No newline within the longest line.
    QCOMPARE(detected(std::string(kMaxLineBytes - 1, '1'), false), "more");
    QCOMPARE(detected(std::string(kMaxLineBytes, '1'), false), "cifar");
}

void TestDetectFormat::emptyStreams()
{
    QCOMPARE(detected("", false), "more");
    QCOMPARE(detected("", true), "keras");
    // An end mark ends an empty stream at once, although its sender stays connected.
    QCOMPARE(detected("\n", false), "keras");
    QCOMPARE(detected("\r\n", false), "keras");
    QCOMPARE(detected("\r", false), "more");
}

void TestDetectFormat::shortStreams()
{
    QCOMPARE(detected("3158 112", false), "more");
    QCOMPARE(detectedWhole("3158 112"), "spark");
    QCOMPARE(detectedWhole("3158 112\n"), "spark");
    QCOMPARE(detectedWhole("30.5 0.6\n"), "keras");
    QCOMPARE(detectedWhole("4.0,0,0"), "scala");
    QCOMPARE(detectedWhole(std::string_view("\x03\x9e\x9f\xa5", 4)), "cifar");
}

void TestDetectFormat::nothingDecodes()
{
    // The shape of the first line, once three are known or no more can come.
    QCOMPARE(detected(std::string("1.5 2.5\n") + std::string(4'000, 'x'), false), "more");
    QCOMPARE(detected(std::string("1.5 2.5\nx\n") + std::string(4'000, 'x') + "\n", false), "keras");
    QCOMPARE(detected(std::string("1 2\nx\n") + std::string(4'000, 'x') + "\n", false), "spark");
    QCOMPARE(detected(std::string("1,2\nx\n") + std::string(4'000, 'x') + "\n", false), "scala");
    QCOMPARE(detected(std::string("1,2\n") + std::string(kMaxLineBytes, 'x'), false), "scala");
    QCOMPARE(detectedWhole("1.5 2.5\n"), "keras");
}

// Once known, the answer stays, however the bytes are cut into reads.
void TestDetectFormat::everyPrefixHasOneAnswer()
{
    for (const char* name : {"keras_2.txt", "spark_2.txt", "scala_2.txt", "cifar_2.bin"}) {
        const std::string bytes = file(name);
        const QString whole = detectedWhole(bytes);
        for (std::size_t length = 1; length < bytes.size(); length += 173) {
            const QString answer = detected(std::string_view(bytes).substr(0, length), false);
            QVERIFY(answer == "more" || answer == whole);
        }
    }
}

QTEST_GUILESS_MAIN(TestDetectFormat)
#include "tst_detect_format.moc"
