#include "run/calibration.h"

#include "base/system_clock.h"
#include "machine/cpu_affinity.h"
#include "machine/cpu_list.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace iotbench {

namespace {

constexpr double kMeasureS = 0.08, kMeasureAgainS = 0.05;
constexpr unsigned kLeastInferences = 3;
constexpr unsigned kWarmup = 2;
constexpr double kLongestInferenceMs = 250;
constexpr double kAsFast = 0.98; // of the best, for fewer workers to do
// A larger ceiling costs nothing while images are few, for batches are what waits; so it gives way for little
// only.
constexpr double kAsFastInSmallerBatches = 0.985;
// Larger batches are given up after so many that were no faster than a smaller one.
constexpr unsigned kFruitless = 3;

// What may come near the best is measured again, by turns, until so many rounds in a row choose the same. The
// first measurement may have been disturbed, so that little is left out for it; after two rounds it is
// clearer.
constexpr double kMayComeNear = 0.8;
constexpr double kNearTheBest = 0.95;
constexpr std::size_t kRoundsToSort = 2;
constexpr std::size_t kRoundsThatAgree = 3;
constexpr std::size_t kMostRounds = 9;
constexpr std::int64_t kLongestNs = 2'000'000'000;

constexpr double kAsRemembered = 0.15; // relative

struct Compiled {
    engines::Engine* engine;
    unsigned workers;
    std::unique_ptr<engines::CompiledModel> model;
    std::vector<std::vector<unsigned>> workerCpus; // of the workers
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

// One candidate: what is reported of it, and the figures of its rounds.
struct Candidate {
    CalibrationRow row;
    std::vector<double> rounds = {};

    void addRound(double imagesPerS)
    {
        rounds.push_back(imagesPerS);
        row.imagesPerS = median(rounds);
        row.rounds = static_cast<unsigned>(rounds.size());
        row.lowestImagesPerS = *std::ranges::min_element(rounds);
        row.highestImagesPerS = *std::ranges::max_element(rounds);
    }
};

double rateOf(const Candidate& candidate)
{
    return candidate.row.imagesPerS;
}

// The fewest workers first, then the smallest batch, among what is as fast: `candidates` are in ascending
// order of both, engine by engine.
const Candidate& smallestAsFast(const std::vector<Candidate>& candidates)
{
    const double fastest = rateOf(*std::ranges::max_element(candidates, {}, rateOf));
    const CalibrationRow& fewest = std::ranges::find_if(candidates, [&](const Candidate& candidate) {
        return rateOf(candidate) >= fastest * kAsFast;
    })->row;
    const auto withFewest = [&fewest](const Candidate& candidate) {
        return candidate.row.engine == fewest.engine && candidate.row.workers == fewest.workers;
    };
    double most = 0;
    for (const Candidate& candidate : candidates)
        if (withFewest(candidate))
            most = std::max(most, rateOf(candidate));
    return *std::ranges::find_if(candidates, [&](const Candidate& candidate) {
        return withFewest(candidate) && rateOf(candidate) >= most * kAsFastInSmallerBatches;
    });
}

class Measuring {
public:
    Measuring(
        const CalibrationPlan& plan, const MeasureAlone& measureAlone, const std::function<bool()>& cancelled)
        : m_plan(plan)
        , m_measureAlone(measureAlone)
        , m_cancelled(cancelled)
    {
    }

    bool cancelled() const { return m_cancelled && m_cancelled(); }
    std::vector<Candidate>& candidates() { return m_candidates; }
    bool hasMeasured(const engines::Engine& engine) const
    {
        return std::ranges::any_of(
            m_candidates, [&](const Candidate& candidate) { return candidate.row.engine == engine.name(); });
    }

    // Whether what is remembered is a candidate, and is as fast as it was: it is then the only one.
    bool confirms(const RememberedChoice& choice)
    {
        const auto engine = std::ranges::find_if(m_plan.engines,
            [&choice](const engines::Engine* candidate) { return candidate->name() == choice.engine; });
        if (engine == m_plan.engines.end()
            || std::ranges::find(m_plan.workers, choice.workers) == m_plan.workers.end()
            || std::ranges::find(m_plan.batches, choice.batch) == m_plan.batches.end())
            return false;
        m_hints[*engine] = choice.hint;
        if (!compile(**engine, choice.workers).empty())
            return false;
        const auto figure = measure(m_compiled.back(), choice.batch, kMeasureS);
        if (!figure || std::abs(figure->imagesPerS / choice.imagesPerS - 1) > kAsRemembered) {
            m_compiled.clear();
            m_hints.clear();
            return false;
        }
        m_candidates.push_back({{choice.engine, choice.workers, choice.batch, figure->imagesPerS}});
        return true;
    }

    // All batch sizes of one engine with so many workers. Empty or why it cannot.
    Message scan(engines::Engine& engine, unsigned workers)
    {
        if (Message error = compile(engine, workers); !error.empty())
            return error;
        double best = 0;
        unsigned fruitless = 0;
        for (const unsigned batch : m_plan.batches) {
            if (cancelled())
                return {};
            const auto figure = measure(m_compiled.back(), batch, kMeasureS);
            if (!figure)
                return figure.error();
            const double rate = figure->imagesPerS;
            m_candidates.push_back({{engine.name(), workers, batch, rate}});
            fruitless = rate * kAsFast > best ? 0 : fruitless + 1;
            best = std::max(best, rate);
            if (fruitless == kFruitless || figure->p50MsPerInference > kLongestInferenceMs)
                break;
        }
        return {};
    }

