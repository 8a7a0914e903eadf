#include "run/run_context.h"

#include <poll.h>
#include <utility>

namespace iotbench {

namespace {

constexpr std::int64_t kWhileNs = 20'000'000;

} // namespace

std::int64_t RunContext::startTime(std::int64_t leadNs)
{
    const std::int64_t originNs = watch.begin(leadNs);
    status.setOrigin(originNs);
    for (ReportFolder* report : {outputs.report, outputs.kept})
        if (report)
            report->setOrigin(originNs);
    return originNs;
}

Readiness RunContext::await(const StopSignal& until)
{
    watch.observe(passed());
    if (slices)
        slices->setWindows(watch.windows());
    watch.fallAsleep();
    const Readiness readiness = waitReady({changed.fd(), POLLIN}, until, kWhileNs);
    if (auto seen = watch.wakeUp(kWhileNs))
        status.warn(std::move(*seen));
    changed.clear();
    return readiness;
}

} // namespace iotbench
