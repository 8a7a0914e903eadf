// Whether what a report says of its own certainty is true: on simulated runs whose truth is known, how often
// a steady run is called unsteady and a change is found, and how often the 95 % intervals of rate and
// percentiles hold the truth; and what an image costs.
//
//   bench_statistics [RUNS]      of each kind; 1000, and a fifth of them for changes
#include "simulated_runs.h"

#include "statistics/level_changes.h"
#include "statistics/level_series.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

namespace {

int per1000(int runs, int of)
{
    return static_cast<int>(std::lround(1000.0 * runs / of));
}

bool changes(const RunSeries& series)
{
    return !levelChanges(ratesOf(series).values, series.cellS).empty();
}

int called(const WaveringMachine& machine, int runs, double change, double atShare)
{
    int count = 0;
    for (int run = 0; run < runs; ++run)
        count += changes(playedMachine(machine, static_cast<std::uint64_t>(run) + 1, change, atShare));
    return per1000(count, runs);
}

void printSteadiness(int runs)
{
    std::printf("Runs called unsteady, of 1,000\n%-30s %7s", "", "steady");
    constexpr double kChanges[] = {-0.05, -0.07, -0.1, 0.1};
    for (const double change : kChanges)
        std::printf(" %+6.0f%%", 100 * change);
    std::printf(" %10s\n", "-10% early");
    const int fewer = std::max(1, runs / 5); // power need not be known as closely
    for (const WaveringMachine& machine : kMachines) {
        std::printf("%-30s %7d", machine.name, called(machine, runs, 0, 0.5));
        for (const double change : kChanges)
            std::printf(" %7d", called(machine, fewer, change, 0.5));
        std::printf(" %10d\n", called(machine, fewer, -0.1, 0.2));
        std::fflush(stdout);
    }
}

void printCoverage(int runs, double seconds)
{
    constexpr double kShares[] = {0.5, 0.9, 0.99, 0.999};
    std::printf("\nIntervals that hold the truth, of 1,000 runs of %.0f s, services of 1 ms\n%-20s %6s %6s "
                "%6s %6s %6s %8s\n",
        seconds, "", "rate", "p50", "p90", "p99", "p99.9", "width99");
    for (const Queue& kind :
        {Queue{"M/M/1", false, false}, Queue{"M/D/1", false, true}, Queue{"D/M/1", true, false}})
        for (const double load : {0.5, 0.7, 0.8, 0.9}) {
            Queue queue = kind;
            queue.load = load;
            int rate = 0, inside[4] = {}, known[4] = {};
            double width = 0;
            double truths[4];
            std::ranges::transform(
                kShares, truths, [&](double share) { return trueQuantileMs(queue, share); });
            for (int run = 0; run < runs; ++run) {
                const PlayedQueue played = playedQueue(queue, seconds, static_cast<std::uint64_t>(run) + 1);
                if (const auto interval = played.rate())
                    rate += interval->low <= load / kServiceS && load / kServiceS <= interval->high;
                const PercentileIntervals all = played.batches.latencyIntervals(played.latencies);
                const Bounds bounds[] = {all.p50, all.p90, all.p99, all.p999};
                for (int i = 0; i < 4; ++i) {
                    inside[i] += bounds[i].low.value_or(0) <= truths[i]
                        && truths[i] <= bounds[i].high.value_or(1e9);
                    known[i] += bounds[i].low && bounds[i].high;
                }
                if (all.p99.low && all.p99.high)
                    width += (*all.p99.high - *all.p99.low) / truths[2] / runs;
            }
            std::printf("%-13s at %.1f %6d", queue.name, load, per1000(rate, runs));
            for (int i = 0; i < 4; ++i)
                std::printf(" %6d", per1000(inside[i], runs));
            std::printf(
                " %7.0f%%  (p99.9 bounded on both sides: %d)\n", 100 * width, per1000(known[3], runs));
            std::fflush(stdout);
        }
    // Where the machine is the limit, the mean rate is its own.
    std::printf("\nRate of a machine that is the limit, intervals that hold its mean over 1,000 runs\n");
    for (const WaveringMachine& machine : kMachines) {
        std::vector<Interval> intervals;
        double mean = 0;
        for (int run = 0; run < runs; ++run) {
            const RunSeries series = playedMachine(machine, static_cast<std::uint64_t>(run) + 1);
            double images = 0;
            for (const TimeCell& cell : series.cells)
                images += static_cast<double>(cell.images);
            const double perS = images / series.lengthS();
            mean += perS / runs;
            intervals.push_back(rateIntervalOf(series, perS).value_or(Interval{}));
        }
        int inside = 0;
        double width = 0;
        for (const Interval& interval : intervals) {
            inside += interval.low <= mean && mean <= interval.high;
            width += (interval.high - interval.low) / mean / runs;
        }
        std::printf("%-30s %6d   width %.1f %%\n", machine.name, per1000(inside, runs), 100 * width);
    }
}

void printCost()
{
    constexpr int kImages = 20'000'000;
    RunBatches batches;
    RandomNumbers random(1);
    std::vector<std::int64_t> times(4'096);
    for (std::int64_t& ns : times)
        ns = static_cast<std::int64_t>(-2e6 * std::log(random.uniform()));
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kImages; ++i)
        batches.add(std::int64_t{i} * 2'000, times[static_cast<std::size_t>(i) % times.size()],
            times[static_cast<std::size_t>(i + 7) % times.size()]);
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
    std::printf("\nAn image costs %.1f ns (%zu pieces)\n", took.count() / kImages,
        batches.series(0, std::int64_t{kImages} * 2'000).cells.size());
}

} // namespace

int main(int count, char** words)
{
    const int runs = count > 1 ? std::atoi(words[1]) : 1'000;
    if (runs < 1) {
        std::fputs("bench_statistics [RUNS]\n", stderr);
        return 2;
    }
    printSteadiness(runs);
    printCoverage(runs, 60);
    printCost();
    return 0;
}
