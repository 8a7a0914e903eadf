#include "data_sheet/sheet_words.h"

#include "data_sheet/sheet_numbers.h"
#include "settings/settings_table.h"
#include "statistics/figure_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace iotbench {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty())
            text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

// No line ends between a figure and its unit.
std::string withoutBreaks(const std::string& text)
{
    constexpr const char* kNoBreak = "\u00A0";
    return QString::fromStdString(text)
        .replace(QLatin1String(" ms"), QString::fromUtf8(kNoBreak) + QLatin1String("ms"))
        .replace(QLatin1String(" %"), QString::fromUtf8(kNoBreak) + u'%')
        .toStdString();
}

std::string targetText(const RunResult& result)
{
    return rateNumber(offeredPerS(result).value_or(0)) + " images a second";
}

std::string sentRateText(const RunResult& result)
{
    const std::string sent = wholeNumber(result.counts.sent.value_or(0)) + " images were sent";
    const auto rate = imagesPerS(result);
    if (!rate)
        return sent;
    if (saturated(result))
        return "The receiver did not keep up with " + targetText(result) + ", and took " + rateNumber(*rate);
    return sent + ", " + rateNumber(*rate) + " a second";
}

// Beside a measured rate: what became of the one that it was to keep.
std::string missedTargetText(const RunResult& result)
{
    switch (targetRate(result)) {
    case TargetRate::BacklogGrew:
        return ", and its backlog grew at a target rate of " + rateNumber(offeredPerS(result).value_or(0));
    case TargetRate::TooShortToTell:
        return ", too few to tell whether it keeps up with " + rateNumber(offeredPerS(result).value_or(0));
    case TargetRate::None:
    case TargetRate::Kept:
    case TargetRate::Saturated:
        break;
    }
    return {};
}

std::string rateSentence(const RunResult& result)
{
    if (result.settings.role == Role::Send)
        return sentRateText(result);
    const std::string who = result.engine.infers ? (result.cluster ? "This cluster" : "This machine")
                                                 : "Without inference this machine";
    const auto rate = imagesPerS(result);
    if (result.counts.classified == 0)
        return "No image was classified";
    if (!rate)
        return result.counts.classified == 1
            ? "One image was classified"
            : wholeNumber(result.counts.classified) + " images were classified";
    if (saturated(result))
        return who + " did not keep up with " + targetText(result) + ", and managed " + rateNumber(*rate);
    if (targetRate(result) == TargetRate::Kept)
        return who + " kept up with " + targetText(result);
    return who + (result.engine.infers ? " classified " : " handled ") + rateNumber(*rate)
        + " images a second" + missedTargetText(result);
}

std::string lostText(const RunResult& result)
{
    const ImageCounts& counts = result.counts;
    const std::uint64_t lost = counts.lost.value_or(0);
    if (lost > 0)
        return wholeNumber(lost) + (lost == 1 ? " image was lost" : " images were lost");
    if (counts.rejected > 0)
        return wholeNumber(counts.rejected)
            + (counts.rejected == 1 ? " image was rejected" : " images were rejected");
    return counts.lost && counts.classified > 0 ? "no image was lost" : "";
}

SheetFigure throughputFigure(const RunResult& result)
{
    std::vector<std::string> remarks;
    if (result.rateInterval)
        remarks.push_back(
            rangeText(decimalNumber(result.rateInterval->low, 1), decimalNumber(result.rateInterval->high, 1))
            + " (95 %)");
    if (const auto offered = offeredPerS(result))
        remarks.push_back("target " + rateNumber(*offered));
    else if (result.settings.role == Role::Loopback || result.settings.role == Role::Send)
        remarks.emplace_back("as fast as possible");
    return {"Throughput", decimalNumber(imagesPerS(result).value_or(0), 1), "/s", joined(remarks, ", ")};
}

