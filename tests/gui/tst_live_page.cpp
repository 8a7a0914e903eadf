// The page fed by hand, its models, its palette, and a real run through it.
#include "images/cifar10.h"
#include "live_examples.h"
#include "ui/base/digit_label.h"
#include "ui/base/figure_tile.h"
#include "ui/base/figures.h"
#include "ui/base/theme.h"
#include "ui/live/event_model.h"
#include "ui/live/interval_model.h"
#include "ui/live/live_page.h"
#include "ui/live/pictures_panel.h"
#include "ui/live/source_model.h"
#include "ui/live/time_series_panel.h"
#include "ui/live/waiting_view.h"
#include "ui/pictures/picture_dialog.h"
#include "ui/pictures/picture_list.h"
#include "ui/pictures/picture_model.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/time_plots.h"
#include "window_test.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolTip>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace iotbench;
using namespace iotbench::ui;

namespace {

RunFacts loopback()
{
    RunFacts facts;
    facts.intended = true;
    facts.offeredPerS = 1'000;
    facts.totalImages = 10'000;
    facts.lengthS = 10;
    facts.cardAccuracy = 0.9147;
    return facts;
}

QString textAt(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class LivePageTest : public QObject {
    Q_OBJECT
private slots:
    void ticksOfLowPlotsStayApart()
    {
        TimePlots plots;
        plots.resize(500, 260);
        plots.show();
        plots.begin(loopback());
        plots.setRows(*test::exampleSnapshot()->intervals, true);
        for (const auto part : {TimePlots::Rate, TimePlots::Accuracy, TimePlots::Latency}) {
            const QCPAxis* axis = plots.part(part)->axis(QCPAxis::atLeft);
            QVector<double> ticks;
            axis->ticker()->generate(axis->range(), QLocale::c(), u'g', 6, ticks, nullptr, nullptr);
            const double least = QFontMetricsF(axis->tickLabelFont()).height();
            for (qsizetype i = 1; i < ticks.size(); ++i)
                QVERIFY(axis->coordToPixel(ticks[i - 1]) - axis->coordToPixel(ticks[i]) >= least);
        }
    }

    void aRowOfPicturesLeavesTheWheelToThePage()
    {
        PictureModel model;
        PictureList strip(model, 1);
        QWheelEvent wheel({}, {}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(strip.viewport(), &wheel);
        QVERIFY(!wheel.isAccepted());
    }

    void headingsOfTheTablesAreWhole()
    {
        LivePage page(m_controller);
        page.resize(1280, 720);
        page.show();
        page.begin(nullptr, loopback(), nullptr);
        page.showSnapshot(test::exampleSnapshot());
        for (const auto view : {TimeSeriesPanel::Table, TimeSeriesPanel::Senders}) {
            page.timeSeries().setView(view);
            QTableView* shown = nullptr;
            for (QTableView* table : page.timeSeries().findChildren<QTableView*>())
                if (table->isVisible())
                    shown = table;
            QVERIFY(shown);
            const QHeaderView& header = *shown->horizontalHeader();
            for (int column = 0; column < header.count(); ++column)
                AWAIT(header.sectionSize(column) >= header.sectionSizeHint(column));
        }
    }

    void showsASnapshot()
    {
        LivePage page(m_controller);
        page.resize(1280, 720);
        page.show();
        page.begin(nullptr, loopback(), nullptr);
        page.showSnapshot(test::exampleSnapshot());

        QCOMPARE(page.tile(Figure::Rate).shown().parts[0].figure, QStringLiteral("1,001"));
        QCOMPARE(page.tile(Figure::NotClassified).shown().parts[0].figure, QStringLiteral("3"));
        QVERIFY(page.tile(Figure::Accuracy).accessibleName().contains(QStringLiteral("82.5")));

        TimeSeriesPanel& timeSeries = page.timeSeries();
        QVERIFY(!timeSeries.showsWaiting());
        const PlotPoints& points = timeSeries.plots().shown();
        QCOMPARE(points.achieved.value, QVector<double>(8, 1'000));
        QCPGraph* achieved = timeSeries.plots().graph(1);
        QCOMPARE(achieved->dataCount(), 8);
        QCOMPARE(achieved->dataMainKey(3), 0.875);
        QCOMPARE(achieved->dataMainValue(3), 1'000.0);
        const QCPRange rate = timeSeries.plots().part(TimePlots::Rate)->axis(QCPAxis::atLeft)->range();
        QVERIFY(rate.lower <= 800 && rate.upper >= 1'200);
        const QCPRange time = timeSeries.plots().part(TimePlots::Latency)->axis(QCPAxis::atBottom)->range();
        QCOMPARE(time.lower, 0.0);
        QCOMPARE(time.upper, 10.0);

        QCOMPARE(timeSeries.table().rowCount(), 8);
        QCOMPARE(textAt(timeSeries.table(), 7, IntervalModel::Accuracy), QStringLiteral("82.5"));
        QCOMPARE(textAt(timeSeries.table(), 3, IntervalModel::P99), QStringLiteral("4.00"));
        QCOMPARE(textAt(timeSeries.table(), 2, IntervalModel::P99), QStringLiteral("–"));
        QCOMPARE(textAt(timeSeries.senders(), 0, SourceModel::Peer), QStringLiteral("127.0.0.1:41234"));
        QCOMPARE(textAt(timeSeries.senders(), 0, SourceModel::Accuracy), QStringLiteral("81.3"));
        QCOMPARE(timeSeries.events().line(0), QStringLiteral("before the start   ▲ warming up slowly"));
        QCOMPARE(timeSeries.events().line(1), QStringLiteral("0.25 s   127.0.0.1:41234: connected"));
        QVERIFY(timeSeries.plots().accessibleDescription().contains(QStringLiteral("1,000 images/s")));
    }

    void waitsInThePlaceOfThePlots()
    {
        LivePage page(m_controller);
        page.show();
        RunFacts facts;
        facts.role = Role::Receive;
        page.begin(nullptr, facts, nullptr);
        auto snapshot = std::make_shared<RunSnapshot>();
        snapshot->phase = RunPhase::Waiting;
        snapshot->address = "127.0.0.1:10000";
        page.showSnapshot(snapshot);
        QVERIFY(page.timeSeries().showsWaiting());
        page.showSnapshot(test::exampleSnapshot());
        QVERIFY(!page.timeSeries().showsWaiting());
    }

    // From the moment of the start, and without what the last run waited for.
    void showsTheStepsOfLoading()
    {
        LivePage page(m_controller);
        page.show();
        RunFacts facts;
        facts.role = Role::Receive;
        page.begin(nullptr, facts, nullptr);
        QStringList steps;
        for (const LoadingStep step : {LoadingStep::Model, LoadingStep::Kernels, LoadingStep::Measuring,
                 LoadingStep::Images, LoadingStep::Checking}) {
            auto snapshot = std::make_shared<RunSnapshot>();
            snapshot->phase = RunPhase::Loading;
            snapshot->loading = step;
            page.showSnapshot(snapshot);
            QVERIFY(page.timeSeries().showsWaiting());
            QVERIFY(page.timeSeries().waiting().lines().isEmpty());
            steps << page.timeSeries().waiting().words();
        }
        QCOMPARE(steps,
            (QStringList{"Reading the model", "The engine compiles the model",
                "Measuring which workers and batch size are fastest", "Reading the images",
                "Checking the model's answers, as no card tells them"}));
    }

    void plotsAreHeldByTheUserUntilADoubleClick()
    {
        TimePlots plots;
        plots.resize(600, 500);
        plots.show();
        plots.begin(loopback());
        plots.setRows(test::exampleRows(), false);
        QTest::keyClick(&plots, Qt::Key_Plus);
        QVERIFY(!plots.follows());
        const QCPRange held = plots.part(TimePlots::Rate)->axis(QCPAxis::atBottom)->range();
        QCOMPARE(held.size(), 8.0);
        QCOMPARE(
            plots.part(TimePlots::Latency)->axis(QCPAxis::atBottom)->range().size(), 8.0); // one time axis
        plots.setRows(test::exampleRows(), false);
        QCOMPARE(plots.part(TimePlots::Rate)->axis(QCPAxis::atBottom)->range(), held);
        QTest::mouseDClick(&plots, Qt::LeftButton, {}, QPoint(300, 100));
        QVERIFY(plots.follows());
        QCOMPARE(plots.part(TimePlots::Rate)->axis(QCPAxis::atBottom)->range().size(), 10.0);
    }

    void theWheelAloneScrollsAndZoomHasItsLimits()
    {
        TimePlots plots;
        plots.resize(600, 500);
        plots.show();
        plots.begin(loopback());
        plots.setRows(test::exampleRows(), false);
        QSignalSpy follows(&plots, &TimePlots::followsChanged);
        const auto turn = [&plots](Qt::KeyboardModifiers keys) {
            QWheelEvent event({300, 100}, plots.mapToGlobal(QPointF(300, 100)), {}, {0, 120}, Qt::NoButton,
                keys, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&plots, &event);
            return event.isAccepted();
        };
        QVERIFY(!turn(Qt::NoModifier)); // it is the page's
        QVERIFY(plots.follows());
        QVERIFY(turn(Qt::ControlModifier));
        QVERIFY(!plots.follows());
        QCOMPARE(follows.size(), 1);
        const QCPAxis* const time = plots.part(TimePlots::Rate)->axis(QCPAxis::atBottom);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&plots, Qt::Key_Plus);
        QCOMPARE(time->range().size(), 0.5);
        for (int i = 0; i < 400; ++i) // a tenth of what is shown each
            QTest::keyClick(&plots, Qt::Key_Left);
        QCOMPARE(time->range().lower, 0.0);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&plots, Qt::Key_Minus);
        QCOMPARE(time->range(), QCPRange(0, 10));
    }

    void thePointerTellsTheValues()
    {
        TimePlots plots;
        plots.begin(loopback());
        QCOMPARE(plots.valuesAt(1), "");
        const auto rows = test::exampleRows();
        plots.setRows(rows, false);
        const QString first = plots.valuesAt(0);
        QVERIFY2(first.startsWith("0.0 s: " + rateText(rows.front().imagesPerS()) + " images/s, accuracy "),
            qPrintable(first));
        QVERIFY(plots.valuesAt(1e9).contains(rateText(rows.back().imagesPerS())));
        plots.resize(600, 400);
        plots.show();
        plots.replot();
        QHelpEvent rests(QEvent::ToolTip, QPoint(300, 200), plots.mapToGlobal(QPoint(300, 200)));
        QVERIFY(QCoreApplication::sendEvent(&plots, &rests));
        QVERIFY2(QToolTip::text().contains(" images/s, accuracy "), qPrintable(QToolTip::text()));
    }

    void beforeAnyRunNothingIsClaimed()
    {
        RunController controller([](const engines::EngineRegistry&) { return BuildFacts(); });
        LivePage page(controller);
        for (std::size_t i = 0; i < kFigureCount; ++i) {
            const FigureText& shown = page.tile(static_cast<Figure>(i)).shown();
            QCOMPARE(shown.remark, QString());
            for (const FigureText::Part& part : shown.parts)
                QCOMPARE(part.figure, QString(QChar(kUnknown)));
        }
        QVERIFY(page.timeSeries().showsWaiting());
        QVERIFY(page.timeSeries().waiting().words().startsWith("No run is going on."));
    }

    void plotsBeginWithTheFirstImage()
    {
        std::vector<IntervalRow> rows(40); // a receiver waits
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].startS = static_cast<double>(i) * 0.25;
            rows[i].lengthS = 0.25;
        }
        for (IntervalRow row : test::exampleRows()) {
            row.startS += 10;
            row.offered.reset();
            row.sent.reset();
            rows.push_back(row);
        }
        TimePlots plots;
        RunFacts facts;
        facts.role = Role::Receive;
        plots.begin(facts);
        plots.setRows(rows, false);
        QCOMPARE(plots.part(TimePlots::Rate)->axis(QCPAxis::atBottom)->range(), QCPRange(10, 20));
        QCOMPARE(plots.shown().achieved.value.size(), 8);
        QVERIFY(withoutWait(std::span<const IntervalRow>(rows).first(40)).empty());
    }

    void aBaselineIsDrawnFromTheRunsStart()
    {
        TimePlots plots;
        plots.begin(loopback());
        std::vector<IntervalRow> rows = test::exampleRows();
        for (IntervalRow& row : rows)
            row.startS += 5;
        plots.setBaseline(plotPoints(rows, false));
        plots.setRows(test::exampleRows(), false);
        const QCPGraph* const graph = plots.graph(plots.graphCount() - TimePlots::kParts);
        const auto drawn = graph->data();
        QCOMPARE(drawn->size(), 8);
        QCOMPARE(drawn->at(0)->key, 0.125);
        plots.setBaseline({});
        QCOMPARE(graph->data()->size(), 0);
    }

    void figuresOfAnotherRunNeedTheirOwnRoom()
    {
        FigureTile tile;
        FigureText text;
        text.caption = QStringLiteral("Classified");
        text.parts = {{QStringLiteral("10,000,000"), QString()}};
        tile.setFigure(text);
        const int wide = tile.findChild<DigitLabel*>()->sizeHint().width();
        text.parts.front().figure = QStringLiteral("5");
        tile.setFigure(text);
        QCOMPARE(tile.findChild<DigitLabel*>()->sizeHint().width(), wide); // nothing jumps
        tile.forget();
        tile.setFigure(text);
        QVERIFY(tile.findChild<DigitLabel*>()->sizeHint().width() < wide);
    }

    void aMovedPlotOffersToFollow()
    {
        TimeSeriesPanel panel;
        panel.show();
        auto* follow = panel.findChild<QPushButton*>();
        QVERIFY(follow && follow->isHidden());
        QTest::keyClick(&panel.plots(), Qt::Key_Plus);
        QVERIFY(!follow->isHidden());
        follow->click();
        QVERIFY(panel.plots().follows());
        QVERIFY(follow->isHidden());
    }

    void plotsAreSaved()
    {
        TimePlots plots;
        plots.resize(600, 500);
        plots.begin(loopback());
        plots.setRows(test::exampleRows(), true);
        const QTemporaryDir folder;
        const QString png = folder.filePath(QStringLiteral("plots.png"));
        QCOMPARE(savePlot(plots, png), QString());
        QCOMPARE(QImage(png).size(), QSize(1'200, 1'000));
        const QString pdf = folder.filePath(QStringLiteral("plots.pdf"));
        QCOMPARE(savePlot(plots, pdf), QString());
        QVERIFY(QFileInfo(pdf).size() > 1'000);
        const QString svg = folder.filePath(QStringLiteral("plots.svg"));
        QCOMPARE(savePlot(plots, svg), QString());
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray drawing = file.readAll();
        QVERIFY(drawing.contains("<g clip-path=\"url(#plots)\">"));
        QVERIFY(drawing.trimmed().endsWith("</svg>"));
        QXmlStreamReader reader(drawing);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(!savePlot(plots, folder.filePath(QStringLiteral("plots.bmp"))).isEmpty());
        QVERIFY(!savePlot(plots, folder.filePath(QStringLiteral("nowhere/plots.png"))).isEmpty());
    }

    void modelsKeepTheRulesOfModels()
    {
        PictureModel pictures;
        IntervalModel intervals;
        EventModel events;
        SourceModel sources;
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
        QAbstractItemModelTester testers[]{
            {&pictures, fatal}, {&intervals, fatal}, {&events, fatal}, {&sources, fatal}};

        QSignalSpy reset(&pictures, &QAbstractItemModel::modelReset);
        for (std::size_t count : {3U, 10U, 10U, 2U, 0U, 4U}) {
            std::vector<Picture> some;
            for (std::size_t i = 0; i < count; ++i)
                some.push_back(test::examplePicture(i, 1, i % 2 ? 1 : 2));
            pictures.setPictures(some);
            QCOMPARE(pictures.rowCount(), static_cast<int>(count));
        }
        pictures.prepend({test::examplePicture(100, 4, 5)}, 4);
        QCOMPARE(pictures.rowCount(), 4);
        QCOMPARE(pictures.pictures()[0].ordinal, std::uint64_t(100));
        QCOMPARE(pictures.index(0).data(Qt::ToolTipRole).toString(),
            QStringLiteral("✗ wrong: predicted dog, is deer, with 75 %"));
        QCOMPARE(pictures.index(1).data(Qt::DisplayRole).toString(), QStringLiteral("bird"));
        QCOMPARE(pictures.index(0).data(PictureModel::ImageRole).value<QImage>().size(), QSize(32, 32));
        QCOMPARE(reset.count(), 0);

        const auto snapshot = test::exampleSnapshot();
        intervals.setRows(snapshot->intervals);
        auto more = *snapshot->intervals;
        more.push_back(more.back());
        intervals.setRows(std::make_shared<const std::vector<IntervalRow>>(more));
        QCOMPARE(intervals.rowCount(), 9);
        intervals.setRows(snapshot->intervals);
        intervals.setRows({});
        events.setEvents(snapshot->events);
        events.setEvents(snapshot->events);
        events.setEvents({});
        sources.setSources(snapshot->sources, true);
        sources.setSources({snapshot->sources[0], snapshot->sources[0]}, true);
        sources.setSources({}, true);
    }

    void thumbnailsAdvanceByOneRowASecond()
    {
        Gallery gallery(true, cifar10::facts());
        PicturesPanel panel;
        panel.resize(700, 700);
        panel.show();
        panel.begin(&gallery);
        const std::size_t places = panel.list().places();
        const auto columns = static_cast<std::size_t>(panel.list().columns());
        QVERIFY(places >= 2 * columns);
        QVERIFY(places < Gallery::kMostLatest);
        for (std::uint64_t i = 0; i < places; ++i)
            test::classify(gallery, i, 1, i % 2 ? 1 : 2);
        panel.advance(0);
        QCOMPARE(panel.pictures().rowCount(), static_cast<int>(places));
        QCOMPARE(panel.pictures().pictures()[0].ordinal, places - 1);

        for (std::uint64_t i = places; i < places + 50; ++i)
            test::classify(gallery, i, 1, i % 2 ? 1 : 2);
        panel.advance(500); // not yet
        QCOMPARE(panel.pictures().pictures()[0].ordinal, places - 1);
        panel.advance(1'000);
        QCOMPARE(panel.pictures().rowCount(), static_cast<int>(places));
        QCOMPARE(panel.pictures().pictures()[0].ordinal, places + 49);
        QCOMPARE(panel.pictures().pictures()[columns - 1].ordinal, places + 50 - columns);
        QCOMPARE(panel.pictures().pictures()[columns].ordinal, places - 1); // what was there moved down a row

        panel.setOnlyMistakes(true);
        for (const Picture& picture : panel.pictures().pictures())
            QVERIFY(!picture.correct());
        panel.setOnlyMistakes(false);

        panel.list().setFocus();
        AWAIT(panel.list().isHeld());
        test::classify(gallery, places + 50, 3, 3);
        panel.advance(10'000);
        QCOMPARE(panel.pictures().pictures()[0].ordinal, places + 49);

        panel.list().setCurrentIndex(panel.pictures().index(1));
        QTest::keyClick(&panel.list(), Qt::Key_Return);
        QVERIFY(panel.pictureIsOpen());
        auto* dialog = panel.findChild<PictureDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->picture().ordinal, places + 48);
        dialog->close();
        AWAIT(!panel.pictureIsOpen());
    }

    void withoutJudgementThereAreNoMistakes()
    {
        Gallery gallery(false, cifar10::facts());
        PicturesPanel panel;
        panel.resize(700, 700);
        panel.show();
        panel.begin(&gallery);
        test::classify(gallery, 0, 4, 0);
        panel.advance(0);
        QCOMPARE(panel.pictures().rowCount(), 1);
        QCOMPARE(panel.pictures().index(0).data().toString(), QStringLiteral("deer"));
        QCOMPARE(panel.mistakes().rowCount(), 0);
    }

    void followsAPaletteSwitch()
    {
        LivePage page(m_controller);
        page.resize(1280, 720);
        page.show();
        page.begin(nullptr, loopback(), nullptr);
        page.showSnapshot(test::exampleSnapshot());
        const auto ground = [&page] { return test::groundOf(page.timeSeries().plots().grab().toImage()); };
        QApplication::setPalette(Theme::lightPalette());
        AWAIT_EQUAL(ground(), QColor(Qt::white));
        QApplication::setPalette(Theme::darkPalette());
        AWAIT_EQUAL(ground(), QColor(0x23, 0x26, 0x2C));
        QCOMPARE(page.timeSeries().plots().graph(1)->pen().color(), QColor(0x56, 0xB4, 0xE9));
        QApplication::setPalette(Theme::lightPalette());
    }

    void aRealRunIsShownAsItsReportHasIt()
    {
        LivePage page(m_controller);
        page.resize(1280, 720);
        page.show();
        AskedSettings asked;
        asked.values.model = "resnet20";
        asked.values.imagesPerSecond = 0;
        asked.values.totalImages = 300;
        const auto settings = validateSettings(asked).effective;
        QVERIFY(settings);
        QSignalSpy finished(&m_controller, &RunController::finished);
        QSignalSpy failed(&m_controller, &RunController::failedToStart);
        m_controller.start(*settings);
        AWAIT(finished.count() + failed.count() == 1);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : failed[0][0].value<Message>().english().c_str());

        const RunResult& result = m_controller.outcome()->result;
        QCOMPARE(result.counts.classified, std::uint64_t(300));
        QCOMPARE(page.tile(Figure::Progress).shown().parts[0].figure, QStringLiteral("300"));
        const PlotPoints points = plotPoints(result.intervals, false);
        QCOMPARE(page.timeSeries().plots().shown().achieved, points.achieved);
        QCOMPARE(page.timeSeries().plots().shown().accuracy, points.accuracy);
        QCOMPARE(page.timeSeries().plots().shown().p50, points.p50);
        QCOMPARE(page.timeSeries().table().rowCount(), static_cast<int>(result.intervals.size()));

        // The thumbnails are the last images of the test set that were sent, as they were classified.
        const ImageSet& images = *m_controller.run()->inputs().images.sent;
        const std::vector<Picture>& shown = page.pictures().pictures().pictures();
        QVERIFY(!shown.empty());
        QCOMPARE(shown[0].ordinal, std::uint64_t(299));
        for (const Picture& picture : shown) {
            QCOMPARE(picture.label, images.labels[picture.sequence]);
            QVERIFY(std::ranges::equal(picture.pixels, images.image(picture.sequence)));
        }
        std::uint64_t mistakes = 0;
        const GalleryContents contents = m_controller.run()->gallery()->contents();
        for (std::size_t label = 0; label < cifar10::kClassCount; ++label)
            for (std::size_t predicted = 0; predicted < cifar10::kClassCount; ++predicted) {
                const std::uint64_t counted = result.confusion.at(label, predicted);
                QCOMPARE(contents.cell(label, predicted).size(), std::min<std::uint64_t>(counted, 32));
                mistakes += label != predicted ? counted : 0;
            }
        QCOMPARE(contents.mostConfidentErrors.size(), std::min<std::uint64_t>(mistakes, 32));
    }

private:
    RunController m_controller{[](const engines::EngineRegistry&) { return BuildFacts{}; }};
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<LivePageTest>(argc, argv);
}

#include "tst_live_page.moc"
