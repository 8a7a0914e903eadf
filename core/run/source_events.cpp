#include "run/source_events.h"

namespace iotbench {

namespace {

Message closingWords(const SourceState& source)
{
    const std::string records = std::to_string(source.records);
    switch (source.end) {
    case SourceEnd::Open:
        return {TR("%1: reading stopped after %2 records"), {source.name, records}};
    case SourceEnd::EndMark:
        return {TR("%1: end mark after %2 records"), {source.name, records}};
    case SourceEnd::WentOn:
        return {TR("%1: end mark after %2 records, but the stream goes on: %3 bytes or more are ignored, "
                   "%4 whole lines among them"),
            {source.name, records, source.afterEndMark.bytes, source.afterEndMark.records}};
    case SourceEnd::EndOfFile:
        return {TR("%1: closed after %2 records"), {source.name, records}};
    case SourceEnd::NoEndMark:
        return {TR("%1: closed without an end mark after %2 records"), {source.name, records}};
    case SourceEnd::ExpectedCount:
        return {TR("%1: all requested records have come, %2 from here"), {source.name, records}};
    case SourceEnd::Idle:
    case SourceEnd::Silent:
        return {
            TR("%1: nothing complete came for too long, closed after %2 records"), {source.name, records}};
    case SourceEnd::Truncated:
        return {TR("%1: truncated in the middle of a record, after %2 complete records"),
            {source.name, std::to_string(source.records ? source.records - 1 : 0)}};
    case SourceEnd::Stalled:
        return {TR("%1: nothing more came in the middle of a record for too long, closed after %2 complete "
                   "records"),
            {source.name, std::to_string(source.records ? source.records - 1 : 0)}};
    case SourceEnd::Reset:
        return {TR("%1: connection failed after %2 records: %3"), {source.name, records, source.failure}};
    }
    return {};
}

bool isWorthAWarning(SourceEnd end)
{
    return end != SourceEnd::Open && (!endedWell(end) || end == SourceEnd::Idle);
}

} // namespace

void SourceEvents::peerConnected(const std::string& name)
{
    m_status.say({TR("%1: connected"), {name}});
}

void SourceEvents::peerLeft(const std::string& name)
{
    m_status.say({TR("%1: left without sending a byte, so it was no sender"), {name}});
}

void SourceEvents::cannotAccept(const Message& why)
{
    m_status.warn({TR("whoever connects now waits until another connection has gone: %1"), {why}});
}

void SourceEvents::sourceOpened(const SourceState& source)
{
    m_changes.opened(source);
}

void SourceEvents::formatDetected(const SourceState& source)
{
    m_changes.formatKnown(source);
    m_status.say({TR("%1: format %2"), {source.name, std::string(toString(*source.format))}});
}

void SourceEvents::sourceClosed(const SourceState& source)
{
    m_changes.closed(source);
    if (isWorthAWarning(source.end))
        m_status.warn(closingWords(source));
    else
        m_status.say(closingWords(source));
}

} // namespace iotbench
