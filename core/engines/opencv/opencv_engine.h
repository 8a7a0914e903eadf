// OpenCV DNN on the CPU, fp32: always there, and the default.
#pragma once

#include "engines/engine.h"

namespace iotbench::engines {

// Sets the number of OpenCV's own threads to one for the whole process (each worker has its own network
// instead), and silences OpenCV's log: its errors come back as text.
std::unique_ptr<Engine> createOpencvEngine();

} // namespace iotbench::engines
