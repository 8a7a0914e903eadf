// From plain values of the stages to a result: ends and faults, losses, times, and which cores were used.
#include "run/result_assembly.h"
#include "statistics/verdict.h"

#include <QtTest>

using namespace iotbench;

namespace {

constexpr std::int64_t kS = 1'000'000'000;

using Words = std::vector<std::string>;

CoreType kindOn(const char* cpus)
{
    CoreType kind;
    kind.cpus = cpus;
    return kind;
}

WorkerResult workerOn(std::initializer_list<std::pair<std::size_t, CpuUse>> uses)
{
    WorkerResult worker;
    worker.batches = {0};
    worker.cpus.resize(8);
    for (const auto& [cpu, use] : uses)
        worker.cpus[cpu] = use;
    return worker;
}

RunResult resultOf(const RunStages& stages, const Settings& settings = {}, const ProcessFacts& process = {})
{
    RunFacts facts;
    facts.settings = settings;
    return assembleResult(facts, stages, process);
}

MachineFacts machineOf(const std::vector<WorkerResult>& workers)
{
    ProcessFacts process;
    process.machine.coreTypes = {kindOn("0-3"), kindOn("4-7")};
    RunStages stages;
    stages.classifying = ClassifyingSummary{.batchSizes = {1}, .workers = workers};
    return resultOf(stages, {}, process).machine;
}

// A loopback run of two streams that sent 60 and 40 images, all of which came and were classified.
RunStages loopback()
{
    RunStages stages;
    stages.transport = TransportFacts{.medium = TransportMedium::Memory};
    stages.sending = SendingSummary{.offered = 110,
        .sent = 100,
        .bytes = 307'300,
        .firstSentNs = 5 * kS,
        .lastSentNs = 14 * kS,
        .lastIntendedNs = 13 * kS,
        .cpuNs = 3 * kS,
        .encodeCpuNs = 1 * kS,
        .sendDelay = SendDelay{.late = 7},
        .backlog = Backlog{.scheduleS = 8, .lastIntendedS = 8, .lastResultS = 9},
        .sentByStream = {60, 40}};
    stages.reading = ReadingResult{
        .end = RunEnd::Complete, .records = 100, .bytes = 307'300, .cpuNs = 2 * kS, .frameCpuNs = kS / 2};
    Collected counted;
    counted.images.counts.received = 100;
    counted.images.counts.classified = 100;
    counted.images.elapsedS = 9.5;
    for (std::uint32_t id = 0; id < 2; ++id) {
        SourceRow source;
        source.id = id;
        source.name = "whatever";
        source.counts.received = id == 0 ? 60 : 40;
        counted.images.sources.push_back(source);
    }
    counted.deliveries = {{.places = 60}, {.places = 40}};
    counted.lastDoneNs = 15 * kS;
    counted.cpuNs = kS / 4;
    stages.counted = counted;
    WorkerResult worker = workerOn({});
    worker.cpuNs = 6 * kS;
    worker.inferCpuNs = 5 * kS;
    worker.decodeCpuNs = kS / 2;
    worker.normaliseCpuNs = kS / 4;
    worker.batches = {10, 20, 0};
    stages.classifying = ClassifyingSummary{.description = "fp32, CPU",
        .workerCpus = {"0", "1"},
        .warmUp = {.inferences = 30, .seconds = 0.5},
        .batchSizes = {1, 2, 4},
        .workers = {worker, worker}};
    return stages;
}

} // namespace

class TestResultAssembly : public QObject {
    Q_OBJECT

private slots:
    void interferenceOfEachRow();
    void nothingCameAbout();
    void loopbackIsPutTogether();
    void streamsAreJoinedByTheirIds();
    void stopsLoseNothing();
    void whereOthersSend_data();
    void whereOthersSend();
    void whereTheTimeIsUp_data();
    void whereTheTimeIsUp();
    void howOthersWereRead();
    void sendingAlone();
    void imagesThatAreHeldUpCount();
    void ends_data();
    void ends();
    void theFirstFaultIsTheOutcome();
    void aStopExcusesWhatItBroke();
    void workersCountWhereTheyRan();
    void aKindWithoutWorkHasNoTime();
    void workersWhoseCpusWereChanged();
};

void TestResultAssembly::nothingCameAbout()
{
    RunFacts facts;
    facts.settings.totalImages = 10;
    facts.startUnixMs = 1'548'902'685'123;
    facts.engine.name = "opencv";
    facts.model.name = "resnet20";
    facts.calibration = Calibration{.seconds = 1.5};
    RunStages stages;
    stages.failure = verbatim("no room");
    const RunResult result = assembleResult(facts, stages, {.peakMemoryBytes = 77});
    QVERIFY(result.end == RunEnd::Failed);
    QCOMPARE(result.failure.english(), std::string("no room"));
    QCOMPARE(result.startUnixMs, std::int64_t(1'548'902'685'123));
    QCOMPARE(result.engine.name, std::string("opencv"));
    QCOMPARE(result.model.name, std::string("resnet20"));
    QCOMPARE(result.calibration->seconds, 1.5);
    QCOMPARE(result.peakMemoryBytes, std::uint64_t(77));
    QVERIFY(!result.counts.expected && !result.counts.lost);
    QVERIFY(!result.cpuStages.decodeS && !result.cpuStages.collectS);
}

void TestResultAssembly::loopbackIsPutTogether()
{
    Settings settings;
    settings.totalImages = 100;
    const RunResult result = resultOf(loopback(), settings, {.cpuS = 20});
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.failure.english(), std::string());
    QCOMPARE(result.counts.offered, std::optional<std::uint64_t>(110));
    QCOMPARE(result.counts.sent, std::optional<std::uint64_t>(100));
    QCOMPARE(result.counts.expected, std::optional<std::uint64_t>(100));
    QCOMPARE(result.counts.classified, std::uint64_t(100));
    QCOMPARE(result.counts.lost, std::optional<std::uint64_t>(0));
    QCOMPARE(result.counts.duplicated, std::optional<std::uint64_t>(0));
    QCOMPARE(result.elapsedS, 9.5);
    QCOMPARE(result.sendDelay->late, std::uint64_t(7));
    QCOMPARE(result.backlog->lastIntendedS, 8.0);
    QCOMPARE(result.backlog->lastResultS, 10.0); // done 2 s after the last one was due
    QVERIFY(result.transport.medium == TransportMedium::Memory);
    QCOMPARE(result.transport.bytes, std::uint64_t(307'300));

    const CpuByThread cpu{.senderS = 3, .readerS = 2, .workersS = 12, .collectorS = 0.25, .otherS = 2.75};
    QVERIFY(result.cpu == cpu);
    const CpuByStage stages{.encodeS = 1,
        .sendS = 2,
        .receiveS = 1.5,
        .frameS = 0.5,
        .decodeS = 1,
        .normaliseS = 0.5,
        .inferS = 10,
        .collectS = 0.25};
    QVERIFY(result.cpuStages == stages);
    QCOMPARE(result.engine.workers, 2U);
    QCOMPARE(result.engine.description, std::string("fp32, CPU"));
    QVERIFY(result.engine.workerCpus == (Words{"0", "1"}));
    const std::vector<BatchUse> batches{{.batch = 1, .batches = 20}, {.batch = 2, .batches = 40}};
    QVERIFY(result.engine.batches == batches); // sizes that were used
    QCOMPARE(result.warmUp.inferences, std::uint64_t(30));
}

void TestResultAssembly::streamsAreJoinedByTheirIds()
{
    RunStages stages = loopback();
    std::swap(stages.counted->images.sources[0], stages.counted->images.sources[1]);
    stages.counted->deliveries[1] = {.places = 38, .lost = 1}; // of 40
    stages.counted->deliveries[0] = {.places = 60, .duplicated = 2}; // of 60
    SourceRow gone; // several rows in one: nobody's stream
    gone.name = "3 earlier connections";
    stages.counted->images.sources.push_back(gone);
    const RunResult result = resultOf(stages);
    QCOMPARE(result.sources[0].counts.sent, std::optional<std::uint64_t>(40));
    QCOMPARE(result.sources[0].counts.lost, std::optional<std::uint64_t>(3));
    QCOMPARE(result.sources[0].counts.duplicated, std::optional<std::uint64_t>(0));
    QCOMPARE(result.sources[1].counts.lost, std::optional<std::uint64_t>(0));
    QCOMPARE(result.sources[1].counts.duplicated, std::optional<std::uint64_t>(2));
    QVERIFY(!result.sources[2].counts.sent);
    QCOMPARE(result.counts.lost, std::optional<std::uint64_t>(3));
    QCOMPARE(result.counts.duplicated, std::optional<std::uint64_t>(2));
}

void TestResultAssembly::stopsLoseNothing()
{
    RunStages stages = loopback();
    stages.stopped = true;
    stages.reading->end = RunEnd::Stopped;
    stages.counted->deliveries[0].places = 50;
    const RunResult result = resultOf(stages);
    QVERIFY(result.end == RunEnd::Stopped);
    QVERIFY(!result.counts.lost);
    QCOMPARE(result.counts.duplicated, std::optional<std::uint64_t>(0));
}

void TestResultAssembly::whereOthersSend_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<int>("expected"); // < 0: unlimited
    QTest::addColumn<int>("lost"); // < 0: cannot be known
    QTest::newRow("all came") << false << 100 << 0;
    QTest::newRow("more came") << false << 90 << 0;
    QTest::newRow("fewer came") << false << 130 << 30;
    QTest::newRow("unlimited") << false << -1 << -1;
    QTest::newRow("stopped") << true << 130 << -1;
}

void TestResultAssembly::whereOthersSend()
{
    QFETCH(bool, stopped);
    QFETCH(int, expected);
    QFETCH(int, lost);
    const auto maybe = [](int count) {
        return count < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(count));
    };
    RunStages stages = loopback();
    stages.sending.reset();
    stages.stopped = stopped;
    Settings settings;
    settings.role = Role::Receive;
    settings.totalImages = maybe(expected);
    const RunResult result = resultOf(stages, settings);
    QCOMPARE(result.counts.expected, maybe(expected));
    QCOMPARE(result.counts.lost, maybe(lost));
    QVERIFY(!result.counts.sent && !result.counts.duplicated && !result.backlog && !result.sendDelay);
}

