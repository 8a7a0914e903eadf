// The kept runs: listed, sorted, labelled, deleted and brought back.
#include "kept_example.h"
#include "settings/settings_json.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/setup/last_runs_panel.h"
#include "window_test.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

using namespace iotbench;
using namespace iotbench::ui;
using test::exampleRun;
using test::keep;
using test::runAt;

namespace {

QStringList labels(const HistoryPage& page)
{
    QStringList texts;
    const auto* view = page.findChild<QTableView*>();
    for (int row = 0; row < view->model()->rowCount(); ++row)
        texts << view->model()->index(row, HistoryModel::Label).data().toString();
    return texts;
}

} // namespace

class TestHistoryPage : public QObject {
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale::c()); }
    void aLineTellsTheRun();
    void aLineTellsWhatASearchFound_data();
    void aLineTellsWhatASearchFound();
    void theModelKeepsItsRows();
    void columnsSortByTheirFigures();
    void aLabelIsEditedInPlace();
    void aDeletedRunComesBack();
    void theStoreIsBounded();
    void aRunThatFailedAtOnceIsNotKept();
    void openAsksForTheFolder();
    void wordsFindRuns();
    void severalAreDeletedAtOnceAndComeBack();
    void severalAreCompared();
    void reportsAreImported();
    void lastRunsStandWhole();
};

void TestHistoryPage::aLineTellsTheRun()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    HistoryModel model(runs);
    keep(runs, root.path(), exampleRun());
    QCOMPARE(model.rowCount(), 1);
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(HistoryModel::Label), "gateway \"A\", lab 2");
    QCOMPARE(text(HistoryModel::Kind), "Run");
    QCOMPARE(text(HistoryModel::Model), "resnet20");
    QCOMPARE(text(HistoryModel::Engine), "opencv fp32");
    QCOMPARE(text(HistoryModel::Rate).remove(','), "1000.0");
    QCOMPARE(text(HistoryModel::Accuracy), "92.12 %");
    QCOMPARE(text(HistoryModel::LatencyP99), "3.00 ms");
    QCOMPARE(text(HistoryModel::Verdict), "✓ valid");
}

void TestHistoryPage::aLineTellsWhatASearchFound_data()
{
    QTest::addColumn<QByteArray>("study");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("lastRun");
    const auto row = [](const char* name, const QByteArray& study, const char* kind, const char* lastRun) {
        QTest::newRow(name) << study << kind << lastRun;
    };
    row("cameras", R"({"answer": "serves", "verdict": "VALID", "holds_at": 62, "camera_rate": 15})",
        "Search: 62 cameras", "62 cameras");
    row("a rate", R"({"answer": "serves", "holds_at": 487})", "Search: 487 images/s", "487 images/s");
    row("stopped", R"({"answer": "stopped", "holds_at": 62, "camera_rate": 15})",
        "Search: at least 62 cameras", "at least 62 cameras");
    row("nothing holds", R"({"answer": "nothing", "holds_at": 0, "camera_rate": 15})", "Search: 0 cameras",
        "0 cameras");
    row("not known", R"({"answer": "stopped", "camera_rate": 15})", "Search", "1000/s");
    row("beyond belief", R"({"answer": "serves", "holds_at": 1e300, "camera_rate": 15})", "Search", "1000/s");
    row("no study", "[62]", "Search", "1000/s");
}

void TestHistoryPage::aLineTellsWhatASearchFound()
{
    QFETCH(QByteArray, study);
    const QTemporaryDir root;
    KeptRuns kept(root.path());
    keep(kept, root.path(), exampleRun());
    const QDir folder(QString::fromStdString(kept.list().at(0).folder));
    const auto write = [&](const char* name, const QByteArray& text) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    };
    write("probes.csv", "purpose\n");
    write("report.json", R"({"study": )" + study + '}');
    KeptRuns runs(root.path());
    const HistoryModel model(runs);
    QTEST(model.index(0, HistoryModel::Kind).data().toString(), "kind");
    QCOMPARE(model.index(0, HistoryModel::Verdict).data().toString(),
        study.contains("VALID") ? "✓ valid" : "▲ weak"); // its own, whatever its last run's
    const LastRunsPanel panel(runs);
    QTEST(panel.findChild<QTableWidget*>()->item(0, 2)->text().remove(','), "lastRun");
}

void TestHistoryPage::lastRunsStandWhole()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    LastRunsPanel panel(runs);
    for (int minute = 0; minute < 3; ++minute)
        keep(runs, root.path(), runAt(minute));
    panel.resize(500, 400);
    panel.show();
    const auto* table = panel.findChild<QTableWidget*>();
    AWAIT(table->isVisible());
    QCOMPARE(table->rowCount(), 3);
    const int end = table->rowViewportPosition(2) + table->rowHeight(2);
    QVERIFY2(end <= table->viewport()->height(), qPrintable(QString::number(end)));
    QCOMPARE(table->verticalScrollBar()->maximum(), 0);
}

