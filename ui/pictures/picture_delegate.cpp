#include "ui/pictures/picture_delegate.h"

#include "run/gallery.h"
#include "ui/base/data_colours.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/pictures/picture_model.h"
#include "ui/pictures/picture_text.h"

#include <QFontMetrics>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace iotbench::ui {
namespace {

int gap(const QWidget* widget)
{
    return std::max(2, spaceUnit(widget) / 2);
}

const PictureModel& modelOf(const QModelIndex& index)
{
    return *static_cast<const PictureModel*>(index.model());
}

} // namespace

QSize PictureDelegate::leastSize(const QWidget* widget, const std::vector<std::string>& classes)
{
    const QFontMetrics metrics(fontFor(TextRole::Remark));
    const int space = gap(widget);
    int side = static_cast<int>(std::lround(QFontMetricsF(widget->font()).height() * 4.6));
    for (std::size_t label = 0; label < classes.size(); ++label)
        side = std::max(side,
            metrics.horizontalAdvance(QString(QChar(kWrongSign)) + u' ' + className(classes, label))
                + 2 * space);
    return QSize(side + space, side + 2 * metrics.height() + 2 * space);
}

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* list = qobject_cast<const QListView*>(option.widget);
    return list && list->gridSize().isValid() ? list->gridSize()
                                              : leastSize(option.widget, modelOf(index).classes());
}

void PictureDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* picture
        = static_cast<const Picture*>(index.data(PictureModel::PictureRole).value<const void*>());
    if (!picture)
        return;
    const bool judged = modelOf(index).judged();
    const bool wrong = judged && !picture->correct();
    const QPalette& palette = option.palette;
    const int space = gap(option.widget);
    const qreal line = thinLine(option.widget);
    const QRectF card = QRectF(option.rect).adjusted(0, 0, -space, -space);

    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const qreal width = wrong ? 2 * line : line;
    const QColor border = wrong ? dataColour(DataColour::Wrong, palette) : lineColour(palette);
    QPainterPath outline;
    outline.addRoundedRect(card.adjusted(width / 2, width / 2, -width / 2, -width / 2), space, space);

    painter->setClipPath(outline);
    QRectF place(card.topLeft(), QSizeF(card.width(), card.width()));
    painter->drawImage(place, index.data(PictureModel::ImageRole).value<QImage>());
    painter->setClipping(false);

    const QFont font = fontFor(TextRole::Remark);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const QColor remark = remarkColour(palette);
    QRectF text(card.left() + space, place.bottom(), card.width() - 1.5 * space, metrics.height());
    const auto write = [&](const QString& words, const QColor& colour) {
        painter->setPen(colour);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(words, Qt::ElideRight, static_cast<int>(text.width())));
    };
    if (!judged) {
        write(labelText(*picture), palette.color(QPalette::Text));
    } else {
        const QString sign = QString(QChar(wrong ? kWrongSign : kRightSign)) + u' ';
        const qreal signWidth = metrics.horizontalAdvance(sign);
        painter->setPen(dataColour(wrong ? DataColour::Wrong : DataColour::Right, palette));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, sign);
        const QRectF whole = text;
        text.setLeft(text.left() + signWidth);
        write(saidText(*picture),
            wrong ? dataColour(DataColour::Wrong, palette) : palette.color(QPalette::Text));
        text = whole.translated(0, metrics.height());
        write(underText(*picture), wrong ? palette.color(QPalette::Text) : remark);
    }

    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(border, width));
    painter->drawPath(outline);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette.color(QPalette::Text), line, Qt::DotLine));
        painter->drawRect(card.adjusted(2 * width, 2 * width, -2 * width, -2 * width));
    }
    painter->restore();
}

} // namespace iotbench::ui
