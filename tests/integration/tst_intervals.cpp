// Every row of intervals.csv, against a recount of images.csv.
#include "csv_table.h"
#include "program.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

qint64 microseconds(const QString& seconds)
{
    return std::llround(seconds.toDouble() * 1e6);
}

struct Image {
    qint64 resultUs = -1; // below 0: left over, or only sent
    qint64 intendedUs = -1, sentUs = -1, arrivalUs = -1; // below 0: not known
    bool classified = false, correct = false;
    double latencyMs = 0;
};

std::vector<Image> imagesOf(const CsvTable& table)
{
    std::vector<Image> images;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        Image image;
        const QString reason = table.at(row, "reason");
        const auto read = [&](qint64& us, const char* column) {
            if (const QString seconds = table.at(row, column); !seconds.isEmpty())
                us = microseconds(seconds);
        };
        read(image.resultUs, "result_s");
        read(image.intendedUs, "intended_send_s");
        read(image.sentUs, "sent_s");
        read(image.arrivalUs, "arrival_s");
        image.classified = image.resultUs >= 0 && reason.isEmpty();
        image.correct = image.classified && table.at(row, "label") == table.at(row, "predicted");
        image.latencyMs = table.at(row, "latency_ms").toDouble();
        images.push_back(image);
    }
    return images;
}

} // namespace

class TestIntervals : public QObject {
    Q_OBJECT

private slots:
    void everyRowCanBeRecounted_data();
    void everyRowCanBeRecounted();
};

void TestIntervals::everyRowCanBeRecounted_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("fed"); // from a file, with records that are rejected
    QTest::newRow("loopback at a constant 500/s") << "--engine null -i 500 -t 1000" << false;
    QTest::newRow("loopback, Poisson, two streams")
        << "--engine null -i 700 --pacing poisson --streams 2 -t 1400" << false;
    QTest::newRow("loopback, as fast as possible") << "-m resnet8 --warmup 0 -i max -t 1500" << false;
    QTest::newRow("loopback, saturated, ended by time") << "-m resnet20 --warmup 0 -i 20000 -d 1" << false;
    QTest::newRow("loopback, null, as fast as possible") << "--engine null -i max -t 30000" << false;
    QTest::newRow("loopback through memory, as fast as possible")
        << "--engine null --transport memory -i max -t 30000" << false;
    QTest::newRow("loopback through memory at a constant 500/s")
        << "--engine null --transport memory -i 500 -t 1000" << false;
    QTest::newRow("send at a constant 500/s") << "--role send -i 500 -t 1000" << false;
    QTest::newRow("send as fast as possible") << "--role send -i max -t 8000" << false;
    QTest::newRow("receive") << "--role receive -m resnet8 --warmup 0" << true;
}

void TestIntervals::everyRowCanBeRecounted()
{
    QFETCH(QString, options);
    QFETCH(bool, fed);
    QTemporaryDir folder;
    const QString stream = folder.filePath("stream");
    const QDir reports(folder.filePath("report"));
    Iotbench run(options.split(' ') << "--report" << reports.path());
    if (fed) {
        Iotbench sender(words("--role send -i max -t 600"));
        sender.writeTo(stream);
        sender.start();
        VERIFY_EXIT(sender, 0);
        QByteArrayList lines = fileBytes(stream).split('\n');
        lines.insert(300, "1 2 3");
        lines.insert(100, "none");
        QVERIFY(writeFile(stream, lines.join('\n')));
        run.readFrom(stream);
    } else if (options.contains("send"))
        run.writeTo(stream);
    run.start();
    VERIFY_OF(run, run.finish());
    QCOMPARE(run.faultOfReport(), QString());
    const CsvTable intervals(fileBytes(reports.filePath("intervals.csv")));
    const std::vector<Image> images = imagesOf(CsvTable(fileBytes(reports.filePath("images.csv"))));
    VERIFY_OF(run, images.size() >= 100);

    // In loopback an image may have its result before its sender's write returned.
    const bool sendTimesKnown
        = std::ranges::all_of(images, [](const Image& image) { return image.sentUs >= 0; });
    QVERIFY(sendTimesKnown || !options.contains("send"));
    std::size_t counted = 0;
    for (qsizetype row = 0; row < intervals.rows(); ++row) {
        const qint64 startUs = microseconds(intervals.at(row, "start_s"));
        const qint64 endUs = startUs + microseconds(intervals.at(row, "length_s"));
        QVERIFY2(endUs - startUs >= 1'000, qPrintable(QString::number(endUs - startUs))); // a millisecond
        QCOMPARE(startUs, row * qint64(250'000));
        if (row + 1 < intervals.rows())
            QCOMPARE(endUs, startUs + 250'000);
        qulonglong classified = 0, correct = 0, rejected = 0, offered = 0, sent = 0;
        std::vector<double> latencies;
        for (const Image& image : images) {
            QVERIFY2(image.arrivalUs < 0 || image.arrivalUs >= image.sentUs, // in this order, always
                QByteArray::number(image.arrivalUs - image.sentUs).constData());
            offered += image.intendedUs >= startUs && image.intendedUs < endUs;
            sent += image.sentUs >= startUs && image.sentUs < endUs;
            if (image.resultUs < startUs || image.resultUs >= endUs)
                continue;
            ++counted;
            classified += image.classified;
            correct += image.correct;
            rejected += !image.classified;
            if (image.classified)
                latencies.push_back(image.latencyMs);
        }
        const QByteArray where = "row " + QByteArray::number(row);
        QVERIFY2(intervals.count(row, "classified") == classified, where.constData());
        QVERIFY2(intervals.at(row, "correct").isEmpty() || intervals.count(row, "correct") == correct,
            where.constData());
        QVERIFY2(intervals.count(row, "rejected") == rejected, where.constData());
        if (options.contains("500")) // all that was due was sent, and came
            QVERIFY2(intervals.count(row, "offered") == offered, where.constData());
        if (sendTimesKnown)
            QVERIFY2(intervals.count(row, "sent") == sent, where.constData());
        if (latencies.empty()) {
            QVERIFY(intervals.at(row, "latency_max_ms").isEmpty());
            QVERIFY(intervals.at(row, "latency_p50_ms").isEmpty());
            continue;
        }
        // images.csv rounds to a microsecond; a row's median is the upper end of a step of 1.6 %.
        constexpr double kRounding = 0.0005 + 1e-9;
        std::ranges::sort(latencies);
        const double median = latencies[(latencies.size() + 1) / 2 - 1];
        const double p50 = intervals.at(row, "latency_p50_ms").toDouble();
        QVERIFY(std::abs(intervals.at(row, "latency_max_ms").toDouble() - latencies.back()) <= kRounding);
        QVERIFY2(p50 >= median - kRounding && p50 <= (median + kRounding) * (1 + 1.0 / 64),
            qPrintable(QString("%1: %2 for %3").arg(where).arg(p50).arg(median)));
    }
    QCOMPARE(counted,
        std::size_t(std::ranges::count_if(images, [](const Image& image) { return image.resultUs >= 0; })));
}

QTEST_GUILESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
