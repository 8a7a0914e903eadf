#include "ui/series/series_model.h"

#include "study_driver/sweep_answer_text.h"
#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"
#include "ui/result/verdict_text.h"
#include "ui/series/series_words.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

namespace iotbench::ui {

using studies::LimitStanding;

namespace {

QString rangeText(
    std::optional<double> low, std::optional<double> high, QString (*text)(std::optional<double>))
{
    return low && high ? rangeWords(text(low), text(high)) : QString(QChar(kUnknown));
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

int SeriesModel::rateColumn() const
{
    return 1 + sweptColumns();
}

void SeriesModel::show(const SeriesState& state, const SweepAim& aim)
{
    const auto rowsOf
        = [](const SeriesState& of) { return of.sweep() ? of.facts.points.size() : of.runs.size(); };
    const bool reset = rowsOf(state) != rowsOf(m_state) || state.facts.swept != m_state.facts.swept
        || state.sweep() != m_state.sweep();
    if (reset)
        beginResetModel();
    m_state = state;
    m_aim = aim;
    m_choice = state.over ? choiceOf(state.facts, aim) : SweepChoice();
    m_groups = groupsOf(state.facts);
    m_candidates = candidatesOf(state.facts);
    if (reset)
        endResetModel();
    else
        retranslate();
}

void SeriesModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int SeriesModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_state.sweep() ? m_state.facts.points.size() : m_state.runs.size());
}

int SeriesModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return 1 + sweptColumns() + Last - Rate + 1;
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
                                : QString(QChar(kUnknown));
    case P99:
        return millisecondsText(run.p99Ms);
    case Accuracy:
        return percentText(run.accuracy, 2);
    case Last:
        return signOf(run.verdict) + QStringLiteral(" ") + QString::fromUtf8(toString(run.verdict).data());
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

QVariant SeriesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const int column = index.column();
    const Column kind = kindOf(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case kSortRole:
        return sortKey(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (kind >= Rate && kind <= RateInterval ? Qt::AlignRight : Qt::AlignLeft)));
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
        if (!m_state.sweep())
            return {};
        return translated(m_state.facts.points[row].failure);
    default:
        return {};
    }
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const Column kind = kindOf(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (kind >= Rate && kind <= RateInterval ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (kind) {
    case Sign:
        return m_state.sweep() ? tr("Front") : tr("Run");
    case Swept:
        return columnWords(m_state.facts.swept[static_cast<std::size_t>(section - 1)].setting);
    case Rate:
        return tr("Images/s");
    case P99:
        return tr("p99, ms");
    case RateInterval:
        return m_state.sweep() ? tr("95 % interval, images/s") : tr("95 % interval");
    case P99Interval:
        return tr("95 % interval");
    case Accuracy:
        return tr("Accuracy, %");
    case Last:
        break;
    }
    return m_state.sweep() ? tr("Runs") : tr("Verdict");
}

} // namespace iotbench::ui
