// Any bytes, cut on their way wherever a network cuts them: the records are those of the bytes in one piece.
//
// Input: one byte of choice (bits 0 to 2: a format given, or none; bit 3: a worker's rules), eight bytes
// whose values are the pieces' sizes in turn, then the stream.
#include "require.h"

#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "stream/framer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

using namespace iotbench;

namespace {

struct Framed {
    std::string bytes;
    RejectReason reason;
    WireFormat format;
    bool operator==(const Framed&) const = default;
};

class Feeder {
public:
    explicit Feeder(FramingRules rules)
        : m_pool(2 * kMaxLineBytes, 4, kClock)
        , m_framer(m_pool, rules)
    {
    }

    void feed(std::string_view piece)
    {
        while (!piece.empty() && !m_framer.ended()) { // as the reader does
            const std::span<char> room = m_framer.room(m_stop);
            const std::size_t count = std::min(room.size(), piece.size());
            std::memcpy(room.data(), piece.data(), count);
            m_framer.received(count, 1);
            piece.remove_prefix(count);
            collect();
        }
    }

    const std::vector<Framed>& finish()
    {
        m_framer.finish(2);
        collect();
        return m_records;
    }

private:
    void collect()
    {
        std::array<Record, 3> some;
        while (const std::size_t count = m_framer.frame(some)) {
            for (Record& record : std::span(some).first(count)) {
                m_records.push_back({{record.data, record.length}, record.framing, record.format});
                record = Record();
            }
        }
    }

    inline static const SystemClock kClock;
    StopSignal m_stop;
    BlockPool m_pool;
    Framer m_framer;
    std::vector<Framed> m_records;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kSizes = 8;
    if (size < 1 + kSizes) {
        return 0;
    }
    FramingRules rules;
    if ((data[0] & 4U) != 0) {
        rules.format = static_cast<WireFormat>(data[0] & 3U);
    }
    rules.blankLineEnds = (data[0] & 8U) == 0;
    std::string_view stream = test::asText(data + 1 + kSizes, size - 1 - kSizes);
    // Line ends alone are an end mark as soon as they come, for a stream may have no more: what follows them
    // is then another stream's, and where the cut lies does tell.
    if (!rules.format && rules.blankLineEnds && stream.find_first_of("\r\n") == 0) {
        return 0;
    }
    Feeder whole(rules);
    whole.feed(stream);
    Feeder cut(rules);
    for (std::size_t i = 0; !stream.empty(); ++i) {
        const std::size_t piece = std::min<std::size_t>(1 + data[1 + i % kSizes], stream.size());
        cut.feed(stream.substr(0, piece));
        stream.remove_prefix(piece);
    }
    test::require(cut.finish() == whole.finish());
    return 0;
}
