#include "ui/screenshot.h"

#include "ui/base/segment_bar.h"
#include "ui/base/translated.h"
#include "ui/comparison/comparison_page.h"
#include "ui/setup/setup_page.h"

#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace iotbench::ui {
namespace {

constexpr int kSettleMs = 700; // until layouts, pictures and plots have been painted
constexpr int kWaitedMs = 12'000; // a wait worth showing
constexpr double kShareOfRun = 0.62; // a run worth showing
constexpr double kLongestS = 20; // of a run without a known end

} // namespace

std::optional<Screenshot::When> Screenshot::whenFromWord(const QString& word)
{
    static const QStringList kWords{QStringLiteral("setup"), QStringLiteral("waiting"),
        QStringLiteral("live"), QStringLiteral("result"), QStringLiteral("history"),
        QStringLiteral("capacity"), QStringLiteral("compare"), QStringLiteral("sweep")};
    if (word.isEmpty())
        return When::Live;
    const qsizetype index = kWords.indexOf(word);
    return index < 0 ? std::nullopt : std::optional(static_cast<When>(index));
}

Screenshot::Screenshot(
    MainWindow& window, RunController& controller, const QString& file, When when, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_controller(controller)
    , m_file(file)
    , m_when(when)
{
    connect(&controller, &RunController::failedToStart, this,
        [this](const Message& reason) { fail(translated(reason)); });
    connect(&controller, &RunController::snapshotChanged, this,
        [this](const auto& snapshot) { look(*snapshot); });
    connect(&controller, &RunController::finished, this, &Screenshot::ended);
    connect(&controller, &RunController::searchFinished, this, [this] { take(MainWindow::ResultIndex); });
    connect(&controller, &RunController::seriesFinished, this, [this] { take(MainWindow::ResultIndex); });
    connect(&window.comparisonPage(), &ComparisonPage::ready, this, [this] { take(MainWindow::Comparison); });
}

// As the form has it where the user chooses it, with probes that are as short as may be.
void Screenshot::chooseStudy()
{
    constexpr int kCameras = 1, kSweep = 4; // segments
    auto* const studies = m_window.setupPage().findChild<SegmentBar*>(QStringLiteral("find"));
    studies->setCurrent(m_when == When::Capacity ? kCameras : kSweep);
    if (m_when == When::Capacity)
        m_window.setupPage().setup().changeStudy(
            [](StudyOptions& study) { study.search.probeSeconds = SearchOptions::kLeastProbeS; });
}

void Screenshot::ended()
{
    if (m_when == When::Waiting)
        return fail(tr("The run ended without waiting for a sender."));
    if (m_when != When::Comparison)
        return take(m_when == When::History ? MainWindow::History
                : m_when == When::Live      ? MainWindow::Live
                                            : MainWindow::ResultIndex);
    QStringList folders;
    for (const KeptRunFacts& run : m_window.keptRuns().list())
        folders.prepend(QString::fromStdString(run.folder));
    if (folders.size() > 1)
        m_window.comparisonPage().compare(folders);
    else // another one of the same
        QMetaObject::invokeMethod(&m_window, &MainWindow::startRun, Qt::QueuedConnection);
}

void Screenshot::begin()
{
    if (m_when == When::Capacity || m_when == When::Sweep)
        chooseStudy();
    if (m_when == When::SetUp)
        take(MainWindow::SetUp);
    else if (m_window.setupPage().settings())
        m_window.startRun();
    else
        fail(tr("A setting is wrong: the run cannot be started."));
}

void Screenshot::look(const RunSnapshot& snapshot)
{
    if (snapshot.phase == RunPhase::Waiting && !m_sinceWaiting.isValid())
        m_sinceWaiting.start();
    if (m_when == When::Waiting && snapshot.phase == RunPhase::Waiting
        && m_sinceWaiting.elapsed() >= kWaitedMs)
        take(MainWindow::Live);
    if (m_when == When::Live && snapshot.phase == RunPhase::Running
        && (snapshot.progress.value_or(0) >= kShareOfRun || snapshot.elapsedS >= kLongestS))
        take(MainWindow::Live);
}

void Screenshot::take(int page)
{
    if (m_taken)
        return;
    m_taken = true;
    m_window.showPage(page);
    // The run goes on meanwhile: what is waited for has come, and more of the same does no harm.
    QTimer::singleShot(m_when == When::Live ? 0 : kSettleMs, this, [this] {
        const bool saved = m_window.grab().save(m_file, "PNG");
        if (!saved)
            std::fprintf(stderr, "iotbench: cannot write %s\n", qPrintable(m_file));
        emit done(saved ? 0 : 1);
    });
}

void Screenshot::fail(const QString& why)
{
    if (m_taken)
        return;
    m_taken = true;
    std::fprintf(stderr, "iotbench: %s\n", qPrintable(why));
    emit done(1);
}

} // namespace iotbench::ui
