#include "run/run_start.h"

namespace iotbench {

namespace {

// Between the start of the time and the first image of our own: all that is left to do until then, such as
// the waking of the threads, takes less.
constexpr std::int64_t kLeadNs = 5'000'000;

} // namespace

void startTogether(
    RunContext& run, StartGate& gate, Collector& collector, SendingSide* sending, unsigned readers)
{
    gate.awaitThreads(1 + readers + (sending ? sending->threads() : 0));
    const std::int64_t originNs = run.startTime(sending ? kLeadNs : 0);
    collector.setOrigin(originNs);
    if (sending)
        sending->setStart(originNs);
    gate.open();
}

} // namespace iotbench
