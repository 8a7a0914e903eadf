#include "batch/original_program.h"

#include "reports/original_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace iotbench {
namespace {

// The receiver's -r; the sender speaks about once a second. 0 = no lines.
std::uint64_t intervalOf(const Settings& settings)
{
    if (settings.role != Role::Send)
        return settings.reportingInterval;
    if (settings.imagesPerSecond == 0 || settings.quiet)
        return 0;
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(settings.imagesPerSecond)));
}

} // namespace

OriginalProgram::OriginalProgram(const Settings& effective, std::string modelPath)
    : m_role(effective.role)
    , m_settings(effective)
    , m_modelPath(std::move(modelPath))
    , m_interval(intervalOf(effective))
{
}

std::vector<std::string> OriginalProgram::atStart(std::int64_t unixMs) const
{
    if (m_role == Role::Send) {
        return {sendingLine(unixMs,
            {m_settings.imagesPerSecond, m_settings.totalImages, m_settings.durationS,
                m_settings.subtractMean.value_or(false)})};
    }
    if (speaksOnStandardOutput() && !m_modelPath.empty())
        return {loadedModelLine(m_modelPath)};
    return {};
}

std::vector<std::string> OriginalProgram::at(const RunSnapshot& snapshot, std::int64_t unixMs)
{
    std::vector<std::string> lines;
    // Images may be counted before the run says that it is ready, and a short run be over before it was
    // looked at.
    const bool ready = snapshot.phase != RunPhase::WarmingUp && snapshot.phase != RunPhase::Finished;
    if (ready || snapshot.counts.classified > 0)
        sayReady(lines);
    countUpTo(snapshot.counts, unixMs, lines);
    return lines;
}

std::vector<std::string> OriginalProgram::atEnd(const RunResult& result, std::int64_t unixMs)
{
    std::vector<std::string> lines;
    // A run may be over before it was first looked at. One that failed may never have been ready.
    if (result.counts.received > 0 || result.end == RunEnd::Complete || result.end == RunEnd::TimedOut)
        sayReady(lines);
    countUpTo(result.counts, unixMs, lines);
    if (m_role == Role::Send && result.end != RunEnd::Failed)
        lines.push_back(streamEndedLine(unixMs));
    if (speaksOnStandardOutput()) {
        const auto right = judgesAnswers(result) ? std::optional(result.counts.correct) : std::nullopt;
        lines.push_back(summaryLine(result.counts.classified, result.elapsedS, right));
    }
    return lines;
}

void OriginalProgram::sayReady(std::vector<std::string>& lines)
{
    if (speaksOnStandardOutput() && !std::exchange(m_readySaid, true))
        lines.push_back(startSendLine());
}

void OriginalProgram::countUpTo(
    const ImageCounts& counts, std::int64_t unixMs, std::vector<std::string>& lines)
{
    if (m_role == Role::Worker || m_interval == 0)
        return;
    const std::uint64_t done = m_role == Role::Send ? counts.sent.value_or(0) : counts.classified;
    for (; m_said + m_interval <= done; m_said += m_interval) {
        const std::uint64_t images = m_said + m_interval;
        lines.push_back(m_role == Role::Send ? sentLine(unixMs, images) : classifiedLine(unixMs, images));
    }
}

} // namespace iotbench
