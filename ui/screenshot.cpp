#include "ui/screenshot.h"

#include "ui/base/translated.h"
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
        QStringLiteral("live"), QStringLiteral("result"), QStringLiteral("history")};
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
    connect(&controller, &RunController::finished, this, [this] {
        if (m_when == When::Waiting)
            fail(tr("The run ended without waiting for a sender."));
        else
            take(m_when == When::History   ? MainWindow::History
                    : m_when == When::Live ? MainWindow::Live
                                           : MainWindow::ResultIndex);
    });
}

void Screenshot::begin()
{
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
