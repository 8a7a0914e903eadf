#include "run/worker_lines.h"

#include "base/wait_ready.h"

#include <array>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

namespace iotbench {

namespace {

constexpr std::size_t kFlushBytes = std::size_t{64} << 10;

template <typename... Format>
void appendNumber(std::string& text, Format... value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value...).ptr;
    text.append(digits.data(), end);
}

void appendHash(std::string& text, std::uint64_t hash)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text += kDigits[hash >> shift & 15];
}

} // namespace

void appendWorkerLine(std::string& text, const Sample& sample, WorkerColumns columns)
{
    appendNumber(text, sample.sequence);
    text += ',';
    if (sample.classified)
        appendNumber(text, static_cast<unsigned>(sample.label));
    text += ',';
    if (sample.classified && columns.judged)
        appendNumber(text, static_cast<unsigned>(sample.predicted));
    text += ',';
    if (sample.classified && columns.judged)
        appendNumber(text, static_cast<double>(sample.probability), std::chars_format::fixed, 6);
    text += ',';
    if (sample.classified)
        appendNumber(
            text, static_cast<double>(sample.doneNs - sample.startNs) / 1e3, std::chars_format::fixed, 1);
    text += ',';
    if (sample.reason != RejectReason::None)
        text += toString(sample.reason);
    else if (!sample.classified)
        text += "not classified";
    if (columns.hashes) {
        text += ',';
        if (sample.hash != 0)
            appendHash(text, sample.hash);
    }
    text += '\n';
}

WorkerLines::WorkerLines(ByteSink& output, WorkerColumns columns, const StopSignal& stop)
    : m_output(output)
    , m_columns(columns)
    , m_stop(stop)
{
}

void WorkerLines::append(const Sample& sample)
{
    appendWorkerLine(m_text, sample, m_columns);
    if (m_text.size() >= kFlushBytes)
        flush();
}

void WorkerLines::flush()
{
    std::size_t written = 0;
    while (written < m_text.size() && !failed()) {
        const IoResult result = m_output.write(std::span(m_text).subspan(written));
        switch (result.status) {
        case IoResult::Status::Moved:
            written += result.bytes;
            break;
        case IoResult::Status::WouldBlock:
            if (waitReady(m_output.writeTarget(), m_stop) == Readiness::Stopped)
                fail(TR("stopped before all results were read"));
            break;
        case IoResult::Status::Closed:
            fail(TR("nobody reads the results on standard output any more"));
            break;
        case IoResult::Status::Failed:
            fail({TR("results cannot be written: %1"), {std::generic_category().message(result.error)}});
            break;
        }
    }
    m_text.clear();
}

void WorkerLines::fail(Message why)
{
    m_error = std::move(why);
    m_failed.store(true, std::memory_order_release);
}

} // namespace iotbench
