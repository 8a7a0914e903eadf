#include "run/second_opinion.h"

#include "base/regular_file.h"
#include "models/compile_model.h"
#include "models/infer_images.h"
#include "models/scores.h"
#include "models/sha256.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace iotbench {
namespace {

constexpr std::size_t kImages = 32;
constexpr float kUndecided = 0.01F; // probabilities of two classes that are no further apart

std::string withVersion(const engines::Engine& engine)
{
    return engine.name() + ' ' + engine.version();
}

// Scores of the images, one image at a time; empty where the engine does not run the model.
std::vector<float> scoresBy(
    engines::Engine& engine, const engines::CompileOptions& options, const OpinionQuestion& question)
{
    engines::CompileOptions alone = options;
    alone.workers = 1;
    const engines::CompileResult compiled = compileModel(engine, question.source, alone);
    if (!compiled.model)
        return {};
    auto scores = inferImages(
        *compiled.model, question.images, question.mean, {question.normalisation, kImages, 1, 1});
    return scores ? std::move(*scores) : std::vector<float>();
}

bool agree(std::span<const float> own, std::span<const float> other, ScoreKind kind)
{
    const std::size_t predicted = topClass(own, kind).predicted;
    const std::size_t otherPredicted = topClass(other, kind).predicted;
    std::vector<float> probabilities(other.size());
    classProbabilities(other, kind, probabilities);
    return predicted == otherPredicted
        || probabilities[otherPredicted] - probabilities[predicted] <= kUndecided;
}

std::filesystem::path keptIn(
    const std::filesystem::path& folder, const OpinionQuestion& question, const engines::Engine& other)
{
    const std::string key = question.model.sha256 + '\n' + withVersion(question.engine) + '\n'
        + question.options.device + '\n' + withVersion(other) + '\n'
        + engines::toString(question.options.precision) + '\n'
        + std::string(toString(question.normalisation));
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(key.data());
    return folder / "second-opinions" / sha256Of({bytes, key.size()}).substr(0, 32);
}

// How many of the images were agreed on, as remember() wrote it.
std::optional<std::uint64_t> remembered(const std::filesystem::path& file)
{
    constexpr std::uint64_t kMostBytes = 16;
    const auto bytes = readRegularFile(file, kMostBytes);
    if (!bytes)
        return std::nullopt;
    const std::string_view text = asText(*bytes);
    std::uint64_t agreed = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), agreed);
    return read.ec == std::errc() && agreed <= kImages ? std::optional(agreed) : std::nullopt;
}

// Where it cannot be kept it is found out again the next time.
void remember(const std::filesystem::path& file, std::uint64_t agreed)
{
    std::error_code fault;
    std::filesystem::create_directories(file.parent_path(), fault);
    const std::filesystem::path whole = file.string() + '.' + std::to_string(getpid());
    std::ofstream(whole) << agreed << '\n' << std::flush;
    std::filesystem::rename(whole, file, fault);
}

} // namespace

std::optional<SecondOpinion> secondOpinion(const OpinionQuestion& question,
    std::span<engines::Engine* const> others, const std::filesystem::path& folder)
{
    std::vector<float> own;
    for (engines::Engine* const other : others) {
        const auto file = folder.empty() ? folder : keptIn(folder, question, *other);
        if (const auto agreed = file.empty() ? std::nullopt : remembered(file))
            return SecondOpinion{withVersion(*other), kImages, *agreed};
        if (own.empty())
            own = scoresBy(question.engine, question.options, question);
        if (own.empty())
            return std::nullopt;
        engines::CompileOptions options;
        options.precision = question.options.precision;
        const std::vector<float> theirs = scoresBy(*other, options, question);
        if (theirs.size() != own.size())
            continue;
        const std::size_t classes = question.source.classes;
        std::uint64_t agreed = 0;
        for (std::size_t first = 0; first < own.size(); first += classes)
            agreed += agree({&own[first], classes}, {&theirs[first], classes}, question.model.facts.scores)
                ? 1
                : 0;
        if (!file.empty())
            remember(file, agreed);
        return SecondOpinion{withVersion(*other), own.size() / classes, agreed};
    }
    return std::nullopt;
}

} // namespace iotbench
