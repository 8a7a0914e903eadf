#include "ui/result/metrics_model.h"

#include "reports/csv_reader.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "ui/base/figures.h"

namespace iotbench::ui {

MetricsModel::MetricsModel(QObject* parent)
    : QAbstractTableModel(parent)
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

int MetricsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MetricsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MetricsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& [name, value] = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == Name ? name : value.isEmpty() ? QString(QChar(kUnknown)) : value;
    if (role == Qt::ToolTipRole)
        return index.column() == Name ? name : value;
    return {};
}

QVariant MetricsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Column of summary.csv") : tr("Value");
}

} // namespace iotbench::ui
