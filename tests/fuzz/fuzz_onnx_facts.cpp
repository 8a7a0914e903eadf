// Any bytes as an ONNX file: words, or facts that are those of a model; brought into the form that engines
// take, no less.
#include "require.h"

#include "models/onnx_facts.h"
#include "models/onnx_normal_form.h"
#include "models/onnx_reading.h"

#include <utility>

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    onnx::ModelProto model = parsedOnnx({data, size});
    const auto facts = readOnnxFacts(model);
    const auto normal = bringIntoNormalForm(model, "/nonexistent");
    if (!normal) {
        test::require(!normal.error().english().empty() && !facts);
        return 0;
    }
    const auto normalFacts = readOnnxFacts(std::move(model));
    test::require(normalFacts || !normalFacts.error().english().empty());
    test::require(!facts || normalFacts); // what was good stays so
    if (facts) {
        test::require(facts->parameters <= 8 * size); // each lies in the file
    }
    return 0;
}
