// What is tolerated and what is refused, line by line, for the general path and for every vector set alike.
#include "images/cifar10.h"
#include "wire/detect_format.h"
#include "wire_data.h"

#include <functional>

using namespace iotbench;
using namespace iotbench::test;

namespace {

// A line of one value again and again; edit() makes it special.
struct Line {
    WireFormat format;
    QByteArray label;
    std::vector<QByteArray> values;
    QByteArray separator;
    QByteArray end;

    std::string text() const
    {
        QByteArray result = label;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0)
                result += separator;
            result += values[i];
        }
        result += end;
        return result.toStdString();
    }
};

Line kerasLine()
{
    return {WireFormat::Keras, "3", std::vector<QByteArray>(cifar10::kImageValues, "0.619608"), " ", ""};
}

Line sparkLine()
{
    return {WireFormat::Spark, "3", std::vector<QByteArray>(cifar10::kImageValues, "158"), " ", ""};
}

Line scalaLine()
{
    return {WireFormat::Scala, "4.0,0,0,0,32,0,0,0,32,",
        std::vector<QByteArray>(cifar10::kImageValues, "-98"), ",", ""};
}

const std::uint8_t* bytesOf(WireFormat format, const DecodedRecord& decoded)
{
    return format == WireFormat::Cifar ? decoded.planes : decoded.bytes.data();
}

// The judgement of the general path, once it is known that every vector set agrees, to the bit.
RejectReason judge(WireFormat format, std::string_view text)
{
    const PaddedRecord record(text);
    DecodedRecord general;
    const RejectReason reason = decodeRecordGeneral(format, record.bytes(), general);
    for (const VectorKernels* kernels : availableVectorKernels()) {
        DecodedRecord fast;
        const RejectReason fastReason = decodeRecord(*kernels, format, record.bytes(), fast);
        if (fastReason != reason)
            qFatal("%s judges '%s', the general path '%s'", kernels->name.data(),
                qPrintable(words(fastReason)), qPrintable(words(reason)));
        if (reason != RejectReason::None)
            continue;
        const bool equal = fast.label == general.label
            && (carriesFloats(format)
                    ? std::memcmp(
                          fast.floats.data(), general.floats.data(), cifar10::kImageValues * sizeof(float))
                        == 0
                    : std::memcmp(bytesOf(format, fast), bytesOf(format, general), cifar10::kImageValues)
                        == 0);
        if (!equal)
            qFatal("%s reads other values than the general path", kernels->name.data());
    }
    return reason;
}

DecodedRecord decoded(WireFormat format, std::string_view text)
{
    const PaddedRecord record(text);
    DecodedRecord result;
    const RejectReason reason = decodeRecord(format, record.bytes(), result);
    if (reason != RejectReason::None)
        qFatal("refused: %s", qPrintable(words(reason)));
    return result;
}

using Edit = std::function<void(Line&)>;

Edit valueAt(std::size_t index, const char* text)
{
    return [=](Line& line) { line.values[index] = text; };
}

} // namespace

Q_DECLARE_METATYPE(Line)

class TestRecordDecoder : public QObject {
    Q_OBJECT

private slots:
    void names();
    void tolerated_data();
    void tolerated();
    void refused_data();
    void refused();
    void firstFaultIsTheReason_data();
    void firstFaultIsTheReason();
    void toleratedSpellingsKeepTheirValues();
    void blankAndEndMark();
    void longLines();
    void cifarRecords();
    void paddingIsNotRead();
    void hints();
};

void TestRecordDecoder::names()
{
    for (const char* name : {"keras", "spark", "scala", "cifar"}) {
        const auto format = wireFormatFromString(name);
        QVERIFY(format);
        QVERIFY(toString(*format) == name);
    }
    QVERIFY(!wireFormatFromString("Keras"));
    for (const char* name : {"unit", "mean-subtracted", "raw"}) {
        const auto normalisation = normalisationFromString(name);
        QVERIFY(normalisation);
        QVERIFY(toString(*normalisation) == name);
    }
    QVERIFY(!normalisationFromString(""));
    QVERIFY(toString(RejectReason::None).empty());
    QVERIFY(toString(RejectReason::Truncated) == "truncated");
}