void TestHistoryPage::theModelKeepsItsRows()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    HistoryModel model(runs);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int minute = 0; minute < 3; ++minute)
        keep(runs, root.path(), runAt(minute));
    const QPersistentModelIndex middle = model.index(1, 0);
    QVERIFY(runs.remove({model.index(0, 0).data(HistoryModel::FolderRole).toString()}).isEmpty());
    QCOMPARE(middle.row(), 0);
    keep(runs, root.path(), runAt(9));
    QCOMPARE(middle.row(), 1);
    QCOMPARE(resets.size(), 0);
    KeptRuns again(root.path()); // after a restart
    QCOMPARE(again.list().size(), std::size_t(4)); // the removed one is still on the disk
}

void TestHistoryPage::columnsSortByTheirFigures()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    for (int minute = 0; minute < 4; ++minute)
        keep(runs, root.path(), runAt(minute));
    HistoryPage page(runs);
    QCOMPARE(labels(page), (QStringList{"run 3", "run 2", "run 1", "run 0"}));
    page.table().sortByColumn(HistoryModel::Rate, Qt::AscendingOrder);
    QCOMPARE(labels(page), (QStringList{"run 3", "run 1", "run 2", "run 0"})); // 500, 500, 1,000, 1,000
    page.table().sortByColumn(HistoryModel::Label, Qt::AscendingOrder);
    QCOMPARE(labels(page), (QStringList{"run 0", "run 1", "run 2", "run 3"}));
}

void TestHistoryPage::aLabelIsEditedInPlace()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    keep(runs, root.path(), runAt(0));
    HistoryPage page(runs);
    QSignalSpy told(&page, &Page::noticed);
    const QModelIndex label = page.model().index(0, HistoryModel::Label);
    QVERIFY(page.model().flags(label) & Qt::ItemIsEditable);
    QVERIFY(page.model().setData(label, " new fan "));
    QCOMPARE(runs.list().at(0).label, "new fan");
    QVERIFY(!page.model().setData(page.model().index(0, HistoryModel::Model), "x"));
    std::filesystem::remove(runs.list().at(0).folder / "report.json");
    QVERIFY(!page.model().setData(label, "other"));
    QCOMPARE(told.size(), 1);
}

void TestHistoryPage::aDeletedRunComesBack()
{
    const QTemporaryDir root;
    QString folder;
    {
        KeptRuns runs(root.path());
        keep(runs, root.path(), runAt(0));
        folder = QString::fromStdString(runs.list().at(0).folder);
        HistoryPage page(runs);
        page.table().selectRow(0);
        Notice notice;
        connect(&page, &Page::noticed, this, [&](const Notice& told) { notice = told; });
        page.barActions().at(4)->trigger();
        QVERIFY(runs.list().empty());
        QCOMPARE(notice.remedy, "Undo");
        const auto undo = notice.act;
        undo();
        QCOMPARE(runs.list().size(), std::size_t(1));
        page.table().selectRow(0);
        page.barActions().at(4)->trigger();
        QVERIFY(runs.list().empty());
        const QList<QAction*> actions = page.actions();
        const auto byKey = std::ranges::find(actions, QKeySequence(QKeySequence::Undo), &QAction::shortcut);
        QVERIFY(byKey != actions.end());
        (*byKey)->trigger(); // where the message has gone
        QCOMPARE(runs.list().size(), std::size_t(1));
        page.table().selectRow(0);
        page.barActions().at(4)->trigger();
        QVERIFY(QFileInfo::exists(folder + "/report.json")); // until then it can be brought back
    }
    QVERIFY(!QFileInfo::exists(folder));
}

void TestHistoryPage::theStoreIsBounded()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path(), {3, 1'000'000'000});
    for (int minute = 0; minute < 6; ++minute)
        keep(runs, root.path(), runAt(minute));
    QCOMPARE(runs.list().size(), std::size_t(3));
    QCOMPARE(runs.list().back().label, "run 3");
}

void TestHistoryPage::aRunThatFailedAtOnceIsNotKept()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    RunResult run = exampleRun();
    run.end = RunEnd::Failed;
    run.failure = verbatim("port taken");
    run.counts = {};
    keep(runs, root.path(), run);
    QVERIFY(runs.list().empty());
    QCOMPARE(QDir(root.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
}

void TestHistoryPage::openAsksForTheFolder()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    HistoryPage page(runs);
    QVERIFY(!page.barActions().at(0)->isEnabled());
    QVERIFY(page.table().isHidden());
    keep(runs, root.path(), runAt(0));
    QVERIFY(!page.table().isHidden());
    page.table().selectRow(0);
    QVERIFY(page.barActions().at(0)->isEnabled());
    QSignalSpy asked(&page, &HistoryPage::openRequested);
    page.barActions().at(0)->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), QString::fromStdString(runs.list().at(0).folder));
}

