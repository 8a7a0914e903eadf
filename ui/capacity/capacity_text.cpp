#include "ui/capacity/capacity_text.h"

#include "statistics/figure_text.h"
#include "study_driver/search_answer_text.h"
#include "ui/base/field_words.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"
#include "ui/result/verdict_text.h"
#include "ui/setup/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace iotbench::ui {
namespace {

using studies::ProbeEnd;
using studies::ProbePurpose;

struct CapacityText {
    Q_DECLARE_TR_FUNCTIONS(Capacity)
};

QString shownLoad(double value)
{
    return shownNumber(shortText(value, 3));
}

QString unitOf(const SearchGoal& goal)
{
    return goal.cameras() ? CapacityText::tr("cameras of %1 images/s").arg(shownLoad(goal.cameraRatePerS))
                          : CapacityText::tr("images/s");
}

// What the answer rests on.
QString evidenceWords(const CapacityState& state)
{
    const Probe* const probe = state.holdsAt ? evidenceFor(state, *state.holdsAt, ProbeEnd::Holds) : nullptr;
    if (!probe)
        return {};
    QStringList parts;
    if (state.goal.cameras())
        parts << CapacityText::tr("%1 images/s").arg(rateText(state.goal.imagesPerS(probe->request.load)));
    if (probe->p99Ms)
        parts << CapacityText::tr("p99 %1 ms, limit %2 ms")
                     .arg(millisecondsText(probe->p99Ms), shownLoad(state.goal.limitMs));
    parts << CapacityText::tr("every image classified");
    if (probe->accuracy)
        parts << CapacityText::tr("%1 % correct").arg(percentText(probe->accuracy));
    return joined(parts);
}

// "62, 63 or 64"
QString openWords(const CapacityState& state)
{
    constexpr double kFew = 4;
    const double low = *state.holdsAt, high = *state.failsAt;
    if (!state.goal.cameras())
        return CapacityText::tr("%1 to %2").arg(rateText(low), rateText(high));
    if (high - low > kFew)
        return CapacityText::tr("%1 to %2").arg(loadText(state.goal, low), loadText(state.goal, high - 1));
    QStringList each;
    for (double load = low; load < high; ++load)
        each << loadText(state.goal, load);
    const QString last = each.takeLast();
    return each.isEmpty() ? last : CapacityText::tr("%1 or %2").arg(each.join(QStringLiteral(", ")), last);
}

QString bracketWords(const CapacityState& state)
{
    QStringList parts;
    if (state.holdsAt)
        parts << QChar(kRightSign) + u' '
                + CapacityText::tr("holds at %1").arg(loadText(state.goal, *state.holdsAt));
    if (state.failsAt)
        parts << QChar(kWrongSign) + u' '
                + CapacityText::tr("fails at %1").arg(loadText(state.goal, *state.failsAt));
    if (state.holdsAt && state.failsAt && !state.over())
        parts << CapacityText::tr("so the answer will be %1").arg(openWords(state));
    return joined(parts);
}

// What came of it, beside the bracket.
QString endWords(const CapacityState& state)
{
    const StudyFacts& facts = *state.answer;
    if (facts.answer == "serves")
        return CapacityText::tr("confirmed by two runs: %1").arg(verdictWords(facts.verdict));
    if (facts.answer == "stopped")
        return state.probes.empty() || !state.probes.back().stopped
            ? CapacityText::tr("stopped, not confirmed")
            : CapacityText::tr("stopped, not confirmed; the probe that ran is dropped");
    if (facts.answer == "at least")
        return CapacityText::tr("The sender was the limit. Send from another machine.");
    if (facts.answer == "between")
        return CapacityText::tr("Other programs interfered with the probes. Close them and search again.");
    if (facts.answer == "not accurate")
        return CapacityText::tr("The model is not accurate enough at any load.");
    if (facts.answer == "nothing")
        return CapacityText::tr("Choose a faster engine under “Engine”, or a longer limit under “%1”.")
            .arg(fieldLabel(*findSetting("max-p99")));
    return {};
}

// Why not even the lowest load holds.
QString lowestWords(const CapacityState& state)
{
    const Probe* const lowest = state.failsAt ? evidenceFor(state, *state.failsAt, ProbeEnd::Fails) : nullptr;
    if (!lowest || !lowest->p99Ms)
        return {};
    QString load = loadWords(state.goal, *state.failsAt);
    if (state.goal.cameras())
        load = CapacityText::tr("%1 of %2 images/s").arg(load, shownLoad(state.goal.cameraRatePerS));
    return CapacityText::tr("%1: p99 %2 ms, limit %3 ms")
        .arg(load, millisecondsText(lowest->p99Ms), shownLoad(state.goal.limitMs));
}

QString unitSuffix(const CapacityState& state)
{
    if (!state.over())
        return CapacityText::tr(", so far");
    const std::string& answer = state.answer->answer;
    const bool open = answer == "at least" || answer == "between" || answer == "stopped";
    return state.holdsAt && open ? CapacityText::tr(", at least") : QString();
}

FigureText spareFigure(const CapacityState& state)
{
    const QString words = translated(headroomMessage(*state.answer, state.ownCameras));
    return {.caption = CapacityText::tr("Your cameras"),
        .parts = {{wholeText(state.ownCameras), CapacityText::tr("cameras")}},
        .remark
        = words.isEmpty() ? CapacityText::tr("The search does not tell whether so many are served.") : words};
}

FigureText verdictFigure(const CapacityState& state)
{
    return {.caption = CapacityText::tr("Verdict"),
        .parts = {{verdictWords(state.answer->verdict), {}}},
        .remark = state.answer->answer == "serves" ? CapacityText::tr("of the runs that confirm the answer")
                                                   : QString()};
}

} // namespace

