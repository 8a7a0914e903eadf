// How fast something grew in the last second.
#include "run/recent_rate.h"

#include <QtTest>

using iotbench::RecentRate;

namespace {

constexpr std::int64_t kMs = 1'000'000;

} // namespace

class TestRecentRate : public QObject {
    Q_OBJECT
private slots:
    void nothingIsKnownAtFirst()
    {
        RecentRate rate;
        QVERIFY(!rate.after(5'000 * kMs, 40));
        QVERIFY(!rate.after(5'000 * kMs, 90)); // no time has gone
    }

    void theSpanIsASecondOnceThereIsOne()
    {
        RecentRate rate;
        rate.after(0, 0);
        QCOMPARE(rate.after(200 * kMs, 100), std::optional(500.0)); // 100 in 0.2 s
        QCOMPARE(rate.after(400 * kMs, 200), std::optional(500.0));
        for (int look = 3; look <= 10; ++look) // stands still from here
            rate.after(look * 200 * kMs, 200);
        QCOMPARE(rate.after(2'200 * kMs, 200), std::optional(0.0));
        QCOMPARE(rate.after(2'400 * kMs, 1'200), std::optional(1'000.0)); // all of it in the last second
    }

    void sparseLooksReachFurtherBack()
    {
        RecentRate rate;
        rate.after(0, 0);
        QCOMPARE(rate.after(3'000 * kMs, 600), std::optional(200.0));
    }

    void denseLooksReachLessFar()
    {
        RecentRate rate;
        for (int look = 0; look <= 100; ++look)
            rate.after(look * 10 * kMs, look * 7U);
        QCOMPARE(rate.after(1'010 * kMs, 101 * 7U), std::optional(700.0));
    }
};

QTEST_GUILESS_MAIN(TestRecentRate)
#include "tst_recent_rate.moc"
