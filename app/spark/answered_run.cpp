#include "spark/answered_run.h"

#include "reports/summary_row.h"
#include "run/result_assembly.h"

#include <string>
#include <utility>

namespace iotbench {

namespace {

constexpr std::uint32_t kSource = 0; // a cluster has one stream

// How long an image was away is not known across machines, nor what its stages took, nor what they used of
// processors.
void forgetWhatWasElsewhere(RunResult& result)
{
    result.latencyOrigin = LatencyOrigin::None;
    result.latency = {};
    result.latencyIntervals = {};
    result.rateInterval.reset();
    result.latencyBuckets.clear();
    for (SourceRow& source : result.sources)
        source.latency = {};
    for (IntervalRow& row : result.intervals) {
        row.latencyP50Ms.reset();
        row.latencyMaxMs.reset();
        row.rollingLatencyP99Ms.reset();
    }
    result.stages = {};
    result.cpuStages = {};
}

constexpr std::size_t kMostLineBytes = std::size_t{1} << 20U; // the longest is the last, of some kilobytes

// As std::getline(), but that a line of over kMostLineBytes comes in pieces.
bool getBoundedLine(std::istream& stream, std::string& line)
{
    line.clear();
    std::streambuf& bytes = *stream.rdbuf();
    using Traits = std::istream::traits_type;
    for (auto next = bytes.sbumpc(); next != Traits::eof(); next = bytes.sbumpc()) {
        if (Traits::to_char_type(next) == '\n')
            return true;
        line += Traits::to_char_type(next);
        if (line.size() == kMostLineBytes)
            return true;
    }
    return !line.empty();
}

ClusterNews::End failed(Message why)
{
    return {.end = RunEnd::Failed, .sourceEnd = SourceEnd::Open, .failure = std::move(why)};
}

} // namespace

Result<std::unique_ptr<AnsweredRun>> AnsweredRun::prepare(
    const EffectiveSettings& settings, const RunEnvironment& environment)
{
    if (!settings->csv.empty())
        if (const auto error = checkSummaryFile(settings->csv))
            return *error;
    auto inputs = loadRunInputs(settings, environment, EngineUse::ToName);
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
    , m_facts(factsOf(m_inputs))
    , m_machine(machineFactsFor(m_facts.settings))
    , m_counts(countingOptions(), 0)
    , m_warnings(m_inputs.warnings)
{
    if (m_report)
        m_report->setOrigin(0);
    m_counts.openSource(kSource, "cluster");
}

CountingOptions AnsweredRun::countingOptions() const
{
    CountingOptions options;
    options.classes = m_facts.imageFacts.classes.size();
    options.judged = m_inputs.judgesAnswers();
    options.known = m_inputs.knownSets();
    return options;
}

RunOutcome AnsweredRun::take(std::istream& answers)
{
    std::string line;
    for (std::uint64_t number = 1; getBoundedLine(answers, line); ++number) {
        if (const auto fault = takeLine(line)) {
            m_end = failed({TR("line %1 of the cluster's answers: %2"), {number, *fault}});
            break;
        }
    }
    if (!m_end)
        m_end = failed(TR("the cluster's driver ended before the run did"));
    return concluded(result(), m_report.get());
}

std::optional<Message> AnsweredRun::takeLine(std::string_view line)
{
    if (!line.starts_with('{'))
        return takeAnswer(line);
    auto news = clusterNews(line);
    if (!news)
        return news.error();
    takeNews(std::move(*news));
    return std::nullopt;
}

std::optional<Message> AnsweredRun::takeAnswer(std::string_view line)
{
    if (!m_answers)
        return TR("an answer without its place in the stream");
    std::optional<Sample> sample
        = answeredSample(line, m_inputs.judgesAnswers(), m_facts.imageFacts.classes.size());
    if (!sample)
        return Message(TR("not an answer of a worker: %1"), {line.substr(0, 80)});
    sample->ordinal = sample->sequence = m_answers->first++;
    sample->source = kSource;
    sample->arrivalNs = m_answers->arrivalNs;
    const std::int64_t serviceNs = std::exchange(sample->doneNs, m_answers->doneNs);
    sample->startNs = sample->doneNs - serviceNs;
    m_counts.add(*sample);
    if (m_report)
        m_report->addImage(*sample);
    return std::nullopt;
}

void AnsweredRun::takeNews(ClusterNews news)
{
    if (news.peer)
        m_counts.nameSource(kSource, *std::move(news.peer));
    if (news.format)
        m_counts.setFormat(kSource, *news.format);
    if (news.warning)
        m_warnings.push_back(verbatim(*std::move(news.warning)));
    if (news.answers)
        m_answers = news.answers;
    if (news.end)
        m_end = std::move(news.end);
}

RunResult AnsweredRun::result()
{
    m_counts.closeSource(kSource, m_end->sourceEnd, m_end->bytes, m_end->afterEndMark);
    m_counts.finish();
    m_transport.bytes = m_end->bytes;
    RunStages stages;
    stages.stopped = m_end->end == RunEnd::Stopped;
    stages.failure = m_end->failure;
    stages.transport = m_transport;
    stages.counted = Collected{.images = m_counts.images()}; // no series: answers come by the partition
    RunResult result = assembleResult(m_facts, stages, {.machine = m_machine});
    result.end = m_end->end; // as the driver tells it
    forgetWhatWasElsewhere(result);

    for (Message& warning : m_counts.takeWarnings())
        m_warnings.push_back(std::move(warning));
    result.warnings = std::move(m_warnings);
    result.cluster = std::move(m_end->cluster);
    for (const ClusterFacts::Executor& executor : result.cluster->executors)
        result.engine.workers += executor.classifiers * result.cluster->taskCpus;
    return result;
}

} // namespace iotbench
