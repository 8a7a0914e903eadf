// Whole runs in this process, through memory and TCP, with the engine `null`: no model is needed.
#include "images/cifar10.h"
#include "reports/report_reader.h"
#include "run/gallery_files.h"
#include "run/run.h"
#include "run/stream_ends.h"
#include "settings/settings_validation.h"
#include "unit/base/eventually.h"
#include "unit/base/no_threads.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace iotbench;
using namespace iotbench::test;

class RunTest : public QObject {
    Q_OBJECT
private slots:
    void loopbackCountsEveryImage_data();
    void loopbackCountsEveryImage();
    void severalStreamsEachHaveARow();
    void streamsShareTheSetOut();
    void noMoreSheetsAreReadThanAreSent_data();
    void noMoreSheetsAreReadThanAreSent();
    void imagesOfOnesOwnAreKnown();
    void aTargetRateGivesLatencyFromThePlan();
    void aStopIsFeltBetweenImages();
    void waitingForASenderCanBeStopped();
    void nobodyComingIsATimeOut();
    void noReceiverComing();
    void whatIsWrongIsToldBeforeTheStart_data();
    void whatIsWrongIsToldBeforeTheStart();
    void loadingTellsItsSteps();
    void theResultIsTheLastSnapshot();
    void withoutAThreadTheRunFails();
    void aRunIsKeptWithItsPictures();
    void aFolderThatCannotBeWrittenKeepsNoRunBack();

private:
    engines::EngineRegistry m_engines;
    ModelCatalogue m_models = ModelCatalogue::standard();
    RunEnvironment m_environment{m_engines, m_models, {}};

    std::unique_ptr<Run> prepared(const Settings& settings, const KeepIn& keep = {})
    {
        AskedSettings asked;
        asked.values = settings;
        auto validated = validateSettings(asked);
        if (!validated.effective)
            return nullptr;
        auto listener = bindListener(**validated.effective);
        if (!listener)
            return nullptr;
        auto run = Run::prepare(
            *validated.effective, m_environment, {.listener = std::move(*listener), .keep = keep});
        return run ? std::move(*run) : nullptr;
    }
    static Settings nullLoopback(std::uint64_t images)
    {
        Settings settings;
        settings.engine = "null";
        settings.imagesPerSecond = 0;
        settings.totalImages = images;
        return settings;
    }
};

void RunTest::loopbackCountsEveryImage_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("memory");
    for (const auto format : {WireFormat::Keras, WireFormat::Spark, WireFormat::Scala, WireFormat::Cifar})
        for (const bool memory : {false, true})
            QTest::addRow("%s %s", std::string(toString(format)).c_str(), memory ? "memory" : "tcp")
                << static_cast<int>(format) << memory;
}

void RunTest::loopbackCountsEveryImage()
{
    QFETCH(int, format);
    QFETCH(bool, memory);
    Settings settings = nullLoopback(600);
    settings.format = static_cast<WireFormat>(format);
    settings.transport = memory ? TransportKind::Memory : TransportKind::Tcp;
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunOutcome outcome = run->wait();
    const ImageCounts& counts = outcome.result.counts;
    QVERIFY(outcome.result.end == RunEnd::Complete);
    QCOMPARE(counts.sent, std::optional<std::uint64_t>(600));
    QCOMPARE(counts.received, std::uint64_t(600));
    QCOMPARE(counts.classified, std::uint64_t(600));
    QCOMPARE(counts.rejected, std::uint64_t(0));
    QCOMPARE(counts.lost, std::optional<std::uint64_t>(0));
    QCOMPARE(outcome.result.content.distinct.images, std::uint64_t(600));
    QCOMPARE(outcome.result.content.inTestSet, std::uint64_t(600));
    QCOMPARE(outcome.exitCode, 0);
}

