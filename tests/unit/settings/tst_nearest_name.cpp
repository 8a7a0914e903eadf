// Which right name a misspelt one is taken for.
#include "settings/nearest_name.h"

#include <QtTest>

#include <vector>

using namespace iotbench;

class TestNearestName : public QObject {
    Q_OBJECT

private slots:
    void distance_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("distance");
        QTest::newRow("equal") << "workers"
                               << "workers" << 0;
        QTest::newRow("both empty") << ""
                                    << "" << 0;
        QTest::newRow("one empty") << ""
                                   << "abc" << 3;
        QTest::newRow("missing letter") << "workrs"
                                        << "workers" << 1;
        QTest::newRow("extra letter") << "worrkers"
                                      << "workers" << 1;
        QTest::newRow("wrong letter") << "workors"
                                      << "workers" << 1;
        QTest::newRow("swapped letters") << "wrokers"
                                         << "workers" << 1;
        QTest::newRow("case") << "imagespersec"
                              << "imagesPerSec" << 0;
        QTest::newRow("kitten") << "kitten"
                                << "sitting" << 3;
    }
    void distance()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, distance);
        QCOMPARE(static_cast<int>(editDistance(a.toStdString(), b.toStdString())), distance);
        QCOMPARE(static_cast<int>(editDistance(b.toStdString(), a.toStdString())), distance);
    }

    void nearest_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("typing slip") << "wokers"
                                     << "workers";
        QTest::newRow("other case") << "modelpath"
                                    << "modelPath";
        QTest::newRow("beginning") << "model"
                                   << "modelPath";
        QTest::newRow("shorter of two near") << "sender"
                                             << "senders";
        QTest::newRow("nothing near") << "bandwidth"
                                      << "";
        QTest::newRow("two letters are not enough") << "xy"
                                                    << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void nearest()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const std::vector<std::string_view> candidates = {"workers", "modelPath", "senders", "seed"};
        const std::string_view found = nearestName(name.toStdString(), candidates);
        QCOMPARE(QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size())), expected);
    }
};

QTEST_APPLESS_MAIN(TestNearestName)
#include "tst_nearest_name.moc"
