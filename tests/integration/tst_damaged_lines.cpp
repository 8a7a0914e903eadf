// A stream with damage in it: good lines are classified, each bad one is refused by its reason and its line.
#include "csv_table.h"
#include "program.h"

#include "test_paths.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

using Lines = QList<QByteArray>;

// The program's own stream of the first `count` test images, line by line.
Lines sentLines(const char* format, int count)
{
    Iotbench sender(words("--role send -i max -t") << QString::number(count) << "--format" << format);
    sender.start();
    if (!sender.finish() || sender.exitCode() != 0)
        return {};
    Lines lines = sender.out().split('\n');
    return lines.mid(0, count);
}

// Replaces the value with this number, 0 for the one behind the label digit.
QByteArray withValue(const QByteArray& line, int number, const QByteArray& value)
{
    Lines values = line.split(' ');
    values[number] = number == 0 ? line.left(1) + value : value;
    return values.join(' ');
}

} // namespace

class TestDamagedLines : public QObject {
    Q_OBJECT

private slots:
    void everyDamageIsCountedByItsReason();
    void onePercentIsInvalid();
    void oneInTenThousandIsWeak();
    void wrongRangeSaysWhatItLooksLike();
    void anEndlessLineIsRefusedAndTheRestGoesOn();
};

void TestDamagedLines::everyDamageIsCountedByItsReason()
{
    Lines lines = sentLines("keras", 60);
    QCOMPARE(lines.size(), 60);
    const QByteArray good = lines[0];
    lines[4] = 'x' + good.mid(1);
    lines[9] = good.left(good.lastIndexOf(' '));
    lines[14] = good + " 0.500000";
    lines[19] = withValue(good, 100, "0.5o0000");
    lines[24] = withValue(good, 100, "nan");
    lines[29] = withValue(good, 0, "1.001001");
    lines[34] = "  \t ";
    lines[39] = withValue(good, 3071, "-7");
    QTemporaryDir folder;
    Iotbench receiver(words("--role receive -m cnn --warmup 0 --report") << folder.path());
    receiver.start();
    receiver.write(lines.join('\n') + '\n' + good.left(5'000)); // and a last line that breaks off
    receiver.closeInput();
    VERIFY_EXIT(receiver, 3);

    const QJsonObject report = QJsonDocument::fromJson(fileBytes(folder.filePath("report.json"))).object();
    QCOMPARE(report["images"_L1]["received"_L1].toInt(), 61);
    QCOMPARE(report["images"_L1]["classified"_L1].toInt(), 52);
    QCOMPARE(report["images"_L1]["rejected"_L1].toInt(), 9);
    const auto refused = [&report](const char* reason, QJsonArray atLines) {
        for (const QJsonValue row : report["rejected"_L1].toArray())
            if (row["reason"_L1].toString() == QLatin1String(reason))
                return row["images"_L1].toInt() == atLines.size()
                    && row["first_lines"_L1].toArray() == atLines;
        return false;
    };
    QVERIFY(refused("label_not_a_digit_or_out_of_range", {5}));
    QVERIFY(refused("too_few_values", {10}));
    QVERIFY(refused("too_many_values", {15}));
    QVERIFY(refused("not_a_number", {20}));
    QVERIFY(refused("not_finite", {25}));
    QVERIFY(refused("out_of_range", {30, 40}));
    QVERIFY(refused("blank_line", {35}));
    QVERIFY(refused("truncated", {61}));

    // Refused records keep their number, and so every image after them is still compared with its own
    // prediction.
    const CsvTable images(fileBytes(folder.filePath("images.csv")));
    QCOMPARE(images.rows(), 61);
    QSet<int> rejected;
    for (qsizetype row = 0; row < images.rows(); ++row) {
        if (!images.at(row, "reason").isEmpty())
            rejected << images.at(row, "index").toInt();
    }
    QCOMPARE(rejected, QSet<int>({4, 9, 14, 19, 24, 29, 34, 39, 60}));
    VERIFY_OF(receiver, receiver.err().contains("52 of 52 predictions are the card's own"));
}

void TestDamagedLines::onePercentIsInvalid()
{
    Lines lines = sentLines("spark", 400);
    QCOMPARE(lines.size(), 400);
    for (const int line : {50, 150, 250, 350})
        lines[line - 1] = withValue(lines[line - 1], 7, "256");
    Iotbench receiver(words("--role receive --engine null"));
    receiver.start();
    receiver.write(lines.join('\n') + '\n');
    receiver.closeInput();
    VERIFY_EXIT(receiver, 3);
    VERIFY_OF(
        receiver, receiver.err().contains("complete    INVALID     396 of 400 received images classified"));
    VERIFY_OF(receiver,
        receiver.err().contains(
            "4 of 400 records were rejected, over 0.1 %: 4 out of range (lines 50, 150, 250, 350)"));
    VERIFY_OF(receiver, receiver.errLines().constLast() == "verdict: INVALID");
    VERIFY_OF(receiver, receiver.outLines().constLast().startsWith("Inferenced 396 images in "));
}

void TestDamagedLines::oneInTenThousandIsWeak()
{
    Iotbench sender(words("--role send -i max -t 10000 --format cifar"));
    QTemporaryDir folder;
    sender.writeTo(folder.filePath("stream.bin"));
    sender.start();
    VERIFY_EXIT(sender, 0);
    QByteArray records = sender.out();
    QCOMPARE(records.size(), 10'000 * 3'073);
    records[1'234 * 3'073] = 10; // no such label
    QVERIFY(writeFile(folder.filePath("damaged.bin"), records));
    Iotbench receiver(words("--role receive --engine null -r 5000"));
    receiver.readFrom(folder.filePath("damaged.bin"));
    receiver.start();
    VERIFY_EXIT(receiver, 0);
    VERIFY_OF(receiver,
        receiver.err().contains("complete    WEAK        9999 of 10000 received images classified"));
    VERIFY_OF(receiver, receiver.err().contains("1 label not a digit or out of range (line 1235)"));
}

void TestDamagedLines::wrongRangeSaysWhatItLooksLike()
{
    const Lines lines = sentLines("spark", 25);
    QCOMPARE(lines.size(), 25);
    Iotbench receiver(words("--role receive --engine null --format keras"));
    receiver.start();
    receiver.write(lines.join('\n') + '\n');
    receiver.closeInput();
    VERIFY_EXIT(receiver, 3);
    VERIFY_OF(receiver, receiver.err().contains("values look like 0..255: is this format spark?"));
}

void TestDamagedLines::anEndlessLineIsRefusedAndTheRestGoesOn()
{
    const Lines lines = sentLines("keras", 2);
    QCOMPARE(lines.size(), 2);
    Iotbench receiver(words("--role receive --engine null --format keras"));
    receiver.start();
    receiver.write(lines[0] + '\n' + QByteArray(1'000'000, '7') + '\n' + lines[1] + "\n\n");
    VERIFY_EXIT(receiver, 3);
    VERIFY_OF(receiver, receiver.err().contains("2 of 3 received images classified"));
    VERIFY_OF(receiver, receiver.err().contains("1 line too long (line 2)"));
}

QTEST_GUILESS_MAIN(TestDamagedLines)
#include "tst_damaged_lines.moc"
