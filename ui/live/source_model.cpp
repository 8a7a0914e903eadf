#include "ui/live/source_model.h"

#include "ui/base/figures.h"

#include <algorithm>

namespace iotbench::ui {
namespace {

QString endWords(SourceEnd end)
{
    switch (end) {
    case SourceEnd::Open:
        return SourceModel::tr("connected");
    case SourceEnd::EndMark:
        return SourceModel::tr("end mark");
    case SourceEnd::WentOn:
        return SourceModel::tr("went on after its end mark");
    case SourceEnd::EndOfFile:
        return SourceModel::tr("closed");
    case SourceEnd::NoEndMark:
        return SourceModel::tr("closed without an end mark");
    case SourceEnd::ExpectedCount:
        return SourceModel::tr("all have come");
    case SourceEnd::Idle:
    case SourceEnd::Silent:
        return SourceModel::tr("nothing came for too long");
    case SourceEnd::Truncated:
        return SourceModel::tr("truncated in mid-record");
    case SourceEnd::Stalled:
        return SourceModel::tr("fell silent in mid-record");
    case SourceEnd::Reset:
        return SourceModel::tr("connection failed");
    }
    return {};
}

} // namespace

void SourceModel::setSources(std::vector<SourceRow> sources, bool judged)
{
    const auto before = static_cast<int>(m_sources.size());
    const auto after = static_cast<int>(sources.size());
    m_judged = judged;
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_sources = std::move(sources);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_sources = std::move(sources);
        endInsertRows();
    } else {
        m_sources = std::move(sources);
    }
    if (const int kept = std::min(before, after); kept > 0)
        emit dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
}

void SourceModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SourceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

int SourceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isText = index.column() == Peer || index.column() == Format || index.column() == End;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const SourceRow& source = m_sources[static_cast<std::size_t>(index.row())];
    const QString unknown = QString(QChar(kUnknown));
    switch (index.column()) {
    case Peer:
        return QString::fromStdString(source.name);
    case Format:
        return source.format ? QString::fromStdString(std::string(toString(*source.format))) : unknown;
    case Received:
        return wholeText(source.counts.received);
    case Classified:
        return wholeText(source.counts.classified);
    case Accuracy:
        if (!m_judged || source.counts.classified == 0)
            return unknown;
        return percentText(
            static_cast<double>(source.counts.correct) / static_cast<double>(source.counts.classified));
    case Rejected:
        return wholeText(source.counts.rejected);
    case P50:
        return millisecondsText(source.latency.p50Ms);
    case End:
        return endWords(source.end);
    default:
        return {};
    }
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Peer:
        return tr("source");
    case Format:
        return tr("format");
    case Received:
        return tr("received");
    case Classified:
        return tr("classified");
    case Accuracy:
        return tr("accuracy, %");
    case Rejected:
        return tr("rejected");
    case P50:
        return tr("latency p50, ms");
    case End:
        return tr("state");
    default:
        return {};
    }
}

} // namespace iotbench::ui
