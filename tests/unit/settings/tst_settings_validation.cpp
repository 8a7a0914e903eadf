// The rules between settings, and what is decided beforehand.
#include "settings/settings_table.h"
#include "settings/settings_validation.h"

#include <QtTest>

using namespace iotbench;

namespace {

// "--role send --streams 2" without the dashes, as the command line would ask it.
AskedSettings asked(const QString& options, AskedIn where = AskedIn::CommandLine)
{
    AskedSettings result;
    const QStringList words = options.split(' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        const Setting* setting = findSetting(words[i].toStdString());
        if (!setting || setSettingText(*setting, words[i + 1].toStdString(), result.values))
            qFatal("the test's options are wrong: %s", qPrintable(words[i]));
        result.asked.insert_or_assign(setting->key, where);
    }
    return result;
}

QStringList sentences(const std::vector<SettingIssue>& issues)
{
    QStringList list;
    for (const SettingIssue& issue : issues)
        list << QString::fromStdString(issue.optionInEnglish());
    return list;
}

Settings effective(const QString& options)
{
    const ValidatedSettings validated = validateSettings(asked(options));
    if (!validated.effective)
        qFatal("not valid: %s", qPrintable(sentences(validated.errors).join("; ")));
    return **validated.effective;
}

} // namespace

class TestSettingsValidation : public QObject {
    Q_OBJECT

private slots:
    void mistakes_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QStringList>("messages");
        const auto row = [](const char* options, const QStringList& messages) {
            QTest::newRow(options) << QString(options) << messages;
        };
        const char* modelRequired
            = "--modelPath is required, but for --role send and --engine null; see --list-models";
        row("", {modelRequired});
        row("role receive", {modelRequired});
        row("role worker", {modelRequired});
        row("role send modelPath cnn",
            {"--modelPath does not apply to --role send, only to loopback, receive, worker"});
        row("role send workers 2",
            {"--workers does not apply to --role send, only to loopback, receive, worker"});
        row("role receive modelPath cnn imagesPerSec 5",
            {"--imagesPerSec does not apply to --role receive, only to loopback, send"});
        row("role worker modelPath cnn listen 10000",
            {"--listen does not apply to --role worker, only to send, receive"});
        row("role worker modelPath cnn totalImages 5",
            {"--totalImages does not apply to --role worker, only to loopback, send, receive"});
        row("modelPath cnn connect h:1",
            {"--connect does not apply to --role loopback, only to send, receive"});
        row("modelPath cnn idle-timeout 5",
            {"--idle-timeout does not apply to --role loopback, only to receive"});
        row("role send transport memory", {"--transport does not apply to --role send, only to loopback"});
        row("role send listen 1 connect h:1", {"--connect cannot be given together with --listen"});
        row("role receive modelPath cnn linger 5", {"--linger applies only with --listen"});
        row("role send wait-timeout 5", {"--wait-timeout applies only with --listen"});
        row("role send streams 2",
            {"--streams needs --connect or --listen: standard output carries one stream"});
        row("role receive modelPath cnn senders 2",
            {"--senders needs --listen: there is one sender without"});
        row("role receive modelPath cnn senders 2 connect h:1",
            {"--senders needs --listen: there is one sender without"});
        row("modelPath cnn senders 2 streams 3",
            {"--senders is the same as --streams in loopback, got 2 and 3"});
        row("modelPath cnn streams 3 totalImages 2",
            {"--totalImages gives 2 to 3 streams, so that some would send nothing"});
        row("modelPath cnn imagesPerSec max pacing original",
            {"--pacing original needs a rate: --imagesPerSec max has no schedule"});
        row("modelPath cnn imagesPerSec 0 pacing poisson",
            {"--pacing poisson needs a rate: --imagesPerSec max has no schedule"});
        row("role send subtractMean true format cifar",
            {"--subtractMean applies to --format keras only: cifar carries bytes, and the receiver "
             "subtracts"});
        row("modelPath cnn batch-size 16 queue 8",
            {"--batch-size cannot be larger than --queue: a batch of 16 never waits in a queue of 8"});
        row("engine null min-accuracy 90",
            {"--min-accuracy cannot be judged with --engine null, whose answers mean nothing"});
        row("role send streams 2 workers 3 engine null",
            {"--streams needs --connect or --listen: standard output carries one stream",
                "--engine does not apply to --role send, only to loopback, receive, worker",
                "--workers does not apply to --role send, only to loopback, receive, worker"});
    }
    void mistakes()
    {
        QFETCH(QString, options);
        QFETCH(QStringList, messages);
        const ValidatedSettings validated = validateSettings(asked(options));
        QCOMPARE(sentences(validated.errors), messages);
        QVERIFY(!validated.effective.has_value());
    }

    void everySettingOfAnotherRoleIsRefused()
    {
        for (const Setting& setting : settingsTable()) {
            for (const Role role : {Role::Loopback, Role::Send, Role::Receive, Role::Worker}) {
                AskedSettings settings = asked(role == Role::Send ? "" : "modelPath cnn");
                settings.values.role = role;
                settings.asked.insert_or_assign(setting.key, AskedIn::CommandLine);
                if (QString(setting.key) == "linger"
                    || (QString(setting.key) == "wait-timeout" && role == Role::Send))
                    settings.values.listen = Endpoint{"", 10000};
                const ValidatedSettings validated = validateSettings(settings);
                QVERIFY2(validated.effective.has_value() == setting.appliesTo(role), setting.key);
            }
        }
    }

    void outOfRangeWithoutTheTable()
    {
        AskedSettings settings = asked("modelPath cnn");
        settings.values.queue = 0;
        settings.values.batchSize = 1025;
        QCOMPARE(sentences(validateSettings(settings).errors),
            QStringList({"--batch-size takes a whole number from 0 to 1024 or auto, got \"1025\"",
                "--queue takes a whole number from 1 to 65536, got \"0\""}));
    }

    void configurationFilesMayServeSeveralRoles()
    {
        AskedSettings settings = asked("modelPath cnn workers 3 imagesPerSec 5", AskedIn::ConfigFile);
        settings.values.role = Role::Send;
        const ValidatedSettings validated = validateSettings(settings);
        QVERIFY(validated.effective.has_value());
        QCOMPARE(sentences(validated.warnings),
            QStringList({"--modelPath is passed over: it does not apply to --role send",
                "--workers is passed over: it does not apply to --role send"}));
        QCOMPARE((*validated.effective)->imagesPerSecond, 5.0);
        QCOMPARE((*validated.effective)->model, std::string());
    }

    void criterionThatCannotBeMet()
    {
        const ValidatedSettings validated
            = validateSettings(asked("modelPath cnn imagesPerSec 100 require-rate 101"));
        QVERIFY(validated.effective.has_value());
        QCOMPARE(sentences(validated.warnings),
            QStringList("--require-rate is more than --imagesPerSec offers, so that it will be missed"));
        QVERIFY(validateSettings(asked("modelPath cnn imagesPerSec max require-rate 101")).warnings.empty());
    }

    void totalImages()
    {
        using Total = std::optional<std::uint64_t>;
        QVERIFY(effective("modelPath cnn").totalImages == Total(100));
        QVERIFY(effective("role send").totalImages == Total(100));
        QVERIFY(effective("role send duration 10").totalImages == Total());
        QVERIFY(effective("role send duration 10 totalImages 7").totalImages == Total(7));
        QVERIFY(effective("role receive modelPath cnn").totalImages == Total());
        QVERIFY(effective("role receive modelPath cnn totalImages 7").totalImages == Total(7));
        QVERIFY(effective("role worker modelPath cnn").totalImages == Total());
    }

    void format()
    {
        using Format = std::optional<WireFormat>;
        QVERIFY(effective("modelPath cnn").format == Format(WireFormat::Keras));
        QVERIFY(effective("role send").format == Format(WireFormat::Keras));
        QVERIFY(effective("role send format scala").format == Format(WireFormat::Scala));
        QVERIFY(effective("role receive modelPath cnn").format == Format());
        QVERIFY(effective("role worker modelPath cnn format spark").format == Format(WireFormat::Spark));
    }

    void subtractMean()
    {
        using Asked = std::optional<bool>;
        QVERIFY(effective("modelPath cnn").subtractMean == Asked());
        QVERIFY(effective("modelPath cnn subtractMean true").subtractMean == Asked(true));
        QVERIFY(effective("modelPath cnn format cifar").subtractMean == Asked(false));
        QVERIFY(effective("modelPath cnn format cifar subtractMean false").subtractMean == Asked(false));
        QVERIFY(effective("role send").subtractMean == Asked(false));
        QVERIFY(effective("role send subtractMean true").subtractMean == Asked(true));
    }

    void streamsAndSenders()
    {
        QCOMPARE(effective("modelPath cnn").senders, 1U);
        QCOMPARE(effective("modelPath cnn streams 4").senders, 4U);
        QCOMPARE(effective("modelPath cnn senders 4").streams, 4U);
        QCOMPARE(effective("modelPath cnn senders 4 streams 4").streams, 4U);
        QCOMPARE(effective("role receive modelPath cnn listen 10000 senders 4").senders, 4U);
        QCOMPARE(effective("role send connect h:1 streams 4").streams, 4U);
        QCOMPARE(effective("role send listen 1 streams 4").streams, 4U);
    }

    void endpoints()
    {
        QVERIFY(
            effective("role receive modelPath cnn listen 10000").listen == Endpoint({"127.0.0.1", 10000}));
        QVERIFY(effective("role receive modelPath cnn listen [::]:0").listen == Endpoint({"::", 0}));
        QVERIFY(effective("role send connect gateway:10000").connect == Endpoint({"gateway", 10000}));
    }

    void workersBatchesAndTimeouts()
    {
        QCOMPARE(effective("modelPath cnn").workers, 0U); // open until the engine has been measured
        QCOMPARE(effective("modelPath cnn workers 3").workers, 3U);
        QCOMPARE(effective("modelPath cnn").batchSize, 0U);
        QCOMPARE(effective("modelPath cnn batch-size 16").batchSize, 16U);
        QCOMPARE(effective("modelPath cnn batch-size auto").batchSize, 0U);
        QCOMPARE(effective("modelPath cnn").idleTimeoutS, 0.0);
        QCOMPARE(effective("role worker modelPath cnn").idleTimeoutS, 0.0);
        QCOMPARE(effective("role receive modelPath cnn").idleTimeoutS, 30.0);
        QCOMPARE(effective("role receive modelPath cnn").lingerS, 2.0);
    }

    void quietPrintsNoLinesUnlessTheyAreAskedFor()
    {
        AskedSettings asked;
        asked.values.model = "resnet20";
        QCOMPARE((*validateSettings(asked).effective)->reportingInterval, std::uint64_t{100});
        asked.values.quiet = true;
        QCOMPARE((*validateSettings(asked).effective)->reportingInterval, std::uint64_t{0});
        asked.asked.emplace("reportingInterval", AskedIn::CommandLine);
        QCOMPARE((*validateSettings(asked).effective)->reportingInterval, std::uint64_t{100});
    }

    void normalisation()
    {
        using Asked = std::optional<Normalisation>;
        QVERIFY(effective("engine null").normalise == Asked(Normalisation::Unit));
        QVERIFY(effective("engine null normalise raw").normalise == Asked(Normalisation::Raw));
        QVERIFY(effective("engine null modelPath cnn").normalise == Asked());
        QVERIFY(effective("modelPath cnn").normalise == Asked());
    }

    void theMeasuredEngineDecidesWhatIsOpen()
    {
        const EffectiveSettings open = *validateSettings(asked("modelPath cnn engine auto")).effective;
        const EffectiveSettings decided = open.withEngine("opencv", 2, 8);
        QCOMPARE(decided->engine, std::string("opencv"));
        QCOMPARE(decided->workers, 2U);
        QCOMPARE(decided->batchSize, 8U);

        const EffectiveSettings fixed
            = *validateSettings(asked("modelPath cnn engine opencv workers 1 batch-size 4")).effective;
        QVERIFY(fixed.withEngine("other", 2, 8) == fixed);
    }

    void theModelDecidesWhatIsOpen()
    {
        const EffectiveSettings open = *validateSettings(asked("modelPath resnet20")).effective;
        const EffectiveSettings decided = open.withNormalisation(Normalisation::MeanSubtracted, true);
        QVERIFY(decided->normalise == Normalisation::MeanSubtracted);
        QVERIFY(decided->subtractMean == true);

        const EffectiveSettings fixed
            = *validateSettings(asked("modelPath x.onnx normalise raw subtractMean false")).effective;
        QVERIFY(fixed.withNormalisation(Normalisation::MeanSubtracted, true) == fixed);
    }
};

QTEST_APPLESS_MAIN(TestSettingsValidation)
#include "tst_settings_validation.moc"
