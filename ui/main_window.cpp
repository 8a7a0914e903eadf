#include "ui/main_window.h"

#include "models/model_catalogue.h"
#include "reports/report_files.h"
#include "ui/base/bar_button.h"
#include "ui/base/changes.h"
#include "ui/base/command_box.h"
#include "ui/base/figures.h"
#include "ui/base/in_background.h"
#include "ui/base/layouts.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"
#include "ui/comparison/comparison_page.h"
#include "ui/history/history_page.h"
#include "ui/live/live_page.h"
#include "ui/live/time_series_panel.h"
#include "ui/notice_row.h"
#include "ui/plots/time_plots.h"
#include "ui/result/result_page.h"
#include "ui/setup/setup_form.h"
#include "ui/setup/setup_page.h"
#include "ui/setup/side_panels.h"
#include "ui/status_line.h"
#include "ui/window_bar.h"
#include "ui/window_menu.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace iotbench::ui {
namespace {

const QKeySequence kStartKeys(Qt::CTRL | Qt::Key_R);
// Closing waits so long at most: for a model's file, which may hang, and for what was measured to be kept.
constexpr int kLoadingMs = 3'000, kEndingMs = 30'000;

// The local files and folders that are being dropped.
QStringList droppedPaths(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (const QString path = url.toLocalFile(); !path.isEmpty())
            paths << path;
    return paths;
}

// What was asked for: of a study, which decided some of the settings of its last run itself, the study. Where
// the run's report went to is its own place.
void useAgain(RunSetup& setup, const ShownRun& run)
{
    if (!run.study)
        return setup.replace(settingsToRepeat(run.result.settings));
    const StudyFacts& facts = *run.study;
    const bool sweep = facts.kind == "sweep"; // each combination has decided for itself what was open
    Settings values = settingsToRepeat(sweep ? run.result.requested : run.result.settings);
    if (sweep)
        values.label.clear(); // of a combination
    StudyOptions study;
    study.search.find = facts.find;
    if (study.search.search()) {
        study.search.precisionPct = facts.precisionPct;
        study.search.probeSeconds = facts.probeSeconds;
        values.maxP99Ms.reset(); // the search's, not a criterion of each run
        values = askedForSearch(study.search, values).values;
    }
    if (run.isSeries() && !study.search.search())
        study.repeat = static_cast<unsigned>(std::max<std::uint64_t>(facts.repeats, 1));
    for (const SweptValues& swept : facts.swept)
        if (const auto setting = sweptSetting(swept.setting + '=' + swept.values)) {
            resetSetting(*setting->setting, values);
            study.sweep.push_back(*setting);
        }
    if (facts.cooldownS > 0)
        study.cooldownS = facts.cooldownS;
    values.seed = !run.probes.empty() ? run.probes.front().request.seed
        : !run.runs.empty()           ? run.runs.front().seed
                                      : facts.seed;
    setup.replace(values);
    setup.setStudy(run.isSearch()    ? StudyKind::Search
            : facts.kind == "repeat" ? StudyKind::Repeat
                                     : StudyKind::Sweep,
        study, [&](Settings& proposed) {
            if (study.search.search())
                proposed.maxP99Ms = facts.maxP99Ms;
        });
}

} // namespace

