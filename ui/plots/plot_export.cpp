#include "ui/plots/plot_export.h"

#include "reports/interval_table.h"
#include "statistics/run_result.h"
#include "ui/base/written_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace iotbench::ui {
namespace {

QByteArray drawn(QCustomPlot& plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(plot.size());
    generator.setViewBox(QRect(QPoint(0, 0), plot.size()));
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, plot.width(), plot.height());
    painter.end();
    return bytes;
}

// What the generator wrote between its own definitions and the end.
QByteArray contentOf(const QByteArray& svg)
{
    const qsizetype begin = svg.indexOf("</defs>") + 7;
    return svg.mid(begin, svg.lastIndexOf("</svg>") - begin);
}

} // namespace

QByteArray pngOf(QCustomPlot& plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    plot.toPixmap(0, 0, 2).save(&buffer, "PNG");
    return bytes;
}

// Qt 6.4's generator does not clip, so that the lines of a zoomed plot would run over the axes: the data is
// drawn by itself and put into a group with a clip path, upon everything else.
QByteArray svgOf(QCustomPlot& plot)
{
    QCPLayer* data = plot.layer(QStringLiteral("main"));
    data->setVisible(false);
    QByteArray whole = drawn(plot);
    data->setVisible(true);

    QList<QCPLayer*> hidden;
    for (int i = 0; i < plot.layerCount(); ++i)
        if (QCPLayer* layer = plot.layer(i); layer != data && layer->visible()) {
            layer->setVisible(false);
            hidden << layer;
        }
    plot.setBackground(QBrush(Qt::NoBrush));
    const QByteArray lines = contentOf(drawn(plot));
    plot.setBackground(plot.palette().base());
    for (QCPLayer* layer : std::as_const(hidden))
        layer->setVisible(true);

    QByteArray clip = "<clipPath id=\"plots\">";
    for (const QCPAxisRect* rect : plot.axisRects())
        clip += QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"/>")
                    .arg(rect->left())
                    .arg(rect->top())
                    .arg(rect->width())
                    .arg(rect->height())
                    .toLatin1();
    clip += "</clipPath>\n<g clip-path=\"url(#plots)\">" + lines + "</g>\n";
    whole.insert(whole.lastIndexOf("</svg>"), clip);
    plot.replot();
    return whole;
}

QString savePlot(QCustomPlot& plot, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("png"))
        return writeFile(path, pngOf(plot));
    if (suffix == QStringLiteral("svg"))
        return writeFile(path, svgOf(plot));
    if (suffix == QStringLiteral("pdf"))
        return plot.savePdf(path)
            ? QString()
            : QCoreApplication::translate("PlotExport", "%1 could not be written").arg(path);
    return QCoreApplication::translate("PlotExport", "%1: the name has to end in .png, .svg or .pdf")
        .arg(path);
}

QString intervalsAsText(const std::vector<IntervalRow>& rows, bool judged)
{
    RunResult result;
    result.engine.infers = judged;
    result.intervals = rows;
    QString text = QString::fromStdString(intervalTable(result));
    return text.replace(u',', u'\t');
}

} // namespace iotbench::ui
