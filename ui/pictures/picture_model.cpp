#include "ui/pictures/picture_model.h"

#include "ui/pictures/picture_text.h"

namespace iotbench::ui {

QImage imageOf(const Picture& picture)
{
    const ImageShape& shape = picture.facts->shape;
    return QImage(picture.pixels.data(), static_cast<int>(shape.width), static_cast<int>(shape.height),
        static_cast<qsizetype>(shape.width * shape.channels),
        shape.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888)
        .copy();
}

void PictureModel::setJudged(bool judged)
{
    changeRows(rows(), [&] { m_judged = judged; });
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
    const std::size_t after = pictures.size();
    changeRows(after, [&] { m_pictures = std::move(pictures); });
}

void PictureModel::prepend(std::vector<Picture> newer, std::size_t most)
{
    newer.insert(newer.end(), m_pictures.begin(), m_pictures.end());
    if (newer.size() > most)
        newer.resize(most);
    setPictures(std::move(newer));
}

QString PictureModel::text(std::size_t row, int) const
{
    return m_judged ? saidText(m_pictures[row]) : labelText(m_pictures[row]);
}

QVariant PictureModel::more(std::size_t row, int, int role) const
{
    const Picture& picture = m_pictures[row];
    switch (role) {
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
