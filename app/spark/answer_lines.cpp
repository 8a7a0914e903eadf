#include "spark/answer_lines.h"

#include "reports/cluster_json.h"
#include "reports/json_reading.h"

#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>

namespace iotbench {

namespace {

constexpr std::size_t kFields = 7;
constexpr double kLongestServiceUs = 1e12; // eleven days; far from what nanoseconds cannot hold
constexpr std::string_view kNotClassified = "not classified"; // as WorkerLines says of what a stop left over

std::optional<std::string> maybeText(const QJsonValue& value)
{
    return value.isString() ? std::optional(json::text(value)) : std::nullopt;
}

// Of a run's clock; what is not known, or would not fit, is empty.
std::optional<std::int64_t> nanoseconds(const QJsonValue& seconds)
{
    constexpr double kMostS = 1e9; // thirty years
    const double value = seconds.toDouble(NAN);
    return std::abs(value) <= kMostS ? std::optional(std::llround(value * 1e9)) : std::nullopt;
}

std::optional<ClusterNews::Answers> answersFrom(const QJsonObject& object)
{
    const qint64 first = object["first"].toInteger(-1);
    const auto arrivalNs = nanoseconds(object["arrival_s"]);
    const auto doneNs = nanoseconds(object["done_s"]);
    if (first < 0 || !arrivalNs || !doneNs)
        return std::nullopt;
    return ClusterNews::Answers{static_cast<std::uint64_t>(first), *arrivalNs, *doneNs};
}

template <typename Number>
bool readNumber(std::string_view text, Number& number, auto... base)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base...);
    return error == std::errc() && end == text.data() + text.size();
}

bool readClass(std::string_view text, std::uint8_t& which)
{
    return readNumber(text, which) && which < kClassCount;
}

bool readWithin(std::string_view text, double most, double& number)
{
    return readNumber(text, number) && number >= 0 && number <= most; // no NaN is
}

std::optional<RejectReason> reasonFrom(std::string_view words)
{
    for (std::size_t i = 1; i < kRejectReasonCount; ++i)
        if (toString(static_cast<RejectReason>(i)) == words)
            return static_cast<RejectReason>(i);
    return std::nullopt;
}

} // namespace

Result<ClusterNews> clusterNews(std::string_view line)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
    if (!document.isObject())
        return Error{TR("not a JSON object")};
    const QJsonObject object = document.object();
    ClusterNews news;
    news.peer = maybeText(object["peer"]);
    news.transport = maybeText(object["transport"]);
    news.warning = maybeText(object["warning"]);
    if (const auto format = maybeText(object["format"]))
        news.format = wireFormatFromString(*format);
    if (object.contains("first")) {
        news.answers = answersFrom(object);
        if (!news.answers)
            return Error{TR("answers without a place and times")};
    }
    if (object["end"].isString())
        news.end = ClusterNews::End{.end = json::valueOf<RunEnd>(object["end"], RunEnd::Failed),
            .sourceEnd = json::valueOf<SourceEnd>(object["source_end"], SourceEnd::Open),
            .failure = verbatim(json::text(object["failure"])),
            .bytes = json::count(object["bytes"]),
            .cluster = clusterFrom(object["cluster"]).value_or(ClusterFacts{})};
    return news;
}

std::optional<Sample> answeredSample(std::string_view line, bool judged)
{
    std::array<std::string_view, kFields> fields;
    for (std::size_t i = 0; i < kFields; ++i) {
        const std::size_t comma = line.find(',');
        if ((comma == std::string_view::npos) != (i == kFields - 1))
            return std::nullopt;
        fields[i] = line.substr(0, comma);
        line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
    const auto [index, label, predicted, probability, serviceUs, reason, hash] = fields;

    Sample sample;
    if (!reason.empty()) {
        if (reason == kNotClassified)
            return sample;
        const auto known = reasonFrom(reason);
        if (!known)
            return std::nullopt;
        sample.reason = *known;
        return sample;
    }
    double service = 0;
    double share = 0;
    if (!readNumber(hash, sample.hash, 16) || sample.hash == 0)
        return std::nullopt;
    if (!readClass(label, sample.label) || !readWithin(serviceUs, kLongestServiceUs, service))
        return std::nullopt;
    if (judged && (!readClass(predicted, sample.predicted) || !readWithin(probability, 1, share)))
        return std::nullopt;
    sample.probability = static_cast<float>(share);
    sample.classified = true;
    sample.doneNs = std::llround(service * 1e3);
    return sample;
}

} // namespace iotbench
