#include "compare/compared_images.h"

#include "reports/image_rows_reader.h"
#include "reports/report_folder.h"

namespace iotbench {
namespace {

using Answers = std::unordered_map<std::uint64_t, ImageAnswer>;

void addAnswer(std::uint64_t content, const ImageAnswer& answer, Answers& answers)
{
    if (answers.size() < kMostAnswers || answers.contains(content))
        answers.try_emplace(content, answer);
}

// Whether a file with so many rows, and so many of them of classified images, can be that of the run.
bool fits(const SideRun& run, std::uint64_t rows, std::uint64_t classified)
{
    const auto expected = run.number("images_classified");
    if (!expected)
        return true;
    const auto found = static_cast<double>(classified);
    return rows < kMostImageRows ? found == *expected : found <= *expected;
}

// Of a file that has all images of its run.
std::optional<Error> faultOf(const SideRun& run, std::uint64_t rows, std::uint64_t correct)
{
    const auto expected = run.number("images_correct");
    if (!expected || rows >= kMostImageRows || static_cast<double>(correct) == *expected)
        return std::nullopt;
    return Error{TR("%1: %2 images are correct, but %3 in %4"),
        {run.images, correct, std::string(run.text("images_correct")), run.file}};
}

} // namespace

Result<ComparedImages> readImages(const ComparedSide& side)
{
    ComparedImages images;
    for (const SideRun& run : side.runs) {
        std::vector<float> latencies;
        Answers answers;
        std::uint64_t rows = 0, classified = 0, correct = 0;
        bool tooMany = false;
        const auto take = [&](const ImageRow& row) {
            ++rows;
            classified += row.label ? 1 : 0; // a rejected image has none
            correct += row.label && row.predicted == row.label ? 1 : 0;
            if (row.latencyMs && *row.latencyMs > 0 && !tooMany) {
                tooMany = latencies.size() == kMostLatencies;
                latencies.push_back(static_cast<float>(*row.latencyMs));
            }
            if (row.content && row.label && row.predicted)
                addAnswer(*row.content, {*row.label, *row.predicted}, answers);
            return true;
        };
        if (!run.images.empty())
            if (const auto fault = readImageRows(run.images, take))
                return *fault;
        const bool unfit = rows > 0 && !fits(run, rows, classified);
        if (rows > 0 && !unfit)
            if (const auto fault = faultOf(run, rows, correct))
                return *fault;
        if (tooMany || unfit)
            latencies.clear();
        if (!unfit)
            for (const auto& [content, answer] : answers)
                addAnswer(content, answer, images.answers);
        images.tooMany |= tooMany;
        images.unfit += unfit ? 1 : 0;
        images.latenciesMs.push_back(std::move(latencies));
    }
    return images;
}

PairedImages pairedImages(const ComparedImages& base, const ComparedImages& next)
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
    if (paired.answers.images > 0)
        paired.basePct = 100 * static_cast<double>(baseCorrect) / static_cast<double>(paired.answers.images);
    return paired;
}

} // namespace iotbench
