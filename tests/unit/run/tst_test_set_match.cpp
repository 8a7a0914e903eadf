#include "run/test_set_match.h"

#include <QtTest>

using namespace iotbench;

class TestSetMatchTest : public QObject {
    Q_OBJECT
private slots:
    void isKnownFromTheTwentiethAgreeingLabel();
    void oneOtherLabelMakesItUnknownForGood();
    void refusedRecordsKeepTheirPlace();
    void loopbackKnowsByConstruction();
    void comparesWithTheCardImageByImage();
    void withoutATestSetNothingIsKnown();
};

namespace {

// Ten thousand labels 0..9 in turn, and a card that says the same but for images 3 and 5.
const std::vector<std::uint8_t>& labels()
{
    static const std::vector<std::uint8_t> all = [] {
        std::vector<std::uint8_t> made(kTestSetSize);
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = static_cast<std::uint8_t>(i % 10);
        return made;
    }();
    return all;
}

std::string card()
{
    std::string predictions;
    for (const std::uint8_t label : labels())
        predictions += static_cast<char>('0' + label);
    predictions[3] = '0';
    predictions[5] = '1';
    return predictions;
}

std::uint8_t labelOf(std::uint64_t image)
{
    return labels()[image % kTestSetSize];
}

} // namespace

void TestSetMatchTest::isKnownFromTheTwentiethAgreeingLabel()
{
    const MatchReference reference{false, kTestSetSize, labels(), {}};
    TestSetMatch match(reference);
    for (std::uint64_t i = 0; i < 19; ++i)
        match.add(i, labelOf(i), 0);
    QVERIFY(!match.known());
    match.add(19, labelOf(19), 0);
    QVERIFY(match.known());
}

void TestSetMatchTest::oneOtherLabelMakesItUnknownForGood()
{
    const std::string predictions = card();
    const MatchReference reference{false, kTestSetSize, labels(), predictions};
    TestSetMatch match(reference);
    for (std::uint64_t i = 0; i < 50; ++i)
        match.add(i, labelOf(i), labelOf(i));
    QVERIFY(match.known());
    match.add(50, static_cast<std::uint8_t>(labelOf(50) + 1), 0);
    QVERIFY(!match.known());
    for (std::uint64_t i = 51; i < 200; ++i)
        match.add(i, labelOf(i), labelOf(i));
    QVERIFY(!match.known());
    QCOMPARE(match.agreement().compared, std::uint64_t(0));
}

void TestSetMatchTest::refusedRecordsKeepTheirPlace()
{
    const MatchReference reference{false, kTestSetSize, labels(), {}};
    TestSetMatch match(reference);
    for (std::uint64_t i = 0; i < 30; ++i)
        if (i % 4 != 0) // every fourth was refused and is never added
            match.add(i, labelOf(i), 0);
    QVERIFY(match.known());
    QVERIFY(!match.seen()[0]);
    QVERIFY(match.seen()[1]);
}

void TestSetMatchTest::loopbackKnowsByConstruction()
{
    const MatchReference reference{true, 7, {}, {}};
    TestSetMatch match(reference);
    match.add(0, 9, 9);
    match.add(8, 9, 9); // the second round: image 1
    QVERIFY(match.known());
    QCOMPARE(match.seen(), (std::vector<bool>{true, true, false, false, false, false, false}));
}

void TestSetMatchTest::comparesWithTheCardImageByImage()
{
    const std::string predictions = card();
    const MatchReference reference{false, kTestSetSize, labels(), predictions};
    TestSetMatch match(reference);
    for (std::uint64_t i = 0; i < 30; ++i)
        match.add(i, labelOf(i), i == 7 ? std::uint8_t(2) : labelOf(i)); // right but for image 7
    const CardAgreement& agreement = match.agreement();
    QCOMPARE(agreement.compared, std::uint64_t(30));
    QCOMPARE(agreement.right, std::uint64_t(29));
    QCOMPARE(agreement.cardRight, std::uint64_t(28));
    QCOMPARE(agreement.agreed, std::uint64_t(27)); // images 3, 5 and 7 differ
    QCOMPARE(agreement.firstDifferences.size(), std::size_t(3));
    QCOMPARE(agreement.firstDifferences[2], (CardAgreement::Difference{7, 7, 2, 7}));
}

void TestSetMatchTest::withoutATestSetNothingIsKnown()
{
    const MatchReference reference{};
    TestSetMatch match(reference);
    for (std::uint64_t i = 0; i < 30; ++i)
        match.add(i, 1, 1);
    QVERIFY(!match.known());
}

QTEST_GUILESS_MAIN(TestSetMatchTest)
#include "tst_test_set_match.moc"
