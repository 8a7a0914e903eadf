// The bar across the top: pages, how the program stands, what the page shown offers, Start or Stop, the menu.
// It holds them; what they say and do is the window's.
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace iotbench::ui {

class BarButton;
class SegmentBar;
class TextLabel;

class WindowBar : public QWidget {
    Q_OBJECT
public:
    explicit WindowBar(QWidget* parent = nullptr);

    SegmentBar& pages() { return *m_pages; }
    BarButton& startStop() { return *m_startStop; }
    BarButton& menu() { return *m_menu; }
    void setStatus(const QString& text); // cut where there is no room; whole in its tooltip
    // A button for each, that follows its action.
    void showActions(const QList<QAction*>& actions);

private:
    void setWide(bool wide);
    QWidget* buttonFor(QAction* action);

    TextLabel* m_title;
    SegmentBar* m_pages;
    TextLabel* m_status;
    QHBoxLayout* m_actions;
    BarButton* m_startStop;
    BarButton* m_menu;
};

} // namespace iotbench::ui
