#include "ui/base/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>

namespace iotbench::ui {
namespace {

constexpr const char* kProperty = "accessibleRole";

QAccessibleInterface* interfaceOf(const QString&, QObject* object)
{
    const QVariant role = object->property(kProperty);
    auto* widget = qobject_cast<QWidget*>(object);
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
