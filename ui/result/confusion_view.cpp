#include "ui/result/confusion_view.h"

#include "ui/base/changes.h"
#include "ui/base/data_colours.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace iotbench::ui {
namespace {

// Black or white, whichever stands out more from the ground (WCAG's relative luminance).
QColor textOn(const QColor& ground)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    const double luminance
        = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) + 0.0722 * linear(ground.blueF());
    return luminance > 0.179 ? Qt::black : Qt::white;
}

class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const double share = index.data(ConfusionModel::ShareRole).toDouble();
        const bool empty = index.data(ConfusionModel::CountRole).toULongLong() == 0;
        const QColor ground = ConfusionView::ground(share, index.row() == index.column(), option.palette);
        const qreal line = thinLine(option.widget);
        const QRectF cell = QRectF(option.rect).adjusted(line, line, -line, -line);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(lineColour(option.palette), line));
        painter->setBrush(ground);
        painter->drawRoundedRect(cell, line * 2, line * 2);
        if (option.state & QStyle::State_HasFocus || option.state & QStyle::State_MouseOver) {
            painter->setPen(QPen(option.palette.color(QPalette::Text), line * 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cell, line * 2, line * 2);
        }
        painter->setFont(fitting(index.data().toString(), cell.width() - 2 * line, option.font));
        painter->setPen(empty ? remarkColour(option.palette) : textOn(ground));
        painter->drawText(cell, Qt::AlignCenter, index.data().toString());
        painter->restore();
    }

private:
    // Long counts are written smaller: all of them have to be read.
    static QFont fitting(const QString& text, qreal width, QFont font)
    {
        const qreal needed = QFontMetricsF(font).horizontalAdvance(text);
        if (needed > width && needed > 0)
            font.setPointSizeF(std::max(1.0, font.pointSizeF() * width / needed));
        return font;
    }
};

// Names stand on end above their columns, and on their line beside the rows; no buttons are drawn.
class NamesHeader : public QHeaderView {
public:
    using QHeaderView::QHeaderView;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        int longest = 0;
        for (int section = 0; section < count(); ++section)
            longest = std::max(
                longest, metrics.horizontalAdvance(model()->headerData(section, orientation()).toString()));
        longest += spaceUnit(this);
        const int height = metrics.height();
        return orientation() == Qt::Horizontal ? QSize(height, longest) : QSize(longest, height);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), palette().base());
        for (int section = 0; section < count(); ++section) {
            const int at = sectionViewportPosition(section);
            paintSection(&painter,
                orientation() == Qt::Horizontal ? QRect(at, 0, sectionSize(section), height())
                                                : QRect(0, at, width(), sectionSize(section)),
                section);
        }
    }
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const QString name = model()->headerData(section, orientation()).toString();
        painter->save();
        painter->setPen(palette().color(QPalette::Text));
        const int gap = spaceUnit(this) / 2;
        if (orientation() == Qt::Horizontal) {
            painter->translate(rect.left(), rect.bottom());
            painter->rotate(-90);
            painter->drawText(
                QRect(gap, 0, rect.height(), rect.width()), Qt::AlignLeft | Qt::AlignVCenter, name);
        } else {
            painter->drawText(rect.adjusted(0, 0, -gap, 0), Qt::AlignRight | Qt::AlignVCenter, name);
        }
        painter->restore();
    }
};

// Paints over what the style would draw of a button in the corner, where none is.
class PlainGround : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Paint || !widget)
            return false;
        QPainter(widget).fillRect(widget->rect(), widget->palette().base());
        return true;
    }
};

} // namespace

QColor ConfusionView::ground(double share, bool right, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor colour = dataColour(right ? DataColour::Value : DataColour::Wrong, palette);
    if (share <= 0)
        return base;
    // A mistake of 10 % of its class is as deep as a mistake gets; a faint one still differs from none.
    const double depth = right ? share : std::sqrt(std::min(1.0, share / 0.1));
    return mixed(colour, base, 0.12 + 0.78 * depth);
}

ConfusionView::ConfusionView(ConfusionModel& model, QWidget* parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(this));
    setHorizontalHeader(new NamesHeader(Qt::Horizontal, this));
    setVerticalHeader(new NamesHeader(Qt::Vertical, this));
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setCornerButtonEnabled(false);
    if (auto* corner = findChild<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly))
        corner->installEventFilter(new PlainGround(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QAbstractItemView::clicked, this,
        [this](const QModelIndex& index) { emit cellWanted(index.row(), index.column()); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setCells();
        updateGeometry();
    });
    onChange(this, {QEvent::ApplicationFontChange}, [this] { setCells(); });
    setCells();
}

int ConfusionView::leastCell() const
{
    return QFontMetrics(fontFor(TextRole::Remark)).horizontalAdvance(QStringLiteral("0000"))
        + spaceUnit(this) / 2;
}

QSize ConfusionView::minimumSizeHint() const
{
    const int classes = model()->rowCount();
    return QSize(verticalHeader()->sizeHint().width() + leastCell() * classes,
        horizontalHeader()->sizeHint().height() + QFontMetrics(font()).height() * 3 / 2 * classes);
}

void ConfusionView::setCells()
{
    const QFont small = fontFor(TextRole::Remark);
    if (font() != small) {
        setFont(small);
        horizontalHeader()->setFont(small);
        verticalHeader()->setFont(small);
    }
    const int count = std::max(1, model()->rowCount());
    const int width = std::max(leastCell(), (this->width() - verticalHeader()->sizeHint().width()) / count);
    const int height = std::max(
        QFontMetrics(small).height() + 2, (this->height() - horizontalHeader()->sizeHint().height()) / count);
    horizontalHeader()->setDefaultSectionSize(std::min(width, height * 2));
    verticalHeader()->setDefaultSectionSize(std::min(height, width));
}

void ConfusionView::resizeEvent(QResizeEvent* event)
{
    setCells();
    QTableView::resizeEvent(event);
}

void ConfusionView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        && currentIndex().isValid()) {
        emit cellWanted(currentIndex().row(), currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace iotbench::ui
