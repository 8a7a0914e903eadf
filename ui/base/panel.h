// A framed part of a page: the ground of text with a thin border, painted from the palette, so that it
// follows a change of theme. Panels never stand within panels.
#pragma once

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace iotbench::ui {

class TextLabel;

class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(QWidget* parent = nullptr); // without a title

    void setTitle(const QString& title); // also the accessible name
    void setRemark(const QString& remark); // beside the title, smaller
    QHBoxLayout* head() { return m_head; } // buttons at the end of the title's row
    QVBoxLayout* body() { return m_body; } // what the panel holds

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
    QHBoxLayout* m_head;
    TextLabel* m_title = nullptr;
    TextLabel* m_remark = nullptr;
};

} // namespace iotbench::ui
