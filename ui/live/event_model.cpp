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
    const std::size_t before = rows(), after = events ? events->size() : 0;
    const bool continues = after > before && (before == 0 || (*events)[0].atS == (*m_events)[0].atS);
    const auto change = [&] { m_events = std::move(events); };
    if (continues)
        changeRows(after, change);
    else
        changeAll(change);
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

} // namespace iotbench::ui
