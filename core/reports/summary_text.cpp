#include "reports/summary_text.h"

#include "settings/command_text.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

constexpr std::size_t kNameWidth = 12; // "throughput" and a gap
constexpr std::size_t kJudgementWidth = 12; // "not judged" and a gap

std::string padded(std::string_view text, std::size_t width)
{
    std::string result(text);
    result.resize(std::max(width, result.size()), ' ');
    return result;
}

std::string completeFigure(const RunResult& result)
{
    const ImageCounts& counts = result.counts;
    if (result.settings.role == Role::Send)
        return std::to_string(counts.sent.value_or(0)) + " images sent";
    std::string text = std::to_string(counts.classified) + " of "
        + std::to_string(counts.sent.value_or(counts.received)) + (counts.sent ? " sent" : " received")
        + " images classified";
    if (counts.unclassified)
        text += ", " + std::to_string(counts.unclassified) + " left over";
    return text;
}

std::string accuracyFigure(const RunResult& result)
{
    const auto share = accuracy(result);
    const auto interval = accuracyInterval(result);
    if (!share || !interval)
        return {};
    return percentText(*share) + " % (95 % interval " + percentText(interval->low) + " to "
        + percentText(interval->high) + " %, " + (result.content.distinct.isEstimate() ? "about " : "")
        + std::to_string(result.content.distinct.images) + " distinct images)";
}

std::string throughputFigure(const RunResult& result)
{
    const auto rate = imagesPerS(result);
    if (!rate)
        return {};
    std::string text = fixedText(*rate, 1) + " images/s over " + fixedText(result.elapsedS, 1) + " s";
    if (const auto offered = offeredPerS(result))
        text += ", target rate " + rateText(*offered);
    return text;
}

std::string latencyFigure(const RunResult& result)
{
    const bool sending = result.settings.role == Role::Send;
    if (sending && !result.sendDelay)
        return {};
    const LatencySummary& latency = sending ? result.sendDelay->all : result.latency;
    if (latency.samples == 0)
        return {};
    std::string text = sending ? "send delay" : "";
    const auto add = [&](std::string_view name, std::optional<double> ms) {
        if (ms)
            text += (text.empty() || text == "send delay" ? (text.empty() ? "" : " ") : ", ")
                + std::string(name) + ' ' + shortText(*ms, 3) + " ms";
    };
    add("p50", latency.p50Ms);
    add("p99", latency.p99Ms);
    add("max", latency.maxMs);
    if (!sending && result.latencyOrigin == LatencyOrigin::Intended)
        text += " from the intended send time";
    return text;
}

std::string signedPct(double pct)
{
    const std::string text = fixedText(pct, 1);
    return text.starts_with('-') ? text : '+' + text;
}

void addReason(std::vector<std::string>& lines, const Reason& reason)
{
    std::string line = "  - " + reason.what.english();
    if (!reason.advice.empty())
        line += ": " + reason.advice.english();
    lines.push_back(std::move(line));
}

// Long enough for a latency to be judged, and for its p99 where that is a pass criterion.
void makeLongEnough(AskedSettings& asked)
{
    constexpr double kLongS = 10;
    constexpr std::uint64_t kFewestForP99 = 1'000;
    Settings& values = asked.values;
    const double rate = values.imagesPerSecond;
    const auto images
        = std::max(values.maxP99Ms ? kFewestForP99 : 0, static_cast<std::uint64_t>(std::ceil(rate * kLongS)));
    if (values.durationS > 0 && values.durationS * rate < static_cast<double>(images))
        values.durationS = std::ceil(static_cast<double>(images) / rate);
    if (values.totalImages || values.durationS <= 0) {
        values.totalImages = std::max(images, values.totalImages.value_or(0));
        asked.asked.emplace("totalImages", AskedIn::CommandLine);
    }
}

// Rounded down to two digits, as one would say it.
double roundRate(double perS)
{
    const double scale = std::pow(10, 1 - std::floor(std::log10(perS)));
    const double rate = std::floor(perS * scale) / scale;
    return rate < 10 ? rate : std::round(rate);
}

} // namespace

std::string claimFigure(const RunResult& result, Claim claim)
{
    switch (claim) {
    case Claim::Complete:
        return completeFigure(result);
    case Claim::Accuracy:
        return accuracyFigure(result);
    case Claim::Throughput:
        return throughputFigure(result);
    case Claim::Latency:
        return latencyFigure(result);
    }
    return {};
}

std::string sustainedText(const RunResult& result)
{
    if (!result.sustained)
        return {};
    const Sustained& sustained = *result.sustained;
    const bool rate = result.steadiness.basis == SteadyBasis::Rate;
    const auto figure = [rate](double value) { return rate ? rateText(value) : shortText(value, 3); };
    std::string text = figure(sustained.last) + (rate ? " images/s" : " ms of service")
        + " in the last third, " + figure(sustained.first) + " in the first: "
        + signedPct(sustained.changePct) + " % (95 % interval " + signedPct(sustained.changeIntervalPct.low)
        + " to " + signedPct(sustained.changeIntervalPct.high) + " %)";
    if (sustained.firstP99Ms && sustained.lastP99Ms)
        text += ", p99 " + shortText(*sustained.lastP99Ms, 3) + " ms, " + shortText(*sustained.firstP99Ms, 3)
            + " in the first";
    return text;
}

std::vector<std::string> summaryText(const RunResult& result, const Verdict& verdict)
{
    const int code = exitCode(result, verdict);
    const bool brief = result.settings.role == Role::Worker && code != 1 && code != 3;
    std::vector<std::string> lines;
    if (verdict.outcome)
        lines.push_back(verdict.outcome->english());
    // Of a run that came to no image all is said by how it ended.
    const bool came = result.counts.received > 0 || result.counts.sent.value_or(0) > 0;
    for (const ClaimVerdict& claim : verdict.claims) {
        if (verdict.outcome && !came)
            continue;
        if (brief && (claim.claim != Claim::Complete || claim.judgement < Judgement::Weak))
            continue;
        std::string line = padded(toString(claim.claim), kNameWidth)
            + padded(toString(claim.judgement), kJudgementWidth) + claimFigure(result, claim.claim);
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
        for (const Reason& reason : claim.reasons)
            addReason(lines, reason);
    }
    if (result.sustained && !brief)
        lines.push_back(padded("sustained", kNameWidth) + sustainedText(result));
    for (const CriterionVerdict& criterion : verdict.criteria)
        lines.push_back(criterion.line.english());
    if (!brief)
        lines.push_back(std::string(kVerdictLine) + std::string(toString(verdict.overall)));
    return lines;
}

std::vector<std::string> rateToJudgeText(
    const RunResult& result, const AskedSettings& asked, std::string_view program)
{
    constexpr double kShare = 0.8; // room for the bursts that any machine has
    const double held = imagesPerS(result).value_or(0);
    if (!saturated(result) || result.settings.role != Role::Loopback || held <= 0)
        return {};
    AskedSettings slower = asked;
    slower.values.imagesPerSecond = roundRate(kShare * held);
    slower.asked.emplace("imagesPerSec", AskedIn::CommandLine);
    slower.asked.erase("report");
    slower.asked.erase("force");
    if (slower.values.requireRatePerS.value_or(0) > slower.values.imagesPerSecond) {
        slower.values.requireRatePerS.reset();
        slower.asked.erase("require-rate");
    }
    makeLongEnough(slower);
    return {"This machine holds about " + rateText(held) + " of the "
            + rateText(offeredPerS(result).value_or(0))
            + " images/s. Latency can be judged at a rate that it holds:",
        "  " + commandText(slower, program)};
}

} // namespace iotbench
