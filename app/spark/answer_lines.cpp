#include "spark/answer_lines.h"

#include "reports/json_reader.h"
#include "reports/report_fields.h"

#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>

namespace iotbench {

namespace {

constexpr std::size_t kFields = 7;
constexpr double kLongestServiceUs = 1e12; // eleven days; far from what nanoseconds cannot hold
constexpr std::string_view kNotClassified = "not classified"; // as WorkerLines says of what a stop left over

constexpr double kMostS = 1e9; // thirty years: far from what nanoseconds cannot hold

std::int64_t roundedNs(double seconds)
{
    return std::llround(seconds * 1e9);
}

// What the keys of a line may hold.
struct NewsFields {
    std::optional<std::string> peer, warning;
    std::optional<WireFormat> format;
    std::optional<std::uint64_t> first;
    std::optional<double> arrivalS, doneS;
    std::optional<RunEnd> end;
    std::optional<SourceEnd> sourceEnd;
    std::string failure;
    std::uint64_t bytes = 0;
    AfterEndMark afterEndMark;
    std::optional<ClusterFacts> cluster;
};

void describe(fields::JsonReader& v, NewsFields& news)
{
    constexpr fields::Limits kTime{.least = -kMostS, .most = kMostS};
    v("peer", news.peer);
    v("warning", news.warning);
    v("format", news.format);
    v("first", news.first);
    v("arrival_s", news.arrivalS, kTime);
    v("done_s", news.doneS, kTime);
    v("end", news.end);
    v("source_end", news.sourceEnd);
    v("failure", news.failure);
    v("bytes", news.bytes);
    v("bytes_after_end_mark", news.afterEndMark.bytes);
    v("records_after_end_mark", news.afterEndMark.records);
    v("cluster", news.cluster);
}

template <typename Number>
bool readNumber(std::string_view text, Number& number, auto... base)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base...);
    return error == std::errc() && end == text.data() + text.size();
}

bool readClass(std::string_view text, std::size_t classes, std::uint8_t& which)
{
    return readNumber(text, which) && which < classes;
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
    fields::JsonReader reader(document.object(), false);
    NewsFields read;
    describe(reader, read);
    if (reader.fault())
        return Error{*reader.fault()};
    ClusterNews news;
    news.peer = read.peer;
    news.warning = read.warning;
    news.format = read.format;
    if (read.first) {
        if (!read.arrivalS || !read.doneS)
            return Error{TR("answers without a place and times")};
        news.answers = {*read.first, roundedNs(*read.arrivalS), roundedNs(*read.doneS)};
    }
    if (read.end)
        news.end = ClusterNews::End{.end = *read.end,
            .sourceEnd = read.sourceEnd.value_or(SourceEnd::Open),
            .failure = verbatim(read.failure),
            .bytes = read.bytes,
            .afterEndMark = read.afterEndMark,
            .cluster = read.cluster.value_or(ClusterFacts{})};
    return news;
}

std::optional<Sample> answeredSample(std::string_view line, bool judged, std::size_t classes)
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
    sample.key = sample.hash;
    if (!readClass(label, classes, sample.label) || !readWithin(serviceUs, kLongestServiceUs, service))
        return std::nullopt;
    if (judged && (!readClass(predicted, classes, sample.predicted) || !readWithin(probability, 1, share)))
        return std::nullopt;
    sample.probability = static_cast<float>(share);
    sample.classified = true;
    sample.doneNs = std::llround(service * 1e3);
    return sample;
}

} // namespace iotbench
