#include "ui/result/verdict_text.h"

#include "reports/field_words.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace iotbench::ui {
namespace {

struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(VerdictText)
};

struct JudgementWords {
    char16_t sign;
    DataColour colour;
    const char* first; // of a sentence
    const char* inList;
};

const JudgementWords& wordsOfJudgement(Judgement judgement)
{
    static constexpr JudgementWords kValid{kRightSign, DataColour::Right,
        QT_TRANSLATE_NOOP("VerdictText", "Valid"), QT_TRANSLATE_NOOP("VerdictText", "valid")};
    static constexpr JudgementWords kWeak{kCautionSign, DataColour::Caution,
        QT_TRANSLATE_NOOP("VerdictText", "Weak"), QT_TRANSLATE_NOOP("VerdictText", "weak")};
    static constexpr JudgementWords kInvalid{kWrongSign, DataColour::Wrong,
        QT_TRANSLATE_NOOP("VerdictText", "Not valid"), QT_TRANSLATE_NOOP("VerdictText", "invalid")};
    static constexpr JudgementWords kNotJudged{
        kUnknown, DataColour::Caution, QT_TRANSLATE_NOOP("VerdictText", "Not judged"), ""};
    return judgement == Judgement::Valid  ? kValid
        : judgement == Judgement::Weak    ? kWeak
        : judgement == Judgement::Invalid ? kInvalid
                                          : kNotJudged;
}

// Beside a measured rate: what is known of the target rate that it was to keep.
QString withTarget(const RunResult& result, const QString& measured)
{
    switch (targetRate(result)) {
    case TargetRate::BacklogGrew:
        return VerdictWords::tr("%1, and its backlog grew at a target rate of %2")
            .arg(measured, rateText(offeredPerS(result)));
    case TargetRate::TooShortToTell:
        return VerdictWords::tr("%1, too few to tell whether it keeps up with %2")
            .arg(measured, rateText(offeredPerS(result)));
    case TargetRate::None:
    case TargetRate::Kept:
    case TargetRate::Saturated:
        break;
    }
    return measured;
}

QString sendRate(const RunResult& result)
{
    const QString sent = wholeText(result.counts.sent.value_or(0));
    const QString rate = rateText(imagesPerS(result));
    if (!imagesPerS(result))
        return VerdictWords::tr("%1 images sent").arg(sent);
    if (saturated(result))
        return VerdictWords::tr("the receiver did not keep up with %1 images a second: it took %2")
            .arg(rateText(offeredPerS(result)), rate);
    if (targetRate(result) == TargetRate::Kept)
        return VerdictWords::tr("%1 images sent, %2 a second as intended")
            .arg(sent, rateText(offeredPerS(result)));
    return withTarget(result, VerdictWords::tr("%1 images sent, %2 a second").arg(sent, rate));
}

QString rateWords(const RunResult& result)
{
    if (result.settings.role == Role::Send)
        return sendRate(result);
    const auto rate = imagesPerS(result);
    if (result.counts.classified == 0)
        return VerdictWords::tr("no image was classified");
    if (!rate)
        return result.counts.classified == 1
            ? VerdictWords::tr("one image was classified")
            : VerdictWords::tr("%1 images were classified").arg(wholeText(result.counts.classified));
    if (saturated(result))
        return VerdictWords::tr("this machine did not keep up with %1 images a second: it managed %2")
            .arg(rateText(offeredPerS(result)), rateText(rate));
    if (targetRate(result) == TargetRate::Kept) {
        const QString kept = rateText(offeredPerS(result));
        return result.engine.infers
            ? VerdictWords::tr("this machine kept up with %1 images a second").arg(kept)
            : VerdictWords::tr("without inference this machine kept up with %1 images a second").arg(kept);
    }
    if (result.settings.role == Role::Loopback)
        return withTarget(result,
            result.engine.infers
                ? VerdictWords::tr("this machine classified %1 images a second").arg(rateText(rate))
                : VerdictWords::tr("without inference this machine handled %1 images a second")
                      .arg(rateText(rate)));
    return result.engine.infers
        ? VerdictWords::tr("this machine classified the %1 images a second that came").arg(rateText(rate))
        : VerdictWords::tr("without inference this machine handled the %1 images a second that came")
              .arg(rateText(rate));
}

QString validComplete(const RunResult& result)
{
    const ImageCounts& counts = result.counts;
    if (result.settings.role == Role::Send)
        return VerdictWords::tr("all %1 sent").arg(wholeText(counts.sent.value_or(0)));
    if (counts.lost)
        return VerdictWords::tr("all %1 arrived once").arg(wholeText(counts.received));
    return VerdictWords::tr("%1 came, none was rejected").arg(wholeText(counts.received));
}

