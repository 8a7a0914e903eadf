// The commands of README.md do what they are shown for: each is run as it stands there, in a folder of its
// own, or is named here with the reason why not. Only port 10000 gives way to a free one.
#include "netcat.h"
#include "program.h"
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
    "./installer/run.sh -i max",
    "./installer/run.sh -i 200 -t 2000 --pacing poisson",
    "./installer/run.sh --report results",
    "iotbench --version",
    "iotbench --batch --help",
    "iotbench --batch --list-models",
    "iotbench --batch --list-engines",
    "iotbench --batch -m resnet20 -i 1000 -t 10000",
    "iotbench --batch --role send",
    "iotbench --batch -m model.h5 --normalise mean-subtracted -i max -t 10000",
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
        "^Inferenced 10000 images in .*$"},
    {"iotbench --batch --role receive --listen 10000 -m model.h5",
        "nc -N 127.0.0.1 10000 < cifar10_test_batch.bin", "^Inferenced 10000 images in .* 9147 or 91.5%.*$"},
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
    {"git clone ADDRESS-OF-THIS-REPOSITORY iotbench", "where the repository lies is the reader's to know"},
    {"\\./iotbench/installer/run\\.sh", "installs packages and builds a release"},
    {"\\./installer/run\\.sh --with-openvino.*", "fetches OpenVINO; .ci/run does, and tests the engine"},
    {"\\./installer/run\\.sh --gui", "opens a window until somebody closes it; tests/gui opens it too"},
    {"\\./installer/make-package\\.sh", "builds for minutes; installer/test-package.sh runs it"},
    {"sudo apt install \\./out/\\*\\.deb", "installs; installer/test-package.sh does, in a clean system"},
    {"docker .*", "needs Docker; installer/test-package.sh takes the same steps"},
    {"tests/bench/peers/run\\.sh", "fetches other programs and measures for minutes"},
    {"python3 -m venv venv && .*", "fetches Spark; tests/spark does"},
    {"PYTHON=\\S+ app/spark/run-local\\.sh", "needs Spark; tests/spark runs it"},
    {"cd build/archive|spark-submit .*", "needs a Spark cluster; tests/spark makes one"},
    {"Inferenced 10000 images in .*", "is what a command prints"},
    {"iotbench --batch --role receive", "names the counterpart of a program; with its -m it is in kPairs"},
    {"iotbench --batch --role worker", "names a role; tst_worker_role runs it"},
    {"iotbench --batch --answers -", "names what a driver starts; tests/spark runs it"},
#ifndef IOTBENCH_HAS_WINDOW
    {"iotbench --screenshot .*", "was built without the window"},
#endif
};

