// The rules of the accuracy as a table.
#pragma once

#include "claim_row.h"
#include "images/cifar10.h"

#include <vector>

namespace iotbench::test {

// `right` of `compared` where the card has 9,212 or 92 of them.
inline void compare(RunResult& run, PrecisionAsked precision, std::uint64_t compared, std::uint64_t right,
    std::uint64_t cardCorrect)
{
    run.engine.precision = precision;
    run.counts.classified = run.content.inTestSet = compared;
    run.counts.correct = right;
    const std::uint64_t apart = right > cardCorrect ? right - cardCorrect : cardCorrect - right;
    run.card = CardAgreement{compared, compared - apart, right, cardCorrect, {}};
}

// So many predictions are not the card's, and 92 % are correct in either.
inline void differ(RunResult& run, PrecisionAsked precision, std::uint64_t compared, std::uint64_t differing)
{
    compare(run, precision, compared, compared * 92 / 100, compared * 92 / 100);
    run.card->agreed -= differing;
}

inline void distinct(RunResult& run, std::uint64_t images, std::uint64_t correct)
{
    run.content.distinct = {.images = images, .kept = images, .correct = correct};
    run.content.distinct.byLabel.assign(cifar10::kClassCount, images / cifar10::kClassCount);
}

// Images that are in no set, each of them once.
inline void unknownImages(RunResult& run, std::uint64_t images, std::uint64_t right)
{
    run.card.reset();
    run.model.hasCard = false;
    run.answerCheck.reset();
    run.secondOpinion.reset();
    run.counts.received = run.counts.classified = images;
    run.counts.correct = right;
    run.content = {};
    run.content.inNoSet = images;
    distinct(run, images, right);
}

inline const std::vector<ClaimRow>& accuracyRows()
{
    static const auto agrees
        = "VALID: 9999 of 10000 predictions are the card's own (9212 correct, card 9212)";
    static const std::vector<ClaimRow> rows = {
        {"as the card", Claim::Accuracy, kValid, {agrees}, [](auto&) {}},
        {"fp32 0.1 point fewer", Claim::Accuracy, kValid,
            {"VALID: 9990 of 10000 predictions are the card's own (9202 correct, card 9212)"},
            [](auto& run) { compare(run, PrecisionAsked::Fp32, 10'000, 9'202, 9'212); }},
        {"fp32 0.11 fewer", Claim::Accuracy, kInvalid,
            {"INVALID: 9201 correct of 10000 test images where the model's card has 9212: over 0.1 points "
             "apart"},
            [](auto& run) { compare(run, PrecisionAsked::Fp32, 10'000, 9'201, 9'212); }},
        {"fp32 0.11 more", Claim::Accuracy, kInvalid,
            {"INVALID: 9223 correct of 10000 test images where the model's card has 9212: over 0.1 points "
             "apart"},
            [](auto& run) { compare(run, PrecisionAsked::Fp32, 10'000, 9'223, 9'212); }},
        {"fp32 one image of few", Claim::Accuracy, kValid,
            {"VALID: 99 of 100 predictions are the card's own (91 correct, card 92)"},
            [](auto& run) { compare(run, PrecisionAsked::Fp32, 100, 91, 92); }},
        {"fp32 two images of few", Claim::Accuracy, kInvalid,
            {"INVALID: 90 correct of 100 test images where the model's card has 92: over 0.1 points apart"},
            [](auto& run) { compare(run, PrecisionAsked::Fp32, 100, 90, 92); }},
        {"int8 0.3 points", Claim::Accuracy, kValid,
            {"VALID: 9970 of 10000 predictions are the card's own (9182 correct, card 9212)"},
            [](auto& run) { compare(run, PrecisionAsked::Int8, 10'000, 9'182, 9'212); }},
        {"int8 0.31 points", Claim::Accuracy, kInvalid,
            {"INVALID: 9181 correct of 10000 test images where the model's card has 9212: over 0.3 points "
             "apart"},
            [](auto& run) { compare(run, PrecisionAsked::Int8, 10'000, 9'181, 9'212); }},
        {"bf16 three images of few", Claim::Accuracy, kValid,
            {"VALID: 97 of 100 predictions are the card's own (89 correct, card 92)"},
            [](auto& run) { compare(run, PrecisionAsked::Bf16, 100, 89, 92); }},
        {"bf16 four images of few", Claim::Accuracy, kInvalid,
            {"INVALID: 88 correct of 100 test images where the model's card has 92: over 0.3 points apart"},
            [](auto& run) { compare(run, PrecisionAsked::Bf16, 100, 88, 92); }},
        {"equal totals, 9 % of the predictions differ", Claim::Accuracy, kInvalid,
            {"INVALID: 900 of 10000 predictions differ from those of the model's card, over 0.1 %, though as "
             "many are correct -> the card is of another model: make it again if it is your own, else check "
             "the engine and its version"},
            [](auto& run) { differ(run, PrecisionAsked::Fp32, 10'000, 900); }},
        {"fp32 0.1 % of the predictions differ", Claim::Accuracy, kValid,
            {"VALID: 9990 of 10000 predictions are the card's own (9200 correct, card 9200)"},
            [](auto& run) { differ(run, PrecisionAsked::Fp32, 10'000, 10); }},
        {"fp32 0.11 % differ", Claim::Accuracy, kInvalid,
            {"INVALID: 11 of 10000 predictions differ from those of the model's card, over 0.1 %, though as "
             "many are correct"},
            [](auto& run) { differ(run, PrecisionAsked::Fp32, 10'000, 11); }},
        {"int8 1 % of the predictions differ", Claim::Accuracy, kValid,
            {"VALID: 9900 of 10000 predictions are the card's own (9200 correct, card 9200)"},
            [](auto& run) { differ(run, PrecisionAsked::Int8, 10'000, 100); }},
        {"int8 1.01 % differ", Claim::Accuracy, kInvalid,
            {"INVALID: 101 of 10000 predictions differ from those of the model's card, over 1 %, though as "
             "many are correct"},
            [](auto& run) { differ(run, PrecisionAsked::Int8, 10'000, 101); }},
        {"bf16 ten predictions of few", Claim::Accuracy, kValid,
            {"VALID: 90 of 100 predictions are the card's own (92 correct, card 92)"},
            [](auto& run) { differ(run, PrecisionAsked::Bf16, 100, 10); }},
        {"1,070 of 10,000 correct without a card", Claim::Accuracy, kInvalid,
            {"INVALID: no better than chance: the 95 % interval, 10.1 to 11.3 %, lies under 20.0 % -> check "
             "that model, normalisation (-s at the sender) and labels belong together"},
            [](auto& run) { unknownImages(run, 10'000, 1'070); }},
        {"without a card, low end 20.006 %", Claim::Accuracy, kValid, {},
            [](auto& run) { unknownImages(run, 10'000, 2'079); }},
        {"without a card, low end 19.996 %", Claim::Accuracy, kInvalid,
            {"INVALID: not clearly better than chance: the 95 % interval, 20.0 to 21.6 %, reaches under 20.0 "
             "% -> check that model, normalisation (-s at the sender) and labels belong together"},
            [](auto& run) { unknownImages(run, 10'000, 2'078); }},
        {"without a card, below chance", Claim::Accuracy, kInvalid,
            {"INVALID: no better than chance: the 95 % interval, 0.8 to 1.2 %, lies under 20.0 %"},
            [](auto& run) { unknownImages(run, 10'000, 100); }},
        {"without a card, 5 of 10", Claim::Accuracy, kWeak,
            {"WEAK: only 10 distinct images, fewer than 1000"}, [](auto& run) { unknownImages(run, 10, 5); }},
        {"without a card, 3 of 10: low end 10.8 %", Claim::Accuracy, kWeak,
            {"WEAK: not clearly better than chance: the 95 % interval, 10.8 to 60.3 %, reaches under 20.0 %",
                "WEAK: only 10 distinct images, fewer than 1000"},
            [](auto& run) { unknownImages(run, 10, 3); }},
        {"without a card, 300 of 1,000 where a label has 20 %: it takes 28.9 %", Claim::Accuracy, kInvalid,
            {"INVALID: not clearly better than chance: the 95 % interval, 27.2 to 32.9 %, reaches under 28.9 "
             "%"},
            [](auto& run) {
                unknownImages(run, 1'000, 300);
                run.content.distinct.byLabel[3] = 200;
            }},
        {"without a card, 330 of 1,000 where a label has 20 %", Claim::Accuracy, kValid, {},
            [](auto& run) {
                unknownImages(run, 1'000, 330);
                run.content.distinct.byLabel[3] = 200;
            }},
        {"without a card, one label has 60 % of the images", Claim::Accuracy, kWeak,
            {"WEAK: it cannot be told from always predicting cat, which is the label of 60.0 % of the images "
             "-> send about as many images of each class"},
            [](auto& run) {
                unknownImages(run, 10'000, 6'000);
                run.content.distinct.byLabel[3] = 6'000;
            }},
        {"without a card, one label has 60 %, and 70 % are correct", Claim::Accuracy, kValid, {},
            [](auto& run) {
                unknownImages(run, 10'000, 7'000);
                run.content.distinct.byLabel[3] = 6'000;
            }},
        {"partly known images are judged by both rules", Claim::Accuracy, kInvalid,
            {"INVALID: no better than chance: the 95 % interval, 9.4 to 10.6 %, lies under 20.0 %",
                "VALID: 1000 of 1000 predictions are the card's own (920 correct, card 920)",
                "VALID: 9000 of 10000 images are not in the test set: no card tells of them"},
            [](auto& run) {
                unknownImages(run, 10'000, 1'000);
                run.content.inTestSet = 1'000;
                run.model.hasCard = true;
                run.card = CardAgreement{1'000, 1'000, 920, 920, {}};
            }},
        {"a card that tells of none of the images", Claim::Accuracy, kValid,
            {"VALID: 10000 of 10000 images are not in the test set: no card tells of them"},
            [](auto& run) {
                unknownImages(run, 10'000, 8'000);
                run.model.hasCard = true;
            }},
        {"known images are judged by the card alone", Claim::Accuracy, kValid, {agrees},
            [](auto& run) { run.counts.correct = run.content.distinct.correct = 1'000; }},
        {"0.1 % of the labels are not the set's", Claim::Accuracy, kValid,
            {"VALID: 10 of 10000 test images came under another label than the set's -> check where the "
             "sender takes its labels from",
                agrees},
            [](auto& run) { run.content.otherLabels = 10; }},
        {"0.11 % of the labels are not the set's", Claim::Accuracy, kInvalid,
            {"INVALID: the labels are not the set's: 11 of 10000 test images came under another, over 0.1 %",
                agrees},
            [](auto& run) { run.content.otherLabels = 11; }},
        {"one score is not finite", Claim::Accuracy, kInvalid,
            {"INVALID: the model gave 1 of 10000 images a score that is not a finite number -> check the "
             "model file, and try another engine or precision",
                agrees},
            [](auto& run) { run.scoresNotFinite = 1; }},
        {"1,000 distinct images", Claim::Accuracy, kValid, {agrees},
            [](auto& run) { distinct(run, 1'000, 921); }},
        {"999 distinct images", Claim::Accuracy, kWeak,
            {"WEAK: only 999 distinct images, fewer than 1000 -> send more: -t 10000 is the whole test set",
                agrees},
            [](auto& run) { distinct(run, 999, 920); }},
        {"does not look mean-subtracted", Claim::Accuracy, kWeak,
            {"WEAK: the stream does not look as the model wants it (mean-subtracted) -> give the sender -s, "
             "so that it "
             "subtracts the mean",
                agrees},
            [](auto& run) { run.looksAsModelWants = false; }},
        {"looks mean-subtracted", Claim::Accuracy, kWeak,
            {"WEAK: the stream does not look as the model wants it (unit) -> leave out -s at the sender",
                agrees},
            [](auto& run) {
                run.looksAsModelWants = false;
                run.model.normalisation = Normalisation::Unit;
            }},
        {"a user's own card, made on another processor", Claim::Accuracy, kWeak,
            {"WEAK: 9201 correct of 10000 test images where the model's card has 9212: over 0.1 points apart "
             "-> the "
             "card was made on a processor with other instructions: make it again here (--make-card)"},
            [](auto& run) {
                compare(run, PrecisionAsked::Fp32, 10'000, 9'201, 9'212);
                run.model.cardInstructionSets = "neon";
            }},
        {"a user's own card, made on this processor", Claim::Accuracy, kInvalid,
            {"INVALID: 9201 correct of 10000 test images where the model's card has 9212: over 0.1 points "
             "apart"},
            [](auto& run) {
                compare(run, PrecisionAsked::Fp32, 10'000, 9'201, 9'212);
                run.model.cardInstructionSets = run.machine.instructionSets;
            }},
        {"a second engine agrees", Claim::Accuracy, kValid,
            {"VALID: the engines opencv and onnxruntime 1.21.0 agree on 32 of 32 images"},
            [](auto& run) {
                unknownImages(run, 10'000, 5'000);
                run.secondOpinion = SecondOpinion{"onnxruntime 1.21.0", 32, 32};
            }},
        {"a second engine disagrees", Claim::Accuracy, kWeak,
            {"WEAK: the engines opencv and onnxruntime 1.21.0 predict 1 of 32 images otherwise, and the "
             "model has no "
             "card to tell which is right -> compare with the program that the model is from, and take the "
             "engine "
             "that agrees with it (--engine)"},
            [](auto& run) {
                unknownImages(run, 10'000, 5'000);
                run.secondOpinion = SecondOpinion{"onnxruntime 1.21.0", 32, 31};
            }},
        {"a second engine rounds one image otherwise in int8", Claim::Accuracy, kValid,
            {"VALID: the engines opencv and onnxruntime 1.21.0 agree on 31 of 32 images"},
            [](auto& run) {
                unknownImages(run, 10'000, 5'000);
                run.engine.precision = PrecisionAsked::Int8;
                run.secondOpinion = SecondOpinion{"onnxruntime 1.21.0", 32, 31};
            }},
        {"a model that answers otherwise another time", Claim::Accuracy, kWeak,
            {"WEAK: the model answers 3 of 8 images otherwise when it is asked again -> export it for "
             "inference: "
             "without dropout, noise, and random numbers"},
            [](auto& run) {
                unknownImages(run, 10'000, 5'000);
                run.answerCheck = AnswerCheck{8, 5, 16, 32, 20};
            }},
        {"a model that mixes the images of a batch", Claim::Accuracy, kWeak,
            {"WEAK: the model answers 12 of 32 images otherwise in batches of 16 than alone -> take "
             "--batch-size "
             "1, or export the model so that images of a batch do not mix"},
            [](auto& run) {
                unknownImages(run, 10'000, 5'000);
                run.answerCheck = AnswerCheck{8, 8, 16, 32, 20};
            }},
        {"a model whose answers are its own", Claim::Accuracy, kValid, {},
            [](auto& run) {
                unknownImages(run, 10'000, 5'000);
                run.answerCheck = AnswerCheck{8, 8, 16, 32, 32};
            }},
        {"engine null", Claim::Accuracy, kNotJudged, {"not judged: the engine null does not infer"},
            [](auto& run) {
                run.engine.name = "null";
                run.engine.infers = false;
            }},
        {"role send", Claim::Accuracy, kNotJudged, {"not judged: the receiver judges it"},
            [](auto& run) { sent(run, 10'000); }},
        {"role worker", Claim::Accuracy, kNotJudged, {"not judged: whoever reads the answers judges it"},
            [](auto& run) { run.settings.role = Role::Worker; }},
        {"nothing classified", Claim::Accuracy, kNotJudged, {"not judged: no image was classified"},
            [](auto& run) {
                run.counts.classified = run.counts.correct = 0;
                run.content = {};
            }},
    };
    return rows;
}

} // namespace iotbench::test
