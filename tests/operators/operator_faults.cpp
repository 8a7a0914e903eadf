// For table.py: what this program says of ONNX files for an engine.
//
//   operator_faults ENGINE VERSION FILE…      a line for each file: its path, a tab, and why the engine must
//                                             not run it, or nothing
#include "models/onnx_reading.h"
#include "models/operator_rules.h"

#include "base/regular_file.h"

#include <cstdio>

int main(int count, char** words)
{
    if (count < 4) {
        std::fputs("operator_faults ENGINE VERSION FILE…\n", stderr);
        return 2;
    }
    constexpr std::uint64_t kMostBytes = 1 << 24;
    for (int i = 3; i < count; ++i) {
        const auto bytes = iotbench::readRegularFile(words[i], kMostBytes);
        if (!bytes) {
            std::fprintf(stderr, "%s %s\n", words[i], bytes.error().english().c_str());
            return 1;
        }
        onnx::ModelProto model = iotbench::parsedOnnx(*bytes);
        iotbench::inferShapes(model);
        const iotbench::Message fault
            = iotbench::faultOfOperators(iotbench::operatorFaultsOf(model), words[1], words[2]);
        std::printf("%s\t%s\n", words[i], fault.english().c_str());
    }
    return 0;
}
