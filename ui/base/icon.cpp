#include "ui/base/icon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace iotbench::ui {

QIcon programIcon()
{
    QSvgRenderer renderer(QStringLiteral(":/icons/iotbench.svg"));
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace iotbench::ui
