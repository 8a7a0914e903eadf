#include "study_driver/missed_criteria.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace iotbench {

std::vector<Message> missedCriteria(std::span<const RepeatedRun> runs)
{
    struct Missed {
        const Message* line; // of the first run
        std::size_t firstRun, runs;
    };
    std::vector<Missed> all;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (const CriterionVerdict& criterion : runs[i].missed) {
            const auto known = std::ranges::find(all, std::string_view(criterion.line.text),
                [](const Missed& missed) { return std::string_view(missed.line->text); });
            if (known == all.end())
                all.push_back({&criterion.line, i + 1, 1});
            else
                ++known->runs;
        }
    std::vector<Message> sentences;
    sentences.reserve(all.size());
    for (const Missed& missed : all)
        sentences.emplace_back(TR("In %1 of %2 runs, as in run %3: %4"),
            std::vector<Message::Argument>{missed.runs, runs.size(), missed.firstRun, *missed.line});
    return sentences;
}

} // namespace iotbench
