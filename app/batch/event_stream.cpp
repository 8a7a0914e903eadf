#include "batch/event_stream.h"

#include "base/system_clock.h"
#include "reports/json_writer.h"
#include "reports/report_fields.h"
#include "reports/schema_writer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace iotbench {

template <>
inline constexpr unsigned kEnumerators<WatchedKind> = 4;

std::string_view toString(WatchedKind kind)
{
    switch (kind) {
    case WatchedKind::Run:
        return "run";
    case WatchedKind::Search:
        return "search";
    case WatchedKind::Repeat:
        return "repeat";
    case WatchedKind::Sweep:
        break;
    }
    return "sweep";
}

// What a line says beside its event.
template <typename Event>
struct EventLine {
    std::int64_t unixMs = 0;
    Event event;
};

template <typename V>
static void describeRateInterval(V& v, const std::optional<Interval>& interval)
{
    v("images_per_s_low", interval ? std::optional(interval->low) : std::nullopt);
    v("images_per_s_high", interval ? std::optional(interval->high) : std::nullopt);
}

template <typename V>
void describe(V& v, StartedEvent& event)
{
    v("kind", event.kind);
    v.settings("settings", event.settings);
    v("probes", event.probes);
}

template <typename V>
void describe(V& v, LineEvent& event)
{
    v("text", event.text);
}

template <typename V>
void describe(V& v, NoteEvent& event)
{
    v("text", event.text);
}

template <typename V>
void describe(V& v, WarningEvent& event)
{
    v("text", event.text);
}

template <typename V>
void describe(V& v, IntervalEvent& event)
{
    fields::Judged<IntervalRow> row{event.row, event.judged};
    describe(v, row);
}

template <typename V>
void describe(V& v, ProbeEvent& event)
{
    v("number", event.number);
    v("purpose", event.purpose);
    v("load", event.load);
    v("combination", event.combination);
    v("seed", event.seed);
    v("images", event.images);
    v("images_per_s", event.imagesPerS);
    describeRateInterval(v, event.rateInterval);
    v("latency_p99_ms", event.p99Ms);
    v.percent("over_pct", event.overLimit);
    v.percent("accuracy_pct", event.accuracy);
    v("result", event.result);
    v("verdict", event.verdict);
}

template <typename V>
void describe(V& v, FinishedEvent& event)
{
    v("kind", event.kind);
    v("exit_code", event.exitCode);
    v("outcome", event.outcome);
    v("verdict", event.verdict);
    v("images", event.images);
    v("images_per_s", event.imagesPerS);
    describeRateInterval(v, event.rateInterval);
    v("latency_p99_ms", event.p99Ms);
    v.percent("accuracy_pct", event.accuracy);
    v("study", event.study);
    v("text", event.text);
}

template <typename V>
void describe(V& v, ErrorEvent& event)
{
    v("text", event.text);
    v("exit_code", event.exitCode);
}

template <typename V, typename Event>
void describe(V& v, EventLine<Event>& line)
{
    v.constant("schema_version", kProgressSchemaVersion);
    v.constant("event", Event::kName);
    v.time("time", line.unixMs);
    describe(v, line.event);
}

template <typename Event>
void EventStream::tell(const Event& event)
{
    const EventLine<Event> line{wallClockMs(), event};
    const QByteArray bytes
        = QJsonDocument(fields::written(line).object()).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), m_file);
    std::fflush(m_file);
}

template void EventStream::tell(const StartedEvent&);
template void EventStream::tell(const LineEvent&);
template void EventStream::tell(const NoteEvent&);
template void EventStream::tell(const WarningEvent&);
template void EventStream::tell(const ProbeEvent&);
template void EventStream::tell(const FinishedEvent&);
template void EventStream::tell(const ErrorEvent&);

void EventStream::tellIntervals(const std::vector<IntervalRow>& rows, bool judged, bool isOver)
{
    const std::size_t count = isOver || rows.empty() ? rows.size() : rows.size() - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const double endS = rows[i].startS + rows[i].lengthS;
        if (endS <= m_intervalsToldS)
            continue;
        tell(IntervalEvent{rows[i], judged});
        m_intervalsToldS = endS;
    }
}

template <typename... Events>
static QJsonArray schemasOf()
{
    return {fields::SchemaWriter::of<EventLine<Events>>({})...};
}

QJsonObject eventSchema()
{
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "A line of iotbench --progress jsonl"},
        {"oneOf",
            schemasOf<StartedEvent, LineEvent, NoteEvent, WarningEvent, IntervalEvent, ProbeEvent,
                FinishedEvent, ErrorEvent>()}};
}

} // namespace iotbench
