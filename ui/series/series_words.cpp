#include "ui/series/series_words.h"

#include "settings/settings_table.h"
#include "study_driver/missed_criteria.h"
#include "study_driver/sweep_answer_text.h"
#include "ui/base/field_words.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"
#include "ui/setup/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace iotbench::ui {

using studies::LimitStanding;
using studies::SweepRule;

namespace {

struct SeriesText {
    Q_DECLARE_TR_FUNCTIONS(Series)
};

constexpr qsizetype kNamed = 2; // of several combinations; more are counted

QString shortNumber(double value)
{
    return shownNumber(QString::number(value, 'g', 6).toStdString());
}

QString limitWords(const SweepAim& aim)
{
    return shortNumber(aim.limitMs) + QStringLiteral(" ms");
}

QString p99Range(const SweptPoint& point)
{
    return rangeText(point.p99LowMs, point.p99HighMs, &millisecondsText);
}

QString figuresOf(const SweptPoint& point, const StudyFacts& facts)
{
    QString words = SeriesText::tr("%1 images/s").arg(rateText(point.imagesPerS));
    if (point.p99Ms)
        words += (facts.serviceTime ? SeriesText::tr(", p99 of the service time %1 ms")
                                    : SeriesText::tr(", p99 %1 ms"))
                     .arg(millisecondsText(point.p99Ms));
    if (point.accuracyPct)
        words += SeriesText::tr(", %1 % correct").arg(decimalText(point.accuracyPct, 1));
    return words;
}

QString sweepSentence(const SeriesState& state, const SweepAim& aim)
{
    const SweepChoice choice = choiceOf(state.facts, aim);
    if (!choice.point)
        return aim.rule == SweepRule::Fastest || state.facts.runs == 0
                || std::ranges::any_of(
                    state.facts.points, [](const SweptPoint& point) { return point.p99Ms.has_value(); })
            ? SeriesText::tr(
                "No combination can be named: each failed, is INVALID, or misses a pass criterion.")
            : SeriesText::tr("No combination has a p99: choose by images a second.");
    const SweptPoint& point = state.facts.points[*choice.point];
    const QString what = combinationWords(point.label), figures = figuresOf(point, state.facts);
    if (choice.nearest)
        return SeriesText::tr("None within %1: %2 comes nearest, %3.").arg(limitWords(aim), what, figures);
    if (point.holdsAt && aim.rule == SweepRule::Fastest)
        return SeriesText::tr("%1 holds the most: %2.").arg(what, figures);
    switch (aim.rule) {
    case SweepRule::FastestWithin:
        return (point.keptPerS ? SeriesText::tr("Within %1, %2 kept its target rate: %3.")
                               : SeriesText::tr("Within %1, %2 is the fastest: %3."))
            .arg(limitWords(aim), what, figures);
    case SweepRule::ShortestP99:
        return SeriesText::tr("%1 has the shortest p99: %2.").arg(what, figures);
    case SweepRule::Fastest:
        break;
    }
    return (point.keptPerS ? SeriesText::tr("%1 kept its target rate: %2.")
                           : SeriesText::tr("%1 is the fastest: %2."))
        .arg(what, figures);
}

QString fixedRateWords()
{
    return SeriesText::tr(
        "The sender's rate fixes this figure: choose \"as fast as possible\" to find what this "
        "machine can do.");
}

QString repeatSentence(const StudyFacts& facts)
{
    const QString runs = wholeText(facts.runs);
    if (facts.runs == 0)
        return SeriesText::tr("No run came to its end.");
    if (facts.answer == "too short" || !facts.imagesPerS)
        return SeriesText::tr("No rate found: the runs are too short to tell one.");
    const QString rate = rateText(facts.imagesPerS);
    if (facts.answer == "kept")
        return SeriesText::tr("Kept %1 images/s in %2 runs.").arg(rate, runs);
    if (!facts.lowPerS || !facts.highPerS)
        return SeriesText::tr("%1 images/s in %2 runs: too few to tell how sure that is.").arg(rate, runs);
    const double half = 100 * (*facts.highPerS - *facts.imagesPerS) / *facts.imagesPerS; // low ends at 0
    const QString mean
        = SeriesText::tr("%1 images/s ± %2 % (%3) in %4 runs")
              .arg(rate, decimalText(half, 1), rangeText(facts.lowPerS, facts.highPerS, &rateText), runs);
    if (facts.repeatable)
        return SeriesText::tr("Repeatable: %1.").arg(mean);
    return facts.runsNeeded && *facts.runsNeeded > facts.runs
        ? SeriesText::tr("Not repeatable: %1; about %2 runs would do.")
              .arg(mean, wholeText(*facts.runsNeeded))
        : SeriesText::tr("Not repeatable: %1.").arg(mean);
}

QString progressWords(const SeriesState& state)
{
    const QString made
        = (state.facts.find.empty() ? SeriesText::tr("%1 of %2 runs") : SeriesText::tr("%1 of %2 searches"))
              .arg(wholeText(state.runs.size()), wholeText(state.now.planned));
    return state.now.leftS
        ? SeriesText::tr("%1, %2 left").arg(made, durationText(std::ceil(*state.now.leftS)))
        : made;
}

// Why points that are faster are not chosen.
QStringList whyNotFaster(const StudyFacts& facts, std::size_t chosen, const SweepAim& aim)
{
    const std::vector<studies::SweepCandidate> candidates = candidatesOf(facts);
    std::vector<std::size_t> faster;
    for (std::size_t i = 0; i < facts.points.size(); ++i)
        if (candidates[i].nameable && candidates[i].throughput > candidates[chosen].throughput)
            faster.push_back(i);
    std::ranges::sort(faster, {}, [&](std::size_t i) { return *candidates[i].throughput; });
    QStringList lines;
    for (const std::size_t i : faster) {
        if (lines.size() == kNamed)
            break;
        const SweptPoint& other = facts.points[i];
        const QString percent
            = decimalText(100 * (*candidates[i].throughput / *candidates[chosen].throughput - 1), 0);
        const QString what = combinationWords(other.label);
        if (standingOf(candidates[i], aim.limitMs) == LimitStanding::MayBeOver)
            lines << SeriesText::tr("%1 is %2 % faster, but its p99 may be over the limit: %3 ms.")
                         .arg(what, percent, p99Range(other));
        else if (other.p99Ms)
            lines << SeriesText::tr("%1 is %2 % faster, but its p99 is %3 ms.")
                         .arg(what, percent, millisecondsText(other.p99Ms));
    }
    return lines;
}

// Which others may be as good as the best in what the rule asks for.
QStringList alikeWords(const StudyFacts& facts, const SweptPoint& best)
{
    QStringList alike;
    for (const SweptPoint& point : facts.points)
        if (point.alikeBest && !point.best)
            alike << combinationWords(point.label);
    const auto words = [&alike](const QString& named, const QString& counted) {
        return alike.size() > kNamed ? counted.arg(wholeText(static_cast<std::uint64_t>(alike.size())))
                                     : named.arg(alike.join(QStringLiteral("; ")));
    };
    if (best.keptPerS || best.holdsAt) {
        if (alike.isEmpty())
            return {};
        return {best.keptPerS
                ? words(SeriesText::tr("Kept too by %1."), SeriesText::tr("%1 others kept it too."))
                : words(SeriesText::tr("As much may hold with %1."),
                    SeriesText::tr("As much may hold with %1 others."))};
    }
    if (best.runs == 1 && facts.points.size() > 1)
        return {SeriesText::tr("Of a single run it is not known how sure that is: three runs each tell.")};
    if (best.runs == 1)
        return {};
    return {alike.isEmpty()
            ? SeriesText::tr("It is the fastest, and faster than each other one.")
            : words(SeriesText::tr("It is the fastest by its mean; no difference shown to %1."),
                SeriesText::tr("It is the fastest by its mean; no difference shown to %1 others."))};
}

QStringList whySweep(const SeriesState& state, const SweepAim& aim)
{
    const StudyFacts& facts = state.facts;
    const SweepChoice choice = choiceOf(facts, aim);
    if (!choice.point)
        return {};
    const SweptPoint& point = facts.points[*choice.point];
    QStringList lines;
    if (choice.nearest)
        lines << SeriesText::tr("Its p99 is the shortest, %1 ms; the limit is %2.")
                     .arg(millisecondsText(point.p99Ms), limitWords(aim));
    else if (point.keptPerS && aim.rule != SweepRule::ShortestP99)
        lines << fixedRateWords();
    else if (aim.rule == SweepRule::FastestWithin && point.p99HighMs)
        lines << SeriesText::tr("It is the fastest whose p99 is within %1 with its whole interval, %2.")
                     .arg(limitWords(aim), p99Range(point));
    else if (aim.rule == SweepRule::FastestWithin)
        lines << SeriesText::tr("It is the fastest whose p99 is within %1, by one run only.")
                     .arg(limitWords(aim));
    else if (aim.rule == SweepRule::ShortestP99)
        lines << SeriesText::tr("No other has a shorter p99.");
    lines << (aim.rule == SweepRule::Fastest ? alikeWords(facts, point)
                                             : whyNotFaster(facts, *choice.point, aim));
    if (point.verdict == "WEAK")
        lines << SeriesText::tr("A run of it is weak: longer runs on a quiet machine tell more.");
    return lines;
}

QStringList whyRepeat(const SeriesState& state)
{
    const StudyFacts& facts = state.facts;
    QStringList lines;
    if (facts.spreadPct)
        lines << SeriesText::tr("The runs spread by %1 % (standard deviation).")
                     .arg(decimalText(facts.spreadPct, 2));
    if (facts.lowPerS)
        lines << (facts.repeatable
                ? SeriesText::tr("Half of the 95 % interval is 2 % of the mean or less.")
                : SeriesText::tr(
                    "Repeatable means: half of the 95 % interval is 2 % of the mean or less, with "
                    "three runs or more."));
    if (facts.answer == "kept")
        lines << fixedRateWords();
    const auto weak = std::ranges::count(state.runs, Judgement::Weak, &RepeatedRun::verdict);
    if (weak > 0)
        lines << SeriesText::tr("Weak runs: %1 of %2. The verdict of each says why, that of the last one "
                                "under Last run.")
                     .arg(wholeText(static_cast<std::uint64_t>(weak)), wholeText(state.runs.size()));
    return lines;
}

} // namespace

