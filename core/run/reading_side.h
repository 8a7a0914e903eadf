// The receiving end of a run: the reader on a thread of its own, from connections to records in the queue.
#pragma once

#include "base/clock.h"
#include "base/notifier.h"
#include "base/stage_thread.h"
#include "base/start_gate.h"
#include "base/stop_signal.h"
#include "run/stream_ends.h"
#include "settings/settings.h"
#include "stream/block_pool.h"
#include "stream/record_queue.h"
#include "stream/stream_reader.h"

#include <atomic>
#include <cstdint>

namespace iotbench {

class ReadingSide {
public:
    // `settings`: effective. All references outlive it; `notifier` is notified when reading is over.
    ReadingSide(const Settings& settings, BlockPool& pool, RecordQueue& queue, const Clock& clock,
        const StopSignal& stop, ReaderObserver& observer, Notifier& notifier);
    ~ReadingSide(); // joins: `stop` has been raised, or join() called

    void start(ReadingEnds ends, StartGate& gate); // at which its thread waits
    bool over() const { return m_over.load(std::memory_order_acquire); }
    std::uint64_t received() const { return m_reader.received(); } // live, for any thread
    ReadingResult join();

private:
    StreamReader m_reader;
    Notifier& m_notifier;
    ReadingEnds m_ends;
    ReadingResult m_result;
    std::atomic<bool> m_over{false};
    StageThread m_thread;
};

} // namespace iotbench
