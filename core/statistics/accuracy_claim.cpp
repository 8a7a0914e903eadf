#include "statistics/claims.h"
#include "statistics/figure_text.h"
#include "statistics/judging.h"

#include <algorithm>

namespace iotbench {
namespace {

constexpr std::uint64_t kFewestDistinct = 1'000;
constexpr std::uint64_t kMostOtherLabelsPerMille = 1;

// How far from its card a model may be: by more than so many images and more than this share of them.
struct CardLimit {
    std::uint64_t images;
    std::uint64_t perMille;

    bool isExceeded(std::uint64_t apart, std::uint64_t compared) const
    {
        return apart > images && overPerMille(apart, compared, perMille);
    }
    std::string percent() const { return shortText(static_cast<double>(perMille) / 10, 2); }
};

// A user's own card tells what the model answered on the machine that it was made on; another processor may
// round otherwise.
bool isOfAnotherProcessor(const RunResult& result)
{
    return !result.model.cardInstructionSets.empty()
        && result.model.cardInstructionSets != result.machine.instructionSets;
}

// What the card says of the same images is what the model must say here.
void compareWithCard(const CardAgreement& card, const RunResult& result, Judging& judging)
{
    const bool exact = result.engine.precision == PrecisionAsked::Fp32;
    const bool elsewhere = isOfAnotherProcessor(result);
    const Judgement otherwise = elsewhere ? Judgement::Weak : Judgement::Invalid;
    const Message remake{TR("the card was made on a processor with other instructions: make it again here "
                            "(--make-card)")};
    const CardLimit ofTotal = exact ? CardLimit{1, 1} : CardLimit{3, 3};
    const CardLimit ofPredictions = exact ? CardLimit{1, 1} : CardLimit{10, 10};
    const std::uint64_t apart
        = card.correct > card.cardCorrect ? card.correct - card.cardCorrect : card.cardCorrect - card.correct;
    const std::uint64_t differing = card.compared - card.agreed;
    if (ofTotal.isExceeded(apart, card.compared))
        judging.add(otherwise,
            {TR("%1 correct of %2 test images where the model's card has %3: over %4 points apart"),
                {text(card.correct), text(card.compared), text(card.cardCorrect), ofTotal.percent()}},
            elsewhere
                ? remake
                : Message(TR("the images are not fed as the model was trained: check -s at the sender, the "
                             "engine and its version")));
    else if (ofPredictions.isExceeded(differing, card.compared))
        judging.add(otherwise,
            {TR("%1 of %2 predictions differ from those of the model's card, over %3 %, though as many are "
                "correct"),
                {text(differing), text(card.compared), ofPredictions.percent()}},
            elsewhere
                ? remake
                : Message(TR("the card is of another model: make it again if it is your own, else check the "
                             "engine and its version")));
    else
        judging.add(Judgement::Valid,
            {TR("%1 of %2 predictions are the card's own (%3 correct, card %4)"),
                {text(card.agreed), text(card.compared), text(card.correct), text(card.cardCorrect)}});
}

// Two engines that compute the same model must predict the same; rounding to int8 or bf16 may turn one of 32
// images.
void compareWithOpinion(const SecondOpinion& opinion, const EngineFacts& engine, Judging& judging)
{
    const std::uint64_t differing = opinion.compared - opinion.agreed;
    const std::uint64_t allowed = engine.precision == PrecisionAsked::Fp32 ? 0 : 1;
    if (differing > allowed)
        judging.add(Judgement::Weak,
            {TR("the engines %1 and %2 predict %3 of %4 images otherwise, and the model has no card to tell "
                "which is "
                "right"),
                {engine.name, opinion.engine, text(differing), text(opinion.compared)}},
            TR("compare with the program that the model is from, and take the engine that agrees with it "
               "(--engine)"));
    else
        judging.add(Judgement::Valid,
            {TR("the engines %1 and %2 agree on %3 of %4 images"),
                {engine.name, opinion.engine, text(opinion.agreed), text(opinion.compared)}});
}

// An image has one answer, whenever it comes and whatever comes with it.
void judgeAnswerCheck(const AnswerCheck& check, Judging& judging)
{
    if (check.again < check.asked)
        judging.add(Judgement::Weak,
            {TR("the model answers %1 of %2 images otherwise when it is asked again"),
                {text(check.asked - check.again), text(check.asked)}},
            TR("export it for inference: without dropout, noise, and random numbers"));
    else if (check.inBatches < check.compared)
        judging.add(Judgement::Weak,
            {TR("the model answers %1 of %2 images otherwise in batches of %3 than alone"),
                {text(check.compared - check.inBatches), text(check.compared), text(check.batch)}},
            TR("take --batch-size 1, or export the model so that images of a batch do not mix"));
}

void judgeLabels(const ContentFacts& content, Judging& judging)
{
    if (content.otherLabels == 0)
        return;
    const bool many = overPerMille(content.otherLabels, content.inTestSet, kMostOtherLabelsPerMille);
    judging.add(many ? Judgement::Invalid : Judgement::Valid,
        {many ? TR("the labels are not the set's: %1 of %2 test images came under another, over 0.1 %")
              : TR("%1 of %2 test images came under another label than the set's"),
            {text(content.otherLabels), text(content.inTestSet)}},
        {TR("check where the sender takes its labels from"), {}});
}

// Without a card to compare with, a result has to be clearly better than guessing: by a ninth of the way from
// the share of the commonest label, or from 1/classes, to 100 %.
void compareWithChance(const RunResult& result, Judging& judging)
{
    const DistinctCounts& distinct = result.content.distinct;
    const Interval interval = *accuracyInterval(result);
    const auto commonest = std::ranges::max_element(distinct.byLabel);
    const double share = static_cast<double>(*commonest) / static_cast<double>(distinct.kept);
    const double guessing = std::max(share, 1.0 / static_cast<double>(distinct.byLabel.size()));
    const double clearlyBetter = guessing + (1 - guessing) / 9;
    if (interval.low >= clearlyBetter)
        return;
    if (share > 0.5) {
        const auto label = static_cast<std::size_t>(commonest - distinct.byLabel.begin());
        judging.add(Judgement::Weak,
            {TR("it cannot be told from always predicting %1, which is the label of %2 % of the images"),
                {result.imageFacts.classes[label], percentText(share)}},
            {TR("send about as many images of each class"), {}});
        return;
    }
    const std::vector<Message::Argument> figures{
        percentText(interval.low), percentText(interval.high), percentText(clearlyBetter)};
    const Message advice{
        TR("check that model, normalisation (-s at the sender) and labels belong together"), {}};
    if (interval.high < clearlyBetter)
        judging.add(Judgement::Invalid,
            {TR("no better than chance: the 95 % interval, %1 to %2 %, lies under %3 %"), figures}, advice);
    else
        judging.add(distinct.images < kFewestDistinct ? Judgement::Weak : Judgement::Invalid,
            {TR("not clearly better than chance: the 95 % interval, %1 to %2 %, reaches under %3 %"),
                figures},
            advice);
}

// Why the claim is not made; empty where it is.
Message notMade(const RunResult& result)
{
    if (result.settings.role == Role::Send)
        return {TR("the receiver judges it"), {}};
    if (!judgesAnswers(result))
        return {TR("the engine %1 does not infer"), {result.engine.name}};
    if (result.settings.role == Role::Worker) // a few images of a larger run say nothing
        return {TR("whoever reads the answers judges it"), {}};
    if (result.content.distinct.kept == 0)
        return {TR("no image was classified"), {}};
    return {};
}

} // namespace

ClaimVerdict judgeAccuracy(const RunResult& result)
{
    Judging judging(Claim::Accuracy);
    if (Message why = notMade(result); !why.empty()) {
        judging.notMade(std::move(why));
        return judging.verdict();
    }
    const ContentFacts& content = result.content;
    if (result.scoresNotFinite > 0)
        judging.add(Judgement::Invalid,
            {TR("the model gave %1 of %2 images a score that is not a finite number"),
                {text(result.scoresNotFinite), text(result.counts.classified)}},
            {TR("check the model file, and try another engine or precision"), {}});
    judgeLabels(content, judging);
    if (result.card)
        compareWithCard(*result.card, result, judging);
    else if (result.secondOpinion)
        compareWithOpinion(*result.secondOpinion, result.engine, judging);
    if (!result.card && result.answerCheck)
        judgeAnswerCheck(*result.answerCheck, judging);
    if (!result.card || content.inTestSet < result.counts.classified)
        compareWithChance(result, judging);
    if (result.model.hasCard && content.inTestSet < result.counts.classified)
        judging.add(Judgement::Valid,
            {TR("%1 of %2 images are not in the test set: no card tells of them"),
                {text(result.counts.classified - content.inTestSet), text(result.counts.classified)}});
    if (!result.looksAsModelWants)
        judging.add(Judgement::Weak,
            {TR("the stream does not look as the model wants it (%1)"),
                {std::string(toString(result.model.normalisation))}},
            {result.model.normalisation == Normalisation::MeanSubtracted
                    ? TR("give the sender -s, so that it subtracts the mean")
                    : TR("leave out -s at the sender"),
                {}});
    if (content.distinct.images < kFewestDistinct)
        judging.add(Judgement::Weak,
            {TR("only %1 distinct images, fewer than 1000"), {text(content.distinct.images)}},
            {TR("send more: -t 10000 is the whole test set"), {}});
    return judging.verdict();
}

} // namespace iotbench
