#include "stream/schedule.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace iotbench {

namespace {

// Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (2014).
std::uint64_t splitmix64(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

} // namespace

StreamPlan shareOf(const StreamPlan& total, unsigned index, unsigned streams)
{
    StreamPlan share = total;
    share.ratePerS = total.ratePerS / streams;
    const auto part = [&](std::optional<std::uint64_t>& images) {
        if (images)
            images = *images / streams + (index < *images % streams ? 1 : 0);
    };
    part(share.images);
    part(share.imagesInTime);
    if (index > 0)
        share.seed = splitmix64(total.seed + index);
    if (total.ratePerS > 0)
        share.startOffsetNs += std::llround(1e9 * index / total.ratePerS);
    return share;
}

Schedule::Schedule(const StreamPlan& plan)
    : m_plan(plan)
    , m_random(plan.seed)
{
    assert(plan.hasIntendedTimes());
    if (plan.pacing != Pacing::Cameras)
        m_blockNs.reserve(kGapsPerBlock);
}

std::int64_t Schedule::next()
{
    double deadlineNs = 0;
    if (const bool cameras = m_plan.pacing == Pacing::Cameras; cameras || m_image > 0) {
        if (m_inBlock == m_blockNs.size())
            cameras ? drawCameras() : drawBlock();
        deadlineNs = m_blockStartNs + m_blockNs[m_inBlock++];
    }
    ++m_image;
    return m_plan.startOffsetNs + std::llround(deadlineNs);
}

void Schedule::drawBlock()
{
    // Images that lie behind; each but image 0 took one gap.
    const std::uint64_t gapsDrawn = m_image - 1;
    std::uint64_t count = kGapsPerBlock;
    for (const auto& images : {m_plan.images, m_plan.imagesInTime})
        if (images && *images > m_image)
            count = std::min(count, *images - m_image);

    m_blockNs.clear();
    m_inBlock = 0;
    double sum = 0;
    for (std::uint64_t i = 0; i < count; ++i)
        m_blockNs.push_back(sum += gap());
    // A block starts where whole blocks at the rate would end, so that no rounding adds up however long the
    // run.
    const double nsPerGap = 1e9 / m_plan.ratePerS;
    m_blockStartNs = static_cast<double>(gapsDrawn) * nsPerGap;
    const double scale = static_cast<double>(count) * nsPerGap / sum;
    for (double& deadlineNs : m_blockNs)
        deadlineNs *= scale;
}

void Schedule::drawCameras()
{
    constexpr double kPhasesHoldS = 2;
    const double gapNs = 1e9 / m_plan.cameraRatePerS;
    const auto cameras
        = static_cast<std::size_t>(std::max(1LL, std::llround(m_plan.ratePerS / m_plan.cameraRatePerS)));
    const auto imagesEach
        = static_cast<std::size_t>(std::max(1LL, std::llround(kPhasesHoldS * m_plan.cameraRatePerS)));
    if (!m_blockNs.empty())
        m_blockStartNs += static_cast<double>(imagesEach) * gapNs;
    m_inBlock = 0;
    m_blockNs.resize(cameras * imagesEach);
    const auto phases = m_blockNs.begin() + static_cast<std::ptrdiff_t>(cameras);
    std::generate(m_blockNs.begin(), phases, [&] { return gapNs * m_random.uniform(); });
    std::sort(m_blockNs.begin(), phases);
    for (std::size_t i = cameras; i < m_blockNs.size(); ++i)
        m_blockNs[i] = m_blockNs[i - cameras] + gapNs;
}

double Schedule::gap()
{
    static const double lognormalSigma = std::sqrt(std::log(1.25));
    switch (m_plan.pacing) {
    case Pacing::Poisson:
        return -std::log(m_random.uniform());
    case Pacing::Lognormal:
        return std::exp(lognormalSigma * m_random.normal());
    case Pacing::Constant:
    case Pacing::Original:
    case Pacing::Cameras:
        break;
    }
    return 1;
}

} // namespace iotbench
