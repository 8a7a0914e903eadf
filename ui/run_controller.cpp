#include "ui/run_controller.h"

#include <QDateTime>

namespace iotbench::ui {

RunController::RunController(
    const std::function<BuildFacts(const engines::EngineRegistry&)>& build, QObject* parent)
    : QObject(parent)
    , m_models(ModelCatalogue::standard())
    , m_environment{m_engines, m_models, build(m_engines), true}
{
    m_timer.setInterval(kPullMs);
    connect(&m_timer, &QTimer::timeout, this, &RunController::pull);
}

RunController::~RunController()
{
    if (m_run)
        m_run->requestStop();
    m_stopWanted = true;
    joinWorker();
}

void RunController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void RunController::joinWorker()
{
    if (m_worker.joinable())
        m_worker.join();
}

void RunController::start(const EffectiveSettings& settings)
{
    if (busy())
        return;
    joinWorker(); // it has posted its last word already
    m_stopWanted = false;
    setState(State::Preparing);
    KeepIn keep;
    if (m_newFolder)
        keep.folder = m_newFolder().toStdString();
    m_worker = std::thread([this, settings, keep] {
        Result<std::unique_ptr<Run>> run = Run::prepare(
            settings, m_environment, keep, [this] { return m_stopWanted.load(std::memory_order_relaxed); });
        if (!run) {
            QMetaObject::invokeMethod(
                this, [this, reason = QString::fromStdString(run.error())] { fail(reason); },
                Qt::QueuedConnection);
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, shared = std::shared_ptr<Run>(std::move(*run))]() mutable { take(std::move(shared)); },
            Qt::QueuedConnection);
    });
}

void RunController::fail(const QString& reason)
{
    joinWorker();
    setState(State::Idle);
    emit failedToStart(reason);
}

void RunController::take(std::shared_ptr<Run> run)
{
    joinWorker();
    m_run = std::move(run);
    m_snapshot.reset();
    m_outcome.reset();
    m_run->start();
    if (m_stopWanted)
        m_run->requestStop();
    setState(m_stopWanted ? State::Stopping : State::Running);
    emit started();
    m_timer.start();
    m_worker = std::thread([this, waited = m_run] {
        auto outcome = std::make_shared<const RunOutcome>(waited->wait());
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { conclude(outcome); }, Qt::QueuedConnection);
    });
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

void RunController::pull()
{
    m_snapshot = m_run->snapshot();
    if (m_snapshot->phase != RunPhase::Finished)
        m_startUnixMs
            = QDateTime::currentMSecsSinceEpoch() - static_cast<std::int64_t>(m_snapshot->sinceStartS * 1000);
    emit snapshotChanged(m_snapshot);
}

void RunController::conclude(std::shared_ptr<const RunOutcome> outcome)
{
    m_timer.stop();
    joinWorker();
    pull();
    m_outcome = std::move(outcome);
    setState(State::Idle);
    emit finished(m_outcome);
}

} // namespace iotbench::ui
