#include "ui/pictures/picture_model.h"

#include "ui/pictures/picture_text.h"

#include <algorithm>
#include <iterator>

namespace iotbench::ui {

QImage imageOf(const Picture& picture)
{
    const ImageShape& shape = picture.facts->shape;
    return QImage(picture.pixels.data(), static_cast<int>(shape.width), static_cast<int>(shape.height),
        static_cast<qsizetype>(shape.width * shape.channels),
        shape.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888)
        .copy();
}

PictureModel::PictureModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PictureModel::setJudged(bool judged)
{
    if (judged == m_judged)
        return;
    m_judged = judged;
    if (!m_pictures.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void PictureModel::setClasses(std::vector<std::string> classes)
{
    if (classes == m_classes)
        return;
    m_classes = std::move(classes);
    emit classesChanged();
}

void PictureModel::setPictures(std::vector<Picture> pictures)
{
    const auto before = static_cast<int>(m_pictures.size());
    const auto after = static_cast<int>(pictures.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_pictures = std::move(pictures);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_pictures = std::move(pictures);
        endInsertRows();
    } else {
        m_pictures = std::move(pictures);
    }
    if (const int kept = std::min(before, after); kept > 0)
        emit dataChanged(index(0), index(kept - 1));
}

void PictureModel::prepend(std::vector<Picture> newer, std::size_t most)
{
    newer.insert(newer.end(), m_pictures.begin(), m_pictures.end());
    if (newer.size() > most)
        newer.resize(most);
    setPictures(std::move(newer));
}

int PictureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pictures.size());
}

QVariant PictureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Picture& picture = m_pictures[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return m_judged ? saidText(picture) : labelText(picture);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return m_judged ? wholePictureText(picture) : labelText(picture);
    case ImageRole:
        return imageOf(picture);
    case PictureRole:
        return QVariant::fromValue(static_cast<const void*>(&picture));
    default:
        return {};
    }
}

} // namespace iotbench::ui
