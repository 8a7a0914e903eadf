// What two searches hold, beside each other: when that is a difference.
#include "studies/held_load.h"

#include <QtTest>

#include <cmath>

using namespace iotbench::studies;

Q_DECLARE_METATYPE(iotbench::studies::HeldLoad)

class TestHeldLoad : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void figures();
};

void TestHeldLoad::words_data()
{
    QTest::addColumn<HeldLoad>("base");
    QTest::addColumn<HeldLoad>("next");
    QTest::addColumn<int>("word");
    const auto row = [](const char* name, const HeldLoad& base, const HeldLoad& next, DifferenceWord word) {
        QTest::newRow(name) << base << next << int(word);
    };
    using Word = DifferenceWord;
    row("the same", {62, 63.0}, {62, 63.0}, Word::NoneShown);
    row("brackets overlap", {400, 480.0}, {470, 500.0}, Word::NoneShown);
    row("within the error", {62, 63.0}, {66, 67.0}, Word::NoneShown); // 66 ÷ 63 is 1.048
    row("more", {62, 63.0}, {67, 68.0}, Word::Higher);
    row("fewer", {67, 68.0}, {62, 63.0}, Word::Lower);
    row("neighbours that are few", {3, 4.0}, {4, 5.0}, Word::NoneShown); // both may hold 3.99
    row("few", {3, 4.0}, {5, 6.0}, Word::Higher);
    row("within the error of one that is WEAK", {62, 63.0}, {69, 70.0, true}, Word::NoneShown);
    row("beyond it", {62, 63.0, true}, {70, 71.0}, Word::Higher);
    row("at least 62 may be more", {62, {}}, {90, 91.0}, Word::NoneShown);
    row("at least 90 is more", {62, 63.0}, {90, {}}, Word::Higher);
    row("a load that fails below one that holds", {62, 10.0}, {60, 61.0}, Word::NoneShown);
}

void TestHeldLoad::words()
{
    QFETCH(HeldLoad, base);
    QFETCH(HeldLoad, next);
    QFETCH(int, word);
    QCOMPARE(int(heldDifference(Metric::HeldCameras, base, next).word), word);
}

void TestHeldLoad::figures()
{
    const MetricDifference row = heldDifference(Metric::HeldRate, {400, 408.0}, {500, {}});
    QVERIFY(row.metric == Metric::HeldRate);
    QCOMPARE(row.base, 400.0);
    QCOMPARE(row.next, 500.0);
    QVERIFY(row.baseFailsAt == 408.0 && !row.nextFailsAt);
    QVERIFY(std::abs(row.difference - 25) < 1e-9);
    QVERIFY(!row.interval && !row.surelyWorseBy(0));
}

QTEST_GUILESS_MAIN(TestHeldLoad)
#include "tst_held_load.moc"
