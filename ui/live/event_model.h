// What happened in a run, oldest first, each with its second.
#pragma once

#include "run/run_snapshot.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace iotbench::ui {

class EventModel : public QAbstractListModel {
    Q_OBJECT
public:
    using Events = std::shared_ptr<const std::vector<RunEvent>>;
    using QAbstractListModel::QAbstractListModel;

    void setEvents(Events events);
    void retranslate();
    QString line(int row) const; // "3.2 s  127.0.0.1:41234: connected", a warning with its sign
    QString text() const; // all lines, for the clipboard

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Events m_events;
};

} // namespace iotbench::ui
