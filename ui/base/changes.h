// What a widget does anew when its language, palette, font or size changes, without an override for each.
#pragma once

#include <QEvent>

#include <functional>
#include <initializer_list>

class QWidget;

namespace iotbench::ui {

// Calls `act` for every such event while the widget lives: right before the widget and its children handle
// it. Size and palette are the new ones by then.
void onChange(QWidget* widget, std::initializer_list<QEvent::Type> of, std::function<void()> act);
void onLanguageChange(QWidget* widget, std::function<void()> act);
// Calls `act`, which sets texts, now and after every change of language.
void inEachLanguage(QWidget* widget, std::function<void()> act);

} // namespace iotbench::ui
