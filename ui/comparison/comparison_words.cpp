#include "ui/comparison/comparison_words.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/translated.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench::ui {
namespace {

using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

constexpr double kTwicePercent = 100; // from here on, and from half on, a factor reads better
constexpr double kHalfPercent = -50;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

QString signedText(double value, int decimals)
{
    const double shown = std::round(value * std::pow(10, decimals)); // what reads as 0 has no sign
    const QString text = decimalText(std::abs(value), decimals);
    return (shown < 0 ? QString(QChar(u'\u2212')) : shown > 0 ? QStringLiteral("+") : QString()) + text;
}

bool asFactor(const MetricDifference& row)
{
    return row.metric != Metric::Accuracy
        && (row.difference >= kTwicePercent || row.difference <= kHalfPercent);
}

// Of one end of the interval or of the difference itself.
QString sizeText(const MetricDifference& row, double difference)
{
    if (row.metric == Metric::Accuracy)
        return signedText(difference, 2);
    if (asFactor(row))
        return decimalText(1 + difference / 100, 2);
    return signedText(difference, std::abs(difference) < 1 ? 2 : 1);
}

QString withUnit(const MetricDifference& row, const QString& sizes)
{
    if (row.metric == Metric::Accuracy)
        return Words::tr("%1 points").arg(sizes);
    return asFactor(row) ? Words::tr("%1 times").arg(sizes) : Words::tr("%1 %").arg(sizes);
}

struct MetricWords {
    Metric metric;
    const char* title;
    const char* higher; // it is
    const char* lower;
};

constexpr std::array kMetricWords = std::to_array<MetricWords>({
    {Metric::HeldCameras, QT_TRANSLATE_NOOP("Comparison", "Cameras held"),
        QT_TRANSLATE_NOOP("Comparison", "more"), QT_TRANSLATE_NOOP("Comparison", "fewer")},
    {Metric::HeldRate, QT_TRANSLATE_NOOP("Comparison", "Images/s held"),
        QT_TRANSLATE_NOOP("Comparison", "more"), QT_TRANSLATE_NOOP("Comparison", "fewer")},
    {Metric::Rate, QT_TRANSLATE_NOOP("Comparison", "Images/s"), QT_TRANSLATE_NOOP("Comparison", "faster"),
        QT_TRANSLATE_NOOP("Comparison", "slower")},
    {Metric::LatencyP50, QT_TRANSLATE_NOOP("Comparison", "Latency p50, ms"),
        QT_TRANSLATE_NOOP("Comparison", "slower"), QT_TRANSLATE_NOOP("Comparison", "faster")},
    {Metric::LatencyP99, QT_TRANSLATE_NOOP("Comparison", "Latency p99, ms"),
        QT_TRANSLATE_NOOP("Comparison", "slower"), QT_TRANSLATE_NOOP("Comparison", "faster")},
    {Metric::Accuracy, QT_TRANSLATE_NOOP("Comparison", "Accuracy, %"),
        QT_TRANSLATE_NOOP("Comparison", "higher"), QT_TRANSLATE_NOOP("Comparison", "lower")},
    {Metric::CpuPerImage, QT_TRANSLATE_NOOP("Comparison", "CPU time an image, µs"),
        QT_TRANSLATE_NOOP("Comparison", "more"), QT_TRANSLATE_NOOP("Comparison", "less")},
});

const MetricWords& wordsOf(Metric metric)
{
    return *std::ranges::find(kMetricWords, metric, &MetricWords::metric);
}

// What holds with the load that does not.
QString heldText(Metric metric, double holdsAt, const std::optional<double>& failsAt)
{
    const auto load = [metric](double value) {
        return metric == Metric::HeldCameras ? decimalText(value, 0) : rateText(value);
    };
    return failsAt ? Words::tr("%1 (not %2)").arg(load(holdsAt), load(*failsAt))
                   : Words::tr("%1 or more").arg(load(holdsAt));
}

QString valueText(Metric metric, double value, const std::optional<double>& failsAt)
{
    if (studies::isHeld(metric))
        return heldText(metric, value, failsAt);
    if (metric == Metric::Rate)
        return rateText(value);
    return decimalText(value, metric == Metric::Accuracy || std::abs(value) < 10 ? 2 : 1);
}

QString inLetters(const Message& message, const ComparedRuns& compared)
{
    return translated(
        withoutFolders(message, compared.runs, [](const ComparedRunLine& run) { return run.letter; }));
}

} // namespace

QString metricTitle(Metric metric)
{
    return Words::tr(wordsOf(metric).title);
}

QString baseText(const MetricDifference& row)
{
    return row.word == DifferenceWord::NotComparable ? notKnown()
                                                     : valueText(row.metric, row.base, row.baseFailsAt);
}

QString nextText(const MetricDifference& row)
{
    return row.word == DifferenceWord::NotComparable ? notKnown()
                                                     : valueText(row.metric, row.next, row.nextFailsAt);
}

QString differenceText(const MetricDifference& row)
{
    return row.word == DifferenceWord::NotComparable ? notKnown()
                                                     : withUnit(row, sizeText(row, row.difference));
}

QString intervalText(const MetricDifference& row)
{
    if (!row.interval)
        return notKnown();
    return withUnit(
        row, Words::tr("%1 to %2").arg(sizeText(row, row.interval->low), sizeText(row, row.interval->high)));
}

QString differenceWords(const MetricDifference& row)
{
    if (row.word == DifferenceWord::NotKnown)
        return Words::tr("not known");
    if (row.word == DifferenceWord::NotComparable)
        return Words::tr("not comparable");
    if (row.word == DifferenceWord::NoneShown)
        return Words::tr("no difference shown");
    const MetricWords& words = wordsOf(row.metric);
    return Words::tr(row.word == DifferenceWord::Higher ? words.higher : words.lower);
}

QString sentence(const ComparedRuns& compared)
{
    QStringList lines;
    for (const ComparedPair& pair : compared.report.pairs)
        lines << inLetters(pair.sentence, compared);
    return lines.join(u'\n');
}

QStringList namesOf(const ComparedRuns& compared)
{
    QStringList names;
    for (std::size_t i = 0; i < compared.runs.size(); ++i)
        names << QStringLiteral("%1: %2").arg(letterOf(i)).arg(compared.runs[i].name);
    return names;
}

QStringList remarksOf(const ComparedRuns& compared)
{
    QStringList cautions, remarks;
    for (std::size_t i = 0; i < compared.report.pairs.size(); ++i) {
        const ComparedPair& pair = compared.report.pairs[i];
        for (const Message& caution : pair.cautions)
            cautions << QChar(kCautionSign) + QStringLiteral(" ") + inLetters(caution, compared);
        for (const NotCompared& left : pair.notCompared)
            remarks << QStringLiteral("– ")
                    + Words::tr("%1 of %2 and A is not compared: %3")
                          .arg(metricTitle(left.metric))
                          .arg(letterOf(i + 1))
                          .arg(inLetters(left.why, compared));
        for (const Message& note : pair.notes)
            remarks << QStringLiteral("– ") + inLetters(note, compared);
    }
    cautions += remarks;
    cautions.removeDuplicates();
    return cautions;
}

} // namespace iotbench::ui
