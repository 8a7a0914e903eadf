// The originals' lines, letter for letter.
#include "reports/original_lines.h"

#include <QtTest>

using namespace iotbench;

class TestOriginalLines : public QObject {
    Q_OBJECT

private slots:
    void times_data();
    void times();
    void receiver();
    void summary_data();
    void summary();
    void sender();
};

void TestOriginalLines::times_data()
{
    QTest::addColumn<qint64>("unixMs");
    QTest::addColumn<QString>("seconds");
    QTest::addColumn<QString>("milliseconds");
    QTest::newRow("of the original's page") << qint64(1'548'902'685'123) << "2019-01-31T02:44:45Z"
                                            << "2019-01-31T02:44:45.123Z";
    QTest::newRow("leading zeros") << qint64(7) << "1970-01-01T00:00:00Z"
                                   << "1970-01-01T00:00:00.007Z";
    QTest::newRow("before 1970") << qint64(-1) << "1969-12-31T23:59:59Z"
                                 << "1969-12-31T23:59:59.999Z";
    QTest::newRow("leap day") << qint64(1'709'251'199'999) << "2024-02-29T23:59:59Z"
                              << "2024-02-29T23:59:59.999Z";
}

void TestOriginalLines::times()
{
    QFETCH(qint64, unixMs);
    QFETCH(QString, seconds);
    QFETCH(QString, milliseconds);
    QCOMPARE(QString::fromStdString(isoTimeS(unixMs)), seconds);
    QCOMPARE(QString::fromStdString(isoTimeMs(unixMs)), milliseconds);
}

void TestOriginalLines::receiver()
{
    QCOMPARE(loadedModelLine("models/a b.h5"), std::string("Loaded trained model models/a b.h5"));
    QCOMPARE(startSendLine(), std::string("Start send program"));
    QCOMPARE(classifiedLine(1'548'902'685'123, 1'000),
        std::string("2019-01-31T02:44:45Z: 1000 images classified"));
}

void TestOriginalLines::summary_data()
{
    QTest::addColumn<quint64>("images");
    QTest::addColumn<double>("elapsedS");
    QTest::addColumn<int>("right"); // -1: not judged
    QTest::addColumn<QString>("line");
    QTest::newRow("published")
        << quint64(10'000) << 58.8 << 9'147
        << "Inferenced 10000 images in 58.8 seconds or 170.1 images/second, with 9147 or 91.5% "
           "correctly classified";
    QTest::newRow("one image")
        << quint64(1) << 0.25 << 0
        << "Inferenced 1 images in 0.2 seconds or 4.0 images/second, with 0 or 0.0% correctly "
           "classified";
    QTest::newRow("null engine") << quint64(10'000) << 0.5 << -1
                                 << "Inferenced 10000 images in 0.5 seconds or 20000.0 images/second";
    QTest::newRow("empty stream")
        << quint64(0) << 0.0 << 0
        << "Inferenced 0 images in 0.0 seconds or 0.0 images/second, with 0 or 0.0% correctly "
           "classified";
    QTest::newRow("empty stream, null engine")
        << quint64(0) << 0.0 << -1 << "Inferenced 0 images in 0.0 seconds or 0.0 images/second";
}

void TestOriginalLines::summary()
{
    QFETCH(quint64, images);
    QFETCH(double, elapsedS);
    QFETCH(int, right);
    QFETCH(QString, line);
    const auto judged = right < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(right));
    QCOMPARE(QString::fromStdString(summaryLine(images, elapsedS, judged)), line);
}

void TestOriginalLines::sender()
{
    const std::int64_t start = 1'548'902'679'500;
    SendingLine line{1000, 10'000, 0, true};
    QCOMPARE(sendingLine(start, line),
        std::string("2019-01-31T02:44:39Z: Sending 1000 images per second for a total of 10000 images with "
                    "pixel mean "
                    "subtracted"));
    line.meanSubtracted = false;
    QCOMPARE(sendingLine(start, line),
        std::string("2019-01-31T02:44:39Z: Sending 1000 images per second for a total of 10000 images"));
    QCOMPARE(sendingLine(start, {0, 100, 0, false}),
        std::string("2019-01-31T02:44:39Z: Sending as many images per second as are taken for a total of 100 "
                    "images"));
    QCOMPARE(sendingLine(start, {2.5, std::nullopt, 30, false}),
        std::string("2019-01-31T02:44:39Z: Sending 2.5 images per second for 30 seconds"));
    QCOMPARE(sentLine(start + 5'000, 1'000), std::string("2019-01-31T02:44:44Z: 1000 images sent"));
    QCOMPARE(streamEndedLine(start + 58'000), std::string("2019-01-31T02:45:37Z: Image stream ended"));
}

QTEST_GUILESS_MAIN(TestOriginalLines)
#include "tst_original_lines.moc"