SheetFigure latencyFigure(
    const std::string& what, const LatencySummary& latency, const Bounds& p99, const ClaimVerdict& claim)
{
    if (!latency.p99Ms)
        return {what + (latency.p50Ms ? " p50" : " max"), msNumber(latency.p50Ms.value_or(*latency.maxMs)),
            "ms", "p99 takes 1,000 images"};
    std::vector<std::string> remarks;
    if (p99.low && p99.high)
        remarks.push_back(rangeText(msNumber(*p99.low), msNumber(*p99.high)) + " (95 %)");
    if (latency.p50Ms)
        remarks.push_back("p50 " + msNumber(*latency.p50Ms));
    if (claim.judgement == Judgement::NotJudged && !claim.reasons.empty())
        remarks.push_back("not judged: " + claim.reasons.front().what.english());
    return {what + " p99", msNumber(*latency.p99Ms), "ms", joined(remarks, ", ")};
}

SheetFigure accuracyFigure(const RunResult& result)
{
    std::vector<std::string> remarks;
    if (const auto interval = accuracyInterval(result))
        remarks.push_back(rangeText(percentNumber(interval->low), percentNumber(interval->high)) + " (95 %)");
    remarks.push_back((result.content.distinct.isEstimate() ? "about " : "")
        + wholeNumber(result.content.distinct.images) + " distinct images");
    return {"Accuracy", percentNumber(accuracy(result).value_or(0), 2), "%", joined(remarks, ", ")};
}

SheetFigure notClassifiedFigure(const RunResult& result)
{
    const ImageCounts& counts = result.counts;
    const std::string of = "of " + wholeNumber(counts.sent.value_or(counts.received)) + " images";
    if (!counts.lost)
        return {"Rejected", wholeNumber(counts.rejected), "", of};
    return {"Rejected · lost", wholeNumber(counts.rejected) + " · " + wholeNumber(*counts.lost), "", of};
}

SheetFigure cpuFigure(const RunResult& result)
{
    std::vector<std::string> remarks;
    if (const auto engine = engineCpuUsPerImage(result))
        remarks.push_back(decimalNumber(*engine, 0) + " inference");
    if (const auto own = overheadCpuUsPerImage(result))
        remarks.push_back(decimalNumber(*own, 0) + " overhead");
    return {"CPU an image", decimalNumber(cpuUsPerImage(result).value_or(0), 0), "µs", joined(remarks, ", ")};
}

std::optional<double> hottestC(const MachineFacts& machine)
{
    std::optional<double> hottest = machine.temperatureC;
    for (const ThermalZone& zone : machine.thermalZones)
        if (zone.highestC)
            hottest = std::max(hottest.value_or(*zone.highestC), *zone.highestC);
    return hottest;
}

SheetFigure heatFigure(const RunResult& result, double hottest)
{
    const auto& heat = result.interference.heatPercent;
    const std::string remark = !heat ? ""
        : *heat > 0                  ? "throttled for " + decimalNumber(*heat, 1) + " % of the time"
                                     : "not throttled";
    return {"Hottest", decimalNumber(hottest, 1), "°C", remark};
}

// Of facts: those that say something.
void add(
    std::vector<SheetFact>& facts, const char* name, const std::string& value, const std::string& remark = {})
{
    if (!value.empty())
        facts.push_back({name, withoutBreaks(value), withoutBreaks(remark)});
}

std::string coresText(const MachineFacts& machine)
{
    if (machine.coresOnline == 0)
        return {};
    return shortText(machine.coresAllowed, 2) + " of " + std::to_string(machine.coresOnline) + " cores";
}

std::string processorText(const MachineFacts& machine)
{
    return joined(
        {machine.cpuModel.empty() ? machine.architecture : machine.cpuModel, coresText(machine)}, ", ");
}

std::string processorRemark(const MachineFacts& machine)
{
    std::vector<std::string> parts{machine.instructionSets};
    if (!machine.governor.empty())
        parts.push_back("governor " + machine.governor);
    if (machine.frequencyMHz)
        parts.push_back(decimalNumber(*machine.frequencyMHz, 0) + " MHz at the start");
    for (const CoreType& kind : machine.coreTypes)
        if (kind.workers && machine.coreTypes.size() > 1)
            parts.push_back(shortText(*kind.workers, 1) + " workers on " + std::to_string(kind.count) + " × "
                + kind.name);
    return joined(parts, " · ");
}

