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
    changeAll([&] {
        m_rows.clear();
        for (std::size_t i = 0; i < report.pairs.size(); ++i)
            for (const MetricDifference& difference : report.pairs[i].metrics)
                m_rows.push_back({i + 1, difference});
    });
}

QString DifferenceModel::text(std::size_t row, int column) const
{
    const MetricDifference& difference = m_rows[row].difference;
    switch (column) {
    case Metric:
        return metricTitle(difference.metric);
    case Run:
        return letterOf(m_rows[row].run);
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

QVariant DifferenceModel::more(std::size_t row, int column, int role) const
{
    const MetricDifference& difference = m_rows[row].difference;
    switch (role) {
    case Qt::AccessibleTextRole:
        return text(row, column == Whisker ? Interval : column);
    case Qt::ForegroundRole:
        if (column != Word && column != Whisker)
            return {};
        if (!isShown(difference) || difference.withinRuns)
            return remarkColour(QGuiApplication::palette());
        return dataColour(
            isBetter(difference) ? DataColour::Right : DataColour::Wrong, QGuiApplication::palette());
    case RatiosRole:
        return column == Whisker ? ratiosOf(difference) : QVariant();
    default:
        return {};
    }
}

TableModel::Headings DifferenceModel::headings() const
{
    constexpr Qt::AlignmentFlag kFigure = Qt::AlignRight;
    return {{tr("Metric")}, {tr("Run")}, {letterOf(0), kFigure}, {tr("Value"), kFigure},
        {tr("Difference"), kFigure}, {tr("95 % interval"), kFigure}, {tr("÷ 10 … 0 … × 10")},
        {tr("Verdict")}};
}

} // namespace iotbench::ui
