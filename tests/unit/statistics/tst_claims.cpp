// Each claim is judged as the tables say, and the tables call forth every reason and every advice that stands
// in the sources of the rules.
#include "accuracy_rows.h"
#include "claim_rows.h"
#include "steadiness_rows.h"
#include "test_paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace iotbench;
using test::ClaimRow;

namespace {

const std::vector<ClaimRow>& allRows()
{
    static const std::vector<ClaimRow> rows = [] {
        std::vector<ClaimRow> joined = test::claimRows();
        joined.insert(joined.end(), test::accuracyRows().begin(), test::accuracyRows().end());
        joined.insert(joined.end(), test::steadinessRows().begin(), test::steadinessRows().end());
        return joined;
    }();
    return rows;
}

QString toText(const Reason& reason, bool withAdvice)
{
    return QString::fromStdString(std::string(toString(reason.judgement)) + ": " + reason.what.english()
        + (withAdvice ? " -> " + reason.advice.english() : ""));
}

ClaimVerdict judged(const ClaimRow& row)
{
    RunResult run = test::exampleRun();
    row.change(run);
    return judge(run)[row.claim];
}

} // namespace

class TestClaims : public QObject {
    Q_OBJECT

private slots:
    void judgement_data();
    void judgement();
    void everyReasonHasARow();
};

void TestClaims::judgement_data()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < allRows().size(); ++i)
        QTest::addRow("%s: %s", toString(allRows()[i].claim).data(), allRows()[i].name) << i;
}

void TestClaims::judgement()
{
    QFETCH(std::size_t, index);
    const ClaimRow& row = allRows()[index];
    const ClaimVerdict verdict = judged(row);
    QCOMPARE(toString(verdict.judgement), toString(row.judgement));
    QStringList reasons;
    for (const Reason& reason : verdict.reasons)
        reasons << toText(reason, row.reasons.value(reasons.size()).contains(" -> "));
    QCOMPARE(reasons, row.reasons);
}

// With those of the phrases that go into it.
static void addTexts(const Message& message, QSet<QString>& texts)
{
    texts << message.text;
    for (const Message::Argument& argument : message.arguments)
        if (argument.phrase())
            addTexts(*argument.phrase(), texts);
}

void TestClaims::everyReasonHasARow()
{
    QSet<QString> seen;
    for (const ClaimRow& row : allRows())
        for (const Reason& reason : judged(row).reasons) {
            addTexts(reason.what, seen);
            addTexts(reason.advice, seen);
        }

    QString code;
    for (const char* file : {"core/statistics/claims.cpp", "core/statistics/complete_claim.cpp",
             "core/statistics/accuracy_claim.cpp", "core/statistics/steadiness_claim.cpp"}) {
        QFile source(test::sourcePath(file));
        QVERIFY2(source.open(QIODevice::ReadOnly), file);
        code += QString::fromUtf8(source.readAll());
    }
    static const QRegularExpression marked("\\bTR\\(((?:\\s*\"[^\"]*\")+)");
    static const QRegularExpression join("\"\\s*\"");
    QStringList absent;
    int found = 0;
    for (auto each = marked.globalMatch(code); each.hasNext(); ++found) {
        const QString text = each.next().captured(1).trimmed().remove(join);
        if (!seen.contains(text.sliced(1, text.size() - 2)))
            absent << text;
    }
    QCOMPARE(found, code.count("TR("));
    QVERIFY2(absent.isEmpty(), qPrintable("no row gives " + absent.join(", ")));
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
