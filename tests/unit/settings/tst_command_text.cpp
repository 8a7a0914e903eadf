// The command says exactly what the settings say, to a real shell and to the program's own parser.
#include "batch/command_line.h"
#include "settings/command_text.h"

#include <QProcess>
#include <QtTest>

using namespace iotbench;

namespace {

// What the program would get as its arguments.
std::vector<std::string> throughShell(const std::string& command)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
            QStringLiteral("iotbench() { for each in \"$@\"; do printf '%s\\n' \"$each\"; done; }; ")
                + QString::fromStdString(command)});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {};
    std::vector<std::string> arguments;
    const QString output = QString::fromUtf8(shell.readAllStandardOutput());
    for (const QString& line : output.split(u'\n', Qt::SkipEmptyParts))
        arguments.push_back(line.toStdString());
    return arguments;
}

Settings everything()
{
    Settings s;
    s.model = "/tmp/my models/it's one.onnx";
    s.imagesPerSecond = 2.5;
    s.totalImages = 123'456;
    s.durationS = 12.25;
    s.subtractMean = false;
    s.pacing = Pacing::Poisson;
    s.seed = 9'007'199'254'740'991;
    s.streams = 3;
    s.format = WireFormat::Keras;
    s.transport = TransportKind::Memory;
    s.batchSize = 4;
    s.workers = 1;
    s.queue = 64;
    s.warmup = 0;
    s.reportingInterval = 1000;
    s.report = "-folder";
    s.csv = "sum $HOME.csv";
    s.label = "two words \"quoted\" `x`";
    s.force = s.noHost = s.strict = s.quiet = true;
    s.minAccuracyPct = 90.5;
    s.requireRatePerS = 2;
    s.maxP99Ms = 50;
    s.normalise = Normalisation::Raw;
    return s;
}

Settings receiving()
{
    Settings s;
    s.role = Role::Receive;
    s.model = "resnet20";
    s.listen = Endpoint{"::1", 10'000};
    s.senders = 4;
    s.lingerS = 0.5;
    s.idleTimeoutS = 0;
    s.waitTimeoutS = 60;
    s.imagesPerSecond = 777; // left over from another role
    return s;
}

Settings sending()
{
    Settings s;
    s.role = Role::Send;
    s.connect = Endpoint{"gateway.local", 10'000};
    s.imagesPerSecond = 0;
    s.subtractMean = true;
    s.model = "resnet20"; // left over from another role
    return s;
}

} // namespace

Q_DECLARE_METATYPE(iotbench::Settings)

class TestCommandText : public QObject {
    Q_OBJECT
private slots:
    void meansTheSame_data()
    {
        QTest::addColumn<Settings>("values");
        QTest::newRow("everything") << everything();
        QTest::newRow("receiving") << receiving();
        QTest::newRow("sending") << sending();
    }
    void meansTheSame()
    {
        QFETCH(Settings, values);
        const AskedSettings asked = askedFor(values);
        const Result<CommandLine> parsed = parseCommandLine(throughShell(commandText(asked)));
        QVERIFY2(parsed, parsed.error().english().c_str());
        QVERIFY(parsed->batch);
        QVERIFY(parsed->asked.values == asked.values);
        QVERIFY(parsed->asked.asked == asked.asked);
        const ValidatedSettings given = validateSettings(asked);
        const ValidatedSettings read = validateSettings(parsed->asked);
        QVERIFY(given.effective.has_value());
        QVERIFY(given.effective == read.effective);
    }

    // As --config reads it from what --dump-config writes.
    void whatAFileLeavesOpenIsNoOption()
    {
        AskedSettings asked;
        asked.values.model = "cnn";
        for (const char* key : {"modelPath", "images", "csv", "label", "listen", "force", "no-host"})
            asked.asked.emplace(key, AskedIn::ConfigFile);
        QCOMPARE(QByteArray::fromStdString(commandText(asked)), QByteArray("iotbench --batch -m cnn"));
    }

    void searches_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("cameras") << "cameras"
                                 << QByteArray("iotbench --batch --find cameras --probe-seconds 12.5 -m cnn "
                                               "--camera-rate 25 --max-p99 10");
        QTest::newRow("rate") << "rate"
                              << QByteArray("iotbench --batch --find rate --probe-seconds 12.5 -m cnn "
                                            "--streams 3 --max-p99 10");
    }
    void searches() // whatever a single run was to do
    {
        QFETCH(QString, find);
        QFETCH(QByteArray, command);
        SearchOptions search;
        search.find = find.toStdString();
        search.probeSeconds = 12.5;
        StudyOptions study;
        study.search = search;
        Settings values;
        values.model = "cnn";
        values.imagesPerSecond = 500;
        values.totalImages = 20;
        values.durationS = 3;
        values.requireRatePerS = 7;
        values.streams = 3;
        values.pacing = Pacing::Original;
        values.cameraRatePerS = 25;
        values.maxP99Ms = 10;
        AskedSettings asked = askedForSearch(search, values);
        const std::string text = commandText(asked, "iotbench", study);
        QCOMPARE(QByteArray::fromStdString(text), command);
        const Result<CommandLine> parsed = parseCommandLine(throughShell(text));
        QVERIFY2(parsed, parsed.error().english().c_str());
        QVERIFY(parsed->study.search == search);
        QVERIFY(!applySearch(search, asked));
        QVERIFY(parsed->asked.values == asked.values);
        QVERIFY(validateSettings(asked).effective.has_value());
    }

    void namesTheProgram()
    {
        Settings s;
        s.model = "resnet20";
        QCOMPARE(commandText(askedFor(s)), std::string("iotbench --batch -m resnet20"));
        QCOMPARE(commandText(askedFor(s), "/my tools/iotbench"),
            std::string("'/my tools/iotbench' --batch -m resnet20"));
    }
};

QTEST_GUILESS_MAIN(TestCommandText)
#include "tst_command_text.moc"
