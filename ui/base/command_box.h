// A line to paste into a terminal, with a button that copies it. Long ones wrap; they can be selected.
#pragma once

#include <QWidget>

class QLabel;

namespace iotbench::ui {

class BarButton;

class CommandBox : public QWidget {
    Q_OBJECT
public:
    explicit CommandBox(QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& command);
    void setName(const QString& name); // what the command is, for those who cannot see it

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setTexts();

    QString m_text;
    QString m_name;
    QLabel* m_label;
    BarButton* m_copy;
};

} // namespace iotbench::ui
