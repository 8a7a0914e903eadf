// A row of joined buttons of which one is chosen: pages, roles, filters.
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace iotbench::ui {

class SegmentBar : public QWidget {
    Q_OBJECT
public:
    explicit SegmentBar(QWidget* parent = nullptr);

    void setTexts(const QStringList& texts); // makes segments, or renames those that are there
    QAbstractButton* segment(int index) const { return m_group.button(index); }
    int count() const { return static_cast<int>(m_group.buttons().size()); }
    int current() const { return m_group.checkedId(); }
    void setCurrent(int index); // emits currentChanged() where it changes

signals:
    void currentChanged(int index);
    void clicked(int index); // the current one, too

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup m_group;
};

} // namespace iotbench::ui
