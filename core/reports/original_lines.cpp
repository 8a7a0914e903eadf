#include "reports/original_lines.h"

#include "statistics/figure_text.h"

#include <array>
#include <ctime>

namespace iotbench {
namespace {

std::string isoSeconds(std::int64_t unixS)
{
    const auto seconds = static_cast<std::time_t>(unixS);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
    return {text.data(), length};
}

// Rounds down before 1970 too, so that the milliseconds left over are never negative.
std::int64_t wholeSeconds(std::int64_t unixMs)
{
    return unixMs >= 0 ? unixMs / 1000 : (unixMs - 999) / 1000;
}

std::string stamped(std::int64_t unixMs, std::string_view text)
{
    return isoTimeS(unixMs) + ": " + std::string(text);
}

} // namespace

std::string isoTimeS(std::int64_t unixMs)
{
    return isoSeconds(wholeSeconds(unixMs)) + 'Z';
}

std::string isoTimeMs(std::int64_t unixMs)
{
    const std::int64_t seconds = wholeSeconds(unixMs);
    const std::string thousandths
        = std::to_string(1000 + unixMs - seconds * 1000); // "1007": three digits kept
    return isoSeconds(seconds) + '.' + thousandths.substr(1) + 'Z';
}

std::string loadedModelLine(std::string_view modelPath)
{
    return "Loaded trained model " + std::string(modelPath);
}

std::string startSendLine()
{
    return "Start send program";
}

std::string classifiedLine(std::int64_t unixMs, std::uint64_t images)
{
    return stamped(unixMs, std::to_string(images) + " images classified");
}

std::string summaryLine(std::uint64_t images, double elapsedS, std::optional<std::uint64_t> correct)
{
    const auto count = static_cast<double>(images);
    const double perS = elapsedS > 0 ? count / elapsedS : 0;
    std::string line = "Inferenced " + std::to_string(images) + " images in " + fixedText(elapsedS, 1)
        + " seconds or " + fixedText(perS, 1) + " images/second";
    if (correct) {
        const double pct = images ? 100.0 * static_cast<double>(*correct) / count : 0;
        line += ", with " + std::to_string(*correct) + " or " + fixedText(pct, 1) + "% correctly classified";
    }
    return line;
}

std::string sendingLine(std::int64_t unixMs, const SendingLine& line)
{
    std::string text = "Sending ";
    if (line.imagesPerS > 0)
        text += shortText(line.imagesPerS, 6) + " images per second";
    else
        text += "as many images per second as are taken";
    if (line.totalImages)
        text += " for a total of " + std::to_string(*line.totalImages) + " images";
    if (line.durationS > 0)
        text += " for " + shortText(line.durationS, 3) + " seconds";
    if (line.meanSubtracted)
        text += " with pixel mean subtracted";
    return stamped(unixMs, text);
}

std::string sentLine(std::int64_t unixMs, std::uint64_t images)
{
    return stamped(unixMs, std::to_string(images) + " images sent");
}

std::string streamEndedLine(std::int64_t unixMs)
{
    return stamped(unixMs, "Image stream ended");
}

} // namespace iotbench