QString columnWords(const std::string& setting)
{
    if (setting == "batch-size")
        return SeriesText::tr("Batch");
    const Setting* const known = findSetting(setting);
    return known ? fieldLabel(*known) : QString::fromStdString(setting);
}

QString valueWords(const std::string& setting, const std::string& value)
{
    return setting == "engine" ? engineLabel(value) : shownNumber(value);
}

QString combinationWords(const std::string& label)
{
    std::map<std::string, std::string> values = valuesOf(label);
    QStringList whose, parts;
    for (const char* key : {"engine", "precision"})
        if (const auto value = values.extract(key))
            whose << valueWords(key, value.mapped());
    if (!whose.isEmpty())
        parts << whose.join(u' ');
    for (const auto& [key, value] : values) {
        const QString shown = valueWords(key, value);
        parts << (key == "batch-size" ? SeriesText::tr("batch %1").arg(shown)
                : key != "workers"    ? columnWords(key) + u' ' + shown
                : value == "1"        ? SeriesText::tr("1 worker")
                                      : SeriesText::tr("%1 workers").arg(shown));
    }
    return parts.join(QStringLiteral(", "));
}

QString p99Words(const StudyFacts& facts)
{
    return facts.serviceTime ? SeriesText::tr("Service time p99, ms") : SeriesText::tr("Latency p99, ms");
}

