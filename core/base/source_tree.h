// Where this program was built from. The path stands in one generated file, so that all others compile alike
// in every clone.
#pragma once

namespace iotbench {

extern const char* const kSourceTree; // empty in packages (IOTBENCH_SOURCE_DATA=OFF)

} // namespace iotbench
