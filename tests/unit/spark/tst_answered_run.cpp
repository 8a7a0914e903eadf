// Runs whose answers come from elsewhere: counted, judged and reported as those of this machine, and ended by
// the first line that cannot be taken.
#include "images/known_images.h"
#include "images/test_set.h"
#include "reports/report_reader.h"
#include "settings/settings_validation.h"
#include "spark/answered_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>

using namespace iotbench;

namespace {

constexpr const char* kEnd
    = R"({"end":"complete","source_end":"end-of-file","failure":"","bytes":1000,)"
      R"("cluster":{"slots":4,"task_cpus":2,"executors":[)"
      R"({"host":"a","classifiers":1,"images":2},{"host":"b","classifiers":2,"images":1}]}})"
      "\n";

Settings received(const std::string& engine)
{
    Settings settings;
    settings.role = Role::Receive;
    settings.engine = engine;
    settings.workers = 1;
    settings.batchSize = 1;
    return settings;
}

std::string answers(std::uint64_t first, double doneS, const std::string& lines)
{
    return R"({"first":)" + std::to_string(first) + R"(,"arrival_s":0.0,"done_s":)"
        + QByteArray::number(doneS).toStdString() + "}\n" + lines;
}

} // namespace

class TestAnsweredRun : public QObject {
    Q_OBJECT

private slots:
    void countsWhatWasAnswered();
    void judgesByTheCard();
    void tellsNoTimesOnTheWay();
    void missingImagesAreLost();
    void anUnknownLossIsInvalid();
    void endsAtTheFirstLineThatIsNone_data();
    void endsAtTheFirstLineThatIsNone();
    void writesTheReport();
    void whatIsWrongIsToldBefore();

private:
    engines::EngineRegistry m_engines;
    ModelCatalogue m_models = ModelCatalogue::standard();
    RunEnvironment m_environment{m_engines, m_models, {}};

    Result<std::unique_ptr<AnsweredRun>> prepared(const Settings& settings)
    {
        AskedSettings asked;
        asked.values = settings;
        const auto validated = validateSettings(asked);
        if (!validated.effective)
            qFatal("settings that are none");
        return AnsweredRun::prepare(*validated.effective, m_environment);
    }
    RunOutcome taken(const Settings& settings, const std::string& lines)
    {
        auto run = prepared(settings);
        if (!run)
            qFatal("%s", run.error().english().c_str());
        std::istringstream stream(lines);
        return (*run)->take(stream);
    }
};