void RunTest::severalStreamsEachHaveARow()
{
    Settings settings = nullLoopback(101);
    settings.streams = settings.senders = 3;
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunResult result = run->wait().result;
    QCOMPARE(result.sources.size(), std::size_t(3));
    QCOMPARE(result.sources[0].counts.classified, std::uint64_t(34));
    QCOMPARE(result.sources[1].counts.classified, std::uint64_t(34));
    QCOMPARE(result.sources[2].counts.classified, std::uint64_t(33));
    QVERIFY(result.sources[2].end == SourceEnd::EndMark);
    QCOMPARE(result.counts.classified, std::uint64_t(101));
}

void RunTest::streamsShareTheSetOut()
{
    Settings settings = nullLoopback(600);
    settings.streams = settings.senders = 8;
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunResult result = run->wait().result;
    QCOMPARE(result.counts.classified, std::uint64_t(600));
    QCOMPARE(result.content.distinct.images, std::uint64_t(600));
    QCOMPARE(result.content.inTestSet, std::uint64_t(600));
    QCOMPARE(result.counts.lost, std::optional<std::uint64_t>(0));
    QCOMPARE(result.counts.duplicated, std::optional<std::uint64_t>(0));
}

void RunTest::noMoreSheetsAreReadThanAreSent_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<std::optional<quint64>>("images");
    QTest::addColumn<unsigned>("streams");
    QTest::addColumn<int>("read");
    QTest::newRow("some") << Role::Loopback << std::optional<quint64>(5) << 1U << 2'500;
    QTest::newRow("over and over") << Role::Loopback << std::optional<quint64>(20'000) << 1U << 10'000;
    QTest::newRow("for a time") << Role::Loopback << std::optional<quint64>() << 1U << 10'000;
    QTest::newRow("at several places of the set")
        << Role::Loopback << std::optional<quint64>(5) << 2U << 10'000;
    QTest::newRow("whatever others send") << Role::Receive << std::optional<quint64>(5) << 1U << 10'000;
}

void RunTest::noMoreSheetsAreReadThanAreSent()
{
    QFETCH(Role, role);
    QFETCH(std::optional<quint64>, images);
    QFETCH(unsigned, streams);
    QFETCH(int, read);
    Settings settings = nullLoopback(0);
    settings.role = role;
    settings.totalImages = images;
    settings.durationS = images ? 0 : 1;
    settings.streams = settings.senders = streams;
    if (role == Role::Receive)
        settings.listen = Endpoint{"127.0.0.1", 0};
    const auto run = prepared(settings);
    QVERIFY(run);
    QCOMPARE(run->inputs().images.testSet->size(), static_cast<std::size_t>(read));
    QCOMPARE(run->inputs().images.knownTestSet->size(), static_cast<std::size_t>(read));
}

void RunTest::imagesOfOnesOwnAreKnown()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("own.bin"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const char value : {'a', 'b', 'a'}) // the third is the first once more
        file.write(QByteArray(1, '\3') + QByteArray(static_cast<qsizetype>(cifar10::kImageValues), value));
    file.close();
    Settings settings = nullLoopback(7);
    settings.images = file.fileName().toStdString();
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunResult result = run->wait().result;
    QCOMPARE(result.content.distinct.images, std::uint64_t(2));
    QCOMPARE(result.content.inOwnSet, std::uint64_t(7));
    QCOMPARE(result.content.inTestSet, std::uint64_t(0));
    QCOMPARE(result.content.inNoSet, std::uint64_t(0));
    QCOMPARE(result.counts.lost, std::optional<std::uint64_t>(0));
    QCOMPARE(result.counts.duplicated, std::optional<std::uint64_t>(0));
}