MainWindow::MainWindow(
    RunController& controller, Theme& theme, Language& language, const Settings& values, QWidget* parent)
    : QMainWindow(parent)
    , m_controller(controller)
    , m_theme(theme)
    , m_language(language)
    , m_notice(new NoticeRow)
    , m_pages(new QStackedWidget)
    , m_line(new StatusLine)
{
    m_controller.keepRunsIn([this] { return m_keptRuns.folderForNewRun(); });
    // Before the pages hear of it, so that they find the run among the kept ones.
    const auto keep = [this](const auto& outcome) { m_keptRuns.conclude(*outcome); };
    connect(&m_controller, &RunController::finished, &m_keptRuns, keep);
    connect(&m_controller, &RunController::searchFinished, &m_keptRuns, keep);
    connect(&m_controller, &RunController::seriesFinished, &m_keptRuns, keep);
    m_setup = new SetupPage(controller, m_keptRuns, values);
    m_live = new LivePage(controller);
    m_result = new ResultPage(controller, m_keptRuns);
    m_history = new HistoryPage(m_keptRuns);
    m_comparison = new ComparisonPage;
    for (Page* each : std::initializer_list<Page*>{m_setup, m_live, m_result, m_history, m_comparison}) {
        m_pages->addWidget(each);
        connect(each, &Page::noticed, this, &MainWindow::showNotice);
        each->addActions(each->barActions()); // their shortcuts, while the page shows
    }
    auto* whole = new QWidget;
    QVBoxLayout* column = columnIn(whole, 0);
    makeBar();
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    column->addWidget(m_line);
    setCentralWidget(whole);
    setAcceptDrops(true);

    makeMenu();
    makeShortcuts();
    watchRuns();
    watchResult();
    connect(m_setup, &SetupPage::settingsChanged, this, &MainWindow::showState);
    connect(&m_setup->form(), &SetupForm::modelSeen, this, &MainWindow::tellOpened);
    connect(m_setup, &SetupPage::openRequested, this, &MainWindow::openReport);
    connect(m_line, &StatusLine::logRequested, this, [this] {
        showPage(Live);
        m_live->showEvents();
    });
    connect(m_history, &HistoryPage::openRequested, this, &MainWindow::openReport);
    connect(m_history, &HistoryPage::useRequested, this,
        [this](const QString& folder) { useSettingsOf(folder, 0); });
    connect(m_comparison, &ComparisonPage::repeatRequested, this, &MainWindow::useSettingsOf);
    connect(m_history, &HistoryPage::baselineRequested, this, &MainWindow::useAsBaseline);
    connect(m_history, &HistoryPage::compareRequested, m_comparison, &ComparisonPage::compare);
    connect(m_comparison, &ComparisonPage::ready, this, [this] { showPage(Comparison); });
    connect(m_comparison, &ComparisonPage::backRequested, this, [this] { showPage(History); });
    inEachLanguage(this, [this] {
        setTexts();
        m_bar->showActions(page(currentPage())->barActions());
        showState();
    });
    resize(characters(this, 185), QFontMetrics(font()).height() * 48);
    m_startStop->setFocus();
}

MainWindow::~MainWindow() = default;

Page* MainWindow::page(int index) const
{
    return static_cast<Page*>(m_pages->widget(index));
}

int MainWindow::currentPage() const
{
    return m_pages->currentIndex();
}

QString MainWindow::notice() const
{
    return m_notice->text();
}

void MainWindow::makeBar()
{
    m_bar = new WindowBar;
    m_tabs = &m_bar->pages();
    m_startStop = &m_bar->startStop();
    connect(m_tabs, &SegmentBar::currentChanged, this, &MainWindow::showPage);
    connect(m_tabs, &SegmentBar::clicked, this, &MainWindow::showPage); // Comparison marks the tab of Result
    connect(m_startStop, &QPushButton::clicked, this, [this] {
        if (m_controller.busy())
            m_controller.requestStop();
        else
            startRun();
    });
}

void MainWindow::makeMenu()
{
    m_menu = new WindowMenu(m_theme, m_language, m_controller.build(), this);
    m_bar->menu().setMenu(m_menu);
    // A menu of the window's own would take the first row; its shortcuts work from here.
    addActions(m_menu->actions());
}

// What the window does by keys alone; help lists them by their texts.
void MainWindow::makeShortcuts()
{
    const auto add = [this](const QKeySequence& keys, const std::function<void()>& act) {
        m_keys << addAction(QString(), keys, this, act);
    };
    add(kStartKeys, [this] { startRun(); });
    for (int index = SetUp; index <= History; ++index)
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)),
            [this, index] { showPage(index); });
    add(QKeySequence::Open, [this] {
        showPage(SetUp);
        m_setup->form().openModel();
    });
}

