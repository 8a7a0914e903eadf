// What a model says when it is asked again, in batches and by a second engine; and when what was found out
// before serves again.
#include "run/checked_answers.h"

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

// How a model spoils the answers of its engine.
enum class Fault : std::uint8_t { None, AnswersOtherwiseLater, MixesItsBatch };

class FakeSession final : public engines::Session {
public:
    FakeSession(const Answers& answers, Fault fault, int& inferences, std::size_t batch)
        : m_answers(answers)
        , m_fault(fault)
        , m_inferences(inferences)
        , m_batch(batch)
        , m_input(batch * cifar10::kImageValues)
        , m_scores(batch * kClasses)
    {
    }
    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override
    {
        const bool late = m_fault == Fault::AnswersOtherwiseLater && ++m_inferences > 35;
        for (std::size_t i = 0; i < m_batch; ++i) {
            const bool mixed = m_fault == Fault::MixesItsBatch && m_batch > 1 && i == 1;
            const auto answer = m_answers.find(static_cast<int>(m_input.data()[i * cifar10::kImageValues]));
            const std::vector<float> certain{1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            const std::vector<float> others{0, 1, 0, 0, 0, 0, 0, 0, 0, 0};
            const std::vector<float>& scores = late || mixed ? others
                : answer == m_answers.end()                  ? certain
                                                             : answer->second;
            std::copy(scores.begin(), scores.end(), m_scores.data() + i * kClasses);
        }
        return m_scores.data();
    }
    const Message& error() const noexcept override { return m_error; }

private:
    const Answers& m_answers;
    const Fault m_fault;
    int& m_inferences;
    const std::size_t m_batch;
    engines::AlignedFloats m_input;
    engines::AlignedFloats m_scores;
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
        return {std::make_unique<Model>(*this), {}};
    }

    int m_compiled = 0;
    int m_inferences = 0;
    Fault m_fault = Fault::None;
    std::string m_version = "1";

private:
    struct Model final : engines::CompiledModel {
        explicit Model(FakeEngine& its)
            : engine(its)
        {
        }
        engines::SessionResult createSession(std::size_t batch) noexcept override
        {
            return {
                std::make_unique<FakeSession>(engine.m_answers, engine.m_fault, engine.m_inferences, batch),
                {}};
        }
        std::string description() const override { return "fake"; }
        FakeEngine& engine;
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

Q_DECLARE_METATYPE(Fault)
Q_DECLARE_METATYPE(AnswerCheck)

class TestCheckedAnswers : public QObject {
    Q_OBJECT

private:
    LoadedModel m_model;
    const ImageSet m_images = numberedImages();
    const PixelMean m_mean{};
    std::unique_ptr<QTemporaryDir> m_folder;

    CheckedAnswers check(
        FakeEngine& own, const std::vector<engines::Engine*>& others, std::size_t batch = 8) const
    {
        ModelToCompile source;
        source.classes = kClasses;
        return checkAnswers({m_model, source, own, {}, batch, m_images, m_mean, Normalisation::Raw}, others,
            m_folder->path().toStdString());
    }
    std::optional<SecondOpinion> ask(FakeEngine& own, const std::vector<engines::Engine*>& others) const
    {
        return check(own, others).second;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
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
            << 3 << QList<float>{0.498F, 0.502F, 0, 0, 0, 0, 0, 0, 0, 0} << 32;
        QTest::newRow("the last image") << 31 << QList<float>{0, 1, 0, 0, 0, 0, 0, 0, 0, 0} << 31;
        QTest::newRow("one that is not asked about")
            << 32 << QList<float>{0, 1, 0, 0, 0, 0, 0, 0, 0, 0} << 32;
        QTest::newRow("no numbers") << 3 << QList<float>(10, std::numeric_limits<float>::quiet_NaN()) << 31;
        QTest::newRow("small scores") << 3 << QList<float>{4e-6F, 6e-6F, 0, 0, 0, 0, 0, 0, 0, 0} << 31;
        QTest::newRow("no answer at all") << 3 << QList<float>(10, 0.1F) << 31;
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

    void aModelHasOneAnswer_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<std::size_t>("batch");
        QTest::addColumn<AnswerCheck>("check");
        QTest::newRow("sound") << Fault::None << std::size_t{8} << AnswerCheck{8, 8, 8, 32, 32};
        QTest::newRow("one by one") << Fault::MixesItsBatch << std::size_t{1} << AnswerCheck{8, 8, 0, 0, 0};
        QTest::newRow("mixed") << Fault::MixesItsBatch << std::size_t{8} << AnswerCheck{8, 8, 8, 32, 28};
        QTest::newRow("another time")
            << Fault::AnswersOtherwiseLater << std::size_t{1} << AnswerCheck{8, 3, 0, 0, 0};
    }
    void aModelHasOneAnswer()
    {
        QFETCH(Fault, fault);
        QFETCH(std::size_t, batch);
        QFETCH(AnswerCheck, check);
        FakeEngine own("own");
        own.m_fault = fault;
        const auto found = this->check(own, {}, batch).own;
        QVERIFY(found);
        QVERIFY(*found == check);
        QVERIFY(this->check(own, {}, batch).own == found); // as it is remembered
        QVERIFY(!mixesBatches(*found)); // four of 32
        QCOMPARE(own.m_compiled, 1);
    }

    void onlyManyImagesMix()
    {
        QVERIFY(!mixesBatches({8, 8, 0, 0, 0})); // one by one
        QVERIFY(!mixesBatches({8, 8, 8, 32, 24}));
        QVERIFY(mixesBatches({8, 8, 8, 32, 23}));
        QVERIFY(!mixesBatches({8, 7, 8, 32, 0})); // another time it is another anyhow
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
        QTest::newRow("more than there were") << QByteArray("\"agreed\": 32|\"agreed\": 33");
        QTest::newRow("another situation") << QByteArray("batch 8|batch 9");
        QTest::newRow("another engine") << QByteArray("\"second\": \"other|\"second\": \"that");
        QTest::newRow("more again than asked") << QByteArray("\"asked\": 8|\"asked\": 7");
        QTest::newRow("a part of an image") << QByteArray("\"in_batches\": 32|\"in_batches\": -0.5");
    }
    void whatIsNoAnswerIsAskedAgain()
    {
        QFETCH(QByteArray, kept);
        FakeEngine own("own");
        FakeEngine other("other");
        ask(own, {&other});
        const QDir folder(m_folder->filePath("answers"));
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QByteArray text = kept;
            if (const auto parts = kept.split('|'); parts.size() == 2) {
                text = file.readAll();
                QVERIFY(text.contains(parts[0]));
                text.replace(parts[0], parts[1]);
            }
            file.resize(0);
            file.write(text);
        }
        QCOMPARE(ask(own, {&other})->agreed, std::uint64_t{32});
        QCOMPARE(other.m_compiled, 2);
    }
};

QTEST_APPLESS_MAIN(TestCheckedAnswers)
#include "tst_checked_answers.moc"
