// What a second engine says of a model, when it is asked, and when what was found out before serves again.
#include "run/second_opinion.h"

#include "engines/aligned_floats.h"
#include "images/cifar10.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>

using namespace iotbench;

namespace {

constexpr std::size_t kClasses = cifar10::kClassCount;

// Gives each image the scores that belong to its first value, whatever the model.
using Answers = std::map<int, std::vector<float>>;

class FakeSession final : public engines::Session {
public:
    explicit FakeSession(const Answers& answers)
        : m_answers(answers)
    {
    }
    std::size_t batch() const noexcept override { return 1; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override
    {
        const auto answer = m_answers.find(static_cast<int>(m_input.data()[0]));
        const std::vector<float> certain{1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        const std::vector<float>& scores = answer == m_answers.end() ? certain : answer->second;
        std::copy(scores.begin(), scores.end(), m_scores.data());
        return m_scores.data();
    }
    const Message& error() const noexcept override { return m_error; }

private:
    const Answers& m_answers;
    engines::AlignedFloats m_input{cifar10::kImageValues};
    engines::AlignedFloats m_scores{kClasses};
    Message m_error;
};

class FakeEngine final : public engines::Engine {
public:
    explicit FakeEngine(std::string name, Answers answers = {}, bool refuses = false)
        : m_name(std::move(name))
        , m_answers(std::move(answers))
        , m_refuses(refuses)
    {
    }
    std::string name() const override { return m_name; }
    std::string version() const override { return m_version; }
    std::vector<engines::Precision> precisions() const override { return {engines::Precision::Fp32}; }
    std::vector<std::string> devices() const override { return {"CPU"}; }
    engines::CompileResult compile(
        const engines::ModelSource&, const engines::CompileOptions&) noexcept override
    {
        ++m_compiled;
        if (m_refuses)
            return {nullptr, verbatim("does not like it")};
        return {std::make_unique<Model>(m_answers), {}};
    }

    int m_compiled = 0;
    std::string m_version = "1";

private:
    struct Model final : engines::CompiledModel {
        explicit Model(const Answers& its)
            : answers(its)
        {
        }
        engines::SessionResult createSession(std::size_t) noexcept override
        {
            return {std::make_unique<FakeSession>(answers), {}};
        }
        std::string description() const override { return "fake"; }
        const Answers& answers;
    };

    std::string m_name;
    Answers m_answers;
    bool m_refuses;
};

// Forty images, each of one value: its place in the set.
ImageSet numberedImages()
{
    ImageSet set;
    set.facts = cifar10::facts();
    for (std::size_t k = 0; k < 40; ++k) {
        set.pixels.insert(set.pixels.end(), cifar10::kImageValues, static_cast<std::uint8_t>(k));
        set.labels.push_back(0);
    }
    return set;
}

} // namespace

class TestSecondOpinion : public QObject {
    Q_OBJECT

private:
    LoadedModel m_model;
    const ImageSet m_images = numberedImages();
    const PixelMean m_mean{};
    QTemporaryDir m_folder;

    std::optional<SecondOpinion> ask(FakeEngine& own, const std::vector<engines::Engine*>& others) const
    {
        engines::ModelSource source;
        source.classes = kClasses;
        return secondOpinion({m_model, source, own, {}, m_images, m_mean, Normalisation::Raw}, others,
            m_folder.path().toStdString());
    }

private slots:
    void init()
    {
        m_model.sha256 = QTest::currentTestFunction(); // nothing of another test is remembered
        if (const char* row = QTest::currentDataTag())
            m_model.sha256 += row;
        m_model.facts.scores = ScoreKind::Probabilities;
    }

    void imagesAreCompared_data()
    {
        QTest::addColumn<int>("image"); // which the other engine answers otherwise
        QTest::addColumn<QList<float>>("scores");
        QTest::addColumn<int>("agreed");
        QTest::newRow("the same class") << 3 << QList<float>{0.6F, 0.4F, 0, 0, 0, 0, 0, 0, 0, 0} << 32;
        QTest::newRow("another class") << 3 << QList<float>{0.4F, 0.6F, 0, 0, 0, 0, 0, 0, 0, 0} << 31;
        QTest::newRow("as good as undecided")
            << 3 << QList<float>{0.496F, 0.504F, 0, 0, 0, 0, 0, 0, 0, 0} << 32;
        QTest::newRow("the last image") << 31 << QList<float>{0, 1, 0, 0, 0, 0, 0, 0, 0, 0} << 31;
        QTest::newRow("one that is not asked about")
            << 32 << QList<float>{0, 1, 0, 0, 0, 0, 0, 0, 0, 0} << 32;
        QTest::newRow("no numbers") << 3 << QList<float>(10, std::numeric_limits<float>::quiet_NaN()) << 32;
    }
    void imagesAreCompared()
    {
        QFETCH(int, image);
        QFETCH(QList<float>, scores);
        QFETCH(int, agreed);
        FakeEngine own("own");
        FakeEngine other("other", {{image, {scores.begin(), scores.end()}}});
        const auto opinion = ask(own, {&other});
        QVERIFY(opinion);
        QCOMPARE(opinion->engine, std::string("other 1"));
        QCOMPARE(opinion->compared, std::uint64_t{32});
        QCOMPARE(int(opinion->agreed), agreed);
    }

    void anEngineThatCannotIsPassedOver()
    {
        FakeEngine own("own");
        FakeEngine unwilling("unwilling", {}, true);
        FakeEngine able("able");
        QCOMPARE(ask(own, {&unwilling, &able})->engine, std::string("able 1"));
        QVERIFY(!ask(own, {&unwilling}));
        QVERIFY(!ask(own, {}));
        QVERIFY(!ask(unwilling, {&able}));
    }

    void itIsAskedOnceForAFileAndItsEngines()
    {
        FakeEngine own("own");
        FakeEngine other("other", {{7, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0}}});
        const auto first = ask(own, {&other});
        QCOMPARE(ask(own, {&other}), first);
        QCOMPARE(own.m_compiled, 1);
        QCOMPARE(other.m_compiled, 1);
        other.m_version = "2";
        QCOMPARE(ask(own, {&other})->engine, std::string("other 2"));
        QCOMPARE(other.m_compiled, 2);
        m_model.sha256 += " changed";
        ask(own, {&other});
        QCOMPARE(other.m_compiled, 3);
    }

    void whatIsNoAnswerIsAskedAgain_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("all of them");
        QTest::newRow("more than there were") << QByteArray("33\n");
        QTest::newRow("long") << QByteArray(100, '1');
    }
    void whatIsNoAnswerIsAskedAgain()
    {
        QFETCH(QByteArray, kept);
        FakeEngine own("own");
        FakeEngine other("other");
        ask(own, {&other});
        const QDir folder(m_folder.filePath("second-opinions"));
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(kept);
        }
        QCOMPARE(ask(own, {&other})->agreed, std::uint64_t{32});
        QCOMPARE(other.m_compiled, 2);
    }
};

QTEST_APPLESS_MAIN(TestSecondOpinion)
#include "tst_second_opinion.moc"
