// The German translation is whole: no text of the window, of the settings or of core's messages is left in
// English.
#include "settings/settings_table.h"
#include "ui/base/language.h"
#include "ui/base/translated.h"
#include "window_test.h"

#include "test_paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace iotbench;

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void nothingIsUnfinished()
    {
        QFile file(test::sourcePath(QStringLiteral("resources/translations/iotbench_de.ts")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        static const QRegularExpression kPlace(QStringLiteral("%[1-9]"));
        QString context;
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation")) {
                const QString type = xml.attributes().value(QLatin1String("type")).toString();
                const QString text = xml.readElementText();
                ++messages;
                QVERIFY2(type.isEmpty(), qPrintable(context + QStringLiteral(": ") + source));
                QVERIFY2(!text.isEmpty(), qPrintable(source));
                // Whatever is put in is put in by the translation too.
                const auto places = [](const QString& from) {
                    QStringList found;
                    for (auto each = kPlace.globalMatch(from); each.hasNext();)
                        found << each.next().captured();
                    found.sort();
                    found.removeDuplicates();
                    return found;
                };
                QCOMPARE(places(text), places(source));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 400);
    }

    void settingsSpeakGerman()
    {
        ui::Language language;
        QVERIFY(language.choose(QStringLiteral("de")));
        for (const Setting& setting : settingsTable())
            QVERIFY2(ui::helpOf(setting) != QString::fromUtf8(setting.help), setting.key);
        QCOMPARE(ui::translated(TR("stopped by the user before its end")),
            QStringLiteral("vom Benutzer vor dem Ende angehalten"));
        QCOMPARE(ui::translated({TR("%1: connected"), {std::string("%1")}}), QStringLiteral("%1: verbunden"));
        QCOMPARE(ui::translated({TR("listening on %1: %2"),
                     {std::string("127.0.0.1:10000"), TR("only programs on this machine can connect")}}),
            QStringLiteral(
                "lauscht auf 127.0.0.1:10000: nur Programme auf diesem Rechner können sich verbinden"));
        language.choose(QStringLiteral("en"));
    }
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestTranslations>(argc, argv);
}

#include "tst_translations.moc"
