#include "run/sending_run.h"

#include "run/run_start.h"
#include "run/stream_ends.h"

namespace iotbench {

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
    while (!sending.over() && !collector.failed())
        if (run.await(run.stop) == Readiness::Stopped) {
            run.status.enter(RunPhase::Stopping);
            stages.stopped = true;
            break;
        }
    if (!sending.over())
        sendingStop.raise();
    stages.sending = sending.join();
    stages.counted = collector.finish();
    return stages;
}

} // namespace iotbench
