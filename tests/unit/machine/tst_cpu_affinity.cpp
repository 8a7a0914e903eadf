// Which workers go to which cores, and that threads stay where they are put.
#include "machine/core_types.h"
#include "machine/cpu_affinity.h"
#include "machine/cpu_list.h"

#include "fake_root.h"

#include <thread>

using namespace iotbench;
using iotbench::test::FakeRoot;

namespace {

// "4-5 4-5 0-3": the CPUs of each worker.
QString placed(const QString& machine, unsigned workers, const char* allowed)
{
    const FakeRoot root(machine);
    QStringList workerCpus;
    for (const auto& cpus : cpusOfWorkers(workers, readCoreTypes(root.path()), cpusFrom(allowed)))
        workerCpus << QString::fromStdString(cpuListOf(cpus));
    return workerCpus.join(' ');
}

} // namespace

class TestCpuAffinity : public QObject {
    Q_OBJECT

private slots:
    void unequalCores_data()
    {
        QTest::addColumn<QString>("machine");
        QTest::addColumn<int>("workers");
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QString>("workerCpus");
        QTest::newRow("one, to the strongest") << "rk3588" << 1 << "0-7"
                                               << "4-5";
        QTest::newRow("the strong cores are enough") << "rk3588" << 4 << "0-7"
                                                     << "4-5 4-5 6-7 6-7";
        QTest::newRow("one over") << "rk3588" << 5 << "0-7"
                                  << "4-5 4-5 6-7 6-7 0-3";
        QTest::newRow("as many as CPUs") << "rk3588" << 8 << "0-7"
                                         << "4-5 4-5 6-7 6-7 0-3 0-3 0-3 0-3";
        QTest::newRow("some may not be used") << "rk3588" << 3 << "1-2,7"
                                              << "7 1-2 1-2";
        QTest::newRow("only alike ones may be used") << "rk3588" << 2 << "0-3"
                                                     << "";
        QTest::newRow("more than CPUs") << "rk3588" << 9 << "0-7"
                                        << "";
        QTest::newRow("performance before efficient") << "pc_i7_12700" << 2 << "14-19"
                                                      << "14-15 14-15";
        QTest::newRow("hybrid PC, one over") << "pc_i7_12700" << 3 << "14-19"
                                             << "14-15 14-15 16-19";
    }
    void unequalCores()
    {
        QFETCH(QString, machine);
        QFETCH(int, workers);
        QFETCH(QString, allowed);
        QTEST(placed(machine, static_cast<unsigned>(workers), qPrintable(allowed)), "workerCpus");
    }

    void whereCoresAreAlikeLinuxPlaces()
    {
        for (const unsigned workers : {1U, 2U, 4U, 8U})
            QCOMPARE(placed("raspberry_pi_5", workers, "0-3"), QString());
        QVERIFY(cpusOfWorkers(4, {}, cpusFrom("0-3")).empty()); // nothing is known of the cores
    }

    void aThreadStaysWhereItIsPut()
    {
        const std::vector<unsigned> allowed = allowedCpus();
        QVERIFY(!allowed.empty());
        std::vector<unsigned> last{allowed.back()}, seen;
        bool stays = false;
        std::thread([&] {
            stays = stayOn(last);
            seen = allowedCpus();
        }).join();
        QVERIFY(stays);
        QCOMPARE(seen, last);
        QCOMPARE(allowedCpus(), allowed); // of this thread
    }

    void whereThereIsNoSuchCpuNothingChanges()
    {
        const std::vector<unsigned> allowed = allowedCpus();
        QVERIFY(!stayOn({}));
        const std::vector<unsigned> absent{65'535};
        QVERIFY(!stayOn(absent));
        QCOMPARE(allowedCpus(), allowed);
    }
};

QTEST_GUILESS_MAIN(TestCpuAffinity)
#include "tst_cpu_affinity.moc"
