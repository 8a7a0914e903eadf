#include "models/scores.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <limits>

using namespace iotbench;

class TestScores : public QObject {
    Q_OBJECT

private slots:
    void probabilitiesPassThrough()
    {
        const std::array<float, 3> scores{0.2F, 0.7F, 0.1F};
        const TopClass top = topClass(scores, ScoreKind::Probabilities);
        QCOMPARE(int(top.predicted), 1);
        QCOMPARE(top.probability, 0.7F);
    }

    void logitsGoThroughASoftmax()
    {
        const std::array<float, 3> scores{0, std::log(3.0F), std::log(4.0F)};
        const TopClass top = topClass(scores, ScoreKind::Logits);
        QCOMPARE(int(top.predicted), 2);
        QVERIFY(std::abs(top.probability - 0.5F) < 1e-6F);
        std::array<float, 3> probabilities{};
        classProbabilities(scores, ScoreKind::Logits, probabilities);
        QVERIFY(std::abs(probabilities[0] - 0.125F) < 1e-6F);
        QVERIFY(std::abs(probabilities[1] - 0.375F) < 1e-6F);
        QVERIFY(std::abs(probabilities[2] - 0.5F) < 1e-6F);
    }

    void hugeLogitsDoNotOverflow()
    {
        const std::array<float, 2> scores{10'000.0F, 9'999.0F};
        const TopClass top = topClass(scores, ScoreKind::Logits);
        QCOMPARE(int(top.predicted), 0);
        QVERIFY(std::abs(top.probability - 0.7310586F) < 1e-6F);
    }

    void theFirstOfEqualsWins()
    {
        const std::array<float, 4> scores{0.1F, 0.4F, 0.4F, 0.1F};
        QCOMPARE(int(topClass(scores, ScoreKind::Probabilities).predicted), 1);
    }

    // A broken model must not bring NaN into a report.
    void notANumberNeverWins()
    {
        constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
        const std::array<float, 3> some{kNan, 0.25F, kNan};
        QCOMPARE(int(topClass(some, ScoreKind::Probabilities).predicted), 1);
        const std::array<float, 2> all{kNan, kNan};
        QCOMPARE(topClass(all, ScoreKind::Probabilities).probability, 0.0F);
        QCOMPARE(topClass(all, ScoreKind::Logits).probability, 0.0F);
        QVERIFY(!topClass(some, ScoreKind::Probabilities).finite);
        QVERIFY(
            !topClass(std::array{0.5F, std::numeric_limits<float>::infinity()}, ScoreKind::Logits).finite);
        QVERIFY(topClass(std::array{0.5F, -1e38F}, ScoreKind::Logits).finite);
        std::array<float, 3> probabilities{};
        classProbabilities(some, ScoreKind::Probabilities, probabilities);
        QCOMPARE(probabilities, (std::array<float, 3>{0, 0.25F, 0}));
    }

    void noNumberIsTheAnswerOfAnother()
    {
        constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
        const std::array some{0.5F, kNan, 0.25F}, elsewhere{kNan, 0.5F, 0.25F}, numbers{0.5F, 0.0F, 0.25F};
        QVERIFY(isSameAnswer(some, some));
        QVERIFY(!isSameAnswer(some, elsewhere));
        QVERIFY(!isSameAnswer(some, numbers));
        QVERIFY(!isSameAnswer(numbers, some));
    }

    void scoresOfOneComputation()
    {
        const std::array<float, 3> own{0, 10, 4};
        QVERIFY((areSameScores(own, std::array<float, 3>{0.4F, 9.6F, 4})));
        QVERIFY((!areSameScores(own, std::array<float, 3>{0, 10, 4.6F}))); // the highest stays
        QVERIFY((!areSameScores(std::array<float, 3>{5, 5, 5}, std::array<float, 3>{5, 5, 5.1F})));
        QVERIFY((!areSameScores(own, std::array<float, 3>{0, 10, std::numeric_limits<float>::quiet_NaN()})));
    }
};

QTEST_APPLESS_MAIN(TestScores)
#include "tst_scores.moc"