std::string modelText(const ModelFacts& model)
{
    std::vector<std::string> parts{
        model.name + (model.architecture.empty() ? "" : " (" + model.architecture + ')')};
    if (model.parameters)
        parts.push_back(wholeNumber(*model.parameters) + " parameters");
    if (model.cardCorrect && model.cardImages.value_or(0) > 0)
        parts.push_back("card "
            + percentNumber(
                static_cast<double>(*model.cardCorrect) / static_cast<double>(*model.cardImages), 2)
            + " %");
    else
        parts.emplace_back("no card");
    return model.name.empty() ? "" : joined(parts, ", ");
}

std::string engineText(const RunResult& result)
{
    const EngineFacts& engine = result.engine;
    if (engine.name.empty())
        return {};
    return joined({engine.name + ' ' + engine.version, std::string(toString(engine.precision)),
                      std::to_string(engine.workers) + (engine.workers == 1 ? " worker" : " workers"),
                      "batch at most " + std::to_string(result.settings.batchSize)},
        ", ");
}

std::string engineRemark(const RunResult& result)
{
    std::vector<std::string> parts{result.engine.description};
    if (const auto alone = engineAloneImagesPerS(result))
        parts.push_back(rateNumber(*alone) + " images/s alone");
    return joined(parts, " · ");
}

std::string streamText(const RunResult& result)
{
    const Settings& settings = result.settings;
    const bool sends = settings.role == Role::Loopback || settings.role == Role::Send;
    std::string load;
    if (sends)
        load = settings.imagesPerSecond > 0
            ? rateNumber(settings.imagesPerSecond) + " images/s, " + std::string(toString(settings.pacing))
            : "as fast as possible";
    const auto format = result.sources.empty() ? settings.format : result.sources.front().format;
    return joined(
        {"role " + std::string(toString(settings.role)), load, format ? std::string(toString(*format)) : "",
            std::string(toString(result.transport.medium)),
            settings.streams > 1 ? std::to_string(settings.streams) + " streams" : ""},
        ", ");
}

std::string imagesText(const RunResult& result)
{
    const ContentFacts& content = result.content;
    std::vector<std::string> parts{toString(result.imageFacts.shape)};
    if (content.distinct.images > 0) {
        parts.push_back(wholeNumber(content.distinct.images) + " distinct");
        if (content.inTestSet > 0)
            parts.push_back(wholeNumber(content.inTestSet) + " classified of the test set");
    }
    return result.imageFacts.shape.values() > 0 ? joined(parts, ", ") : "";
}

// What took CPU time or clock from the run, as far as it is told; none of what never happened.
std::string interferenceText(const Interference& seen)
{
    std::vector<std::string> parts;
    if (seen.others)
        parts.push_back("other programs " + decimalNumber(seen.others->percent, 1) + " % of the CPU time");
    const auto taken = [&parts](std::optional<double> percent, const char* name) {
        if (percent.value_or(0) > 0)
            parts.push_back(name + decimalNumber(*percent, 1) + " %");
    };
    taken(seen.stealPercent, "steal ");
    taken(seen.quotaPercent, "CPU quota ");
    taken(seen.heatPercent, "throttled by heat for ");
    taken(seen.underVoltagePercent, "low supply voltage for ");
    taken(seen.clockLimitedPercent, "lower clock limit for ");
    if (seen.suspendedS.value_or(0) > 0)
        parts.push_back("suspended for " + lastedText(*seen.suspendedS));
    return joined(parts, ", ");
}

std::string clusterText(const RunResult& result)
{
    if (!result.cluster)
        return {};
    const ClusterFacts& cluster = *result.cluster;
    return "Spark " + cluster.sparkVersion + " at " + cluster.master + ", "
        + wholeNumber(cluster.executors.size()) + " executors, " + std::to_string(cluster.tasksAtOnce)
        + " tasks at once";
}

std::string programRemark(const BuildFacts& build)
{
    std::vector<std::string> parts{build.compiler};
    for (const auto& [name, version] : build.libraries)
        parts.push_back(name + ' ' + version);
    return joined(parts, " · ");
}

