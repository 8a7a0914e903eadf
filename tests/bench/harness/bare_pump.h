// What the kernel alone lets through: one thread sends ready lines over TCP on 127.0.0.1, another receives
// them and looks at none.
#pragma once

#include "base/result.h"
#include "wire/wire_format.h"

#include <cstdint>

namespace iotbench::bench {

struct PumpFigure {
    double imagesPerS = 0;
    double cpuUsPerImage = 0; // both threads
    double bytesPerImage = 0;
};

// Sends the same block of lines again and again for about `seconds`.
Result<PumpFigure> pumpLines(WireFormat format, double seconds);

// Bytes a second that one thread copies between two buffers far larger than the caches.
double memoryCopyBytesPerS();

} // namespace iotbench::bench
