// --compare from end to end: runs that the program made, compared, and what a CI job does with that.
#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

// Rates that any machine keeps.
constexpr const char* kRates[] = {"80", "40"};

// Runs in turn at the limits of two machines.
constexpr const char* kRows = "run_id,start_time,label,images_per_s\n"
                              "1,2026-05-01T10:01:00.000Z,fast,600\n2,2026-05-01T10:02:00.000Z,slow,500\n"
                              "3,2026-05-01T10:03:00.000Z,fast,606\n4,2026-05-01T10:04:00.000Z,slow,504\n"
                              "5,2026-05-01T10:05:00.000Z,fast,597\n6,2026-05-01T10:06:00.000Z,slow,499\n";

} // namespace

class TestCompareProgram : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void table();
    void slowerFails();
    void asJson();
    void files();
    void inPlaceOfTheTable();
    void rowsOfACsvFile();
    void mistakes_data();
    void mistakes();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

// Three pairs in turn.
void TestCompareProgram::initTestCase()
{
    QFile rows(path(u"rows.csv"_s));
    QVERIFY(rows.open(QIODevice::WriteOnly) && rows.write(kRows) > 0);
    rows.close();
    QVERIFY(writeFile(path(u"cut.csv"_s), QByteArray(kRows).first(QByteArray(kRows).indexOf(",slow,500"))));
    for (int i = 1; i <= 3; ++i)
        for (const char* rate : kRates) {
            const QString name = QLatin1String(rate);
            Iotbench run(words("-m resnet8 --engine opencv --workers 1 --batch-size 1 -t 120 --quiet")
                << u"-i"_s << name << u"--report"_s << path(name + u'/' + QString::number(i)) << u"--csv"_s
                << path(u"runs.csv"_s) << u"--label"_s << name);
            run.start();
            VERIFY_EXIT(run, 0);
        }
    for (const QString& folder : {u"mixed"_s, u"half"_s}) {
        QVERIFY(QDir(m_folder.path()).mkdir(folder));
        QVERIFY(QFile::copy(path(u"80/1/summary.csv"_s), path(folder + u"/summary.csv"_s)));
    }
    QVERIFY(QFile::copy(path(u"80/2/report.json"_s), path(u"mixed/report.json"_s)));
    const QByteArray report = fileBytes(path(u"80/1/report.json"_s));
    QVERIFY(writeFile(path(u"half/report.json"_s), report.first(report.size() / 2)));
}

void TestCompareProgram::table()
{
    Iotbench comparing({u"--compare"_s, path(u"80"_s), path(u"40"_s)});
    comparing.start();
    VERIFY_EXIT(comparing, 0);
    const QString out = QString::fromUtf8(comparing.out());
    VERIFY_OF(comparing,
        out.contains(
            QRegularExpression(u"\\naccuracy %, 120 in both .* 0\\.00 points .* no difference shown\\n"_s)));
    VERIFY_OF(comparing, out.contains(u"\ntarget rate "_s));
    VERIFY_OF(comparing, out.contains(u"\nnot compared: images/s: the target rates differ"_s));
    VERIFY_OF(comparing, out.contains(u"compared in pairs."_s));
    QVERIFY(comparing.err().isEmpty());
}

void TestCompareProgram::slowerFails()
{
    for (const auto& [base, next, expected] :
        {std::tuple("fast", "slow", 4), std::tuple("slow", "fast", 0)}) {
        Iotbench comparing({u"--compare"_s, path(u"rows.csv#"_s + QLatin1String(base)),
            path(u"rows.csv#"_s + QLatin1String(next)), u"--fail-slower"_s, u"5"_s, u"--fail-p99"_s, u"5"_s});
        comparing.start();
        VERIFY_EXIT(comparing, expected);
        VERIFY_OF(comparing, comparing.out().contains("--fail-p99 5: not checked")); // it was not judged
    }
}

void TestCompareProgram::asJson()
{
    Iotbench comparing(
        {u"--compare"_s, path(u"80"_s), path(u"40"_s), path(u"rows.csv#slow"_s), u"--json"_s, u"-"_s});
    comparing.start();
    VERIFY_EXIT(comparing, 0);
    const QJsonObject report = QJsonDocument::fromJson(comparing.out()).object();
    QCOMPARE(report["comparisons"].toArray().size(), 2);
    const QJsonObject kept = report["comparisons"][0].toObject();
    QCOMPARE(kept["not_compared"][0]["metric"].toString(), u"images_per_s"_s);
    QVERIFY(!kept["setup_differences"].toArray().isEmpty());
    QCOMPARE(report["comparisons"][1]["name"].toString(), path(u"rows.csv#slow"_s));
}

