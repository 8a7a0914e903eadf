// A box that classifies images, on a simulated clock: what a study meets, a thousand times faster than it
// meets it.
//
// Images queue; each idle worker takes the largest batch size that the queue fills, for a service time drawn
// from what was measured for that batch size (tests/data/studies). Other programs slow all workers down in
// bursts. One thread; every draw comes from the seed.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace iotbench::test {

// xoshiro256++ of D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
// Transactions on Mathematical Software 47 (2021), seeded by splitmix64: a fifth of the time of mt19937_64.
class FastRandom {
public:
    explicit FastRandom(std::uint64_t seed);

    std::uint64_t next()
    {
        const std::uint64_t result = rotated(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }
    double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; } // in (0, 1)
    double exponential() { return -std::log(uniform()); } // of mean 1
    double normal(); // of mean 0 and standard deviation 1

private:
    static std::uint64_t rotated(std::uint64_t value, int bits)
    {
        return (value << bits) | (value >> (64 - bits));
    }

    std::array<std::uint64_t, 4> m_state{};
};

// Service times of each batch size as quantiles at equal steps from 0 to 1.
struct ServiceTimes {
    struct Batch {
        unsigned images = 0;
        std::vector<double> quantilesS;
    };
    std::vector<Batch> batches; // ascending

    // CSV with the columns batch, quantile, service_ms.
    static ServiceTimes read(const std::string& file);
};

// Other programs take (1 - speed) of every processor for `lastsS`, once in every `everyS`, at a moment drawn
// anew each time.
struct Bursts {
    double everyS = 0; // 0: none
    double lastsS = 0;
    double speed = 1;
};

struct BoxModel {
    ServiceTimes service;
    unsigned workers = 2;
    double slower = 1; // factor on every service time
    Bursts bursts;
};

struct Load {
    enum class Kind { Poisson, Cameras, Maximum };
    Kind kind = Kind::Poisson;
    double ratePerS = 0; // Poisson: of all images; cameras: of each
    unsigned cameras = 0;
};

class SimulatedBox {
public:
    SimulatedBox(const BoxModel& model, const Load& load, std::uint64_t seed);

    // Plays on as far as batches begin before `untilS`, and calls result(arrivalS, doneS) for each image.
    template <typename Result>
    void play(double untilS, Result&& result)
    {
        for (;;) {
            const auto worker = std::min_element(m_freeAtS.begin(), m_freeAtS.end());
            const double startS = std::max(*worker, m_queued > 0 ? m_queue[m_first] : m_nextArrivalS);
            if (startS >= untilS)
                return;
            admitUntil(startS);
            const ServiceTimes::Batch& batch = fittingBatch();
            const double doneS = finish(startS, drawServiceS(batch));
            for (unsigned i = 0; i < batch.images; ++i)
                result(take(), doneS);
            *worker = doneS;
        }
    }

    // Images that came by `nowS` and that no worker has begun with.
    std::size_t queuedAt(double nowS)
    {
        admitUntil(nowS);
        return m_queued;
    }
    // The share of the processors that other programs took.
    double takenByOthers(double fromS, double toS) const;

private:
    void admitUntil(double nowS)
    {
        while (m_nextArrivalS <= nowS) {
            if (m_queued == m_queue.size())
                grow();
            m_queue[(m_first + m_queued++) & (m_queue.size() - 1)] = m_nextArrivalS;
            if (m_load.kind == Load::Kind::Maximum && m_queued >= kMaximumQueue)
                return;
            m_nextArrivalS = nextArrival();
        }
    }
    double take()
    {
        const double arrivalS = m_queue[m_first];
        m_first = (m_first + 1) & (m_queue.size() - 1);
        --m_queued;
        return arrivalS;
    }
    double nextArrival()
    {
        if (m_load.kind == Load::Kind::Poisson)
            return m_nextArrivalS + m_meanGapS * m_random.exponential();
        return m_load.kind == Load::Kind::Cameras ? nextOfCameras() : 0;
    }
    const ServiceTimes::Batch& fittingBatch() const
    {
        std::size_t batch = m_model.service.batches.size() - 1;
        while (batch > 0 && m_model.service.batches[batch].images > m_queued)
            --batch;
        return m_model.service.batches[batch];
    }
    double drawServiceS(const ServiceTimes::Batch& batch)
    {
        const double place = m_random.uniform() * static_cast<double>(batch.quantilesS.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const double part = place - static_cast<double>(below);
        return m_model.slower * (batch.quantilesS[below] * (1 - part) + batch.quantilesS[below + 1] * part);
    }
    double finish(double startS, double workS) const
    {
        return m_model.bursts.everyS > 0 ? finishAmongBursts(startS, workS) : startS + workS;
    }

    static constexpr std::size_t kMaximumQueue = 256;

    double nextOfCameras();
    double finishAmongBursts(double startS, double workS) const;
    double burstStartS(std::int64_t index) const;
    void grow();

    const BoxModel& m_model;
    Load m_load;
    FastRandom m_random;
    std::uint64_t m_burstSeed;
    double m_meanGapS = 0;
    double m_nextArrivalS = 0;
    std::vector<double> m_freeAtS; // of each worker
    std::vector<double> m_queue; // ring, a power of two
    std::size_t m_first = 0;
    std::size_t m_queued = 0;
    std::vector<double> m_phasesS; // of this set's cameras, ascending
    double m_setStartS = 0;
    std::size_t m_inSet = 0; // images of the set given out
};

} // namespace iotbench::test