std::string startText(std::int64_t unixMs)
{
    return QLocale::c()
               .toString(
                   QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC), QStringLiteral("d MMMM yyyy, HH:mm"))
               .toStdString()
        + " UTC";
}

} // namespace

std::string sheetTitle(const RunResult& result)
{
    if (!result.settings.label.empty())
        return result.settings.label;
    const MachineFacts& machine = result.machine;
    const std::string& box = machine.board.empty() ? machine.cpuModel : machine.board;
    const std::string what = result.model.name.empty() ? "Stream of images" : result.model.name;
    return box.empty() ? what : what + " on " + box;
}

std::string sheetSubtitle(const RunResult& result)
{
    std::string what = result.model.name;
    if (!what.empty() && !result.engine.name.empty())
        what += " with " + result.engine.name + ' ' + std::string(toString(result.engine.precision));
    return joined(
        {result.machine.hostName, coresText(result.machine), what, startText(result.startUnixMs)}, " · ");
}

std::string sheetSentence(const Report& report)
{
    const RunResult& result = report.result;
    if (result.end == RunEnd::Failed)
        return "The run failed: " + result.failure.english() + '.';
    std::string text = rateSentence(result);
    if (result.elapsedS >= 1)
        text += " for " + lastedText(result.elapsedS);
    std::vector<std::string> parts;
    if (result.latency.p99Ms && report.verdict[Claim::Latency].judgement != Judgement::NotJudged)
        parts.push_back("99 % of the results came within " + msNumber(*result.latency.p99Ms) + " ms");
    if (const auto share = accuracy(result))
        parts.push_back(percentNumber(*share) + " % were correct");
    if (const std::string lost = lostText(result); !lost.empty())
        parts.push_back((parts.empty() ? "" : "and ") + lost);
    return withoutBreaks(text + (parts.empty() ? "" : ": ") + joined(parts, ", ") + '.');
}

std::vector<SheetFigure> sheetFigures(const Report& report)
{
    const RunResult& result = report.result;
    const ClaimVerdict& latency = report.verdict[Claim::Latency];
    std::vector<SheetFigure> figures;
    const bool classifies = result.settings.role != Role::Send;
    if (imagesPerS(result))
        figures.push_back(throughputFigure(result));
    if (classifies && (result.latency.p50Ms || result.latency.maxMs))
        figures.push_back(latencyFigure("Latency", result.latency, result.latencyIntervals.p99, latency));
    if (!classifies && result.sendDelay && (result.sendDelay->all.p50Ms || result.sendDelay->all.maxMs))
        figures.push_back(latencyFigure("Send delay", result.sendDelay->all, {}, latency));
    if (accuracy(result))
        figures.push_back(accuracyFigure(result));
    if (classifies)
        figures.push_back(notClassifiedFigure(result));
    if (cpuUsPerImage(result))
        figures.push_back(cpuFigure(result));
    if (const auto hottest = hottestC(result.machine))
        figures.push_back(heatFigure(result, *hottest));
    return figures;
}

std::vector<SheetFact> sheetFacts(const RunResult& result)
{
    const MachineFacts& machine = result.machine;
    const BuildFacts& build = result.build;
    std::vector<SheetFact> facts;
    add(facts, "Box", joined({machine.board, machine.hostName}, ", "),
        machine.virtualisation.empty() ? "" : "under a " + machine.virtualisation);
    add(facts, "Processor", processorText(machine), processorRemark(machine));
    if (machine.memoryBytes > 0)
        add(facts, "Memory", bytesNumber(machine.memoryBytes),
            result.peakMemoryBytes > 0 ? "this program " + bytesNumber(result.peakMemoryBytes) + " at most"
                                       : "");
    add(facts, "System",
        joined({machine.osName, machine.kernel.empty() ? "" : "Linux " + machine.kernel}, ", "));
    add(facts, "Model", modelText(result.model),
        joined({std::filesystem::path(result.model.file).filename().string(),
                   result.model.sha256.empty() ? "" : "SHA-256 " + result.model.sha256},
            " · "));
    add(facts, "Engine", engineText(result), engineRemark(result));
    add(facts, "Stream", streamText(result));
    add(facts, "Images", imagesText(result));
    add(facts, "An image takes", stagesText(result.stages));
    add(facts, "Cluster", clusterText(result));
    if (result.sendDelay && result.sendDelay->all.samples > 0)
        add(facts, "Schedule misses",
            wholeNumber(result.sendDelay->late) + " of " + wholeNumber(result.sendDelay->all.samples)
                + " sends",
            result.sendDelay->all.p99Ms ? "send delay p99 " + msNumber(*result.sendDelay->all.p99Ms) + " ms"
                                        : "");
    add(facts, "Interference", interferenceText(result.interference));
    add(facts, "Program",
        joined({"iotbench " + build.version, build.buildType + " build", "revision " + build.gitRevision,
                   "seed " + std::to_string(result.settings.seed)},
            ", "),
        programRemark(build));
    return facts;
}