void RunTest::aTargetRateGivesLatencyFromThePlan()
{
    Settings settings = nullLoopback(800);
    settings.imagesPerSecond = 1'000;
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunResult result = run->wait().result;
    QVERIFY(result.latencyOrigin == LatencyOrigin::Intended);
    QCOMPARE(result.latency.samples, std::uint64_t(800));
    QVERIFY(result.sendDelay);
    QCOMPARE(result.sendDelay->all.samples, std::uint64_t(800));
    QCOMPARE(run->snapshot()->lateSends, std::optional(result.sendDelay->late));
    QVERIFY(result.backlog);
    QCOMPARE(result.backlog->scheduleS, 0.799);
    QVERIFY(result.backlog->lastResultS >= 0.799);
    QCOMPARE(result.counts.offered, std::optional<std::uint64_t>(800));
    QVERIFY(!result.intervals.empty());
    QVERIFY(*result.intervals.front().offered > 0);
    for (const IntervalRow& row : result.intervals) // 1,000 a second: never more than fall due in the row
        QVERIFY(static_cast<double>(*row.offered) <= row.lengthS * 1'000 + 30);
}

void RunTest::aStopIsFeltBetweenImages()
{
    Settings settings = nullLoopback(1'000'000);
    settings.imagesPerSecond = 0.001; // the second image is due when ctest has long lost its patience
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    QVERIFY(eventually([&] { return run->snapshot()->counts.classified > 0; }));
    run->requestStop();
    const RunOutcome outcome = run->wait();
    QVERIFY(outcome.result.end == RunEnd::Stopped);
    QCOMPARE(outcome.exitCode, 130);
    QCOMPARE(outcome.result.counts.received,
        outcome.result.counts.classified + outcome.result.counts.unclassified);
}

void RunTest::waitingForASenderCanBeStopped()
{
    Settings settings;
    settings.role = Role::Receive;
    settings.engine = "null";
    settings.listen = Endpoint{"", 0};
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    QVERIFY(eventually([&] {
        const auto snapshot = run->snapshot();
        return snapshot->phase == RunPhase::Waiting && snapshot->address.starts_with("127.0.0.1:");
    }));
    run->requestStop();
    const RunOutcome outcome = run->wait();
    QVERIFY(outcome.result.end == RunEnd::Stopped);
    QCOMPARE(outcome.result.counts.received, std::uint64_t(0));
}

void RunTest::nobodyComingIsATimeOut()
{
    Settings settings;
    settings.role = Role::Receive;
    settings.engine = "null";
    settings.listen = Endpoint{"", 0};
    settings.waitTimeoutS = 0.2;
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunOutcome outcome = run->wait();
    QVERIFY(outcome.result.end == RunEnd::TimedOut);
    QCOMPARE(outcome.exitCode, 3);
}

void RunTest::whatIsWrongIsToldBeforeTheStart_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown engine") << "abacus" << false << "there is no engine \"abacus\"; available: ";
    QTest::newRow("normalisation against the card")
        << "opencv" << true
        << "--normalise is for models without a card; the card of resnet20 says mean-subtracted";
}

void RunTest::whatIsWrongIsToldBeforeTheStart()
{
    QFETCH(QString, engine);
    QFETCH(bool, raw);
    QFETCH(QString, reason);
    AskedSettings asked;
    asked.values = nullLoopback(1);
    asked.values.engine = engine.toStdString();
    asked.values.model = "resnet20";
    if (raw)
        asked.values.normalise = Normalisation::Raw;
    const auto validated = validateSettings(asked);
    QVERIFY(validated.effective);
    const auto run = Run::prepare(*validated.effective, m_environment, {});
    QVERIFY(!run);
    QVERIFY2(QString::fromStdString(run.error().english()).startsWith(reason), run.error().english().c_str());
}

void RunTest::noReceiverComing()
{
    Settings settings;
    settings.role = Role::Send;
    settings.listen = Endpoint{"", 0};
    settings.waitTimeoutS = 0.2;
    auto run = prepared(settings);
    QVERIFY(run);
    run->start();
    const RunOutcome outcome = run->wait();
    QVERIFY(outcome.result.end == RunEnd::Failed);
    QCOMPARE(outcome.exitCode, 1);
    const QString failure = QString::fromStdString(outcome.result.failure.english());
    QVERIFY2(failure.startsWith("no receiver connected to 127.0.0.1:"), qPrintable(failure));
    QVERIFY2(failure.endsWith(" in time (--wait-timeout)"), qPrintable(failure));
}

