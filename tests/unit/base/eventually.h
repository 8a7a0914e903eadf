// Conditions that a test waits for: it never sleeps for a time and hopes that they hold then.
#pragma once

#include "patience.h"

#include <chrono>
#include <thread>

namespace iotbench::test {

// Waits until the condition holds. False where it never does.
template <typename Condition>
bool eventually(Condition condition)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(kPatienceMs);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

} // namespace iotbench::test
