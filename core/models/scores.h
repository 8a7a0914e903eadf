// From the scores that a model gives its classes to a predicted class and how sure the model is of it.
#pragma once

#include <cstdint>
#include <span>

namespace iotbench {

enum class ScoreKind : std::uint8_t {
    Probabilities, // the model ends in a softmax
    Logits, // the softmax is still to be applied
};

struct TopClass {
    std::uint8_t predicted = 0; // the first of the highest scores (as numpy.argmax); NaN never wins
    float probability = 0; // of that class, 0..1
    bool finite = true; // all of the scores
};

// Both are thread-safe and allocate nothing. scores: 1 to 256 of them; out: as many.
TopClass topClass(std::span<const float> scores, ScoreKind kind) noexcept;
void classProbabilities(std::span<const float> scores, ScoreKind kind, std::span<float> out) noexcept;

// Whether two computations of the scores of one image give the same answer: the same class is the highest, or
// `other` has the two within 2 % of the spread of its scores, and so is as good as undecided between them.
// Independent of the scores' scale. Scores that are not finite must be so in both; false where only one gives
// every class the same.
bool isSameAnswer(std::span<const float> own, std::span<const float> other) noexcept;

// Whether an engine that computed an image twice came to the same: each score lies within 5 % of the spread
// of `own`, as rounding in another order, bf16's too, does not move it by. Scores that are not finite must be
// so in both.
bool areSameScores(std::span<const float> own, std::span<const float> again) noexcept;

} // namespace iotbench
