#include "ui/run_controller.h"

#include "run/stream_ends.h"

#include <QDateTime>

namespace iotbench::ui {

RunController::RunController(
    const std::function<BuildFacts(const engines::EngineRegistry&)>& build, QObject* parent)
    : QObject(parent)
    , m_models(ModelCatalogue::standard())
    , m_environment{m_engines, m_models, build(m_engines), true}
    , m_workDoneNotifier(m_workDone.fd(), QSocketNotifier::Read)
{
    m_timer.setInterval(kPullMs);
    connect(&m_timer, &QTimer::timeout, this, &RunController::pull);
    connect(&m_workDoneNotifier, &QSocketNotifier::activated, this, &RunController::workDone);
}

RunController::~RunController()
{
    if (m_run)
        m_run->requestStop();
    m_stopWanted = true;
    if (m_worker.joinable())
        m_worker.join();
}

void RunController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void RunController::inBackground(std::function<void()> work)
{
    m_worker = std::thread([this, todo = std::move(work)] {
        todo();
        m_workDone.notify();
    });
}

void RunController::workDone()
{
    if (!m_worker.joinable())
        return; // endNow() has been before the event loop
    m_worker.join();
    m_workDone.clear();
    if (m_state == State::Preparing)
        prepared();
    else
        concluded();
}

void RunController::start(const EffectiveSettings& settings)
{
    if (busy())
        return;
    m_stopWanted = false;
    setState(State::Preparing);
    KeepIn keep;
    if (m_newFolder)
        keep.folder = m_newFolder().toStdString();
    inBackground([this, settings, keep] {
        auto listener = bindListener(*settings);
        m_cannotListen = !listener;
        m_prepared = listener ? Run::prepare(settings, m_environment,
                         {.listener = std::move(*listener),
                             .keep = keep,
                             .cancelled = [this] { return m_stopWanted.load(std::memory_order_relaxed); }})
                              : Error{listener.error()};
    });
}

void RunController::prepared()
{
    if (!m_prepared) {
        setState(State::Idle);
        emit failedToStart(m_prepared.error(), m_cannotListen);
        return;
    }
    m_run = std::move(*m_prepared);
    m_snapshot.reset();
    m_outcome.reset();
    m_run->start();
    if (m_stopWanted)
        m_run->requestStop();
    setState(m_stopWanted ? State::Stopping : State::Running);
    emit started();
    m_timer.start();
    inBackground([this] { m_concluded = std::make_shared<const RunOutcome>(m_run->wait()); });
    pull();
}

void RunController::requestStop()
{
    if (!busy() || m_stopWanted)
        return;
    m_stopWanted = true;
    if (m_state == State::Running) {
        m_run->requestStop();
        setState(State::Stopping);
    }
}

void RunController::endNow()
{
    requestStop();
    while (busy()) // loading comes to its end, and then the run
        workDone();
}

void RunController::pull()
{
    m_snapshot = m_run->snapshot();
    if (m_snapshot->phase != RunPhase::Finished)
        m_startUnixMs
            = QDateTime::currentMSecsSinceEpoch() - static_cast<std::int64_t>(m_snapshot->sinceStartS * 1000);
    emit snapshotChanged(m_snapshot);
}

void RunController::concluded()
{
    m_timer.stop();
    pull();
    m_outcome = std::move(m_concluded);
    setState(State::Idle);
    emit finished(m_outcome);
}

} // namespace iotbench::ui