void TestResultAssembly::whereTheTimeIsUp_data()
{
    QTest::addColumn<SourceEnd>("end");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("lost"); // < 0: cannot be known
    QTest::newRow("somebody was still sending") << SourceEnd::Open << 130 << -1;
    QTest::newRow("all had come") << SourceEnd::Open << 100 << 0;
    QTest::newRow("all had gone") << SourceEnd::EndMark << 130 << 30;
}

void TestResultAssembly::whereTheTimeIsUp()
{
    QFETCH(SourceEnd, end);
    QFETCH(int, expected);
    QFETCH(int, lost);
    RunStages stages = loopback();
    stages.sending.reset();
    stages.timeIsUp = true;
    stages.reading->end = RunEnd::Stopped;
    stages.counted->images.sourceEnds[std::size_t(end)].add("peer", {});
    Settings settings;
    settings.totalImages = static_cast<std::uint64_t>(expected);
    const RunResult result = resultOf(stages, settings);
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(
        result.counts.lost, lost < 0 ? std::optional<std::uint64_t>() : std::optional<std::uint64_t>(lost));
}

void TestResultAssembly::howOthersWereRead()
{
    RunStages stages = loopback();
    QVERIFY(!resultOf(stages).reading); // by ourselves
    stages.sending.reset();
    stages.reading->heldUpNs = 3 * kS;
    stages.reading->heldUpRecords = 6;
    stages.reading->probes = 4;
    stages.reading->hadNoPlace = 2;
    stages.counted->waited = 5;
    QVERIFY(resultOf(stages).reading
        == (ReadingFacts{.heldUpS = 3, .heldUpImages = 6, .waitedImages = 5, .probes = 4, .hadNoPlace = 2}));

    stages.reading->heldUpNs = 0;
    stages.counted->series.cellS = 0.1;
    stages.counted->series.cells.assign(100, TimeCell{.images = 10});
    stages.counted->series.cells[0].images = 500;
    QCOMPARE(resultOf(stages).reading->caughtUpPerS, std::optional(100.0));
    stages.counted->waited = 0; // the sender began fast
    QVERIFY(!resultOf(stages).reading->caughtUpPerS);
}

