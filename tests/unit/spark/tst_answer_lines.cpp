// What a cluster's driver and its workers may write, and what is refused of it: the workers' lines come from
// other machines.
#include "run/worker_lines.h"
#include "spark/answer_lines.h"

#include <QtTest>

#include <cmath>

using namespace iotbench;

namespace {

Sample classified(std::uint8_t label, std::uint8_t predicted, float probability, std::int64_t serviceNs)
{
    Sample sample;
    sample.sequence = 7;
    sample.hash = 0x00ab'cdef'0123'4567;
    sample.label = label;
    sample.predicted = predicted;
    sample.probability = probability;
    sample.classified = true;
    sample.startNs = 1'000;
    sample.doneNs = 1'000 + serviceNs;
    return sample;
}

Sample rejected(RejectReason reason)
{
    Sample sample;
    sample.reason = reason;
    return sample;
}

std::string written(const Sample& sample, bool judged)
{
    std::string line;
    appendWorkerLine(line, sample, {.judged = judged, .hashes = true});
    line.pop_back(); // the newline
    return line;
}

} // namespace

class TestAnswerLines : public QObject {
    Q_OBJECT

private slots:
    void answersComeBack();
    void classesAreThoseThatThereAre();
    void everyReasonComesBack();
    void answersThatAreNone_data();
    void answersThatAreNone();
    void newsSaysWhatStandsInIt();
    void newsOfTheEnd_data();
    void newsOfTheEnd();
    void newsThatIsNone_data();
    void newsThatIsNone();
};

