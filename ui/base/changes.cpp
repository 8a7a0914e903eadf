#include "ui/base/changes.h"

#include <QWidget>

#include <algorithm>
#include <utility>
#include <vector>

namespace iotbench::ui {
namespace {

class Watcher : public QObject {
public:
    Watcher(QWidget* widget, std::vector<QEvent::Type> of, std::function<void()> act)
        : QObject(widget)
        , m_of(std::move(of))
        , m_act(std::move(act))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (std::ranges::find(m_of, event->type()) != m_of.end())
            m_act();
        return false;
    }

private:
    std::vector<QEvent::Type> m_of;
    std::function<void()> m_act;
};

} // namespace

void onChange(QWidget* widget, std::initializer_list<QEvent::Type> of, std::function<void()> act)
{
    new Watcher(widget, of, std::move(act));
}

void onLanguageChange(QWidget* widget, std::function<void()> act)
{
    onChange(widget, {QEvent::LanguageChange}, std::move(act));
}

void inEachLanguage(QWidget* widget, std::function<void()> act)
{
    act();
    onLanguageChange(widget, std::move(act));
}

} // namespace iotbench::ui
