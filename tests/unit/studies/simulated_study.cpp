#include "simulated_study.h"

#include <deque>

namespace iotbench::test {

using namespace studies;

namespace {

constexpr double kGuessS = 3;
constexpr double kMostTakenShare = 0.05; // the verdict's limit for other programs

constexpr double kBurstEveryS = 4, kBurstLastsS = 0.15, kBurstSpeed = 0.5;
constexpr double kMeasuringError = 0.01;

Load loadOf(const StudiedBox& box, double load)
{
    if (box.cameraRatePerS > 0)
        return {Load::Kind::Cameras, box.cameraRatePerS, static_cast<unsigned>(load)};
    return {Load::Kind::Poisson, load};
}

double capacity(const BoxModel& model, std::uint64_t seed, double lengthS)
{
    SimulatedBox box(model, {Load::Kind::Maximum}, seed);
    std::uint64_t images = 0;
    box.play(lengthS, [&](double, double) { ++images; });
    return static_cast<double>(images) / lengthS;
}

// Slices are cut by when results come. A batch that begins in a slice may end in one of the next.
class SlicedProbe {
public:
    SlicedProbe(const StudiedBox& box, const Load& load, std::uint64_t seed)
        : m_studied(box)
        , m_box(box.model, load, seed)
        , m_error(seed + 1)
    {
    }

    ProbeSlice next()
    {
        const double startS = m_slice * ProbePlan::kSliceS, endS = startS + ProbePlan::kSliceS;
        m_box.play(endS, [&](double arrivalS, double doneS) {
            const auto ahead = static_cast<std::size_t>(std::max(0.0, (doneS - startS) / ProbePlan::kSliceS));
            if (m_open.size() <= ahead)
                m_open.resize(ahead + 1);
            ++m_open[ahead].images;
            m_open[ahead].over += doneS - arrivalS > m_studied.limitS;
        });
        if (m_open.empty())
            m_open.emplace_back();
        ProbeSlice slice = m_open.front();
        m_open.pop_front();
        slice.backlog = m_box.queuedAt(endS);
        for (const ProbeSlice& later : m_open)
            slice.backlog += later.images;
        // A second is four slices.
        const double taken
            = m_box.takenByOthers(startS, endS) + 2 * m_studied.measuringError * m_error.normal();
        slice.interference = std::max(0.0, taken) / kMostTakenShare;
        ++m_slice;
        return slice;
    }
    double nowS() const { return m_slice * ProbePlan::kSliceS; }

private:
    const StudiedBox& m_studied;
    SimulatedBox m_box;
    FastRandom m_error;
    std::deque<ProbeSlice> m_open; // the one that is next, and those in which results are already known
    double m_slice = 0;
};

} // namespace

StudiedBox drawBox(BoxKind kind, const ServiceTimes& service, Noise noise, std::uint64_t index)
{
    FastRandom random(1'000'000 * (static_cast<std::uint64_t>(kind) + 1) + index);
    StudiedBox box;
    box.model.service = service;
    box.model.workers = 1 + static_cast<unsigned>(4 * random.uniform());
    box.model.slower = 0.4 * std::pow(6.25, random.uniform());
    const double imageS = box.model.slower
        * service.batches.front().quantilesS[service.batches.front().quantilesS.size() / 2];
    box.limitS = std::max(0.02 * std::pow(5.0, random.uniform()), 5 * imageS);
    if (noise == Noise::Bursts) {
        box.model.bursts = {kBurstEveryS, kBurstLastsS, kBurstSpeed};
        box.measuringError = kMeasuringError;
    }
    return box;
}

PlayedStudy playSearch(const StudiedBox& box, std::uint64_t seed)
{
    SearchPlan plan;
    plan.cameraRatePerS = box.cameraRatePerS;
    plan.seed = 1'000 * seed;
    SearchPlanner planner(plan);
    PlayedStudy study;
    while (const auto request = planner.next()) {
        ProbeOutcome outcome;
        if (request->purpose == ProbePurpose::UpperGuess) {
            SlicedProbe slices(box, {Load::Kind::Maximum}, request->seed);
            std::vector<ProbeSlice> guess;
            while (slices.nowS() < kGuessS)
                guess.push_back(slices.next());
            outcome.imagesPerS = guessCount(guess).imagesPerS();
            study.tookS += kGuessS;
        } else {
            ProbePlan probe;
            probe.ratePerS = request->load;
            probe.mostS = box.mostProbeS;
            probe.toFullLength = request->toFullLength();
            probe.holdsEarly = request->holdsEarly();
            if (box.cameraRatePerS > 0) {
                probe.ratePerS = request->load * box.cameraRatePerS;
                probe.batchS = 2; // a set of phases
            }
            SlicedProbe slices(box, loadOf(box, request->load), request->seed);
            ProbeDecision decision(probe);
            while (decision.state().end == ProbeEnd::None)
                decision.add(slices.next());
            outcome.end = decision.state().end;
            outcome.fullLength = decision.state().countedS >= probe.fullLengthS();
            outcome.nearLimit = decision.state().nearLimit;
            outcome.share = decision.state().share;
            outcome.images = decision.state().images;
            study.tookS += slices.nowS();
        }
        planner.told(outcome);
    }
    study.answer = planner.answer();
    return study;
}

double trueLoad(const StudiedBox& studied, std::uint64_t seed, double lengthS)
{
    BoxModel quiet = studied.model;
    quiet.bursts = {};
    const bool cameras = studied.cameraRatePerS > 0;
    const double imagesPerLoad = cameras ? studied.cameraRatePerS : 1;
    // The share over the limit in percent, which 1 is allowed of; 3 where it is clear that it is more.
    const auto beyond = [&](double load, double forS) {
        SimulatedBox box(quiet, loadOf(studied, load), seed);
        std::uint64_t images = 0, over = 0;
        const double mayBeOver = 0.01 * load * imagesPerLoad * forS;
        for (double untilS = 1; untilS <= forS && static_cast<double>(over) <= 3 * mayBeOver; ++untilS)
            box.play(untilS, [&](double arrivalS, double doneS) {
                ++images;
                over += doneS - arrivalS > studied.limitS;
            });
        return static_cast<double>(over) > 3 * mayBeOver
            ? 3.0
            : 100 * static_cast<double>(over) / static_cast<double>(images);
    };
    const auto halved = [&](double& low, double& high, double forS, double ratio) {
        while (cameras ? high - low > 1 : high / low > ratio) {
            double middle = std::sqrt(low * high);
            if (cameras)
                middle = std::clamp(std::round(middle), low + 1, high - 1);
            (beyond(middle, forS) <= 1 ? low : high) = middle;
        }
    };
    // Coarsely on a fortieth of the time, then around what that found.
    double low = cameras ? 0 : 0.1, high = std::ceil(1.05 * capacity(quiet, seed, 30) / imagesPerLoad) + 1;
    halved(low, high, lengthS / 40, 1.005);
    const double step = cameras ? std::max(1.0, std::floor(0.005 * high)) : 0;
    const auto lower = [&](double load) { return cameras ? std::max(0.0, load - step) : load / 1.005; };
    const auto higher = [&](double load) { return cameras ? load + step : load * 1.005; };
    while (low > 0 && beyond(low, lengthS) > 1) {
        high = low;
        low = lower(low);
    }
    while (beyond(high, lengthS) <= 1) {
        low = high;
        high = higher(high);
    }
    halved(low, high, lengthS, 1.001);
    return low;
}

} // namespace iotbench::test
