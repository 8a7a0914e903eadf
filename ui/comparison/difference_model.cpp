#include "ui/comparison/difference_model.h"

#include "compare/difference_text.h"
#include "compare/whisker.h"
#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/comparison/comparison_words.h"

#include <QGuiApplication>

namespace iotbench::ui {
namespace {

using studies::MetricDifference;

QString wordText(const MetricDifference& row)
{
    const QChar sign = !isShown(row) ? kUnknown : isBetter(row) ? kRightSign : kWrongSign;
    return sign + QStringLiteral(" ") + differenceWords(row)
        + (row.withinRuns ? DifferenceModel::tr(", one run only") : QString());
}

} // namespace

void DifferenceModel::show(const ComparisonReport& report)
{
    changeAll([&] {
        m_rows.clear();
        for (std::size_t i = 0; i < report.pairs.size(); ++i)
            for (const MetricDifference& difference : tableRows(report.pairs[i]))
                m_rows.push_back({i + 1, difference});
    });
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
    case PlacesRole:
        if (const auto whisker = column == Whisker ? whiskerOf(difference) : std::nullopt)
            return QVariantList{whisker->low, whisker->middle, whisker->high};
        return {};
    default:
        return {};
    }
}

TableModel::Headings DifferenceModel::headings() const
{
    constexpr Qt::AlignmentFlag kName = Qt::AlignLeft, kFigure = Qt::AlignRight;
    const auto of = [this](QString (*cell)(const MetricDifference&)) {
        return [this, cell](std::size_t row) { return cell(m_rows[row].difference); };
    };
    const bool several = !m_rows.empty() && m_rows.back().run > 1; // whose letters the column Run has
    return {{tr("Metric"), kName, of([](const MetricDifference& row) { return metricTitle(row.metric); })},
        {tr("Run"), kName, [this](std::size_t row) -> QString { return letterOf(m_rows[row].run); }},
        {letterOf(0), kFigure, of(&baseText)},
        {several ? tr("Value") : QString(letterOf(1)), kFigure, of(&nextText)},
        {tr("Difference"), kFigure, of(&differenceText)}, {tr("95 % interval"), kFigure, of(&intervalText)},
        {tr("÷ 10 … 0 … × 10"), kName, [](std::size_t) { return QString(); }},
        {tr("Verdict"), kName, of(&wordText)}};
}

} // namespace iotbench::ui