// Lines of fenced blocks, continued ones joined and without comments, and `iotbench …` with options in the
// text.
QStringList readmeCommands()
{
    static const QRegularExpression comment(QStringLiteral("(^|\\s{2,})#.*$"));
    static const QRegularExpression span(QStringLiteral("`(iotbench --[^`]+)`"));
    QStringList commands;
    QString begun;
    bool inBlock = false;
    const QString text = QString::fromUtf8(fileBytes(sourcePath(QStringLiteral("README.md"))));
    for (QString line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```"))) {
            inBlock = !inBlock;
        } else if (!inBlock) {
            for (auto found = span.globalMatch(line); found.hasNext();)
                commands.append(found.next().captured(1));
        } else {
            line.remove(comment);
            begun += (begun.isEmpty() ? QString() : QStringLiteral(" ")) + line.trimmed();
            if (begun.endsWith(QLatin1Char('\\'))) {
                begun.chop(1);
                begun = begun.trimmed();
                continue;
            }
            if (!begun.isEmpty())
                commands.append(begun);
            begun.clear();
        }
    }
    commands.removeDuplicates();
    return commands;
}

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

} // namespace

class TestReadme : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommandIsKnown();
    void nothingIsKnownInVain();
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
    // The names that the README calls things by.
    QVERIFY(m_folder.isValid() && QDir(m_folder.path()).mkpath(QStringLiteral("bin")));
    const QString bin = m_folder.filePath(QStringLiteral("bin/"));
    QVERIFY(QFile::link(programPath(), bin + QStringLiteral("iotbench")));
    IOTBENCH_NEED_NETCAT(Netcat::OpenBsd);
    QVERIFY(QFile::link(path(Netcat::OpenBsd), bin + QStringLiteral("nc")));

    Iotbench records(words("--role send --format cifar -i max -t 10000"));
    records.writeTo(m_folder.filePath(QStringLiteral("cifar10_test_batch.bin")));
    records.start();
    VERIFY_EXIT(records, 0);
    QCOMPARE(QFileInfo(m_folder.filePath(QStringLiteral("cifar10_test_batch.bin"))).size(), 30'730'000);

    m_hasModel = QFile::link(sharedPath(QStringLiteral("reference/cifar10_ResNet20v1_model_91470.h5")),
                     m_folder.filePath(QStringLiteral("model.h5")))
        && QFileInfo::exists(m_folder.filePath(QStringLiteral("model.h5")));
}

QStringList TestReadme::inFolder(QString command, quint16 port) const
{
    // What run.sh does once it has built.
    command.replace(QStringLiteral("./installer/run.sh"),
        QStringLiteral("iotbench --batch -m resnet20 -i 1000 -t 10000"));
    static const QRegularExpression places(
        QStringLiteral("(nc -lk |127\\.0\\.0\\.1 |--listen (?:0\\.0\\.0\\.0:)?)10000"));
    command.replace(places, QStringLiteral("\\1") + QString::number(port));
    if (command.endsWith(QLatin1Char('&')))
        command.chop(1); // this test waits in its stead
    return {QStringLiteral("--kill-after=5"), QStringLiteral("600"), QStringLiteral("bash"),
        QStringLiteral("-c"),
        QStringLiteral("set -o pipefail; cd '%1' && PATH=$PWD/bin:$PATH && %2")
            .arg(m_folder.path(), command)};
}

void TestReadme::everyCommandIsKnown()
{
    const QSet<QString> known = commandsThatRun();
    const QStringList commands = readmeCommands();
    QVERIFY(commands.size() > 20);
    for (const QString& command : commands) {
        const bool excepted = std::ranges::any_of(
            kExceptions, [&](const Exception& exception) { return matches(exception, command); });
        QVERIFY2(known.contains(command) != excepted,
            qPrintable(QStringLiteral("README.md: '%1' is to be in exactly one list of tst_readme.cpp")
                           .arg(command)));
    }
}

void TestReadme::nothingIsKnownInVain()
{
    const QStringList commands = readmeCommands();
    for (const QString& command : commandsThatRun())
        QVERIFY2(commands.contains(command), qPrintable(QStringLiteral("not in README.md: ") + command));
    for (const Exception& exception : kExceptions) {
        QVERIFY2(std::ranges::any_of(
                     commands, [&](const QString& command) { return matches(exception, command); }),
            qPrintable(QStringLiteral("nothing in README.md is like ") + QLatin1String(exception.pattern)));
    }
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
    if (command.contains(QLatin1String("model.h5")) && !m_hasModel)
        QSKIP("the original's model is absent: configure with -DIOTBENCH_SHARED_DIR=DIR, a folder that holds "
              "reference/cifar10_ResNet20v1_model_91470.h5");

    Program program(QStringLiteral("timeout"), inFolder(command));
    program.start();
    QVERIFY2(program.finish(600'000), program.account().constData());
    VERIFY_OF(program, program.exitCode() == 0);
}

void TestReadme::pairs_data()
{
    QTest::addColumn<QString>("listens");
    QTest::addColumn<QString>("connects");
    QTest::addColumn<QString>("outcome");
    for (const Pair& pair : kPairs)
        QTest::newRow(pair.listens) << QString::fromLatin1(pair.listens) << QString::fromLatin1(pair.connects)
                                    << QString::fromLatin1(pair.outcome);
}

void TestReadme::pairs()
{
    QFETCH(const QString, listens);
    QFETCH(const QString, connects);
    QFETCH(const QString, outcome);
    if (listens.contains(QLatin1String("model.h5")) && !m_hasModel)
        QSKIP("the original's model is absent: configure with -DIOTBENCH_SHARED_DIR=DIR, a folder that holds "
              "reference/cifar10_ResNet20v1_model_91470.h5");

    const quint16 port = freePort();
    Program server(QStringLiteral("timeout"), inFolder(listens, port));
    server.start();
    QVERIFY2(awaitListener(port), server.account().constData());
    Program client(QStringLiteral("timeout"), inFolder(connects, port));
    client.start();

    // `nc -lk` goes on for ever, in front of a receiver that has ended, and so does `nc` behind one.
    const bool receives = listens.contains(QLatin1String("receive"));
    Program& shows = receives ? server : client;
    QVERIFY2(shows.awaitOut(QStringLiteral("(?m)") + outcome, 600'000), shows.account().constData());
    if (listens.startsWith(QLatin1String("nc -lk"))) {
        server.signal(SIGTERM);
        client.signal(SIGTERM);
        server.finish();
        client.finish();
    } else {
        VERIFY_EXIT(server, 0);
        VERIFY_EXIT(client, 0);
    }
}

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
