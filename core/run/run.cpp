#include "run/run.h"

#include "reports/summary_row.h"
#include "run/classifying_run.h"
#include "run/result_assembly.h"
#include "run/sending_run.h"
#include "statistics/figure_text.h"

#include <exception>

namespace iotbench {

namespace {

// What the calibration found, where there was one.
void sayCalibration(RunStatus& status, const RunFacts& facts)
{
    RunResult known;
    known.settings = facts.settings;
    known.engine = facts.engine;
    known.calibration = facts.calibration;
    const auto alone = engineAloneImagesPerS(known);
    if (!alone)
        return;
    const Marked text = facts.calibration->remembered
        ? TR("engine %1 alone classifies %2 images/s here: %3 workers, batches of %4 at most, as an earlier "
             "start found best (--fresh compares again)")
        : TR("engine %1 alone classifies %2 images/s here: %3 workers, batches of %4 at most");
    status.say({text,
        {facts.settings.engine, rateText(*alone), std::to_string(facts.settings.workers),
            std::to_string(facts.settings.batchSize)}});
}

} // namespace

Result<std::unique_ptr<Run>> Run::prepare(
    const EffectiveSettings& settings, const RunEnvironment& environment, Options options)
{
    if (!settings->csv.empty())
        if (const auto error = checkSummaryFile(settings->csv))
            return *error;
    auto inputs = loadRunInputs(settings, environment, EngineUse::ToClassify, options.loading);
    if (!inputs)
        return Error{inputs.error()};
    return prepare(std::move(*inputs), environment.keepsPictures, std::move(options));
}

Result<std::unique_ptr<Run>> Run::prepare(RunInputs inputs, bool keepsPictures, Options options)
{
    inputs.listener = std::move(options.listener);
    auto report = openReport(inputs, std::move(options.reportClaim));
    if (!report)
        return Error{report.error()};
    std::unique_ptr<Gallery> gallery;
    if (keepsPictures && inputs.engine)
        gallery = std::make_unique<Gallery>(inputs.judgesAnswers(), inputs.imageFacts());
    KeptReport kept = openKept(inputs, options.keep);
    return std::unique_ptr<Run>(
        new Run(std::move(inputs), std::move(*report), std::move(kept), std::move(gallery), options.slices));
}

Run::Run(RunInputs inputs, std::unique_ptr<ReportFolder> report, KeptReport kept,
    std::unique_ptr<Gallery> gallery, RunSlices* slices)
    : m_inputs(std::move(inputs))
    , m_report(std::move(report))
    , m_kept(std::move(kept))
    , m_gallery(std::move(gallery))
    , m_slices(slices)
    , m_status(*m_inputs.settings, m_clock)
{
    for (const Message& warning : m_inputs.warnings)
        m_status.warn(warning);
}

Run::~Run()
{
    requestStop();
}

void Run::start()
{
    try {
        m_thread = StageThread("run", [this] {
            try {
                m_result = perform();
            } catch (const std::exception& problem) {
                m_result = failed(reasonOf(problem));
            }
            finish();
        });
    } catch (const std::exception& refused) {
        m_result = failed(reasonOf(refused));
        finish();
    }
}

void Run::finish() noexcept
{
    m_status.enter(RunPhase::Finished);
    m_over.raise();
}

RunResult Run::failed(Message why) const
{
    RunStages none;
    none.failure = std::move(why);
    return assembleResult(factsOf(m_inputs), none, {});
}

RunResult Run::perform()
{
    const RunFacts facts = factsOf(m_inputs);
    ProcessWatch watch(m_clock, machineFactsFor(facts.settings), facts.settings,
        m_slices ? RunSlices::kLengthNs : InterferenceWatch::kUsualNs);
    sayCalibration(m_status, facts);
    RunContext context{.inputs = m_inputs,
        .clock = m_clock,
        .stop = m_stop,
        .status = m_status,
        .watch = watch,
        .outputs = {.gallery = m_gallery.get(), .report = m_report.get(), .kept = m_kept.report.get()},
        .end = m_end,
        .slices = m_slices};
    RunStages stages;
    try {
        stages = facts.settings.role == Role::Send ? sendImages(context) : classifyStreams(context);
    } catch (const std::exception& problem) {
        stages.failure = reasonOf(problem);
    }
    m_inputs.compiled.reset(); // which may hold much memory
    // The first is the run's outcome, which every front-end shows.
    const std::vector<Message> faults = faultsOf(stages);
    for (std::size_t i = 1; i < faults.size(); ++i)
        m_status.warn(faults[i]);
    return assembleResult(facts, stages, watch.end());
}

RunOutcome Run::wait()
{
    m_thread.join();
    m_result.warnings = m_status.warnings();
    RunOutcome outcome = concluded(std::move(m_result), m_report.get());
    keep(outcome, m_kept, m_gallery.get());
    return outcome;
}

} // namespace iotbench