std::string stagesText(const StageTimes& stages)
{
    std::vector<std::string> parts;
    const auto stage = [&parts](std::optional<double> us, const char* name) {
        if (us)
            parts.push_back(msNumber(*us / 1000) + " ms " + name);
    };
    stage(stages.queueUs, "waiting");
    stage(stages.decodeUs, "decoding");
    stage(stages.normaliseUs, "normalising");
    stage(stages.inferUs, "inference");
    return parts.empty() ? "" : joined(parts, ", ") + " (means)";
}

std::string unknownText(const RunResult& result)
{
    const auto known = [&](auto member) {
        return std::ranges::any_of(
            result.intervals, [&](const IntervalRow& row) { return (row.interference.*member).has_value(); });
    };
    std::vector<std::string> parts;
    const bool classifies = result.settings.role != Role::Send;
    if (!imagesPerS(result))
        parts.emplace_back("throughput");
    if (classifies && result.latency.samples == 0)
        parts.emplace_back("latency");
    else if (classifies && !result.latency.p99Ms)
        parts.emplace_back("latency p99, which takes 1,000 images");
    if (classifies && !accuracy(result))
        parts.emplace_back(judgesAnswers(result) ? "accuracy" : "accuracy, as answers are not judged here");
    if (classifies && !result.counts.lost)
        parts.emplace_back("images lost");
    if (!known(&InterferenceRow::clockMHz))
        parts.emplace_back("clock over time");
    if (!hottestC(result.machine))
        parts.emplace_back("temperature");
    return parts.empty() ? "" : "Not known: " + joined(parts, "; ") + ". Room temperature is not measured.";
}

std::string lastedText(double seconds)
{
    constexpr double kMinuteS = 60, kHourS = 3600;
    if (seconds < 2 * kMinuteS)
        return shortText(seconds, seconds < 10 ? 1 : 0) + " s";
    const auto minutes = static_cast<std::uint64_t>(std::llround(std::min(seconds, 1e15) / kMinuteS));
    if (seconds < 2 * kHourS)
        return std::to_string(minutes) + " min";
    return std::to_string(minutes / 60) + " h"
        + (minutes % 60 > 0 ? ' ' + std::to_string(minutes % 60) + " min" : "");
}

std::string signText(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Valid:
        return "✓";
    case Judgement::Weak:
        return "▲";
    case Judgement::Invalid:
        return "✗";
    case Judgement::NotJudged:
        break;
    }
    return "–";
}

std::string judgementWord(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Valid:
        return "Valid";
    case Judgement::Weak:
        return "Weak";
    case Judgement::Invalid:
        return "Not valid";
    case Judgement::NotJudged:
        break;
    }
    return "Not judged";
}

std::string claimsHeldText(const Verdict& verdict)
{
    std::size_t judged = 0, held = 0;
    for (const ClaimVerdict& claim : verdict.claims) {
        judged += claim.judgement != Judgement::NotJudged ? 1 : 0;
        held += claim.judgement == Judgement::Valid ? 1 : 0;
    }
    if (judged == 0)
        return "no claim is made";
    if (held == judged)
        return judged == 1 ? "its claim holds" : "all " + std::to_string(judged) + " claims hold";
    return std::to_string(held) + " of " + std::to_string(judged)
        + (held == 1 ? " claims holds" : " claims hold");
}

} // namespace iotbench
