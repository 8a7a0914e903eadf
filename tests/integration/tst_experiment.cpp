// The embedded experiment: sender and receiver in one process, by the command line.
#include "csv_table.h"
#include "program.h"

#include "test_paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestExperiment : public QObject {
    Q_OBJECT

private slots:
    void bundledModelsClassify_data();
    void bundledModelsClassify();
    void autoMeasuresAndNamesItsChoice();
    void theNextStartRemembersWhatWasMeasured();
    void linesAreTheOriginalReceivers();
    void nullSummaryEndsAfterTheRate();
    void summaryIsLastOnOutputAndVerdictLastOnError();
    void quietLeavesProgressAndEventsOut();
    void terminalGetsARedrawnLine();
    void everyFormatAndTransportDelivers_data();
    void everyFormatAndTransportDelivers();
    void everyPacingDelivers_data();
    void everyPacingDelivers();
    void streamsShareTheTotal();
    void durationLiftsTheDefaultTotal();
    void ownImagesFromFileAndFolder();
    void saturationIsAnOutcome();
    void missedCriteriaGiveExitCodeFour_data();
    void missedCriteriaGiveExitCodeFour();
    void aRateTakesASecondToTell_data();
    void aRateTakesASecondToTell();
    void strictMakesWeakThree();
    void floatsThatAreNotNormalisedAsTheModelWantsAreToldOf();
};

void TestExperiment::bundledModelsClassify_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("right"); // of the first 100 test images, by the model's card
    QTest::newRow("resnet20") << "resnet20"
                              << "93 or 93.0%";
    QTest::newRow("cnn") << "cnn"
                         << "89 or 89.0%";
    QTest::newRow("resnet8") << "resnet8"
                             << "90 or 90.0%";
}

void TestExperiment::bundledModelsClassify()
{
    QFETCH(QString, model);
    QFETCH(QString, right);
    Iotbench iotbench(words("-i max -t 100 -m") << model);
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(
        iotbench, iotbench.outLines().constLast().endsWith(", with " + right + " correctly classified"));
    VERIFY_OF(iotbench, iotbench.err().contains("100 of 100 predictions are the card's own"));
    VERIFY_OF(iotbench, iotbench.err().contains("100 of 100 sent images classified"));
}

void TestExperiment::autoMeasuresAndNamesItsChoice()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("-m cnn --engine auto -i max -t 100 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const QJsonObject report = QJsonDocument::fromJson(fileBytes(folder.filePath("report.json"))).object();
    const QString engine = report["engine"_L1]["name"_L1].toString();
    QVERIFY(QStringList({"opencv", "openvino", "onnxruntime"}).contains(engine));
    VERIFY_OF(iotbench, iotbench.err().contains(("engine " + engine + " alone classifies").toUtf8()));
    QVERIFY(report["engine"_L1]["alone_images_per_s"_L1].toDouble() > 0);

    const QJsonObject settings = report["settings"_L1].toObject();
    QCOMPARE(settings["engine"_L1].toString(), engine);
    QVERIFY(settings["workers"_L1].toInt() >= 1);
    const int batch = settings["batch-size"_L1].toInt();
    QVERIFY(batch >= 1 && batch <= 32);
    QStringList engines;
    for (const QJsonValue row : report["calibration"_L1]["rows"_L1].toArray())
        engines << row["engine"_L1].toString();
    QVERIFY(engines.contains(engine));
    QVERIFY(engines.contains("opencv")); // which is always there, and so always measured
}

// On a machine as busy as when it was measured, that is; so it may take another start.
void TestExperiment::theNextStartRemembersWhatWasMeasured()
{
    QTemporaryDir cache;
    const auto calibrationOf = [&cache](const char* more) {
        QTemporaryDir folder;
        Iotbench iotbench(words("-m cnn --warmup 0 -i max -t 100 --report")
            << folder.path() << QString::fromLatin1(more).split(' ', Qt::SkipEmptyParts));
        iotbench.remembersIn(cache.path());
        iotbench.start();
        iotbench.finish();
        return QJsonDocument::fromJson(fileBytes(folder.filePath("report.json")))
            .object()["calibration"_L1]
            .toObject();
    };
    QCOMPARE(calibrationOf("")["remembered"_L1], QJsonValue(false)); // there is nothing yet
    QJsonObject later;
    for (int start = 0; start < 10 && !later["remembered"_L1].toBool(); ++start)
        later = calibrationOf("");
    QCOMPARE(later["remembered"_L1], QJsonValue(true));
    QCOMPARE(later["rows"_L1].toArray().size(), 1); // how fast its choice is now
    QCOMPARE(calibrationOf("--fresh")["remembered"_L1], QJsonValue(false));
    QVERIFY(calibrationOf("--fresh")["rows"_L1].toArray().size() > 1);
}