void TestAnsweredRun::countsWhatWasAnswered()
{
    // The second chunk is known before the first; a record is rejected, one is left over at a stop.
    const RunOutcome outcome = taken(received("null"),
        R"({"peer":"10.0.0.7:10000"})"
        "\n" + answers(2, 0.5, "0,8,,,900.0,,a1\n1,,,,,too few values,\n")
            + answers(0, 1.25, "0,3,,,950.2,,a2\n1,8,,,800.0,,a1\n")
            + "{\"format\":\"spark\"}\n{\"warning\":\"a task was repeated\"}\n"
            + answers(4, 1.5, "9,,,,,not classified,\n") + kEnd);
    const RunResult& result = outcome.result;
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.counts.received, std::uint64_t(5));
    QCOMPARE(result.counts.classified, std::uint64_t(3));
    QCOMPARE(result.counts.rejected, std::uint64_t(1));
    QCOMPARE(result.counts.unclassified, std::uint64_t(1));
    const RejectedRecords& tooFew = result.rejected[std::size_t(RejectReason::TooFewValues)];
    QCOMPARE(tooFew.count, std::uint64_t(1));
    QCOMPARE(tooFew.firstLines, std::vector<std::uint64_t>{4}); // its place in the stream, not in its task
    QCOMPARE(result.elapsedS, 1.25);
    QCOMPARE(result.sources.size(), std::size_t(1));
    QCOMPARE(result.sources[0].name, std::string("10.0.0.7:10000"));
    QVERIFY(result.sources[0].format == WireFormat::Spark);
    QVERIFY(result.sources[0].end == SourceEnd::EndOfFile);
    QVERIFY(result.transport.medium == TransportMedium::Spark);
    QCOMPARE(result.transport.bytes, std::uint64_t(1'000));
    QCOMPARE(result.warnings.back().english(), std::string("a task was repeated"));
    QVERIFY(result.cluster);
    QCOMPARE(result.cluster->tasksAtOnce, 4U);
    QCOMPARE(result.engine.workers, 6U); // classifiers of two CPUs each
    QVERIFY(!result.counts.lost);
    QCOMPARE(result.content.distinct.images, std::uint64_t(2)); // two answers are of one image
    QCOMPARE(result.content.inNoSet, std::uint64_t(3));
}

void TestAnsweredRun::judgesByTheCard()
{
    Settings settings = received("opencv");
    settings.model = "resnet8";
    const auto model = m_models.load(settings.model);
    const auto images = loadBundledTestSet();
    QVERIFY(model && images);
    const ModelVariant& card = *model->variant();
    const KnownImages known(*images);
    const auto answered = [&](int shift) {
        std::string lines;
        for (std::size_t k = 0; k < images->labels.size(); ++k) {
            const std::size_t i = (k * 7 + 3) % images->labels.size(); // a cluster keeps no order
            const char predicted = static_cast<char>('0' + (card.predictions[i] - '0' + shift) % 10);
            const std::string hash = QByteArray::number(quint64(known.hash(i)), 16).toStdString();
            lines
                += "0," + std::to_string(images->labels[i]) + ',' + predicted + ",0.5,900.0,," + hash + '\n';
        }
        return taken(settings, answers(0, 20, lines) + kEnd);
    };
    const RunOutcome asTheCard = answered(0);
    QVERIFY(asTheCard.result.card);
    QCOMPARE(asTheCard.result.card->agreed, std::uint64_t(10'000));
    QCOMPARE(asTheCard.result.counts.correct, std::uint64_t(*asTheCard.result.model.cardCorrect));
    QVERIFY(asTheCard.verdict[Claim::Accuracy].judgement == Judgement::Valid);
    QCOMPARE(asTheCard.exitCode, 0);

    const RunOutcome other = answered(1);
    QCOMPARE(other.result.card->agreed, std::uint64_t(0));
    QVERIFY(other.verdict[Claim::Accuracy].judgement == Judgement::Invalid);
    QCOMPARE(other.exitCode, 3);
}

void TestAnsweredRun::tellsNoTimesOnTheWay()
{
    const RunResult result
        = taken(received("null"), answers(0, 1.25, "0,3,,,950.2,,a2\n1,8,,,800.0,,a1\n") + kEnd).result;
    QVERIFY(result.latencyOrigin == LatencyOrigin::None);
    QCOMPARE(result.latency.samples, std::uint64_t(0));
    QVERIFY(result.latencyBuckets.empty());
    QVERIFY(result.stages == StageTimes{});
    QVERIFY(!result.intervals.empty());
    for (const IntervalRow& row : result.intervals)
        QVERIFY(!row.latencyP50Ms && !row.latencyMaxMs && !row.rollingLatencyP99Ms);
    QCOMPARE(result.service.samples, std::uint64_t(2)); // which a worker measures by its own clock
    QCOMPARE(result.service.maxMs.value_or(0), 0.9502);
}

void TestAnsweredRun::missingImagesAreLost()
{
    Settings settings = received("null");
    settings.totalImages = 3;
    const RunOutcome outcome = taken(settings, answers(0, 1, "0,3,,,950.2,,a2\n") + kEnd);
    QCOMPARE(outcome.result.counts.lost, std::optional<std::uint64_t>(2));
    QVERIFY(outcome.verdict[Claim::Complete].judgement == Judgement::Invalid);
    QCOMPARE(outcome.exitCode, 3);
}

void TestAnsweredRun::anUnknownLossIsInvalid()
{
    const RunOutcome outcome = taken(received("null"),
        answers(0, 1, "0,3,,,950.2,,a2\n")
            + R"({"end":"complete","source_end":"end-of-file","cluster":{"lost_unknown":true}})"
              "\n");
    QVERIFY(!outcome.result.counts.lost);
    QVERIFY(outcome.verdict[Claim::Complete].judgement == Judgement::Invalid);
    QCOMPARE(outcome.exitCode, 3);
}

void TestAnsweredRun::endsAtTheFirstLineThatIsNone_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("failure");
    QTest::addColumn<quint64>("classified");
    const QByteArray good = QByteArray::fromStdString(answers(0, 1, "0,3,,,950.2,,a2\n"));
    const auto row = [](const char* name, const QByteArray& lines, const QByteArray& failure,
                         quint64 classified) { QTest::newRow(name) << lines << failure << classified; };
    const QByteArray line3 = "line 3 of the cluster's answers: ";
    row("nothing", "", "the cluster's driver ended before the run did", 0);
    row("no end", good, "the cluster's driver ended before the run did", 1);
    row("an answer without its place", "0,3,,,950.2,,a2\n" + good,
        "line 1 of the cluster's answers: an answer without its place in the stream", 0);
    row("words of a broken worker", good + "Killed\n" + good, line3 + "not an answer of a worker: Killed", 1);
    row("an empty line", good + "\n" + good, line3 + "not an answer of a worker: ", 1);
    row("a time that is none", good + "1,3,,,nan,,a1\n", line3 + "not an answer of a worker: 1,3,,,nan,,a1",
        1);
    row("half an answer at the end", good + "1,3,,", line3 + "not an answer of a worker: 1,3,,", 1);
    row("a line without end", good + QByteArray(1 << 22, '7'),
        line3 + "not an answer of a worker: " + QByteArray(80, '7'), 1);
    row("half an object", good + "{\"first\":1,", line3 + "not a JSON object", 1);
    row("a place that is none", good + R"({"first":-7,"arrival_s":0,"done_s":1})" + "\n" + good,
        line3 + "first is out of its range", 1);
    row("the driver's own failure", good + R"({"end":"failed","failure":"the sender went"})" + "\n",
        "the sender went", 1);
}

void TestAnsweredRun::endsAtTheFirstLineThatIsNone()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, failure);
    QFETCH(quint64, classified);
    const RunOutcome outcome = taken(received("null"), lines.toStdString());
    QVERIFY(outcome.result.end == RunEnd::Failed);
    QCOMPARE(QByteArray::fromStdString(outcome.result.failure.english()), failure);
    QCOMPARE(outcome.result.counts.classified, classified);
    QVERIFY(outcome.verdict.overall == Judgement::Invalid);
    QCOMPARE(outcome.exitCode, 1);
}