void MainWindow::watchRuns()
{
    connect(&m_controller, &RunController::stateChanged, this, &MainWindow::showState);
    connect(&m_controller, &RunController::preparing, this, [this] { showPage(Live); });
    connect(
        &m_controller, &RunController::failedToStart, this, [this](const Message& reason, bool cannotListen) {
            if (cannotListen)
                m_setup->setup().remark("listen", reason);
            failed(reason);
            if (m_closing)
                close();
        });
    connect(&m_controller, &RunController::snapshotChanged, this,
        [this](const auto& snapshot) { m_line->show(*snapshot, m_controller.startUnixMs()); });
    const auto showLine = [this](const auto& snapshot) {
        if (snapshot->run)
            m_line->show(*snapshot->run, m_controller.startUnixMs());
    };
    connect(&m_controller, &RunController::searchChanged, this, showLine);
    connect(&m_controller, &RunController::seriesChanged, this, showLine);
    connect(&m_controller, &RunController::seriesChanged, this,
        &MainWindow::showState); // the first tells its kind
    const auto tellEnd = [this](const auto& outcome) {
        if (m_closing)
            close();
        else
            ended(*outcome);
    };
    connect(&m_controller, &RunController::finished, this, tellEnd);
    connect(&m_controller, &RunController::searchFinished, this, tellEnd);
    connect(&m_controller, &RunController::seriesFinished, this, tellEnd);
}

void MainWindow::watchResult()
{
    connect(m_result, &ResultPage::goOnRequested, this, [this](const SearchContext& context) {
        showNotice({.about = Notice::About::Start});
        m_live->expectStudy(context);
        m_result->expectStudy(context);
        if (const KeptSearch* const kept = m_result->keptSearch())
            m_controller.goOn(*kept);
        else
            m_controller.goOn();
    });
    connect(m_result, &ResultPage::useRequested, this, [this](const Settings& settings) {
        m_setup->setup().replace(settings);
        showPage(SetUp);
        showNotice({Notice::Kind::Told, tr("These are the settings of the chosen combination.")});
    });
}

void MainWindow::showReportFaults(const std::vector<Message>& errors, const Message& notKept)
{
    for (const Message& error : errors)
        showNotice({Notice::Kind::Caution, translated(error)});
    if (!notKept.empty())
        showNotice({Notice::Kind::Caution, tr("The run was not kept: %1").arg(translated(notKept))});
}

// It stays a matter of setting up.
void MainWindow::failed(const Message& reason)
{
    showPage(SetUp);
    showNotice({.kind = Notice::Kind::Fault, .text = translated(reason), .about = Notice::About::Start});
}

void MainWindow::ended(const RunOutcome& outcome)
{
    if (!measuredNothing(outcome.result))
        showResult(tr("The run has ended."));
    else
        endedWithoutResult(outcome.result);
    showReportFaults(outcome.reportErrors, outcome.notKept); // last, so that nothing covers them
}

// A run that measured nothing stays a matter of setting up.
void MainWindow::endedWithoutResult(const RunResult& result)
{
    if (result.end == RunEnd::Stopped)
        return tellStopped();
    if (result.settings.connect)
        m_setup->setup().remark("connect", result.failure);
    failed(result.failure);
}

void MainWindow::tellStopped()
{
    showPage(SetUp);
    showNotice(
        {.text = tr("Stopped before there was a result: nothing is kept."), .about = Notice::About::Start});
}

void MainWindow::ended(const SearchOutcome& outcome)
{
    if (!outcome.failure.empty())
        failed(outcome.failure);
    else if (outcome.last)
        showResult(tr("The search has ended."));
    else
        tellStopped();
    showReportFaults(outcome.reportErrors, outcome.last ? outcome.last->notKept : Message());
}

void MainWindow::ended(const SeriesOutcome& outcome)
{
    if (!outcome.failure.empty())
        failed(outcome.failure);
    else if (outcome.report || !outcome.stopped)
        showResult(
            outcome.facts.kind == "sweep" ? tr("The sweep has ended.") : tr("The repeats have ended."));
    else
        tellStopped();
    showReportFaults(outcome.reportErrors, outcome.notKept);
}

