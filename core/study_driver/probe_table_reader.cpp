#include "study_driver/probe_table_reader.h"

#include "reports/field_words.h"
#include "study_driver/probe_rows.h"

#include <algorithm>

namespace iotbench {

using namespace studies;

namespace {

class ProbeRow {
public:
    ProbeRow(const CsvLine& header, const CsvLine& line)
        : m_header(header)
        , m_line(line)
    {
    }

    std::string text(std::string_view name) const { return csvField(m_header, m_line, name); }
    template <typename Number>
    std::optional<Number> number(std::string_view name) const
    {
        return csvNumber<Number>(m_header, m_line, name);
    }
    double value(std::string_view name) const { return number<double>(name).value_or(0); }

private:
    const CsvLine& m_header;
    const CsvLine& m_line;
};

ProbePurpose purposeOf(const std::string& word)
{
    for (const ProbePurpose purpose :
        {ProbePurpose::UpperGuess, ProbePurpose::Confirm, ProbePurpose::FailsAgain})
        if (word == wordOf(purpose))
            return purpose;
    return ProbePurpose::Search;
}

// Finds what resultText() has made the words of.
void takeResult(const std::string& words, Probe& probe)
{
    probe.state.end = ProbeEnd::None;
    Probe tried;
    tried.stopped = true;
    if (words == resultText(tried)) {
        probe.stopped = true;
        return;
    }
    tried.stopped = false;
    for (const ProbeEnd end :
        {ProbeEnd::Holds, ProbeEnd::Fails, ProbeEnd::SenderLimited, ProbeEnd::Disturbed})
        for (const FailReason reason :
            {FailReason::OverLimit, FailReason::BacklogGrew, FailReason::ImagesLost})
            for (const bool near : {false, true}) {
                tried.state.end = end;
                tried.state.reason = reason;
                tried.state.nearLimit = near;
                if (words != resultText(tried))
                    continue;
                probe.state.end = end;
                probe.state.reason = end == ProbeEnd::Fails ? reason : FailReason::None;
                probe.state.nearLimit = near;
                return;
            }
}

Probe probeOf(const ProbeRow& row, const SearchGoal& goal)
{
    Probe probe;
    probe.request
        = {purposeOf(row.text("purpose")), row.value("load"), row.number<std::uint64_t>("seed").value_or(0)};
    ProbeState& state = probe.state;
    takeResult(row.text("result"), probe);
    state.images = row.number<std::uint64_t>("images").value_or(0);
    state.share = row.value("over_pct") / 100;
    state.interval = {row.value("over_low_pct") / 100, row.value("over_high_pct") / 100};
    state.settlingS = row.value("settling_s");
    state.countedS = row.value("counted_s");
    state.leftOutS = row.value("left_out_s");
    probe.imagesPerS = row.value("images_per_s");
    probe.p99Ms = row.number<double>("p99_ms");
    probe.p99Interval = {row.number<double>("p99_low_ms"), row.number<double>("p99_high_ms")};
    if (const auto pct = row.number<double>("accuracy_pct"); pct && *pct <= 100)
        probe.accuracy = *pct / 100;
    probe.verdict = fields::enumeratorOf<Judgement>(row.text("verdict")).value_or(Judgement::NotJudged);
    probe.measuredS = row.value("measured_s");
    probe.startS = row.value("start_s");
    probe.tookS = row.value("took_s");
    probe.fullLength = probe.request.purpose != ProbePurpose::UpperGuess && probe.request.load > 0
        && state.countedS >= planOf(goal, probe.request).fullLengthS();
    return probe;
}

} // namespace

SearchGoal goalOf(const StudyFacts& facts)
{
    SearchGoal goal;
    if (facts.countsCameras())
        goal.cameraRatePerS = facts.cameraRatePerS.value_or(0);
    goal.limitMs = facts.maxP99Ms;
    goal.precision = facts.precisionPct / 100;
    goal.mostProbeS = facts.probeSeconds;
    return goal;
}

std::vector<Probe> probesOf(const std::vector<CsvLine>& lines, const SearchGoal& goal)
{
    std::vector<Probe> probes;
    const std::size_t end = std::min(lines.size(), kMostReadProbes + 1);
    probes.reserve(end);
    for (std::size_t i = 1; i < end; ++i)
        probes.push_back(probeOf(ProbeRow(lines.front(), lines[i]), goal));
    return probes;
}

} // namespace iotbench
