#include "compare/compared_images.h"

#include "reports/image_rows_reader.h"

#include <algorithm>

namespace iotbench {

Result<ComparedImages> readImages(const ComparedSide& side)
{
    ComparedImages images;
    for (const SideRun& run : side.runs) {
        std::vector<float> latencies;
        bool tooMany = false;
        const auto take = [&](const ImageRow& row) {
            if (row.latencyMs && *row.latencyMs > 0 && !tooMany) {
                tooMany = latencies.size() == kMostLatencies;
                latencies.push_back(static_cast<float>(*row.latencyMs));
            }
            if (row.content && row.label && row.predicted
                && (images.answers.size() < kMostAnswers || images.answers.contains(*row.content)))
                images.answers.try_emplace(*row.content, ImageAnswer{*row.label, *row.predicted});
            return true;
        };
        if (!run.images.empty())
            if (const auto fault = readImageRows(run.images, take))
                return *fault;
        if (tooMany)
            latencies.clear();
        images.tooMany |= tooMany;
        images.latenciesMs.push_back(std::move(latencies));
    }
    return images;
}

std::optional<PairedImages> pairedImages(const ComparedImages& base, const ComparedImages& next)
{
    PairedImages paired;
    std::uint64_t baseCorrect = 0;
    for (const auto& [content, first] : base.answers) {
        const auto found = next.answers.find(content);
        if (found == next.answers.end() || found->second.label != first.label)
            continue;
        const bool firstCorrect = first.predicted == first.label;
        const bool secondCorrect = found->second.predicted == first.label;
        ++paired.answers.images;
        baseCorrect += firstCorrect ? 1 : 0;
        paired.answers.onlyFirstCorrect += firstCorrect && !secondCorrect ? 1 : 0;
        paired.answers.onlySecondCorrect += secondCorrect && !firstCorrect ? 1 : 0;
    }
    const std::uint64_t images = paired.answers.images;
    if (images == 0 || 2 * images < std::min(base.answers.size(), next.answers.size()))
        return std::nullopt;
    paired.basePct = 100 * static_cast<double>(baseCorrect) / static_cast<double>(images);
    return paired;
}

} // namespace iotbench