void TestExperiment::linesAreTheOriginalReceivers()
{
    Iotbench iotbench(words("-m resnet20 --warmup 0 -i max -t 25 -r 10"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const QStringList patterns = {"Loaded trained model \\S*resnet20\\.onnx", "Start send program",
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: 10 images classified",
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: 20 images classified",
        "Inferenced 25 images in \\d+\\.\\d seconds or \\d+\\.\\d images/second, "
        "with 25 or 100\\.0% correctly classified"};
    const QStringList lines = iotbench.outLines();
    VERIFY_OF(iotbench, lines.size() == patterns.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpression whole(QRegularExpression::anchoredPattern(patterns[i]));
        QVERIFY2(whole.match(lines[i]).hasMatch(), qPrintable(lines[i] + " is not like " + patterns[i]));
    }
}

void TestExperiment::nullSummaryEndsAfterTheRate()
{
    Iotbench iotbench(words("--engine null -i max -t 30 -r 1000"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.outLines().size() == 2);
    VERIFY_OF(iotbench, iotbench.outLines().constFirst() == "Start send program");
    const QRegularExpression summary(
        "^Inferenced 30 images in \\d+\\.\\d seconds or \\d+\\.\\d images/second$");
    VERIFY_OF(iotbench, summary.match(iotbench.outLines().constLast()).hasMatch());
    VERIFY_OF(iotbench, iotbench.err().contains("accuracy    not judged\n"));
}

void TestExperiment::summaryIsLastOnOutputAndVerdictLastOnError()
{
    Iotbench iotbench(words("--engine null -i 100 -t 20"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.outLines().constLast().startsWith("Inferenced 20 images in "));
    VERIFY_OF(iotbench, iotbench.errLines().constLast() == "verdict: WEAK");
    VERIFY_OF(iotbench, !iotbench.out().contains("verdict"));
    VERIFY_OF(iotbench, !iotbench.err().contains("Inferenced"));
    VERIFY_OF(iotbench, !iotbench.err().contains('\033') && !iotbench.err().contains('\r'));
}

void TestExperiment::quietLeavesProgressAndEventsOut()
{
    Iotbench iotbench(words("--engine null -i max -t 20 --quiet"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, !iotbench.err().contains("iotbench:"));
    VERIFY_OF(iotbench, iotbench.errLines().constLast() == "verdict: WEAK");
    VERIFY_OF(iotbench, iotbench.outLines().constLast().startsWith("Inferenced 20 images in "));
}

void TestExperiment::terminalGetsARedrawnLine()
{
    if (const char* absence = OnTerminal::absence())
        QSKIP(absence);
    for (const bool coloured : {true, false}) {
        OnTerminal terminal("--engine null -i 100 -t 60");
        terminal.setEnvironment("TERM", "xterm");
        terminal.setEnvironment("NO_COLOR", coloured ? "" : "1");
        terminal.start();
        terminal.closeInput();
        VERIFY_EXIT(terminal, 0);
        VERIFY_OF(terminal, terminal.out().contains("\r\033[K"));
        VERIFY_OF(terminal, QRegularExpression("\\d+ %  \\d+ of 60 images").match(terminal.out()).hasMatch());
        VERIFY_OF(terminal, terminal.out().contains("\033[33mverdict: WEAK") == coloured);
    }
}

void TestExperiment::everyFormatAndTransportDelivers_data()
{
    QTest::addColumn<QString>("options");
    for (const char* format : {"keras", "spark", "scala", "cifar"}) {
        for (const char* transport : {"tcp", "memory"})
            QTest::addRow("%s by %s", format, transport)
                << QStringLiteral("--format %1 --transport %2").arg(format, transport);
    }
}

void TestExperiment::everyFormatAndTransportDelivers()
{
    QFETCH(QString, options);
    Iotbench iotbench(words("-m resnet8 --warmup 0 -i max -t 40") << options.split(' '));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.err().contains("40 of 40 predictions are the card's own"));
    VERIFY_OF(iotbench, !iotbench.err().contains("warning"));
}

void TestExperiment::everyPacingDelivers_data()
{
    QTest::addColumn<QString>("pacing");
    QTest::addColumn<bool>("intended");
    QTest::newRow("constant") << "constant" << true;
    QTest::newRow("poisson") << "poisson" << true;
    QTest::newRow("lognormal") << "lognormal" << true;
    QTest::newRow("original") << "original" << false;
}

void TestExperiment::everyPacingDelivers()
{
    QFETCH(QString, pacing);
    QFETCH(bool, intended);
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i 500 -t 250 --report") << folder.path() << "--pacing" << pacing);
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.err().contains("250 of 250 sent images classified"));
    const CsvTable summary(fileBytes(folder.filePath("summary.csv")));
    QCOMPARE(summary.at(0, "pacing"), pacing);
    QCOMPARE(summary.at(0, "latency_origin"), intended ? "intended" : "arrival");
    QCOMPARE(summary.at(0, "send_delay_schedule_misses").isEmpty(), !intended);
    if (intended) // the schedule spans 0.498 s; a busy machine may stretch the run, nothing shortens it
        QVERIFY(summary.at(0, "elapsed_s").toDouble() > 0.4);
}

void TestExperiment::streamsShareTheTotal()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("--engine null -i 300 -t 100 --streams 3 --report") << folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const QJsonObject report = QJsonDocument::fromJson(fileBytes(folder.filePath("report.json"))).object();
    QList<int> received;
    for (const QJsonValue source : report["sources"_L1].toArray()) {
        received << source["images"_L1]["received"_L1].toInt();
        QCOMPARE(source["end"_L1].toString(), "end_mark");
        QCOMPARE(source["complete"_L1].toBool(), true);
    }
    std::sort(received.begin(), received.end());
    QCOMPARE(received, QList<int>({33, 33, 34}));
}

void TestExperiment::durationLiftsTheDefaultTotal()
{
    Iotbench iotbench(words("--engine null -i 4000 -d 1"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const auto classified = iotbench.awaitOut("^Inferenced (\\d+) images");
    VERIFY_OF(iotbench, classified && classified->captured(1).toInt() > 100); // the default of -t
    VERIFY_OF(iotbench, classified->captured(1).toInt() <= 4'001);
}

void TestExperiment::ownImagesFromFileAndFolder()
{
    QTemporaryDir folder;
    const QByteArray twoImages = fileBytes(dataPath("wire/cifar_2.bin"));
    QCOMPARE(twoImages.size(), 2 * 3073);
    QVERIFY(writeFile(folder.filePath("a.bin"), twoImages));
    QVERIFY(writeFile(folder.filePath("b.bin"), twoImages));
    for (const QString& images : {folder.filePath("a.bin"), folder.path()}) {
        Iotbench iotbench(words("-m resnet8 --warmup 0 -i max -t 10 --images") << images);
        iotbench.start();
        VERIFY_EXIT(iotbench, 0);
        VERIFY_OF(iotbench, iotbench.err().contains("10 of 10 sent images classified"));
        // Two of the test images: known by their content, wherever they come from.
        VERIFY_OF(iotbench, iotbench.err().contains("2 of 2 predictions are the card's own"));
    }
    QVERIFY(writeFile(folder.filePath("c.bin"), twoImages.chopped(1)));
    Iotbench cut(words("-m resnet8 --warmup 0 -i max -t 10 --images") << folder.filePath("c.bin"));
    cut.start();
    VERIFY_EXIT(cut, 1);
    VERIFY_OF(cut, cut.err().contains("c.bin"));
}

void TestExperiment::saturationIsAnOutcome()
{
    Iotbench iotbench(words("-m resnet20 --warmup 0 -i 100000 -t 1000 --no-host"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    const QRegularExpression outcome(
        "^saturated: [\\d.]+ of 100000 images/s$", QRegularExpression::MultilineOption);
    VERIFY_OF(iotbench, outcome.match(iotbench.err()).hasMatch());
    VERIFY_OF(iotbench, iotbench.err().contains("grows with the length of the run"));
    const QRegularExpression slower(
        "^  \\S*iotbench --batch -m resnet20 -i [\\d.]+ -t \\d+ --warmup 0 --no-host$");
    VERIFY_OF(iotbench, slower.match(iotbench.errLines().constLast()).hasMatch());
    VERIFY_OF(iotbench, iotbench.outLines().constLast().endsWith("with 917 or 91.7% correctly classified"));
}

void TestExperiment::missedCriteriaGiveExitCodeFour_data()
{
    QTest::addColumn<QString>("criterion");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("line");
    QTest::newRow("accuracy met") << "--min-accuracy 50" << 0 << "^--min-accuracy 50 met: 93\\.00 %$";
    QTest::newRow("accuracy missed") << "--min-accuracy 99" << 4 << "^--min-accuracy 99 missed: 93\\.00 %$";
    QTest::newRow("rate missed") << "--require-rate 1000000" << 4
                                 << "^--require-rate 1000000 missed: [\\d.]+ images/s$";
    QTest::newRow("p99 at full speed") << "--max-p99 1000" << 4
                                       << "^--max-p99 1000 cannot be met, for latency is not judged: there "
                                          "were no intended send times to measure it from$";
}

void TestExperiment::missedCriteriaGiveExitCodeFour()
{
    QFETCH(QString, criterion);
    QFETCH(int, exitCode);
    QFETCH(QString, line);
    Iotbench iotbench(words("-m resnet20 --warmup 0 -i max -t 100") << criterion.split(' '));
    iotbench.start();
    VERIFY_EXIT(iotbench, exitCode);
    VERIFY_OF(iotbench, iotbench.awaitErr(line));
    VERIFY_OF(
        iotbench, iotbench.errLines().constLast() == "verdict: WEAK"); // a criterion leaves the verdict alone
}

void TestExperiment::aRateTakesASecondToTell_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("line");
    QTest::newRow("kept") << "-i 200 -d 2 --require-rate 100" << 0
                          << "^--require-rate 100 met: the target rate of 200 images/s was kept$";
    QTest::newRow("random gaps are fitted to -d")
        << "-i 100 -d 1.3 --pacing poisson --seed 1 --require-rate 100" << 0
        << "^--require-rate 100 met: the target rate of 100 images/s was kept$";
    QTest::newRow("measured") << "-i max -d 2 --require-rate 1" << 0
                              << "^--require-rate 1 met: [\\d.]+ images/s$";
    QTest::newRow("over at once")
        << "-i max -t 40 --require-rate 1" << 4
        << "^--require-rate 1 missed: [\\d.]+ images/s over 0[\\d.]* s, and it takes "
           "a second or longer to tell$";
    QTest::newRow("over before it can fall behind") << "-i 10000000 -t 40 --require-rate 10000000" << 4
                                                    << "^--require-rate 10000000 missed: [\\d.]+ images/s";
}

void TestExperiment::aRateTakesASecondToTell()
{
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, line);
    Iotbench iotbench(words("--engine null --batch-size 1") << arguments.split(' '));
    iotbench.start();
    VERIFY_EXIT(iotbench, exitCode);
    VERIFY_OF(iotbench, iotbench.awaitErr(line));
}

void TestExperiment::strictMakesWeakThree()
{
    Iotbench iotbench(words("--engine null -i max -t 10 --strict"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 3);
    VERIFY_OF(iotbench, iotbench.errLines().constLast() == "verdict: WEAK");
}

void TestExperiment::floatsThatAreNotNormalisedAsTheModelWantsAreToldOf()
{
    Iotbench iotbench(words("-m resnet20 --warmup 0 -i max -t 100 --no-subtractMean"));
    iotbench.start();
    QVERIFY2(iotbench.finish(), iotbench.account().constData());
    VERIFY_OF(iotbench, iotbench.err().contains("the stream does not look as the model wants it"));
}

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
