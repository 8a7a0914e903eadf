// On every page, in both languages and in a small and a usual window, each text has the room that it needs,
// or gives way on purpose: then its tooltip has the whole of it.
#include "gui/kept_example.h"
#include "gui/live_examples.h"
#include "gui/window_under_test.h"
#include "ui/base/bar_button.h"
#include "ui/base/digit_label.h"
#include "ui/base/segment_bar.h"
#include "ui/capacity/capacity_view.h"
#include "ui/comparison/comparison_page.h"
#include "ui/history/history_page.h"
#include "ui/result/result_page.h"
#include "ui/setup/preset_button.h"
#include "unit/study_driver/example_search.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTextDocumentFragment>
#include <QToolButton>

using namespace iotbench;
using namespace iotbench::ui;
using namespace Qt::StringLiterals;
using test::WindowUnderTest;

namespace {

void chooseStudy(WindowUnderTest& test, int segment)
{
    test.editor<SegmentBar>("find")->setCurrent(segment);
}

void showRun(WindowUnderTest& test, const std::optional<StudyFacts>& study = {},
    const std::vector<Probe>& probes = {}, const std::vector<RepeatedRun>& runs = {})
{
    ShownRun run;
    run.result = test::exampleRun();
    run.verdict = judge(run.result);
    run.study = study;
    run.probes = probes;
    run.runs = runs;
    test.window.showPage(MainWindow::ResultIndex);
    test.window.resultPage().show(run);
}

void showSearch(WindowUnderTest& test)
{
    const SearchGoal goal{.cameraRatePerS = 15, .limitMs = 100, .precision = 0.02, .mostProbeS = 60};
    const test::PlayedSearch search = test::played(goal, 93);
    const SearchRecord record = test::recordOf(goal, search.probes);
    StudyFacts facts = *record.report.study;
    facts.kind = "search";
    facts.answer = "serves";
    facts.holdsAt = 93;
    facts.failsAt = 94;
    facts.verdict = "VALID";
    facts.probes = search.probes.size();
    showRun(test, facts, search.probes);
}

void showSweep(WindowUnderTest& test)
{
    StudyFacts facts;
    facts.kind = "sweep";
    facts.answer = "best";
    facts.swept = {{"engine", "openvino,opencv"}, {"batch-size", "1,8"}};
    for (const char* label :
        {"engine=openvino,batch-size=1", "engine=openvino,batch-size=8", "engine=opencv,batch-size=1"}) {
        SweptPoint& point = facts.points.emplace_back();
        point.label = label;
        point.runs = facts.repeats = 3;
        point.imagesPerS = 1'000.0 * static_cast<double>(facts.points.size());
        point.lowPerS = 0.99 * *point.imagesPerS;
        point.highPerS = 1.01 * *point.imagesPerS;
        point.p99Ms = point.p99LowMs = point.p99HighMs = 2.5 * static_cast<double>(facts.points.size());
        point.accuracyPct = 92.04;
        point.verdict = "VALID";
        point.pareto = true;
        point.best = point.alikeBest = facts.points.size() == 3;
    }
    facts.skipped = {{"engine=opencv,batch-size=8", verbatim("not here")}};
    facts.runs = 9;
    showRun(test, facts);
}

void showLive(WindowUnderTest& test)
{
    test.window.showPage(MainWindow::Live);
    emit test.controller.snapshotChanged(test::exampleSnapshot());
}

void showHistory(WindowUnderTest& test)
{
    const test::KeptExamples kept(3);
    test.window.showPage(MainWindow::History);
    test.window.historyPage().import(kept.folders());
    AWAIT_EQUAL(test.window.historyPage().table().model()->rowCount(), 3);
}

void showComparison(WindowUnderTest& test)
{
    const test::KeptExamples kept(2);
    test.window.comparisonPage().compare(kept.folders());
    AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::Comparison));
}

