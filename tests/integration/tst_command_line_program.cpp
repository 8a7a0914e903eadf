// Mistakes on the command line and in settings files, and what cannot be reached: one clear line, and the
// exit code that scripts rely on.
#include "program.h"

#include "test_paths.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestCommandLineProgram : public QObject {
    Q_OBJECT

private slots:
    void usageErrors_data();
    void usageErrors();
    void whatCannotBeReached_data();
    void whatCannotBeReached();
    void pipesThatNobodyWritesTo_data();
    void pipesThatNobodyWritesTo();
    void portInUse();
    void settingsTravelThroughAFile();
    void laterOptionsWin();
    void settingsFileWithAMistake_data();
    void settingsFileWithAMistake();
    void helpAndVersion();
    void waitTimeoutEndsTheWait();
    void quietTellsThePort();
    void emptyStreamIsGreetedAsTheOriginalDoes();
};

void TestCommandLineProgram::usageErrors_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("message"); // part of it
    QTest::newRow("no model") << "-t 10"
                              << "--modelPath is required";
    QTest::newRow("unknown option") << "-m cnn --totalImage 5"
                                    << "unknown option --totalImage; did you mean --totalImages?";
    QTest::newRow("unknown letter") << "-m cnn -x"
                                    << "unknown option -x";
    QTest::newRow("no value") << "-m cnn --seed"
                              << "--seed needs a value";
    QTest::newRow("not a number") << "-m cnn -i fast"
                                  << "--imagesPerSec";
    QTest::newRow("negative") << "-m cnn -t -5"
                              << "--totalImages";
    QTest::newRow("nought images") << "-m cnn -t 0"
                                   << "--totalImages";
    QTest::newRow("word") << "-m cnn --pacing poison"
                          << "lognormal, original, cameras, got \"poison\"; did you mean poisson?";
    QTest::newRow("role") << "--role recieve"
                          << "send, receive, worker, got \"recieve\"; did you mean receive?";
    QTest::newRow("port") << "--role receive --engine null --listen 65536"
                          << "--listen";
    QTest::newRow("both ends") << "--role receive --engine null --listen 1000 --connect h:1"
                               << "--connect";
    QTest::newRow("not of this role") << "--role send --min-accuracy 90"
                                      << "--min-accuracy";
    QTest::newRow("streams into one pipe") << "--role send --streams 2"
                                           << "--streams";
    QTest::newRow("stray word") << "-m cnn 1000"
                                << "unexpected argument \"1000\"";
    QTest::newRow("precision of opencv") << "-m cnn --precision int8"
                                         << "--precision int8";
    QTest::newRow("device that is not there")
        << "-m cnn --device GPU"
        << "--device takes one of CPU here with --engine opencv, got \"GPU\"";
    QTest::newRow("not our address") << "--role receive --engine null --listen 192.0.2.1:10000"
                                     << "192.0.2.1 is not an address of this machine";
}

void TestCommandLineProgram::usageErrors()
{
    QFETCH(QString, options);
    QFETCH(QString, message);
    Iotbench iotbench(options.split(' '));
    iotbench.start();
    VERIFY_EXIT(iotbench, 2);
    VERIFY_OF(iotbench, iotbench.err().startsWith("iotbench: "));
    VERIFY_OF(iotbench, iotbench.err().contains(message.toUtf8()));
    VERIFY_OF(iotbench, iotbench.errLines().constLast() == "Try 'iotbench --help'.");
    VERIFY_OF(iotbench, iotbench.out().isEmpty());
}

void TestCommandLineProgram::whatCannotBeReached_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("message");
    QTest::newRow("nobody listens, receive") << "--role receive --engine null --connect 127.0.0.1:1"
                                             << "nothing listens on 127.0.0.1:1";
    QTest::newRow("nobody listens, send") << "--role send --connect 127.0.0.1:1"
                                          << "nothing listens on 127.0.0.1:1";
    QTest::newRow("unknown name") << "--role send --connect no-such-host.invalid:10000"
                                  << "no-such-host.invalid";
}

void TestCommandLineProgram::whatCannotBeReached()
{
    QFETCH(QString, options);
    QFETCH(QString, message);
    Iotbench iotbench(options.split(' '));
    iotbench.start();
    VERIFY_EXIT(iotbench, 1);
    VERIFY_OF(iotbench, iotbench.err().count(message.toUtf8()) == 1);
    VERIFY_OF(iotbench, !iotbench.err().contains("Image stream ended"));
    VERIFY_OF(iotbench, !iotbench.out().contains("correctly classified")); // the engine null has no answers
    VERIFY_OF(iotbench, !iotbench.out().contains("Start send program"));
    VERIFY_OF(iotbench, iotbench.errLines().constLast() == "verdict: INVALID");
}

// Before anything is loaded: the model is not looked at.
// A file's name that is a pipe's: the program says so and waits for nobody.
void TestCommandLineProgram::pipesThatNobodyWritesTo_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::newRow("settings") << "--config" << 2;
    QTest::newRow("model") << "-t 10 -m" << 1;
    QTest::newRow("images") << "-t 10 -m cnn --images" << 1;
    QTest::newRow("answers") << "--role receive -m cnn --answers" << 1;
}

void TestCommandLineProgram::pipesThatNobodyWritesTo()
{
    QFETCH(QString, options);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QVERIFY(::mkfifo(pipe.toLocal8Bit().constData(), 0600) == 0);
    Iotbench program(options.split(u' ') << pipe);
    program.start();
    VERIFY_EXIT(program, code);
    VERIFY_OF(program, program.err().contains("is a named pipe, not a file"));
}

