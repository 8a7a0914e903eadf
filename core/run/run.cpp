#include "run/run.h"

#include "reports/summary_row.h"
#include "run/conductor.h"
#include "run/run_reports.h"

namespace iotbench {

namespace {

KeptReport openKept(const RunInputs& inputs, const KeepIn& keep)
{
    if (keep.folder.empty())
        return {};
    ReportFolderOptions options = reportFolderOptions(inputs);
    options.path = keep.folder;
    options.mostImageRows = keep.mostImageRows;
    auto opened = ReportFolder::open(options);
    if (!opened)
        return {keep.folder, nullptr, opened.error()};
    return {keep.folder, std::move(*opened), {}};
}

} // namespace

Result<std::unique_ptr<Run>> Run::prepare(const EffectiveSettings& settings,
    const RunEnvironment& environment, const KeepIn& keep, const std::function<bool()>& cancelled)
{
    if (!settings->csv.empty())
        if (const auto error = checkSummaryFile(settings->csv))
            return *error;
    auto inputs = loadRunInputs(settings, environment, cancelled);
    if (!inputs)
        return Error{inputs.error()};
    auto report = openReport(*inputs);
    if (!report)
        return Error{report.error()};
    std::unique_ptr<Gallery> gallery;
    if (environment.keepsPictures && inputs->engine)
        gallery = std::make_unique<Gallery>(inputs->judgesAnswers());
    KeptReport kept = openKept(*inputs, keep);
    return std::unique_ptr<Run>(new Run(std::make_unique<Conductor>(
        std::move(*inputs), std::move(*report), std::move(kept), std::move(gallery))));
}

Run::Run(std::unique_ptr<Conductor> conductor)
    : m_conductor(std::move(conductor))
{
}

Run::~Run() = default;

void Run::start()
{
    m_conductor->start();
}

void Run::requestStop() noexcept
{
    m_conductor->requestStop();
}

std::shared_ptr<const RunSnapshot> Run::snapshot() const
{
    return m_conductor->snapshot();
}

RunOutcome Run::wait()
{
    return m_conductor->wait();
}

bool Run::finished() const
{
    return m_conductor->finished();
}

const Gallery* Run::gallery() const
{
    return m_conductor->gallery();
}

const RunInputs& Run::inputs() const
{
    return m_conductor->inputs();
}

} // namespace iotbench