void TestCompareProgram::files()
{
    Iotbench comparing({u"--compare"_s, path(u"rows.csv#fast"_s), path(u"rows.csv#slow"_s),
        u"--fail-slower"_s, u"5"_s, u"--junit"_s, path(u"a.xml"_s), u"--markdown"_s, path(u"a.md"_s),
        u"--json"_s, path(u"a.json"_s), u"--html"_s, path(u"a.html"_s)});
    comparing.start();
    VERIFY_EXIT(comparing, 4);
    QXmlStreamReader xml(fileBytes(path(u"a.xml"_s)));
    int failures = 0;
    while (!xml.atEnd())
        failures += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"failure"_s ? 1 : 0;
    QVERIFY(!xml.hasError());
    QCOMPARE(failures, 1);
    QVERIFY(fileBytes(path(u"a.md"_s)).contains("| images/s |"));
    QVERIFY(fileBytes(path(u"a.html"_s)).contains("#slow is "));
    QCOMPARE(QJsonDocument::fromJson(fileBytes(path(u"a.json"_s)))["exit_code"].toInt(), 4);
}

void TestCompareProgram::inPlaceOfTheTable()
{
    for (const auto& [option, start] :
        {std::pair(u"--markdown"_s, "### "), std::pair(u"--junit"_s, "<?xml ")}) {
        Iotbench comparing(
            {u"--compare"_s, path(u"rows.csv#fast"_s), path(u"rows.csv#slow"_s), option, u"-"_s});
        comparing.start();
        VERIFY_EXIT(comparing, 0);
        VERIFY_OF(comparing, comparing.out().startsWith(start));
        VERIFY_OF(comparing, !comparing.out().contains("base  "));
    }
}

void TestCompareProgram::rowsOfACsvFile()
{
    Iotbench comparing({u"--compare"_s, path(u"runs.csv#80"_s), path(u"runs.csv#40"_s)});
    comparing.start();
    VERIFY_EXIT(comparing, 0);
    VERIFY_OF(comparing, comparing.out().contains("compared in pairs."));
    VERIFY_OF(comparing, comparing.out().contains("accuracy %: it needs the answers to each image"));
}

void TestCompareProgram::mistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("one report") << QStringList{u"--compare"_s, path(u"rows.csv#fast"_s)} << 2
                                << QByteArray("--compare needs a second report");
    QTest::newRow("not there") << QStringList{u"--compare"_s, path(u"rows.csv#fast"_s), path(u"lost"_s)} << 1
                               << QByteArray("does not exist");
    QTest::newRow("itself") << QStringList{u"--compare"_s, path(u"runs.csv#80"_s), path(u"runs.csv"_s)} << 1
                            << QByteArray("have runs in common (3)");
    QTest::newRow("criterion alone") << words("--fail-slower 3 -t 10") << 2
                                     << QByteArray("--fail-slower goes with --compare");
    QTest::newRow("no number") << QStringList{u"--compare"_s, path(u"rows.csv#fast"_s),
        path(u"rows.csv#slow"_s), u"--fail-p99"_s, u"five"_s}
                               << 2 << QByteArray("--fail-p99 takes a number");
    // Nothing falls by more than all of it.
    for (const char* option : {"--fail-slower", "--fail-accuracy"})
        QTest::addRow("%s out of range", option) << QStringList{u"--compare"_s, path(u"rows.csv#fast"_s),
            path(u"rows.csv#slow"_s), QLatin1String(option),
            u"1000"_s} << 2 << QByteArray(option) + " takes a number from 0 to 100, got \"1000\"";
    QTest::newRow("row that was cut off") << QStringList{u"--compare"_s, path(u"rows.csv#fast"_s),
        path(u"cut.csv"_s)} << 1 << QByteArray("cut.csv: line 3 has 2 values for 4 columns");
    QTest::newRow("report of another run") << QStringList{u"--compare"_s, path(u"40/1"_s), path(u"mixed"_s)}
                                           << 1 << QByteArray("mixed/summary.csv: run_id is \"");
    QTest::newRow("report that was cut off") << QStringList{u"--compare"_s, path(u"40/1"_s), path(u"half"_s)}
                                             << 1 << QByteArray("half/report.json: not JSON");
    QTest::newRow("file that cannot be") << QStringList{u"--compare"_s, path(u"rows.csv#fast"_s),
        path(u"rows.csv#slow"_s), u"--junit"_s, path(u"no/such/a.xml"_s)}
                                         << 1 << QByteArray("a.xml");
}

void TestCompareProgram::mistakes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    Iotbench comparing(arguments);
    comparing.start();
    QVERIFY2(comparing.finish(), comparing.account().constData());
    QCOMPARE(comparing.exitCode(), code);
    VERIFY_OF(comparing, comparing.err().contains(says));
    QVERIFY(comparing.out().isEmpty());
}

QTEST_GUILESS_MAIN(TestCompareProgram)
#include "tst_compare_program.moc"
