#include "measured_run.h"

#include "run/run.h"
#include "settings/settings_validation.h"

#include <sys/resource.h>
#include <thread>

namespace iotbench::bench {

namespace {

double voluntarySwitches()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_nvcsw);
}

} // namespace

Result<MeasuredRun> measureRun(const RunPlan& plan)
{
    AskedSettings asked;
    Settings& settings = asked.values;
    settings.engine = plan.engine;
    settings.model = plan.model;
    settings.format = plan.format;
    settings.transport = plan.transport;
    settings.imagesPerSecond = plan.imagesPerSecond;
    settings.durationS = plan.seconds;
    asked.asked["duration"] = AskedIn::CommandLine; // alone it lifts the default of totalImages
    settings.precision = plan.precision;
    const auto validated = validateSettings(asked);
    if (!validated.effective)
        return Error{verbatim(validated.errors.front().optionInEnglish())};

    const engines::EngineRegistry engines;
    const ModelCatalogue models = ModelCatalogue::standard();
    auto run = Run::prepare(*validated.effective, {engines, models, {}}, {});
    if (!run)
        return Error{run.error()};
    const double before = voluntarySwitches();
    (*run)->start();
    RunOutcome outcome = (*run)->wait();
    if (outcome.result.end == RunEnd::Failed)
        return Error{outcome.result.failure};
    const double switches = voluntarySwitches() - before;
    const auto images = static_cast<double>(outcome.result.counts.classified);
    return MeasuredRun{std::move(outcome.result), images > 0 ? switches / images : 0};
}

} // namespace iotbench::bench
