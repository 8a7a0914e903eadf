// Any bytes as a model in OpenVINO's format, up to the first that is 0, and any behind it as its weights:
// words, or facts that are those of a model.
#include "require.h"

#include "models/ir_facts.h"

#include <algorithm>
#include <span>

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    const auto end = std::ranges::find(bytes, std::uint8_t{0});
    const std::span<const std::uint8_t> xml(bytes.begin(), end);
    const auto facts = readIrFacts(xml, bytes.subspan(std::min(xml.size() + 1, size)));
    if (!facts) {
        test::require(!facts.error().english().empty());
        return 0;
    }
    test::require(facts->input.values() > 0);
    return 0;
}
