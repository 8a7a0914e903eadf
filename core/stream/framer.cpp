#include "stream/framer.h"

#include "base/stop_signal.h"
#include "wire/detect_format.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace iotbench {

namespace {

constexpr std::size_t kSmallestRoom = kMaxLineBytes / 2;

bool isOnlyLineEnds(std::span<const char> head)
{
    return std::all_of(head.begin(), head.end(), [](char c) { return c == '\n' || c == '\r'; });
}

} // namespace

Framer::Framer(BlockPool& pool, FramingRules rules)
    : m_pool(pool)
    , m_rules(rules)
    , m_format(rules.format)
{
    assert(pool.blockBytes() >= 2 * kMaxLineBytes);
}

std::span<char> Framer::room(const StopSignal& stop)
{
    if (!m_block) {
        m_block = m_pool.acquire(stop);
        if (!m_block)
            return {};
    }
    const std::size_t unfinished = m_end - m_begin;
    const bool ownAlone = m_block.sole();
    if (unfinished == 0 && ownAlone)
        m_begin = m_scanned = m_end = 0; // the same memory again, which is still in the caches
    if (m_block->capacity() - m_end < kSmallestRoom) {
        BlockRef next = ownAlone ? m_block : m_pool.acquire(stop);
        if (!next)
            return {};
        std::memmove(next->data(), m_block->data() + m_begin, unfinished);
        m_block = std::move(next);
        m_scanned -= m_begin;
        m_begin = 0;
        m_end = unfinished;
    }
    return {m_block->data() + m_end, m_block->capacity() - m_end};
}

void Framer::received(std::size_t bytes, std::int64_t arrivalNs)
{
    m_end += bytes;
    m_arrivalNs = arrivalNs;
}

void Framer::finish(std::int64_t nowNs)
{
    m_finished = true;
    m_arrivalNs = nowNs;
}

std::size_t Framer::frame(std::span<Record> out)
{
    if (m_ended || !midRecord() || (!m_format && !detect()))
        return 0;
    std::size_t count = isText(*m_format) ? frameLines(out) : frameBinary(out);
    if (m_finished && count < out.size() && midRecord()) {
        refuse(out[count++], RejectReason::Truncated);
        m_skipping = false;
        m_begin = m_scanned = m_end;
    }
    return count;
}

bool Framer::detect()
{
    const std::span<const char> head(m_block->data() + m_begin, m_end - m_begin);
    // A worker has no end mark: leading empty lines tell nothing about what follows.
    if (!m_rules.blankLineEnds && !m_finished && isOnlyLineEnds(head) && head.size() < kMaxLineBytes)
        return false;
    // Looking again pays only where something new can be seen, or a peer that sends single bytes would cost a
    // look at up to 128 kB for each of them.
    const std::span<const char> fresh = head.subspan(m_scanned - m_begin);
    const bool newLine = std::memchr(fresh.data(), '\n', fresh.size()) != nullptr;
    const bool wasShort = m_scanned - m_begin < kCifarRecordBytes;
    if (newLine || wasShort || m_finished || head.size() >= kMaxLineBytes)
        m_format = detectFormat(head, m_finished);
    m_scanned = m_format ? m_begin : m_end;
    return m_format.has_value();
}

std::size_t Framer::frameLines(std::span<Record> out)
{
    const char* const data = m_block->data();
    std::size_t count = 0;
    while (count < out.size() && !m_ended) {
        const auto* newline
            = static_cast<const char*>(std::memchr(data + m_scanned, '\n', m_end - m_scanned));
        if (!newline) {
            m_scanned = m_end;
            if (m_end - m_begin >= kMaxLineBytes)
                m_skipping = true;
            if (m_skipping)
                m_begin = m_end;
            break;
        }
        const std::span<const char> line(data + m_begin, newline);
        const bool tooLong = std::exchange(m_skipping, false) || line.size() >= kMaxLineBytes;
        m_begin = m_scanned = static_cast<std::size_t>(newline - data) + 1;
        if (tooLong)
            refuse(out[count++], RejectReason::LineTooLong);
        else if (m_rules.blankLineEnds && isEndMark(*m_format, line))
            endStream();
        else if (isBlankLine(line))
            refuse(out[count++], RejectReason::BlankLine);
        else
            fill(out[count++], line);
    }
    return count;
}

std::size_t Framer::frameBinary(std::span<Record> out)
{
    std::size_t count = 0;
    for (; count < out.size() && m_end - m_begin >= kCifarRecordBytes; m_begin += kCifarRecordBytes)
        fill(out[count++], {m_block->data() + m_begin, kCifarRecordBytes});
    m_scanned = m_begin;
    return count;
}

void Framer::endStream()
{
    m_ended = true;
    m_afterEnd = {m_block->data() + m_begin, m_end - m_begin};
    m_begin = m_scanned = m_end;
}

void Framer::fill(Record& record, std::span<const char> bytes) const
{
    record.block = m_block;
    record.data = bytes.data();
    record.length = static_cast<std::uint32_t>(bytes.size());
    record.format = *m_format;
    record.framing = RejectReason::None;
    record.arrivalNs = m_arrivalNs;
}

void Framer::refuse(Record& record, RejectReason reason) const
{
    record.block = BlockRef();
    record.data = nullptr;
    record.length = 0;
    record.format = *m_format;
    record.framing = reason;
    record.arrivalNs = m_arrivalNs;
}

} // namespace iotbench
