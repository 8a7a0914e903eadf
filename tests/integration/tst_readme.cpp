// The commands of README.md and docs/*.md do what they are shown for: each is run as it stands there, in a
// folder that looks like a clone in which installer/run.sh has built, or is named here with the reason why
// not. Where output is shown, lines of that form are printed. Ports and hosts give way to those of this
// machine, and no run takes more than 300 images, but for those of which a rate is judged: that takes a
// second.
#include "netcat.h"
#include "program.h"
#include "shown_commands.h"
#include "test_paths.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <csignal>

using namespace iotbench::test;

namespace {

// Alone, to exit code 0.
constexpr const char* kRuns[] = {
    "./installer/run.sh",
    "./installer/run.sh -i max",
    "./installer/run.sh -i 300 -t 3000",
    "./installer/run.sh -i 60 -t 1000 --pacing poisson --report results",
    "export PATH=$PWD/build/release/app:$PATH",
    "build/release/app/iotbench --batch -m models/cnn.onnx --normalise unit -i max -t 10000",
    // In parentheses: one command on two lines.
    ("build/release/app/iotbench --batch -m resnet20 -i max -t 10000 --quiet --strict --min-accuracy 92 "
     "--require-rate 100; echo \"exit code $?\""),
    "build/release/app/iotbench --batch --help",
    "iotbench --version",
    "iotbench --list-engines",
    "iotbench --batch --help",
    "iotbench --batch -m resnet20 -i 1000 -t 10000 --html run.html",
    ("python3 -c 'import re, sys; print(re.search(r\"id=\\\"iotbench-report\\\">(.*?)</script>\", "
     "open(sys.argv[1]).read())[1])' run.html"),
    "iotbench --batch --role send --format cifar -i max -t 10000 > images.bin",
    "iotbench --batch -m iot-analytics-benchmark/DL/python/cifar10_ResNet20v1_model_91470.h5 -i max -t 10000",
#ifdef IOTBENCH_HAS_WINDOW
    "iotbench --screenshot live.png --screenshot-when live --theme dark -m resnet20 -i 500",
#endif
};

// The reader's own end of a stream: shows how it begins.
constexpr const char* kFirstBytes = "nc -d 127.0.0.1 10000 | { head -c 16; cat >/dev/null; }";

// First listens, second connects; then this stands on the standard output of one of them.
struct Pair {
    const char* listens;
    const char* connects;
    const char* outcome;
};
constexpr Pair kPairs[] = {
    {"nc -lk 10000 | iotbench --batch --role receive -m resnet20 -r 1000",
        "iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 10000",
        "^Inferenced 300 images in .* 276 or 92.0%.*$"},
    {"nc -l 10000 | iotbench --batch --role receive -m resnet20 -r 1000",
        "iotbench --batch --role send -s -i 1000 -t 10000 | nc -N 127.0.0.1 10000",
        "^Inferenced 300 images in .* 276 or 92.0%.*$"},
    {"iotbench --batch --role receive --listen 10000 -m resnet20",
        "iotbench --batch --role send --connect 127.0.0.1:10000 -s -i 200 -t 1000",
        "^Inferenced 300 images in .* 276 or 92.0%.*$"},
    {"iotbench --batch --role receive --listen 10000 -m resnet20", "nc -N 127.0.0.1 10000 < images.bin",
        "^Inferenced 300 images in .* 276 or 92.0%.*$"},
    {"build/release/app/iotbench --batch --role receive --listen 0.0.0.0:10000 -m resnet20",
        "build/release/app/iotbench --batch --role send --connect RECEIVER:10000 -s -i 50 -t 1000",
        "^Inferenced 300 images in .* 276 or 92.0%.*$"},
    {"iotbench --batch --role send --format spark --listen 10000", kFirstBytes, "^3158 112 49"},
    {"iotbench --batch --role send --format scala --listen 10000", kFirstBytes, "^4\\.0,0,0,0,32,"},
    {"iotbench --batch --role send --listen 0.0.0.0:10000 --format spark -i 1000 -t 10000 &", kFirstBytes,
        "^3158 112 49"},
};

// Not here, and why.
struct Exception {
    const char* pattern; // of whole commands
    const char* reason;
};
constexpr Exception kExceptions[] = {
    {"git clone ADDRESS-OF-THIS-REPOSITORY iotbench|cd iotbench", "gets the folder in which all others run"},
    {"\\./tests/run\\.sh", "runs this test"},
    {"\\./installer/run\\.sh --with-(openvino|onnxruntime)",
        "fetches these libraries; .ci/run does, and tests their engines"},
    {"\\./installer/run\\.sh --gui.*", "opens a window until somebody closes it; tests/gui opens it too"},
    {"\\./installer/make-package\\.sh.*", "builds for minutes; installer/test-package.sh runs it"},
    {"sudo installer/test-package\\.sh.*", "builds for an hour, as root"},
    {"sudo apt install \\./out/\\*\\.deb", "installs; installer/test-package.sh does, in a clean system"},
    {"cmake --build build/release|(sudo )?cmake --install build/release.*",
        "installs; tests/installer/prefix.sh does"},
    {"sudo (cp|systemctl) .*|journalctl .*",
        "needs systemd; tests/installer/receiver.sh runs that unit's command"},
    {"docker .*", "needs Docker; installer/test-package.sh takes the same steps"},
    {"cmake --preset bench && cmake --build build/bench|build/bench/\\S+",
        "builds, and measures for minutes"},
    {"tests/bench/peers/run\\.sh( --start-up)?", "fetches other programs and measures for minutes"},
    {"git clone --depth 1 https://github\\.com/vmware/iot-analytics-benchmark", "needs that server"},
    {"python3 -m venv venv && .*", "fetches Spark; tests/spark does"},
    {"PYTHON=\\S+ app/spark/run-local\\.sh", "needs Spark; tests/spark runs it"},
    {"installer/make-archive\\.sh|cd build/archive|spark-submit .*",
        "needs a Spark cluster; tests/spark makes one"},
    {"iotbench --batch --role (send|receive)",
        "names the counterpart of a program; with options it is in kPairs"},
    {"iotbench --batch .* -d 86400 .*", "runs for a day; tst_soak simulates one"},
    {"iotbench --batch .* (--progress jsonl|--json -).*", "speaks to programs; tst_progress_program is one"},
    {"iotbench --batch --repeat .*", "makes several runs; tst_repeat_program does"},
    {"iotbench --batch --sweep .*", "makes many runs; tst_sweep_program does"},
    {"iotbench --compare .*", "needs reports of before; tst_compare_program compares some"},
    {"for i in .*; do|done|set -e|rm -f runs\\.csv .*|(old|new)/iotbench .*",
        "needs two builds; tst_compare_program compares two settings"},
    {"scp .*", "copies from another machine"},
    {"(- )?(run|if|script|when|junit): .*|(measure|artifacts|reports):", "stands in the file of a CI system"},
    {"iotbench --batch --role worker", "names a role; tst_worker_role runs it"},
    {"(build/release/app/)?iotbench --batch --find .*", "searches for minutes; tst_search_program runs it"},
    {"iotbench --batch --answers -", "names what a driver starts; tests/spark runs it"},
#ifndef IOTBENCH_HAS_WINDOW
    {"iotbench --screenshot .*", "was built without the window"},
#endif
};

// Lines of output that only some machines print.
constexpr const char* kMachineOwn = "^(  |saturated: |This machine holds )";

bool matches(const Exception& exception, const QString& command)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(exception.pattern)))
        .match(command)
        .hasMatch();
}

