// The window's manners: runs, stops, keys, drops, closing, theme, language.
#include "gui/kept_example.h"
#include "gui/window_under_test.h"
#include "sanitized.h"
#include "test_paths.h"
#include "ui/base/bar_button.h"
#include "ui/base/data_colours.h"
#include "ui/base/in_background.h"
#include "ui/base/panel.h"
#include "ui/base/segment_bar.h"
#include "ui/base/translated.h"
#include "ui/comparison/comparison_page.h"
#include "ui/help_dialogs.h"
#include "ui/history/history_page.h"
#include "ui/live/live_page.h"
#include "ui/live/time_series_panel.h"
#include "ui/notice_row.h"
#include "ui/plots/time_plots.h"
#include "ui/result/result_page.h"
#include "ui/saved_window.h"
#include "ui/setup/setup_form.h"
#include "ui/status_line.h"

#include <QAccessible>
#include <QDropEvent>
#include <QLabel>
#include <QLayout>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTextBrowser>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <unistd.h>

using namespace iotbench;
using test::WindowUnderTest;
using ui::MainWindow;
using ui::RunController;

namespace {

Settings shortRun(std::uint64_t images)
{
    Settings values;
    values.model = "resnet8";
    values.imagesPerSecond = 0;
    values.totalImages = images;
    values.warmup = 1;
    return values;
}

Settings endlessRun()
{
    Settings values;
    values.engine = "null";
    values.imagesPerSecond = 50;
    values.durationS = 600;
    return values;
}

void drop(MainWindow& window, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

// Clicks the link of the message that is shown.
void takeRemedy(const MainWindow& window)
{
    emit window.findChild<ui::NoticeRow*>()->findChildren<QLabel*>().last()->linkActivated({});
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void aRunFromStartToResult()
    {
        WindowUnderTest test(shortRun(100));
        test.type("totalImages", QStringLiteral("300"));
        QSignalSpy started(&test.controller, &RunController::started);
        QTest::mouseClick(test.editor<QPushButton>("startStop"), Qt::LeftButton);
        QCOMPARE(
            test.window.currentPage(), static_cast<int>(MainWindow::Live)); // where it shows what is loaded
        AWAIT_EQUAL(started.size(), 1);
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::Live));
        AWAIT(!test.controller.busy());
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
        const RunResult& result = test.controller.outcome()->result;
        QCOMPARE(result.counts.classified, std::uint64_t{300});
        QCOMPARE(result.counts.rejected, std::uint64_t{0});
        QVERIFY(result.card.has_value());
        QCOMPARE(result.card->agreed, std::uint64_t{300});
        QVERIFY(test.controller.snapshot()->phase == RunPhase::Finished);
    }

    void escapeStopsOnLiveAloneAndLeavesAReport()
    {
        WindowUnderTest test(endlessRun());
        QTest::keyClick(&test.window, Qt::Key_R, Qt::ControlModifier);
        AWAIT_EQUAL(test.controller.state(), RunController::State::Running);
        AWAIT(test.controller.snapshot()->counts.classified > 0);
        test.window.showPage(MainWindow::SetUp);
        QTest::keyClick(&test.window, Qt::Key_Escape);
        QCOMPARE(test.controller.state(), RunController::State::Running);
        test.window.showPage(MainWindow::Live);
        QTest::keyClick(&test.window, Qt::Key_Escape);
        QCOMPARE(test.controller.state(), RunController::State::Stopping);
        QVERIFY(!test.canStart());
        AWAIT(!test.controller.busy());
        QVERIFY(test.controller.outcome()->result.end == RunEnd::Stopped);
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    }

