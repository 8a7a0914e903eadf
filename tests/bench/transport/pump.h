// Moves blocks of text images through a lane from one thread to another as fast as it goes, and does nothing
// else.
#pragma once

#include "lanes.h"

#include <cstddef>

namespace iotbench::bench {

struct PumpPlan {
    double seconds = 1;
    std::size_t blockBytes = std::size_t{512} << 10; // of a write and of a read
    bool hugePages = false; // for both blocks, where the system gives them (madvise)
    bool pinned = false; // writer and reader each to a CPU of its own
    // The writer has so many blocks and fills them by turns, so that lent pages are not changed too early.
    std::size_t writerBlocks = 1;
};

struct PumpFigure {
    double bytesPerS = 0;
    double cpuUsPerMb = 0; // both threads
    bool copied = false; // the lane was to copy nothing and did
};

PumpFigure pump(Lane lane, const PumpPlan& plan);

} // namespace iotbench::bench
