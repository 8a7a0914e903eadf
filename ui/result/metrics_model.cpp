#include "ui/result/metrics_model.h"

#include "reports/csv_reader.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "ui/base/figures.h"

namespace iotbench::ui {

MetricsModel::MetricsModel(QObject* parent)
    : TableModel(parent)
{
    const CsvLine names = readCsv(summaryHeader()).front();
    for (const std::string& name : names)
        m_rows.emplace_back(QString::fromStdString(name), QString());
}

void MetricsModel::show(const RunResult& result, const Verdict& verdict)
{
    const CsvLine values = readCsv(summaryRow(reportJson({result, verdict}))).front();
    for (std::size_t i = 0; i < m_rows.size() && i < values.size(); ++i)
        m_rows[i].second = QString::fromStdString(values[i]);
    emit dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

QString MetricsModel::asText() const
{
    QString text;
    for (const auto& [name, value] : m_rows)
        text += name + u'\t' + value + u'\n';
    return text;
}

QString MetricsModel::text(std::size_t row, int column) const
{
    const auto& [name, value] = m_rows[row];
    return column == Name ? name : value.isEmpty() ? notKnown() : value;
}

QVariant MetricsModel::more(std::size_t row, int column, int role) const
{
    const auto& [name, value] = m_rows[row];
    return role == Qt::ToolTipRole ? QVariant(column == Name ? name : value) : QVariant();
}

TableModel::Headings MetricsModel::headings() const
{
    return {{tr("Column of summary.csv")}, {tr("Value")}};
}

} // namespace iotbench::ui