QSet<QString> commandsThatRun()
{
    QSet<QString> commands;
    for (const char* command : kRuns)
        commands.insert(QLatin1String(command));
    for (const Pair& pair : kPairs) {
        commands.insert(QLatin1String(pair.listens));
        if (pair.connects != kFirstBytes)
            commands.insert(QLatin1String(pair.connects));
    }
    return commands;
}

// What of a line of output is the same in every run: numbers, judgements and met criteria are not.
QString form(QString line)
{
    static const QRegularExpression p99(QStringLiteral(", p99 [\\d.]+ ms")); // takes 1,000 images
    static const QRegularExpression number(QStringLiteral("\\d[\\d.,:T-]*Z?"));
    static const QRegularExpression judgement(QStringLiteral("\\b(INVALID|VALID|WEAK)\\b"));
    static const QRegularExpression criterion(QStringLiteral("\\b(met|missed)\\b"));
    line.remove(p99).replace(number, QStringLiteral("#")).replace(judgement, QStringLiteral("VALID"));
    return line.replace(criterion, QStringLiteral("met")).simplified();
}

// The first line of output that is shown below the command and has no like among those printed; "" where all
// do.
QString notPrinted(const QString& command, const Program& program)
{
    static const QRegularExpression machineOwn{QLatin1String(kMachineOwn)};
    QSet<QString> printed;
    for (const QString& line : program.outLines() + program.errLines())
        printed.insert(form(line));
    for (const Shown& shown : shownCommands()) {
        if (shown.command != command)
            continue;
        for (const QString& line : shown.output) {
            if (!line.contains(machineOwn) && !printed.contains(form(line)))
                return line;
        }
    }
    return {};
}

} // namespace

