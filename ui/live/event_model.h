// What happened in a run, oldest first, each with its second.
#pragma once

#include "run/run_snapshot.h"
#include "ui/base/table_model.h"

#include <memory>
#include <vector>

namespace iotbench::ui {

class EventModel : public TableModel {
    Q_OBJECT
public:
    using Events = std::shared_ptr<const std::vector<RunEvent>>;
    using TableModel::TableModel;

    void setEvents(Events events);
    QString line(int row) const; // "3.2 s  127.0.0.1:41234: connected", a warning with its sign
    QString text() const; // all lines, for the clipboard

protected:
    std::size_t rows() const override { return m_events ? m_events->size() : 0; }
    QString text(std::size_t row, int) const override { return line(static_cast<int>(row)); }
    QVariant more(std::size_t row, int, int role) const override
    {
        return role == Qt::ToolTipRole ? line(static_cast<int>(row)) : QVariant();
    }

private:
    Events m_events;
};

} // namespace iotbench::ui