QString seriesSentence(const SeriesState& state, const SweepAim& aim)
{
    if (!state.over)
        return progressWords(state);
    const QString sentence = state.sweep() ? sweepSentence(state, aim) : repeatSentence(state.facts);
    return state.facts.answer == "stopped" ? SeriesText::tr("Stopped; so far: %1").arg(sentence) : sentence;
}

QString seriesRemark(const SeriesState& state)
{
    const StudyFacts& facts = state.facts;
    QStringList parts;
    if (!state.over && state.now.coolsDown)
        parts << SeriesText::tr("cooling down");
    else if (!state.over && state.now.point && state.sweep() && *state.now.point < facts.points.size())
        parts << SeriesText::tr("now %1").arg(combinationWords(facts.points[*state.now.point].label));
    if (!state.over && state.now.run && state.now.run->rollingLatencyP99Ms)
        parts << SeriesText::tr("p99 of the last 1,000: %1 ms")
                     .arg(millisecondsText(state.now.run->rollingLatencyP99Ms));
    if (state.sweep()) {
        const auto measured
            = std::ranges::count_if(facts.points, [](const SweptPoint& p) { return p.runs > 0; });
        const auto failed
            = std::ranges::count_if(facts.points, [](const SweptPoint& p) { return !p.failure.empty(); });
        parts << SeriesText::tr("%1 of %2 combinations measured")
                     .arg(wholeText(static_cast<std::uint64_t>(measured)),
                         wholeText(facts.points.size() + facts.skipped.size()));
        parts << (!facts.find.empty() ? SeriesText::tr("a search with each, in random order")
                : facts.repeats == 1
                ? SeriesText::tr("one run each, in random order")
                : SeriesText::tr("%1 runs each, in random order").arg(wholeText(facts.repeats)));
        if (failed > 0)
            parts << SeriesText::tr("%1 failed ✗").arg(wholeText(static_cast<std::uint64_t>(failed)));
        if (!facts.skipped.empty())
            parts << SeriesText::tr("%1 skipped").arg(wholeText(facts.skipped.size()));
    } else if (facts.spreadPct) {
        parts << SeriesText::tr("spread from run to run %1 %").arg(decimalText(facts.spreadPct, 2));
    }
    if (state.over)
        parts << SeriesText::tr("took %1").arg(durationText(facts.tookS));
    return joined(parts);
}