void TestResultAssembly::sendingAlone()
{
    RunStages stages = loopback();
    stages.reading.reset();
    stages.classifying.reset();
    stages.counted->images = {};
    Settings settings;
    settings.role = Role::Send;
    settings.totalImages = 110;
    RunResult result = resultOf(stages, settings);
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.counts.sent, std::optional<std::uint64_t>(100));
    QCOMPARE(result.counts.expected, std::optional<std::uint64_t>(110));
    QVERIFY(!result.counts.lost);
    QCOMPARE(result.elapsedS, 9.0); // from the first send to the last
    QCOMPARE(*result.resultsPerS, 11.0); // 99 after the first
    QCOMPARE(result.transport.bytes, std::uint64_t(307'300));
    QCOMPARE(result.backlog->lastResultS, 9.0);
    QVERIFY(!result.cpuStages.receiveS && !result.cpuStages.inferS && !result.cpuStages.collectS);

    stages.sending->failure = verbatim("the receiver closed the connection");
    result = resultOf(stages, settings);
    QVERIFY(result.end == RunEnd::Failed);
    QCOMPARE(result.failure.english(), std::string("the receiver closed the connection"));
}

// The receiver took nothing more from 8 s on, of 20.
void TestResultAssembly::imagesThatAreHeldUpCount()
{
    RunStages stages = loopback();
    stages.reading.reset();
    stages.classifying.reset();
    stages.counted->images = {};
    stages.sending->endedNs = 25 * kS;
    stages.sending->sendDelay->heldUp = HeldUp{.images = 10, .fromS = 8, .untilS = 20};
    Settings settings;
    settings.role = Role::Send;
    settings.imagesPerSecond = 10;
    const RunResult result = resultOf(stages, settings);
    QCOMPARE(result.elapsedS, 20.0); // from the first send to the end
    QCOMPARE(*result.resultsPerS, 99 / 20.0);
    QVERIFY(result.backlog == (Backlog{.scheduleS = 8, .lastIntendedS = 8, .lastResultS = 20}));
    QVERIFY(saturated(result));

    stages.sending->sendDelay->heldUp = HeldUp{.images = 1, .fromS = 19.5, .untilS = 20}; // for less than 1 s
    QCOMPARE(resultOf(stages, settings).backlog->lastResultS, 9.0);
}

void TestResultAssembly::ends_data()
{
    QTest::addColumn<RunEnd>("reading");
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<RunEnd>("run");
    QTest::newRow("complete") << RunEnd::Complete << false << RunEnd::Complete;
    QTest::newRow("nobody sent any more") << RunEnd::TimedOut << false << RunEnd::TimedOut;
    QTest::newRow("by its own time limit") << RunEnd::Stopped << false << RunEnd::Complete;
    QTest::newRow("by the user") << RunEnd::Stopped << true << RunEnd::Stopped;
    QTest::newRow("while working off") << RunEnd::Complete << true << RunEnd::Stopped;
    QTest::newRow("failed") << RunEnd::Failed << false << RunEnd::Failed;
}

void TestResultAssembly::ends()
{
    QFETCH(RunEnd, reading);
    QFETCH(bool, stopped);
    QFETCH(RunEnd, run);
    RunStages stages = loopback();
    stages.reading->end = reading;
    if (reading == RunEnd::Failed)
        stages.reading->failure = verbatim("poll: no");
    stages.stopped = stopped;
    QVERIFY(resultOf(stages).end == run);
}

void TestResultAssembly::theFirstFaultIsTheOutcome()
{
    RunStages stages = loopback();
    QVERIFY(faultsOf(stages).empty());
    stages.sending->failure = verbatim("the receiver closed the connection"); // in loopback that is ourselves
    QVERIFY(faultsOf(stages).empty());
    stages.reading->end = RunEnd::Failed;
    stages.reading->failure = verbatim("poll: no");
    stages.classifying->workers[0].error = verbatim("not enough memory");
    stages.classifying->workers[1].error = verbatim("not enough memory either");
    stages.sending->error = verbatim("out of memory");
    stages.counted->error = verbatim("out of memory"); // the same once more
    stages.outputError = verbatim("nobody reads");
    Words faults;
    for (const Message& fault : faultsOf(stages))
        faults.push_back(fault.english());
    QVERIFY(faults
        == (Words{"poll: no", "inference failed: not enough memory", "out of memory", "nobody reads"}));
    QCOMPARE(resultOf(stages).failure.english(), std::string("poll: no"));
}

void TestResultAssembly::aStopExcusesWhatItBroke()
{
    RunStages stages = loopback();
    stages.stopped = true;
    stages.reading->end = RunEnd::Failed;
    stages.reading->failure = verbatim("poll: no");
    stages.outputError = verbatim("stopped before all results were read");
    QVERIFY(resultOf(stages).end == RunEnd::Stopped);
    stages.classifying->workers[0].error = verbatim("not enough memory");
    QVERIFY(resultOf(stages).end == RunEnd::Failed);
}

void TestResultAssembly::workersCountWhereTheyRan()
{
    const MachineFacts machine = machineOf({
        workerOn({{1, {100, 900'000}}}), // on a slow core all the time
        workerOn({{5, {300, 600'000}}, {6, {100, 200'000}}}), // on two fast ones
        workerOn({{0, {10, 100'000}}, {4, {150, 300'000}}}), // moved
        workerOn({}), // had nothing to do
    });
    const CoreType& slow = machine.coreTypes[0];
    QCOMPARE(*slow.workers, 1.25);
    QCOMPARE(*slow.images, std::uint64_t(110));
    QCOMPARE(*slow.inferUs, 1'000.0 / 110);
    const CoreType& fast = machine.coreTypes[1];
    QCOMPARE(*fast.workers, 1.75);
    QCOMPARE(*fast.images, std::uint64_t(550));
    QCOMPARE(*fast.inferUs, 2.0);
}

void TestResultAssembly::aKindWithoutWorkHasNoTime()
{
    const MachineFacts machine = machineOf({workerOn({{7, {5, 10'000}}})});
    QCOMPARE(*machine.coreTypes[0].workers, 0.0);
    QCOMPARE(*machine.coreTypes[0].images, std::uint64_t(0));
    QVERIFY(!machine.coreTypes[0].inferUs);
}

void TestResultAssembly::interferenceOfEachRow()
{
    RunStages stages = loopback();
    IntervalRow row;
    row.lengthS = 0.25;
    stages.counted->images.intervals = {row, row};
    stages.counted->images.intervals[1].startS = 0.25;
    ProcessFacts process;
    process.originNs = 100 * kS;
    process.interference.seconds = 0.5;
    process.windows.resize(2);
    process.windows[0].time = {99 * kS, 100 * kS + kS / 4};
    process.windows[0].temperatureCNs = 50 * 1.25e9;
    process.windows[0].temperatureToldNs = 1.25e9;
    process.windows[1].time = {100 * kS + kS / 4, 101 * kS};
    process.windows[1].temperatureCNs = 60 * 0.75e9;
    process.windows[1].temperatureToldNs = 0.75e9;
    RunResult result = resultOf(stages, {}, process);
    QCOMPARE(result.interference.seconds, 0.5);
    QCOMPARE(*result.intervals[0].interference.temperatureC, 50.0);
    QCOMPARE(*result.intervals[1].interference.temperatureC, 60.0);
    QVERIFY(!result.intervals[0].suspendedS); // the system does not tell

    process.suspensions.emplace().add(100 * kS + kS * 3 / 10, kS / 10);
    result = resultOf(stages, {}, process);
    QCOMPARE(*result.intervals[0].suspendedS, 0.05);
    QCOMPARE(*result.intervals[1].suspendedS, 0.05);
}

void TestResultAssembly::workersWhoseCpusWereChanged()
{
    RunStages stages = loopback();
    QCOMPARE(resultOf(stages).interference.cpusChangedTo, std::string());
    stages.classifying->workers[1].cpusAtStart = {0, 1, 2, 3};
    stages.classifying->workers[1].cpusAtEnd = {3};
    QCOMPARE(resultOf(stages).interference.cpusChangedFrom, std::string("0-3"));
    QCOMPARE(resultOf(stages).interference.cpusChangedTo, std::string("3"));
    ProcessFacts process; // what was noticed while it went on stands
    process.interference.cpusChangedFrom = "0-7";
    process.interference.cpusChangedTo = "2-3";
    QCOMPARE(resultOf(stages, {}, process).interference.cpusChangedFrom, std::string("0-7"));
    QCOMPARE(resultOf(stages, {}, process).interference.cpusChangedTo, std::string("2-3"));
}

QTEST_GUILESS_MAIN(TestResultAssembly)
#include "tst_result_assembly.moc"
