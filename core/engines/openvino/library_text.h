// What OpenVINO says, in this program's words.
#pragma once

#include "base/message.h"

#include <exception>
#include <string>

namespace iotbench::engines {

// Our own of a Refusal; else what stands at the end of an exception's text, on one line: "OpenVINO: Unable to
// read the model. …".
Message openvinoReason(const std::exception& failure);

// "2026.4.1", without build number and hash.
std::string openvinoVersion();

// The oneTBB that this process has, which need not be the one that came with OpenVINO: a library loaded
// earlier, as OpenCV, may have brought the system's. "TBB 2021.13 (/usr/lib/…/libtbb.so.12)"; "" without any.
std::string loadedTbb();

// Runs `work` and keeps every exception inside; the reason comes back, empty where there was none.
template <typename Work>
Message guarded(const Work& work) noexcept
{
    try {
        work();
        return {};
    } catch (const std::exception& failure) {
        return openvinoReason(failure);
    } catch (...) {
        return TR("OpenVINO: unknown failure");
    }
}

} // namespace iotbench::engines
