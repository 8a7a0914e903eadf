// Any text as what the driver of a cluster tells a report, line by line.
#include "require.h"

#include "spark/answer_lines.h"

#include <cmath>

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text = test::asText(data, size);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (const auto news = clusterNews(line); !news) {
            test::require(!news.error().english().empty());
        }
        for (const bool judged : {false, true}) {
            constexpr std::size_t kClasses = 10;
            if (const auto sample = answeredSample(line, judged, kClasses)) {
                test::require(sample->label < kClasses && sample->predicted < kClasses);
                test::require(sample->doneNs >= 0 && sample->startNs == 0);
                test::require(sample->probability >= 0 && sample->probability <= 1);
            }
        }
    }
    return 0;
}
