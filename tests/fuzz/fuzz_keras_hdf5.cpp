// Any bytes as a Keras .h5 file, through the whole importer: words, or ONNX that this program would run.
#include "require.h"

#include "models/keras/keras_import.h"
#include "models/onnx_facts.h"
#include "models/onnx_reading.h"

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto onnx = keras::importKerasHdf5({data, size});
    if (!onnx) {
        test::require(!onnx.error().english().empty());
        return 0;
    }
    // Some are of other shapes than this program feeds.
    if (const auto facts = readOnnxFacts(parsedOnnx(*onnx)); !facts) {
        test::require(!facts.error().english().empty());
    }
    return 0;
}