    void stoppingWhileTheModelIsLoadedShows()
    {
        WindowUnderTest test(endlessRun());
        const auto* button = test.editor<ui::BarButton>("startStop");
        test.window.startRun();
        QCOMPARE(test.controller.state(), RunController::State::Preparing);
        QVERIFY2(button->toolTip().startsWith(QStringLiteral("Ends")), qPrintable(button->toolTip()));
        QCOMPARE(button->keys(), QKeySequence(Qt::Key_Escape));
        QTest::keyClick(&test.window, Qt::Key_Escape);
        QCOMPARE(test.controller.state(), RunController::State::Stopping);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->keys().isEmpty());
        AWAIT(!test.controller.busy());
    }

    void aRunThatEndsLeavesTheOneThatIsRead()
    {
        WindowUnderTest test(endlessRun());
        const test::KeptExamples kept(1);
        const ui::ResultPage& result = test.window.resultPage();
        for (const bool byLink : {true, false}) {
            test.window.startRun();
            AWAIT_EQUAL(test.controller.state(), RunController::State::Running);
            AWAIT(test.controller.snapshot() && test.controller.snapshot()->counts.classified > 0);
            drop(test.window, kept.folders());
            AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
            test.controller.requestStop();
            AWAIT(!test.controller.busy());
            QCOMPARE(test.window.notice(), QStringLiteral("The run has ended."));
            QVERIFY(result.shown()->readBack);
            if (byLink)
                takeRemedy(test.window);
            else
                test.window.showPage(MainWindow::SetUp); // nobody reads it any more
            QVERIFY(!result.shown()->readBack);
        }
    }

    void pagesByKeys()
    {
        WindowUnderTest test;
        for (int page = 3; page >= 0; --page) {
            QTest::keyClick(&test.window, static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
            QCOMPARE(test.window.currentPage(), page);
        }
    }

    void closingAsksOnceWhileRunning()
    {
        WindowUnderTest test(endlessRun());
        test.window.startRun();
        AWAIT_EQUAL(test.controller.state(), RunController::State::Running);
        test.window.close();
        QVERIFY(test.window.isVisible());
        auto* question = test.window.findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        QVERIFY(question);
        QCOMPARE(
            question->text(), QStringLiteral("Measuring is still going on. Stop it and close the window?"));
        QTest::mouseClick(question->buttons().front(), Qt::LeftButton);
        AWAIT(!test.window.isVisible());
        QVERIFY(!test.controller.busy());
    }

    void aTakenPortStaysOnSetUp()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        Settings values;
        values.role = Role::Receive;
        values.model = "resnet8";
        values.listen = Endpoint{"127.0.0.1", taken.serverPort()};
        WindowUnderTest test(values);
        test.window.startRun();
        AWAIT(!test.window.notice().isEmpty());
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
        QVERIFY(test.window.setupPage().setup().warningAt("listen"));
        QVERIFY(test.canStart()); // it may be free the next time
    }

    void whatMeasuredNothingIsNotKept()
    {
        Settings values;
        values.role = Role::Receive;
        values.model = "resnet8";
        values.listen = Endpoint{"127.0.0.1", 0};
        WindowUnderTest test(values);
        test.window.startRun();
        AWAIT(test.controller.snapshot() && test.controller.snapshot()->phase == RunPhase::Waiting);
        test.controller.requestStop();
        AWAIT_EQUAL(test.controller.state(), RunController::State::Idle);
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
        const QString told = QStringLiteral("Stopped before there was a result: nothing is kept.");
        QCOMPARE(test.window.notice(), told);
        QVERIFY(test.window.keptRuns().list().empty());
        QVERIFY(!test.window.resultPage().shown());
        test.window.findChild<ui::NoticeRow*>()->findChild<QToolButton*>()->click();
        const auto search = std::make_shared<SearchOutcome>();
        search->stopped = true;
        emit test.controller.searchFinished(search);
        QCOMPARE(test.window.notice(), told);
        test.window.findChild<ui::NoticeRow*>()->findChild<QToolButton*>()->click();
        const auto series = std::make_shared<SeriesOutcome>();
        series->stopped = true;
        emit test.controller.seriesFinished(series);
        QCOMPARE(test.window.notice(), told);
    }

    void aMessageIsNotLostUnderAnother()
    {
        ui::NoticeRow row;
        auto* close = row.findChild<QToolButton*>();
        row.show({ui::Notice::Kind::Fault, QStringLiteral("the disk is full")});
        row.show({ui::Notice::Kind::Told, QStringLiteral("the run has ended")});
        QCOMPARE(row.text(), QStringLiteral("the run has ended"));
        close->click();
        QCOMPARE(row.text(), QStringLiteral("the disk is full"));
        row.show({ui::Notice::Kind::Told, QStringLiteral("written")});
        auto* gone = row.findChild<QTimer*>();
        QVERIFY(gone && gone->isActive()); // what was merely told goes by itself
        QMetaObject::invokeMethod(gone, "timeout", Qt::DirectConnection);
        QCOMPARE(row.text(), QStringLiteral("the disk is full"));
        close->click();
        QCOMPARE(row.text(), QString());
    }

    void whatAMessageOffersIsNotLostUnderAnother()
    {
        ui::NoticeRow row;
        row.show({ui::Notice::Kind::Told, QStringLiteral("deleted"), QStringLiteral("Undo"), [] {}});
        row.show({ui::Notice::Kind::Told, QStringLiteral("written")});
        QCOMPARE(row.text(), QStringLiteral("written"));
        row.findChild<QToolButton*>()->click();
        QCOMPARE(row.text(), QStringLiteral("deleted"));
    }

    void aMessageGoesWithItsOwnAlone()
    {
        using About = ui::Notice::About;
        ui::NoticeRow row;
        const auto tell = [&row](ui::Notice::Kind kind, const char* text, About about) {
            row.show({kind, QLatin1String(text), QStringLiteral("link"), [] {}, about});
        };
        tell(ui::Notice::Kind::Fault, "not kept", About::Itself);
        tell(ui::Notice::Kind::Told, "ended", About::Start);
        tell(ui::Notice::Kind::Told, "deleted", About::Deletion);
        row.show({.about = About::Deletion}); // has been undone
        QCOMPARE(row.text(), QStringLiteral("ended"));
        row.show({.about = About::Start});
        row.show({.about = About::Opening});
        QCOMPARE(row.text(), QStringLiteral("not kept"));
    }

    void aLongMessageIsCutAndReadOutWhole()
    {
        ui::NoticeRow row;
        row.resize(600, row.height());
        row.setVisible(true);
        const QString fault = QStringLiteral("the model cannot be used ").repeated(10);
        row.show({ui::Notice::Kind::Fault, fault, QStringLiteral("Choose another"), [] {}});
        auto* label = row.findChild<QLabel*>();
        QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(label);
        QVERIFY(heard->role() == QAccessible::Notification);
        QCOMPARE(heard->text(QAccessible::Name), fault);
        QVERIFY2(label->text().endsWith(u'…'), qPrintable(label->text()));
        QVERIFY(row.layout()->sizeHint().width() <= 600);
        QCOMPARE(label->toolTip(), fault);
        row.resize(6'000, row.height());
        QCOMPARE(label->text(), QStringLiteral("✗ ") + fault);
    }

    // As a screen reader asks that has counted before a scroll bar went.
    void aScrollAreaHasNoOtherChildrenThanItsOwn()
    {
        WindowUnderTest test;
        for (auto* area : test.window.findChildren<QScrollArea*>()) {
            QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(area);
            QVERIFY(heard->childCount() > 0 && heard->child(0));
            QVERIFY(!heard->child(heard->childCount()));
            QVERIFY(!heard->child(99));
        }
    }

    void whatWasNotKeptIsToldFirst()
    {
        WindowUnderTest test(shortRun(100));
        const QTemporaryDir root;
        QFile file(root.filePath(QStringLiteral("full")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        test.controller.keepRunsIn([&] { return root.filePath(QStringLiteral("full/run")); });
        test.window.startRun();
        test.window.showPage(MainWindow::SetUp);
        AWAIT(!test.controller.busy());
        const QString fault = test.window.notice();
        QVERIFY2(fault.startsWith(QStringLiteral("The run was not kept")), qPrintable(fault));
        test.window.findChild<ui::NoticeRow*>()->findChild<QToolButton*>()->click();
        QCOMPARE(test.window.notice(), QStringLiteral("The run has ended."));
        emit test.window.historyPage().noticed({ui::Notice::Kind::Fault, fault});
        test.window.openPath(root.path()); // no report folder
        test.window.findChild<ui::NoticeRow*>()->findChild<QToolButton*>()->click();
        QCOMPARE(test.window.notice(), fault);
        QVERIFY(test.language.choose(QStringLiteral("de")));
        QCoreApplication::processEvents();
        QCOMPARE(test.window.notice(), fault);
    }

    void helpListsEveryKey()
    {
        WindowUnderTest test;
        QDialog* const help = ui::makeHelp(&test.window);
        const QString text = help->findChild<QTextBrowser*>()->toPlainText();
        for (const char* key :
            {"Ctrl+R", "Ctrl+1", "Ctrl+4", "Ctrl+O", "Ctrl+E", "Ctrl+C", "F1", "Esc", "Alt+2"})
            QVERIFY2(text.contains(QLatin1String(key)), key);
        help->close();
    }

    void theEndWaitsForNoFile()
    {
        QSemaphore hangs;
        QObject context;
        bool read = false;
        ui::inBackground(
            &context,
            [&hangs]() -> Result<int> {
                hangs.acquire();
                return 1;
            },
            [&read](const Result<int>&) { read = true; });
        QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0); // which the application waits for
        hangs.release();
        AWAIT(read);
    }

    void aBaselineStandsInThePlotsOfLive()
    {
        WindowUnderTest test;
        const test::KeptExamples kept(1);
        const ui::TimePlots& plots = test.window.livePage().timeSeries().plots();
        emit test.window.historyPage().baselineRequested(kept.folders().front());
        AWAIT(!plots.baseline().achieved.value.isEmpty());
        QVERIFY(test.window.notice().startsWith(QStringLiteral("Live draws this run")));
        takeRemedy(test.window);
        QVERIFY(plots.baseline().achieved.value.isEmpty());

        ui::HistoryPage& history = test.window.historyPage();
        test.window.showPage(MainWindow::History);
        history.import(kept.folders());
        AWAIT_EQUAL(history.table().model()->rowCount(), 1);
        const auto buttons = history.findChildren<QPushButton*>();
        const auto button = std::ranges::find(buttons, QStringLiteral("Use as baseline"), &QPushButton::text);
        QVERIFY(button != buttons.end());
        for (const bool deleted : {false, true}) {
            (*button)->click();
            AWAIT_EQUAL((*button)->text(), QStringLiteral("No baseline"));
            QVERIFY(!plots.baseline().achieved.value.isEmpty());
            if (deleted)
                history.barActions().last()->trigger();
            (*button)->click();
            QVERIFY(plots.baseline().achieved.value.isEmpty());
            QCOMPARE((*button)->text(), QStringLiteral("Use as baseline"));
        }
        QVERIFY(!(*button)->isEnabled()); // no run is left
    }

    void tenRunsTakeNoMoreMemory()
    {
        Settings values = shortRun(300);
        values.workers = 2; // nothing is left to be measured first
        values.batchSize = 8;
        WindowUnderTest test(values);
        QList<double> megabytes;
        for (int run = 0; run < 10; ++run) {
            test.window.startRun();
            AWAIT(test.controller.busy());
            AWAIT_EQUAL(test.controller.state(), RunController::State::Idle);
            QFile status(QStringLiteral("/proc/self/statm"));
            QVERIFY(status.open(QIODevice::ReadOnly));
            megabytes << status.readAll().split(' ')[1].toDouble() * static_cast<double>(getpagesize()) / 1e6;
        }
        qInfo() << "resident after each run, MB:" << megabytes;
        // The first one fills what every later one uses again. Of three in a row the middle one counts, as
        // pages come and go.
        const auto middle = [&megabytes](qsizetype from) {
            QList<double> three = megabytes.mid(from, 3);
            std::ranges::sort(three);
            return three[1];
        };
        if (!test::kSanitized)
            QVERIFY2(middle(7) < middle(1) * 1.05, qPrintable(QString::number(middle(7))));
    }

    void drops()
    {
        WindowUnderTest test;
        QTemporaryDir folder;
        const QString text = folder.filePath(QStringLiteral("notes.txt"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        drop(test.window, {text});
        QCOMPARE(test.window.notice(),
            QStringLiteral(
                "notes.txt is neither a model (.onnx, .keras, .h5, .xml) nor a report folder or data "
                "sheet (.html)."));
        drop(test.window, {folder.path()});
        QVERIFY(test.window.notice().contains(QStringLiteral("has no report.json")));

        const QString model = test::sourcePath(QStringLiteral("models/cnn.onnx"));
        test.window.showPage(MainWindow::History);
        drop(test.window, {model});
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
        QCOMPARE(test.window.setupPage().setup().values().model, model.toStdString());
        AWAIT(test.canStart());
        AWAIT_EQUAL(test.window.notice(), QStringLiteral("The model is now cnn.onnx."));

        test.window.setupPage().form().findChild<ui::SegmentBar*>()->setCurrent(2);
        drop(test.window, {model});
        QVERIFY(test.window.setupPage().setup().values().role == Role::Send);
    }

    void aDroppedFileThatIsNoModelSaysSo()
    {
        WindowUnderTest test;
        const QTemporaryDir folder;
        const QString bad = folder.filePath(QStringLiteral("bad.onnx"));
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no model");
        file.close();
        drop(test.window, {bad});
        AWAIT(test.window.notice().startsWith(QStringLiteral("bad.onnx cannot be used: ")));
        QVERIFY(!test.canStart());

        const auto becomes
            = [&bad](const QString& other) { return QFile::remove(bad) && QFile::copy(other, bad); };
        QVERIFY(becomes(test::sourcePath(QStringLiteral("models/cnn.onnx"))));
        drop(test.window, {bad});
        AWAIT_EQUAL(test.window.notice(), QStringLiteral("The model is now bad.onnx."));
        QVERIFY(test.canStart());
        QVERIFY(becomes(test::sourcePath(QStringLiteral("README.md"))));
        test.choose("modelPath", bad);
        AWAIT(test.errorAt("modelPath"));
    }

    void anotherModelThanTheDroppedOneIsNotAnnounced()
    {
        WindowUnderTest test;
        const QString model = test::sourcePath(QStringLiteral("models/cnn.onnx"));
        drop(test.window, {model});
        test.choose("modelPath", QStringLiteral("resnet8"));
        QVERIFY(test.canStart());
        test.choose("modelPath", model);
        AWAIT(test.canStart());
        QCOMPARE(test.window.notice(), QString());
    }

    void aKeptRunIsNotRunAgain()
    {
        WindowUnderTest test;
        const test::KeptExamples kept(1);
        drop(test.window, kept.folders());
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
        QStringList texts;
        for (const auto* button : test.window.findChildren<ui::BarButton*>())
            texts << button->text();
        QVERIFY(texts.contains(QStringLiteral("Start")));
        QVERIFY(!texts.contains(QStringLiteral("Run again")));
        const auto labels = test.window.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels,
            [](const QLabel* label) { return label->text().startsWith(QStringLiteral("Kept run of ")); }));
    }

    void aDataSheetOpensItsRun()
    {
        WindowUnderTest test;
        const test::KeptExamples kept(1);
        drop(test.window, kept.folders());
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
        const QTemporaryDir elsewhere;
        QSignalSpy exported(&test.window.resultPage(), &ui::ResultPage::exported);
        test.window.resultPage().exportTo(elsewhere.path(), ui::ExportOf::Everything);
        AWAIT(!exported.isEmpty());
        test.window.showPage(MainWindow::SetUp);
        drop(test.window, {elsewhere.filePath(QStringLiteral("data_sheet.html"))});
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
        QCOMPARE(test.window.resultPage().shown()->result.settings.label, std::string("run 0"));
        QCOMPARE(test.window.resultPage().shown()->folder, QString());
        const QString other = elsewhere.filePath(QStringLiteral("other.html"));
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<html></html>");
        file.close();
        drop(test.window, {other});
        AWAIT(test.window.notice().contains(QStringLiteral("other.html")));
    }

    void keptRunsAreImportedComparedAndUsed()
    {
        WindowUnderTest test;
        const test::KeptExamples kept(3);
        const QStringList folders = kept.folders();
        test.window.showPage(MainWindow::History);
        drop(test.window, folders);
        AWAIT_EQUAL(test.window.notice(), QStringLiteral("3 runs were imported."));
        ui::HistoryPage& history = test.window.historyPage();
        QCOMPARE(history.table().model()->rowCount(), 3);
        history.table().selectAll();
        history.barActions().at(1)->trigger();
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::Comparison));
        QCOMPARE(test.window.comparisonPage().shown()->runs.size(), std::size_t(3));
        auto* tabs = test.window.findChild<ui::SegmentBar*>();
        QTest::mouseClick(tabs->segment(MainWindow::ResultIndex), Qt::LeftButton); // which is marked
        QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
        test.window.showPage(MainWindow::Comparison);
        test.window.comparisonPage().repeat().click();
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
        const ui::RunSetup& setup = test.window.setupPage().setup();
        QCOMPARE(setup.values().label, std::string("run 1"));
        QVERIFY(setup.kind() == ui::StudyKind::Repeat && setup.study().repeat == 5U);
        test.window.showPage(MainWindow::Comparison);
        QTest::keyClick(&test.window, Qt::Key_Escape);
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::History));
        history.table().selectRow(0);
        history.barActions().at(2)->trigger();
        AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
        QCOMPARE(test.window.setupPage().setup().values().label, std::string("run 2"));
    }

    void themeWhileRunning()
    {
        WindowUnderTest test;
        auto* panel = test.window.findChild<ui::Panel*>();
        const auto ground = [panel] { return test::groundOf(panel->grab().toImage()); };
        test.theme.choose(ui::Theme::Choice::Light);
        AWAIT_EQUAL(ground(), QColor(Qt::white));
        test.theme.choose(ui::Theme::Choice::Dark);
        AWAIT(ui::isDark(test.window.palette()));
        QCOMPARE(ground(), QColor(0x23, 0x26, 0x2C));
        test.theme.choose(ui::Theme::Choice::System);
        AWAIT_EQUAL(ground(), QColor(Qt::white)); // a platform without a palette of its own
    }

    void theWindowOpensWithinTheScreen()
    {
        WindowUnderTest test;
        const QTemporaryDir folder;
        QSettings saved(folder.filePath(QStringLiteral("saved.ini")), QSettings::IniFormat);
        test.window.resize(5'000, 4'000);
        ui::restoreGeometry(saved, test.window);
        const QSize room = test.window.screen()->availableSize().expandedTo(
            test.window.minimumSizeHint()); // of a tiny one
        QCOMPARE(test.window.size(), test.window.size().boundedTo(room));
    }

    void theNewestEventStaysReadable()
    {
        WindowUnderTest test;
        auto* line = test.window.findChild<ui::StatusLine*>();
        test.theme.choose(ui::Theme::Choice::Light);
        AWAIT(!ui::isDark(test.window.palette()));
        RunSnapshot snapshot;
        snapshot.events = std::make_shared<const std::vector<RunEvent>>(
            1, RunEvent{.atS = 1, .what = verbatim("a sender <came>")});
        line->show(snapshot, 0);
        test.theme.choose(ui::Theme::Choice::Dark);
        AWAIT(ui::isDark(test.window.palette()));
        const auto labels = line->findChildren<QLabel*>();
        const auto event
            = std::ranges::find(labels, QStringLiteral("a sender <came>"), &QLabel::accessibleName);
        QVERIFY(event != labels.end());
        QVERIFY((*event)->text().contains(line->palette().color(QPalette::WindowText).name()));
    }

    void theNewestEventIsOfTheNewLanguage()
    {
        WindowUnderTest test;
        auto* line = test.window.findChild<ui::StatusLine*>();
        const RunEvent event{.atS = 1,
            .what = {TR("%1: left without sending a byte, so it was no sender"), {std::string("a")}}};
        RunSnapshot snapshot;
        snapshot.events = std::make_shared<const std::vector<RunEvent>>(1, event);
        line->show(snapshot, 0);
        QVERIFY(test.language.choose(QStringLiteral("de")));
        AWAIT(line->text() != QString::fromStdString(event.what.english()));
        QCOMPARE(line->text(), ui::translated(event.what));
    }

    void contrast_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << ui::Theme::lightPalette();
        QTest::newRow("dark") << ui::Theme::darkPalette();
    }
    void contrast() // WCAG 2: 4.5:1 for text, 3:1 for what bounds a control
    {
        QFETCH(QPalette, palette);
        const auto luminance = [](const QColor& colour) {
            const auto linear
                = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
                + 0.0722 * linear(colour.blueF());
        };
        const auto ratio = [&](const QColor& a, const QColor& b) {
            const double first = luminance(a) + 0.05;
            const double second = luminance(b) + 0.05;
            return std::max(first, second) / std::min(first, second);
        };
        using ui::DataColour;
        for (const QColor& ground : {palette.color(QPalette::Base), palette.color(QPalette::Window)}) {
            for (const DataColour each :
                {DataColour::Value, DataColour::Right, DataColour::Wrong, DataColour::Caution})
                QVERIFY2(ratio(ui::dataColour(each, palette), ground) >= 4.5,
                    qPrintable(ui::dataColour(each, palette).name()));
            QVERIFY(ratio(palette.color(QPalette::Text), ground) >= 7);
            QVERIFY(ratio(ui::remarkColour(palette), ground) >= 4.5);
        }
        QVERIFY(ratio(ui::controlLineColour(palette, true), palette.color(QPalette::Base)) >= 3);
    }

    void languageWhileRunning()
    {
        WindowUnderTest test;
        auto* tabs = test.window.findChild<ui::SegmentBar*>();
        QCOMPARE(tabs->segment(0)->text(), QStringLiteral("Set up"));
        QVERIFY(test.language.choose(QStringLiteral("de")));
        AWAIT_EQUAL(tabs->segment(0)->text(), QStringLiteral("Einrichten"));
        QVERIFY(!test.language.choose(QStringLiteral("xx")));
        QVERIFY(test.language.choose(QStringLiteral("en")));
        AWAIT_EQUAL(tabs->segment(0)->text(), QStringLiteral("Set up"));
    }

    void theFirstStartIsTheOriginalBenchmarkWithResnet20()
    {
        QTemporaryDir folder;
        QSettings saved(folder.filePath(QStringLiteral("saved.ini")), QSettings::IniFormat);
        WindowUnderTest test(ui::openingForm(saved));
        QCOMPARE(test.editor<QComboBox>("modelPath")->currentText(), QStringLiteral("resnet20"));
        QCOMPARE(test.editor<QLineEdit>("imagesPerSec")->text(), QStringLiteral("1,000"));
        QCOMPARE(test.editor<QLineEdit>("totalImages")->text(), QStringLiteral("10,000"));
        QVERIFY(test.canStart());
        saved.setValue(QStringLiteral("window/form"), QByteArray("{ torn")); // cannot be read any more
        QVERIFY(ui::openingForm(saved) == test.window.setupPage().setup().values());
    }

    void theFormIsKept()
    {
        QTemporaryDir folder;
        QSettings saved(folder.filePath(QStringLiteral("saved.ini")), QSettings::IniFormat);
        QVERIFY(!ui::savedForm(saved));
        WindowUnderTest test(shortRun(77));
        test.theme.choose(ui::Theme::Choice::Dark);
        ui::save(saved, test.window, test.theme, test.language);
        const std::optional<Settings> form = ui::savedForm(saved);
        QVERIFY(form.has_value());
        QVERIFY(*form == test.window.setupPage().setup().values());
        test.theme.choose(ui::Theme::Choice::System);
        ui::restoreLook(saved, test.theme, test.language);
        QCOMPARE(test.theme.choice(), ui::Theme::Choice::Dark);
        test.theme.choose(ui::Theme::Choice::System);
    }
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestMainWindow>(argc, argv);
}

#include "tst_main_window.moc"
