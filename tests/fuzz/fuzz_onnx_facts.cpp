// Any bytes as an ONNX file: words, or facts that are those of a model.
#include "require.h"

#include "models/onnx_facts.h"

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto facts = readOnnxFacts({data, size});
    if (!facts) {
        test::require(!facts.error().english().empty());
        return 0;
    }
    test::require(facts->parameters <= 8 * size); // each lies in the file
    return 0;
}
