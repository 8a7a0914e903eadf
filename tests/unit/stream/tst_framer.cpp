// Bytes into records, however they were cut on their way.
#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "sanitized.h"
#include "stream/framer.h"
#include "test_paths.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

using namespace iotbench;

namespace {

constexpr std::size_t kBlockBytes = 2 * kMaxLineBytes;
const SystemClock kClock;

// Sanitizers make each byte dear: there every seventh split must do.
constexpr int kSplitStep = test::kSanitized ? 7 : 1;

struct Framed {
    std::string bytes;
    RejectReason reason = RejectReason::None;
    std::int64_t arrivalNs = 0;
};

// Feeds pieces of bytes to a framer; piece k arrives at time 100 (k + 1).
class Feeder {
public:
    explicit Feeder(FramingRules rules, std::size_t blocks = 8)
        : m_ownPool(std::make_unique<BlockPool>(kBlockBytes, blocks, kClock))
        , m_framer(*m_ownPool, rules)
    {
    }
    Feeder(FramingRules rules, BlockPool& pool)
        : m_framer(pool, rules)
    {
    }

    void feed(std::string_view piece)
    {
        m_nowNs += 100;
        while (!piece.empty()) {
            const std::span<char> room = m_framer.room(m_stop);
            const std::size_t count = std::min(room.size(), piece.size());
            std::memcpy(room.data(), piece.data(), count);
            m_framer.received(count, m_nowNs);
            piece.remove_prefix(count);
            collect();
        }
    }

    void finish()
    {
        m_framer.finish(m_nowNs += 100);
        collect();
    }

    const std::vector<Framed>& records() const { return m_records; }
    const Framer& framer() const { return m_framer; }
    std::vector<RejectReason> reasons() const
    {
        std::vector<RejectReason> reasons;
        for (const Framed& record : m_records)
            reasons.push_back(record.reason);
        return reasons;
    }

private:
    void collect()
    {
        std::array<Record, 3> some;
        while (const std::size_t count = m_framer.frame(some)) {
            for (Record& record : std::span(some).first(count)) {
                m_records.push_back({{record.data, record.length}, record.framing, record.arrivalNs});
                record = Record();
            }
        }
    }

