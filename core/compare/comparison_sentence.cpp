#include "compare/comparison_sentence.h"

#include "compare/difference_text.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace iotbench {
namespace {

using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

// %1 and %3 are the sides, %2 is the size of the difference, %4 and %5 are the ends of its interval.
struct Clauses {
    Metric metric;
    Marked name;
    Marked times; // twice as much, or more than that
    Marked more;
    Marked less;
};

constexpr std::array kClauses = std::to_array<Clauses>({
    {Metric::HeldCameras, TR("cameras held"), TR("%1 holds %2 times as many cameras as %3"),
        TR("%1 holds %2 % more cameras than %3"), TR("%1 holds %2 % fewer cameras than %3")},
    {Metric::HeldRate, TR("images/s held"), TR("%1 holds %2 times as many images/s as %3"),
        TR("%1 holds %2 % more images/s than %3"), TR("%1 holds %2 % fewer images/s than %3")},
    {Metric::Rate, TR("images/s"), TR("%1 is %2 times as fast as %3 (%4 to %5)"),
        TR("%1 is %2 % faster than %3 (%4 to %5 %)"), TR("%1 is %2 % slower than %3 (%4 to %5 %)")},
    {Metric::LatencyP50, TR("p50 latency"), TR("p50 latency is %2 times as long (%4 to %5)"),
        TR("p50 latency is %2 % longer (%4 to %5 %)"), TR("p50 latency is %2 % shorter (%4 to %5 %)")},
    {Metric::LatencyP99, TR("p99 latency"), TR("p99 latency is %2 times as long (%4 to %5)"),
        TR("p99 latency is %2 % longer (%4 to %5 %)"), TR("p99 latency is %2 % shorter (%4 to %5 %)")},
    {Metric::Accuracy, TR("accuracy"), TR("accuracy is %2 points higher (%4 to %5)"),
        TR("accuracy is %2 points higher (%4 to %5)"), TR("accuracy is %2 points lower (%4 to %5)")},
    {Metric::CpuPerImage, TR("CPU time an image"), TR("CPU time an image is %2 times as long (%4 to %5)"),
        TR("CPU time an image is %2 % longer (%4 to %5 %)"),
        TR("CPU time an image is %2 % shorter (%4 to %5 %)")},
});

constexpr double kTwicePercent = 100;

// Whose clauses name the sides.
bool namesSides(const MetricDifference& row)
{
    return isShown(row) && (row.metric == Metric::Rate || studies::isHeld(row.metric));
}

std::string sizeText(const MetricDifference& row, double difference)
{
    if (row.metric == Metric::Accuracy)
        return fixedText(difference, 2);
    if (isShown(row) && row.difference >= kTwicePercent) {
        const double ratio = 1 + difference / 100;
        return fixedText(ratio, ratio < 10 ? 2 : 1);
    }
    return fixedText(difference, std::abs(difference) < 1 ? 2 : 1);
}

Message clauseOf(const MetricDifference& row, const Clauses& clauses, const Message::Argument& next,
    const Message::Argument& base)
{
    const Interval ends = row.interval.value_or(Interval{row.difference, row.difference});
    if (row.word == DifferenceWord::NotKnown)
        return {TR("%1: not known"), {clauses.name}};
    if (row.word == DifferenceWord::NotComparable)
        return {TR("%1: not comparable"), {clauses.name}};
    if (row.word == DifferenceWord::NoneShown && row.interval)
        return {row.metric == Metric::Accuracy ? TR("%1: no difference shown (%2 to %3 points)")
                                               : TR("%1: no difference shown (%2 to %3 %)"),
            {clauses.name, sizeText(row, ends.low), sizeText(row, ends.high)}};
    if (row.word == DifferenceWord::NoneShown)
        return {TR("%1: no difference shown"), {clauses.name}};
    if (row.word == DifferenceWord::Lower)
        return {clauses.less,
            {next, sizeText(row, -row.difference), base, sizeText(row, -ends.high),
                sizeText(row, -ends.low)}};
    return {row.difference >= kTwicePercent ? clauses.times : clauses.more,
        {next, sizeText(row, row.difference), base, sizeText(row, ends.low), sizeText(row, ends.high)}};
}

} // namespace

Message comparisonSentence(
    std::span<const MetricDifference> rows, const Message::Argument& next, const Message::Argument& base)
{
    Message parts;
    bool named = false;
    for (const MetricDifference& row : rows) {
        const auto clauses = std::ranges::find(kClauses, row.metric, &Clauses::metric);
        named = named || namesSides(row);
        parts = listed(std::move(parts), TR("%1; %2"), clauseOf(row, *clauses, next, base));
    }
    if (parts.empty())
        return {TR("%1 against %2: nothing can be compared."), {next, base}};
    return named ? Message{TR("%1."), {std::move(parts)}}
                 : Message{TR("%1 against %2: %3."), {next, base, std::move(parts)}};
}

} // namespace iotbench
