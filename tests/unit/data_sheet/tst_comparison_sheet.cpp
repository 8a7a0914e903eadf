// The data sheet of a comparison: one file without script, whose words and figures are the comparison's.
#include "compare/comparison_sentence.h"
#include "compare/difference_text.h"
#include "data_sheet/comparison_sheet.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace iotbench;
using namespace Qt::StringLiterals;
using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

namespace {

ComparisonReport example(const std::string& base = "/runs/old & <b>")
{
    MetricDifference rate;
    rate.base = 600;
    rate.next = 1'500;
    rate.difference = 150;
    rate.interval = Interval{140, 160};
    rate.word = DifferenceWord::Higher;
    MetricDifference p99;
    p99.metric = Metric::LatencyP99;
    p99.base = p99.next = 9.5;
    ComparedPair pair;
    pair.name = "new";
    pair.runs = 5;
    pair.verdict = pair.judgement = Judgement::Valid;
    pair.metrics = {rate, p99};
    pair.notCompared = {{Metric::Accuracy, TR("the models differ"), true}};
    pair.setup = {{TR("workers"), "2", "1"}};
    pair.equalSetup = {{TR("host"), "gateway", "gateway"}};
    pair.cautions = {TR("Measured on different machines: %1 and %2.")};
    pair.sentence = comparisonSentence(sentenceRows(pair), pair.name, base);
    return {base, 1, Judgement::Valid, {pair, pair}};
}

} // namespace

class TestComparisonSheet : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheComparisonSays();
    void isOneFileWithoutScript();
};

void TestComparisonSheet::saysWhatTheComparisonSays()
{
    const QString html = QString::fromStdString(comparisonSheet(example()));
    for (const QString& text :
        {u"<b>✓ Valid</b>"_s, u"new is 2.50 times as fast as /runs/old &amp; &lt;b&gt; (2.40 to 2.60);"_s,
            u"accuracy: not comparable."_s, u"<td>+140.0 to +160.0 %</td>"_s, u"<td>2</td><td>1</td>"_s,
            u"<td>gateway</td><td>gateway</td>"_s, u"▲</span>Measured on different machines"_s,
            u"not compared: accuracy %: the models differ"_s, u"A: /runs/old &amp; &lt;b&gt;, 1 run, VALID"_s,
            u"C: new, 5 runs, VALID"_s, u"&#39;/runs/old"_s})
        QVERIFY2(html.contains(text), qPrintable(text));
    QCOMPARE(html.count(u"<svg"_s), 4); // none of what is not comparable
}

void TestComparisonSheet::isOneFileWithoutScript()
{
    QXmlStreamReader reader(QString::fromStdString(comparisonSheet(example("</title><script>\"' onload=x"))));
    int level = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        QVERIFY2(name != u"script"_s && name != u"img"_s && name != u"link"_s, qPrintable(name));
        for (const QXmlStreamAttribute& each : reader.attributes())
            QVERIFY(!each.name().startsWith(u"on"_s));
        if (name.size() == 2 && name[0] == u'h' && name[1].isDigit()) {
            QVERIFY(name[1].digitValue() <= level + 1);
            level = name[1].digitValue();
        }
        if (name == u"th"_s)
            QVERIFY(reader.attributes().hasAttribute(u"scope"_s));
        if (name == u"svg"_s)
            for (const QString& part : {u"title"_s, u"desc"_s}) {
                QVERIFY(reader.readNextStartElement());
                QCOMPARE(reader.name(), part);
                QVERIFY(!reader.readElementText().isEmpty());
            }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

QTEST_GUILESS_MAIN(TestComparisonSheet)
#include "tst_comparison_sheet.moc"
