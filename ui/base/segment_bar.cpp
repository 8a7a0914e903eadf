#include "ui/base/segment_bar.h"

#include "ui/base/data_colours.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace iotbench::ui {
namespace {

class Segment : public QAbstractButton {
public:
    explicit Segment(QWidget* parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontFor(TextRole::Heading));
        const int unit = spaceUnit(this);
        return {metrics.horizontalAdvance(text()) + 3 * unit, metrics.height() + unit * 3 / 2};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal line = thinLine(this);
        const QColor accent = dataColour(DataColour::Value, palette());
        const QRectF inner = QRectF(rect()).adjusted(line, line, -line, -line);
        const qreal radius = spaceUnit(this) * 0.5;
        painter.setPen(Qt::NoPen);
        if (isChecked())
            painter.setBrush(mixed(accent, palette().color(QPalette::Base), 0.16));
        else if (underMouse() && isEnabled())
            painter.setBrush(mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.05));
        painter.drawRoundedRect(inner, radius, radius);
        if (hasFocus()) {
            painter.setPen(QPen(accent, 2 * line));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(inner.adjusted(line, line, -line, -line), radius, radius);
        }
        painter.setFont(fontFor(isChecked() ? TextRole::Heading : TextRole::Body));
        const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
        painter.setPen(
            isChecked() || !isEnabled() ? palette().color(group, QPalette::Text) : remarkColour(palette()));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
};

} // namespace

SegmentBar::SegmentBar(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit currentChanged(id);
    });
}

void SegmentBar::setTexts(const QStringList& texts)
{
    for (int index = 0; index < texts.size(); ++index) {
        if (index == count()) {
            auto* segment = new Segment(this);
            m_group.addButton(segment, index);
            layout()->addWidget(segment);
        }
        segment(index)->setText(texts[index]);
        segment(index)->setAccessibleName(texts[index]);
        segment(index)->updateGeometry();
    }
    if (current() < 0 && count() > 0)
        segment(0)->setChecked(true);
}

void SegmentBar::setCurrent(int index)
{
    if (QAbstractButton* button = segment(index))
        button->setChecked(true);
}

void SegmentBar::paintEvent(QPaintEvent*)
{
    paintPlainFrame(this);
}

} // namespace iotbench::ui
