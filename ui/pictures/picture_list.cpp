#include "ui/pictures/picture_list.h"

#include "ui/base/changes.h"
#include "ui/pictures/picture_delegate.h"
#include "ui/pictures/picture_model.h"

#include <QKeyEvent>

#include <algorithm>

namespace iotbench::ui {

PictureList::PictureList(PictureModel& model, int rows, QWidget* parent)
    : QListView(parent)
    , m_model(model)
    , m_rows(rows)
{
    setModel(&model);
    setItemDelegate(new PictureDelegate(this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, rows > 0 ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractItemView::clicked, this, &PictureList::open);
    connect(&model, &PictureModel::classesChanged, this, [this] {
        setGrid();
        updateGeometry();
        emit placesChanged();
    });
    setGrid();
    onChange(this, {QEvent::HoverEnter, QEvent::HoverLeave, QEvent::FocusIn, QEvent::FocusOut},
        [this] { emit heldChanged(isHeld()); });
    onChange(this, {QEvent::FontChange, QEvent::ApplicationFontChange}, [this] { setGrid(); });
}

QSize PictureList::cell() const
{
    return PictureDelegate::leastSize(this, m_model.classes());
}

int PictureList::columns() const
{
    return std::max(1, viewport()->width() / cell().width());
}

std::size_t PictureList::places() const
{
    const int rows = m_rows > 0 ? m_rows : std::max(1, viewport()->height() / gridSize().height());
    return static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows);
}

// One row, for a page that scrolls takes its height from here: the layout gives what there is beyond.
QSize PictureList::sizeHint() const
{
    return QSize(cell().width() * 6, cell().height() * std::max(1, m_rows));
}

QSize PictureList::minimumSizeHint() const
{
    return QSize(cell().width() * 3, cell().height() * std::max(1, m_rows));
}

// The thumbnails of a row share its width; a strip of given rows keeps its height, and so their size.
void PictureList::setGrid()
{
    const QSize least = cell();
    if (m_rows > 0) {
        setGridSize(least);
        return;
    }
    const int width = (viewport()->width() - 1) / columns();
    setGridSize(QSize(width, least.height() + width - least.width()));
}

void PictureList::resizeEvent(QResizeEvent* event)
{
    setGrid();
    QListView::resizeEvent(event);
    emit placesChanged();
}

void PictureList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        open(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

// One row of many: what goes on has no bar to show it, and the page would not scroll.
void PictureList::wheelEvent(QWheelEvent* event)
{
    if (m_rows > 0)
        event->ignore();
    else
        QListView::wheelEvent(event);
}

void PictureList::open(const QModelIndex& index)
{
    if (index.isValid())
        emit pictureWanted(m_model.pictures()[static_cast<std::size_t>(index.row())]);
}

} // namespace iotbench::ui
