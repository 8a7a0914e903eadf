#include "compare/difference_text.h"

#include "statistics/figure_text.h"

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

// What holds with the load that does not: "62 (not 63)".
std::string heldText(Metric metric, double holdsAt, const std::optional<double>& failsAt)
{
    const auto load = [metric](double value) {
        return metric == Metric::HeldCameras ? fixedText(value, 0) : rateText(value);
    };
    return load(holdsAt) + (failsAt ? " (not " + load(*failsAt) + ')' : " or more");
}

std::string valueText(Metric metric, double value, const std::optional<double>& failsAt)
{
    if (studies::isHeld(metric))
        return heldText(metric, value, failsAt);
    if (metric == Metric::Rate)
        return rateText(value);
    return fixedText(value, metric == Metric::Accuracy || std::abs(value) < 10 ? 2 : 1);
}

// "+4.6", with the places of the metric.
std::string signedText(Metric metric, double difference)
{
    const std::string text = fixedText(difference, metric == Metric::Accuracy ? 2 : 1);
    return text.starts_with('-') || text.find_first_not_of("0.") == std::string::npos ? text : '+' + text;
}

std::string unitOf(Metric metric)
{
    return metric == Metric::Accuracy ? "points" : "%";
}

std::string intervalText(const MetricDifference& row)
{
    return row.interval ? signedText(row.metric, row.interval->low) + " to "
            + signedText(row.metric, row.interval->high) + ' ' + unitOf(row.metric)
                        : "not known";
}

std::string differenceText(const MetricDifference& row)
{
    return signedText(row.metric, row.difference) + ' ' + unitOf(row.metric);
}

std::string whyNotChecked(const ComparedPair& pair, Metric metric)
{
    const std::string more = " two runs or more of each side, as --repeat 5 makes them";
    const auto row = std::ranges::find(pair.metrics, metric, &MetricDifference::metric);
    if (row != pair.metrics.end() && row->withinRuns)
        return "each side is a single run, whose interval does not hold what differs from run to run: it "
               "takes"
            + more;
    if (row != pair.metrics.end())
        return metricName(metric) + " has no interval: that takes" + more;
    const auto left = std::ranges::find(pair.notCompared, metric, &NotCompared::metric);
    return metricName(metric)
        + (left != pair.notCompared.end() ? " is not compared: " + left->why.english()
                                          : " is not known for every run");
}

} // namespace

std::string metricName(Metric metric)
{
    switch (metric) {
    case Metric::HeldCameras:
        return "cameras held";
    case Metric::HeldRate:
        return "images/s held";
    case Metric::Rate:
        return "images/s";
    case Metric::LatencyP50:
        return "p50 ms";
    case Metric::LatencyP99:
        return "p99 ms";
    case Metric::Accuracy:
        return "accuracy %";
    case Metric::CpuPerImage:
        break;
    }
    return "CPU µs/image";
}

bool isShown(const MetricDifference& row)
{
    return row.word == DifferenceWord::Higher || row.word == DifferenceWord::Lower;
}

bool isBetter(const MetricDifference& row)
{
    const bool less = row.metric == Metric::LatencyP50 || row.metric == Metric::LatencyP99
        || row.metric == Metric::CpuPerImage;
    return row.word == (less ? DifferenceWord::Lower : DifferenceWord::Higher);
}

std::string differenceWord(const MetricDifference& row)
{
    switch (row.word) {
    case DifferenceWord::NoneShown:
        return "no difference shown";
    case DifferenceWord::Higher:
        return studies::isHeld(row.metric) ? "more" : "higher";
    case DifferenceWord::Lower:
        return studies::isHeld(row.metric) ? "fewer" : "lower";
    case DifferenceWord::NotComparable:
        return "not comparable";
    case DifferenceWord::NotKnown:
        break;
    }
    return "not known";
}

std::vector<MetricDifference> tableRows(const ComparedPair& pair)
{
    std::vector<MetricDifference> rows = pair.metrics;
    for (const NotCompared& left : pair.notCompared)
        if (left.hasRow) {
            MetricDifference& row = rows.emplace_back();
            row.metric = left.metric;
            row.word = DifferenceWord::NotComparable;
        }
    std::ranges::stable_sort(rows, {}, &MetricDifference::metric);
    return rows;
}

std::string equalSettingsText(const ComparedPair& pair)
{
    const std::size_t equal = pair.equalSetup.size();
    return equal == 0 ? "" : "Equal: " + std::to_string(equal) + (equal == 1 ? " setting\n" : " settings\n");
}

std::vector<MetricDifference> sentenceRows(const ComparedPair& pair)
{
    std::vector<MetricDifference> rows = tableRows(pair);
    std::erase_if(rows, [](const MetricDifference& row) {
        return row.metric == Metric::LatencyP50 || row.metric == Metric::CpuPerImage;
    });
    return rows;
}

std::vector<std::vector<std::string>> differenceTable(const ComparedPair& pair)
{
    std::vector<std::vector<std::string>> rows{
        {"METRIC", "BASE", "NEW", "DIFFERENCE", "95 % INTERVAL", "RESULT"}};
    for (const MetricDifference& row : tableRows(pair)) {
        if (row.word == DifferenceWord::NotComparable) {
            rows.push_back({metricName(row.metric), "–", "–", "–", "–", differenceWord(row)});
            continue;
        }
        rows.push_back(
            {metricName(row.metric) + (row.images ? ", " + std::to_string(*row.images) + " in both" : ""),
                valueText(row.metric, row.base, row.baseFailsAt),
                valueText(row.metric, row.next, row.nextFailsAt), differenceText(row), intervalText(row),
                differenceWord(row)});
    }
    return rows;
}

std::vector<std::string> notComparedTexts(const ComparedPair& pair)
{
    std::vector<std::string> texts;
    for (auto first = pair.notCompared.begin(); first != pair.notCompared.end();) {
        const auto next = std::find_if(first, pair.notCompared.end(),
            [&](const NotCompared& other) { return !(other.why == first->why); });
        std::string metrics;
        for (auto each = first; each != next; ++each)
            metrics += (metrics.empty() ? "" : ", ") + metricName(each->metric);
        texts.push_back("not compared: " + metrics + ": " + first->why.english());
        first = next;
    }
    return texts;
}

std::string criterionText(const ComparisonCriterion& criterion, const ComparedPair& pair)
{
    const std::string head = criterion.option + ' ' + shortText(criterion.limit, 6) + ": ";
    const auto row = std::ranges::find(pair.metrics, criterion.metric, &MetricDifference::metric);
    if (criterion.outcome == CriterionOutcome::NotChecked || row == pair.metrics.end())
        return head + "not checked: " + whyNotChecked(pair, criterion.metric);
    return head + std::string(toString(criterion.outcome)) + ": " + metricName(criterion.metric) + ' '
        + differenceText(*row) + " (" + intervalText(*row) + ')';
}

} // namespace iotbench
