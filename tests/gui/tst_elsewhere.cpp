// That the surroundings in which the tests run a second time are what elsewhere.cmake says: without this they
// could pass there by being where they always are.
#include "window_test.h"

#include <QDir>
#include <QRawFont>
#include <QStandardPaths>

#include <clocale>

class TestElsewhere : public QObject {
    Q_OBJECT
private slots:
    void oneFamilyOfFonts()
    {
        for (const char* family : {"Sans Serif", "Serif", "DejaVu Sans", "Liberation Sans"})
            QCOMPARE(QRawFont::fromFont(QFont(QLatin1String(family))).familyName(),
                QStringLiteral("Noto Sans Mono"));
        QCOMPARE(QRawFont::fromFont(QApplication::font()).familyName(), QStringLiteral("Noto Sans Mono"));
    }

    void aGermanUser()
    {
        QCOMPARE(QLocale::system().name(), QStringLiteral("de_DE"));
        QCOMPARE(std::localeconv()->decimal_point, ","); // what the C library goes by
    }

    void aDoubledScreen() { QCOMPARE(qApp->devicePixelRatio(), 2.0); }

    void anotherTimeZone() { QCOMPARE(QDateTime::currentDateTime().offsetFromUtc(), (5 * 60 + 45) * 60); }

    void aHomeOfItsOwn()
    {
        for (const auto what : {QStandardPaths::AppDataLocation, QStandardPaths::GenericConfigLocation,
                 QStandardPaths::GenericCacheLocation})
            QVERIFY(QStandardPaths::writableLocation(what).startsWith(QDir::tempPath()));
    }
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestElsewhere>(argc, argv);
}

#include "tst_elsewhere.moc"
