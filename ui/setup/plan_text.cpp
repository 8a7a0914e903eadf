#include "ui/setup/plan_text.h"

#include "settings/endpoint_text.h"
#include "settings/settings_table.h"
#include "statistics/figure_text.h"
#include "ui/base/field_words.h"
#include "ui/base/figures.h"
#include "ui/base/other_end.h"
#include "ui/base/translated.h"
#include "ui/setup/number_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace iotbench::ui {
namespace {

constexpr double kTrustedS = 9.5; // verdict.h: shorter is WEAK
constexpr std::uint64_t kTrustedImages = 1000; // the same

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

QString bold(const QString& text)
{
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

QString formatWords(std::optional<WireFormat> format)
{
    if (!format)
        return PlanText::tr("in any of the four formats");
    return isText(*format) ? PlanText::tr("as text (%1)").arg(QString::fromUtf8(toString(*format)))
                           : PlanText::tr("as binary records (%1)").arg(QString::fromUtf8(toString(*format)));
}

QString imagesAtStart(const Settings& s) // of a sentence
{
    return s.images.empty() ? PlanText::tr("Test images") : PlanText::tr("Images of your own");
}

QString amountWords(const Settings& s, bool atStart)
{
    const QString images
        = s.images.empty() ? PlanText::tr("test images") : PlanText::tr("images of your own");
    const QString amount = s.totalImages ? wholeText(*s.totalImages) + u' ' + images
        : atStart                        ? imagesAtStart(s)
                                         : images;
    if (s.imagesPerSecond == 0)
        return PlanText::tr("%1 leave as fast as they are taken").arg(amount);
    return PlanText::tr("%1 leave at %2 a second").arg(amount, rateText(s.imagesPerSecond));
}

QString lengthWords(const Settings& s)
{
    if (const auto seconds = intendedSeconds(s))
        return s.imagesPerSecond == 0 || !s.totalImages
            ? PlanText::tr(" It takes %1.").arg(bold(durationText(*seconds)))
            : PlanText::tr(" It takes about %1.").arg(bold(durationText(*seconds)));
    return PlanText::tr(" How long it takes shows what this machine can do.");
}

QString streamsWords(const Settings& s)
{
    return s.streams > 1 ? PlanText::tr(" in %1 streams").arg(wholeText(s.streams)) : QString();
}

QString workersWords(unsigned workers)
{
    if (workers == 0)
        return PlanText::tr("as many workers as pay");
    return workers == 1 ? PlanText::tr("one worker") : PlanText::tr("%1 workers").arg(wholeText(workers));
}

QString classifiedWords(const Settings& s, const QString& engineTitle)
{
    if (s.engine == "null")
        return PlanText::tr("decoded on %1 and not classified, to measure this program itself")
            .arg(workersWords(s.workers));
    const QString model = QString::fromStdString(s.model).section(u'/', -1);
    return PlanText::tr("classified by %1 with %2 on %3, and compared with their labels")
        .arg(bold(model), engineTitle.toHtmlEscaped(), workersWords(s.workers));
}

QString loopbackSentence(const Settings& s, const QString& engineTitle)
{
    const QString way = s.transport == TransportKind::Tcp ? PlanText::tr("over a local TCP connection")
                                                          : PlanText::tr("through memory");
    QString text = PlanText::tr("%1 %2%3 %4, are read back, %5.")
                       .arg(amountWords(s, true), formatWords(s.format), streamsWords(s), way,
                           classifiedWords(s, engineTitle));
    text += lengthWords(s);
    if (s.imagesPerSecond > 0)
        text += PlanText::tr(" A rate that this machine cannot keep is reported as saturated.");
    return text;
}

QString receiveSentence(const Settings& s, const QString& engineTitle)
{
    const QString from = s.listen
        ? PlanText::tr("Waits for a sender on %1; its images, %2, are %3.")
              .arg(bold(QString::fromStdString(endpointText(*s.listen))))
        : PlanText::tr("Connects to the sender at %1; its images, %2, are %3.")
              .arg(bold(s.connect ? QString::fromStdString(endpointText(*s.connect)) : QString()));
    QString text = from.arg(formatWords(s.format), classifiedWords(s, engineTitle));
    if (s.totalImages)
        text += PlanText::tr(" The run ends after %1 images.").arg(bold(wholeText(*s.totalImages)));
    else if (s.durationS > 0)
        text += PlanText::tr(" The run ends after %1 at most.").arg(bold(durationText(s.durationS)));
    else
        text += PlanText::tr(" The run ends with the sender's end mark, or when no more comes.");
    return text;
}

QString sendSentence(const Settings& s)
{
    const QString to = s.listen
        ? PlanText::tr("to whoever connects to %1").arg(bold(QString::fromStdString(endpointText(*s.listen))))
        : PlanText::tr("to the receiver at %1")
              .arg(bold(s.connect ? QString::fromStdString(endpointText(*s.connect)) : QString()));
    return PlanText::tr("%1 %2%3 %4.").arg(amountWords(s, true), formatWords(s.format), streamsWords(s), to)
        + lengthWords(s);
}

} // namespace

QString planSentence(const Settings& effective, const QString& engineTitle)
{
    switch (effective.role) {
    case Role::Send:
        return sendSentence(effective);
    case Role::Receive:
        return receiveSentence(effective, engineTitle);
    case Role::Loopback:
    case Role::Worker:
        break;
    }
    return loopbackSentence(effective, engineTitle);
}

static QString goalWords(const SearchGoal& goal)
{
    const QString limit = bold(PlanText::tr("%1 ms").arg(shownNumber(shortText(goal.limitMs, 3))));
    return goal.cameras()
        ? PlanText::tr("Finds how many cameras of %1 images a second this machine serves while 99 of 100 "
                       "images are classified within %2.")
              .arg(bold(shownNumber(shortText(goal.cameraRatePerS, 3))), limit)
        : PlanText::tr("Finds how many images a second this machine holds while 99 of 100 are classified "
                       "within %1.")
              .arg(limit);
}

QString searchSentence(const Settings& s, const SearchGoal& goal, const QString& engineTitle)
{
    return goalWords(goal)
        + PlanText::tr(" %1 leave %2, are read back, %3.")
              .arg(imagesAtStart(s), formatWords(s.format), classifiedWords(s, engineTitle))
        + PlanText::tr(
            " Probes of %1 at most close in on the limit, and two more confirm the answer: it takes "
            "some minutes.")
              .arg(durationText(goal.mostProbeS));
}

QString seriesSentence(const Settings& s, const PlannedSeries& series, const std::optional<SearchGoal>& goal,
    const QString& engineTitle)
{
    const SweepExtent& extent = series.extent;
    const QString length = bold(durationText(extent.seconds));
    const QString took = extent.known ? PlanText::tr("about %1 in all").arg(length)
                                      : PlanText::tr("more than %1 in all").arg(length);
    const QString runs = bold(wholeText(extent.runs));
    if (!series.sweep)
        return planSentence(s, engineTitle)
            + PlanText::tr(" This run is made %1 times, %2: how far do the rates differ?").arg(runs, took);
    if (goal)
        return PlanText::tr("Makes this search with each of %1 combinations in random order, %2. ")
                   .arg(bold(wholeText(extent.combinations)), took)
            + goalWords(*goal); // with settings that differ
    const std::size_t repeats = extent.combinations > 0 ? extent.runs / extent.combinations : 0;
    return PlanText::tr("Tries %1 combinations, %2 of each in random order: %3 runs, %4. Those within 3 % of "
                        "the best run as often again. Each run: %5 %6, are read back and classified.")
        .arg(bold(wholeText(extent.combinations)),
            repeats == 1 ? PlanText::tr("one run") : PlanText::tr("%1 runs").arg(wholeText(repeats)), runs,
            took, amountWords(s, false), formatWords(s.format));
}

std::vector<QString> seriesRemarks(const PlannedSeries& series)
{
    std::vector<QString> remarks;
    if (series.extent.combinations > StudyOptions::kMostUnasked)
        remarks.push_back(PlanText::tr("%1 combinations are many: %2 runs.")
                              .arg(wholeText(series.extent.combinations), wholeText(series.extent.runs)));
    std::vector<std::pair<Message, std::size_t>> reasons; // each once
    for (const SkippedPoint& point : series.skipped) {
        const auto known = std::ranges::find(reasons, point.reason, &std::pair<Message, std::size_t>::first);
        if (known == reasons.end())
            reasons.emplace_back(point.reason, 1);
        else
            ++known->second;
    }
    for (const auto& [reason, count] : reasons)
        remarks.push_back(
            PlanText::tr("%1 of %2 combinations cannot be run: %3")
                .arg(wholeText(count), wholeText(series.extent.combinations + series.skipped.size()),
                    translated(reason)));
    return remarks;
}

std::optional<double> intendedSeconds(const Settings& s)
{
    if (s.role == Role::Receive)
        return std::nullopt;
    std::optional<double> seconds;
    if (s.totalImages && s.imagesPerSecond > 0)
        seconds = static_cast<double>(*s.totalImages) / s.imagesPerSecond;
    if (s.durationS > 0)
        seconds = std::min(seconds.value_or(s.durationS), s.durationS);
    return seconds;
}

std::vector<QString> foreseenRemarks(const Settings& s, const ModelSeen& model, bool search)
{
    std::vector<QString> remarks;
    if (const auto seconds = intendedSeconds(s); !search && seconds && *seconds < kTrustedS)
        remarks.push_back(PlanText::tr("Throughput will be weak: %1 is too short, under 9.5 s.")
                              .arg(durationText(*seconds)));
    if (s.role == Role::Send)
        return remarks;
    const double most = s.totalImages              ? static_cast<double>(*s.totalImages)
        : s.durationS > 0 && s.imagesPerSecond > 0 ? s.durationS * s.imagesPerSecond
                                                   : kTrustedImages;
    if (s.engine != "null" && !search && most < kTrustedImages)
        remarks.push_back(PlanText::tr("Accuracy will be weak: %1 images are fewer than 1,000.")
                              .arg(wholeText(static_cast<std::uint64_t>(most))));
    if (!model.asked.isEmpty() && model.fault.empty() && !model.normalisation && !s.normalise)
        remarks.push_back(PlanText::tr("The model has no card: its input is taken to be 0 to 1. See More."));
    if (s.pacing == Pacing::Original)
        remarks.push_back(PlanText::tr("The original's pacing sends 1.4 times too fast; there is no latency "
                                       "from an intended send time."));
    if (listensToNetwork(s))
        remarks.push_back(PlanText::tr("Everyone who can reach this machine can connect."));
    return remarks;
}

std::vector<Station> stations(const Settings& s, bool search, const std::vector<SweptSetting>& swept)
{
    const QString format = s.format ? QString::fromUtf8(toString(*s.format)) : PlanText::tr("any format");
    const std::optional<Endpoint>& end = s.listen ? s.listen : s.connect;
    const bool memory = s.role == Role::Loopback && s.transport == TransportKind::Memory;
    const QString rate = search ? PlanText::tr("probe by probe")
        : s.imagesPerSecond > 0 ? rateText(s.imagesPerSecond) + QStringLiteral("/s")
                                : PlanText::tr("at full speed");
    std::vector<Station> way;
    way.push_back({PlanText::tr("Sender"), s.role == Role::Receive ? PlanText::tr("elsewhere") : rate});
    way.push_back({memory ? PlanText::tr("Memory") : QStringLiteral("TCP"),
        memory    ? PlanText::tr("same bytes")
            : end ? QString::fromStdString(endpointText(*end))
                  : QStringLiteral("127.0.0.1")});
    if (s.role == Role::Send) {
        way.push_back({PlanText::tr("Receiver"), PlanText::tr("elsewhere")});
        return way;
    }
    way.push_back({PlanText::tr("Decode"), format});
    // What a sweep varies stands there with all its values.
    const auto shown = [&swept](std::string_view key, const QString& asSet) {
        const auto varied = std::ranges::find_if(
            swept, [key](const SweptSetting& each) { return each.setting->key == key; });
        return varied == swept.end() ? asSet : QString::fromStdString(varied->valuesText());
    };
    const QString times = QStringLiteral("× %1").arg(
        shown("workers", s.workers == 0 ? PlanText::tr("auto") : QString::number(s.workers)));
    const QString precision = shown("precision", QString::fromUtf8(toString(s.precision)));
    const QString engine = shown("engine", QString());
    if (!engine.isEmpty())
        way.push_back({PlanText::tr("Engines"), QStringLiteral("%1 %2").arg(engine, times)});
    else
        way.push_back({engineLabel(s.engine),
            s.engine == "null" ? times : QStringLiteral("%1 %2").arg(precision, times)});
    way.push_back({PlanText::tr("Report"), QStringLiteral("CSV, JSON")});
    return way;
}

} // namespace iotbench::ui