// The page opens by itself where nobody is in the middle of something.
void MainWindow::showResult(const QString& what)
{
    if (currentPage() == Live && !m_live->holdsAttention())
        showPage(ResultIndex);
    else if (currentPage() != ResultIndex || m_result->endedWaits())
        showNotice({Notice::Kind::Told, what, tr("Show its result"),
            [this] {
                m_result->showEnded();
                showPage(ResultIndex);
                showState(); // the page may have been there
            },
            Notice::About::Start});
}

void MainWindow::setTexts()
{
    setWindowTitle(QStringLiteral("IoT Analytics Benchmark"));
    const QStringList pages{tr("Set up"), tr("Live"), tr("Result"), tr("History")};
    m_tabs->setTexts(pages);
    const QStringList keys
        = QStringList(tr("Start the run, or run again")) + pages + QStringList(tr("Open a model"));
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_keys[i]->setText(keys[i]);
    for (int index = SetUp; index <= History; ++index)
        m_tabs->segment(index)->setToolTip(m_keys[1 + index]->shortcut().toString(QKeySequence::NativeText));
    m_tabs->setAccessibleName(tr("Pages"));
    m_bar->menu().setToolTip(tr("Help, about, language and theme"));
    m_bar->menu().setAccessibleName(tr("Menu"));
    m_startStop->reserve({tr("Start"), tr("Run again"), tr("Stop"), tr("Stopping…")});
}

void MainWindow::showPage(int index)
{
    const int tab = index == Comparison ? ResultIndex : index; // it is a result, of several runs
    if (index == currentPage() && m_tabs->current() == tab)
        return;
    {
        const QSignalBlocker told(m_tabs);
        m_tabs->setCurrent(tab);
    }
    m_pages->setCurrentIndex(index);
    m_bar->showActions(page(currentPage())->barActions());
    showState();
}

void MainWindow::startRun()
{
    if (m_controller.busy())
        return;
    if (const std::optional<EffectiveSettings> settings = m_setup->settings()) {
        showNotice({.about = Notice::About::Start}); // of the try before
        m_setup->setup().remark({}, {});
        m_ran = m_setup->commands().command()->text();
        const std::optional<SearchGoal> goal = m_setup->goal();
        const std::optional<StudyOptions> series = m_setup->series();
        if (!goal && !series)
            return m_controller.start(*settings);
        const RunSetup& setup = m_setup->setup();
        const SearchContext context{setup.ownCameras(), m_ran};
        m_live->expectStudy(context);
        m_result->expectStudy(context);
        if (series)
            m_controller.startSeries(*settings, setup.asked(), *series);
        else
            m_controller.startSearch(*settings, *goal);
    } else {
        showPage(SetUp);
    }
}

QString MainWindow::runWords() const
{
    const std::shared_ptr<const Run> run = m_controller.run();
    const std::shared_ptr<const SearchStudy> search = m_controller.search();
    if (const std::shared_ptr<const SeriesStudy> series = m_controller.series()) {
        const QString model = QString::fromStdString(series->settings().model).section(u'/', -1);
        const bool sweep = series->snapshot()->stand->facts.kind == "sweep";
        const QString what = sweep ? tr("sweep") : tr("repeats");
        return joined({what, model});
    }
    if (!run && !search)
        return {};
    const RunInputs& inputs = run ? run->inputs() : search->inputs();
    const Settings& settings = *inputs.settings;
    QStringList parts;
    if (search)
        parts << tr("capacity search");
    if (inputs.model)
        parts << QString::fromUtf8(inputs.model->name);
    if (settings.role != Role::Send) {
        parts << QString::fromUtf8(settings.engine) + u' ' + QString::fromUtf8(toString(settings.precision));
        parts << (settings.workers == 1 ? tr("1 worker") : tr("%1 workers").arg(settings.workers));
    }
    parts << (settings.format ? QString::fromUtf8(toString(*settings.format)) : tr("any format"));
    return joined(parts);
}

