#include "run/sending_run.h"

#include "run/run_start.h"
#include "run/stream_ends.h"

namespace iotbench {

namespace {

// A user who sees no figure move for so long wonders.
constexpr std::int64_t kQuietNs = 1'000'000'000;

// Tells once that it is the receiver that is waited for.
class UnreadNotice {
public:
    void look(const SendingSide& sending, RunContext& run)
    {
        if (m_told || !sending.allSent())
            return;
        const std::int64_t nowNs = run.clock.nowNs();
        if (m_sinceNs == 0)
            m_sinceNs = nowNs;
        m_told = nowNs - m_sinceNs >= kQuietNs;
        if (m_told)
            run.status.say(TR("all images are sent; waiting until the receiver has read them"));
    }

private:
    std::int64_t m_sinceNs = 0;
    bool m_told = false;
};

} // namespace

RunStages sendImages(RunContext& run)
{
    const Settings& settings = run.settings();
    RunStages stages;
    run.status.enter(RunPhase::Waiting);
    std::unique_ptr<TcpListener> listener = std::move(run.inputs.listener);
    if (listener)
        run.status.listening(addressText(listener->bound()), listener->whoCanConnect());
    auto ends = openSending(settings, std::move(listener), run.stop);
    if (!ends) {
        stages.stopped = run.stop.raised();
        if (!stages.stopped)
            stages.failure = ends.error();
        return stages;
    }
    stages.transport = ends->facts;

    StopSignal sendingStop;
    SendingSide sending(settings, *run.inputs.images.sent, settings.subtractMean.value_or(false),
        run.inputs.mean, run.clock, sendingStop);
    SampleRing noSamples(1);
    SourceChanges noSources;
    Notifier collectorNotifier;
    SentRows sentRows(sending, *run.inputs.images.sent);
    StartGate gate;
    Collector collector({.ring = noSamples,
                            .notifier = collectorNotifier,
                            .clock = run.clock,
                            .status = run.status,
                            .changes = noSources,
                            .outputs = run.outputs,
                            .runNotifier = run.changed,
                            .sending = &sending,
                            .sentRows = &sentRows},
        {});
    const OpenAtEnd opening(gate); // after the stop, which those that it lets go heed
    const StopAtEnd ending(sendingStop);
    collector.start(gate);
    sending.start(std::move(ends->sinks), gate);
    startTogether(run, gate, collector, &sending, 0);
    run.passed = [&sending] { return ImagesPassed{sending.sent(), sending.sent()}; };
    run.status.enter(RunPhase::Running);
    UnreadNotice unread;
    while (!sending.over() && !collector.failed()) {
        unread.look(sending, run);
        if (run.await(run.stop) == Readiness::Stopped) {
            run.status.enter(RunPhase::Stopping);
            stages.stopped = true;
            break;
        }
    }
    if (!sending.over())
        sendingStop.raise();
    stages.sending = sending.join();
    stages.counted = collector.finish();
    return stages;
}

} // namespace iotbench
