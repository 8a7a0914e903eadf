#include "ui/live/event_model.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"

#include <QStringList>

namespace iotbench::ui {

// A full log drops its oldest lines, so that rows move: then each is another.
void EventModel::setEvents(Events events)
{
    if (events == m_events)
        return;
    const int before = rowCount();
    const int after = events ? static_cast<int>(events->size()) : 0;
    const bool continues = after > before && (before == 0 || (*events)[0].atS == (*m_events)[0].atS);
    if (continues) {
        beginInsertRows({}, before, after - 1);
        m_events = std::move(events);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

void EventModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

QString EventModel::line(int row) const
{
    const RunEvent& event = (*m_events)[static_cast<std::size_t>(row)];
    QString text = event.atS < 0 ? tr("before the start") : tr("%1 s").arg(decimalText(event.atS, 2));
    text += QStringLiteral("   ");
    if (event.warning)
        text += QString(QChar(kCautionSign)) + u' ';
    return text + translated(event.what);
}

QString EventModel::text() const
{
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row)
        lines << line(row);
    return lines.join(u'\n');
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_events ? 0 : static_cast<int>(m_events->size());
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return line(index.row());
    return {};
}

} // namespace iotbench::ui
