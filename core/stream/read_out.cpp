#include "stream/read_out.h"

#include <array>
#include <poll.h>

namespace iotbench {

namespace {

// False once the source has come to its end.
bool dropWhatIsThere(ByteSource& source)
{
    std::array<char, 65'536> ignored;
    const IoResult::Status status = source.read(ignored).status;
    return status == IoResult::Status::Moved || status == IoResult::Status::WouldBlock;
}

} // namespace

void readOut(const std::vector<std::unique_ptr<OpenSource>>& sources, const Clock& clock,
    const StopSignal& stop, std::int64_t atMostNs)
{
    std::vector<ByteSource*> open;
    open.reserve(sources.size());
    for (const auto& source : sources)
        open.push_back(source->bytes.get());
    const std::int64_t untilNs = clock.nowNs() + atMostNs;
    std::vector<pollfd> polled;
    for (;;) {
        std::erase_if(open, [](ByteSource* source) { return !dropWhatIsThere(*source); });
        if (open.empty() || stop.raised() || clock.nowNs() >= untilNs)
            return;
        polled.assign(1, {stop.fd(), POLLIN, 0});
        for (const ByteSource* source : open)
            polled.push_back({source->readTarget().fd, source->readTarget().events, 0});
        clock.poll(polled, untilNs);
    }
}

} // namespace iotbench