Judgement seriesJudgement(const SeriesState& state, const SweepAim& aim)
{
    const StudyFacts& facts = state.facts;
    if (!state.over)
        return Judgement::NotJudged;
    if (!state.sweep())
        return facts.runs == 0 ? Judgement::Invalid : studyJudgement(facts.verdict);
    const SweepChoice choice = choiceOf(facts, aim);
    if (!choice.point)
        return Judgement::Invalid;
    const bool valid = !choice.nearest && facts.answer != "stopped"
        && facts.points[*choice.point].verdict == toString(Judgement::Valid);
    return valid ? Judgement::Valid : Judgement::Weak;
}

QStringList whyWords(const SeriesState& state, const SweepAim& aim)
{
    QStringList lines = state.sweep() ? whySweep(state, aim) : whyRepeat(state);
    for (const Message& missed : missedCriteria(state.runs))
        lines << translated(missed);
    return lines;
}

QString plotSummary(const SeriesState& state, const SweepAim& aim)
{
    const StudyFacts& facts = state.facts;
    if (!state.sweep())
        return SeriesText::tr("%1 runs. The table has every value.").arg(wholeText(state.runs.size()));
    const auto front = std::ranges::count_if(facts.points, &SweptPoint::pareto);
    QString words = SeriesText::tr("%1 combinations, %2 on the Pareto front")
                        .arg(wholeText(facts.points.size()), wholeText(static_cast<std::uint64_t>(front)));
    if (const auto choice = choiceOf(facts, aim); choice.point)
        words += SeriesText::tr(", chosen: %1").arg(combinationWords(facts.points[*choice.point].label));
    if (aim.rule == SweepRule::FastestWithin)
        words += SeriesText::tr(", limit %1").arg(limitWords(aim));
    return words + SeriesText::tr(". The table has every value.");
}

std::vector<NotMeasured> notMeasured(const StudyFacts& facts)
{
    std::vector<NotMeasured> rows;
    const auto add = [&rows](bool failed, const std::string& label, const Message& reason) {
        const QString why = translated(reason);
        auto row = std::ranges::find_if(
            rows, [&](const NotMeasured& each) { return each.failed == failed && each.why == why; });
        if (row == rows.end())
            row = rows.insert(rows.end(), {failed, 0, {}, why});
        ++row->count;
        const auto count = static_cast<qsizetype>(row->count);
        if (count > kNamed + 1)
            return;
        row->combinations += count > kNamed ? QStringLiteral("; …")
            : count > 1                     ? QStringLiteral("; ") + combinationWords(label)
                                            : combinationWords(label);
    };
    for (const SweptPoint& point : facts.points)
        if (!point.failure.empty())
            add(true, point.label, point.failure);
    for (const SkippedPoint& point : facts.skipped)
        add(false, point.label, point.reason);
    return rows;
}

} // namespace iotbench::ui
