// Every row of the settings table: unique names, the originals' letters, values as text and as JSON,
// refusals.
#include "settings/settings_table.h"

#include <QSet>
#include <QtTest>

using namespace iotbench;

namespace {

const Setting& row(const QString& key)
{
    return *findSetting(key.toStdString());
}

} // namespace

class TestSettingsTable : public QObject {
    Q_OBJECT

private slots:
    void namesAreUniqueAndExplained()
    {
        QSet<QString> keys;
        QSet<char> letters;
        for (const Setting& setting : settingsTable()) {
            QVERIFY2(!keys.contains(setting.key), setting.key);
            keys << setting.key;
            if (setting.letter != 0) {
                QVERIFY2(!letters.contains(setting.letter), setting.key);
                letters << setting.letter;
            }
            QVERIFY2(QByteArray(setting.help).endsWith('.'), setting.key);
            QVERIFY2(setting.roles != 0, setting.key);
            QCOMPARE(findSetting(setting.key), &setting);
        }
        QCOMPARE(keys.size(), 40);
        QCOMPARE(findSetting("workrs"), nullptr);
        QCOMPARE(findSetting("t"), nullptr);
        QCOMPARE(findOption("t"), findSetting("totalImages"));
        QCOMPARE(findOption("totalImages"), findSetting("totalImages"));
        QCOMPARE(findOption("9"), nullptr);
    }

    void theOriginalsKeepTheirNamesAndLetters()
    {
        QCOMPARE(row("imagesPerSec").letter, 'i');
        QCOMPARE(row("totalImages").letter, 't');
        QCOMPARE(row("subtractMean").letter, 's');
        QCOMPARE(row("modelPath").letter, 'm');
        QCOMPARE(row("reportingInterval").letter, 'r');
        QCOMPARE(row("imagesPerSec").defaultText(), "10");
        QCOMPARE(row("reportingInterval").defaultText(), "100; never with --quiet");
    }

