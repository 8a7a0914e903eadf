#include "ui/result/result_figures.h"

#include "statistics/verdict.h"
#include "ui/base/figures.h"
#include "ui/pictures/picture_text.h"
#include "ui/result/verdict_text.h"

#include <QCoreApplication>

namespace iotbench::ui {
namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(ResultFigures)
};

FigureText figure(const QString& caption, const QString& value, const QString& unit, const QString& remark)
{
    return {.caption = caption, .parts = {{value, value == notKnown() ? QString() : unit}}, .remark = remark};
}

FigureText throughput(const RunResult& result)
{
    QString remark;
    if (const auto offered = offeredPerS(result))
        remark = FigureWords::tr("target rate %1").arg(rateText(offered));
    else if (result.settings.role == Role::Loopback || result.settings.role == Role::Send)
        remark = FigureWords::tr("as fast as possible");
    else
        remark = FigureWords::tr("as they came");
    // Where the sender's plan fixes the rate, there is nothing unsure about it.
    if (result.rateInterval && limitedHere(result))
        remark = FigureWords::tr("%1 … %2 (95 %)")
                     .arg(decimalText(result.rateInterval->low, 1), decimalText(result.rateInterval->high, 1))
            + u'\n' + remark;
    FigureText text = figure(
        FigureWords::tr("Throughput"), decimalText(imagesPerS(result), 1), FigureWords::tr("/s"), remark);
    text.caution = saturated(result);
    return text;
}

FigureText accuracyFigure(const RunResult& result)
{
    QString remark = FigureWords::tr("answers are not judged here");
    if (const auto interval = accuracyInterval(result))
        remark
            = FigureWords::tr("%1 … %2 (95 %)").arg(percentText(interval->low), percentText(interval->high));
    else if (judgesAnswers(result))
        remark = FigureWords::tr("no image was classified");
    return figure(FigureWords::tr("Accuracy"), percentText(accuracy(result), 2), QStringLiteral("%"), remark);
}

FigureText latencyFigure(const RunResult& result)
{
    if (result.settings.role == Role::Send) {
        const auto p99 = result.sendDelay ? result.sendDelay->all.p99Ms : std::nullopt;
        return figure(FigureWords::tr("Send delay p99"), millisecondsText(p99), QStringLiteral("ms"),
            FigureWords::tr("of the sends after their plan"));
    }
    QString remark = result.latencyOrigin == LatencyOrigin::Intended
        ? FigureWords::tr("from the intended send time")
        : leavesLatenciesOut(result)
        ? FigureWords::tr("from the arrival, of %1 images").arg(wholeText(result.latency.samples))
        : FigureWords::tr("from the arrival");
    if (const Bounds& p99 = result.latencyIntervals.p99; p99.low && p99.high)
        remark = FigureWords::tr("%1 … %2 (95 %)").arg(millisecondsText(p99.low), millisecondsText(p99.high))
            + u'\n' + remark;
    FigureText text = figure(
        FigureWords::tr("Latency p99"), millisecondsText(result.latency.p99Ms), QStringLiteral("ms"), remark);
    if (saturated(result)) {
        text.remark = FigureWords::tr("grows with the length of the run");
        text.caution = true;
    } else if (result.settings.role == Role::Loopback && !result.sendDelay) {
        text.remark = FigureWords::tr("at full speed: the depth of the queue");
        text.caution = true;
    } else if (!result.latency.p99Ms) {
        text.remark
            = FigureWords::tr("takes 1,000 images: there were %1").arg(wholeText(result.latency.samples));
    }
    return text;
}

FigureText notClassified(const RunResult& result)
{
    const ImageCounts& counts = result.counts;
    const QString rejected = result.settings.role == Role::Send ? notKnown() : wholeText(counts.rejected);
    const QString lost = counts.lost ? wholeText(*counts.lost) : notKnown();
    return {.caption = FigureWords::tr("Rejected · lost"),
        .parts = {{rejected + QStringLiteral(" · ") + lost, {}}},
        .remark = FigureWords::tr("of %1").arg(wholeText(counts.sent.value_or(counts.received))),
        .caution = counts.rejected > 0 || counts.lost.value_or(0) > 0};
}

FigureText overhead(const RunResult& result)
{
    const auto all = cpuUsPerImage(result);
    const auto own = overheadCpuUsPerImage(result);
    const auto share = all && own && *all > 0 ? std::optional(*own / *all) : std::nullopt;
    return figure(FigureWords::tr("Overhead"), percentText(share), QStringLiteral("%"),
        own ? FigureWords::tr("%1 µs of CPU an image").arg(decimalText(own, *own < 99.95 ? 1 : 0))
            : QString());
}

FigureText memory(const RunResult& result)
{
    const QStringList words = result.peakMemoryBytes > 0
        ? bytesText(static_cast<double>(result.peakMemoryBytes)).split(u' ')
        : QStringList{notKnown(), {}};
    return figure(FigureWords::tr("Peak memory"), words[0], words[1], FigureWords::tr("of this program"));
}

} // namespace

ResultFigures resultFigures(const RunResult& result)
{
    return {throughput(result), accuracyFigure(result), latencyFigure(result), notClassified(result),
        overhead(result), memory(result)};
}

std::vector<ClassBar> recallsOf(const RunResult& result)
{
    const Confusion& confusion = result.confusion;
    std::vector<ClassBar> bars;
    for (std::size_t label = 0; label < confusion.classes(); ++label) {
        const QString name = className(result.imageFacts.classes, label);
        bars.push_back({name, recall(result, label),
            FigureWords::tr("%1 of %2 images of %3")
                .arg(wholeText(confusion.at(label, label)), wholeText(confusion.shown(label)), name)});
    }
    return bars;
}

} // namespace iotbench::ui
