#include "ui/pictures/picture_image.h"

namespace iotbench::ui {

QImage imageOf(const Picture& picture)
{
    const ImageShape& shape = picture.facts->shape;
    return QImage(picture.pixels.data(), static_cast<int>(shape.width), static_cast<int>(shape.height),
        static_cast<qsizetype>(shape.width * shape.channels),
        shape.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888)
        .copy();
}

} // namespace iotbench::ui
