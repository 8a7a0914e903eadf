#include "simulated_box.h"

#include <fstream>
#include <numbers>
#include <sstream>
#include <stdexcept>

namespace iotbench::test {

namespace {

constexpr double kPhaseSetS = 2;

std::uint64_t splitmix64(std::uint64_t& state)
{
    std::uint64_t value = state += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

} // namespace

FastRandom::FastRandom(std::uint64_t seed)
{
    for (std::uint64_t& word : m_state)
        word = splitmix64(seed);
}

double FastRandom::normal()
{
    const double radius = std::sqrt(2 * exponential());
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

ServiceTimes ServiceTimes::read(const std::string& file)
{
    std::ifstream rows(file);
    std::string row;
    std::getline(rows, row);
    if (row != "batch,quantile,service_ms")
        throw std::runtime_error(file + " holds no service times");
    ServiceTimes times;
    while (std::getline(rows, row)) {
        std::istringstream values(row);
        unsigned images = 0;
        double quantile = 0, ms = 0;
        char comma = 0;
        values >> images >> comma >> quantile >> comma >> ms;
        if (times.batches.empty() || times.batches.back().images != images)
            times.batches.push_back({images, {}});
        times.batches.back().quantilesS.push_back(ms / 1'000);
    }
    return times;
}

SimulatedBox::SimulatedBox(const BoxModel& model, const Load& load, std::uint64_t seed)
    : m_model(model)
    , m_load(load)
    , m_random(seed)
    , m_burstSeed(m_random.next())
    , m_freeAtS(model.workers, 0.0)
    , m_queue(1'024)
{
    if (load.kind == Load::Kind::Poisson)
        m_meanGapS = 1 / load.ratePerS;
    if (load.kind == Load::Kind::Cameras)
        m_setStartS = -kPhaseSetS;
    m_nextArrivalS = nextArrival();
}

// Each camera sends its images of a set at its phase; the next set has new phases.
double SimulatedBox::nextOfCameras()
{
    const auto imagesEach = static_cast<std::size_t>(std::lround(kPhaseSetS * m_load.ratePerS));
    if (m_inSet == imagesEach * m_phasesS.size()) {
        m_setStartS += kPhaseSetS;
        m_inSet = 0;
        m_phasesS.resize(m_load.cameras);
        for (double& phaseS : m_phasesS)
            phaseS = m_random.uniform() / m_load.ratePerS;
        std::sort(m_phasesS.begin(), m_phasesS.end());
    }
    const std::size_t image = m_inSet++;
    return m_setStartS + static_cast<double>(image / m_phasesS.size()) / m_load.ratePerS
        + m_phasesS[image % m_phasesS.size()];
}

double SimulatedBox::burstStartS(std::int64_t index) const
{
    std::uint64_t state = m_burstSeed + static_cast<std::uint64_t>(index);
    const double moment = static_cast<double>(splitmix64(state) >> 11) * 0x1p-53;
    return m_model.bursts.everyS * static_cast<double>(index)
        + moment * (m_model.bursts.everyS - m_model.bursts.lastsS);
}

double SimulatedBox::finishAmongBursts(double startS, double workS) const
{
    const Bursts& bursts = m_model.bursts;
    double nowS = startS;
    for (auto index = static_cast<std::int64_t>(startS / bursts.everyS);; ++index) {
        const double burstS = burstStartS(index), endS = burstS + bursts.lastsS;
        if (nowS < burstS) {
            if (nowS + workS <= burstS)
                return nowS + workS;
            workS -= burstS - nowS;
            nowS = burstS;
        }
        if (nowS < endS) {
            if (nowS + workS / bursts.speed <= endS)
                return nowS + workS / bursts.speed;
            workS -= (endS - nowS) * bursts.speed;
            nowS = endS;
        }
    }
}

double SimulatedBox::takenByOthers(double fromS, double toS) const
{
    const Bursts& bursts = m_model.bursts;
    if (bursts.everyS == 0)
        return 0;
    double burstS = 0;
    for (auto index = static_cast<std::int64_t>(fromS / bursts.everyS);
         static_cast<double>(index) * bursts.everyS < toS; ++index) {
        const double start = burstStartS(index);
        burstS += std::max(0.0, std::min(toS, start + bursts.lastsS) - std::max(fromS, start));
    }
    return burstS * (1 - bursts.speed) / (toS - fromS);
}

void SimulatedBox::grow()
{
    std::vector<double> larger(2 * m_queue.size());
    for (std::size_t i = 0; i < m_queued; ++i)
        larger[i] = m_queue[(m_first + i) & (m_queue.size() - 1)];
    m_queue.swap(larger);
    m_first = 0;
}

} // namespace iotbench::test
