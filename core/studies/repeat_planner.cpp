#include "studies/repeat_planner.h"

#include <algorithm>

namespace iotbench::studies {

namespace {

constexpr std::size_t kFewestRuns = 3;
constexpr double kMostHalfWidth = 0.02; // of the mean
constexpr double kHonestFrom = 0.01; // p-value

} // namespace

RepeatPlanner::RepeatPlanner(const RepeatPlan& plan)
    : m_plan(plan)
{
}

std::optional<std::uint64_t> RepeatPlanner::next() const
{
    return m_outcomes.size() < m_plan.runs ? std::optional(m_plan.seed + m_outcomes.size()) : std::nullopt;
}

void RepeatPlanner::told(const RepeatOutcome& outcome)
{
    m_outcomes.push_back(outcome);
}

RepeatAnswer RepeatPlanner::answer() const
{
    RepeatAnswer result;
    std::vector<double> values, errors;
    for (const RepeatOutcome& outcome : m_outcomes) {
        values.push_back(outcome.value);
        if (outcome.standardError && *outcome.standardError > 0)
            errors.push_back(*outcome.standardError);
        result.verdict = worse(result.verdict, outcome.verdict);
        result.kept += outcome.found == RateFound::Kept ? 1 : 0;
        result.tooShort += outcome.found == RateFound::TooShort ? 1 : 0;
    }
    result.figure = runMean(values);
    if (!result.measured()) {
        if (!result.keptByAll())
            result.verdict = worse(result.verdict, RunVerdict::Weak);
        return result;
    }
    result.repeatable = result.figure.runs >= kFewestRuns && result.figure.mean > 0
        && result.figure.interval->halfWidth() <= kMostHalfWidth * result.figure.mean;
    if (!result.repeatable) {
        result.verdict = worse(result.verdict, RunVerdict::Weak);
        result.runsNeeded = runsNeeded(result.figure, kMostHalfWidth);
    }
    if (values.size() > 1 && errors.size() == values.size())
        result.errorsHonest = sameWithinErrors(values, errors) > kHonestFrom;
    return result;
}

} // namespace iotbench::studies
