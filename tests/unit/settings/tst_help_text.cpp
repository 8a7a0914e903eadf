// The help shows every row of the table and stays within its width.
#include "batch/help_text.h"
#include "batch/program_options.h"
#include "settings/settings_table.h"

#include <QtTest>

using namespace iotbench;

class TestHelpText : public QObject {
    Q_OBJECT

private slots:
    void listsEveryOption()
    {
        const QString help = QString::fromStdString(helpText());
        for (const Setting& setting : settingsTable()) {
            const QString letter
                = setting.letter ? QStringLiteral("-%1, ").arg(QLatin1Char(setting.letter)) : "    ";
            const QString value = QString::fromStdString(setting.valueText());
            const QString line
                = QStringLiteral("\n  %1--%2%3\n")
                      .arg(letter, QString(setting.key), value.isEmpty() ? value : " " + value);
            QVERIFY2(help.contains(line), qPrintable(line));
            const QString firstWords = QString(setting.help).section(' ', 0, 2);
            QVERIFY2(help.contains(firstWords), setting.help);
        }
        for (const ProgramOption& option : programOptions())
            QVERIFY2(help.contains(QStringLiteral("--") + option.name), option.name);
        QVERIFY(help.contains("\n      --no-subtractMean\n"));
    }

    void oneRowIsSpeltOut()
    {
        QVERIFY(
            QString::fromStdString(helpText())
                .contains(
                    "  -i, --imagesPerSec RATE\n"
                    "          Images to send in a second, over all streams; max (or 0) is as fast as the\n"
                    "          receiver takes them. Default: 10. [loopback, send]\n"));
    }

    void staysWithinItsWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("90") << 90;
        QTest::newRow("80") << 80;
    }
    void staysWithinItsWidth()
    {
        QFETCH(int, width);
        const QStringList lines
            = QString::fromStdString(helpText(static_cast<std::size_t>(width))).split('\n');
        for (const QString& line : lines)
            QVERIFY2(line.size() <= width, qPrintable(line));
    }

    void wrapping_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("lines");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("fits") << "a bc def"
                              << "  a bc def\n";
        QTest::newRow("breaks") << "a bc def g"
                                << "  a bc def\n  g\n";
        QTest::newRow("long word") << "a abcdefghijkl b"
                                   << "  a\n  abcdefghijkl\n  b\n";
    }
    void wrapping()
    {
        QFETCH(QString, text);
        QFETCH(QString, lines);
        QCOMPARE(QString::fromStdString(wrapped(text.toStdString(), 2, 10)), lines);
    }
};

QTEST_APPLESS_MAIN(TestHelpText)
#include "tst_help_text.moc"
