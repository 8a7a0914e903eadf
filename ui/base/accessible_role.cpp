#include "ui/base/accessible_role.h"

#include <QAccessibleWidget>
#include <QScrollArea>
#include <QVariant>

namespace iotbench::ui {
namespace {

constexpr const char* kProperty = "accessibleRole";

QAccessibleInterface* interfaceOf(const QString&, QObject* object)
{
    const QVariant role = object->property(kProperty);
    auto* widget = qobject_cast<QWidget*>(object);
    // Qt's own (6.4) looks for a child of any index, also of one whose scroll bar has just gone, and crashes.
    if (qobject_cast<QScrollArea*>(object))
        return new QAccessibleWidget(widget);
    return widget && role.isValid()
        ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()))
        : nullptr;
}

} // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role)
{
    QAccessible::installFactory(interfaceOf); // once, however often it is called
    widget->setProperty(kProperty, static_cast<int>(role));
}

void announce(QWidget* widget, const QString& news)
{
    if (news != widget->accessibleName())
        widget->setAccessibleName(news); // which tells them
}

} // namespace iotbench::ui
