#include "ui/setup/preset_button.h"

#include "ui/base/data_colours.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QPainter>

namespace iotbench::ui {

PresetButton::PresetButton(QWidget* parent)
    : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PresetButton::setWords(const QString& title, const QString& remark)
{
    setText(title);
    m_remark = remark;
    setAccessibleDescription(remark);
    updateGeometry();
    update();
}

void PresetButton::setDashed(bool dashed)
{
    m_dashed = dashed;
    update();
}

QSize PresetButton::sizeHint() const
{
    const int width = characters(this, 30);
    return {width, heightForWidth(width)};
}

int PresetButton::heightForWidth(int width) const
{
    const int unit = spaceUnit(this);
    const QRect room(0, 0, width - 2 * unit, QWIDGETSIZE_MAX);
    const int title = QFontMetrics(fontFor(m_dashed ? TextRole::Body : TextRole::Heading))
                          .boundingRect(room, Qt::TextWordWrap, text())
                          .height();
    const int remark = m_remark.isEmpty()
        ? 0
        : QFontMetrics(fontFor(TextRole::Remark)).boundingRect(room, Qt::TextWordWrap, m_remark).height();
    return title + remark + unit * 3 / 2;
}

void PresetButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int unit = spaceUnit(this);
    const qreal line = thinLine(this);
    const QColor accent = dataColour(DataColour::Value, palette());
    const QColor base = palette().color(QPalette::Base);
    const bool strong = isChecked() || hasFocus();
    const qreal pen = (1 + isChecked() + hasFocus()) * line; // one that is chosen shows its focus too
    const QColor ground = isChecked() ? mixed(accent, base, 0.14)
        : m_dashed                    ? palette().color(QPalette::Window)
        : underMouse() && isEnabled() ? mixed(palette().color(QPalette::Text), base, 0.05)
                                      : base;
    paintFrame(painter, this,
        QPen(strong ? accent : lineColour(palette()), pen, m_dashed ? Qt::DashLine : Qt::SolidLine), ground);

    QRect room = rect().adjusted(unit, unit * 3 / 4, -unit, -unit / 2);
    const QFont titleFont = fontFor(m_dashed ? TextRole::Body : TextRole::Heading);
    painter.setFont(titleFont);
    painter.setPen(m_dashed ? remarkColour(palette()) : palette().color(QPalette::Text));
    QRect used;
    painter.drawText(room, Qt::TextWordWrap, text(), &used);
    room.setTop(used.bottom() + 1);
    painter.setFont(fontFor(TextRole::Remark));
    painter.setPen(remarkColour(palette()));
    painter.drawText(room, Qt::TextWordWrap, m_remark);
}

} // namespace iotbench::ui
