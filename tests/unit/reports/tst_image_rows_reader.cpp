// images.csv read back: what the writer wrote, files of earlier versions, and what nobody wrote.
#include "reports/image_rows.h"
#include "reports/image_rows_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <string>
#include <vector>

using namespace iotbench;

namespace {

class RowsFile {
public:
    explicit RowsFile(const QByteArray& text)
        : m_path(m_folder.filePath("images.csv").toStdString())
    {
        QFile file(QString::fromStdString(m_path));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    const std::string& path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

std::vector<ImageRow> rowsOf(const QByteArray& text)
{
    const RowsFile file(text);
    std::vector<ImageRow> rows;
    const auto fault = readImageRows(file.path(), [&](const ImageRow& row) {
        rows.push_back(row);
        return true;
    });
    return fault ? std::vector<ImageRow>() : rows;
}

} // namespace

class TestImageRowsReader : public QObject {
    Q_OBJECT

private slots:
    void whatTheWriterWrote();
    void columnsByTheirNames();
    void whatIsNoNumberIsEmpty();
    void linesLongerThanWhatIsReadAtOnce();
    void aLineWithoutEnd();
    void stopsWhenTold();
    void whatIsNoFile();
};

void TestImageRowsReader::whatTheWriterWrote()
{
    const RowsFile place({});
    auto file = OutputFile::create(place.path());
    QVERIFY(bool(file));
    file->write(imageRowsHeader());
    ImageRowsWriter writer(std::move(*file), true);
    Sample sample;
    sample.classified = true;
    sample.label = 3;
    sample.predicted = 5;
    sample.latencyNs = 2'000'600;
    sample.hash = 0xfedcba9876543210;
    writer.append(sample);
    sample.classified = false;
    writer.append(sample);
    QVERIFY(!writer.finish());

    std::vector<ImageRow> rows;
    QVERIFY(!readImageRows(place.path(), [&](const ImageRow& row) {
        rows.push_back(row);
        return true;
    }));
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].latencyMs, std::optional(2.001));
    QCOMPARE(rows[0].label, std::optional<std::uint8_t>(3));
    QCOMPARE(rows[0].predicted, std::optional<std::uint8_t>(5));
    QCOMPARE(rows[0].content, std::optional<std::uint64_t>(0xfedcba9876543210));
    QVERIFY(!rows[1].latencyMs && !rows[1].label && !rows[1].predicted && !rows[1].content);
}

void TestImageRowsReader::columnsByTheirNames()
{
    const auto rows = rowsOf("\xef\xbb\xbfpredicted,new,latency_ms\r\n7,x,1.5\r\n\r\n8,,2\r\n");
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].predicted, std::optional<std::uint8_t>(7));
    QCOMPARE(rows[0].latencyMs, std::optional(1.5));
    QVERIFY(!rows[0].content && !rows[0].label);
    QCOMPARE(rows[1].latencyMs, std::optional(2.0));
}

void TestImageRowsReader::whatIsNoNumberIsEmpty()
{
    const auto rows = rowsOf("latency_ms,label,predicted,content\n"
                             "inf,256,-1,10000000000000000\nnan,3x,,xyz\n1e999,\"3\",3 ,0x10\n5");
    QCOMPARE(rows.size(), std::size_t(4));
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(!rows[i].latencyMs && !rows[i].label && !rows[i].predicted && !rows[i].content);
    QCOMPARE(rows[3].latencyMs, std::optional(5.0));
    QVERIFY(rowsOf({}).empty());
    QVERIFY(rowsOf("latency_ms").empty());
}

void TestImageRowsReader::linesLongerThanWhatIsReadAtOnce()
{
    // Three megabytes, so that lines lie across the ends of what is read at once.
    QByteArray text = "latency_ms\n";
    constexpr int kRows = 400'000;
    for (int i = 0; i < kRows; ++i)
        text += QByteArray::number(i) + "\n";
    const auto rows = rowsOf(text);
    QCOMPARE(rows.size(), std::size_t(kRows));
    for (int i = 0; i < kRows; ++i)
        if (rows[static_cast<std::size_t>(i)].latencyMs != i)
            QFAIL(QByteArray::number(i).constData());
}

void TestImageRowsReader::aLineWithoutEnd()
{
    const RowsFile file("latency_ms\n" + QByteArray(3 << 20, '1'));
    const auto fault = readImageRows(file.path(), [](const ImageRow&) { return true; });
    QVERIFY(fault.has_value());
    QVERIFY2(
        fault->message.english().ends_with("a line has over 65536 bytes"), fault->message.english().c_str());
}

void TestImageRowsReader::stopsWhenTold()
{
    const RowsFile file("latency_ms\n1\n2\n3\n");
    int rows = 0;
    QVERIFY(!readImageRows(file.path(), [&](const ImageRow&) { return ++rows < 2; }));
    QCOMPARE(rows, 2);
}

void TestImageRowsReader::whatIsNoFile()
{
    const auto fault = readImageRows("/nowhere/images.csv", [](const ImageRow&) { return true; });
    QVERIFY(fault.has_value());
    QCOMPARE(fault->message.english(), std::string("/nowhere/images.csv: does not exist"));
}

QTEST_GUILESS_MAIN(TestImageRowsReader)
#include "tst_image_rows_reader.moc"