QString validAccuracy(const RunResult& result)
{
    if (result.card && result.card->compared > 0) {
        if (result.card->agreed == result.card->compared)
            return VerdictWords::tr("equal to the model card, image by image");
        return VerdictWords::tr("%1 of %2 images as the model card has them")
            .arg(wholeText(result.card->agreed), wholeText(result.card->compared));
    }
    const auto interval = accuracyInterval(result);
    if (!interval)
        return {};
    return VerdictWords::tr("%1 to %2 % (95 %)").arg(percentText(interval->low), percentText(interval->high));
}

QString validLatency(const RunResult& result)
{
    if (result.sendDelay && result.sendDelay->all.samples > 0) {
        const double share = static_cast<double>(result.sendDelay->late)
            / static_cast<double>(result.sendDelay->all.samples);
        return VerdictWords::tr("%1 % of the images missed their intended send time").arg(percentText(share));
    }
    return leavesLatenciesOut(result)
        ? VerdictWords::tr("from the arrival on, without %1 images that waited unread")
              .arg(wholeText(result.reading->waitedImages))
        : VerdictWords::tr("from the arrival on");
}

} // namespace

bool leavesLatenciesOut(const RunResult& result)
{
    return result.reading && result.reading->waitedImages > 0;
}

QString headline(const RunResult& result, const Verdict& verdict)
{
    QString text = (result.end == RunEnd::Stopped ? VerdictWords::tr("Stopped")
                                                  : VerdictWords::tr(wordsOfJudgement(verdict.overall).first))
        + QStringLiteral(": ");
    if (result.end == RunEnd::Failed)
        return text + VerdictWords::tr("the run failed: %1").arg(translated(result.failure)) + u'.';
    text += rateWords(result);
    QStringList more;
    if (const auto share = accuracy(result))
        more << VerdictWords::tr("%1 % classified correctly").arg(percentText(share));
    // Where it is not judged it tells how long the queue was, or the run.
    if (result.latency.p99Ms && verdict[Claim::Latency].judgement != Judgement::NotJudged)
        more << (leavesLatenciesOut(result)
                ? VerdictWords::tr("99 % of the %1 that did not wait unread within %2 ms")
                      .arg(wholeText(result.latency.samples), millisecondsText(result.latency.p99Ms))
                : VerdictWords::tr("99 % within %1 ms").arg(millisecondsText(result.latency.p99Ms)));
    if (!more.isEmpty())
        text += QStringLiteral("; ") + more.join(QStringLiteral(", "));
    return text + u'.';
}

QString claimWords(const RunResult& result, Claim claim)
{
    switch (claim) {
    case Claim::Complete:
        return validComplete(result);
    case Claim::Accuracy:
        return validAccuracy(result);
    case Claim::Throughput:
        return VerdictWords::tr("measured over %1").arg(durationText(result.elapsedS));
    case Claim::Latency:
        return validLatency(result);
    }
    return {};
}

QString claimName(Claim claim)
{
    static constexpr std::array kNames{QT_TRANSLATE_NOOP("VerdictText", "complete"),
        QT_TRANSLATE_NOOP("VerdictText", "accuracy"), QT_TRANSLATE_NOOP("VerdictText", "throughput"),
        QT_TRANSLATE_NOOP("VerdictText", "latency")}; // as in Claim
    return VerdictWords::tr(kNames[static_cast<std::size_t>(claim)]);
}

QChar signOf(Judgement judgement)
{
    return wordsOfJudgement(judgement).sign;
}

QString verdictWords(Judgement judgement)
{
    const char* const word = wordsOfJudgement(judgement).inList;
    return *word == '\0' ? notKnown() : signOf(judgement) + QStringLiteral(" ") + VerdictWords::tr(word);
}

QString verdictWords(const std::string& verdict)
{
    return verdictWords(fields::enumeratorOf<Judgement>(verdict).value_or(Judgement::NotJudged));
}

DataColour colourOf(Judgement judgement)
{
    return wordsOfJudgement(judgement).colour;
}

std::vector<Remark> remarks(const Verdict& verdict)
{
    std::vector<Remark> all;
    if (verdict.outcome)
        all.push_back({Judgement::NotJudged, translated(*verdict.outcome), {}});
    for (const ClaimVerdict& claim : verdict.claims)
        for (const Reason& reason : claim.reasons)
            if (reason.judgement > Judgement::Valid || !reason.advice.empty())
                all.push_back({reason.judgement, translated(reason.what),
                    reason.advice.empty() ? QString() : translated(reason.advice)});
    for (const CriterionVerdict& criterion : verdict.criteria)
        all.push_back(
            {criterion.met ? Judgement::Valid : Judgement::Invalid, translated(criterion.line), {}});
    std::ranges::stable_sort(all, [](const Remark& a, const Remark& b) { return a.judgement > b.judgement; });
    std::vector<Remark> once; // several claims may give one reason
    for (const Remark& remark : all)
        if (std::ranges::none_of(once, [&remark](const Remark& other) {
                return other.what == remark.what && other.advice == remark.advice;
            }))
            once.push_back(remark);
    return once;
}

} // namespace iotbench::ui
