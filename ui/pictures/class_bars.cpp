#include "ui/pictures/class_bars.h"

#include "ui/base/figures.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace iotbench::ui {
namespace {

class BarDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto colour = static_cast<DataColour>(index.data(ClassBarsModel::ColourRole).toInt());
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
        bar.setWidth(bar.width() * index.data(ClassBarsModel::ShareRole).toDouble());
        painter->setBrush(dataColour(colour, option.palette));
        painter->drawRoundedRect(bar, unit * 0.2, unit * 0.2);
        painter->restore();
    }
};

} // namespace

void ClassBarsModel::show(std::vector<ClassBar> bars)
{
    const auto change = [&] { std::swap(m_bars, bars); };
    if (std::ranges::equal(bars, m_bars, {}, &ClassBar::name, &ClassBar::name))
        changeRows(m_bars.size(), change);
    else
        changeAll(change);
}

QVariant ClassBarsModel::more(std::size_t row, int column, int role) const
{
    const ClassBar& bar = m_bars[row];
    switch (role) {
    case Qt::ToolTipRole:
        return bar.tip;
    case Qt::AccessibleTextRole:
        return column == Bar ? QVariant(bar.tip) : QVariant();
    case Qt::ForegroundRole:
        return column == Class && bar.colour ? QVariant(dataColour(*bar.colour, QGuiApplication::palette()))
                                             : QVariant();
    case ShareRole:
        return column == Bar && bar.share ? QVariant(std::clamp(*bar.share, 0.0, 1.0)) : QVariant();
    case ColourRole:
        return static_cast<int>(bar.colour.value_or(DataColour::Value));
    default:
        return {};
    }
}

TableModel::Headings ClassBarsModel::headings() const
{
    constexpr Qt::AlignmentFlag kSide = Qt::AlignRight;
    return {{tr("Class"), kSide, [this](std::size_t row) { return m_bars[row].name; }},
        {tr("Share"), kSide, [](std::size_t) { return QString(); }},
        {tr("Percent"), kSide,
            [this](std::size_t row) { return withUnit(percentText(m_bars[row].share), "%"); }}};
}

ClassBarsView::ClassBarsView(ClassBarsModel& model, QWidget* parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegateForColumn(ClassBarsModel::Bar, new BarDelegate(this));
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
    horizontalHeader()->setSectionResizeMode(ClassBarsModel::Bar, QHeaderView::Stretch);
    for (const int column : {ClassBarsModel::Class, ClassBarsModel::Percent})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

QSize ClassBarsView::minimumSizeHint() const
{
    return QSize(characters(this, 36), QFontMetrics(font()).height() * 5 / 4 * model()->rowCount());
}

void ClassBarsView::setRows()
{
    const int height = QFontMetrics(font()).height();
    verticalHeader()->setDefaultSectionSize(
        std::clamp(viewport()->height() / std::max(1, model()->rowCount()), height, height * 2));
}

void ClassBarsView::resizeEvent(QResizeEvent* event)
{
    setRows();
    QTableView::resizeEvent(event);
}

} // namespace iotbench::ui
