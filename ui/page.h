// One of the window's four pages.
#pragma once

#include "ui/base/notice.h"

#include <QAction>
#include <QList>
#include <QWidget>

namespace iotbench::ui {

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    // Buttons that the bar shows while this page does, in order; owned by the page. Their text, tooltip and
    // enabled state may change at any time.
    virtual QList<QAction*> barActions() const { return {}; }
    // Whether the user is in the middle of something here (a picture is open), so that another page must not
    // open by itself.
    virtual bool holdsAttention() const { return false; }

signals:
    void noticed(const iotbench::ui::Notice& notice); // for the row under the bar
};

} // namespace iotbench::ui
