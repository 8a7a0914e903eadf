#include "run/checked_answers.h"

#include "models/infer_images.h"
#include "models/scores.h"
#include "run/fact_memory.h"

#include <algorithm>
#include <string>
#include <vector>

namespace iotbench {
namespace {

constexpr std::size_t kImages = 32;
constexpr std::size_t kAskedAgain = 8;

using Scores = std::vector<float>;

std::string withVersion(const engines::Engine& engine)
{
    return engine.name() + ' ' + engine.version();
}

// Of the first `count` images; empty where the engine does not run the model so.
Scores scoresOf(
    engines::CompiledModel& compiled, const AnswerQuestion& question, std::size_t count, std::size_t batch)
{
    auto scores
        = inferImages(compiled, question.images, question.mean, {question.normalisation, count, batch, 1});
    return scores ? std::move(*scores) : Scores();
}

using Comparison = bool (*)(std::span<const float>, std::span<const float>) noexcept;

std::uint64_t sameImages(Comparison areSame, const Scores& own, const Scores& other, std::size_t classes)
{
    std::uint64_t same = 0;
    for (std::size_t first = 0; first < std::min(own.size(), other.size()); first += classes)
        same += areSame({&own[first], classes}, {&other[first], classes}) ? 1 : 0;
    return same;
}

AnswerCheck checkOwn(engines::CompiledModel& compiled, const AnswerQuestion& question, const Scores& alone)
{
    const std::size_t classes = question.source.classes;
    const Scores again = scoresOf(compiled, question, kAskedAgain, 1);
    AnswerCheck check{
        .asked = again.size() / classes, .again = sameImages(areSameScores, alone, again, classes)};
    if (question.batch > 1) {
        const Scores batched = scoresOf(compiled, question, kImages, question.batch);
        check.batch = question.batch;
        check.compared = batched.size() / classes;
        check.inBatches = sameImages(areSameScores, alone, batched, classes);
    }
    return check;
}

std::string situationOf(const AnswerQuestion& question, std::span<engines::Engine* const> others)
{
    std::string text = question.model.sha256 + '\n' + withVersion(question.engine) + '\n'
        + question.options.device + '\n' + engines::toString(question.options.precision) + '\n'
        + std::string(toString(question.normalisation)) + "\nbatch " + std::to_string(question.batch);
    for (const engines::Engine* const other : others)
        text += '\n' + withVersion(*other);
    return text;
}

// A count of at most `most`; unset where there is none.
std::optional<std::uint64_t> countAt(const QJsonObject& object, const char* name, std::uint64_t most)
{
    const double value = object.value(QLatin1String(name)).toDouble(-1);
    if (!(value >= 0 && value <= static_cast<double>(most)))
        return std::nullopt;
    return static_cast<std::uint64_t>(value);
}

std::optional<CheckedAnswers> remembered(
    const QJsonObject& kept, const AnswerQuestion& question, std::span<engines::Engine* const> others)
{
    const auto asked = countAt(kept, "asked", kAskedAgain);
    const auto again = countAt(kept, "again", asked.value_or(0));
    const auto compared = countAt(kept, "compared", kImages);
    const auto inBatches = countAt(kept, "in_batches", compared.value_or(0));
    if (!asked || !again || !compared || !inBatches)
        return std::nullopt;
    CheckedAnswers checked{
        AnswerCheck{*asked, *again, question.batch > 1 ? question.batch : 0, *compared, *inBatches}, {}};
    const std::string name = kept.value(QLatin1String("second")).toString().toStdString();
    if (name.empty())
        return checked;
    const auto agreed = countAt(kept, "agreed", kImages);
    const bool known = std::ranges::any_of(
        others, [&](const engines::Engine* other) { return withVersion(*other) == name; });
    if (!agreed || !known)
        return std::nullopt;
    checked.second = SecondOpinion{name, kImages, *agreed};
    return checked;
}

QJsonObject kept(const CheckedAnswers& checked)
{
    const auto count = [](std::uint64_t value) { return static_cast<qint64>(value); };
    QJsonObject object{{QStringLiteral("asked"), count(checked.own->asked)},
        {QStringLiteral("again"), count(checked.own->again)},
        {QStringLiteral("compared"), count(checked.own->compared)},
        {QStringLiteral("in_batches"), count(checked.own->inBatches)}};
    if (checked.second) {
        object.insert(QStringLiteral("second"), QString::fromStdString(checked.second->engine));
        object.insert(QStringLiteral("agreed"), count(checked.second->agreed));
    }
    return object;
}

std::unique_ptr<engines::CompiledModel> compiledBy(
    engines::Engine& engine, const AnswerQuestion& question, const std::string& device)
{
    engines::CompileOptions options;
    options.precision = question.options.precision;
    options.device = device;
    return compileModel(engine, question.source, options).model;
}

} // namespace

bool mixesBatches(const AnswerCheck& check)
{
    const bool fickle = check.again < check.asked; // alone too
    return !fickle && 4 * (check.compared - check.inBatches) > check.compared;
}

std::optional<AnswerCheck> checkOwnAnswers(engines::CompiledModel& compiled, const AnswerQuestion& question)
{
    const Scores alone = scoresOf(compiled, question, kImages, 1);
    return alone.empty() ? std::nullopt : std::optional(checkOwn(compiled, question, alone));
}

CheckedAnswers checkAnswers(const AnswerQuestion& question, std::span<engines::Engine* const> others,
    const std::filesystem::path& folder)
{
    const FactMemory memory(folder.empty() ? folder : folder / "answers");
    const std::string situation = situationOf(question, others);
    if (const auto known = remembered(memory.find(situation), question, others))
        return *known;
    const auto compiled = compiledBy(question.engine, question, question.options.device);
    const Scores alone = compiled ? scoresOf(*compiled, question, kImages, 1) : Scores();
    if (alone.empty())
        return {};
    CheckedAnswers checked{checkOwn(*compiled, question, alone), {}};
    for (engines::Engine* const other : others) {
        const auto theirs = compiledBy(*other, question, engines::CompileOptions().device);
        const Scores scores = theirs ? scoresOf(*theirs, question, kImages, 1) : Scores();
        if (scores.size() != alone.size())
            continue;
        const std::size_t classes = question.source.classes;
        checked.second = SecondOpinion{
            withVersion(*other), alone.size() / classes, sameImages(isSameAnswer, alone, scores, classes)};
        break;
    }
    memory.keep(situation, kept(checked));
    return checked;
}

} // namespace iotbench