QString MainWindow::idleWords() const
{
    if (currentPage() == SetUp)
        return tr("Ready");
    const ShownRun* const shown = m_result->shown();
    if (currentPage() != ResultIndex || !shown || !shown->readBack)
        return {};
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(shown->result.startUnixMs);
    const QString host = QString::fromStdString(shown->result.machine.hostName);
    const QString words = tr("Kept run of %1").arg(QLocale().toString(start, QLocale::ShortFormat));
    return joined({words, host});
}

void MainWindow::showState()
{
    using State = RunController::State;
    const State state = m_controller.state();
    const QString obstacle = m_setup->obstacle();
    // Start runs the form's settings: not those of a run that was opened, nor of one before they were
    // changed.
    const ShownRun* const shown = m_result->shown();
    const bool again = currentPage() == ResultIndex && shown && !shown->readBack
        && m_setup->commands().command()->text() == m_ran;
    switch (state) {
    case State::Idle:
        m_startStop->setText(again ? tr("Run again") : tr("Start"));
        m_startStop->setToolTip(obstacle.isEmpty()
                ? tr("Starts the run (%1)").arg(kStartKeys.toString(QKeySequence::NativeText))
                : obstacle);
        m_bar->setStatus(obstacle.isEmpty() ? idleWords() : obstacle);
        break;
    case State::Preparing:
        m_startStop->setText(tr("Stop"));
        m_startStop->setToolTip(tr("Ends the run before its first image; nothing is kept (Esc on Live)"));
        m_bar->setStatus(tr("Loading model and images…"));
        break;
    case State::Running:
        m_startStop->setText(tr("Stop"));
        m_startStop->setToolTip(!m_controller.run()
                ? tr("Ends it within a second; the answer so far is kept (Esc on Live)")
                : tr("Ends the run within a second; its report is kept (Esc on Live)"));
        m_bar->setStatus(currentPage() == SetUp ? tr("Changes are for the next run") : runWords());
        break;
    case State::Stopping:
        m_startStop->setText(tr("Stopping…"));
        m_startStop->setToolTip({});
        m_bar->setStatus(m_controller.loading() ? tr("The run ends once its model is loaded")
                                                : tr("What has been read is worked off"));
        break;
    }
    const bool busy = state != State::Idle;
    m_startStop->setAccessibleName(m_startStop->text());
    m_startStop->setLook(busy ? BarButton::Look::Stop : BarButton::Look::Primary);
    m_startStop->setSign(busy ? QChar(u'\u25A0') : QChar(u'\u25B6'));
    const bool stops = busy && state != State::Stopping;
    m_startStop->setKeys(!busy               ? kStartKeys
            : stops && currentPage() == Live ? QKeySequence(Qt::Key_Escape)
                                             : QKeySequence());
    m_startStop->setEnabled(busy ? stops : obstacle.isEmpty());
}

void MainWindow::showNotice(const Notice& notice)
{
    m_notice->show(notice);
}

void MainWindow::read(const QString& report, std::function<void(const ShownRun&)> use)
{
    inBackground(
        this, [report] { return readShownRun(report); },
        [this, reading = ++m_reading, use = std::move(use)](const Result<ShownRun>& run) {
            if (reading != m_reading)
                return;
            showNotice({.kind = Notice::Kind::Fault,
                .text = run ? QString() : translated(run.error()),
                .about = Notice::About::Opening});
            if (run)
                use(*run);
        });
}

void MainWindow::openReport(const QString& folder)
{
    read(folder, [this](const ShownRun& run) {
        m_result->showKept(run, m_setup->setup().ownCameras());
        showPage(ResultIndex);
        showState(); // the page may have been there
    });
}

void MainWindow::useSettingsOf(const QString& folder, unsigned repeats)
{
    read(folder, [this, repeats](const ShownRun& run) {
        useAgain(m_setup->setup(), run);
        if (repeats > 0) {
            StudyOptions study;
            study.repeat = repeats;
            m_setup->setup().setStudy(StudyKind::Repeat, study);
        }
        showPage(SetUp);
        showNotice({Notice::Kind::Told, tr("These are the settings of the kept run.")});
    });
}