const std::map<QString, std::function<void(WindowUnderTest&)>>& pages()
{
    static const std::map<QString, std::function<void(WindowUnderTest&)>> kPages{
        {u"set up"_s, [](WindowUnderTest&) {}},
        {u"set up a search"_s, [](WindowUnderTest& test) { chooseStudy(test, 1); }},
        {u"set up a sweep"_s, [](WindowUnderTest& test) { chooseStudy(test, 4); }},
        {u"live"_s, showLive},
        {u"result"_s, [](WindowUnderTest& test) { showRun(test); }},
        {u"history"_s, showHistory},
        {u"comparison"_s, showComparison},
        {u"search"_s, showSearch},
        {u"sweep"_s, showSweep},
    };
    return kPages;
}

QString plain(const QString& text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

bool fits(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->wordWrap())
        return label->heightForWidth(label->width()) <= label->height()
            && label->minimumSizeHint().width() <= label->width();
    if (qobject_cast<const QToolButton*>(widget)) // whose hint has room around the text
        return widget->fontMetrics().tightBoundingRect(widget->property("text").toString()).height()
            <= widget->height();
    if (const auto* preset = qobject_cast<const PresetButton*>(widget))
        return preset->heightForWidth(preset->width()) <= preset->height();
    const QSize needed = widget->minimumSizeHint().expandedTo(
        qobject_cast<const QLabel*>(widget) ? widget->sizeHint() : QSize());
    return needed.width() <= widget->width() && needed.height() <= widget->height();
}

QString textOf(const QWidget* widget)
{
    return plain(widget->property("text").toString());
}

// What shows and has less room than it needs, or reaches out of what it lies in.
QStringList cutIn(const QWidget& window)
{
    QStringList cut;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        const bool hasText = qobject_cast<const QLabel*>(each) || qobject_cast<const QAbstractButton*>(each)
            || qobject_cast<const DigitLabel*>(each);
        const QString text = hasText && each->isVisibleTo(&window) ? textOf(each) : QString();
        const bool inside = !each->parentWidget() || each->parentWidget()->rect().contains(each->geometry());
        if (!text.isEmpty() && !plain(each->toolTip()).contains(text) && (!fits(each) || !inside))
            cut << QStringLiteral("%1 \"%2\": %3x%4 of %5x%6")
                       .arg(QLatin1String(each->metaObject()->className()), text)
                       .arg(each->width())
                       .arg(each->height())
                       .arg(each->sizeHint().width())
                       .arg(each->sizeHint().height());
        // Others are drawn in their own way, or give way with an ellipsis.
        const auto* header = qobject_cast<const QHeaderView*>(each);
        for (int i = 0; header && header->isVisibleTo(&window) && i < header->count(); ++i)
            if (header->sectionResizeMode(i) == QHeaderView::ResizeToContents && !header->isSectionHidden(i)
                && header->orientation() == Qt::Horizontal
                && header->sectionSize(i) < header->sectionSizeHint(i))
                cut << QStringLiteral("heading \"%1\"")
                           .arg(header->model()->headerData(i, Qt::Horizontal).toString());
        if (const auto* area = qobject_cast<const QScrollArea*>(each);
            area && area->isVisibleTo(&window) && area->horizontalScrollBar()->maximum() > 0)
            cut << QStringLiteral("a page that is %1 too wide").arg(area->horizontalScrollBar()->maximum());
    }
    return cut;
}

} // namespace

class TestNothingIsCut : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        ui::Language language;
        language.choose(u"en"_s);
    }
    void eachTextHasItsRoom_data();
    void eachTextHasItsRoom();
};

void TestNothingIsCut::eachTextHasItsRoom_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const auto& [page, show] : pages())
        for (const char* language : {"en", "de"})
            for (const QSize size : {QSize(960, 540), QSize(1'280, 800)})
                QTest::addRow("%s, %s, %d", qPrintable(page), language, size.width())
                    << page << QString::fromLatin1(language) << size;
}

void TestNothingIsCut::eachTextHasItsRoom()
{
    QFETCH(QString, page);
    QFETCH(QString, language);
    QFETCH(QSize, size);
    WindowUnderTest test;
    QVERIFY(test.language.choose(language));
    test.window.resize(size);
    pages().at(page)(test);
    QStringList cut;
    [[maybe_unused]] const bool settled
        = QTest::qWaitFor([&] { return (cut = cutIn(test.window)).isEmpty(); });
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestNothingIsCut>(argc, argv);
}

#include "tst_nothing_is_cut.moc"
