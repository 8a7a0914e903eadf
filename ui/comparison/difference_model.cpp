#include "ui/comparison/difference_model.h"

#include "ui/base/data_colours.h"
#include "ui/comparison/comparison_words.h"

#include <QGuiApplication>

#include <algorithm>

namespace iotbench::ui {
namespace {

using studies::DifferenceWord;
using studies::MetricDifference;

bool isShown(const MetricDifference& row)
{
    return row.word == DifferenceWord::Higher || row.word == DifferenceWord::Lower;
}

// Accuracy in points: of 100 of them.
QVariantList ratiosOf(const MetricDifference& row)
{
    const auto ratio = [](double difference) { return std::max(1e-3, 1 + difference / 100); };
    const double middle = ratio(row.difference);
    return {row.interval ? ratio(row.interval->low) : middle, middle,
        row.interval ? ratio(row.interval->high) : middle};
}

QString wordText(const MetricDifference& row)
{
    if (!isShown(row))
        return QStringLiteral("– ") + differenceWords(row);
    return QString(QChar(isBetter(row) ? kRightSign : kWrongSign)) + u' ' + differenceWords(row);
}

} // namespace

void DifferenceModel::show(const ComparisonReport& report)
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < report.pairs.size(); ++i)
        for (const MetricDifference& difference : report.pairs[i].metrics)
            m_rows.push_back({i + 1, difference});
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DifferenceModel::text(const Row& row, int column) const
{
    const MetricDifference& difference = row.difference;
    switch (column) {
    case Metric:
        return metricTitle(difference.metric);
    case Run:
        return letterOf(row.run);
    case BaseValue:
        return baseText(difference);
    case Value:
        return nextText(difference);
    case Difference:
        return differenceText(difference);
    case Interval:
        return intervalText(difference);
    case Word:
        return wordText(difference) + (difference.withinRuns ? tr(", one run only") : QString());
    default:
        return {};
    }
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (column >= BaseValue && column <= Interval ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::AccessibleTextRole:
        return column == Whisker ? text(row, Interval) : text(row, column);
    case Qt::ForegroundRole:
        if (column != Word && column != Whisker)
            return {};
        if (!isShown(row.difference) || row.difference.withinRuns)
            return remarkColour(QGuiApplication::palette());
        return dataColour(
            isBetter(row.difference) ? DataColour::Right : DataColour::Wrong, QGuiApplication::palette());
    case RatiosRole:
        return column == Whisker ? ratiosOf(row.difference) : QVariant();
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter
            | (section >= BaseValue && section <= Interval ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Metric:
        return tr("Metric");
    case Run:
        return tr("Run");
    case BaseValue:
        return QString(letterOf(0));
    case Value:
        return tr("Value");
    case Difference:
        return tr("Difference");
    case Interval:
        return tr("95 % interval");
    case Whisker:
        return tr("÷ 10 … 0 … × 10");
    case Word:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace iotbench::ui
