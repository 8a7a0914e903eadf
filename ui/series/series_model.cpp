#include "ui/series/series_model.h"

#include "study_driver/sweep_answer_text.h"
#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"
#include "ui/result/verdict_text.h"
#include "ui/series/series_words.h"

#include <QFont>
#include <QGuiApplication>

namespace iotbench::ui {

using studies::LimitStanding;

namespace {

// What a swept value is sorted by.
QVariant numberOr(const QString& words)
{
    bool isNumber = false;
    const double number = QString(words).remove(u' ').toDouble(&isNumber);
    return isNumber ? QVariant(number) : QVariant(words);
}

} // namespace

QString groupSign(std::size_t group)
{
    static const QString kSigns = QStringLiteral("●■▲◆▼○□△◇▽");
    return kSigns.at(static_cast<qsizetype>(group) % kSigns.size());
}

int SeriesModel::sweptColumns() const
{
    return m_state.sweep() ? static_cast<int>(m_state.facts.swept.size()) : 0;
}

SeriesModel::Column SeriesModel::kindOf(int column) const
{
    if (column == 0)
        return Sign;
    return column <= sweptColumns() ? Swept : static_cast<Column>(Rate + column - 1 - sweptColumns());
}

void SeriesModel::show(const SeriesState& state, const SweepAim& aim)
{
    const bool others = state.facts.swept != m_state.facts.swept || state.sweep() != m_state.sweep();
    const std::size_t after = state.sweep() ? state.facts.points.size() : state.runs.size();
    const auto change = [&] { take(state, aim); };
    if (others)
        changeAll(change);
    else
        changeRows(after, change);
}

void SeriesModel::take(const SeriesState& state, const SweepAim& aim)
{
    m_state = state;
    m_aim = aim;
    m_choice = state.over ? choiceOf(state.facts, aim) : SweepChoice();
    m_groups = groupsOf(state.facts);
    m_candidates = candidatesOf(state.facts);
}

QString SeriesModel::sweptText(std::size_t row, std::size_t swept) const
{
    const std::string& setting = m_state.facts.swept[swept].setting;
    const auto values = valuesOf(m_state.facts.points[row].label);
    const auto value = values.find(setting);
    const QString words = value == values.end() ? QString() : valueWords(setting, value->second);
    return swept == 0 ? groupSign(m_groups.of[row]) + u' ' + words : words;
}

TableModel::Headings SeriesModel::sweepColumns() const
{
    using Point = const SweptPoint&;
    constexpr Qt::AlignmentFlag kName = Qt::AlignLeft, kFigure = Qt::AlignRight;
    const auto of = [this](QString (*cell)(Point)) {
        return [this, cell](std::size_t row) { return cell(m_state.facts.points[row]); };
    };
    const auto by = [this](std::optional<double> SweptPoint::*figure) { // what is not known below all
        return [this, figure](
                   std::size_t row) { return QVariant((m_state.facts.points[row].*figure).value_or(-1)); };
    };
    Headings all{{tr("Front"), kName,
        [this](std::size_t row) {
            return m_choice.point == row           ? QStringLiteral("◆")
                : m_state.facts.points[row].pareto ? QStringLiteral("◇")
                                                   : QString();
        },
        {},
        [this](std::size_t row) {
            return (m_choice.point == row ? 2 : 0) + (m_state.facts.points[row].pareto ? 1 : 0);
        }}};
    for (std::size_t i = 0; i < m_state.facts.swept.size(); ++i)
        all.push_back({columnWords(m_state.facts.swept[i].setting), kName,
            [this, i](std::size_t row) { return sweptText(row, i); }, {},
            [this, i](std::size_t row) { return numberOr(sweptText(row, i).mid(i == 0 ? 2 : 0)); }});
    const auto p99 = [this](std::size_t row) {
        const bool mayBeOver = m_aim.rule == studies::SweepRule::FastestWithin
            && standingOf(m_candidates[row], m_aim.limitMs) == LimitStanding::MayBeOver;
        return (mayBeOver ? QStringLiteral("▲ ") : QString())
            + millisecondsText(m_state.facts.points[row].p99Ms);
    };
    all.insert(all.end(),
        {{tr("Images/s"), kFigure, of([](Point point) { return rateText(point.imagesPerS); }), {},
             by(&SweptPoint::imagesPerS)},
            {tr("p99, ms"), kFigure, p99, {}, by(&SweptPoint::p99Ms)},
            {tr("95 % interval"), kFigure,
                of([](Point point) { return rangeText(point.p99LowMs, point.p99HighMs, &millisecondsText); }),
                {}, by(&SweptPoint::p99Ms)},
            {tr("Accuracy, %"), kFigure, of([](Point point) { return decimalText(point.accuracyPct, 2); }),
                {}, by(&SweptPoint::accuracyPct)},
            {tr("95 % interval, images/s"), kFigure,
                of([](Point point) { return rangeText(point.lowPerS, point.highPerS, &rateText); }), {},
                by(&SweptPoint::imagesPerS)},
            {tr("Runs"), kName, of([](Point point) {
                 return !point.failure.empty() ? tr("✗ failed")
                     : point.runs > 0          ? wholeText(point.runs) + u' ' + verdictWords(point.verdict)
                                               : QString();
             }),
                {},
                [this](std::size_t row) { return QVariant::fromValue(m_state.facts.points[row].runs); }}});
    return all;
}

TableModel::Headings SeriesModel::repeatColumns() const
{
    using Run = const RepeatedRun&;
    constexpr Qt::AlignmentFlag kName = Qt::AlignLeft, kFigure = Qt::AlignRight;
    const auto of = [this](QString (*cell)(Run)) {
        return [this, cell](std::size_t row) { return cell(m_state.runs[row]); };
    };
    const auto by = [this](double (*figure)(Run)) {
        return [this, figure](std::size_t row) { return QVariant(figure(m_state.runs[row])); };
    };
    const auto rate = by([](Run run) { return run.imagesPerS; });
    const auto p99 = by([](Run run) { return run.p99Ms.value_or(-1); });
    return {{tr("Run"), kName, [](std::size_t row) { return wholeText(row + 1); }, {},
                [](std::size_t row) { return QVariant::fromValue(row); }},
        {tr("Images/s"), kFigure, of([](Run run) { return rateText(run.imagesPerS); }), {}, rate},
        {tr("p99, ms"), kFigure, of([](Run run) { return millisecondsText(run.p99Ms); }), {}, p99},
        {tr("95 % interval"), kFigure, [](std::size_t) { return QString(); }}, // one run has none of p99
        {tr("Accuracy, %"), kFigure, of([](Run run) { return percentText(run.accuracy, 2); }), {},
            by([](Run run) { return run.accuracy.value_or(-1); })},
        {tr("95 % interval, images/s"), kFigure, of([](Run run) {
             return run.rateInterval ? rangeText(run.rateInterval->low, run.rateInterval->high, &rateText)
                                     : notKnown();
         }),
            {}, rate},
        {tr("Verdict"), kName, of([](Run run) { return verdictWords(run.verdict); })}};
}

QVariant SeriesModel::more(std::size_t row, int column, int role) const
{
    const Column kind = kindOf(column);
    switch (role) {
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setBold(m_state.sweep() && m_choice.point == row);
        return font;
    }
    case Qt::ForegroundRole:
        if (m_state.sweep() && kind == P99 && text(row, column).startsWith(u'▲'))
            return dataColour(DataColour::Caution, QGuiApplication::palette());
        return kind == RateInterval || kind == P99Interval
            ? QVariant(remarkColour(QGuiApplication::palette()))
            : QVariant();
    case Qt::ToolTipRole:
        return m_state.sweep() ? translated(m_state.facts.points[row].failure) : QVariant();
    default:
        return {};
    }
}

} // namespace iotbench::ui
