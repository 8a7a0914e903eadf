// Work in parallel: each piece once, on fewer threads where there are none, and failures told.
#include "base/in_parallel.h"
#include "unit/base/no_threads.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

using namespace iotbench;

class TestInParallel : public QObject {
    Q_OBJECT

private slots:
    void eachPieceIsDoneOnce_data();
    void eachPieceIsDoneOnce();
    void withoutThreadsTheCallerDoesAll();
    void aFailureIsThrownAndEndsTheRest();
};

void TestInParallel::eachPieceIsDoneOnce_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 1'000})
        QTest::addRow("%d", count) << count;
}

void TestInParallel::eachPieceIsDoneOnce()
{
    QFETCH(int, count);
    std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
    inParallel(done.size(), [&](std::size_t i) { ++done[i]; });
    for (const std::atomic<int>& times : done)
        QCOMPARE(times.load(), 1);
}

void TestInParallel::withoutThreadsTheCallerDoesAll()
{
    const test::NoThreads none;
    std::vector<int> order;
    inParallel(5, [&](std::size_t i) { order.push_back(static_cast<int>(i)); });
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4}));
}

void TestInParallel::aFailureIsThrownAndEndsTheRest()
{
    std::atomic<int> begun{0};
    std::string words;
    try {
        inParallel(1'000'000, [&](std::size_t) {
            ++begun;
            throw std::runtime_error("the disk is full");
        });
    } catch (const std::runtime_error& failure) {
        words = failure.what();
    }
    QCOMPARE(words, std::string("the disk is full"));
    QVERIFY2(begun < 1'000'000, qPrintable(QString::number(begun)));
}

QTEST_GUILESS_MAIN(TestInParallel)
#include "tst_in_parallel.moc"
