// Numbers as they are typed, in two languages.
#include "ui/setup/number_text.h"

#include <QLocale>
#include <QtTest>

using namespace iotbench::ui;

class TestNumberText : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void canonical_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical"); // "" = refused
        const auto row = [](const char* language, const char* typed, const char* canonical) {
            QTest::addRow("%s %s", language, typed)
                << QString::fromLatin1(language) << QString::fromUtf8(typed)
                << QString::fromLatin1(canonical);
        };
        row("en", "1000", "1000");
        row("en", "1,000", "1000");
        row("en", "1,000,000.25", "1000000.25");
        row("en", " 7 ", "7");
        row("en", "2.5", "2.5");
        row("en", "1,5", "");
        row("en", "10,00", "");
        row("en", "1.000,5", "");
        row("en", "-1", "");
        row("en", "1e3", "");
        row("en", "", "");
        row("en", "2.", "");
        row("de", "1.000", "1000");
        row("de", "1.000,5", "1000.5");
        row("de", "2,5", "2.5");
        row("de", "1.5", ""); // no fifteen
        row("de", "1,000.5", "");
    }
    void canonical()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, canonical);
        QLocale::setDefault(QLocale(language));
        QCOMPARE(QString::fromStdString(canonicalNumber(typed).value_or("")), canonical);
    }

    void shown()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QCOMPARE(shownNumber("10000"), QStringLiteral("10,000"));
        QCOMPARE(shownNumber("1000.5"), QStringLiteral("1,000.5"));
        QCOMPARE(shownNumber("max"), QStringLiteral("max"));
        QCOMPARE(shownNumber(""), QString());
        QLocale::setDefault(QLocale(QStringLiteral("de")));
        QCOMPARE(shownNumber("10000"), QStringLiteral("10.000"));
        QCOMPARE(shownNumber("2.5"), QStringLiteral("2,5"));
        QCOMPARE(shownNumber("1000000000000"), QStringLiteral("1.000.000.000.000"));
    }
};

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
