#include "ui/base/theme.h"

#include "ui/base/control_style.h"
#include "ui/base/data_colours.h"
#include "ui/base/system_scheme.h"

#include <QApplication>
#include <QStyle>

namespace iotbench::ui {
namespace {

struct Chrome {
    QColor window, base, raised, text, accent, accentText;
};

QPalette paletteOf(const Chrome& c)
{
    QPalette palette(c.raised, c.window); // shades for bevels
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, mixed(c.text, c.base, 0.04));
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, c.text);
    palette.setColor(QPalette::BrightText, c.accentText);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.accentText);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::PlaceholderText, remarkColour(palette));
    const QColor faint = mixed(c.text, c.base, 0.45);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(c.text, c.base, 0.3));
    return palette;
}

void outlineFusion()
{
    if (QApplication::style()->name() == QStringLiteral("fusion"))
        QApplication::setStyle(new ControlStyle); // the application's from now on
}

// Whether the application's palette, left to itself, is anything but the style's own.
bool platformHasPalette()
{
    outlineFusion();
    QApplication::setPalette(QPalette());
    return QApplication::palette() != QApplication::style()->standardPalette();
}

} // namespace

QPalette Theme::lightPalette()
{
    return paletteOf({.window = QColor(0xF3, 0xF4, 0xF6),
        .base = QColor(Qt::white),
        .raised = QColor(0xF3, 0xF4, 0xF6),
        .text = QColor(0x1B, 0x1E, 0x22),
        .accent = QColor(0x00, 0x72, 0xB2),
        .accentText = QColor(Qt::white)});
}

QPalette Theme::darkPalette()
{
    return paletteOf({.window = QColor(0x1A, 0x1C, 0x20),
        .base = QColor(0x23, 0x26, 0x2C),
        .raised = QColor(0x2E, 0x32, 0x39),
        .text = QColor(0xE7, 0xE9, 0xEC),
        .accent = QColor(0x56, 0xB4, 0xE9),
        .accentText = QColor(0x14, 0x16, 0x19)});
}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_platformHasPalette(platformHasPalette())
    , m_system(new SystemScheme(this))
{
    connect(m_system, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

void Theme::choose(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
    emit chosen(choice);
}

void Theme::apply()
{
    switch (m_choice) {
    case Choice::Light:
        QApplication::setPalette(lightPalette());
        return;
    case Choice::Dark:
        QApplication::setPalette(darkPalette());
        return;
    case Choice::System:
        break;
    }
    if (!m_platformHasPalette) {
        QApplication::setPalette(m_system->prefersDark() ? darkPalette() : lightPalette());
        return;
    }
    // The platform's own, which goes on following the desktop; only the remarks' colour is set in it.
    QApplication::setPalette(QPalette());
    QPalette remarks;
    remarks.setColor(QPalette::PlaceholderText, remarkColour(QApplication::palette()));
    QApplication::setPalette(remarks);
}

} // namespace iotbench::ui
