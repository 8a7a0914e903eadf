#include "ui/live/live_figures.h"

#include "statistics/rolling_accuracy.h"
#include "statistics/wilson.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"

#include <QCoreApplication>

#include <algorithm>

namespace iotbench::ui {
namespace {

class Texts {
    Q_DECLARE_TR_FUNCTIONS(LiveFigures)
public:
    static FigureText rate(const RunSnapshot& snapshot, const RunFacts& facts);
    static FigureText accuracy(const RunSnapshot& snapshot, const RunFacts& facts);
    static FigureText latency(const RunSnapshot& snapshot, const RunFacts& facts);
    static FigureText progress(const RunSnapshot& snapshot, const RunFacts& facts);
    static FigureText notClassified(const RunSnapshot& snapshot);
    static FigureText sentLate(const RunSnapshot& snapshot);
    static QString loading(LoadingStep step);
    static QString phase(const RunSnapshot& snapshot, const RunFacts& facts, double waitedS);

private:
    static QString rejectedRemark(const RunSnapshot& snapshot);
    static QString lateSends(const RunSnapshot& snapshot);
    static bool manyLate(const RunSnapshot& snapshot);
    static QString byteRate(const RunSnapshot& snapshot);
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

FigureText Texts::rate(const RunSnapshot& snapshot, const RunFacts& facts)
{
    FigureText text;
    std::optional<double> now = snapshot.imagesPerSNow;
    std::optional<double> mean = snapshot.meanImagesPerS;
    text.caption = tr("Images/s, last second");
    if (facts.role == Role::Send) {
        text.caption = tr("Sent images/s, last second");
        const SentRates rates = sentRates(snapshot);
        now = rates.now;
        mean = rates.mean;
    }
    QString unit;
    if (facts.sends())
        unit = facts.offeredPerS > 0
            ? tr("of %1 offered")
                  .arg(rateText(snapshot.offeredPerSNow ? snapshot.offeredPerSNow : facts.offeredPerS))
            : tr("as fast as possible");
    text.parts.push_back({rateText(now), unit});
    text.remark = tr("mean %1").arg(decimalText(mean, 1));
    if (facts.role == Role::Loopback && snapshot.lateSends) {
        text.remark += QStringLiteral(" · ") + lateSends(snapshot);
        text.caution = manyLate(snapshot);
    }
    return text;
}

FigureText Texts::accuracy(const RunSnapshot& snapshot, const RunFacts& facts)
{
    FigureText text;
    text.caption = tr("Accuracy, last %1").arg(wholeText(kRollingWindow));
    if (!facts.judged) {
        text.parts.push_back({notKnown(), {}});
        text.remark
            = facts.role == Role::Send ? tr("the receiver knows") : tr("engine null: answers are not judged");
        return text;
    }
    text.parts.push_back({percentText(snapshot.rollingAccuracy), tr("%")});
    if (snapshot.rollingAccuracy) {
        const std::uint64_t images = std::min<std::uint64_t>(kRollingWindow, snapshot.counts.classified);
        if (const auto interval = wilson95(*snapshot.rollingAccuracy, images))
            text.remark
                = tr("of these %1 … %2 (95 %)").arg(percentText(interval->low), percentText(interval->high))
                + u'\n';
    }
    QStringList beside;
    if (snapshot.accuracy)
        beside << tr("all so far %1").arg(percentText(snapshot.accuracy));
    beside << (facts.cardAccuracy ? tr("card %1").arg(percentText(facts.cardAccuracy, 2))
                                  : tr("model without a card"));
    text.remark += joined(beside);
    return text;
}

FigureText Texts::latency(const RunSnapshot& snapshot, const RunFacts& facts)
{
    FigureText text;
    text.caption
        = facts.intended ? tr("Latency from intended send time, p99") : tr("Latency from arrival, p99");
    if (facts.role == Role::Send) {
        text.caption = tr("Latency");
        text.parts.push_back({notKnown(), {}});
        text.remark = tr("the receiver knows");
        return text;
    }
    text.parts.push_back({millisecondsText(snapshot.rollingLatencyP99Ms),
        snapshot.rollingLatencyP50Ms ? tr("ms · p50 %1").arg(millisecondsText(snapshot.rollingLatencyP50Ms))
                                     : tr("ms")});
    text.remark = (snapshot.rollingLatencyP99Ms ? tr("of the last %1 images") : tr("from %1 images on"))
                      .arg(wholeText(kRollingWindow));
    return text;
}

FigureText Texts::progress(const RunSnapshot& snapshot, const RunFacts& facts)
{
    FigureText text;
    const bool send = facts.role == Role::Send;
    text.caption = send ? tr("Sent") : tr("Classified");
    const std::uint64_t done = send ? snapshot.counts.sent.value_or(0) : snapshot.counts.classified;
    text.parts.push_back(
        {wholeText(done), facts.totalImages ? tr("of %1").arg(wholeText(*facts.totalImages)) : QString()});
    text.hasBar = true;
    text.bar = snapshot.progress;
    if (snapshot.phase == RunPhase::Finished)
        text.remark = tr("finished after %1").arg(durationText(snapshot.elapsedS));
    else if (snapshot.phase == RunPhase::Stopping)
        text.remark = tr("stopping…");
    else if (snapshot.phase == RunPhase::Loading)
        text.remark = tr("getting ready");
    else if (snapshot.phase == RunPhase::WarmingUp)
        text.remark = tr("warming up, not counted");
    else if (snapshot.timeLeftS)
        text.remark = tr("%1 left").arg(durationText(*snapshot.timeLeftS));
    else
        text.remark = tr("%1 gone").arg(durationText(snapshot.sinceStartS));
    return text;
}

// "23 sent late (0.3 %)"
QString Texts::lateSends(const RunSnapshot& snapshot)
{
    const std::uint64_t late = snapshot.lateSends.value_or(0);
    const std::uint64_t sent = snapshot.counts.sent.value_or(0);
    if (late == 0 || sent == 0)
        return tr("no schedule misses");
    const double share = static_cast<double>(late) / static_cast<double>(sent);
    return tr("%1 schedule misses (%2)").arg(wholeText(late), percentText(share) + QStringLiteral("\u00A0%"));
}

// From here on the verdict calls latency weak.
bool Texts::manyLate(const RunSnapshot& snapshot)
{
    return snapshot.lateSends.value_or(0) * 100 > snapshot.counts.sent.value_or(0);
}

// "27.6 MB/s"; "" before anything is known.
QString Texts::byteRate(const RunSnapshot& snapshot)
{
    return snapshot.bytesPerSNow ? bytesText(*snapshot.bytesPerSNow) + QStringLiteral("/s") : QString();
}

// Where we only send, the fifth figure.
FigureText Texts::sentLate(const RunSnapshot& snapshot)
{
    FigureText text;
    text.caption = tr("Schedule misses");
    if (!snapshot.lateSends) {
        text.parts.push_back({notKnown(), {}});
        text.remark = tr("nothing is due at a time");
    } else {
        const std::uint64_t late = *snapshot.lateSends;
        text.parts.push_back({wholeText(late), tr("of %1").arg(wholeText(snapshot.counts.sent.value_or(0))),
            late ? DataColour::Wrong : DataColour::Right});
        text.caution = manyLate(snapshot);
    }
    text.remark = joined({text.remark, byteRate(snapshot)});
    return text;
}

FigureText Texts::notClassified(const RunSnapshot& snapshot)
{
    FigureText text;
    const ImageCounts& counts = snapshot.counts;
    text.caption = tr("Not classified");
    text.parts.push_back({wholeText(counts.rejected), tr("rejected"),
        counts.rejected ? DataColour::Wrong : DataColour::Right});
    FigureText::Part lost{notKnown(), tr("lost")};
    if (counts.lost) {
        lost.figure = wholeText(*counts.lost);
        lost.colour = *counts.lost ? DataColour::Wrong : DataColour::Right;
    }
    text.parts.push_back(lost);
    text.caution = counts.rejected > 0;
    text.remark = joined({counts.rejected  ? rejectedRemark(snapshot)
            : snapshot.sources.size() == 1 ? tr("1 source")
                                           : tr("%1 sources").arg(wholeText(snapshot.sources.size())),
        byteRate(snapshot)});
    return text;
}

// "too few values (first: line 17)", of the reason that came most often.
QString Texts::rejectedRemark(const RunSnapshot& snapshot)
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
    return tr("%1 (first: line %2)").arg(reason, wholeText(most->firstLines.front()));
}

QString Texts::loading(LoadingStep step)
{
    switch (step) {
    case LoadingStep::Model:
        return tr("Reading the model");
    case LoadingStep::Kernels:
        return tr("The engine compiles the model");
    case LoadingStep::Measuring:
        return tr("Measuring which workers and batch size are fastest");
    case LoadingStep::Images:
        return tr("Reading the images");
    case LoadingStep::Checking:
        return tr("Checking the model's answers, as no card tells them");
    }
    return {};
}

QString Texts::phase(const RunSnapshot& snapshot, const RunFacts& facts, double waitedS)
{
    switch (snapshot.phase) {
    case RunPhase::Loading:
        return loading(snapshot.loading);
    case RunPhase::WarmingUp:
        return tr("Warming up: nothing is counted yet");
    case RunPhase::Waiting:
        if (facts.role == Role::Loopback)
            return tr("Waiting for the first image for %1").arg(durationText(waitedS));
        if (snapshot.address.empty())
            return tr("Connecting for %1").arg(durationText(waitedS));
        return (facts.role == Role::Send ? tr("Waiting for a receiver on %1 for %2")
                                         : tr("Waiting for a sender on %1 for %2"))
            .arg(QString::fromStdString(snapshot.address), durationText(waitedS));
    case RunPhase::Running:
        return tr("Running");
    case RunPhase::Stopping:
        return tr("Stopping: what has been read is worked off");
    case RunPhase::Finished:
        return tr("Finished");
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
    return {Texts::rate(snapshot, facts), Texts::accuracy(snapshot, facts), Texts::latency(snapshot, facts),
        Texts::progress(snapshot, facts),
        facts.role == Role::Send ? Texts::sentLate(snapshot) : Texts::notClassified(snapshot)};
}

QString phaseWords(const RunSnapshot& snapshot, const RunFacts& facts, double waitedS)
{
    return Texts::phase(snapshot, facts, waitedS);
}

} // namespace iotbench::ui
