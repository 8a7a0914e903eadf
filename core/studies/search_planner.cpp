#include "studies/search_planner.h"

#include <algorithm>
#include <cmath>

namespace iotbench::studies {

namespace {

constexpr int kFirstSteps = 8;
constexpr int kLeastSteps = 2;
constexpr unsigned kMostDisturbed = 3; // probes of one load

constexpr std::size_t kGuessFirst = 2; // slices before it are not counted
constexpr double kGuessFewestS = 1;

} // namespace

GuessCount guessCount(std::span<const ProbeSlice> slices)
{
    const auto counted = [slices](double mostInterference) {
        GuessCount count;
        for (std::size_t i = kGuessFirst; i < slices.size(); ++i) {
            if (slices[i].interference > mostInterference)
                continue;
            count.images += slices[i].images;
            count.countedS += ProbePlan::kSliceS;
        }
        return count;
    };
    const GuessCount undisturbed = counted(1);
    return undisturbed.countedS >= kGuessFewestS ? undisturbed : counted(INFINITY);
}

SearchPlanner::SearchPlanner(const SearchPlan& plan)
    : m_plan(plan)
{
}

std::optional<ProbeRequest> SearchPlanner::next() const
{
    if (m_answered)
        return std::nullopt;
    const double load = m_purpose == ProbePurpose::UpperGuess ? 0 : loadAt(m_place);
    return ProbeRequest{m_purpose, load, m_plan.seed + m_made};
}

void SearchPlanner::told(const ProbeOutcome& outcome)
{
    if (!outcome.accurate) {
        m_points.clear(); // whatever was fast enough does not count
        m_answer.verdict = outcome.verdict;
        return conclude(AnswerKind::NotAccurate);
    }
    ++m_made;
    if (m_purpose == ProbePurpose::UpperGuess)
        return begin(outcome.imagesPerS);
    ++m_answer.probes;
    m_disturbed = outcome.end == ProbeEnd::Disturbed ? m_disturbed + 1 : 0;
    if (m_disturbed > 0 && m_disturbed < kMostDisturbed)
        return ask(m_purpose, m_place);
    switch (m_purpose) {
    case ProbePurpose::Confirm:
        return confirmed(outcome);
    case ProbePurpose::FailsAgain:
        return failedAgain(outcome);
    case ProbePurpose::UpperGuess:
    case ProbePurpose::Search:
        return probed(outcome);
    }
}

std::vector<ProbeRequest> SearchPlanner::foreseen() const
{
    constexpr double kUsualShare = 0.93; // of the guess, or of what fails where nothing holds yet
    std::vector<ProbeRequest> requests;
    if (m_purpose == ProbePurpose::UpperGuess)
        return requests;
    const double upper = failsAt().value_or(m_guess);
    const auto low = holdsAt();
    const double expected = low && *low < upper ? std::sqrt(*low * upper) : kUsualShare * upper;
    requests.reserve(kMostProbes);
    SearchPlanner planner = *this;
    while (const auto request = planner.next()) {
        requests.push_back(*request);
        const bool holds = request->load <= expected;
        planner.told({.end = holds ? ProbeEnd::Holds : ProbeEnd::Fails,
            .fullLength = request->toFullLength(),
            .share = kShareLimit * (holds ? 0.5 : 2),
            .images = 1'000});
    }
    return requests;
}

void SearchPlanner::begin(double guessPerS)
{
    const bool cameras = m_plan.cameraRatePerS > 0;
    m_guess = cameras ? std::floor(guessPerS / m_plan.cameraRatePerS) : guessPerS;
    if (!(m_guess >= 1))
        m_guess = 1; // the least that can be asked for
    m_ceiling = cameras ? std::lround(m_guess) : 0;
    ask(ProbePurpose::Search, below(m_ceiling, kFirstSteps));
}

void SearchPlanner::probed(const ProbeOutcome& outcome)
{
    Point& point = m_points[m_place];
    point.known = knownBy(outcome.end);
    if (point.known == Known::Holds && outcome.fullLength && point.confirmed == 0) {
        point.confirmed = 1;
        point.failsAgain = false;
        point.verdict = outcome.verdict;
    }
    if (const auto low = holds(); low && *low < m_place && point.known == Known::Fails)
        m_points[*low].failsAgain = m_points[*low].confirmed > 0;
    searchOn(outcome);
}

void SearchPlanner::confirmed(const ProbeOutcome& outcome)
{
    Point& point = m_points[m_place];
    if (outcome.end == ProbeEnd::Disturbed)
        return conclude(AnswerKind::Between);
    point.known = knownBy(outcome.end);
    if (point.known == Known::Holds) {
        ++point.confirmed;
        point.verdict = worse(point.verdict, outcome.verdict);
        return confirmAt(m_place);
    }
    point.confirmed = 0;
    point.failsAgain = false;
    if (m_place == lowest())
        return conclude(kindBelow(point.known));
    const Place lower = std::max(below(m_place, 1), holds().value_or(lowest()));
    m_points[lower].failsAgain = m_points[lower].confirmed > 0;
    confirmAt(lower);
}

void SearchPlanner::failedAgain(const ProbeOutcome& outcome)
{
    const auto [at, isNew] = m_points.try_emplace(m_place);
    Point& point = at->second;
    if (outcome.end == ProbeEnd::Holds && (isNew || (!point.withdrawn && !outcome.nearLimit))) {
        point.known = Known::Holds;
        point.withdrawn = true;
        return searchOn(outcome);
    }
    // A load that held once and failed since is near the limit: it stays one that fails.
    if (outcome.end != ProbeEnd::Holds || isNew)
        point.known = knownBy(outcome.end);
    m_points[m_candidate].failsAgain = true;
    confirmAt(m_candidate);
}

void SearchPlanner::searchOn(const ProbeOutcome& last)
{
    const std::optional<Place> low = holds();
    const std::optional<Place> high = limit();
    if (low && high && below(below(*high, 1), 1) <= *low)
        return confirmAt(std::max(*low, below(*high, 1)));
    if (!low && high && *high == lowest())
        return conclude(kindBelow(m_points[*high].known));
    // A lower load does not keep others away.
    if (!low
        && std::ranges::count(m_points, Known::Disturbed, [](const auto& at) { return at.second.known; }) > 1)
        return conclude(AnswerKind::Between);
    const bool up = m_points[m_place].known == Known::Holds;
    m_steps = m_place == m_ceiling ? 1 : up == m_up ? 2 * m_steps : kLeastSteps; // a guess is near the limit
    m_up = up;
    Place next = up ? above(m_place, m_steps) : below(m_place, m_steps);
    if (const auto expected = limitExpectedBy(last))
        next = up ? std::max(next, *expected) : std::min(next, *expected);
    if (low && high)
        next = up ? std::min(next, middle(*low, *high)) : std::max(next, middle(*low, *high));
    ask(ProbePurpose::Search, std::max(next, lowest()));
}

// Where 1 of 100 images would be over the limit. Waiting times fall off exponentially, the faster the further
// the load is from what the box can do: ln (share ÷ C) = −κ (1 − ρ) ÷ ρ, with ρ the load over the guess and
// C, the share that waits at all, taken for 0.7 (J. F. C. Kingman, "On Queues in Heavy Traffic", Journal of
// the Royal Statistical Society B 24 (1962), 383-392). It saves probes where it is right, and costs some
// where it is not.
std::optional<SearchPlanner::Place> SearchPlanner::limitExpectedBy(const ProbeOutcome& last) const
{
    constexpr double kWaits = 0.7;
    const double utilisation = loadAt(m_place) / m_guess;
    if (utilisation >= 1 || last.images == 0)
        return std::nullopt;
    const double share = std::clamp(last.share, 1 / static_cast<double>(last.images), kWaits / 1.5);
    const double kappa = std::log(kWaits / share) * utilisation / (1 - utilisation);
    const double load = m_guess * kappa / (kappa + std::log(kWaits / kShareLimit));
    if (m_plan.cameraRatePerS > 0)
        return static_cast<Place>(load);
    return static_cast<Place>(std::floor(std::log(load / m_guess) / std::log1p(m_plan.precision)));
}

// Two runs that hold, and between them one of the load above that fails.
void SearchPlanner::confirmAt(Place place)
{
    m_candidate = place;
    const Place upper = limit().value_or(above(place, 1));
    const Point& point = m_points[place];
    if ((point.confirmed == 1 && !point.failsAgain) || (point.confirmed > 1 && !limit()))
        return ask(ProbePurpose::FailsAgain, upper);
    if (point.confirmed < 2)
        return ask(ProbePurpose::Confirm, place);
    conclude(kindBelow(m_points[upper].known));
}

void SearchPlanner::ask(ProbePurpose purpose, Place place)
{
    if (m_answer.probes >= kMostProbes)
        return conclude(AnswerKind::Between);
    if (m_place != place)
        m_disturbed = 0;
    m_purpose = purpose;
    m_place = place;
}

// What the answer is where it lies right under a load of which this is known.
AnswerKind SearchPlanner::kindBelow(Known upper) const
{
    if (upper == Known::SenderLimited)
        return AnswerKind::AtLeast;
    if (upper == Known::Disturbed)
        return AnswerKind::Between;
    return holds() ? AnswerKind::Serves : AnswerKind::Nothing;
}

void SearchPlanner::conclude(AnswerKind kind)
{
    m_answered = true;
    m_answer.kind = kind;
    m_answer.holdsAt = holdsAt().value_or(0);
    m_answer.failsAt = failsAt();
    if (kind == AnswerKind::Serves)
        m_answer.verdict = m_points[m_candidate].verdict;
    if (kind == AnswerKind::AtLeast || kind == AnswerKind::Between)
        m_answer.verdict = worse(RunVerdict::Weak, holds() ? m_points[*holds()].verdict : RunVerdict::Valid);
}

std::optional<double> SearchPlanner::holdsAt() const
{
    const auto place = holds();
    return place ? std::optional(loadAt(*place)) : std::nullopt;
}

std::optional<double> SearchPlanner::failsAt() const
{
    const long low = holds().value_or(lowest() - 1);
    for (const auto& [place, point] : m_points)
        if (place > low && point.known == Known::Fails)
            return loadAt(place);
    return std::nullopt;
}

std::optional<SearchPlanner::Place> SearchPlanner::holds() const
{
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point)
        if (point->second.known == Known::Holds)
            return point->first;
    return std::nullopt;
}

std::optional<SearchPlanner::Place> SearchPlanner::limit() const
{
    const std::optional<Place> low = holds();
    for (const auto& [place, point] : m_points)
        if ((!low || place > *low) && point.known != Known::Unknown)
            return place;
    return low && m_ceiling > *low ? std::optional(m_ceiling) : std::nullopt;
}

SearchPlanner::Known SearchPlanner::knownBy(ProbeEnd end)
{
    switch (end) {
    case ProbeEnd::Holds:
        return Known::Holds;
    case ProbeEnd::SenderLimited:
        return Known::SenderLimited;
    case ProbeEnd::Disturbed:
        return Known::Disturbed;
    case ProbeEnd::Fails:
    case ProbeEnd::None:
        break;
    }
    return Known::Fails;
}

double SearchPlanner::loadAt(Place place) const
{
    if (m_plan.cameraRatePerS > 0)
        return static_cast<double>(place);
    return std::max(1.0, m_guess * std::pow(1 + m_plan.precision, place));
}

SearchPlanner::Place SearchPlanner::lowest() const
{
    if (m_plan.cameraRatePerS > 0)
        return 1;
    return -static_cast<Place>(std::ceil(std::log(std::max(m_guess, 1.0)) / std::log1p(m_plan.precision)));
}

SearchPlanner::Place SearchPlanner::below(Place place, int steps) const
{
    if (m_plan.cameraRatePerS > 0)
        place = std::min(place - 1,
            static_cast<Place>(
                std::ceil(static_cast<double>(place) * std::pow(1 + m_plan.precision, -steps))));
    else
        place -= steps;
    return std::max(place, lowest());
}

SearchPlanner::Place SearchPlanner::above(Place place, int steps) const
{
    if (m_plan.cameraRatePerS > 0)
        return std::max(place + 1,
            static_cast<Place>(static_cast<double>(place) * std::pow(1 + m_plan.precision, steps)));
    return place + steps;
}

SearchPlanner::Place SearchPlanner::middle(Place low, Place high) const
{
    if (m_plan.cameraRatePerS == 0)
        return low + (high - low) / 2;
    const double load = std::sqrt(static_cast<double>(low) * static_cast<double>(high));
    return std::clamp(static_cast<Place>(std::lround(load)), low + 1, high - 1);
}

} // namespace iotbench::studies
