// What is read from a model in OpenVINO's format, and which are refused.
#include "models/ir_facts.h"

#include "test_paths.h"

#include <QFile>
#include <QtTest>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

using namespace iotbench;

namespace {

// Five numbers of 64 bits, and a weight of 32 for those tests that add one.
std::vector<std::uint8_t> weights(float weight = 0)
{
    const std::array<std::int64_t, 5> constants{0, 3072, 0, 10, 1};
    std::vector<std::uint8_t> bytes(sizeof constants + sizeof weight);
    std::memcpy(bytes.data(), constants.data(), sizeof constants);
    std::memcpy(bytes.data() + sizeof constants, &weight, sizeof weight);
    return bytes;
}

QByteArray graph()
{
    QFile file(test::dataPath("models/first_ten_values.xml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<GraphFacts> factsOf(const QByteArray& xml, const std::vector<std::uint8_t>& bin = weights())
{
    return readIrFacts(
        {reinterpret_cast<const std::uint8_t*>(xml.data()), static_cast<std::size_t>(xml.size())}, bin);
}

QByteArray weightLayer(const char* type, const char* shape, int offset, int bytes)
{
    return QByteArray(
               "<layer id=\"9\" name=\"kernel\" type=\"Const\" version=\"opset1\"><data element_type=\"")
        + type + "\" shape=\"" + shape + "\" offset=\"" + QByteArray::number(offset) + "\" size=\""
        + QByteArray::number(bytes) + "\"/></layer></layers>";
}

} // namespace

class TestIrFacts : public QObject {
    Q_OBJECT

private slots:
    void factsOfAModel()
    {
        const Result<GraphFacts> facts = factsOf(graph());
        QVERIFY2(facts, facts.error().english().c_str());
        QVERIFY((facts->input == ImageShape{32, 32, 3}));
        QVERIFY(facts->classes == std::size_t{10});
        QVERIFY(!facts->takesBytes);
        QCOMPARE(facts->scores, ScoreKind::Logits);
        QCOMPARE(facts->parameters, std::uint64_t{0}); // indices are none
        QVERIFY(!facts->macs);
    }

    void tensorsForWhichThereIsNoMemory()
    {
        QByteArray xml = graph();
        xml.replace("</layers>",
            "<layer id=\"9\" name=\"vast\" type=\"Broadcast\" version=\"opset3\"><output><port id=\"2\">"
            "<dim>60000</dim><dim>100000</dim></port></output></layer></layers>");
        const Result<GraphFacts> facts = factsOf(xml);
        QVERIFY(!facts);
        QCOMPARE(
            facts.error().english(), std::string("its tensors have over 1073741824 values for one image"));
    }

    void bytesChannelsLastAndProbabilities()
    {
        QByteArray xml = graph();
        xml.replace("shape=\"?,3,32,32\" element_type=\"f32\"", "shape=\"1,48,32,3\" element_type=\"u8\"");
        xml.replace("name=\"Slice_13\" type=\"Slice\"", "name=\"Slice_13\" type=\"SoftMax\"");
        xml.replace("</layers>", weightLayer("f32", "1", 40, 4));
        const Result<GraphFacts> facts = factsOf(xml);
        QVERIFY2(facts, facts.error().english().c_str());
        QVERIFY((facts->input == ImageShape{32, 48, 3}));
        QVERIFY(facts->takesBytes);
        QCOMPARE(facts->scores, ScoreKind::Probabilities);
        QCOMPARE(facts->parameters, std::uint64_t{1});
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QString>("reason");
        const auto row
            = [](const char* name, const char* old, const QByteArray& changed, const char* reason) {
                  QTest::newRow(name) << QByteArray(old) << changed << QString::fromUtf8(reason);
              };
        row("other XML", "<net ", "<svg ", "it is no XML file, or not a whole one");
        row("an older version", "version=\"11\"", "version=\"7\"",
            "it is an OpenVINO model of version 7; versions 10 and 11 are known");
        row("another's operator", "type=\"Slice\" version=\"opset8\"", "type=\"Lies\" version=\"extension\"",
            "its operator Lies is none of OpenVINO's own");
        row("a constant by another name", "type=\"Const\"", "type=\"Constant\"",
            "its operator Constant is none of OpenVINO's own");
        row("a constant in capitals", "type=\"Const\"", "type=\"CONST\"",
            "its operator CONST is none of OpenVINO's own");
        row("random values", "type=\"Slice\"", "type=\"RandomUniform\"",
            "its operator RandomUniform gives other values every time: export it for inference");
        row("values that stay", "type=\"Slice\"", "type=\"ReadValue\"",
            "its operator ReadValue keeps values from image to image: export it without");
        row("two lists of data", "<data special_zero", "<data a=\"1\"/><data special_zero",
            "it is no XML file, or not a whole one");
        row("two layers of a number", "</layers>",
            "<layer id=\"0\" type=\"Relu\" version=\"opset1\"/></layers>",
            "it is no XML file, or not a whole one");
        row("numbers that images are not", "shape=\"?,3,32,32\" element_type=\"f32\"",
            "shape=\"?,3,32,32\" element_type=\"i32\"",
            "its input is of i32, which images are not: export it with f32 or u8");
        row("nested without end", "<layers>",
            QByteArray("<x>").repeated(100) + QByteArray("</x>").repeated(100) + "<layers>",
            "it is no XML file, or not a whole one");
        row("attributes without end", "<net ", QByteArray("<net ") + QByteArray("a=\"1\" ").repeated(20'000),
            "it has a tag or text of over 64 kB");
        row("a graph within", "<data special_zero=\"true\" />", "<body/>", "it has graphs within its graph");
        row("two inputs", "type=\"Slice\"", "type=\"Parameter\"",
            "it has 2 inputs; a classifier of images has one");
        row("no output", "type=\"Result\"", "type=\"Relu\"", "it has 0 outputs; a classifier has one");
        row("no image", "shape=\"?,3,32,32\"", "shape=\"?,3072\"",
            "its input is N×3072; images are N×C×H×W, of 1 to 16 channels and sides of 1 to 4096 pixels");
        row("open sizes", "shape=\"?,3,32,32\"", "shape=\"?,3,?,?\"",
            "its input is N×3×?×?; images are N×C×H×W, of 1 to 16 channels and sides of 1 to 4096 pixels");
        row("one score", "<dim>10</dim>", "<dim>1</dim>",
            "its output is N×1; a classifier gives one score for each of 2 to 256 classes");
        row("beyond the weights", "offset=\"0\" size=\"16\"", "offset=\"40\" size=\"16\"",
            "its tensor \"Constant_3\" does not hold as many values as it says");
        row("an offset that wraps", "offset=\"0\" size=\"16\"", "offset=\"18446744073709551600\" size=\"16\"",
            "its tensor \"Constant_3\" does not hold as many values as it says");
        row("a negative offset", "offset=\"0\" size=\"16\"", "offset=\"-16\" size=\"16\"",
            "its tensor \"Constant_3\" does not hold as many values as it says");
        row("sizes that wrap", "shape=\"2\" offset=\"0\" size=\"16\"",
            "shape=\"4294967296,4294967296,2\" offset=\"0\" size=\"16\"",
            "its tensor \"Constant_3\" does not hold as many values as it says");
        row("fewer values", "shape=\"2\" offset=\"0\"", "shape=\"1\" offset=\"0\"",
            "its tensor \"Constant_3\" does not hold as many values as it says");
        row("an unknown type", "element_type=\"i64\" shape=\"2\"", "element_type=\"x64\" shape=\"2\"",
            "its tensor \"Constant_3\" is of a type that is not known: x64");
        row("no number", "</layers>", weightLayer("f16", "2", 40, 4),
            "its tensor \"kernel\" holds a value that is infinite or not a number");
    }
    void refuses()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, changed);
        QFETCH(QString, reason);
        QByteArray xml = graph();
        QVERIFY(xml.contains(old));
        xml.replace(old, changed);
        const Result<GraphFacts> facts = factsOf(xml, weights(std::numeric_limits<float>::quiet_NaN()));
        QVERIFY(!facts);
        QCOMPARE(QString::fromStdString(facts.error().english()), reason);
    }

    void refusesWhatIsCutOff()
    {
        const QByteArray whole = graph();
        QVERIFY(factsOf(whole));
        for (qsizetype length = 0; length < whole.size() - 8; length += 7) { // the last line is "</net>"
            QVERIFY2(!factsOf(whole.first(length)), qPrintable(QString::number(length)));
        }
        std::vector<std::uint8_t> bin = weights();
        bin.resize(30);
        QVERIFY(!factsOf(whole, bin));
    }
};

QTEST_APPLESS_MAIN(TestIrFacts)
#include "tst_ir_facts.moc"
