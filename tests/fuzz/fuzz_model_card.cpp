// Any text as a model's card: words, or a card that is read back as it is written.
#include "require.h"

#include "models/model_card.h"

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto card = parseModelCard(test::asText(data, size));
    if (!card) {
        test::require(!card.error().english().empty());
        return 0;
    }
    const std::string written = toJson(*card);
    const auto again = parseModelCard(written);
    test::require(again && toJson(*again) == written);
    return 0;
}