QString loadText(const SearchGoal& goal, double load)
{
    return goal.cameras() ? wholeText(static_cast<std::uint64_t>(std::llround(load))) : rateText(load);
}

QString loadWords(const SearchGoal& goal, double load)
{
    if (!goal.cameras())
        return CapacityText::tr("%1 images/s").arg(rateText(load));
    return load == 1 ? CapacityText::tr("1 camera")
                     : CapacityText::tr("%1 cameras").arg(loadText(goal, load));
}

FigureText answerFigure(const CapacityState& state)
{
    FigureText text;
    text.caption = state.goal.cameras()
        ? CapacityText::tr("How many cameras can this machine serve?")
        : CapacityText::tr("How many images a second does this machine hold?");
    const bool known = state.holdsAt.has_value();
    if (!known && !state.over()) {
        text.parts = {{notKnown(), CapacityText::tr("no load has held yet")}};
        text.remark = joined({bracketWords(state), QStringLiteral(" ")}, QStringLiteral("\n"));
        return text;
    }
    const bool told = known || state.answer->answer == "nothing" || state.answer->answer == "not accurate";
    text.parts = {{told ? loadText(state.goal, state.holdsAt.value_or(0)) : notKnown(),
        unitOf(state.goal) + unitSuffix(state)}};
    const QString end = state.over() ? endWords(state) : QString();
    text.caution = state.over() && state.answer->answer != "serves";
    QStringList lines{known ? evidenceWords(state) : lowestWords(state), bracketWords(state)};
    lines.insert(text.caution ? 0 : 2, end); // the sign belongs to what came of it
    text.remark = joined(lines, QStringLiteral("\n"));
    return text;
}

