#include "reports/report_fields.h"

#include "reports/field_words.h"

#include <cmath>

namespace iotbench::fields {

std::vector<ReasonRow> reasonsOf(const Verdict& verdict)
{
    std::vector<ReasonRow> rows;
    for (const ClaimVerdict& claim : verdict.claims)
        for (const Reason& reason : claim.reasons)
            rows.push_back({claim.claim, reason});
    return rows;
}

void addReasons(const std::vector<ReasonRow>& rows, Verdict& verdict)
{
    for (std::size_t i = 0; i < verdict.claims.size(); ++i)
        verdict.claims[i].claim = static_cast<Claim>(i);
    for (const ReasonRow& row : rows)
        verdict.claims[static_cast<std::size_t>(row.claim)].reasons.push_back(row.reason);
}

ConfusionRows rowsOf(const Confusion& confusion)
{
    ConfusionRows rows;
    for (std::size_t label = 0; label < confusion.classes(); ++label) {
        const auto row = confusion.row(label);
        rows.emplace_back(row.begin(), row.end());
    }
    return rows;
}

std::optional<Confusion> fromRows(const ConfusionRows& rows, std::size_t classes)
{
    if (rows.empty())
        return Confusion();
    if (rows.size() != classes
        || !std::ranges::all_of(rows, [classes](const auto& row) { return row.size() == classes; }))
        return std::nullopt;
    Confusion confusion(classes);
    for (std::size_t label = 0; label < classes; ++label)
        for (std::size_t predicted = 0; predicted < classes; ++predicted)
            confusion.add(label, predicted, rows[label][predicted]);
    return confusion;
}

bool classesAgree(const RunResult& result)
{
    const std::size_t classes = result.imageFacts.classes.size();
    const ContentFacts& content = result.content;
    const auto isClass = [classes](std::uint8_t label) { return label < classes; };
    const auto known
        = [&isClass](const OtherLabel& other) { return isClass(other.label) && isClass(other.setLabel); };
    const auto knownAll = [&isClass](const CardAgreement::Difference& difference) {
        return isClass(difference.label) && isClass(difference.predicted)
            && isClass(difference.cardPredicted);
    };
    return classes > 1
        && (content.distinct.byLabel.size() == classes
            || (content.distinct.byLabel.empty() && content.distinct.kept == 0))
        && std::ranges::all_of(content.firstOtherLabels, known)
        && (!result.card || std::ranges::all_of(result.card->firstDifferences, knownAll));
}

std::vector<std::optional<double>> recallPctOf(const RunResult& result)
{
    std::vector<std::optional<double>> recalls;
    for (std::size_t label = 0; judgesAnswers(result) && label < result.imageFacts.classes.size(); ++label) {
        const auto share = recall(result, label);
        recalls.push_back(share ? std::optional(100 * *share) : std::nullopt);
    }
    return recalls;
}

bool isAscending(const std::vector<LatencyBucket>& buckets)
{
    double last = 0;
    for (const LatencyBucket& bucket : buckets) {
        if (!(bucket.upperMs > last))
            return false;
        last = bucket.upperMs;
    }
    return true;
}

std::optional<double> meanBatch(const EngineFacts& engine)
{
    std::uint64_t images = 0;
    std::uint64_t batches = 0;
    for (const BatchUse& use : engine.batches) {
        images += use.batch * use.batches;
        batches += use.batches;
    }
    return batches > 0 ? std::optional(static_cast<double>(images) / static_cast<double>(batches))
                       : std::nullopt;
}

std::optional<double> meanMHz(const MachineFacts& machine)
{
    double sum = 0;
    unsigned cpus = 0;
    for (const CoreType& type : machine.coreTypes)
        if (type.meanMHz) {
            sum += *type.meanMHz * type.count;
            cpus += type.count;
        }
    return cpus > 0 ? std::optional(sum / cpus) : std::nullopt;
}

std::optional<double> hottest(const MachineFacts& machine, std::optional<double> ThermalZone::*at)
{
    std::optional<double> highest;
    for (const ThermalZone& zone : machine.thermalZones)
        highest = std::max(highest, zone.*at); // an empty optional is less than any value
    return highest;
}

std::string outcomeOf(const RunResult& result)
{
    if (result.end == RunEnd::Complete)
        return saturated(result) ? "saturated" : "completed";
    return wordOf(result.end);
}

std::string pacingOf(const Settings& settings)
{
    if (settings.role != Role::Loopback && settings.role != Role::Send)
        return "";
    return settings.imagesPerSecond > 0 ? wordOf(settings.pacing) : "max";
}

std::string formatOf(const RunResult& result)
{
    std::optional<WireFormat> format = result.settings.format;
    for (const SourceRow& source : result.sources) {
        if (source.format && format && *source.format != *format)
            return "mixed";
        if (source.format)
            format = source.format;
    }
    return format ? wordOf(*format) : "";
}

} // namespace iotbench::fields
