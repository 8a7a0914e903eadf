#include "spark/answered_run.h"

#include "base/system_clock.h"
#include "machine/machine.h"
#include "reports/summary_row.h"
#include "run/gathering.h"
#include "run/run_reports.h"

#include <array>
#include <string>
#include <utility>

namespace iotbench {

namespace {

constexpr std::uint32_t kSource = 0; // a cluster has one stream

// How long an image was away is not known across machines, nor what its stages took.
void forgetTimesOnTheWay(RunResult& result)
{
    result.latencyOrigin = LatencyOrigin::None;
    result.latency = {};
    result.latencyBuckets.clear();
    for (SourceRow& source : result.sources)
        source.latency = {};
    for (IntervalRow& row : result.intervals) {
        row.latencyP50Ms.reset();
        row.latencyMaxMs.reset();
        row.rollingLatencyP99Ms.reset();
    }
    result.stages = {};
}

} // namespace

Result<std::unique_ptr<AnsweredRun>> AnsweredRun::prepare(
    const EffectiveSettings& settings, const RunEnvironment& environment)
{
    if (!settings->csv.empty())
        if (const auto error = checkSummaryFile(settings->csv))
            return *error;
    auto inputs = loadRunInputs(settings, environment);
    if (!inputs)
        return Error{inputs.error()};
    auto report = openReport(*inputs);
    if (!report)
        return Error{report.error()};
    return std::unique_ptr<AnsweredRun>(new AnsweredRun(std::move(*inputs), std::move(*report)));
}

AnsweredRun::AnsweredRun(RunInputs inputs, std::unique_ptr<ReportFolder> report)
    : m_inputs(std::move(inputs))
    , m_report(std::move(report))
    , m_tally(tallyOptions(), 0)
{
    if (m_report)
        m_report->setOrigin(0);
    m_result.settings = *m_inputs.settings;
    m_result.startUnixMs = wallClockMs();
    m_result.warnings = m_inputs.warnings;
    m_result.machine = readMachineFacts();
    if (m_inputs.settings->noHost)
        m_result.machine.hostName.clear();
    m_result.build = m_inputs.build;
    fillEngine(m_result, m_inputs);
    fillModel(m_result, m_inputs);
    m_tally.openSource(kSource, "cluster", std::nullopt);
}

TallyOptions AnsweredRun::tallyOptions() const
{
    TallyOptions options;
    options.judged = m_inputs.judgesAnswers();
    options.latencyOrigin = LatencyOrigin::None;
    if (m_inputs.testSet)
        options.reference.testLabels = m_inputs.testSet->labels;
    if (m_inputs.model)
        if (const ModelVariant* variant = m_inputs.model->variant())
            options.reference.cardPredictions = variant->predictions;
    return options;
}

RunOutcome AnsweredRun::take(std::istream& answers)
{
    std::string line;
    for (std::uint64_t number = 1; std::getline(answers, line); ++number) {
        if (const auto fault = takeLine(line)) {
            m_end = ClusterNews::End{RunEnd::Failed, SourceEnd::Open,
                "line " + std::to_string(number) + " of the cluster's answers: " + *fault, 0, {}};
            break;
        }
    }
    if (!m_end)
        m_end = ClusterNews::End{
            RunEnd::Failed, SourceEnd::Open, "the cluster's driver ended before the run did", 0, {}};
    gather();
    return concluded(std::move(m_result), m_report.get());
}

std::optional<std::string> AnsweredRun::takeLine(std::string_view line)
{
    if (!line.starts_with('{'))
        return takeAnswer(line);
    auto news = clusterNews(line);
    if (!news)
        return news.error();
    takeNews(std::move(*news));
    return std::nullopt;
}

std::optional<std::string> AnsweredRun::takeAnswer(std::string_view line)
{
    if (!m_answers)
        return "an answer without its place in the stream";
    std::optional<Sample> sample = answeredSample(line, m_inputs.judgesAnswers());
    if (!sample)
        return "not an answer of a worker: " + std::string(line.substr(0, 80));
    sample->ordinal = sample->sequence = m_answers->first++;
    sample->source = kSource;
    sample->arrivalNs = m_answers->arrivalNs;
    const std::int64_t serviceNs = std::exchange(sample->doneNs, m_answers->doneNs);
    sample->startNs = sample->doneNs - serviceNs;
    m_tally.add(*sample);
    if (m_report) {
        const std::array<ImageRow, 1> row{{{*sample, -1}}};
        m_report->addImages(row);
    }
    return std::nullopt;
}

void AnsweredRun::takeNews(ClusterNews news)
{
    if (news.peer)
        m_tally.nameSource(kSource, *std::move(news.peer));
    if (news.transport)
        m_result.transport.description = *std::move(news.transport);
    if (news.format)
        m_tally.setFormat(kSource, *news.format);
    if (news.warning)
        m_result.warnings.push_back({QT_TRANSLATE_NOOP("Message", "%1"), {*std::move(news.warning)}});
    if (news.answers)
        m_answers = news.answers;
    if (news.end)
        m_end = std::move(news.end);
}

void AnsweredRun::gather()
{
    m_tally.closeSource(kSource, m_end->sourceEnd, m_end->bytes);
    m_tally.finish();
    m_tally.fill(m_result);
    for (Message& warning : m_tally.takeWarnings())
        m_result.warnings.push_back(std::move(warning));
    forgetTimesOnTheWay(m_result);
    m_result.end = m_end->end;
    m_result.failure = std::move(m_end->failure);
    m_result.transport.bytes = m_end->bytes;
    m_result.cluster = std::move(m_end->cluster);
    m_result.engine.workers = 0;
    for (const ClusterFacts::Executor& executor : m_result.cluster->executors)
        m_result.engine.workers += executor.classifiers * m_result.cluster->taskCpus;
    fillExpected(m_result);
}

} // namespace iotbench
