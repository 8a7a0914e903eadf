#include "pump.h"

#include "base/system_clock.h"
#include "base/thread_time.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <sched.h>
#include <sys/mman.h>
#include <system_error>
#include <thread>
#include <vector>

namespace iotbench::bench {

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;

// Memory for blocks, touched, on huge pages where asked for and given.
class Memory {
public:
    Memory(std::size_t bytes, bool huge)
        : m_bytes((bytes + kHugePage - 1) / kHugePage * kHugePage)
        , m_data(static_cast<char*>(::operator new (m_bytes, std::align_val_t{kHugePage})))
    {
        madvise(m_data, m_bytes, huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
        std::memset(m_data, '0', m_bytes);
    }
    ~Memory() { ::operator delete (m_data, std::align_val_t{kHugePage}); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    char* data() const { return m_data; }

private:
    std::size_t m_bytes;
    char* m_data;
};

// The n-th of the CPUs that are allowed, wrapping.
void pinTo(std::size_t n)
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    sched_getaffinity(0, sizeof(allowed), &allowed);
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
        if (CPU_ISSET(cpu, &allowed))
            cpus.push_back(cpu);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(cpus[n % cpus.size()], &one);
    sched_setaffinity(0, sizeof(one), &one);
}

} // namespace

PumpFigure pump(Lane lane, const PumpPlan& plan)
{
    const SystemClock clock;
    const std::int64_t startNs = clock.nowNs();
    const std::int64_t untilNs = startNs + static_cast<std::int64_t>(plan.seconds * 1e9);
    std::int64_t writerCpuNs = 0;
    PumpFigure figure;
    std::thread writer([&] {
        if (plan.pinned)
            pinTo(0);
        const Memory memory(plan.blockBytes * plan.writerBlocks, plan.hugePages);
        const std::int64_t cpuBeforeNs = threadCpuNs();
        for (std::size_t turn = 0; clock.nowNs() < untilNs; ++turn) {
            char* const block = memory.data() + turn % plan.writerBlocks * plan.blockBytes;
            block[0] = static_cast<char>('0' + turn % 10); // as an encoder would, though less
            for (std::size_t done = 0; done < plan.blockBytes;) {
                const ssize_t moved = lane.write(lane.in.get(), {block + done, plan.blockBytes - done});
                if (moved < 0)
                    return; // the reader tells
                done += static_cast<std::size_t>(moved);
            }
            if (lane.settle && (turn + 1) % plan.writerBlocks == 0)
                figure.copied = lane.settle(lane.in.get());
        }
        if (lane.settle)
            figure.copied = lane.settle(lane.in.get());
        lane.in.reset();
        writerCpuNs = threadCpuNs() - cpuBeforeNs;
    });
    double bytes = 0;
    std::int64_t readerCpuNs = 0;
    int error = 0;
    std::thread reader([&] {
        if (plan.pinned)
            pinTo(1);
        const Memory memory(plan.blockBytes, plan.hugePages);
        const std::int64_t cpuBeforeNs = threadCpuNs();
        for (;;) {
            const ssize_t moved = lane.read(lane.out.get(), {memory.data(), plan.blockBytes});
            if (moved < 0)
                error = errno;
            if (moved <= 0)
                break;
            bytes += static_cast<double>(moved);
        }
        lane.out.reset(); // a writer that is not done yet is told so
        readerCpuNs = threadCpuNs() - cpuBeforeNs;
    });
    writer.join();
    reader.join();
    if (error != 0)
        throw std::system_error(error, std::system_category(), "read");
    figure.bytesPerS = bytes / (static_cast<double>(clock.nowNs() - startNs) / 1e9);
    figure.cpuUsPerMb = static_cast<double>(writerCpuNs + readerCpuNs) / 1e3 / (bytes / 1e6);
    return figure;
}

} // namespace iotbench::bench
