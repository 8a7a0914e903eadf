#include "run/run_context.h"

#include <poll.h>

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
    const Readiness readiness = waitReady({changed.fd(), POLLIN}, until, kWhileNs);
    changed.clear();
    return readiness;
}

} // namespace iotbench