FigureText probeFigure(const CapacityState& state)
{
    if (state.over())
        return state.goal.cameras() && state.ownCameras > 0 ? spareFigure(state) : verdictFigure(state);
    if (!state.now)
        return {.caption = CapacityText::tr("Next probe"),
            .parts = {{notKnown(), {}}},
            .remark = CapacityText::tr("The engine warms up."),
            .hasBar = true};
    const studies::ProbeRequest& request = *state.now;
    FigureText text{
        .caption = CapacityText::tr("Probe %1").arg(wholeText(state.probes.size())), .hasBar = true};
    if (request.purpose == ProbePurpose::UpperGuess) {
        text.parts = {{state.run ? rateText(state.run->imagesPerSNow) : notKnown(),
            CapacityText::tr("images/s, as fast as it can")}};
        text.remark = CapacityText::tr("A short run tells where the search begins.");
        return text;
    }
    text.parts = {{loadText(state.goal, request.load),
        state.goal.cameras()
            ? CapacityText::tr("cameras · %1 images/s").arg(rateText(state.goal.imagesPerS(request.load)))
            : CapacityText::tr("images/s")}};
    const double most = planOf(state.goal, request).fullLengthS();
    text.bar = std::clamp(state.state.countedS / most, 0.0, 1.0);
    QStringList lines{
        CapacityText::tr("%1 of %2 at most · %3 classified")
            .arg(durationText(state.goneS()), durationText(most), wholeText(state.classified()))};
    if (state.run && state.run->phase == RunPhase::WarmingUp)
        lines = QStringList{CapacityText::tr("The engine warms up.")};
    else if (state.run && state.run->rollingLatencyP99Ms)
        lines << (state.state.share > 0 || *state.run->rollingLatencyP99Ms <= state.goal.limitMs
                ? CapacityText::tr("p99 so far %1 ms, %2 % over the limit: not decided")
                      .arg(
                          millisecondsText(state.run->rollingLatencyP99Ms), percentText(state.state.share, 2))
                : CapacityText::tr("p99 so far %1 ms: not decided")
                      .arg(millisecondsText(state.run->rollingLatencyP99Ms))); // no share is counted yet
    text.remark = lines.join(u'\n');
    return text;
}

FigureText timeFigure(const CapacityState& state)
{
    if (state.over()) {
        const auto probes = state.answer->probes;
        const QString measured = durationText(state.answer->measuredS);
        return {.caption = CapacityText::tr("The search took"),
            .parts = {{durationText(state.tookS), {}}},
            .remark = probes == 1
                ? CapacityText::tr("1 probe, %1 measured").arg(measured)
                : CapacityText::tr("%1 probes, %2 measured").arg(wholeText(probes), measured)};
    }
    FigureText text{.caption = CapacityText::tr("Time left, unless probes are repeated"),
        .parts = {{notKnown(), {}}},
        .remark = CapacityText::tr("%1 elapsed").arg(durationText(state.tookS)) + u'\n'
            + CapacityText::tr("Stop keeps the answer so far."),
        .hasBar = true};
    if (state.forecast) {
        const double leftS = std::max(0.0, state.forecast->seconds - state.state.countedS);
        text.parts = {{durationText(leftS), {}}};
        text.bar = state.tookS / std::max(1.0, state.tookS + leftS);
    }
    return text;
}

Judgement answerJudgement(const CapacityState& state)
{
    return state.over() ? studyJudgement(state.answer->verdict) : Judgement::NotJudged;
}

QString answerSentence(const CapacityState& state)
{
    return state.over() ? translated(answerMessage(*state.answer, state.probes)) + u'.' : QString();
}

QString criteriaWords(const CapacityState& state)
{
    return CapacityText::tr(
        "Pass criteria: p99 from the intended send time is within %1 ms, no image is lost "
        "or rejected, the backlog does not grow, and the accuracy is not INVALID. A probe with interference "
        "does not count.")
        .arg(shownLoad(state.goal.limitMs));
}

QString seriesSummary(const CapacityState& state)
{
    QStringList parts{state.probes.size() == 1
            ? CapacityText::tr("1 probe")
            : CapacityText::tr("%1 probes").arg(wholeText(state.probes.size()))};
    if (state.holdsAt)
        parts << CapacityText::tr("holds at %1").arg(loadText(state.goal, *state.holdsAt));
    if (state.failsAt)
        parts << CapacityText::tr("fails at %1").arg(loadText(state.goal, *state.failsAt));
    parts << CapacityText::tr("limit %1 ms").arg(shownLoad(state.goal.limitMs));
    return parts.join(QStringLiteral(", "));
}

} // namespace iotbench::ui
