// Runs on a simulated clock whose truth is known: machines whose speed wavers, and queues.
#pragma once

#include "statistics/latency_histogram.h"
#include "statistics/run_batches.h"
#include "stream/random_numbers.h"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>

namespace iotbench::test {

// A machine that is the limit of a run. Its speed wavers as a first-order autoregression in time, and in
// bursts of something else that runs; results come in batches. Shares are of its mean speed.
struct WaveringMachine {
    const char* name = "";
    double seconds = 10;
    double imagesPerS = 500;
    unsigned batch = 1; // images that are done together
    double waver = 0.02; // standard deviation of its speed
    double waverS = 0.1; // over which the speed forgets
    double burstsPerS = 0;
    double burstS = 0.1; // mean length of one
    double burstLoss = 0.5; // of the speed, in one
    double scatter = 0.05; // relative deviation of a batch's own time, independent
};

// The kinds that stand for what real machines do.
inline constexpr WaveringMachine kMachines[] = {
    {.name = "idle server", .waver = 0.01},
    {.name = "batches of 16", .imagesPerS = 1'000, .batch = 16, .waver = 0.02, .scatter = 0.1},
    {.name = "wavers over 0.3 s", .waver = 0.04, .waverS = 0.3},
    {.name = "wavers over 1 s", .waver = 0.05, .waverS = 1},
    {.name = "short bursts", .burstsPerS = 2, .burstS = 0.03},
    {.name = "long bursts", .burstsPerS = 0.3, .burstS = 0.4},
    {.name = "slow board", .imagesPerS = 20, .scatter = 0.02},
    {.name = "one minute, wavers over 2 s", .seconds = 60, .waver = 0.05, .waverS = 2},
    {.name = "one hour, bursts", .seconds = 3'600, .imagesPerS = 50, .burstsPerS = 0.05, .burstS = 2},
};

// Its speed is multiplied by 1 + change from `atShare` of the run on.
inline RunSeries playedMachine(
    const WaveringMachine& machine, std::uint64_t seed, double change = 0, double atShare = 0.5)
{
    RandomNumbers random(seed);
    RunBatches batches;
    const double stepS = machine.batch / machine.imagesPerS;
    const double memory = std::exp(-stepS / machine.waverS);
    double level = random.normal();
    double burstEndsS = 0;
    double timeS = 0;
    while (timeS < machine.seconds) {
        level = memory * level + std::sqrt(1 - memory * memory) * random.normal();
        double speed = std::max(0.2, 1 + machine.waver * level);
        if (timeS >= machine.seconds * atShare)
            speed *= 1 + change;
        if (random.uniform() < machine.burstsPerS * stepS)
            burstEndsS = timeS - machine.burstS * std::log(random.uniform());
        if (timeS < burstEndsS)
            speed *= 1 - machine.burstLoss;
        const double tookS = stepS / speed * std::max(0.1, 1 + machine.scatter * random.normal());
        timeS += tookS;
        for (unsigned i = 0; i < machine.batch; ++i)
            batches.add(static_cast<std::int64_t>(timeS * 1e9), -1, static_cast<std::int64_t>(tookS * 1e9));
    }
    return batches.series(0, static_cast<std::int64_t>(timeS * 1e9));
}

// One server, first come first served; times in services of 1 ms.
struct Queue {
    const char* name = "";
    bool evenArrivals = false, evenServices = false;
    double load = 0.5;
};

inline constexpr double kServiceS = 1e-3;

// The time in the system that `share` of the images do not exceed, in steady state, in milliseconds. M/M/1
// and D/M/1: L. Kleinrock, "Queueing Systems", volume 1 (1975), sections 3.2 and 6.4; M/D/1: A. K. Erlang
// (1909), as in H. C. Tijms, "A First Course in Stochastic Models" (2003), section 9.6.
inline double trueQuantileMs(const Queue& queue, double share)
{
    if (!queue.evenServices) {
        double sigma = queue.load;
        if (queue.evenArrivals)
            for (int i = 0; i < 1'000; ++i)
                sigma = std::exp((sigma - 1) / queue.load);
        return -std::log(1 - share) / (1 - sigma);
    }
    // Terms of alternating signs, far larger than their sum.
    using Exact = boost::multiprecision::cpp_bin_float_50;
    const auto waitsUpTo = [&](double services) {
        Exact sum = 0, factorial = 1;
        for (int k = 0; k <= services; ++k) {
            factorial *= std::max(k, 1);
            const Exact late = queue.load * (Exact(services) - k); // ≥ 0
            sum += (k % 2 ? -1 : 1) * exp(late) * pow(late, k) / factorial;
        }
        return static_cast<double>((1 - queue.load) * sum);
    };
    double low = 0, high = 60;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (waitsUpTo(middle) < share ? low : high) = middle;
    }
    return low + 1;
}

struct PlayedQueue {
    RunBatches batches;
    LatencyHistogram latencies;
    double seconds = 0; // from the first arrival to the last result
    std::uint64_t images = 0;

    std::optional<Interval> rate() const
    {
        return rateIntervalOf(batches.series(0, static_cast<std::int64_t>(seconds * 1e9)),
            static_cast<double>(images) / seconds);
    }
};

// From steady state on.
inline PlayedQueue playedQueue(const Queue& queue, double seconds, std::uint64_t seed)
{
    RandomNumbers random(seed);
    const auto drawn
        = [&random](bool even, double mean) { return even ? mean : -mean * std::log(random.uniform()); };
    const double gapS = kServiceS / queue.load;
    constexpr double kWarmUpS = 10;
    PlayedQueue played;
    double arrivalS = queue.evenArrivals ? gapS * random.uniform() : 0, freeS = -kWarmUpS;
    for (arrivalS -= kWarmUpS; arrivalS < seconds; arrivalS += drawn(queue.evenArrivals, gapS)) {
        const double startS = std::max(arrivalS, freeS);
        freeS = startS + drawn(queue.evenServices, kServiceS);
        if (arrivalS < 0)
            continue;
        const auto latencyNs = static_cast<std::int64_t>((freeS - arrivalS) * 1e9);
        played.batches.add(static_cast<std::int64_t>(freeS * 1e9), latencyNs,
            static_cast<std::int64_t>((freeS - startS) * 1e9));
        played.latencies.record(latencyNs);
        ++played.images;
    }
    played.seconds = freeS;
    return played;
}

} // namespace iotbench::test
