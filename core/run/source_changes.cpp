#include "run/source_changes.h"

#include <utility>

namespace iotbench {

void SourceChanges::tell(Kind kind, const SourceState& source)
{
    const std::lock_guard lock(m_mutex);
    m_told.push_back({kind, source});
    m_any.store(true, std::memory_order_release);
}

void SourceChanges::applyTo(RunCounts& counts)
{
    if (!m_any.load(std::memory_order_acquire))
        return;
    std::vector<Change> told;
    {
        const std::lock_guard lock(m_mutex);
        told.swap(m_told);
        m_any.store(false, std::memory_order_relaxed);
    }
    for (Change& change : told) {
        switch (change.kind) {
        case Kind::Opened:
            counts.openSource(change.source.source, std::move(change.source.name));
            break;
        case Kind::Format:
            counts.setFormat(change.source.source, *change.source.format);
            break;
        case Kind::Closed:
            m_closing.push_back(std::move(change.source));
            break;
        }
    }
}

void SourceChanges::closeCounted(RunCounts& counts)
{
    std::erase_if(m_closing, [&counts](const SourceState& source) {
        if (counts.received(source.source) < source.records)
            return false;
        counts.closeSource(source.source, source.end, source.bytes, source.afterEndMark);
        return true;
    });
}

} // namespace iotbench