// What the program shows of itself is to be found among what it prints.
#define VERIFY_SHOWN(command, program)                                                                       \
    do {                                                                                                     \
        const QString line = notPrinted(command, program);                                                   \
        QVERIFY2(line.isEmpty(), "shown but not printed: " + line.toUtf8() + '\n' + (program).account());    \
    } while (false)

class TestReadme : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommandIsKnown();
    void nothingIsKnownInVain();
    void readmeNamesTheProgramByItsPath();
    void readmeIsShort();
    void linksLeadSomewhere();
    void runs_data();
    void runs();
    void pairs_data();
    void pairs();

private:
    // The command in the folder, by bash; a signal to it reaches all that it started.
    QStringList inFolder(QString command, quint16 port = 0) const;

    QTemporaryDir m_folder;
    bool m_hasModel = false;
};

void TestReadme::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QDir folder(m_folder.path());
    const QString clone = QStringLiteral("iot-analytics-benchmark/DL/python");
    for (const QString& path :
        {QStringLiteral("bin"), QStringLiteral("build/release/app"), QStringLiteral("installer"), clone})
        QVERIFY(folder.mkpath(path));
    QVERIFY(QFile::link(programPath(), folder.filePath(QStringLiteral("build/release/app/iotbench"))));
    QVERIFY(QFile::link(sourcePath(QStringLiteral("models")), folder.filePath(QStringLiteral("models"))));
    IOTBENCH_NEED_NETCAT(Netcat::OpenBsd);
    QVERIFY(QFile::link(path(Netcat::OpenBsd), folder.filePath(QStringLiteral("bin/nc"))));

    // What run.sh does once it has built.
    const QByteArray experiment = "--batch -m resnet20 -i 1000 -t ";
    QVERIFY(fileBytes(sourcePath(QStringLiteral("installer/run.sh")))
                .contains("experiment=(" + experiment + "10000)"));
    const QString script = folder.filePath(QStringLiteral("installer/run.sh"));
    QVERIFY(writeFile(script, "#!/bin/sh\nexec build/release/app/iotbench " + experiment + "300 \"$@\"\n"));
    QVERIFY(QFile::setPermissions(script, QFile::ReadOwner | QFile::ExeOwner));

    Iotbench records(words("--role send --format cifar -i max -t 300"));
    records.writeTo(folder.filePath(QStringLiteral("images.bin")));
    records.start();
    VERIFY_EXIT(records, 0);

    const QString model = folder.filePath(clone + QStringLiteral("/cifar10_ResNet20v1_model_91470.h5"));
    m_hasModel = QFile::link(sharedPath(QStringLiteral("reference/cifar10_ResNet20v1_model_91470.h5")), model)
        && QFileInfo::exists(model);
}

QStringList TestReadme::inFolder(QString command, quint16 port) const
{
    static const QRegularExpression total(QStringLiteral("-t \\d{4,}\\b"));
    static const QRegularExpression places(
        QStringLiteral("(nc -lk? |127\\.0\\.0\\.1 |--listen (?:0\\.0\\.0\\.0:)?|--connect "
                       "(?:127\\.0\\.0\\.1|RECEIVER):)10000\\b"));
    const bool judgesRate = command.contains(QLatin1String("--require-rate"));
    command.replace(total, judgesRate ? QStringLiteral("-t 3000") : QStringLiteral("-t 300"));
    command.replace(places, QStringLiteral("\\1") + QString::number(port));
    command.replace(QStringLiteral("RECEIVER"), QStringLiteral("127.0.0.1"));
    if (command.endsWith(QLatin1Char('&')))
        command.chop(1); // this test waits in its stead
    return {QStringLiteral("--kill-after=5"), QStringLiteral("300"), QStringLiteral("bash"),
        QStringLiteral("-c"),
        QStringLiteral("set -o pipefail; cd '%1' && PATH=$PWD/bin:$PWD/build/release/app:$PATH && %2")
            .arg(m_folder.path(), command)};
}

void TestReadme::everyCommandIsKnown()
{
    const QSet<QString> known = commandsThatRun();
    const QList<Shown> commands = shownCommands();
    QVERIFY(commands.size() > 40);
    for (const Shown& shown : commands) {
        const bool excepted = std::ranges::any_of(
            kExceptions, [&](const Exception& exception) { return matches(exception, shown.command); });
        QVERIFY2(known.contains(shown.command) != excepted,
            qPrintable(QStringLiteral("%1: '%2' is to be in exactly one list of tst_readme.cpp")
                           .arg(shown.file, shown.command)));
    }
}

