// CSV spelling, and the tables made with it, against literal text and golden files.
#include "golden_file.h"
#include "reports/csv.h"
#include "reports/csv_reader.h"
#include "reports/interval_table.h"
#include "reports/output_file.h"
#include "reports/report_json.h"
#include "reports/schema_names.h"
#include "reports/summary_row.h"
#include "test_paths.h"
#include "unit/statistics/example_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <clocale>
#include <cmath>
#include <limits>
#include <locale>
#include <thread>

using namespace iotbench;
using test::exampleRun;
using test::golden;

namespace {

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The value of a column in the one row of a summary. Only for values without quotes.
QString summaryValue(const RunResult& run, const QString& column)
{
    RunResult plain = run;
    plain.settings.label.clear();
    const QString header = QString::fromStdString(summaryHeader()).trimmed();
    const QString row = QString::fromStdString(summaryRow(reportJson({plain, judge(plain)}))).chopped(1);
    return row.split(',').value(header.split(',').indexOf(column), "no such column");
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void quotesWhatRfc4180Quotes();
    void formulasAreNeutralised();
    void everyTextComesBackAsItWas();
    void numbersAreNeverNan();
    void decimalsFromWholeNumbers_data();
    void decimalsFromWholeNumbers();
    void aGermanLocaleChangesNothing();
    void intervalsGolden();
    void summaryGolden();
    void headerAndRowHaveAsManyFields();
    void whatIsNotKnownIsEmpty();
    void appendsUnderOneHeader();
    void refusesAnotherHeader();
    void aByteOrderMarkChangesNothing();
    void everyColumnIsAFieldOfTheReport();
    void theReferenceListsEveryOldName();
    void mendsAMissingNewline();
    void appendsFromManyThreadsWithoutMixing();
    void unwritableFileIsSaidBeforeTheRun();
    void fullDiskIsReported();
};

void TestCsv::quotesWhatRfc4180Quotes()
{
    CsvText csv;
    csv.add("plain").add("a,b").add("say \"hi\"").add("two\nlines").add("").add("ümläut");
    csv.endLine();
    csv.add(std::uint64_t{18'446'744'073'709'551'615u}).addEmpty();
    csv.endLine();
    QCOMPARE(csv.text(),
        std::string("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,ümläut\n18446744073709551615,\n"));
}

void TestCsv::formulasAreNeutralised()
{
    CsvText csv;
    csv.add("=1+1").add("@sum").add("-2,5").add("+x").add("a=b").add("\ttab").add("'quoted'");
    csv.endLine();
    QCOMPARE(csv.text(), std::string("'=1+1,'@sum,\"'-2,5\",'+x,a=b,'\ttab,'quoted'\n"));
    QCOMPARE(
        readCsv(csv.text()).front(), (CsvLine{"=1+1", "@sum", "-2,5", "+x", "a=b", "\ttab", "'quoted'"}));
}

void TestCsv::everyTextComesBackAsItWas()
{
    const CsvLine texts{
        "\xef\xbb\xbflabel", "'=1", "''=1", "'", "''", "'-5", "=", "\r", "'\r\n", "\xef\xbb\xbf"};
    for (const std::string& text : texts) {
        CsvText csv;
        csv.add(text);
        csv.endLine();
        QCOMPARE(readCsv(csv.text()), std::vector<CsvLine>{CsvLine{text}});
    }
}

void TestCsv::numbersAreNeverNan()
{
    CsvText csv;
    csv.add(std::nan(""), 3).add(std::numeric_limits<double>::infinity(), 3).add(std::optional<double>(), 3);
    csv.add(1.5, 3).add(1e300 * 1e300, 3);
    csv.endLine();
    QCOMPARE(csv.text(), std::string(",,,1.5,\n"));
}

void TestCsv::decimalsFromWholeNumbers_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("text");
    QTest::newRow("1.25") << qint64(1'250) << 3 << "1.25";
    QTest::newRow("below one") << qint64(7) << 3 << "0.007";
    QTest::newRow("whole") << qint64(12'000) << 3 << "12";
    QTest::newRow("zero") << qint64(0) << 6 << "0";
    QTest::newRow("negative") << qint64(-1'500) << 3 << "-1.5";
    QTest::newRow("no places") << qint64(120) << 0 << "120";
}

void TestCsv::decimalsFromWholeNumbers()
{
    QFETCH(qint64, units);
    QFETCH(int, places);
    QFETCH(QString, text);
    CsvText csv;
    csv.addDecimal(units, places);
    QCOMPARE(QString::fromStdString(csv.text()), text);
}

void TestCsv::aGermanLocaleChangesNothing()
{
    struct German : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    const std::locale before = std::locale::global(std::locale(std::locale(), new German)); // of C++ streams
    std::setlocale(LC_ALL, "de_DE.UTF-8"); // of C functions, where it is installed
    CsvText csv;
    csv.add(1234.5, 3).add(std::uint64_t{1'234'567}).addDecimal(1'500, 3);
    std::setlocale(LC_ALL, "C");
    std::locale::global(before);
    QCOMPARE(csv.text(), std::string("1234.5,1234567,1.5"));
}

void TestCsv::intervalsGolden()
{
    const QByteArray text = QByteArray::fromStdString(intervalTable(exampleRun()));
    QCOMPARE(text, golden("intervals.csv", text));
    QCOMPARE(text.split('\n').value(1), QByteArray("0,0.25,250,250,248,992,228,0,1.25,,3.5,91.935,,,,,,,"));
}

void TestCsv::summaryGolden()
{
    const RunResult run = exampleRun();
    const QByteArray text
        = QByteArray::fromStdString(summaryHeader() + summaryRow(reportJson({run, judge(run)})));
    QCOMPARE(text, golden("summary.csv", text));
    QVERIFY(text.contains("\"gateway \"\"A\"\", lab 2\"")); // the label
    QCOMPARE(summaryValue(run, "images_per_s"), "1000");
    QCOMPARE(summaryValue(run, "accuracy_pct"), "92.12");
    QCOMPARE(summaryValue(run, "latency_p99_ms"), "3");
    QCOMPARE(summaryValue(run, "cpu_us_per_image"), "1000");
    QCOMPARE(summaryValue(run, "cpu_overhead_us_per_image"), "125");
    QCOMPARE(summaryValue(run, "start_time"), "2019-01-31T02:44:45.123Z");
}

void TestCsv::headerAndRowHaveAsManyFields()
{
    RunResult run = exampleRun();
    run.settings.label.clear();
    QCOMPARE(QString::fromStdString(summaryHeader()).count(','),
        QString::fromStdString(summaryRow(reportJson({run, judge(run)}))).count(','));
    const RunResult nothing;
    QCOMPARE(QString::fromStdString(summaryHeader()).count(','),
        QString::fromStdString(summaryRow(reportJson({nothing, judge(nothing)}))).count(','));
}

void TestCsv::whatIsNotKnownIsEmpty()
{
    RunResult run = exampleRun();
    run.counts.lost.reset();
    run.latency = {5, 1.0, {}, {}, {}, {}, {}, 2.0};
    run.engine.infers = false;
    QCOMPARE(summaryValue(run, "images_lost"), "");
    QCOMPARE(summaryValue(run, "latency_p50_ms"), "");
    QCOMPARE(summaryValue(run, "latency_max_ms"), "2");
    QCOMPARE(summaryValue(run, "images_correct"), "");
    QCOMPARE(summaryValue(run, "accuracy_pct"), "");
    QCOMPARE(summaryValue(run, "verdict_accuracy"), "not_judged");
    QCOMPARE(summaryValue(run, "temperature"), "no such column");

    run.settings.role = Role::Send;
    QCOMPARE(summaryValue(run, "images_received"), "");
    QCOMPARE(summaryValue(run, "images_sent"), "10000");
    run.elapsedS = 0;
    QCOMPARE(summaryValue(run, "images_per_s"), "");
}

void TestCsv::appendsUnderOneHeader()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("all.csv").toStdString();
    const RunResult run = exampleRun();
    QVERIFY(!checkSummaryFile(path));
    QVERIFY(!appendSummary(path, reportJson({run, judge(run)})));
    QVERIFY(!checkSummaryFile(path));
    QVERIFY(!appendSummary(path, reportJson({run, judge(run)})));
    const std::string row = summaryRow(reportJson({run, judge(run)}));
    QCOMPARE(readAll(folder.filePath("all.csv")).toStdString(), summaryHeader() + row + row);
}

void TestCsv::refusesAnotherHeader()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("other.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b,c\n1,2,3\n");
    file.close();
    const std::string path = file.fileName().toStdString();
    const auto error = checkSummaryFile(path);
    QVERIFY(error);
    QCOMPARE(error->message.english(),
        path + " has other columns than this version writes: give another file to --csv");
    QVERIFY(appendSummary(path, reportJson({exampleRun(), judge(exampleRun())})));
    QCOMPARE(readAll(file.fileName()), QByteArray("a,b,c\n1,2,3\n"));
}

void TestCsv::aByteOrderMarkChangesNothing()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("marked.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xef\xbb\xbf" + QByteArray::fromStdString(summaryHeader()));
    file.close();
    QVERIFY(!checkSummaryFile(file.fileName().toStdString()));
}

// One name for one thing: a column is a path of report.json that leads to one value.
void TestCsv::everyColumnIsAFieldOfTheReport()
{
    const QJsonObject schema = reportSchema();
    for (const char* path : summaryPaths()) {
        QJsonObject field = schema;
        for (const QString& name : QString::fromLatin1(path).split('.')) {
            for (const QJsonValue choice : field["anyOf"].toArray())
                if (choice["properties"].isObject())
                    field = choice.toObject();
            field = field["properties"][name].toObject();
        }
        QVERIFY2(!field.isEmpty(), path);
        QVERIFY2(field["type"] != "object" && field["type"] != "array", path);
    }
}

void TestCsv::theReferenceListsEveryOldName()
{
    const QByteArray reference = readAll(test::sourcePath(QStringLiteral("docs/report.md")));
    for (const auto& names : {renamedColumns(), renamedFields()})
        for (const RenamedField& name : names) {
            const QByteArray is = *name.is == '\0' ? QByteArray("gone") : '`' + QByteArray(name.is) + '`';
            QVERIFY2(reference.contains("| `" + QByteArray(name.was) + "` | " + is + " |"), name.was);
        }
}

void TestCsv::mendsAMissingNewline()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("cut.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(summaryHeader() + "half a row"));
    file.close();
    const RunResult run = exampleRun();
    QVERIFY(!appendSummary(file.fileName().toStdString(), reportJson({run, judge(run)})));
    QCOMPARE(readAll(file.fileName()).toStdString(),
        summaryHeader() + "half a row\n" + summaryRow(reportJson({run, judge(run)})));
}

void TestCsv::appendsFromManyThreadsWithoutMixing()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("all.csv").toStdString();
    const RunResult run = exampleRun();
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 10; ++k)
                appendSummary(path, reportJson({run, judge(run)}));
        });
    for (std::thread& thread : threads)
        thread.join();
    std::string expected = summaryHeader();
    for (int i = 0; i < 80; ++i)
        expected += summaryRow(reportJson({run, judge(run)}));
    QCOMPARE(readAll(folder.filePath("all.csv")).toStdString(), expected);
}

void TestCsv::unwritableFileIsSaidBeforeTheRun()
{
    const auto error = checkSummaryFile("/proc/no/such/folder/all.csv");
    QVERIFY(error);
    QCOMPARE(error->message.english(),
        std::string("cannot open /proc/no/such/folder/all.csv: No such file or directory"));
}

void TestCsv::fullDiskIsReported()
{
    auto file = OutputFile::openLocked("/dev/full");
    QVERIFY(bool(file));
    file->write("something");
    const auto error = file->close();
    QVERIFY(error);
    QCOMPARE(error->message.english(), std::string("cannot write /dev/full: No space left on device"));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
