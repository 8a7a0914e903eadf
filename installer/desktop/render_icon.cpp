// Draws an SVG file as square PNG files:  render_icon FILE.svg SIZE=FILE.png …   Needs no screen.
#include <QImage>
#include <QPainter>
#include <QString>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char* argv[])
{
    QSvgRenderer drawing(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (argc < 3 || !drawing.isValid()) {
        std::fputs("render_icon: wants a readable SVG file and one SIZE=FILE.png or more\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; ++i) {
        const QString picture = QString::fromLocal8Bit(argv[i]);
        const qsizetype sign = picture.indexOf(QLatin1Char('='));
        QImage image(QSize(1, 1) * picture.left(sign).toInt(), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawing.render(&painter);
        painter.end();
        if (!image.save(picture.mid(sign + 1), "PNG")) {
            std::fprintf(stderr, "render_icon: cannot draw %s\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