    std::unique_ptr<BlockPool> m_ownPool;
    StopSignal m_stop;
    Framer m_framer;
    std::int64_t m_nowNs = 0;
    std::vector<Framed> m_records;
};

std::string goldenBytes(const char* name)
{
    QFile file(test::dataPath(QLatin1String("wire/") + QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string line(std::size_t length, char filler = '7')
{
    return std::string(length, filler) + "\n";
}

const FramingRules kKeras{WireFormat::Keras, true};
const FramingRules kSpark{WireFormat::Spark, true};
const FramingRules kCifar{WireFormat::Cifar, true};

} // namespace

class TestFramer : public QObject {
    Q_OBJECT

private slots:
    void everySplitOfGoldenBytes_data();
    void everySplitOfGoldenBytes();
    void singleBytes();
    void arrivalIsWhenTheLastByteCame();
    void endMark_data();
    void endMark();
    void withoutEndMark_data();
    void withoutEndMark();
    void lineLengths_data();
    void lineLengths();
    void anEndlessLineTakesOneBlock();
    void truncated_data();
    void truncated();
    void refusedRecordsHoldNoBlock();
    void recordsAreCarriedIntoTheNextBlock();
    void aBlockThatNobodyHoldsIsUsedAgain();
    void bytesAroundRecordsAreReadable();
    void emptyStream();
    void workerWaitsBehindEmptyLines();
    void roomIsEmptyOnceStopped();
};

void TestFramer::everySplitOfGoldenBytes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("told");
    QTest::addColumn<int>("step");
    QTest::addColumn<WireFormat>("format");
    // Detection decodes lines, so there only each 97th split is tried.
    QTest::newRow("keras") << "keras_2.txt" << true << kSplitStep << WireFormat::Keras;
    QTest::newRow("keras, detected") << "keras_2.txt" << false << 97 << WireFormat::Keras;
    QTest::newRow("keras -s, detected") << "keras_mean_subtracted_2.txt" << false << 97 << WireFormat::Keras;
    QTest::newRow("spark") << "spark_2.txt" << true << kSplitStep << WireFormat::Spark;
    QTest::newRow("spark, detected") << "spark_2.txt" << false << 97 << WireFormat::Spark;
    QTest::newRow("scala") << "scala_2.txt" << true << kSplitStep << WireFormat::Scala;
    QTest::newRow("scala, detected") << "scala_2.txt" << false << 97 << WireFormat::Scala;
    QTest::newRow("cifar") << "cifar_2.bin" << true << kSplitStep << WireFormat::Cifar;
    QTest::newRow("cifar, detected") << "cifar_2.bin" << false << kSplitStep << WireFormat::Cifar;
}

void TestFramer::everySplitOfGoldenBytes()
{
    QFETCH(QString, file);
    QFETCH(bool, told);
    QFETCH(int, step);
    QFETCH(WireFormat, format);
    const std::string bytes = goldenBytes(qPrintable(file));
    QVERIFY(!bytes.empty());
    std::vector<std::string> expected;
    if (format == WireFormat::Cifar) {
        expected = {bytes.substr(0, kCifarRecordBytes), bytes.substr(kCifarRecordBytes, kCifarRecordBytes)};
    } else {
        const std::size_t first = bytes.find('\n');
        const std::size_t second = bytes.find('\n', first + 1);
        expected = {bytes.substr(0, first), bytes.substr(first + 1, second - first - 1)};
    }
    const FramingRules rules{told ? std::optional(format) : std::nullopt, true};
    BlockPool pool(kBlockBytes, 2, kClock);
    for (std::size_t split = 0; split <= bytes.size(); split += static_cast<std::size_t>(step)) {
        Feeder feeder(rules, pool);
        feeder.feed(std::string_view(bytes).substr(0, split));
        feeder.feed(std::string_view(bytes).substr(split));
        feeder.finish();
        const auto& records = feeder.records();
        if (records.size() != 2 || records[0].bytes != expected[0] || records[1].bytes != expected[1]
            || records[0].reason != RejectReason::None || records[1].reason != RejectReason::None)
            QFAIL(qPrintable(QStringLiteral("split at %1").arg(split)));
        QVERIFY(feeder.framer().format() == format);
        QCOMPARE(feeder.framer().ended(), format == WireFormat::Keras);
    }
}

void TestFramer::singleBytes()
{
    const std::string bytes = goldenBytes("keras_2.txt");
    Feeder feeder({});
    for (const char& byte : bytes)
        feeder.feed({&byte, 1});
    QCOMPARE(feeder.records().size(), 2U);
    QCOMPARE(feeder.records()[0].bytes, bytes.substr(0, bytes.find('\n')));
    QVERIFY(feeder.framer().ended());
}

void TestFramer::arrivalIsWhenTheLastByteCame()
{
    Feeder feeder(kSpark);
    feeder.feed("31 2"); // at 100
    feeder.feed(" 3\n42 1\n5"); // at 200
    feeder.feed("1 1"); // at 300
    feeder.feed("\n"); // at 400
    QCOMPARE(feeder.records().size(), 3U);
    QCOMPARE(feeder.records()[0].arrivalNs, 200);
    QCOMPARE(feeder.records()[1].arrivalNs, 200);
    QCOMPARE(feeder.records()[2].arrivalNs, 400);
    QCOMPARE(feeder.records()[2].bytes, std::string("51 1"));
}

void TestFramer::endMark_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("bytesAfter");
    QTest::newRow("empty line") << QByteArray("1\n2\n\n") << 2 << 0;
    QTest::newRow("carriage return") << QByteArray("1\r\n2\r\n\r\n") << 2 << 0;
    QTest::newRow("at once") << QByteArray("\n") << 0 << 0;
    QTest::newRow("more behind") << QByteArray("1\n\n2\n3\n") << 1 << 4;
    QTest::newRow("two") << QByteArray("1\n\n\n") << 1 << 1;
}

void TestFramer::endMark()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, records);
    QFETCH(int, bytesAfter);
    Feeder feeder(kKeras);
    feeder.feed(bytes.toStdString());
    QVERIFY(feeder.framer().ended());
    QCOMPARE(static_cast<int>(feeder.records().size()), records);
    QCOMPARE(static_cast<int>(feeder.framer().afterEnd().size()), bytesAfter);
    QVERIFY(!feeder.framer().midRecord());
}

