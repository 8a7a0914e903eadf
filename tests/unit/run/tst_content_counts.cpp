#include "images/cifar10.h"
#include "run/content_counts.h"

#include "sets_of_images.h"

#include <QtTest>

using namespace iotbench;

class ContentCountsTest : public QObject {
    Q_OBJECT

private slots:
    void orderAndRepetitionMakeNoDifference();
    void labelsThatAreNotTheSetsAreNamed();
    void imagesOutsideTheTestSetAreCountedApart();
    void anImageThatOnceDiffersDiffers();
    void theFirstPredictionIsTheOneThatCounts();
    void withoutACardNothingIsCompared();
    void listsAreBounded();

private:
    const KnownImages m_testSet{test::imagesOfOneByte(0, 200)};
    const KnownImages m_own{test::imagesOfOneByte(190, 20)};
    // The card has every label but those of every tenth image.
    const std::string m_card = [] {
        std::string predictions;
        for (int i = 0; i < 200; ++i)
            predictions += static_cast<char>('0' + (i % 10 == 0 ? 5 : i % 10));
        return predictions;
    }();

    static std::uint8_t labelOf(std::size_t image) { return static_cast<std::uint8_t>(image % 10); }
    void addAsTheCard(ContentCounts& counts, std::size_t image) const
    {
        const auto predicted = static_cast<std::uint8_t>(m_card[image] - '0');
        counts.add(m_testSet.hash(image), labelOf(image), predicted, predicted == labelOf(image));
    }
};

void ContentCountsTest::orderAndRepetitionMakeNoDifference()
{
    ContentCounts counts({&m_testSet, nullptr, m_card}, cifar10::kClassCount);
    for (int round = 0; round < 3; ++round)
        for (std::size_t i = 0; i < 200; ++i)
            addAsTheCard(counts, (i * 77 + 5) % 200);
    const ContentFacts facts = counts.facts();
    QCOMPARE(facts.inTestSet, std::uint64_t(600));
    QCOMPARE(facts.inNoSet, std::uint64_t(0));
    QCOMPARE(facts.otherLabels, std::uint64_t(0));
    QCOMPARE(facts.distinct.images, std::uint64_t(200));
    QCOMPARE(facts.distinct.correct, std::uint64_t(180));
    QCOMPARE(facts.distinct.byLabel[0], std::uint64_t(20));
    const auto card = counts.card();
    QVERIFY(card);
    QCOMPARE(card->compared, std::uint64_t(200));
    QCOMPARE(card->agreed, std::uint64_t(200));
    QCOMPARE(card->correct, std::uint64_t(180));
    QCOMPARE(card->cardCorrect, std::uint64_t(180));
    QVERIFY(card->firstDifferences.empty());
}

void ContentCountsTest::labelsThatAreNotTheSetsAreNamed()
{
    ContentCounts counts({&m_testSet, nullptr, m_card}, cifar10::kClassCount);
    counts.add(m_testSet.hash(7), 7, 7, true);
    counts.add(m_testSet.hash(7), 3, 7, false);
    counts.add(m_testSet.hash(12), 9, 9, true);
    const ContentFacts facts = counts.facts();
    QCOMPARE(facts.otherLabels, std::uint64_t(2));
    QCOMPARE(facts.firstOtherLabels, (std::vector<OtherLabel>{{7, 3, 7}, {12, 9, 2}}));
    QCOMPARE(facts.distinct.images, std::uint64_t(2));
    // The card is judged by the labels of the set.
    QCOMPARE(counts.card()->correct, std::uint64_t(1));
    QCOMPARE(counts.card()->cardCorrect, std::uint64_t(2));
}

void ContentCountsTest::imagesOutsideTheTestSetAreCountedApart()
{
    ContentCounts counts({&m_testSet, &m_own, m_card}, cifar10::kClassCount);
    counts.add(m_testSet.hash(3), 3, 3, true);
    counts.add(m_own.hash(0), 0, 0, true); // is test image 190
    counts.add(m_own.hash(15), 5, 5, true);
    counts.add(12'345, 1, 1, true);
    const ContentFacts facts = counts.facts();
    QCOMPARE(facts.inTestSet, std::uint64_t(2));
    QCOMPARE(facts.inOwnSet, std::uint64_t(1));
    QCOMPARE(facts.inNoSet, std::uint64_t(1));
    QCOMPARE(facts.distinct.images, std::uint64_t(4));
    QCOMPARE(counts.card()->compared, std::uint64_t(2));
}

void ContentCountsTest::anImageThatOnceDiffersDiffers()
{
    ContentCounts counts({&m_testSet, nullptr, m_card}, cifar10::kClassCount);
    addAsTheCard(counts, 1);
    addAsTheCard(counts, 2);
    counts.add(m_testSet.hash(1), 1, 8, false);
    counts.add(m_testSet.hash(1), 1, 9, false);
    addAsTheCard(counts, 1);
    const auto card = counts.card();
    QCOMPARE(card->compared, std::uint64_t(2));
    QCOMPARE(card->agreed, std::uint64_t(1));
    QCOMPARE(card->correct, std::uint64_t(2)); // it was right the first time
    QCOMPARE(card->firstDifferences, (std::vector<CardAgreement::Difference>{{1, 1, 8, 1}}));
}

void ContentCountsTest::theFirstPredictionIsTheOneThatCounts()
{
    ContentCounts counts({&m_testSet, nullptr, m_card}, cifar10::kClassCount);
    counts.add(m_testSet.hash(4), 4, 6, false);
    addAsTheCard(counts, 4);
    QCOMPARE(counts.distinct().correct, std::uint64_t(0));
    QCOMPARE(counts.card()->correct, std::uint64_t(0));
    QCOMPARE(counts.card()->cardCorrect, std::uint64_t(1));
    QCOMPARE(counts.card()->agreed, std::uint64_t(0));
}

void ContentCountsTest::withoutACardNothingIsCompared()
{
    ContentCounts withoutCard({&m_testSet, nullptr, {}}, cifar10::kClassCount);
    addAsTheCard(withoutCard, 1);
    QCOMPARE(withoutCard.facts().inTestSet, std::uint64_t(1));
    QVERIFY(!withoutCard.card());
    ContentCounts withoutSets({}, cifar10::kClassCount);
    addAsTheCard(withoutSets, 1);
    QCOMPARE(withoutSets.facts().inNoSet, std::uint64_t(1));
    QVERIFY(!withoutSets.card());
}

void ContentCountsTest::listsAreBounded()
{
    ContentCounts counts({&m_testSet, nullptr, m_card}, cifar10::kClassCount);
    for (std::size_t i = 0; i < 200; ++i)
        counts.add(m_testSet.hash(i), static_cast<std::uint8_t>((i + 1) % 10), 7, false);
    QCOMPARE(counts.facts().otherLabels, std::uint64_t(200));
    QCOMPARE(counts.facts().firstOtherLabels.size(), ContentFacts::kOtherLabelsKept);
    QCOMPARE(counts.card()->agreed, std::uint64_t(20));
    QCOMPARE(counts.card()->firstDifferences.size(), CardAgreement::kDifferencesKept);
}

QTEST_GUILESS_MAIN(ContentCountsTest)
#include "tst_content_counts.moc"
