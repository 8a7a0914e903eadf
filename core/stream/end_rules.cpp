#include "stream/end_rules.h"

#include "stream/stream_reader.h"

#include <algorithm>

namespace iotbench {

EndRules::EndRules(const ReaderOptions& options, bool listening, std::int64_t nowNs)
    : m_lingerNs(options.lingerNs)
    , m_idleTimeoutNs(options.idleTimeoutNs)
    , m_waitTimeoutNs(options.waitTimeoutNs)
    , m_listening(listening)
    , m_startNs(nowNs)
{
}

void EndRules::sourceOpened(std::int64_t nowNs)
{
    if (m_open++ == 0)
        m_openSinceNs = nowNs;
}

void EndRules::recordCame(std::int64_t nowNs)
{
    m_lastRecordNs = nowNs;
}

void EndRules::sourceClosed(std::int64_t nowNs)
{
    if (--m_open == 0)
        m_lingerSinceNs = nowNs;
}

std::optional<RunEnd> EndRules::ended(std::int64_t nowNs) const
{
    if (!m_listening && m_open == 0)
        return RunEnd::Complete;
    if (nowNs >= lingerEndNs())
        return RunEnd::Complete;
    if (nowNs >= waitEndNs())
        return RunEnd::TimedOut;
    if (nowNs >= idleEndNs())
        return RunEnd::TimedOut;
    return {};
}

std::int64_t EndRules::nextNs() const
{
    return std::min({lingerEndNs(), waitEndNs(), idleEndNs()});
}

std::int64_t EndRules::lingerEndNs() const
{
    if (!m_listening || m_open > 0 || m_lingerSinceNs == kNever)
        return kNever;
    return m_lingerSinceNs + (m_callersThere ? std::max(m_lingerNs, m_idleTimeoutNs) : m_lingerNs);
}

std::int64_t EndRules::waitEndNs() const
{
    return m_waitTimeoutNs > 0 && m_lastRecordNs == kNever ? m_startNs + m_waitTimeoutNs : kNever;
}

std::int64_t EndRules::idleEndNs() const
{
    if (m_idleTimeoutNs <= 0 || m_lastRecordNs == kNever || m_open == 0)
        return kNever;
    return std::max(m_lastRecordNs, m_openSinceNs) + m_idleTimeoutNs;
}

} // namespace iotbench