void RunTest::loadingTellsItsSteps()
{
    AskedSettings asked;
    asked.values = nullLoopback(5);
    asked.values.transport = TransportKind::Memory;
    const auto settings = validateSettings(asked).effective;
    QVERIFY(settings);
    std::vector<LoadingStep> steps;
    const auto run = Run::prepare(
        *settings, m_environment, {.loading = {.begins = [&](LoadingStep step) { steps.push_back(step); }}});
    QVERIFY(bool(run));
    QCOMPARE(steps,
        (std::vector{
            LoadingStep::Images, LoadingStep::Kernels})); // it has no model, which would be read first
}

void RunTest::theResultIsTheLastSnapshot()
{
    auto run = prepared(nullLoopback(3'000));
    QVERIFY(run);
    run->start();
    const RunResult result = run->wait().result;
    const auto snapshot = run->snapshot();
    QVERIFY(snapshot->phase == RunPhase::Finished);
    QCOMPARE(snapshot->counts.classified, result.counts.classified);
    QCOMPARE(snapshot->counts.classified, std::uint64_t(3'000));
    QCOMPARE(*snapshot->progress, 1.0);
    QCOMPARE(snapshot->bytes, result.transport.bytes);
    QVERIFY(snapshot->bytes > 3'000 * 3'072);
    QVERIFY(!snapshot->lateSends); // nothing was due at a time
    std::uint64_t inRows = 0;
    for (const IntervalRow& row : result.intervals)
        inRows += row.classified;
    QCOMPARE(inRows, std::uint64_t(3'000));
}

void RunTest::withoutAThreadTheRunFails()
{
    auto run = prepared(nullLoopback(100));
    QVERIFY(run);
    {
        const test::NoThreads none;
        run->start();
    }
    QVERIFY(run->finished());
    const RunOutcome outcome = run->wait();
    QVERIFY(outcome.result.end == RunEnd::Failed);
    QVERIFY2(outcome.result.failure.english().starts_with("no thread can be started for run"),
        outcome.result.failure.english().c_str());
    QCOMPARE(outcome.exitCode, 1);
}

void RunTest::aRunIsKeptWithItsPictures()
{
    const QTemporaryDir folder;
    m_environment.keepsPictures = true;
    auto run = prepared(nullLoopback(600), {folder.filePath("kept").toStdString(), 500});
    m_environment.keepsPictures = false;
    QVERIFY(run);
    run->start();
    const RunOutcome outcome = run->wait();
    QCOMPARE(outcome.notKept.english(), std::string());
    QCOMPARE(outcome.keptFolder, folder.filePath("kept").toStdString());
    QCOMPARE(outcome.imageRowsLeftOut, std::uint64_t(100));
    QFile images(folder.filePath("kept/images.csv"));
    QVERIFY(images.open(QIODevice::ReadOnly));
    QCOMPARE(images.readAll().count('\n'), 501); // and the names of the columns
    const auto report = readReportFile(folder.filePath("kept/report.json").toStdString());
    QVERIFY2(report, report.error().english().c_str());
    QCOMPARE(report->result.counts.classified, std::uint64_t(600));
    QCOMPARE(report->imageRowsLeftOut, std::uint64_t(100));
    // The engine `null` is neither right nor wrong: its pictures are the latest ones, which are not stored.
    QVERIFY(run->gallery() && run->gallery()->kept() > 0);
    QVERIFY(readGallery(outcome.keptFolder, outcome.result.imageFacts));
}

void RunTest::aFolderThatCannotBeWrittenKeepsNoRunBack()
{
    auto run = prepared(nullLoopback(100), {"/dev/null/kept", 500});
    QVERIFY(run);
    run->start();
    const RunOutcome outcome = run->wait();
    QCOMPARE(outcome.result.counts.classified, std::uint64_t(100));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.keptFolder, std::string());
    QVERIFY2(outcome.notKept.english().starts_with("cannot make the folder /dev/null/kept: "),
        outcome.notKept.english().c_str());
}

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
