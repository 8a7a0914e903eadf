// Whole Keras models against what Keras itself answers for the same images.
#include "model_fixture.h"

#include "images/cifar10.h"
#include "models/scores.h"

#include <algorithm>
#include <cmath>

using namespace iotbench;
using namespace iotbench::test;

namespace {

// The largest difference, as a part of the expected value where that is over one.
double largestDifference(
    const std::vector<float>& scores, const std::vector<std::vector<double>>& expected, std::size_t from = 0)
{
    double largest = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        for (std::size_t c = 0; c < cifar10::kClassCount; ++c) {
            const double wanted = expected[i][from + c];
            const double difference
                = std::abs(static_cast<double>(scores[i * cifar10::kClassCount + c]) - wanted);
            largest = std::max(largest, difference / std::max(1.0, std::abs(wanted)));
        }
    }
    return largest;
}

std::vector<unsigned> topClasses(const std::vector<float>& scores)
{
    std::vector<unsigned> classes;
    for (std::size_t i = 0; i + cifar10::kClassCount <= scores.size(); i += cifar10::kClassCount) {
        classes.push_back(
            topClass(std::span(scores).subspan(i, cifar10::kClassCount), ScoreKind::Probabilities).predicted);
    }
    return classes;
}

} // namespace

class TestKerasModels : public QObject {
    Q_OBJECT

private slots:
    void answersAsKerasDoes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("scores");
        QTest::newRow("every layer, Keras 2") << "every_layer_keras2" << int(ScoreKind::Probabilities);
        QTest::newRow("every layer, Keras 3") << "every_layer_keras3" << int(ScoreKind::Probabilities);
        QTest::newRow("logits, Keras 2") << "logits_keras2" << int(ScoreKind::Logits);
        QTest::newRow("logits, Keras 3") << "logits_keras3" << int(ScoreKind::Logits);
    }
    void answersAsKerasDoes()
    {
        QFETCH(QString, name);
        QFETCH(int, scores);
        const ModelOnTestSet model(dataPath("models/" + name + ".h5"));
        QCOMPARE(static_cast<int>(model.model().facts.scores), scores);
        QCOMPARE(model.model().facts.opset, std::int64_t{10});
        const auto expected = readTable(dataPath("models/" + name + ".csv"));
        QCOMPARE(expected.size(), std::size_t{8});
        const double difference = largestDifference(model.scores({Normalisation::Unit, 8, 8, 1}), expected);
        QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));
    }

    void aBatchIsSoManySingleImages()
    {
        const ModelOnTestSet model(dataPath("models/every_layer_keras2.h5"));
        const std::vector<float> single = model.scores({Normalisation::Unit, 32, 1, 1});
        for (const std::size_t batch : {2, 8, 32}) {
            const std::vector<float> many = model.scores({Normalisation::Unit, 32, batch, 1});
            QVERIFY(std::equal(single.begin(), single.end(), many.begin(), many.end(),
                [](float a, float b) { return std::abs(a - b) < 1e-5F; }));
        }
    }

    void sequentialCnnAnswersAsKerasDoes()
    {
        IOTBENCH_NEED_SHARED("reference/keras_cnn_sequential.h5");
        const ModelOnTestSet model(sharedPath("reference/keras_cnn_sequential.h5"));
        QCOMPARE(model.model().facts.parameters, std::uint64_t{1'250'858});
        const auto expected = readTable(sharedPath("reference/keras_cnn_sequential_outputs.csv"), 1);
        QCOMPARE(expected.size(), std::size_t{100});
        const std::vector<float> scores = model.scores({Normalisation::Unit, 100, 8, 1});
        const double difference
            = largestDifference(scores, expected, expected.front().size() - cifar10::kClassCount);
        QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));
    }

    void originalResnetPredictsAsKerasDoes_data()
    {
        QTest::addColumn<int>("images");
        QTest::addColumn<int>("right");
        QTest::newRow("the first 300") << 300 << 273;
        QTest::newRow("all 10,000") << 10'000 << 9'147;
    }
    void originalResnetPredictsAsKerasDoes()
    {
        QFETCH(int, images);
        QFETCH(int, right);
        IOTBENCH_NEED_SHARED("reference/cifar10_ResNet20v1_model_91470.h5");
        const ModelOnTestSet model(sharedPath("reference/cifar10_ResNet20v1_model_91470.h5"));
        const auto expected = readTable(sharedPath("reference/resnet20v1_91470_predictions.csv"), 1);
        const auto count = static_cast<std::size_t>(images);
        const std::vector<unsigned> predicted
            = topClasses(model.scores({Normalisation::MeanSubtracted, count, 8, 2}));
        int agreeing = 0;
        int correct = 0;
        for (std::size_t i = 0; i < count; ++i) {
            agreeing += predicted[i] == static_cast<unsigned>(expected[i][2]) ? 1 : 0;
            correct += predicted[i] == model.images().labels[i] ? 1 : 0;
        }
        QCOMPARE(agreeing, images);
        QCOMPARE(correct, right);
    }
};

QTEST_APPLESS_MAIN(TestKerasModels)
#include "tst_keras_models.moc"
