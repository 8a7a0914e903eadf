#include "ui/live/live_figures.h"

#include "statistics/rolling_accuracy.h"
#include "statistics/wilson.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"

#include <QCoreApplication>

#include <algorithm>

namespace iotbench::ui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LiveFigures)
};

struct SentRates {
    std::optional<double> now; // of the last second
    std::optional<double> mean;
};

// Where we only send, what is sent stands for what is classified.
SentRates sentRates(const RunSnapshot& snapshot)
{
    double seconds = 0;
    std::uint64_t sent = 0;
    for (auto row = snapshot.intervals->rbegin(); row != snapshot.intervals->rend() && seconds < 1; ++row) {
        seconds += row->lengthS;
        sent += row->sent.value_or(0);
    }
    SentRates rates;
    if (seconds > 0)
        rates.now = static_cast<double>(sent) / seconds;
    if (snapshot.sinceStartS > 0 && snapshot.counts.sent)
        rates.mean = static_cast<double>(*snapshot.counts.sent) / snapshot.sinceStartS;
    return rates;
}

// "23 sent late (0.3 %)"
QString lateSends(const RunSnapshot& snapshot)
{
    const std::uint64_t late = snapshot.lateSends.value_or(0);
    const std::uint64_t sent = snapshot.counts.sent.value_or(0);
    if (late == 0 || sent == 0)
        return Texts::tr("no schedule misses");
    const double share = static_cast<double>(late) / static_cast<double>(sent);
    return Texts::tr("%1 schedule misses (%2)")
        .arg(wholeText(late), percentText(share) + QStringLiteral("\u00A0%"));
}

// From here on the verdict calls latency weak.
bool manyLate(const RunSnapshot& snapshot)
{
    return snapshot.lateSends.value_or(0) * 100 > snapshot.counts.sent.value_or(0);
}

// "27.6 MB/s"; "" before anything is known.
QString byteRate(const RunSnapshot& snapshot)
{
    return snapshot.bytesPerSNow ? bytesText(*snapshot.bytesPerSNow) + QStringLiteral("/s") : QString();
}

// "too few values (first: line 17)", of the reason that came most often.
QString rejectedRemark(const RunSnapshot& snapshot)
{
    RejectedByReason all;
    for (const SourceRow& source : snapshot.sources)
        for (std::size_t reason = 0; reason < all.size(); ++reason) {
            if (all[reason].count == 0)
                all[reason].firstLines = source.rejected[reason].firstLines;
            all[reason].count += source.rejected[reason].count;
        }
    const auto most = std::ranges::max_element(all, {}, &RejectedRecords::count);
    const QString reason = translated(wordsOf(static_cast<RejectReason>(most - all.begin())));
    if (most->firstLines.empty())
        return reason;
    return Texts::tr("%1 (first: line %2)").arg(reason, wholeText(most->firstLines.front()));
}

FigureText rateFigure(const RunSnapshot& snapshot, const RunFacts& facts)
{
    const bool send = facts.role == Role::Send;
    const SentRates rates
        = send ? sentRates(snapshot) : SentRates{snapshot.imagesPerSNow, snapshot.meanImagesPerS};
    QString unit;
    if (facts.sends())
        unit = facts.offeredPerS > 0
            ? Texts::tr("of %1 offered")
                  .arg(rateText(snapshot.offeredPerSNow ? snapshot.offeredPerSNow : facts.offeredPerS))
            : Texts::tr("as fast as possible");
    const bool scheduled = facts.role == Role::Loopback && snapshot.lateSends;
    return {.caption = send ? Texts::tr("Sent images/s, last second") : Texts::tr("Images/s, last second"),
        .parts = {{rateText(rates.now), unit}},
        .remark = joined({Texts::tr("mean %1").arg(decimalText(rates.mean, 1)),
            scheduled ? lateSends(snapshot) : QString()}),
        .caution = scheduled && manyLate(snapshot)};
}

FigureText accuracyFigure(const RunSnapshot& snapshot, const RunFacts& facts)
{
    FigureText text{.caption = Texts::tr("Accuracy, last %1").arg(wholeText(kRollingWindow))};
    if (!facts.judged) {
        text.parts = {{notKnown(), {}}};
        text.remark = facts.role == Role::Send ? Texts::tr("the receiver knows")
                                               : Texts::tr("engine null: answers are not judged");
        return text;
    }
    text.parts = {{percentText(snapshot.rollingAccuracy), Texts::tr("%")}};
    if (snapshot.rollingAccuracy) {
        const std::uint64_t images = std::min<std::uint64_t>(kRollingWindow, snapshot.counts.classified);
        if (const auto interval = wilson95(*snapshot.rollingAccuracy, images))
            text.remark = Texts::tr("of these %1 … %2 (95 %)")
                              .arg(percentText(interval->low), percentText(interval->high))
                + u'\n';
    }
    text.remark += joined(
        {snapshot.accuracy ? Texts::tr("all so far %1").arg(percentText(snapshot.accuracy)) : QString(),
            facts.cardAccuracy     ? Texts::tr("card %1").arg(percentText(facts.cardAccuracy, 2))
                : facts.modelKnown ? Texts::tr("model without a card")
                                   : QString()});
    return text;
}

FigureText latencyFigure(const RunSnapshot& snapshot, const RunFacts& facts)
{
    if (facts.role == Role::Send)
        return {.caption = Texts::tr("Latency"),
            .parts = {{notKnown(), {}}},
            .remark = Texts::tr("the receiver knows")};
    return {.caption = facts.intended ? Texts::tr("Latency from intended send time, p99")
                                      : Texts::tr("Latency from arrival, p99"),
        .parts = {{millisecondsText(snapshot.rollingLatencyP99Ms),
            snapshot.rollingLatencyP50Ms
                ? Texts::tr("ms · p50 %1").arg(millisecondsText(snapshot.rollingLatencyP50Ms))
                : Texts::tr("ms")}},
        .remark
        = (snapshot.rollingLatencyP99Ms ? Texts::tr("of the last %1 images") : Texts::tr("from %1 images on"))
              .arg(wholeText(kRollingWindow))};
}