void MainWindow::useAsBaseline(const QString& folder)
{
    TimePlots& plots = m_live->timeSeries().plots();
    if (folder.isEmpty()) {
        plots.setBaseline({});
        m_history->setBaseline({});
        return showNotice({.about = Notice::About::Baseline});
    }
    read(folder, [this, folder, &plots](const ShownRun& run) {
        plots.setBaseline(
            plotPoints(withoutWait(run.result.intervals), run.result.settings.role == Role::Send));
        m_history->setBaseline(folder);
        showNotice({Notice::Kind::Told, tr("Live draws this run as a thin line beside the next ones."),
            tr("Take it away"), [this] { useAsBaseline({}); }, Notice::About::Baseline});
    });
}

void MainWindow::openPath(const QString& path)
{
    const QFileInfo info(path);
    if (info.suffix().toLower() == QStringLiteral("html")
        || (info.isDir() && QFileInfo::exists(path + u'/' + QLatin1String(kReportFile)))) {
        openReport(path);
        return;
    }
    const QString suffix = info.suffix().toLower();
    if (info.isFile() && std::ranges::any_of(kModelSuffixes, [&](const char* each) {
            return suffix == QLatin1String(each);
        })) {
        m_opened = path;
        showPage(SetUp);
        m_setup->form().useModel(path);
        return;
    }
    const QString words = info.isDir()
        ? tr("%1 is no report folder: it has no report.json.")
        : tr("%1 is neither a model (.onnx, .keras, .h5, .xml) nor a report folder or data sheet (.html).");
    showNotice(
        {.kind = Notice::Kind::Caution, .text = words.arg(info.fileName()), .about = Notice::About::Opening});
}

// Once the file has been read: only then is it known whether it is a model.
void MainWindow::tellOpened()
{
    if (m_opened.isEmpty() || !m_setup->form().ready())
        return;
    const ModelSeen& seen = m_setup->form().model();
    const QString path = std::exchange(m_opened, QString());
    if (seen.asked != path)
        return; // another one has been chosen since
    const QString name = QFileInfo(path).fileName();
    if (!seen.fault.empty())
        showNotice({.kind = Notice::Kind::Fault,
            .text = tr("%1 cannot be used: %2").arg(name, translated(seen.fault)),
            .about = Notice::About::Opening});
    else
        showNotice({.text = m_controller.busy() ? tr("%1 is for the next run.").arg(name)
                                                : tr("The model is now %1.").arg(name),
            .about = Notice::About::Opening});
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Not a shortcut: that would fire too when Esc closes the list of a combo box.
    if (event->key() == Qt::Key_Escape && currentPage() == Live && m_controller.busy()) {
        m_controller.requestStop();
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_controller.busy() || m_closing)
        return event->accept();
    event->ignore();
    askBeforeClosing();
}

void MainWindow::askBeforeClosing()
{
    auto* box = new QMessageBox(QMessageBox::Question, windowTitle(),
        tr("Measuring is still going on. Stop it and close the window?"), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("closeQuestion"));
    QPushButton* stop = box->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    box->addButton(tr("Keep measuring"), QMessageBox::RejectRole);
    connect(stop, &QPushButton::clicked, this, &MainWindow::endRunAndClose);
    box->open();
}

void MainWindow::endRunAndClose()
{
    m_closing = true;
    if (!m_controller.busy()) {
        close();
        return;
    }
    QTimer::singleShot(m_controller.loading() ? kLoadingMs : kEndingMs, this, &MainWindow::close);
    m_controller.requestStop();
}

// Report folders, any number of them, go where they are dropped: into the list of kept runs.
bool MainWindow::areForHistory(const QStringList& paths) const
{
    return currentPage() == History && !paths.isEmpty()
        && std::ranges::all_of(paths, [](const QString& path) { return QFileInfo(path).isDir(); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.size() == 1 || areForHistory(paths))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QStringList paths = droppedPaths(event->mimeData());
    if (areForHistory(paths))
        m_history->import(paths);
    else
        openPath(paths.value(0));
}

} // namespace iotbench::ui