void TestHistoryPage::wordsFindRuns()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    for (int minute = 0; minute < 3; ++minute)
        keep(runs, root.path(), runAt(minute));
    RunResult other = runAt(3);
    other.model.name = "cnn";
    other.machine.hostName = "edge-box.lab";
    other.engine.name = "openvino";
    other.end = RunEnd::Failed;
    keep(runs, root.path(), other);
    QCOMPARE(HistoryModel(runs).index(0, HistoryModel::Verdict).data().toString(), "✗ invalid");
    HistoryPage page(runs);
    page.search().setText("CNN");
    QCOMPARE(labels(page), QStringList{"run 3"});
    QVERIFY(page.barActions().at(0)->isEnabled()); // the one that is left is chosen
    page.search().setText("resnet20 2");
    QCOMPARE(labels(page).first(), "run 2");
    for (const char* words : {"inval", "openv", "EDGE", "box", "lab cnn"}) {
        page.search().setText(words);
        QCOMPARE(labels(page), QStringList{"run 3"});
    }
    for (const char* words : {"valid", "resn", "opencv fp32", "gateway"}) {
        page.search().setText(words);
        QCOMPARE(labels(page), (QStringList{"run 2", "run 1", "run 0"}));
    }
    page.search().setText("nothing like it");
    QVERIFY(labels(page).isEmpty());
    for (int action = 0; action < 5; ++action)
        QVERIFY(!page.barActions().at(action)->isEnabled());
    page.search().clear();
    QCOMPARE(labels(page).size(), 4);
}

void TestHistoryPage::severalAreDeletedAtOnceAndComeBack()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    for (int minute = 0; minute < 4; ++minute)
        keep(runs, root.path(), runAt(minute));
    HistoryPage page(runs);
    page.table().selectRow(0);
    page.table().selectionModel()->select(
        page.table().model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(!page.barActions().at(0)->isEnabled()); // which of them would it open?
    Notice notice;
    connect(&page, &Page::noticed, this, [&](const Notice& told) { notice = told; });
    page.barActions().at(4)->trigger();
    QCOMPARE(labels(page), (QStringList{"run 2", "run 0"}));
    QCOMPARE(notice.text, "2 runs were deleted.");
    notice.act();
    QCOMPARE(labels(page), (QStringList{"run 3", "run 2", "run 1", "run 0"}));
}

void TestHistoryPage::severalAreCompared()
{
    const QTemporaryDir root;
    KeptRuns runs(root.path());
    for (int minute = 0; minute < 8; ++minute)
        keep(runs, root.path(), runAt(minute));
    HistoryPage page(runs);
    QSignalSpy asked(&page, &HistoryPage::compareRequested);
    QAction* const compare = page.barActions().at(1);
    QVERIFY(!compare->isEnabled());
    page.table().selectAll();
    QVERIFY(!compare->isEnabled()); // eight are more than can be told apart
    page.table().selectRow(1);
    page.table().selectionModel()->select(
        page.table().model()->index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    compare->trigger();
    QCOMPARE(asked.size(), 1);
    const QStringList folders = asked.at(0).at(0).toStringList();
    QCOMPARE(folders.size(), 2);
    QCOMPARE(runs.find(folders.at(0))->label, "run 2");
    QCOMPARE(runs.find(folders.at(1))->label, "run 6");
}

void TestHistoryPage::reportsAreImported()
{
    const QTemporaryDir root, elsewhere;
    KeptRuns there(elsewhere.path());
    RunResult far = runAt(5);
    far.runId = "9d4f0c5e-0000-4000-8000-000000000005";
    far.machine.hostName = "gate-07";
    keep(there, elsewhere.path(), far);
    KeptRuns runs(root.path());
    HistoryPage page(runs);
    Notice notice;
    connect(&page, &Page::noticed, this, [&](const Notice& told) { notice = told; });
    const QString folder = QString::fromStdString(there.list().at(0).folder);
    const auto import = [&](const QString& path) {
        notice = {};
        page.import({path});
        return QTest::qWaitFor([&] { return !notice.text.isEmpty(); }, test::kPatienceMs);
    };
    QVERIFY(import(folder));
    QCOMPARE(notice.text, "One run was imported.");
    QCOMPARE(labels(page), QStringList{"run 5"});
    QCOMPARE(page.model().index(0, HistoryModel::Machine).data().toString(), "gate-07");
    QVERIFY(import(folder));
    QVERIFY2(notice.text.contains("is kept already"), qPrintable(notice.text));
    QVERIFY(import(elsewhere.path()));
    QVERIFY2(notice.text.contains("there is no report.json in"), qPrintable(notice.text));
    QCOMPARE(labels(page).size(), 1);
    QFile report(folder + "/report.json");
    QVERIFY(report.open(QIODevice::WriteOnly));
    report.write("{");
    report.close();
    QVERIFY(import(folder));
    QVERIFY(notice.kind == Notice::Kind::Caution);
    QCOMPARE(labels(page).size(), 1);
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestHistoryPage>(argc, argv);
}

#include "tst_history_page.moc"