void TestFramer::withoutEndMark_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keras");
    QTest::addColumn<bool>("blankLineEnds");
    QTest::addColumn<int>("blankAt");
    QTest::newRow("spark") << QByteArray("1\n\n2\n") << false << true << 1;
    QTest::newRow("worker") << QByteArray("1\n2\n\n") << true << false << 2;
    QTest::newRow("spaces are no end mark") << QByteArray("1\n \n2\n") << true << true << 1;
    QTest::newRow("tab and carriage return") << QByteArray("1\n2\n\t\r\n") << true << true << 2;
    QTest::newRow("two carriage returns") << QByteArray("\r\r\n1\n2\n") << true << true << 0;
}

void TestFramer::withoutEndMark()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, keras);
    QFETCH(bool, blankLineEnds);
    QFETCH(int, blankAt);
    Feeder feeder({keras ? WireFormat::Keras : WireFormat::Spark, blankLineEnds});
    feeder.feed(bytes.toStdString());
    std::vector<RejectReason> expected(3, RejectReason::None);
    expected[static_cast<std::size_t>(blankAt)] = RejectReason::BlankLine;
    QVERIFY(feeder.reasons() == expected);
    QVERIFY(!feeder.framer().ended());
}

void TestFramer::lineLengths_data()
{
    QTest::addColumn<int>("length"); // without the newline
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("longest") << 131'071 << false;
    QTest::newRow("one more") << 131'072 << true;
    QTest::newRow("over a block") << 300'000 << true;
    QTest::newRow("over many blocks") << 3'000'000 << true;
}

void TestFramer::lineLengths()
{
    QFETCH(int, length);
    QFETCH(bool, tooLong);
    const auto size = static_cast<std::size_t>(length);
    for (const std::size_t piece : {std::size_t{1'000}, std::size_t{65'536}, size + 100}) {
        Feeder feeder(kSpark);
        const std::string bytes = line(5) + line(size) + line(6);
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            feeder.feed(std::string_view(bytes).substr(at, piece));
        QCOMPARE(feeder.records().size(), 3U);
        QCOMPARE(feeder.records()[0].bytes, std::string(5, '7'));
        QVERIFY(feeder.records()[1].reason == (tooLong ? RejectReason::LineTooLong : RejectReason::None));
        QCOMPARE(feeder.records()[1].bytes.size(), tooLong ? 0U : size);
        QCOMPARE(feeder.records()[2].bytes, std::string(6, '7'));
    }
}

