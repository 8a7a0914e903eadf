#include "run/reading_side.h"

namespace iotbench {

namespace {

ReaderOptions readerOptions(const Settings& settings)
{
    ReaderOptions options;
    options.framing.format = settings.format;
    options.framing.blankLineEnds = settings.role != Role::Worker;
    options.senders = settings.senders;
    options.othersSend = settings.role != Role::Loopback;
    options.expected = settings.role == Role::Receive ? settings.totalImages : std::nullopt;
    options.lingerNs = nanoseconds(settings.lingerS);
    options.idleTimeoutNs = nanoseconds(settings.idleTimeoutS);
    options.waitTimeoutNs = nanoseconds(settings.waitTimeoutS);
    return options;
}

} // namespace

ReadingSide::ReadingSide(const Settings& settings, BlockPool& pool, RecordQueue& queue, const Clock& clock,
    const StopSignal& stop, ReaderObserver& observer, Notifier& notifier)
    : m_reader(readerOptions(settings), pool, queue, clock, stop, observer)
    , m_notifier(notifier)
{
}

ReadingSide::~ReadingSide() = default;

void ReadingSide::start(ReadingEnds ends, StartGate& gate)
{
    m_ends = std::move(ends);
    m_thread = StageThread("reader", [this, &gate] {
        gate.pass();
        m_result
            = m_ends.listener ? m_reader.listen(*m_ends.listener) : m_reader.read(std::move(m_ends.sources));
        m_over.store(true, std::memory_order_release);
        m_notifier.notify();
    });
}

ReadingResult ReadingSide::join()
{
    m_thread.join(); // what the reader throws is in its result
    return std::move(m_result);
}

} // namespace iotbench
