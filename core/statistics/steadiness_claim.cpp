#include "statistics/steadiness_claim.h"

#include "statistics/figure_text.h"

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

// From which difference on something is told to have changed with the level.
constexpr double kClockChange = 0.03; // relative
constexpr double kShareChange = 1; // percent of the time of the CPUs
constexpr double kTemperatureChange = 3; // degrees

// "12.5 s", and in a long run "9:05:00 h".
std::string timeText(double atS)
{
    constexpr double kLongS = 600;
    if (atS < kLongS)
        return fixedText(atS, 1) + " s";
    const auto whole = std::llround(atS);
    const auto twoDigits = [](long long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(whole / 3600) + ':' + twoDigits(whole / 60 % 60) + ':' + twoDigits(whole % 60)
        + " h";
}

// What changed with it: of all that was seen, what is worse where the run was slower.
Message changedWith(const SteadyChange& change, bool slower)
{
    Message words;
    const auto compare = [&](std::optional<double> InterferenceRow::*figure, Marked text, int decimals,
                             double least, bool less) {
        const auto before = change.seenBefore.*figure, after = change.seenAfter.*figure;
        if (!before || !after)
            return;
        const double worse = (*after - *before) * (slower ? 1 : -1) * (less ? -1 : 1);
        if (worse >= least)
            words = listed(std::move(words), TR("%1, %2"),
                {text, {fixedText(*before, decimals), fixedText(*after, decimals)}});
    };
    compare(&InterferenceRow::clockMHz, TR("clock %1 to %2 MHz"), 0,
        kClockChange * change.seenBefore.clockMHz.value_or(0), true);
    compare(&InterferenceRow::temperatureC, TR("temperature %1 to %2 °C"), 0, kTemperatureChange, false);
    compare(
        &InterferenceRow::heatPercent, TR("slowed by heat %1 to %2 % of the time"), 0, kShareChange, false);
    compare(&InterferenceRow::othersPercent, TR("other programs %1 to %2 % of the CPU time"), 0, kShareChange,
        false);
    compare(&InterferenceRow::stealPercent, TR("taken by the hypervisor %1 to %2 %"), 0, kShareChange, false);
    return words;
}

Message withReasons(Message what, const SteadyChange& change, bool slower)
{
    Message with = changedWith(change, slower);
    return with.empty() ? what : Message{TR("%1 (%2)"), {std::move(what), std::move(with)}};
}

const SteadyChange& largest(const Steadiness& steadiness)
{
    return *std::ranges::max_element(steadiness.changes, {},
        [](const SteadyChange& change) { return std::abs(std::log(change.after / change.before)); });
}

} // namespace

void judgeSteadyRate(const RunResult& result, Judging& judging)
{
    const Steadiness& steadiness = result.steadiness;
    if (steadiness.basis != SteadyBasis::Rate || steadiness.changes.empty())
        return;
    const SteadyChange& change = largest(steadiness);
    const std::string at = timeText(change.atS);
    const std::string before = rateText(change.before), after = rateText(change.after);
    const bool slower = change.after < change.before;
    if (steadiness.settledS) {
        judging.add(Judgement::Valid,
            withReasons(
                {TR("steady at %1 images/s from %2 on, after %3 images/s before that"), {after, at, before}},
                change, slower));
        return;
    }
    Message what{slower ? TR("the rate was not steady: it fell from %1 to %2 images/s at %3")
                        : TR("the rate was not steady: it rose from %1 to %2 images/s at %3"),
        {before, after, at}};
    what = withReasons(std::move(what), change, slower);
    if (steadiness.changes.size() > 1)
        what = {TR("%1, the largest of %2 changes"), {std::move(what), steadiness.changes.size()}};
    judging.add(
        Judgement::Weak, std::move(what), {TR("run longer, on an idle machine that has warmed up"), {}});
}

void judgeSteadyLatency(const RunResult& result, Judging& judging)
{
    const Steadiness& steadiness = result.steadiness;
    if (steadiness.basis == SteadyBasis::ServiceTime && !steadiness.changes.empty()) {
        const SteadyChange& change = largest(steadiness);
        const std::string at = timeText(change.atS);
        const std::string before = shortText(change.before, 3), after = shortText(change.after, 3);
        const bool slower = change.after > change.before;
        if (steadiness.settledS)
            judging.add(Judgement::Valid,
                withReasons({TR("service time steady at %1 ms from %2 on, after %3 ms before that"),
                                {after, at, before}},
                    change, slower));
        else
            judging.add(Judgement::Weak,
                withReasons({TR("service time was not steady: from %1 to %2 ms at %3"), {before, after, at}},
                    change, slower),
                {TR("run longer, on an idle machine that has warmed up"), {}});
    }
    if (backlogGrew(result)) {
        const Growth& growth = *steadiness.backlogGrowthMs;
        judging.add(Judgement::Weak,
            {TR("the backlog grew: latency rose by %1 ms over the run (95 % interval %2 to %3)"),
                {fixedText(growth.growth, 0), fixedText(growth.low, 0), fixedText(growth.high, 0)}},
            {TR("ask for less than %1 images/s with -i"), {rateText(imagesPerS(result).value_or(0))}});
    }
}

} // namespace iotbench
