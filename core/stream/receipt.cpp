#include "stream/receipt.h"

#include <algorithm>

namespace iotbench {

namespace {

constexpr std::int64_t kAskAgainNs = 10'000'000; // what is read of a pipe rings no bell

} // namespace

Receipt awaitReceipt(ByteSink& sink, const Clock& clock, const StopSignal& stop, ReceiptPatience patience)
{
    std::int64_t nowNs = clock.nowNs();
    const std::int64_t endNs = nowNs + patience.mostNs;
    std::int64_t quietEndNs = nowNs + patience.quietNs;
    Receipt receipt = sink.receipt();
    while (!receipt.isFinal && nowNs < std::min(endNs, quietEndNs)) {
        if (waitReady(clock, sink.receiptTarget(), stop, nowNs + kAskAgainNs) == Readiness::Stopped)
            break;
        const Receipt before = receipt;
        receipt = sink.receipt();
        nowNs = clock.nowNs();
        if (receipt != before)
            quietEndNs = nowNs + patience.quietNs;
    }
    return receipt;
}

} // namespace iotbench