void TestFramer::anEndlessLineTakesOneBlock()
{
    Feeder feeder(kKeras, 1); // a second block would be waited for, for ever
    for (int i = 0; i < 100; ++i)
        feeder.feed(std::string(100'000, 'x'));
    QVERIFY(feeder.records().empty());
    QVERIFY(feeder.framer().midRecord());
    feeder.finish();
    QVERIFY(feeder.reasons() == std::vector{RejectReason::Truncated});
}

void TestFramer::truncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<WireFormat>("format");
    QTest::addColumn<int>("good");
    QTest::addColumn<bool>("truncated");
    QTest::newRow("line") << QByteArray("1\n2\n3") << WireFormat::Spark << 2 << true;
    QTest::newRow("line of blanks") << QByteArray("1\n ") << WireFormat::Keras << 1 << true;
    QTest::newRow("whole lines") << QByteArray("1\n2\n") << WireFormat::Keras << 2 << false;
    QTest::newRow("record") << QByteArray(3'074, '\1') << WireFormat::Cifar << 1 << true;
    QTest::newRow("nearly two records") << QByteArray(6'145, '\1') << WireFormat::Cifar << 1 << true;
    QTest::newRow("two records") << QByteArray(6'146, '\1') << WireFormat::Cifar << 2 << false;
    QTest::newRow("nothing") << QByteArray() << WireFormat::Cifar << 0 << false;
}

void TestFramer::truncated()
{
    QFETCH(QByteArray, bytes);
    QFETCH(WireFormat, format);
    QFETCH(int, good);
    QFETCH(bool, truncated);
    Feeder feeder({format, true});
    feeder.feed(bytes.toStdString());
    QCOMPARE(static_cast<int>(feeder.records().size()), good);
    QCOMPARE(feeder.framer().midRecord(), truncated);
    feeder.finish();
    std::vector<RejectReason> expected(static_cast<std::size_t>(good), RejectReason::None);
    if (truncated)
        expected.push_back(RejectReason::Truncated);
    QVERIFY(feeder.reasons() == expected);
    QVERIFY(!feeder.framer().midRecord());
}

void TestFramer::refusedRecordsHoldNoBlock()
{
    // A flood of empty lines: a hundred thousand records out of one read, a few at a time, none holding
    // memory.
    Feeder feeder(kSpark, 1);
    feeder.feed(std::string(100'000, '\n'));
    QCOMPARE(feeder.records().size(), 100'000U);
    feeder.feed(std::string(100'000, '\n'));
    QCOMPARE(feeder.records().size(), 200'000U);
    QVERIFY(feeder.records().back().reason == RejectReason::BlankLine);
}

void TestFramer::recordsAreCarriedIntoTheNextBlock()
{
    BlockPool pool(kBlockBytes, 2, kClock);
    const StopSignal stop;
    Framer framer(pool, kSpark);
    std::array<Record, 4> records;
    const auto put = [&](const std::string& bytes) {
        const std::span<char> room = framer.room(stop);
        QVERIFY(room.size() >= bytes.size());
        std::memcpy(room.data(), bytes.data(), bytes.size());
        framer.received(bytes.size(), 1);
    };
    put(line(100'000, '1') + std::string(100'000, '2'));
    QCOMPARE(framer.frame(records), 1U);
    put(line(20'000, '2') + std::string(3, '3')); // the first block is held by a record: the rest moves on
    QCOMPARE(framer.frame(std::span(records).subspan(1)), 1U);
    QVERIFY(records[0].block.get() != records[1].block.get());
    QCOMPARE(std::string(records[0].data, records[0].length), std::string(100'000, '1'));
    QCOMPARE(std::string(records[1].data, records[1].length), std::string(120'000, '2'));
    QVERIFY(framer.midRecord());
}

void TestFramer::aBlockThatNobodyHoldsIsUsedAgain()
{
    BlockPool pool(kBlockBytes, 1, kClock);
    const StopSignal stop;
    Framer framer(pool, kSpark);
    const char* const first = framer.room(stop).data();
    for (int i = 0; i < 1'000; ++i) {
        const std::span<char> room = framer.room(stop);
        QCOMPARE(room.data(), first);
        std::memcpy(room.data(), "31 2\n", 5);
        framer.received(5, i);
        Record record;
        QCOMPARE(framer.frame({&record, 1}), 1U);
    }
}

void TestFramer::bytesAroundRecordsAreReadable()
{
    BlockPool pool(kBlockBytes, 1, kClock);
    const StopSignal stop;
    Framer framer(pool, kCifar);
    const std::span<char> room = framer.room(stop);
    framer.received(room.size() / kCifarRecordBytes * kCifarRecordBytes, 1);
    std::vector<Record> records(100);
    const std::size_t count = framer.frame(records);
    QCOMPARE(count, 85U); // 262,144 / 3,073
    int sum = 0; // under the address sanitizer these reads would fail outside the mapping
    for (std::size_t i = 1; i <= kReadableBefore; ++i)
        sum += records[0].data[-static_cast<std::ptrdiff_t>(i)];
    for (std::size_t i = 0; i < kReadableAfter; ++i)
        sum += records[count - 1].data[records[count - 1].length + i];
    QCOMPARE(sum, 0);
}

void TestFramer::emptyStream()
{
    Feeder nothing({});
    nothing.finish();
    QVERIFY(nothing.records().empty());
    QVERIFY(!nothing.framer().format());
    QVERIFY(!nothing.framer().ended());

    Feeder onlyEndMark({});
    onlyEndMark.feed("\n"); // nc -lk never closes: this must do
    QVERIFY(onlyEndMark.framer().ended());
    QVERIFY(onlyEndMark.framer().format() == WireFormat::Keras);
}

void TestFramer::workerWaitsBehindEmptyLines()
{
    Feeder feeder({std::nullopt, false});
    feeder.feed("\n");
    QVERIFY(!feeder.framer().format());
    feeder.feed(goldenBytes("spark_2.txt"));
    QVERIFY(feeder.framer().format() == WireFormat::Spark);
    const std::vector expected{RejectReason::BlankLine, RejectReason::None, RejectReason::None};
    QVERIFY(feeder.reasons() == expected);
}

void TestFramer::roomIsEmptyOnceStopped()
{
    BlockPool pool(kBlockBytes, 1, kClock);
    StopSignal stop;
    const BlockRef taken = pool.acquire(stop);
    stop.raise();
    Framer framer(pool, kKeras);
    QVERIFY(framer.room(stop).empty());
}

QTEST_APPLESS_MAIN(TestFramer)
#include "tst_framer.moc"