void TestCommandLineProgram::portInUse()
{
    Iotbench first(words("--role receive --engine null --listen 0"));
    first.start();
    const quint16 port = first.awaitPort();
    VERIFY_OF(first, port != 0);
    for (const char* role : {"receive -m resnet20", "send"}) {
        Iotbench second(
            words(qPrintable(QStringLiteral("--role %1 --listen %2").arg(QLatin1String(role)).arg(port))));
        second.start();
        VERIFY_EXIT(second, 2);
        VERIFY_OF(second,
            second.errLines().constFirst()
                == QStringLiteral("iotbench: another program listens on 127.0.0.1:%1").arg(port));
        VERIFY_OF(second, second.out().isEmpty());
    }
}

void TestCommandLineProgram::settingsTravelThroughAFile()
{
    Iotbench asked(words("-m resnet8 -i 250 -t 77 --pacing lognormal --seed 5 --streams 2 --label")
        << "from \"a\" file"
        << "--dump-config");
    asked.start();
    VERIFY_EXIT(asked, 0);
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath("settings.json"), asked.out()));
    const QJsonObject settings = QJsonDocument::fromJson(asked.out()).object();
    QCOMPARE(settings["schema_version"_L1].toInt(), 1);
    QCOMPARE(settings["totalImages"_L1].toInt(), 77);

    const QStringList fromFile = {"--config", folder.filePath("settings.json")};
    Iotbench again(fromFile + words("--dump-config"));
    again.start();
    VERIFY_EXIT(again, 0);
    QCOMPARE(again.out(), asked.out());

    Iotbench run(fromFile + words("--warmup 0 --report") + QStringList{folder.filePath("report")});
    run.start();
    VERIFY_EXIT(run, 0);
    VERIFY_OF(run, run.outLines().constLast().startsWith("Inferenced 77 images in "));
    const QJsonObject report
        = QJsonDocument::fromJson(fileBytes(folder.filePath("report/report.json"))).object();
    QCOMPARE(report["label"_L1].toString(), "from \"a\" file");
    for (const char* key :
        {"imagesPerSec", "totalImages", "pacing", "seed", "streams", "modelPath", "engine"})
        QCOMPARE(report["settings"_L1][QLatin1String(key)], settings[QLatin1String(key)]);
}

void TestCommandLineProgram::laterOptionsWin()
{
    QTemporaryDir folder;
    QVERIFY(writeFile(
        folder.filePath("settings.json"), R"({"schema_version": 1, "totalImages": 5, "engine": "null"})"));
    Iotbench iotbench(words("-t 6 --config") << folder.filePath("settings.json") << words("-i max -t 7"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.outLines().constLast().startsWith("Inferenced 7 images in "));
}

void TestCommandLineProgram::settingsFileWithAMistake_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("unknown key") << QByteArray(R"({"schema_version": 1, "totalImage": 5})")
                                 << QByteArray("unknown key \"totalImage\"; did you mean \"totalImages\"?");
    QTest::newRow("no version") << QByteArray(R"({"totalImages": 5})")
                                << QByteArray("\"schema_version\": 1 is missing");
    QTest::newRow("newer version") << QByteArray(R"({"schema_version": 99})") << QByteArray("schema_version");
    QTest::newRow("not JSON") << QByteArray("totalImages = 5\n") << QByteArray("settings.json");
    QTest::newRow("out of range") << QByteArray(R"({"schema_version": 1, "senders": -3})")
                                  << QByteArray("senders");
}

void TestCommandLineProgram::settingsFileWithAMistake()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath("settings.json"), text));
    Iotbench iotbench(words("--engine null --config") << folder.filePath("settings.json"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 2);
    VERIFY_OF(iotbench, iotbench.err().contains(message));
}

void TestCommandLineProgram::helpAndVersion()
{
    Iotbench help({"--help"});
    help.start();
    VERIFY_EXIT(help, 0);
    for (const char* option : {"--imagesPerSec", "--idle-timeout", "--max-p99", "--config"})
        VERIFY_OF(help, help.out().contains(option));
    for (const QString& line : help.outLines())
        QVERIFY2(line.size() <= 100, qPrintable(line));
    Iotbench version({"--version"});
    version.start();
    VERIFY_EXIT(version, 0);
    VERIFY_OF(version, version.awaitOut("^iotbench \\d+\\.\\d+\\.\\d+$"));
    VERIFY_OF(version, version.awaitOut("^streams decoded with \\S+"));
}

void TestCommandLineProgram::waitTimeoutEndsTheWait()
{
    Iotbench iotbench(words("--role receive --engine null --listen 0 --wait-timeout 0.2"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 3);
    VERIFY_OF(iotbench, iotbench.err().contains("no image came"));
}

void TestCommandLineProgram::quietTellsThePort()
{
    Iotbench iotbench(words("--role receive --engine null --quiet --listen 0 --wait-timeout 0.2"));
    iotbench.start();
    VERIFY_OF(iotbench, iotbench.awaitPort() != 0);
    VERIFY_EXIT(iotbench, 3);
}

void TestCommandLineProgram::emptyStreamIsGreetedAsTheOriginalDoes()
{
    for (int i = 0; i < 5; ++i) { // whether or not the wait for it was seen
        Iotbench iotbench(words("--role receive -m resnet8 --warmup 0"));
        iotbench.readFrom("/dev/null");
        iotbench.start();
        VERIFY_EXIT(iotbench, 3);
        const QStringList lines = iotbench.outLines();
        VERIFY_OF(iotbench, lines.size() == 3);
        VERIFY_OF(iotbench, lines[0].startsWith("Loaded trained model "));
        VERIFY_OF(iotbench, lines[1] == "Start send program");
        VERIFY_OF(iotbench, lines[2].startsWith("Inferenced 0 images in 0.0 seconds"));
    }
}

QTEST_GUILESS_MAIN(TestCommandLineProgram)
#include "tst_command_line_program.moc"