QString progressRemark(const RunSnapshot& snapshot)
{
    switch (snapshot.phase) {
    case RunPhase::Finished:
        return Texts::tr("finished after %1").arg(durationText(snapshot.elapsedS));
    case RunPhase::Stopping:
        return Texts::tr("stopping…");
    case RunPhase::Loading:
        return Texts::tr("getting ready");
    case RunPhase::WarmingUp:
        return Texts::tr("warming up, not counted");
    case RunPhase::Waiting:
    case RunPhase::Running:
        break;
    }
    return snapshot.timeLeftS ? Texts::tr("%1 left").arg(durationText(*snapshot.timeLeftS))
                              : Texts::tr("%1 gone").arg(durationText(snapshot.sinceStartS));
}

FigureText progressFigure(const RunSnapshot& snapshot, const RunFacts& facts)
{
    const bool send = facts.role == Role::Send;
    const std::uint64_t done = send ? snapshot.counts.sent.value_or(0) : snapshot.counts.classified;
    return {.caption = send ? Texts::tr("Sent") : Texts::tr("Classified"),
        .parts = {{wholeText(done),
            facts.totalImages ? Texts::tr("of %1").arg(wholeText(*facts.totalImages)) : QString()}},
        .remark = progressRemark(snapshot),
        .hasBar = true,
        .bar = snapshot.progress};
}

// Where we only send, the fifth figure.
FigureText sentLate(const RunSnapshot& snapshot)
{
    const QString caption = Texts::tr("Schedule misses");
    if (!snapshot.lateSends)
        return {.caption = caption,
            .parts = {{notKnown(), {}}},
            .remark = joined({Texts::tr("nothing is due at a time"), byteRate(snapshot)})};
    const std::uint64_t late = *snapshot.lateSends;
    return {.caption = caption,
        .parts = {{wholeText(late), Texts::tr("of %1").arg(wholeText(snapshot.counts.sent.value_or(0))),
            late ? DataColour::Wrong : DataColour::Right}},
        .remark = byteRate(snapshot),
        .caution = manyLate(snapshot)};
}

FigureText notClassified(const RunSnapshot& snapshot)
{
    const ImageCounts& counts = snapshot.counts;
    const auto part = [](std::optional<std::uint64_t> count, const QString& unit) -> FigureText::Part {
        if (!count)
            return {notKnown(), unit};
        return {wholeText(*count), unit, *count ? DataColour::Wrong : DataColour::Right};
    };
    return {.caption = Texts::tr("Not classified"),
        .parts = {part(counts.rejected, Texts::tr("rejected")), part(counts.lost, Texts::tr("lost"))},
        .remark = joined({counts.rejected ? rejectedRemark(snapshot)
                : snapshot.sources.size() == 1
                ? Texts::tr("1 source")
                : Texts::tr("%1 sources").arg(wholeText(snapshot.sources.size())),
            byteRate(snapshot)}),
        .caution = counts.rejected > 0};
}

QString loadingWords(LoadingStep step)
{
    switch (step) {
    case LoadingStep::Model:
        return Texts::tr("Reading the model");
    case LoadingStep::Kernels:
        return Texts::tr("The engine compiles the model");
    case LoadingStep::Measuring:
        return Texts::tr("Measuring which workers and batch size are fastest");
    case LoadingStep::Images:
        return Texts::tr("Reading the images");
    case LoadingStep::Checking:
        return Texts::tr("Checking the model's answers, as no card tells them");
    }
    return {};
}

} // namespace

LiveFigures noFigures()
{
    LiveFigures figures = liveFigures({}, {});
    for (FigureText& text : figures) {
        for (FigureText::Part& part : text.parts)
            part = {notKnown(), part.unit};
        text.remark.clear();
    }
    figures[static_cast<std::size_t>(Figure::Rate)].parts.front().unit.clear();
    figures[static_cast<std::size_t>(Figure::Latency)].caption = Texts::tr("Latency, p99");
    return figures;
}

LiveFigures liveFigures(const RunSnapshot& snapshot, const RunFacts& facts)
{
    return {rateFigure(snapshot, facts), accuracyFigure(snapshot, facts), latencyFigure(snapshot, facts),
        progressFigure(snapshot, facts),
        facts.role == Role::Send ? sentLate(snapshot) : notClassified(snapshot)};
}

QString phaseWords(const RunSnapshot& snapshot, const RunFacts& facts, double waitedS)
{
    switch (snapshot.phase) {
    case RunPhase::Loading:
        return loadingWords(snapshot.loading);
    case RunPhase::WarmingUp:
        return Texts::tr("Warming up: nothing is counted yet");
    case RunPhase::Waiting:
        if (facts.role == Role::Loopback)
            return Texts::tr("Waiting for the first image for %1").arg(durationText(waitedS));
        if (snapshot.address.empty())
            return Texts::tr("Connecting for %1").arg(durationText(waitedS));
        return (facts.role == Role::Send ? Texts::tr("Waiting for a receiver on %1 for %2")
                                         : Texts::tr("Waiting for a sender on %1 for %2"))
            .arg(QString::fromStdString(snapshot.address), durationText(waitedS));
    case RunPhase::Running:
        return Texts::tr("Running");
    case RunPhase::Stopping:
        return Texts::tr("Stopping: what has been read is worked off");
    case RunPhase::Finished:
        return Texts::tr("Finished");
    }
    return {};
}

} // namespace iotbench::ui
