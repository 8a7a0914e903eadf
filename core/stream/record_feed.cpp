#include "stream/record_feed.h"

#include "stream/record_queue.h"
#include "stream/stream_reader.h"

#include <algorithm>

namespace iotbench {

RecordFeed::RecordFeed(const ReaderOptions& options, Parts parts, std::atomic<std::uint64_t>& received)
    : m_options(options)
    , m_parts(parts)
    , m_received(received)
    , m_expectedCame(options.expected == 0)
{
}

std::size_t RecordFeed::handOn(OpenSource& source)
{
    for (std::size_t handedOn = 0;;) {
        const std::size_t framed = m_frameCpu.over([&] { return source.framer.frame(m_records); });
        if (!source.state.format && source.framer.format()) {
            source.state.format = source.framer.format();
            m_parts.observer.formatDetected(source.state);
        }
        const std::size_t pushed = framed > 0 ? push(source, std::span(m_records).first(framed)) : 0;
        handedOn += pushed;
        if (pushed == 0 || pushed < framed || m_expectedCame)
            return handedOn;
    }
}

std::size_t RecordFeed::push(OpenSource& source, std::span<Record> records)
{
    const std::uint64_t before = m_received.load(std::memory_order_relaxed);
    if (m_options.expected)
        records = records.first(std::min<std::uint64_t>(records.size(), *m_options.expected - before));
    if (records.empty())
        return 0;
    const bool waited = m_catchUp.mayGoOn() && m_catchUp.goesOn(m_parts.queue.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].source = source.state.source;
        records[i].ordinal = before + i;
        records[i].sequence = source.state.records + i;
        records[i].waited = waited;
    }
    const std::size_t pushed = m_parts.queue.push(records, m_parts.stop);
    m_queueClosed = pushed < records.size();
    m_catchUp.pushed(pushed);
    source.state.records += pushed;
    m_received.store(before + pushed, std::memory_order_relaxed);
    m_expectedCame = m_options.expected && before + pushed >= *m_options.expected;
    return pushed;
}

} // namespace iotbench
