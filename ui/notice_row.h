// The row under the bar, kept for one message with its remedy as a link. It has its height whether it says
// something or not, so that nothing jumps.
#pragma once

#include "ui/base/notice.h"

#include <QWidget>

class QLabel;

namespace iotbench::ui {

class SignLabel;

class NoticeRow : public QWidget {
    Q_OBJECT
public:
    explicit NoticeRow(QWidget* parent = nullptr);

    void show(const Notice& notice);
    void clear() { show(Notice{}); }
    QString text() const;

private:
    Notice m_notice;
    SignLabel* m_label;
    QLabel* m_remedy;
};

} // namespace iotbench::ui