void TestAnswerLines::answersComeBack()
{
    for (const bool judged : {true, false}) {
        const Sample sent = classified(3, 5, 0.75F, 950'200);
        const auto back = answeredSample(written(sent, judged), judged, 10);
        QVERIFY(back);
        QVERIFY(back->classified);
        QCOMPARE(int(back->reason), int(RejectReason::None));
        QCOMPARE(int(back->label), 3);
        QCOMPARE(int(back->predicted), judged ? 5 : 0);
        QCOMPARE(back->probability, judged ? 0.75F : 0);
        QCOMPARE(back->doneNs - back->startNs, 950'200);
        QCOMPARE(back->hash, sent.hash);
    }
    const auto left = answeredSample(written(rejected(RejectReason::None), true), true, 10);
    QVERIFY(left);
    QVERIFY(!left->classified);
    QCOMPARE(int(left->reason), int(RejectReason::None));
}

void TestAnswerLines::classesAreThoseThatThereAre()
{
    const std::string line = written(classified(3, 5, 0.75F, 950'200), true);
    QVERIFY(answeredSample(line, true, 6));
    QVERIFY(!answeredSample(line, true, 5));
    QVERIFY(!answeredSample(line, false, 3));
}

void TestAnswerLines::everyReasonComesBack()
{
    for (std::size_t i = 1; i < kRejectReasonCount; ++i) {
        const auto reason = static_cast<RejectReason>(i);
        const auto back = answeredSample(written(rejected(reason), true), true, 10);
        QVERIFY(back);
        QCOMPARE(int(back->reason), int(reason));
        QVERIFY(!back->classified);
    }
}

void TestAnswerLines::answersThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* name, const QByteArray& line) { QTest::newRow(name) << line; };
    row("nothing", "");
    row("words", "Traceback (most recent call last):");
    row("six fields", "0,3,3,0.998,950.2,");
    row("eight fields", "0,3,3,0.998,950.2,,5f,");
    row("commas alone", ",,,,,,");
    row("no label", "0,,3,0.998,950.2,,5f");
    row("label 10", "0,10,3,0.998,950.2,,5f");
    row("label 256", "0,256,3,0.998,950.2,,5f");
    row("label -1", "0,-1,3,0.998,950.2,,5f");
    row("label with a space", "0, 3,3,0.998,950.2,,5f");
    row("label 3.0", "0,3.0,3,0.998,950.2,,5f");
    row("prediction 10", "0,3,10,0.998,950.2,,5f");
    row("no prediction", "0,3,,,950.2,,5f");
    row("probability nan", "0,3,3,nan,950.2,,5f");
    row("probability inf", "0,3,3,inf,950.2,,5f");
    row("probability over 1", "0,3,3,1.001,950.2,,5f");
    row("probability below 0", "0,3,3,-0.001,950.2,,5f");
    row("probability of letters", "0,3,3,0.9x,950.2,,5f");
    row("no time", "0,3,3,0.998,,,5f");
    row("time nan", "0,3,3,0.998,nan,,5f");
    row("time inf", "0,3,3,0.998,inf,,5f");
    row("negative time", "0,3,3,0.998,-0.1,,5f");
    row("time beyond nanoseconds", "0,3,3,0.998,1e300,,5f");
    row("time beyond a double", "0,3,3,0.998,1e999,,5f");
    row("unknown reason", "0,,,,,bad luck,");
    row("reason with a carriage return", "0,,,,,truncated\r,");
    row("carriage return", "0,3,3,0.998,950.2,,5f\r");
    row("zero byte in a number", QByteArray("0,3\0,3,0.998,950.2,,5f", 22));
    row("zero bytes", QByteArray(7, '\0'));
    row("bytes beyond ASCII", "0,3,3,0.998,950.2,\xff\xfe,5f");
    row("no hash", "0,3,3,0.998,950.2,,");
    row("a hash of 0, which stands for none", "0,3,3,0.998,950.2,,0000000000000000");
    row("a hash of other letters", "0,3,3,0.998,950.2,,5g");
    row("a hash with a sign", "0,3,3,0.998,950.2,,-5f");
    row("a hash of 65 bits", "0,3,3,0.998,950.2,,10000000000000000");
    row("a megabyte", QByteArray(1 << 20, '9'));
    row("a megabyte of commas", QByteArray(1 << 20, ','));
}

void TestAnswerLines::answersThatAreNone()
{
    QFETCH(QByteArray, line);
    QVERIFY(!answeredSample(line.toStdString(), true, 10));
}

void TestAnswerLines::newsSaysWhatStandsInIt()
{
    const auto source = clusterNews(R"({"peer":"10.0.0.7:10000"})");
    QVERIFY(source);
    QCOMPARE(*source->peer, std::string("10.0.0.7:10000"));
    QVERIFY(!source->warning && !source->format && !source->answers && !source->end);

    const auto answers = clusterNews(R"({"first":9007199254740993,"arrival_s":-0.5,"done_s":1.25})");
    QVERIFY(answers && answers->answers);
    QCOMPARE(answers->answers->first, std::uint64_t(9'007'199'254'740'993)); // one that no double holds
    QCOMPARE(answers->answers->arrivalNs, -500'000'000);
    QCOMPARE(answers->answers->doneNs, 1'250'000'000);

    QVERIFY(clusterNews(R"({"format":"scala"})")->format == WireFormat::Scala);
    QCOMPARE(*clusterNews(R"({"warning":"late \u00e4"})")->warning, std::string("late ä"));
    QVERIFY(clusterNews("{}")); // says nothing
}

void TestAnswerLines::newsOfTheEnd_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("sourceEnd");
    QTest::addColumn<QByteArray>("failure");
    QTest::addColumn<quint64>("bytes");
    const auto row = [](const char* name, const char* line, RunEnd end, SourceEnd sourceEnd,
                         const char* failure, quint64 bytes) {
        QTest::newRow(name) << QByteArray(line) << int(end) << int(sourceEnd) << QByteArray(failure) << bytes;
    };
    row("complete", R"({"end":"complete","source_end":"end-mark","failure":"","bytes":110000000})",
        RunEnd::Complete, SourceEnd::EndMark, "", 110'000'000);
    row("stopped", R"({"end":"stopped","source_end":"open"})", RunEnd::Stopped, SourceEnd::Open, "", 0);
    row("failed", R"({"end":"failed","source_end":"reset","failure":"no slots"})", RunEnd::Failed,
        SourceEnd::Reset, "no slots", 0);
}

void TestAnswerLines::newsOfTheEnd()
{
    QFETCH(QByteArray, line);
    QFETCH(int, end);
    QFETCH(int, sourceEnd);
    QFETCH(QByteArray, failure);
    QFETCH(quint64, bytes);
    const auto news = clusterNews(line.toStdString());
    QVERIFY(news && news->end);
    QCOMPARE(int(news->end->end), end);
    QCOMPARE(int(news->end->sourceEnd), sourceEnd);
    QCOMPARE(news->end->failure.english(), failure.toStdString());
    QCOMPARE(news->end->bytes, bytes);
    QVERIFY(news->end->cluster == ClusterFacts{});
}

void TestAnswerLines::newsThatIsNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("error");
    const QByteArray noObject = "not a JSON object", noPlace = "answers without a place and times";
    const auto row = [](const QByteArray& line, const QByteArray& error) {
        QTest::addRow("%s", line.left(60).toPercentEncoding("{}\":,[]. ").data()) << line << error;
    };
    row("", noObject);
    row("{", noObject);
    row("null", noObject);
    row("[{\"first\":0}]", noObject);
    row("{\"peer\":\"a\"", noObject);
    row("{\"peer\":\"a\"}x", noObject);
    row("{\"peer\":\"\xff\"}", noObject);
    row(QByteArray("{\"peer\":\"a\"\0}", 13), noObject);
    row(QByteArray(100'000, '[') + QByteArray(100'000, ']'), noObject);
    row("{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}", noObject);
    row(R"({"first":-1,"arrival_s":0,"done_s":1})", "first is out of its range");
    row(R"({"first":0.5,"arrival_s":0,"done_s":1})", "first is not a whole number");
    row(R"({"first":1e30,"arrival_s":0,"done_s":1})", "first is out of its range");
    row(R"({"first":"0","arrival_s":0,"done_s":1})", "first is not a number");
    row(R"({"first":0,"done_s":1})", noPlace);
    row(R"({"first":0,"arrival_s":"0","done_s":1})", "arrival_s is not a number");
    row(R"({"first":0,"arrival_s":0,"done_s":1e300})", "done_s is out of its range");
    row(R"({"first":0,"arrival_s":-1e10,"done_s":1})", "arrival_s is out of its range");
    row(R"({"first":0,"arrival_s":0,"done_s":null})", noPlace);
    row(R"({"format":"parquet"})", "format is \"parquet\", which is no word for it");
    row(R"({"warning":3})", "warning is not a text");
    row(R"({"end":"fine","source_end":"gone"})", "end is \"fine\", which is no word for it");
    row(R"({"end":"complete","source_end":""})", "source_end is \"\", which is no word for it");
    row(R"({"end":"complete","bytes":-1})", "bytes is out of its range");
    row(R"({"end":"complete","cluster":[1,2]})", "cluster is not an object");
}

void TestAnswerLines::newsThatIsNone()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, error);
    const auto news = clusterNews(line.toStdString());
    QVERIFY(!news);
    QCOMPARE(QByteArray::fromStdString(news.error().english()), error);
}

QTEST_APPLESS_MAIN(TestAnswerLines)
#include "tst_answer_lines.moc"
