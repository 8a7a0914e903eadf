#include "ui/result/result_figures.h"

#include "statistics/verdict.h"
#include "ui/base/figures.h"

#include <QCoreApplication>

namespace iotbench::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResultFigures)
};

FigureText figure(const QString& caption, const QString& value, const QString& unit, const QString& remark)
{
    FigureText text;
    text.caption = caption;
    text.parts = {{value, value == QString(QChar(kUnknown)) ? QString() : unit}};
    text.remark = remark;
    return text;
}

FigureText throughput(const RunResult& result)
{
    QString remark;
    if (const auto offered = offeredPerS(result))
        remark = Words::tr("offered %1").arg(rateText(offered));
    else if (result.settings.role == Role::Loopback || result.settings.role == Role::Send)
        remark = Words::tr("as fast as possible");
    else
        remark = Words::tr("as they came");
    FigureText text
        = figure(Words::tr("Throughput"), decimalText(imagesPerS(result), 1), Words::tr("/s"), remark);
    text.caution = saturated(result);
    return text;
}

FigureText accuracyFigure(const RunResult& result)
{
    QString remark = Words::tr("answers are not judged here");
    if (const auto interval = accuracyInterval(result))
        remark = Words::tr("%1 … %2 (95 %)").arg(percentText(interval->low), percentText(interval->high));
    else if (judgesAnswers(result))
        remark = Words::tr("no image was classified");
    return figure(Words::tr("Accuracy"), percentText(accuracy(result), 2), QStringLiteral("%"), remark);
}

FigureText latencyFigure(const RunResult& result)
{
    if (result.settings.role == Role::Send) {
        const auto p99 = result.lateness ? result.lateness->all.p99Ms : std::nullopt;
        return figure(Words::tr("Lateness p99"), millisecondsText(p99), QStringLiteral("ms"),
            Words::tr("of the sends after their plan"));
    }
    QString remark = result.latencyOrigin == LatencyOrigin::Planned ? Words::tr("from the planned send")
                                                                    : Words::tr("from the arrival");
    FigureText text = figure(
        Words::tr("Latency p99"), millisecondsText(result.latency.p99Ms), QStringLiteral("ms"), remark);
    if (saturated(result)) {
        text.remark = Words::tr("grows with the length of the run");
        text.caution = true;
    } else if (!result.latency.p99Ms) {
        text.remark = Words::tr("takes 1,000 images: there were %1").arg(wholeText(result.latency.samples));
    }
    return text;
}

FigureText notClassified(const RunResult& result)
{
    const ImageCounts& counts = result.counts;
    FigureText text;
    text.caption = Words::tr("Rejected · lost");
    const QString rejected
        = result.settings.role == Role::Send ? QString(QChar(kUnknown)) : wholeText(counts.rejected);
    const QString lost = counts.lost ? wholeText(*counts.lost) : QString(QChar(kUnknown));
    text.parts = {{rejected + QStringLiteral(" · ") + lost, {}}};
    text.remark = Words::tr("of %1").arg(wholeText(counts.sent.value_or(counts.received)));
    text.caution = counts.rejected > 0 || counts.lost.value_or(0) > 0;
    return text;
}

FigureText harness(const RunResult& result)
{
    const auto all = cpuUsPerImage(result);
    const auto own = harnessCpuUsPerImage(result);
    const auto share = all && own && *all > 0 ? std::optional(*own / *all) : std::nullopt;
    return figure(Words::tr("Harness"), percentText(share), QStringLiteral("%"),
        own ? Words::tr("%1 µs of CPU an image").arg(decimalText(own, *own < 99.95 ? 1 : 0)) : QString());
}

FigureText memory(const RunResult& result)
{
    QString value = QChar(kUnknown);
    QString unit;
    if (result.peakMemoryBytes > 0) {
        const QStringList words = bytesText(static_cast<double>(result.peakMemoryBytes)).split(u' ');
        value = words.value(0);
        unit = words.value(1);
    }
    return figure(Words::tr("Peak memory"), value, unit, Words::tr("of this program"));
}

} // namespace

ResultFigures resultFigures(const RunResult& result)
{
    return {throughput(result), accuracyFigure(result), latencyFigure(result), notClassified(result),
        harness(result), memory(result)};
}

} // namespace iotbench::ui
