// --config and --dump-config: what is written is read back, and what is wrong is named.
#include "settings/settings_json.h"
#include "settings/settings_table.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace iotbench;

class TestSettingsJson : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatMeansSomethingToTheRole()
    {
        Settings settings;
        settings.role = Role::Worker;
        const QJsonObject object = settingsToJson(settings);
        QCOMPARE(object.value("schema_version").toInt(), 1);
        QCOMPARE(object.value("role").toString(), "worker");
        QCOMPARE(object.value("batch-size").toInt(-1), 0); // auto
        QVERIFY(object.value("format").isNull());
        QVERIFY(!object.contains("imagesPerSec"));
        QVERIFY(!object.contains("listen"));
    }

    void dumpIsReadBack_data()
    {
        QTest::addColumn<int>("role");
        QTest::newRow("loopback") << 0;
        QTest::newRow("send") << 1;
        QTest::newRow("receive") << 2;
        QTest::newRow("worker") << 3;
    }
    void dumpIsReadBack()
    {
        QFETCH(int, role);
        AskedSettings asked;
        asked.values.role = static_cast<Role>(role);
        asked.values.model = "resnet20";
        asked.values.label = "größer \"than\" a,b\nc";
        const ValidatedSettings first = validateSettings(asked);
        QVERIFY(first.effective.has_value());

        AskedSettings readBack;
        const QByteArray json = dumpSettings(**first.effective);
        QVERIFY(json.endsWith("}\n"));
        const std::optional<Error> error = readSettings(json, "dump", readBack);
        QVERIFY2(!error, error ? error->message.english().c_str() : "");
        const ValidatedSettings second = validateSettings(readBack);
        QVERIFY(second.effective.has_value());
        QVERIFY(second.warnings.empty());
        QVERIFY(*second.effective == *first.effective);
    }

    void durationAloneIsReadBackWithoutTotal()
    {
        AskedSettings asked;
        asked.values.role = Role::Send;
        asked.values.durationS = 10;
        AskedSettings readBack;
        QVERIFY(!readSettings(dumpSettings(**validateSettings(asked).effective), "dump", readBack));
        QCOMPARE(readBack.values.durationS, 10.0);
        QVERIFY(!validateSettings(readBack).effective->operator->()->totalImages.has_value());
    }

    void marksWhatTheFileSays()
    {
        AskedSettings asked;
        QVERIFY(
            !readSettings(R"({"schema_version": 1, "imagesPerSec": "max", "normalise": null})", "f", asked));
        QCOMPARE(asked.values.imagesPerSecond, 0.0);
        QVERIFY(asked.has("imagesPerSec"));
        QVERIFY(asked.asked.at("imagesPerSec") == AskedIn::ConfigFile);
        QVERIFY(!asked.has("normalise"));
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QByteArray& json, const char* message) {
            QTest::newRow(name) << json << QString(message);
        };
        row("unknown key", R"({"schema_version": 1, "workrs": 2})",
            "run.json: unknown key \"workrs\"; did you mean \"workers\"?");
        row("unknown key, nothing near", R"({"schema_version": 1, "bandwidth": 2})",
            "run.json: unknown key \"bandwidth\"");
        row("no version", R"({"workers": 2})", "run.json: \"schema_version\": 1 is missing");
        row("other version", R"({"schema_version": 2})",
            "run.json: this program reads \"schema_version\": 1 and no other");
        row("out of range", R"({"schema_version": 1, "workers": -3})",
            "run.json: \"workers\" takes a whole number from 0 to 1024 or auto, got \"-3\"");
        row("no whole number", R"({"schema_version": 1, "workers": 2.5})",
            "run.json: \"workers\" takes a whole number from 0 to 1024 or auto, got \"2.5\"");
        row("number for a text", R"({"schema_version": 1, "label": 5})",
            "run.json: \"label\" cannot be a number");
        row("text for a flag", R"({"schema_version": 1, "strict": "true"})",
            "run.json: \"strict\" cannot be a text");
        row("flag for a number", R"({"schema_version": 1, "queue": true})",
            "run.json: \"queue\" cannot be true or false");
        row("list", R"({"schema_version": 1, "engine": ["opencv"]})",
            "run.json: \"engine\" cannot be a list");
        row("object", R"({"schema_version": 1, "engine": {}})", "run.json: \"engine\" cannot be an object");
        row("endless text", "{\"schema_version\": 1, \"label\": \"" + QByteArray(4'097, 'a') + "\"}",
            "run.json: \"label\" has over 4096 characters");
        row("zero in a text", R"({"schema_version": 1, "images": "a\u0000b"})",
            "run.json: \"images\" holds a character of value 0");
        row("no object", "[1]", "run.json: not a JSON object");
        row("no JSON", "{\n  \"role\" \"send\"\n}", "run.json:2:11: not JSON: missing name separator");
    }
    void mistakes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        AskedSettings asked;
        const std::optional<Error> error = readSettings(json, "run.json", asked);
        QVERIFY(error.has_value());
        QCOMPARE(QString::fromStdString(error->message.english()), message);
    }

    void namesTheFileThatCannotBeRead()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("absent.json").toStdString();
        AskedSettings asked;
        const std::optional<Error> error = readSettingsFile(path, asked);
        QVERIFY(error.has_value());
        QCOMPARE(QString::fromStdString(error->message.english()),
            QString::fromStdString(path) + ": does not exist");
    }
};

QTEST_APPLESS_MAIN(TestSettingsJson)
#include "tst_settings_json.moc"