    // The scan met each candidate once, the small ones while the machine was cold. So those near the best run
    // against each other, in turns there and back, and only these rounds count. Empty or why one cannot.
    Message compareTheBest(const std::function<std::int64_t()>& nowNs)
    {
        const std::int64_t untilNs = nowNs() + kLongestNs;
        std::vector<Candidate*> near;
        const double best = rateOf(*std::ranges::max_element(m_candidates, {}, rateOf));
        for (Candidate& candidate : m_candidates)
            if (rateOf(candidate) >= best * kMayComeNear)
                near.push_back(&candidate);
        const Candidate* chosen = nullptr;
        std::size_t agreed = 0;
        for (std::size_t round = 0; round < kMostRounds && agreed < kRoundsThatAgree; ++round) {
            for (Candidate* candidate : near) {
                if (cancelled())
                    return {};
                const auto figure
                    = measure(compiledFor(candidate->row), candidate->row.batch, kMeasureAgainS);
                if (!figure)
                    return figure.error();
                candidate->addRound(figure->imagesPerS);
            }
            if (round + 1 == kRoundsToSort)
                std::erase_if(near, [&](const Candidate* candidate) {
                    return candidate->row.highestImagesPerS < kNearTheBest * fastestOf(near);
                });
            std::ranges::reverse(near);
            const Candidate& choice = smallestAsFast(m_candidates);
            agreed = &choice == chosen ? agreed + 1 : 1;
            chosen = &choice;
            if (nowNs() > untilNs)
                break;
        }
        return {};
    }

    Compiled& compiledFor(const CalibrationRow& row)
    {
        return *std::ranges::find_if(m_compiled, [&row](const Compiled& compiled) {
            return compiled.engine->name() == row.engine && compiled.workers == row.workers;
        });
    }

private:
    static double fastestOf(const std::vector<Candidate*>& candidates)
    {
        double fastest = 0;
        for (const Candidate* candidate : candidates)
            fastest = std::max(fastest, *candidate->row.highestImagesPerS);
        return fastest;
    }

    Message compile(engines::Engine& engine, unsigned workers)
    {
        engines::CompileOptions options = m_plan.options;
        options.workers = workers;
        options.hint = m_hints[&engine];
        auto made = compileModel(engine, m_plan.model, options);
        if (!made.model)
            return std::move(made.error);
        m_hints[&engine] = made.model->hint();
        m_compiled.push_back(
            {&engine, workers, std::move(made.model), cpusOfWorkers(workers, m_plan.cores, allowedCpus())});
        return {};
    }

    Result<BareFigure> measure(const Compiled& compiled, unsigned batch, double seconds)
    {
        return m_measureAlone(*compiled.model,
            {compiled.workers, batch, seconds, kLeastInferences, kWarmup, 0, compiled.workerCpus});
    }

    const CalibrationPlan& m_plan;
    const MeasureAlone& m_measureAlone;
    const std::function<bool()>& m_cancelled;
    std::vector<Candidate> m_candidates;
    std::vector<Compiled> m_compiled;
    std::map<const engines::Engine*, std::string> m_hints; // of each engine's compiled model before
};

Message allReasons(const std::vector<Message>& reasons)
{
    Message all;
    for (const Message& reason : reasons)
        all = listed(std::move(all), TR("%1; %2"), reason);
    return all;
}

} // namespace

Result<CalibrationChoice> calibrate(
    const CalibrationPlan& plan, const MeasureAlone& measureAlone, const std::function<bool()>& cancelled)
{
    const SystemClock clock;
    const std::int64_t fromNs = clock.nowNs();
    Measuring measuring(plan, measureAlone, cancelled);
    CalibrationChoice choice;
    choice.measured.remembered = plan.remembered && measuring.confirms(*plan.remembered);
    if (!choice.measured.remembered)
        for (engines::Engine* engine : plan.engines) {
            Message why;
            for (const unsigned workers : plan.workers) {
                Message error = measuring.scan(*engine, workers);
                if (error.empty())
                    continue;
                why = std::move(error);
                if (!measuring.hasMeasured(*engine))
                    break;
            }
            if (!why.empty())
                (measuring.hasMeasured(*engine) ? choice.inPart : choice.passedOver)
                    .push_back({TR("%1: %2"), {engine->name(), std::move(why)}});
        }
    const Error stopped{TR("stopped before the run began")};
    if (measuring.cancelled())
        return stopped;
    if (measuring.candidates().size() > 1)
        if (Message error = measuring.compareTheBest([&clock] { return clock.nowNs(); }); !error.empty())
            return measuring.cancelled() ? stopped : Error{std::move(error)};
    if (measuring.cancelled())
        return stopped;
    if (measuring.candidates().empty())
        return Error{TR("no engine runs the model: %1"), {allReasons(choice.passedOver)}};
    const CalibrationRow& best = smallestAsFast(measuring.candidates()).row;
    Compiled& chosen = measuring.compiledFor(best);
    choice.engine = chosen.engine;
    choice.workers = best.workers;
    choice.batch = best.batch;
    choice.imagesPerS = best.imagesPerS;
    choice.model = std::move(chosen.model);
    choice.measured.seconds = seconds(clock.nowNs() - fromNs);
    for (Candidate& candidate : measuring.candidates())
        choice.measured.rows.push_back(std::move(candidate.row));
    return choice;
}

} // namespace iotbench