void TestReadme::nothingIsKnownInVain()
{
    QSet<QString> commands;
    for (const Shown& shown : shownCommands())
        commands.insert(shown.command);
    for (const QString& command : commandsThatRun())
        QVERIFY2(commands.contains(command), qPrintable(QStringLiteral("nowhere shown: ") + command));
    for (const Exception& exception : kExceptions) {
        QVERIFY2(std::ranges::any_of(
                     commands, [&](const QString& command) { return matches(exception, command); }),
            qPrintable(QStringLiteral("nothing shown is like ") + QLatin1String(exception.pattern)));
    }
}

// Who follows the README has built the program and not installed it.
void TestReadme::readmeNamesTheProgramByItsPath()
{
    static const QRegularExpression bare(QStringLiteral("(^|[|;&] *)iotbench "));
    for (const Shown& shown : shownCommands()) {
        if (shown.file == QLatin1String("README.md"))
            QVERIFY2(!shown.command.contains(bare), qPrintable(shown.command));
    }
}

void TestReadme::readmeIsShort()
{
    QVERIFY(fileBytes(sourcePath(QStringLiteral("README.md"))).count('\n') <= 150);
}

// To files and pictures of the repository, and to headings by the names that Git servers give them.
void TestReadme::linksLeadSomewhere()
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#:]*)(?:#([^)]+))?\\)"));
    static const QRegularExpression dropped(QStringLiteral("[^a-z0-9 -]"));
    int links = 0;
    for (const QString& file : pages()) {
        const QString text = QString::fromUtf8(fileBytes(sourcePath(file)));
        for (auto found = link.globalMatch(text); found.hasNext(); ++links) {
            const QRegularExpressionMatch match = found.next();
            const QString target = match.captured(1).isEmpty()
                ? sourcePath(file)
                : QFileInfo(sourcePath(file)).dir().filePath(match.captured(1));
            QVERIFY2(QFileInfo::exists(target), qPrintable(file + QStringLiteral(": ") + match.captured()));
            if (match.captured(2).isEmpty())
                continue;
            QStringList headings;
            for (const QString& line : QString::fromUtf8(fileBytes(target)).split(QLatin1Char('\n'))) {
                if (line.startsWith(QLatin1String("## ")))
                    headings << line.mid(3).toLower().remove(dropped).replace(
                        QLatin1Char(' '), QLatin1Char('-'));
            }
            QVERIFY2(headings.contains(match.captured(2)),
                qPrintable(file + QStringLiteral(": ") + match.captured()));
        }
    }
    QVERIFY(links > 30);
}

void TestReadme::runs_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : kRuns)
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestReadme::runs()
{
    QFETCH(const QString, command);
    if (command.contains(QLatin1String("cifar10_ResNet20v1_model_91470.h5")) && !m_hasModel)
        QSKIP("the original's model is absent: configure with -DIOTBENCH_SHARED_DIR=DIR, a folder that holds "
              "reference/cifar10_ResNet20v1_model_91470.h5");

    Program program(QStringLiteral("timeout"), inFolder(command));
    program.start();
    QVERIFY2(program.finish(300'000), program.account().constData());
    VERIFY_OF(program, program.exitCode() == 0);
    VERIFY_SHOWN(command, program);
}

void TestReadme::pairs_data()
{
    QTest::addColumn<QString>("listens");
    QTest::addColumn<QString>("connects");
    QTest::addColumn<QString>("outcome");
    for (const Pair& pair : kPairs)
        QTest::addRow("%s, %s", pair.listens, pair.connects)
            << QString::fromLatin1(pair.listens) << QString::fromLatin1(pair.connects)
            << QString::fromLatin1(pair.outcome);
}

void TestReadme::pairs()
{
    QFETCH(const QString, listens);
    QFETCH(const QString, connects);
    QFETCH(const QString, outcome);

    const quint16 port = freePort();
    Program server(QStringLiteral("timeout"), inFolder(listens, port));
    server.start();
    QVERIFY2(awaitListener(port), server.account().constData());
    Program client(QStringLiteral("timeout"), inFolder(connects, port));
    client.start();

    const bool receives = listens.contains(QLatin1String("receive"));
    Program& shows = receives ? server : client;
    QVERIFY2(shows.awaitOut(QStringLiteral("(?m)") + outcome, 300'000), shows.account().constData());
    // `nc -lk` goes on for ever, in front of a receiver that has ended, and so does `nc` behind one.
    if (listens.startsWith(QLatin1String("nc -lk"))) {
        QVERIFY(server.runs() && client.runs());
        server.signal(SIGTERM);
        client.signal(SIGTERM);
        server.finish();
        client.finish();
    } else {
        VERIFY_EXIT(server, 0);
        VERIFY_EXIT(client, 0);
    }
    VERIFY_SHOWN(listens, server);
    VERIFY_SHOWN(connects, client);
}

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