    void textOfDefaults_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("choice") << "role"
                                << "loopback";
        QTest::newRow("decimal") << "imagesPerSec"
                                 << "10";
        QTest::newRow("unset number") << "totalImages"
                                      << "";
        QTest::newRow("unset choice") << "format"
                                      << "auto";
        QTest::newRow("unset switch") << "subtractMean"
                                      << "auto";
        QTest::newRow("word for 0") << "workers"
                                    << "auto";
        QTest::newRow("plain 0") << "duration"
                                 << "0";
        QTest::newRow("flag") << "strict"
                              << "false";
        QTest::newRow("unset endpoint") << "listen"
                                        << "";
        QTest::newRow("text") << "engine"
                              << "opencv";
    }
    void textOfDefaults()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(settingText(row(key), Settings{})), text);
    }

    void everyValueIsReadBackAsText_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonValue>("json");
        const auto add = [](const char* key, const char* text, const QJsonValue& json) {
            QTest::addRow("%s %s", key, text) << QString(key) << QString(text) << json;
        };
        add("role", "worker", "worker");
        add("modelPath", "mödel with spaces.h5", "mödel with spaces.h5");
        add("images", "/data/test_batch.bin", "/data/test_batch.bin");
        add("normalise", "mean-subtracted", "mean-subtracted");
        add("normalise", "auto", QJsonValue::Null);
        add("imagesPerSec", "max", 0);
        add("imagesPerSec", "0.001", 0.001);
        add("imagesPerSec", "1234.5", 1234.5);
        add("imagesPerSec", "10000000", 10000000);
        add("totalImages", "1000000000000", qint64{1000000000000});
        add("duration", "7.5", 7.5);
        add("subtractMean", "true", true);
        add("subtractMean", "false", false);
        add("subtractMean", "auto", QJsonValue::Null);
        add("pacing", "lognormal", "lognormal");
        add("seed", "9007199254740991", qint64{9007199254740991});
        add("streams", "1024", 1024);
        add("listen", "10000", "10000");
        add("listen", "0.0.0.0:0", "0.0.0.0:0");
        add("listen", "[::1]:10000", "[::1]:10000");
        add("connect", "gateway.local:65535", "gateway.local:65535");
        add("format", "cifar", "cifar");
        add("transport", "memory", "memory");
        add("senders", "4", 4);
        add("linger", "0", 0);
        add("idle-timeout", "0", 0);
        add("wait-timeout", "0.25", 0.25);
        add("engine", "null", "null");
        add("precision", "bf16", "bf16");
        add("device", "GPU.1", "GPU.1");
        add("batch-size", "32", 32);
        add("workers", "auto", 0);
        add("workers", "2", 2);
        add("queue", "65536", 65536);
        add("warmup", "0", 0);
        add("fresh", "true", true);
        add("reportingInterval", "1000", 1000);
        add("report", "out/run 1", "out/run 1");
        add("csv", "all.csv", "all.csv");
        add("force", "true", true);
        add("label", "fan off", "fan off");
        add("no-host", "true", true);
        add("strict", "true", true);
        add("quiet", "true", true);
        add("min-accuracy", "91.5", 91.5);
        add("require-rate", "500", 500);
        add("max-p99", "12.5", 12.5);
    }
    void everyValueIsReadBackAsText()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QJsonValue, json);
        const Setting& setting = row(key);

        Settings fromText;
        QVERIFY(!setSettingText(setting, text.toStdString(), fromText));
        QCOMPARE(QString::fromStdString(settingText(setting, fromText)), text);
        QCOMPARE(settingJson(setting, fromText), json);
        QVERIFY(!rangeIssue(setting, fromText));

        Settings fromJson;
        QVERIFY(!setSettingJson(setting, json, fromJson));
        QVERIFY(fromJson == fromText);
        resetSetting(setting, fromJson);
        QVERIFY(isDefault(setting, fromJson));
        QVERIFY(fromJson == Settings{});
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto add = [](const char* key, const char* text, const char* message) {
            QTest::addRow("%s '%s'", key, text) << QString(key) << QString(text) << QString(message);
        };
        const char* workers = "--workers takes a whole number from 0 to 1024 or auto, got \"%1\"";
        for (const char* text : {"-3", "1025", "2.0", "1e2", "0x10", "", " 4", "4 ", "4,000", "four", "+4",
                 "99999999999999999999"}) {
            QTest::addRow("workers '%s'", text) << "workers" << QString(text) << QString(workers).arg(text);
        }
        const char* rate
            = "--imagesPerSec takes a number from 0.001 to 10000000 (images/s) or max, got \"%1\"";
        for (const char* text : {"-1", "1e3", "inf", "nan", "0.0001", "10000001", "10,5", "fast", "", "1.5 "})
            QTest::addRow("rate '%s'", text) << "imagesPerSec" << QString(text) << QString(rate).arg(text);
        add("totalImages", "0", "--totalImages takes a whole number from 1 to 1000000000000, got \"0\"");
        add("linger", "-0.5", "--linger takes a number from 0 to 31622400 (s), got \"-0.5\"");
        add("linger", "2s", "--linger takes a number from 0 to 31622400 (s), got \"2s\"");
        add("min-accuracy", "101", "--min-accuracy takes a number from 0 to 100 (%), got \"101\"");
        add("seed", "9007199254740992",
            "--seed takes a whole number from 0 to 9007199254740991, got "
            "\"9007199254740992\"");
        add("role", "sender",
            "--role takes one of loopback, send, receive, worker, got \"sender\"; did you mean send?");
        add("pacing", "poison",
            "--pacing takes one of constant, poisson, lognormal, original, cameras, got \"poison\"; did you "
            "mean "
            "poisson?");
        add("role", "recieve",
            "--role takes one of loopback, send, receive, worker, got \"recieve\"; did you mean receive?");
        add("format", "csv", "--format takes one of auto, keras, spark, scala, cifar, got \"csv\"");
        add("strict", "yes", "--strict takes true or false, got \"yes\"");
        add("listen", "70000", "--listen takes [HOST:]PORT with a port from 0 to 65535, got \"70000\"");
        add("listen", "", "--listen takes [HOST:]PORT with a port from 0 to 65535, got \"\"");
        add("listen",
            "localhost:", "--listen takes [HOST:]PORT with a port from 0 to 65535, got \"localhost:\"");
        add("listen", "localhost:-1",
            "--listen takes [HOST:]PORT with a port from 0 to 65535, got \"localhost:-1\"");
        add("listen", ":10000", "--listen takes [HOST:]PORT, but \":10000\" has no host");
        add("listen", "[::1]", "--listen takes [HOST:]PORT, but \"[::1]\" has no port");
        add("listen", "[::1", "--listen takes [HOST:]PORT, but \"[::1\" has no port");
        add("listen", "::1:10000",
            "--listen takes [HOST:]PORT with an IPv6 address in brackets, as [::1]:10000, got \"::1:10000\"");
        add("connect", "10000", "--connect takes HOST:PORT, but \"10000\" has no host");
        add("connect", "[]:10000", "--connect takes HOST:PORT, but \"[]:10000\" has no host");
        add("connect", "localhost:0",
            "--connect takes HOST:PORT with a port from 1 to 65535, got \"localhost:0\"");
    }
    void refusals()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, message);
        Settings settings;
        const std::optional<SettingIssue> issue = setSettingText(row(key), text.toStdString(), settings);
        QVERIFY(issue.has_value());
        QCOMPARE(QString::fromStdString(issue->optionInEnglish()), message);
        QVERIFY(settings == Settings{});
    }

    void minusZeroIsZero()
    {
        Settings settings;
        QVERIFY(!setSettingText(row("duration"), "-0", settings));
        QCOMPARE(settingText(row("duration"), settings), "0");
    }

    void fieldsSetWithoutTheTableAreCheckedToo()
    {
        Settings settings;
        settings.batchSize = 4096;
        const std::optional<SettingIssue> issue = rangeIssue(row("batch-size"), settings);
        QVERIFY(issue.has_value());
        QCOMPARE(QString::fromStdString(issue->reason.english()),
            "takes a whole number from 0 to 1024 or auto, got \"4096\"");
        settings.imagesPerSecond = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(rangeIssue(row("imagesPerSec"), settings).has_value());
    }
};

QTEST_APPLESS_MAIN(TestSettingsTable)
#include "tst_settings_table.moc"
