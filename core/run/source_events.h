// What the reader tells of sources: in words to the user, and as it is to those who count.
#pragma once

#include "run/run_status.h"
#include "run/source_changes.h"
#include "stream/stream_reader.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace iotbench {

// On the reader's thread, but for bytes().
class SourceEvents final : public ReaderObserver {
public:
    SourceEvents(RunStatus& status, SourceChanges& changes)
        : m_status(status)
        , m_changes(changes)
    {
    }

    std::uint64_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); } // any thread

    void peerConnected(const std::string& name) override;
    void peerLeft(const std::string& name) override;
    void cannotAccept(const Message& why) override;
    void sourceOpened(const SourceState& source) override;
    void formatDetected(const SourceState& source) override;
    void sourceClosed(const SourceState& source) override;
    void bytesRead(std::uint64_t total) noexcept override { m_bytes.store(total, std::memory_order_relaxed); }

private:
    RunStatus& m_status;
    SourceChanges& m_changes;
    std::atomic<std::uint64_t> m_bytes{0};
};

} // namespace iotbench
