// One thing done to many, by all processors.
#pragma once

#include <cstddef>
#include <functional>

namespace iotbench {

// Calls `work` with 0 to count − 1, each once, in that order of beginning, on this thread and on as many
// others as there are processors for, which give way to all else; returns when all are done. Where the system
// gives no thread, fewer do it. An exception of `work` keeps what has not begun from beginning, and is thrown
// here.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace iotbench
