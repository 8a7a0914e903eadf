// What the embedded sender has done so far, while a run goes on.
#pragma once

#include <cstdint>
#include <optional>

namespace iotbench {

struct SendingProgress {
    std::optional<std::uint64_t> offered; // due by now; empty without intended times
    std::optional<std::uint64_t> sent; // empty where we do not send
    std::optional<std::uint64_t> late; // of those sent; empty without intended times
    std::uint64_t bytes = 0;
};

} // namespace iotbench
