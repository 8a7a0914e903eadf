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

QString SeriesModel::text(std::size_t row, int column) const
{
    return m_state.sweep() ? sweepText(row, column) : repeatText(row, column);
}

QString SeriesModel::sweepText(std::size_t row, int column) const
{
    const SweptPoint& point = m_state.facts.points[row];
    switch (kindOf(column)) {
    case Sign:
        return m_choice.point == row ? QStringLiteral("◆") : point.pareto ? QStringLiteral("◇") : QString();
    case Swept: {
        const std::string& setting = m_state.facts.swept[static_cast<std::size_t>(column - 1)].setting;
        const auto values = valuesOf(point.label);
        const auto value = values.find(setting);
        const QString words = value == values.end() ? QString() : valueWords(setting, value->second);
        return column == 1 ? groupSign(m_groups.of[row]) + u' ' + words : words;
    }
    case Rate:
        return rateText(point.imagesPerS);
    case RateInterval:
        return rangeText(point.lowPerS, point.highPerS, &rateText);
    case P99:
        return (m_aim.rule == studies::SweepRule::FastestWithin
                           && standingOf(m_candidates[row], m_aim.limitMs) == LimitStanding::MayBeOver
                       ? QStringLiteral("▲ ")
                       : QString())
            + millisecondsText(point.p99Ms);
    case P99Interval:
        return rangeText(point.p99LowMs, point.p99HighMs, &millisecondsText);
    case Accuracy:
        return decimalText(point.accuracyPct, 2);
    case Last:
        break;
    }
    if (!point.failure.empty())
        return tr("✗ failed");
    return point.runs > 0 ? wholeText(point.runs) + u' ' + QString::fromStdString(point.verdict) : QString();
}

QString SeriesModel::repeatText(std::size_t row, int column) const
{
    const RepeatedRun& run = m_state.runs[row];
    switch (kindOf(column)) {
    case Sign:
        return wholeText(row + 1);
    case Rate:
        return rateText(run.imagesPerS);
    case RateInterval:
        return run.rateInterval ? rangeText(run.rateInterval->low, run.rateInterval->high, &rateText)
                                : notKnown();
    case P99:
        return millisecondsText(run.p99Ms);
    case Accuracy:
        return percentText(run.accuracy, 2);
    case Last:
        return signOf(run.verdict) + QStringLiteral(" ") + QString::fromUtf8(toString(run.verdict));
    case P99Interval:
    case Swept:
        break;
    }
    return {};
}

// Unknown ones below whatever is known.
QVariant SeriesModel::sortKey(std::size_t row, int column) const
{
    if (!m_state.sweep())
        return static_cast<int>(row);
    const SweptPoint& point = m_state.facts.points[row];
    switch (kindOf(column)) {
    case Sign:
        return (m_choice.point == row ? 2 : 0) + (point.pareto ? 1 : 0);
    case Swept: {
        const QString words = sweepText(row, column);
        bool isNumber = false;
        const double number = QString(words).remove(u' ').toDouble(&isNumber);
        return isNumber ? QVariant(number) : QVariant(words);
    }
    case Rate:
    case RateInterval:
        return point.imagesPerS.value_or(-1);
    case P99:
    case P99Interval:
        return point.p99Ms.value_or(-1);
    case Accuracy:
        return point.accuracyPct.value_or(-1);
    case Last:
        break;
    }
    return static_cast<qulonglong>(point.runs);
}

QVariant SeriesModel::more(std::size_t row, int column, int role) const
{
    const Column kind = kindOf(column);
    switch (role) {
    case Qt::AccessibleTextRole:
        return text(row, column);
    case kSortRole:
        return sortKey(row, column);
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

TableModel::Headings SeriesModel::headings() const
{
    constexpr Qt::AlignmentFlag kFigure = Qt::AlignRight;
    const bool sweep = m_state.sweep();
    Headings all{{sweep ? tr("Front") : tr("Run")}};
    for (int i = 0; i < sweptColumns(); ++i)
        all.push_back({columnWords(m_state.facts.swept[static_cast<std::size_t>(i)].setting)});
    all.insert(all.end(),
        {{tr("Images/s"), kFigure}, {tr("p99, ms"), kFigure}, {tr("95 % interval"), kFigure},
            {tr("Accuracy, %"), kFigure},
            {sweep ? tr("95 % interval, images/s") : tr("95 % interval"), kFigure},
            {sweep ? tr("Runs") : tr("Verdict")}});
    return all;
}

} // namespace iotbench::ui
