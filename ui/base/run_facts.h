// What Live must know of a run beside its snapshots: it does not change while the run goes on.
#pragma once

#include "run/run_inputs.h"

#include <cstdint>
#include <optional>

namespace iotbench::ui {

struct RunFacts {
    Role role = Role::Loopback;
    bool judged = true; // false with the engine `null`, and where we only send
    bool scheduled = false; // we send, each image at its intended time
    bool intended = false; // latency starts at the intended send time
    double offeredPerS = 0; // where we send; 0 = as fast as the receiver takes them
    std::optional<std::uint64_t> totalImages;
    std::optional<double> lengthS; // how long it should take, where that is known beforehand
    bool modelKnown = false; // it has been read: without cardAccuracy it has no card
    std::optional<double> cardAccuracy; // share; that the model's card declares

    bool sends() const { return role == Role::Loopback || role == Role::Send; }
};

RunFacts factsOf(const Settings& settings); // as far as they tell
RunFacts factsOf(const RunInputs& inputs);

} // namespace iotbench::ui