void TestRecordDecoder::tolerated_data()
{
    QTest::addColumn<Line>("line");
    const auto row = [](const char* name, Line line, const Edit& edit) {
        edit(line);
        QTest::addRow("%s: %s", toString(line.format).data(), name) << line;
    };
    for (const Line& line : {kerasLine(), sparkLine(), scalaLine()}) {
        row("as printed", line, [](Line&) {});
        row("carriage return", line, [](Line& l) { l.end = "\r"; });
        row("trailing space", line, [](Line& l) { l.end = " "; });
        row("trailing white space", line, [](Line& l) { l.end = " \t \x1f\f\v\r\r"; });
        row("plus", line, valueAt(7, "+1"));
        row("zero with a minus", line, valueAt(7, "-0"));
        row("leading zeros", line, valueAt(7, "0001"));
        row("exponent", line, valueAt(3'071, "10e-1"));
        row("decimals of a whole number", line, valueAt(0, "1.000000000000000000"));
        row("no digit after the point", line, valueAt(1'000, "1."));
        row("underscore", line, valueAt(1'000, "0_1"));
        row("a very long number", line, [](Line& l) { l.values[5] = "1." + QByteArray(60'000, '0'); });
    }
    for (const Line& line : {kerasLine(), sparkLine()}) {
        row("tabs", line, [](Line& l) { l.separator = "\t"; });
        row("repeated spaces", line, [](Line& l) { l.separator = "   "; });
        row("other white space", line, [](Line& l) { l.separator = "\v\f\x1c"; });
        row("space after the label", line, [](Line& l) { l.label = "3 "; });
    }
    row("spaces around commas", scalaLine(), [](Line& l) { l.separator = " ,\t"; });
    row("whole label", scalaLine(), [](Line& l) { l.label = "4,0,0,0,32,0,0,0,32,"; });
    row("label 10.0", scalaLine(), [](Line& l) { l.label = "10.0,0,0,0,32,0,0,0,32,"; });
    row("label with an exponent", scalaLine(), [](Line& l) { l.label = "0.1e1,0,0,0,32,0,0,0,32,"; });
    row("lowest value", scalaLine(), valueAt(0, "-128"));
    row("highest value", scalaLine(), valueAt(3'071, "127"));
    row("minus zero", kerasLine(), valueAt(0, "-0.000000"));
    row("fewer decimals", kerasLine(), valueAt(2, "0.5"));
    row("more decimals", kerasLine(), valueAt(2, "0.61960784"));
    row("no digit before the point", kerasLine(), valueAt(2, ".619608"));
    row("at the limit", kerasLine(), valueAt(2, "1.001000"));
    row("at the limit below", kerasLine(), valueAt(3'071, "-1.001000"));
    row("highest value", sparkLine(), valueAt(3'071, "255"));
}

void TestRecordDecoder::tolerated()
{
    QFETCH(Line, line);
    QCOMPARE(words(judge(line.format, line.text())), "accepted");
}

void TestRecordDecoder::refused_data()
{
    QTest::addColumn<Line>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Line line, RejectReason reason, const Edit& edit) {
        edit(line);
        QTest::addRow("%s: %s", toString(line.format).data(), name) << line << words(reason);
    };
    for (const Line& line : {kerasLine(), sparkLine(), scalaLine()}) {
        row("no value", line, RejectReason::TooFewValues, [](Line& l) {
            l.values.clear();
            if (l.format == WireFormat::Scala)
                l.label.chop(1);
        });
        row("one too few", line, RejectReason::TooFewValues, [](Line& l) { l.values.pop_back(); });
        row("one too many", line, RejectReason::TooManyValues, [](Line& l) { l.values.push_back("0"); });
        row("one too many, of letters", line, RejectReason::TooManyValues,
            [](Line& l) { l.values.push_back("x"); });
        row("twice too many", line, RejectReason::TooManyValues,
            [](Line& l) { l.values.resize(2 * cifar10::kImageValues, "0"); });
        row("a letter", line, RejectReason::NotANumber, valueAt(1'234, "0.61960O"));
        row("a zero byte", line, RejectReason::NotANumber,
            [](Line& l) { l.values[9] = QByteArray(3, '\0'); });
        row("a byte beyond ASCII", line, RejectReason::NotANumber, valueAt(9, "1\xC3\xA9"));
        row("two minus signs", line, RejectReason::NotANumber, valueAt(9, "--1"));
        row("a minus within", line, RejectReason::NotANumber, valueAt(9, "0-1"));
        row("a minus alone", line, RejectReason::NotANumber, valueAt(9, "-"));
        row("not a number", line, RejectReason::NotFinite, valueAt(0, "nan"));
        row("infinite", line, RejectReason::NotFinite, valueAt(3'071, "-Infinity"));
        row("huge", line, RejectReason::OutOfRange, valueAt(0, "1e400"));
    }
    for (const Line& line : {kerasLine(), sparkLine()}) {
        row("letter for a label", line, RejectReason::BadLabel, [](Line& l) { l.label = "x"; });
        row("no label", line, RejectReason::BadLabel, [](Line& l) { l.label = " "; });
        row("minus for a label", line, RejectReason::BadLabel, [](Line& l) { l.label = "-"; });
        row("colon for a label", line, RejectReason::BadLabel, [](Line& l) { l.label = ":"; });
        row("slash for a label", line, RejectReason::BadLabel, [](Line& l) { l.label = "/"; });
        row("commas", line, RejectReason::NotANumber, [](Line& l) { l.separator = ","; });
    }
    row("just over the range", kerasLine(), RejectReason::OutOfRange, valueAt(2, "1.001001"));
    row("just below the range", kerasLine(), RejectReason::OutOfRange, valueAt(2, "-1.001001"));
    row("over by less than a float tells", kerasLine(), RejectReason::OutOfRange, valueAt(2, "1.0010000001"));
    row("a byte value", kerasLine(), RejectReason::OutOfRange, valueAt(2, "158.0000"));
    row("two points", kerasLine(), RejectReason::NotANumber, valueAt(2, "0..19608"));
    row("a semicolon", kerasLine(), RejectReason::NotANumber, valueAt(2, "0;619608"));
    row("joined values", kerasLine(), RejectReason::NotANumber, valueAt(2, "0.6196080.619608"));
    row("256", sparkLine(), RejectReason::OutOfRange, valueAt(0, "256"));
    row("999", sparkLine(), RejectReason::OutOfRange, valueAt(3'071, "999"));
    row("four digits", sparkLine(), RejectReason::OutOfRange, valueAt(77, "1158"));
    row("negative", sparkLine(), RejectReason::OutOfRange, valueAt(77, "-1"));
    row("a fraction", sparkLine(), RejectReason::OutOfRange, valueAt(77, "0.619608"));
    row("128", scalaLine(), RejectReason::OutOfRange, valueAt(0, "128"));
    row("-129", scalaLine(), RejectReason::OutOfRange, valueAt(3'071, "-129"));
    row("five characters", scalaLine(), RejectReason::OutOfRange, valueAt(77, "-1000"));
    row("six characters", scalaLine(), RejectReason::NotANumber, valueAt(77, "-1-128"));
    row("nothing between commas", scalaLine(), RejectReason::NotANumber, valueAt(77, ""));
    row("a comma at the end", scalaLine(), RejectReason::TooManyValues, [](Line& l) { l.end = ","; });
    row("label 0.0", scalaLine(), RejectReason::BadLabel,
        [](Line& l) { l.label = "0.0,0,0,0,32,0,0,0,32,"; });
    row("label 11.0", scalaLine(), RejectReason::BadLabel,
        [](Line& l) { l.label = "11.0,0,0,0,32,0,0,0,32,"; });
    row("label 4.5", scalaLine(), RejectReason::BadLabel,
        [](Line& l) { l.label = "4.5,0,0,0,32,0,0,0,32,"; });
    row("label of letters", scalaLine(), RejectReason::BadLabel,
        [](Line& l) { l.label = "cat,0,0,0,32,0,0,0,32,"; });
    row("no label", scalaLine(), RejectReason::BadLabel, [](Line& l) { l.label = ",0,0,0,32,0,0,0,32,"; });
    row("another size", scalaLine(), RejectReason::OutOfRange,
        [](Line& l) { l.label = "4.0,0,0,0,32,0,0,0,33,"; });
}

void TestRecordDecoder::refused()
{
    QFETCH(Line, line);
    QFETCH(QString, reason);
    QCOMPARE(words(judge(line.format, line.text())), reason);
}

// Of a record with several faults.
void TestRecordDecoder::firstFaultIsTheReason_data()
{
    QTest::addColumn<Line>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Line line, RejectReason reason, const Edit& edit) {
        edit(line);
        QTest::addRow("%s: %s", toString(line.format).data(), name) << line << words(reason);
    };
    struct Fault {
        const char* value;
        RejectReason reason;
    };
    const Fault faults[] = {{"x", RejectReason::NotANumber}, {"inf", RejectReason::NotFinite},
        {"1e400", RejectReason::OutOfRange}};
    for (const Line& line : {kerasLine(), sparkLine(), scalaLine()}) {
        for (const Fault& first : faults) {
            const QByteArray before = QByteArray(first.value) + " before ";
            for (const Fault& second : faults)
                if (second.reason != first.reason)
                    row(before + second.value, line, first.reason, [=](Line& l) {
                        l.values[5] = first.value;
                        l.values[6] = second.value;
                    });
            row(before + "too few", line, first.reason, [=](Line& l) {
                l.values[5] = first.value;
                l.values.pop_back();
            });
            row(before + "too many", line, first.reason, [=](Line& l) {
                l.values[5] = first.value;
                l.values.push_back("1");
            });
            row(QByteArray("label before ") + first.value, line, RejectReason::BadLabel, [=](Line& l) {
                l.label.replace(0, 1, "x");
                l.values[0] = first.value;
            });
            row(QByteArray("too many before ") + first.value, line, RejectReason::TooManyValues,
                [=](Line& l) { l.values.push_back(first.value); });
        }
        row("label before too few", line, RejectReason::BadLabel, [](Line& l) {
            l.label.replace(0, 1, "x");
            l.values.pop_back();
        });
        row("label before too many", line, RejectReason::BadLabel, [](Line& l) {
            l.label.replace(0, 1, "x");
            l.values.push_back("1");
        });
        row("too long before label", line, RejectReason::LineTooLong, [](Line& l) {
            l.label.replace(0, 1, "x");
            l.end = QByteArray(kMaxLineBytes, ' ');
        });
    }
    row("size before a value", scalaLine(), RejectReason::OutOfRange, [](Line& l) {
        l.label = "4.0,0,0,0,32,0,0,0,33,";
        l.values[0] = "x";
    });
    row("label before size", scalaLine(), RejectReason::BadLabel,
        [](Line& l) { l.label = "0.0,0,0,0,32,0,0,0,33,"; });
}

void TestRecordDecoder::firstFaultIsTheReason()
{
    QFETCH(Line, line);
    QFETCH(QString, reason);
    QCOMPARE(words(judge(line.format, line.text())), reason);
}

void TestRecordDecoder::toleratedSpellingsKeepTheirValues()
{
    Line keras = kerasLine();
    keras.values[0] = "+5.0e-1";
    keras.values[3'071] = "-.25";
    keras.separator = " \t";
    keras.end = "  \r";
    const DecodedRecord floats = decoded(WireFormat::Keras, keras.text());
    QCOMPARE(int(floats.label), 3);
    QCOMPARE(floats.floats[0], 0.5F);
    QCOMPARE(floats.floats[1], 0.619608F);
    QCOMPARE(floats.floats[3'071], -0.25F);

    Line scala = scalaLine();
    scala.values[0] = " -1.28e2"; // blue of the first pixel
    scala.values[3'071] = "+127.0"; // red of the last one
    const DecodedRecord bytes = decoded(WireFormat::Scala, scala.text());
    QCOMPARE(int(bytes.label), 3);
    QCOMPARE(int(bytes.bytes[2]), 128);
    QCOMPARE(int(bytes.bytes[1]), 158);
    QCOMPARE(int(bytes.bytes[3'069]), 127);
}

void TestRecordDecoder::blankAndEndMark()
{
    for (const WireFormat format : {WireFormat::Keras, WireFormat::Spark, WireFormat::Scala})
        for (const char* text :
            {"", " ", "\r", "\t \v\f\x1c\x1f\r", "                                        "})
            QCOMPARE(words(judge(format, text)), "blank line");

    const auto isEnd = [](WireFormat format, std::string_view text) {
        return isEndMark(format, std::span<const char>(text.data(), text.size()));
    };
    QVERIFY(isEnd(WireFormat::Keras, ""));
    QVERIFY(isEnd(WireFormat::Keras, "\r"));
    QVERIFY(!isEnd(WireFormat::Keras, " "));
    QVERIFY(!isEnd(WireFormat::Keras, "\r\r"));
    QVERIFY(!isEnd(WireFormat::Spark, ""));
    QVERIFY(!isEnd(WireFormat::Scala, "\r"));
    QVERIFY(!isEnd(WireFormat::Cifar, ""));
}

// Lines whose positions would wrap in 16 bits, up to the limit and over it.
void TestRecordDecoder::longLines()
{
    for (const Line& original : {kerasLine(), sparkLine(), scalaLine()}) {
        const std::size_t bare = original.text().size();
        for (const std::size_t length :
            {65'535UL, 65'536UL, 65'537UL, 90'000UL, 65'536UL + bare, kMaxLineBytes - 1}) {
            Line spaces = original;
            spaces.end = QByteArray(static_cast<qsizetype>(length - bare), ' ');
            QCOMPARE(words(judge(original.format, spaces.text())), "accepted");

            Line digits = original;
            digits.values[1'536]
                = QByteArray(static_cast<qsizetype>(length - bare) + digits.values[1'536].size(), '0');
            QCOMPARE(digits.text().size(), length);
            QCOMPARE(words(judge(original.format, digits.text())), "accepted");

            Line values = original;
            while (values.values.size() * 10 < length)
                values.values.push_back(values.values[0]);
            QCOMPARE(words(judge(original.format, values.text().substr(0, length))), "too many values");
        }
        Line over = original;
        over.end = QByteArray(static_cast<qsizetype>(kMaxLineBytes - bare), ' ');
        QCOMPARE(words(judge(original.format, over.text())), "line too long");
        QCOMPARE(words(judge(original.format, std::string(kMaxLineBytes, ' '))), "line too long");
        // 65,536 bytes of something, then a good line: what is left after a wrap would be in order.
        QVERIFY(judge(original.format, std::string(65'536, '3') + original.text()) != RejectReason::None);
    }
}

void TestRecordDecoder::cifarRecords()
{
    const std::string record = readFile(dataPath("wire/cifar_2.bin")).substr(0, kCifarRecordBytes);
    QCOMPARE(words(judge(WireFormat::Cifar, record)), "accepted");
    const PaddedRecord padded(record);
    DecodedRecord inPlace;
    QCOMPARE(words(decodeRecord(WireFormat::Cifar, padded.bytes(), inPlace)), "accepted");
    QVERIFY(inPlace.planes == reinterpret_cast<const std::uint8_t*>(padded.bytes().data()) + 1); // no copy
    QCOMPARE(words(judge(WireFormat::Cifar, record.substr(1))), "truncated");
    QCOMPARE(words(judge(WireFormat::Cifar, "")), "truncated");
    QCOMPARE(words(judge(WireFormat::Cifar, record + "x")), "too many values");
    // Its length before its label.
    QCOMPARE(words(judge(WireFormat::Cifar, std::string("\xff", 1))), "truncated");
    QCOMPARE(words(judge(WireFormat::Cifar, "\xff" + record)), "too many values");
    const auto relabelled = [&](int label) {
        std::string result = record;
        result[0] = static_cast<char>(label);
        return result;
    };
    for (const int label : {10, 127, 255})
        QCOMPARE(words(judge(WireFormat::Cifar, relabelled(label))), "label not a digit or out of range");
    QCOMPARE(int(decoded(WireFormat::Cifar, relabelled(9)).label), 9);
}

// A line that lacks its last digit is not made whole by what lies behind it in the block.
void TestRecordDecoder::paddingIsNotRead()
{
    for (const Line& line : {kerasLine(), sparkLine(), scalaLine()}) {
        const std::string text = line.text();
        for (const char filler : {'0', '8', ' ', ',', '.', '-', '\n'}) {
            for (std::size_t cut = 0; cut < 24; ++cut) {
                const std::string_view shorter = std::string_view(text).substr(0, text.size() - cut);
                const PaddedRecord record(shorter, filler);
                const PaddedRecord reference(shorter, 'x');
                DecodedRecord result;
                DecodedRecord expected;
                const RejectReason reason = decodeRecordGeneral(line.format, reference.bytes(), expected);
                for (const VectorKernels* kernels : availableVectorKernels())
                    QCOMPARE(
                        words(decodeRecord(*kernels, line.format, record.bytes(), result)), words(reason));
            }
        }
    }
}

void TestRecordDecoder::hints()
{
    const auto hint = [](WireFormat assumed, const std::string& record) {
        const std::optional<Marked> found = formatHint(assumed, record);
        return std::string(found ? found->text() : "");
    };
    const std::string keras = kerasLine().text();
    const std::string spark = sparkLine().text();
    const std::string scala = scalaLine().text();
    QVERIFY(hint(WireFormat::Keras, spark) == "values look like 0..255: is this format spark?");
    QVERIFY(hint(WireFormat::Spark, keras) == "values look like 0..1: is this format keras?");
    QVERIFY(
        hint(WireFormat::Keras, scala) == "values look like -128..127 between commas: is this format scala?");
    QVERIFY(hint(WireFormat::Keras, keras).empty());
    QVERIFY(hint(WireFormat::Keras, "3abc").empty());
}

QTEST_GUILESS_MAIN(TestRecordDecoder)
#include "tst_record_decoder.moc"
