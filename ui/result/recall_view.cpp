#include "ui/result/recall_view.h"

#include "ui/base/data_colours.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace iotbench::ui {
namespace {

class BarDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QVariant share = index.data(RecallModel::ShareRole);
        const int unit = spaceUnit(option.widget);
        const int height = std::min(option.rect.height() * 3 / 5, unit * 2);
        QRectF bar(option.rect.left() + unit / 2.0, option.rect.center().y() - height / 2.0,
            option.rect.width() - unit, height);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            mixed(option.palette.color(QPalette::Text), option.palette.color(QPalette::Base), 0.08));
        painter->drawRoundedRect(bar, unit * 0.2, unit * 0.2);
        bar.setWidth(bar.width() * share.toDouble());
        painter->setBrush(dataColour(DataColour::Value, option.palette));
        painter->drawRoundedRect(bar, unit * 0.2, unit * 0.2);
        painter->restore();
    }
};

} // namespace

RecallView::RecallView(RecallModel& model, QWidget* parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegateForColumn(RecallModel::Bar, new BarDelegate(this));
    makePlain(this);
    horizontalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionMode(QAbstractItemView::NoSelection);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setRows();
        updateGeometry();
    });
    horizontalHeader()->setSectionResizeMode(RecallModel::Bar, QHeaderView::Stretch);
    for (const int column : {RecallModel::Class, RecallModel::Percent})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

QSize RecallView::minimumSizeHint() const
{
    const int height = QFontMetrics(font()).height() * 5 / 4 * model()->rowCount();
    return QSize(characters(this, 36), height);
}

void RecallView::setRows()
{
    const int height = QFontMetrics(font()).height();
    verticalHeader()->setDefaultSectionSize(
        std::clamp(viewport()->height() / std::max(1, model()->rowCount()), height, height * 2));
}

void RecallView::resizeEvent(QResizeEvent* event)
{
    setRows();
    QTableView::resizeEvent(event);
}

} // namespace iotbench::ui