void TestAnsweredRun::writesTheReport()
{
    const QTemporaryDir folder;
    Settings settings = received("null");
    settings.report = folder.filePath("report").toStdString();
    settings.csv = folder.filePath("runs.csv").toStdString();
    const RunOutcome outcome = taken(settings, answers(0, 1, "0,3,,,950.2,,a2\n1,,,,,truncated,\n") + kEnd);
    QVERIFY(outcome.reportErrors.empty());
    const auto report = readReportFile(settings.report + "/report.json");
    QVERIFY2(report, report ? "" : report.error().english().c_str());
    QCOMPARE(report->result.counts.received, std::uint64_t(2));
    QVERIFY(report->result.cluster == outcome.result.cluster);
    for (const auto& [file, lines] : {std::pair{"report/images.csv", 3}, std::pair{"runs.csv", 2}}) {
        std::ifstream written(folder.filePath(file).toStdString());
        std::string line;
        int count = 0;
        while (std::getline(written, line))
            ++count;
        QCOMPARE(count, lines); // and a header
    }
}

void TestAnsweredRun::whatIsWrongIsToldBefore()
{
    const QTemporaryDir folder;
    std::ofstream(folder.filePath("notes.txt").toStdString()) << "kept";
    Settings settings = received("null");
    settings.report = folder.path().toStdString();
    QVERIFY(!prepared(settings)); // not empty
    settings.report.clear();
    settings.csv = folder.filePath("notes.txt").toStdString();
    QVERIFY(!prepared(settings)); // another header
    settings.csv.clear();
    settings.engine = "opencv";
    settings.model = "nowhere.onnx";
    const auto run = prepared(settings);
    QVERIFY(!run);
    QVERIFY(run.error().english().find("nowhere.onnx") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestAnsweredRun)
#include "tst_answered_run.moc"
