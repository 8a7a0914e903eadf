// Light, dark, or as the system has it, changed while running. Where the platform brings no palette of its
// own (plain X11, no desktop) our own stand in, and the desktop's wish for dark or light is asked over D-Bus.
#pragma once

#include <QObject>
#include <QPalette>

namespace iotbench::ui {

class SystemScheme;

class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    // One for an application, made right after it, before any widget.
    explicit Theme(QObject* parent = nullptr);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);

    static QPalette lightPalette();
    static QPalette darkPalette();

signals:
    void chosen(iotbench::ui::Theme::Choice choice);

private:
    void apply();

    Choice m_choice = Choice::System;
    bool m_platformHasPalette;
    SystemScheme* m_system;
};

} // namespace iotbench::ui
