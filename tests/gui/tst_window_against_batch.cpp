// A run of the window beside the headless program, told the very command that the window shows: what they
// export is the same but for time.
#include "gui/window_under_test.h"
#include "integration/csv_table.h"
#include "integration/program.h"
#include "ui/base/command_box.h"
#include "ui/result/result_page.h"
#include "ui/setup/side_panels.h"

#include <QCheckBox>
#include <QSignalSpy>

using namespace iotbench;
using namespace iotbench::test;

class TestWindowAgainstBatch : public QObject {
    Q_OBJECT
private slots:
    void theExportIsThatOfTheProgram_data();
    void theExportIsThatOfTheProgram();
};

void TestWindowAgainstBatch::theExportIsThatOfTheProgram_data()
{
    QTest::addColumn<bool>("fastest");
    QTest::addColumn<QString>("pacing");
    QTest::newRow("poisson") << false << "poisson";
    QTest::newRow("as fast as possible") << true << "constant";
}

void TestWindowAgainstBatch::theExportIsThatOfTheProgram()
{
    QFETCH(bool, fastest);
    QFETCH(QString, pacing);
    WindowUnderTest test;
    test.type("imagesPerSec", QStringLiteral("400"));
    test.type("totalImages", QStringLiteral("300"));
    test.type("seed", QStringLiteral("7"));
    test.type("workers", QStringLiteral("2")); // left open, each would measure what pays
    test.type("batch-size", QStringLiteral("4"));
    if (fastest)
        test.editor<QCheckBox>("fastest")->click();
    test.choose("pacing", pacing);
    const QString command = test.window.setupPage().commands().command()->text();
    QVERIFY2(command.startsWith(QStringLiteral("iotbench --batch ")), qPrintable(command));

    QSignalSpy finished(&test.controller, &ui::RunController::finished);
    QTest::mouseClick(test.editor<QPushButton>("startStop"), Qt::LeftButton);
    QVERIFY(finished.wait(kPatienceMs));
    const QTemporaryDir folder;
    const QString ours = folder.filePath(QStringLiteral("window"));
    QSignalSpy exported(&test.window.resultPage(), &ui::ResultPage::exported);
    test.window.resultPage().exportTo(ours, ui::ExportOf::Csv);
    QVERIFY(!exported.isEmpty() || exported.wait(kPatienceMs));
    QCOMPARE(QDir(ours).entryList(QDir::Files),
        QStringList(
            {QStringLiteral("images.csv"), QStringLiteral("intervals.csv"), QStringLiteral("summary.csv")}));

    const QString theirs = folder.filePath(QStringLiteral("batch"));
    Iotbench batch(command.split(u' ', Qt::SkipEmptyParts).mid(2) << QStringLiteral("--report") << theirs);
    batch.start();
    VERIFY_EXIT(batch, 0);

    const CsvTable ourImages(fileBytes(ours + QStringLiteral("/images.csv")));
    const CsvTable theirImages(fileBytes(theirs + QStringLiteral("/images.csv")));
    QCOMPARE(ourImages.rows(), 300);
    QCOMPARE(theirImages.rows(), 300);
    // Rows come as workers finish, so by index.
    QHash<QString, QStringList> answers;
    for (qsizetype row = 0; row < 300; ++row)
        answers.insert(theirImages.at(row, "index"),
            {theirImages.at(row, "label"), theirImages.at(row, "predicted"), theirImages.at(row, "reason")});
    QCOMPARE(answers.size(), 300);
    for (qsizetype row = 0; row < 300; ++row)
        QCOMPARE(QStringList({ourImages.at(row, "label"), ourImages.at(row, "predicted"),
                     ourImages.at(row, "reason")}),
            answers.value(ourImages.at(row, "index")));

    const CsvTable ourSummary(fileBytes(ours + QStringLiteral("/summary.csv")));
    const CsvTable theirSummary(fileBytes(theirs + QStringLiteral("/summary.csv")));
    QCOMPARE(ourSummary.names().size(), theirSummary.names().size());
    for (const char* name : {"images_offered", "images_sent", "images_received", "images_classified",
             "images_rejected", "images_unclassified", "images_lost", "images_duplicated", "images_correct",
             "accuracy_pct", "accuracy_low_pct", "accuracy_high_pct", "content_distinct", "card_compared",
             "card_agreed", "role", "engine_name", "engine_version", "engine_precision", "model_name",
             "model_sha256", "model_normalisation", "engine_workers", "engine_batch_size",
             "requested_streams", "format", "pacing", "target_images_per_s", "seed", "latency_origin"}) {
        QVERIFY2(ourSummary.has(name), name);
        QVERIFY2(ourSummary.at(0, name) == theirSummary.at(0, name),
            qPrintable(QStringLiteral("%1: %2 in the window, %3 headless")
                           .arg(QLatin1String(name), ourSummary.at(0, name), theirSummary.at(0, name))));
    }
    QCOMPARE(ourSummary.at(0, "images_classified"), QStringLiteral("300"));
    QCOMPARE(ourSummary.at(0, "seed"), QStringLiteral("7"));
    QCOMPARE(ourSummary.at(0, "engine_workers"), QStringLiteral("2"));
    QCOMPARE(ourSummary.at(0, "engine_batch_size"), QStringLiteral("4"));
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestWindowAgainstBatch>(argc, argv);
}

#include "tst_window_against_batch.moc"
