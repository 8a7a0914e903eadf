// --find, really run: the table on standard error, the answer alone on standard output, and the files.
#include "csv_table.h"
#include "program.h"

#include "test_paths.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestSearchProgram : public QObject {
    Q_OBJECT

private slots:
    void nothingHolds();
    void stopLeavesWhatWasMeasured();
    void modelThatIsNotAccurate();
};

namespace {

QJsonObject reportIn(const QTemporaryDir& folder)
{
    return QJsonDocument::fromJson(fileBytes(folder.filePath(u"report.json"_s))).object();
}

} // namespace

// No image is classified within a hundred-thousandth of a second, and one camera is all that can be tried:
// the search ends soon, whatever else is at work on the machine, which it may say in place of an answer.
void TestSearchProgram::nothingHolds()
{
    const QTemporaryDir folder, sheets;
    Iotbench iotbench(words("--find cameras --camera-rate 1000 -m resnet8 --workers 1 --max-p99 0.01 "
                            "--probe-seconds 10 --report")
        << folder.path() << "--html" << sheets.filePath(u"search.html"_s));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    QCOMPARE(iotbench.outLines().size(), 1);
    const QString answer = iotbench.outLines().front();
    VERIFY_OF(iotbench,
        answer.startsWith("Serves no camera of 1000 images/second with p99 within 0.01 ms"_L1)
            || answer.startsWith("No answer with p99 within"_L1));
    VERIFY_OF(iotbench, answer.endsWith("; resnet8, opencv fp32"_L1));
    VERIFY_OF(iotbench, !iotbench.faultOfReport().size());

    const CsvTable probes(fileBytes(folder.filePath(u"probes.csv"_s)));
    const QJsonObject study = reportIn(folder)[u"study"].toObject();
    QCOMPARE(study[u"kind"].toString(), u"search"_s);
    QCOMPARE(study[u"find"].toString(), u"cameras"_s);
    QCOMPARE(study[u"words"].toString(), answer);
    QCOMPARE(study[u"holds_at"].toDouble(), 0.0);
    QCOMPARE(study[u"probes"].toInt() + 1, static_cast<int>(probes.rows()));
    QVERIFY(study[u"measured_s"].toDouble() < study[u"took_s"].toDouble());

    const QString sheet = QString::fromUtf8(fileBytes(sheets.filePath(u"search.html"_s)));
    QVERIFY(sheet.contains(u"<h2>How many cameras?</h2>"_s));
    QVERIFY(sheet.contains(u"<span> --find</span><span> cameras</span>"_s));
    QCOMPARE(sheet.count(u"<th scope=\"row\" class=\"number\">"_s), probes.rows());
}

void TestSearchProgram::stopLeavesWhatWasMeasured()
{
    const QTemporaryDir folder;
    Iotbench iotbench(
        words("--find cameras --engine null --camera-rate 50 --probe-seconds 10 --report") << folder.path());
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitErr("as fast as it can"));
    iotbench.signal(SIGINT);
    VERIFY_EXIT(iotbench, 130);
    QCOMPARE(iotbench.outLines().size(), 1);
    VERIFY_OF(iotbench, iotbench.outLines().front().startsWith("Stopped"_L1));
    QCOMPARE(reportIn(folder)[u"study"].toObject()[u"answer"].toString(), u"stopped"_s);
    VERIFY_OF(iotbench, !iotbench.faultOfReport().size());
}

void TestSearchProgram::modelThatIsNotAccurate()
{
    const QTemporaryDir folder;
    Iotbench iotbench(
        words("--find rate -m resnet8 --workers 1 --max-p99 50 --min-accuracy 99 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 4);
    VERIFY_OF(iotbench,
        iotbench.outLines().front().startsWith("No load holds: the model is not accurate enough"_L1));
    const QJsonObject report = reportIn(folder);
    const QJsonObject verdict = report[u"verdict"].toObject(), study = report[u"study"].toObject();
    QCOMPARE(verdict[u"exit_code"].toInt(), 4);
    QCOMPARE(verdict[u"outcome"].toString(), u"completed"_s);
    QVERIFY(verdict[u"outcome_text"].isNull() || verdict[u"outcome_text"].toString().isEmpty());
    QCOMPARE(study[u"verdict"].toString(), verdict[u"overall"].toString());
    QVERIFY(study[u"holds_at"].isNull());
    QVERIFY(!fileBytes(folder.filePath(u"summary.csv"_s)).contains("stopped"));
    VERIFY_OF(iotbench, !iotbench.faultOfReport().size());
}

QTEST_GUILESS_MAIN(TestSearchProgram)
#include "tst_search_program.moc"
