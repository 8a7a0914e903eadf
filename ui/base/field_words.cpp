#include "ui/base/field_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>

namespace iotbench::ui {
namespace {

struct Word {
    std::string_view name;
    const char* text;
};

constexpr std::array kLabels = std::to_array<Word>({
    {"role", QT_TRANSLATE_NOOP("SetupForm", "What to do")},
    {"modelPath", QT_TRANSLATE_NOOP("SetupForm", "Model")},
    {"images", QT_TRANSLATE_NOOP("SetupForm", "Images")},
    {"normalise", QT_TRANSLATE_NOOP("SetupForm", "Model's input")},
    {"imagesPerSec", QT_TRANSLATE_NOOP("SetupForm", "Rate")},
    {"totalImages", QT_TRANSLATE_NOOP("SetupForm", "Total images")},
    {"duration", QT_TRANSLATE_NOOP("SetupForm", "Duration")},
    {"subtractMean", QT_TRANSLATE_NOOP("SetupForm", "Subtract mean")},
    {"pacing", QT_TRANSLATE_NOOP("SetupForm", "Pacing")},
    {"camera-rate", QT_TRANSLATE_NOOP("SetupForm", "Camera rate")},
    {"seed", QT_TRANSLATE_NOOP("SetupForm", "Seed")},
    {"streams", QT_TRANSLATE_NOOP("SetupForm", "Streams")},
    {"listen", QT_TRANSLATE_NOOP("SetupForm", "Listen at")},
    {"connect", QT_TRANSLATE_NOOP("SetupForm", "Connect to")},
    {"format", QT_TRANSLATE_NOOP("SetupForm", "Format")},
    {"transport", QT_TRANSLATE_NOOP("SetupForm", "Transport")},
    {"senders", QT_TRANSLATE_NOOP("SetupForm", "Senders at once")},
    {"linger", QT_TRANSLATE_NOOP("SetupForm", "Linger")},
    {"idle-timeout", QT_TRANSLATE_NOOP("SetupForm", "Idle time-out")},
    {"wait-timeout", QT_TRANSLATE_NOOP("SetupForm", "Wait time-out")},
    {"engine", QT_TRANSLATE_NOOP("SetupForm", "Engine")},
    {"precision", QT_TRANSLATE_NOOP("SetupForm", "Precision")},
    {"device", QT_TRANSLATE_NOOP("SetupForm", "Device")},
    {"batch-size", QT_TRANSLATE_NOOP("SetupForm", "Batch, at most")},
    {"workers", QT_TRANSLATE_NOOP("SetupForm", "Workers")},
    {"queue", QT_TRANSLATE_NOOP("SetupForm", "Queue")},
    {"warmup", QT_TRANSLATE_NOOP("SetupForm", "Warm-up")},
    {"fresh", QT_TRANSLATE_NOOP("SetupForm", "Measure afresh")},
    {"reportingInterval", QT_TRANSLATE_NOOP("SetupForm", "Reporting interval")},
    {"report", QT_TRANSLATE_NOOP("SetupForm", "Report folder")},
    {"csv", QT_TRANSLATE_NOOP("SetupForm", "Append to CSV file")},
    {"force", QT_TRANSLATE_NOOP("SetupForm", "Overwrite the report")},
    {"label", QT_TRANSLATE_NOOP("SetupForm", "Label")},
    {"no-host", QT_TRANSLATE_NOOP("SetupForm", "Leave out the host's name")},
    {"strict", QT_TRANSLATE_NOOP("SetupForm", "Strict exit code")},
    {"quiet", QT_TRANSLATE_NOOP("SetupForm", "Quiet")},
    {"content-hash", QT_TRANSLATE_NOOP("SetupForm", "Content hash")},
    {"min-accuracy", QT_TRANSLATE_NOOP("SetupForm", "Accuracy, at least")},
    {"require-rate", QT_TRANSLATE_NOOP("SetupForm", "Images/s, at least")},
    {"max-p99", QT_TRANSLATE_NOOP("SetupForm", "Latency p99, at most")},
});

constexpr std::array<std::string_view, 3> kTerminalOnly = {"quiet", "strict", "content-hash"};

// By "key word"; a word that is not here stands for itself.
constexpr std::array kChoices = std::to_array<Word>({
    {"transport tcp", QT_TRANSLATE_NOOP("SetupForm", "TCP, this computer only")},
    {"transport memory", QT_TRANSLATE_NOOP("SetupForm", "memory, the same bytes")},
    {"format auto", QT_TRANSLATE_NOOP("SetupForm", "automatic (sent as keras, told when received)")},
    {"format keras", QT_TRANSLATE_NOOP("SetupForm", "keras (text, as the original)")},
    {"format spark", QT_TRANSLATE_NOOP("SetupForm", "spark (text, whole numbers)")},
    {"format scala", QT_TRANSLATE_NOOP("SetupForm", "scala (text, signed bytes)")},
    {"format cifar", QT_TRANSLATE_NOOP("SetupForm", "cifar (binary records)")},
    {"pacing constant", QT_TRANSLATE_NOOP("SetupForm", "constant")},
    {"pacing poisson", QT_TRANSLATE_NOOP("SetupForm", "poisson (independent cameras)")},
    {"pacing lognormal", QT_TRANSLATE_NOOP("SetupForm", "lognormal (long tail)")},
    {"pacing original", QT_TRANSLATE_NOOP("SetupForm", "original (sends 1.4 times too fast)")},
    {"pacing cameras", QT_TRANSLATE_NOOP("SetupForm", "cameras (whole ones of one rate)")},
    {"normalise auto", QT_TRANSLATE_NOOP("SetupForm", "as the model's card says")},
    {"normalise unit", QT_TRANSLATE_NOOP("SetupForm", "unit (RGB / 255)")},
    {"normalise mean-subtracted", QT_TRANSLATE_NOOP("SetupForm", "mean-subtracted")},
    {"normalise raw", QT_TRANSLATE_NOOP("SetupForm", "raw (0 to 255)")},
    {"subtractMean auto", QT_TRANSLATE_NOOP("SetupForm", "as the model wants it")},
    {"subtractMean true", QT_TRANSLATE_NOOP("SetupForm", "yes")},
    {"subtractMean false", QT_TRANSLATE_NOOP("SetupForm", "no")},
});

constexpr std::array kUnits = std::to_array<Word>({
    {"s", QT_TRANSLATE_NOOP("SetupForm", "s")},
    {"images", QT_TRANSLATE_NOOP("SetupForm", "images")},
    {"images/s", QT_TRANSLATE_NOOP("SetupForm", "images/s")},
    {"streams", QT_TRANSLATE_NOOP("SetupForm", "streams")},
    {"senders", QT_TRANSLATE_NOOP("SetupForm", "senders")},
});

const Setting* settingWithField(const QString& option)
{
    const Setting* const setting = findOption(option.toStdString());
    return setting && hasField(*setting) ? setting : nullptr;
}

// " (see --list-models)", "; never with --quiet"
QString withoutAsides(QString text)
{
    static const QRegularExpression aside(
        QStringLiteral(" \\([^()]*--([\\w-]+)[^()]*\\)|; [^;().]*--([\\w-]+)[^;().]*"));
    qsizetype from = 0;
    for (auto found = aside.match(text); found.hasMatch(); found = aside.match(text, from)) {
        from = found.capturedEnd();
        if (settingWithField(found.captured(1) + found.captured(2)))
            continue;
        from = found.capturedStart();
        text.remove(from, found.capturedLength());
    }
    return text;
}

template <typename Words>
QString lookUp(const Words& words, std::string_view name)
{
    for (const Word& word : words) {
        if (word.name == name)
            return QCoreApplication::translate("SetupForm", word.text);
    }
    return {};
}

} // namespace

bool hasField(const Setting& setting)
{
    return std::ranges::find(kTerminalOnly, setting.key) == kTerminalOnly.end();
}

QString fieldLabel(const Setting& setting)
{
    const QString label = lookUp(kLabels, setting.key);
    return label.isEmpty() ? QString::fromLatin1(setting.key) : label; // a setting that is new in the table
}

QString withFieldLabels(const QString& words)
{
    static const QRegularExpression option(
        QStringLiteral("(?<![\\w-])(?<!ulimit )(?:--([A-Za-z][A-Za-z0-9-]+)|-([a-z])(?![\\w-]))"));
    const QString text = withoutAsides(words);
    QString result;
    qsizetype taken = 0;
    for (const QRegularExpressionMatch& match : option.globalMatch(text)) {
        const Setting* const setting = settingWithField(match.captured(1) + match.captured(2));
        if (!setting)
            continue;
        result += text.sliced(taken, match.capturedStart() - taken)
            + QCoreApplication::translate("SetupForm", "“%1”").arg(fieldLabel(*setting));
        if (match.captured(2) == QLatin1String("s")) // at the sender, which may be on a terminal
            result += QStringLiteral(" (-s)");
        taken = match.capturedEnd();
    }
    return result + text.sliced(taken);
}

QString choiceLabel(const Setting& setting, std::string_view word)
{
    const QString label = lookUp(kChoices, std::string(setting.key) + ' ' + std::string(word));
    return label.isEmpty() ? QString::fromUtf8(word) : label;
}

QString unitLabel(const Setting& setting)
{
    const QString label = lookUp(kUnits, setting.unit);
    return label.isEmpty() ? QString::fromLatin1(setting.unit) : label;
}

QString groupLabel(SettingGroup group)
{
    return QCoreApplication::translate("Settings", groupTitle(group)).section(u':', 0, 0); // no exit codes
}

QString engineLabel(const std::string& name)
{
    if (name == "opencv")
        return QStringLiteral("OpenCV DNN");
    if (name == "openvino")
        return QStringLiteral("OpenVINO");
    if (name == "onnxruntime")
        return QStringLiteral("ONNX Runtime");
    return QString::fromStdString(name);
}

} // namespace iotbench::ui
