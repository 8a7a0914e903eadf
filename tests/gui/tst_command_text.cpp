// The command beside the form says exactly what the form says, to a real shell and to the program's own
// parser.
#include "batch/command_line.h"
#include "ui/base/command_text.h"
#include "ui/setup/presets.h"

#include <QProcess>
#include <QtTest>

using namespace iotbench;
using namespace iotbench::ui;

namespace {

// What the program would get as its arguments.
std::vector<std::string> throughShell(const QString& command)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
            QStringLiteral("iotbench() { for each in \"$@\"; do printf '%s\\n' \"$each\"; done; }; ")
                + command});
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
    void sameAsForm_data()
    {
        QTest::addColumn<Settings>("values");
        QTest::newRow("everything") << everything();
        QTest::newRow("receiving") << receiving();
        QTest::newRow("sending") << sending();
        for (const Preset& preset : builtInPresets())
            QTest::newRow(qPrintable(preset.title)) << preset.values;
    }
    void sameAsForm()
    {
        QFETCH(Settings, values);
        const AskedSettings asked = askedFor(values);
        const Result<CommandLine> parsed = parseCommandLine(throughShell(commandLine(asked)));
        QVERIFY2(parsed, parsed.error().c_str());
        QVERIFY(parsed->batch);
        QVERIFY(parsed->asked.values == asked.values);
        QVERIFY(parsed->asked.asked == asked.asked);
        const ValidatedSettings inWindow = validateSettings(asked);
        const ValidatedSettings headless = validateSettings(parsed->asked);
        QVERIFY(inWindow.effective.has_value());
        QVERIFY(inWindow.effective == headless.effective);
    }

    void presetsReadAsExpected()
    {
        const std::vector<Preset> presets = builtInPresets();
        const auto line = [&](std::size_t i) { return commandLine(askedFor(presets[i].values)); };
        QCOMPARE(line(0), QStringLiteral("iotbench --batch -m resnet20 -i 1000 -t 10000"));
        QCOMPARE(line(1), QStringLiteral("iotbench --batch -m resnet20 -i 100 -d 5"));
        QCOMPARE(line(2), QStringLiteral("iotbench --batch -m resnet20 -i max -d 15"));
        QCOMPARE(
            line(3), QStringLiteral("iotbench --batch --role receive -m resnet20 --listen 127.0.0.1:10000"));
    }

    void otherEnd()
    {
        Settings s;
        s.role = Role::Receive;
        s.listen = Endpoint{"127.0.0.1", 10'000};
        QCOMPARE(otherEndLines(s, {"", true}),
            QStringList{
                QStringLiteral("iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 10000")});
        s.format = WireFormat::Cifar; // carries bytes: the receiver subtracts
        QCOMPARE(otherEndLines(s, {"127.0.0.1:40123", true}),
            QStringList{QStringLiteral(
                "iotbench --batch --role send --format cifar -i 1000 -t 10000 | nc 127.0.0.1 40123")});
        s.format.reset();
        s.listen.reset();
        s.connect = Endpoint{"gateway", 9'999};
        QCOMPARE(otherEndLines(s, {}),
            QStringList{QStringLiteral("iotbench --batch --role send -i 1000 -t 10000 | nc -lk 9999")});
        s.role = Role::Send;
        QCOMPARE(otherEndLines(s, {}),
            QStringList{QStringLiteral("nc -lk 9999 | iotbench --batch --role receive -m resnet20")});
        s.role = Role::Loopback;
        QCOMPARE(otherEndLines(s, {}), QStringList());
    }

    void whoCanConnect()
    {
        Settings s;
        QVERIFY(!listensToNetwork(s));
        s.listen = Endpoint{"127.0.0.1", 1};
        QVERIFY(!listensToNetwork(s));
        s.listen = Endpoint{"::1", 1};
        QVERIFY(!listensToNetwork(s));
        s.listen = Endpoint{"0.0.0.0", 1};
        QVERIFY(listensToNetwork(s));
        s.listen = Endpoint{"192.168.1.5", 1};
        QVERIFY(listensToNetwork(s));
    }
};

QTEST_GUILESS_MAIN(TestCommandText)
#include "tst_command_text.moc"
