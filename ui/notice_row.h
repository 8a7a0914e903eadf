// The row under the bar, kept for a message with its remedy as a link. It has its height whether it says
// something or not, so that nothing jumps. The newest message stands there; what is amiss or offers something
// comes back once a newer one has gone: by its remedy, by the button that closes it, or, where it merely told
// something, by time.
#pragma once

#include "ui/base/notice.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace iotbench::ui {

class SignLabel;

class NoticeRow : public QWidget {
    Q_OBJECT
public:
    explicit NoticeRow(QWidget* parent = nullptr);

    void show(const Notice& notice);
    QString text() const { return m_notices.value(0).text; }

private:
    void drop(); // the one that stands there
    void showNewest();
    void showText();
    void tellAssistants(const QString& text);

    QList<Notice> m_notices; // the newest first
    SignLabel* m_label;
    QLabel* m_remedy;
    QToolButton* m_close;
    QTimer m_gone{this}; // of what was merely told
};

} // namespace iotbench::ui
