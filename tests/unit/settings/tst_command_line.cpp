// Every way to write an option, and every mistake in its words.
#include "batch/command_line.h"
#include "batch/program_options.h"
#include "settings/settings_json.h"
#include "settings/settings_table.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace iotbench;

namespace {

Result<CommandLine> parse(const QStringList& words)
{
    std::vector<std::string> arguments;
    for (const QString& word : words)
        arguments.push_back(word.toStdString());
    return parseCommandLine(arguments);
}

QString fileWith(const QTemporaryDir& folder, const char* name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void nothingAsked()
    {
        const Result<CommandLine> line = parse({});
        QVERIFY(line);
        QVERIFY(line->task == CommandLine::Task::Run);
        QVERIFY(!line->batch);
        QVERIFY(line->asked.values == Settings{});
        QVERIFY(line->asked.asked.empty());
    }

    // The two commands of the original programs, with their letters.
    void theOriginalsOptions()
    {
        const Result<CommandLine> sender
            = parse({"--batch", "--role", "send", "-s", "-i", "1000", "-t", "10000"});
        QVERIFY(sender);
        QVERIFY(sender->batch);
        QVERIFY(sender->asked.values.role == Role::Send);
        QVERIFY(sender->asked.values.subtractMean == true);
        QCOMPARE(sender->asked.values.imagesPerSecond, 1000.0);
        QCOMPARE(*sender->asked.values.totalImages, std::uint64_t{10000});

        const Result<CommandLine> receiver = parse({"--role", "receive", "-m", "model.h5", "-r", "1000"});
        QVERIFY(receiver);
        QCOMPARE(receiver->asked.values.model, std::string("model.h5"));
        QCOMPARE(receiver->asked.values.reportingInterval, std::uint64_t{1000});
        QVERIFY(receiver->asked.asked.at("modelPath") == AskedIn::CommandLine);
    }

    void everySettingIsAnOption()
    {
        const QMap<QString, QString> values
            = {{"role", "send"}, {"normalise", "raw"}, {"listen", "10000"}, {"connect", "host:1"},
                {"format", "spark"}, {"transport", "memory"}, {"pacing", "poisson"}, {"precision", "int8"}};
        for (const Setting& setting : settingsTable()) {
            const QString value = values.value(setting.key, "7");
            const bool flag = setting.valueText().empty();
            QStringList spellings = {
                QStringLiteral("--%1").arg(setting.key) + (flag ? QString() : QStringLiteral("=") + value)};
            if (setting.letter != 0 && !flag)
                spellings << QStringLiteral("-%1%2").arg(QLatin1Char(setting.letter)).arg(value);
            else if (setting.letter != 0)
                spellings << QStringLiteral("-%1").arg(QLatin1Char(setting.letter));
            for (const QString& spelling : spellings) {
                const Result<CommandLine> line = parse({spelling});
                QVERIFY2(line, qPrintable(spelling + ": " + QString::fromStdString(line.error().english())));
                QCOMPARE(settingText(setting, line->asked.values), (flag ? "true" : value).toStdString());
                QVERIFY(line->asked.has(setting.key));
            }
        }
    }

    void searches()
    {
        const Result<CommandLine> cameras = parse({"--batch", "--find", "cameras", "--camera-rate", "25"});
        QVERIFY(cameras);
        QVERIFY(cameras->asked.values.pacing == Pacing::Cameras);
        QCOMPARE(cameras->asked.values.imagesPerSecond, 25.0);
        QCOMPARE(cameras->asked.values.maxP99Ms, std::optional(100.0));
        const SearchGoal goal = searchGoal(cameras->study.search, cameras->asked.values);
        QCOMPARE(goal.imagesPerS(4), 100.0);
        QCOMPARE(goal.limitMs, 100.0);

        const Result<CommandLine> rate = parse({"--batch", "--find", "rate", "--max-p99", "20",
            "--precision-of-answer", "5", "--probe-seconds", "30"});
        QVERIFY(rate);
        QVERIFY(rate->asked.values.pacing == Pacing::Poisson);
        const SearchGoal rateGoal = searchGoal(rate->study.search, rate->asked.values);
        QVERIFY(!rateGoal.cameras());
        QCOMPARE(rateGoal.limitMs, 20.0);
        QCOMPARE(rateGoal.precision, 0.05);
        QCOMPARE(rateGoal.mostProbeS, 30.0);
        QVERIFY(parse({"--batch", "--find", "rate", "--max-p99", "20", "--pacing", "constant"})
                    ->asked.values.pacing
            == Pacing::Constant);
    }

    void sweeps()
    {
        const Result<CommandLine> sweep = parse({"--batch", "--sweep", "engine=all", "--sweep", "workers=1-2",
            "--repeat", "1", "--cooldown", "2.5", "--yes"});
        QVERIFY2(sweep, sweep.error().english().c_str());
        QCOMPARE(sweep->study.sweep.size(), std::size_t(2));
        QCOMPARE(std::string(sweep->study.sweep[0].setting->key), std::string("engine"));
        QCOMPARE(sweep->study.sweep[1].values, (std::vector<std::string>{"1", "2"}));
        QCOMPARE(sweep->study.repeat, std::optional(1U));
        QCOMPARE(sweep->study.cooldownS, std::optional(2.5));
        QVERIFY(sweep->study.yes);
    }

    void mistakesInStudies_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("mistake");
        const auto row = [](const char* words, const char* mistake) {
            QTest::newRow(words) << QString::fromLatin1(words).split(' ') << QString::fromLatin1(mistake);
        };
        row("--batch --find frames", "--find takes one of rate, cameras, got \"frames\"");
        row("--batch --find rate", "--find rate needs --max-p99 MS");
        row("--find cameras", "--find goes with a run without a window: add --batch");
        row("--batch --find cameras -i 100", "--imagesPerSec does not apply with --find");
        row("--batch --find cameras -d 10", "--duration does not apply with --find");
        row("--batch --find cameras --pacing poisson", "--pacing does not apply with --find cameras");
        row("--batch --find rate --max-p99 5 --pacing original", "--find rate takes --pacing poisson");
        row("--batch --find rate --max-p99 5 --role receive", "--find measures both ends");
        row("--batch --find rate --max-p99 5 --precision-of-answer 0.1", "takes a number from 0.5 to 50");
        row("--batch --find rate --max-p99 5 --probe-seconds 1e3", "takes a number from 10 to 3600");
        row("--batch --probe-seconds 20", "--probe-seconds applies only with --find");
        row("--batch --sweep workers=1,2 --find cameras --repeat 3", "--repeat does not apply with --find");
        row("--batch --sweep workers=1,2 --workers 3", "--workers does not apply with --sweep workers");
        row("--batch --sweep workers=1,2 --role send", "--sweep measures both ends");
        row("--batch --sweep workers=1 --sweep workers=2", "--sweep workers is given twice");
        row("--batch --sweep workers=1 --repeat 0", "--repeat takes a whole number");
        row("--batch --sweep workers=1 --cooldown -1", "--cooldown takes a number from 0 to 3600");
        row("--sweep workers=1,2", "--sweep goes with a run without a window: add --batch");
        row("--batch --cooldown 5", "--cooldown applies only with --sweep");
        row("--batch --answers - --repeat 3", "--repeat does not go with --answers");
        row("--batch --yes", "--yes applies only with --sweep");
        row("--batch --repeat 1", "--repeat takes a whole number from 2 to 1000");
    }
    void mistakesInStudies()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, mistake);
        const Result<CommandLine> line = parse(words);
        QVERIFY(!line);
        QVERIFY2(
            QString::fromStdString(line.error().english()).contains(mistake), line.error().english().c_str());
    }

    void spellings_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("apart") << QStringList({"-i", "5"});
        QTest::newRow("together") << QStringList({"-i5"});
        QTest::newRow("equals, short") << QStringList({"-i=5"});
        QTest::newRow("equals, long") << QStringList({"--imagesPerSec=5"});
        QTest::newRow("behind a flag") << QStringList({"-si", "5"});
        QTest::newRow("later wins") << QStringList({"-i", "max", "--imagesPerSec", "7", "-i", "5"});
    }
    void spellings()
    {
        QFETCH(QStringList, words);
        const Result<CommandLine> line = parse(words);
        QVERIFY2(line, line.error().english().c_str());
        QCOMPARE(line->asked.values.imagesPerSecond, 5.0);
    }

    void theLaterSwitchWins()
    {
        QVERIFY(parse({"-s", "--no-subtractMean"})->asked.values.subtractMean == false);
        QVERIFY(parse({"--no-subtractMean", "-s"})->asked.values.subtractMean == true);
    }

    void tasks_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("task");
        const auto row = [](const QStringList& words, CommandLine::Task task) {
            QTest::newRow(qPrintable(words.join(' '))) << words << static_cast<int>(task);
        };
        row({"--batch"}, CommandLine::Task::Run);
        row({"--dump-config"}, CommandLine::Task::DumpConfig);
        row({"--list-models"}, CommandLine::Task::ListModels);
        row({"--list-engines"}, CommandLine::Task::ListEngines);
        row({"--make-card", "x.onnx"}, CommandLine::Task::MakeCard);
        row({"--version"}, CommandLine::Task::Version);
        row({"-V"}, CommandLine::Task::Version);
        row({"--help"}, CommandLine::Task::Help);
        row({"-h"}, CommandLine::Task::Help);
        row({"--wrokers", "3", "-h"}, CommandLine::Task::Help);
        row({"--workers", "-3", "--help"}, CommandLine::Task::Help);
    }
    void tasks()
    {
        QFETCH(QStringList, words);
        QFETCH(int, task);
        const Result<CommandLine> line = parse(words);
        QVERIFY2(line, line.error().english().c_str());
        QCOMPARE(static_cast<int>(line->task), task);
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("message");
        const auto row = [](const QStringList& words, const char* message) {
            QTest::newRow(qPrintable(words.join(' '))) << words << QString(message);
        };
        row({"--wrokers", "3"}, "unknown option --wrokers; did you mean --workers?");
        row({"--images-per-sec", "3"}, "unknown option --images-per-sec; did you mean --imagesPerSec?");
        row({"--model", "x"}, "unknown option --model; did you mean --modelPath?");
        row({"--rate", "3"}, "unknown option --rate; did you mean --imagesPerSec?");
        row({"--fps", "3"}, "unknown option --fps; did you mean --imagesPerSec?");
        row({"--theads", "3"}, "unknown option --theads; did you mean --workers?");
        row({"--port", "3"}, "unknown option --port; did you mean --listen?");
        row({"--nosubtractmean"}, "unknown option --nosubtractmean; did you mean --no-subtractMean?");
        row({"--list-model"}, "unknown option --list-model; did you mean --list-models?");
        row({"--bandwidth", "3"}, "unknown option --bandwidth; see --help");
        row({"-x"}, "unknown option -x; see --help");
        row({"10000"}, "unexpected argument \"10000\": every value belongs to an option");
        row({"-m"}, "-m needs a value: MODEL");
        row({"--batch", "--listen"}, "--listen needs a value: [HOST:]PORT");
        row({"--role"}, "--role needs a value: loopback|send|receive|worker");
        row({"--config"}, "--config needs a value: FILE");
        row({"-m", "-r", "5"}, "-m needs a value: MODEL; but -r follows");
        row({"--report", "--force"}, "--report needs a value: DIR; but --force follows");
        row({"--strict=yes"}, "Unexpected value after '--strict'.");
        row({"--workers", "-3"}, "--workers takes a whole number from 0 to 1024 or auto, got \"-3\"");
        row({"-i", "1e3"},
            "--imagesPerSec takes a number from 0.001 to 10000000 (images/s) or max, got \"1e3\"");
        row({"--format", "kears"},
            "--format takes one of auto, keras, spark, scala, cifar, got \"kears\"; did you mean keras?");
        row({"--progress", "json"}, "--progress takes one of text, jsonl, got \"json\"; did you mean jsonl?");
        row({"--progress", "jsonl"}, "--progress goes with a run without a window: add --batch");
        row({"--json", "report.json"},
            "--json goes with --compare, or with a run without a window: add --batch");
        row({"--html", "run.html"},
            "--html goes with --compare, or with a run without a window: add --batch");
        row({"--batch", "--html", "-"}, "--html writes a file: give it a name");
        row({"--batch", "--json", "-", "--csv", "-"},
            "--json - and --csv - both write to standard output: give one of them a file");
        row({"--compare", "a", "b", "--json", "-", "--markdown", "-"},
            "--json - and --markdown - both write to standard output: give one of them a file");
        row({"--compare", "a", "b", "--json=-", "--junit=-"},
            "--json - and --junit - both write to standard output: give one of them a file");
        row({"--compare", "a", "b", "--markdown", "-", "--junit", "-"},
            "--junit - and --markdown - both write to standard output: give one of them a file");
        row({"--batch", "--json", "x", "--html", "x"},
            "--json x and --html x both write to one file: give each its own");
        row({"--batch", "--json", "x", "--csv", "./x"},
            "--json x and --csv ./x both write to one file: give each its own");
        row({"--batch", "--json", "d/report.json", "--report", "./d"},
            "--json d/report.json is a file of --report ./d: give it another place");
        row({"--batch", "--html", "d/images.csv", "--report", "d/"},
            "--html d/images.csv is a file of --report d/: give it another place");
        row({"--compare", "a", "b", "--junit", "/tmp/x", "--markdown", "/tmp/../tmp/x"},
            "--junit /tmp/x and --markdown /tmp/../tmp/x both write to one file: give each its own");
        row({"--report", ""}, "--report needs a value: DIR, got \"\"");
        row({"--csv="}, "--csv needs a value: FILE, got \"\"");
        row({"--images", ""}, "--images needs a value: FILE|DIR, got \"\"");
        row({"-m", ""}, "-m needs a value: MODEL, got \"\"");
        row({"--batch", "--json", ""}, "--json needs a value: FILE, got \"\"");
        row({"--batch", "--html", ""}, "--html needs a value: FILE, got \"\"");
        row({"--compare", "", "b"}, "--compare needs a value: BASE, got \"\"");
        row({"--config", "/nonexistent/run.json"}, "/nonexistent/run.json: does not exist");
    }
    void mistakes()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, message);
        const Result<CommandLine> line = parse(words);
        QVERIFY(!line);
        QCOMPARE(QString::fromStdString(line.error().english()), message);
    }

    // No option is passed over because of what else is asked for.
    void whatDoesNotGoTogether_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* words, const char* message) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(message);
        };
        for (const char* words : {"--min-accuracy 99", "--require-rate 5", "--max-p99 1", "--strict",
                 "--report x", "--csv x", "--label x", "--repeat 3", "--sweep workers=1", "--find cameras",
                 "--progress jsonl", "-t 5", "--no-subtractMean", "--theme dark", "--answers x"}) {
            const QString option = QString::fromLatin1(words).section(u' ', 0, 0);
            for (const char* first : {"", "--batch "})
                QTest::addRow("%s--compare a b %s", first, words)
                    << QStringLiteral("%1--compare a b %2").arg(QLatin1String(first), QLatin1String(words))
                    << option + QStringLiteral(" does not go with --compare");
        }
        row("--make-card x -t 5", "-t does not go with --make-card");
        row("--make-card x --csv f", "--csv does not go with --make-card");
        row("--make-card x -m y", "-m does not go with --make-card");
        row("--list-models --report x", "--report does not go with --list-models");
        row("--list-engines --min-accuracy 3", "--min-accuracy does not go with --list-engines");
        row("--batch --html x --list-models", "--html does not go with --list-models");
        row("--list-models --list-engines", "--list-models does not go with --list-engines");
        row("-V --fail-p99 3", "--fail-p99 does not go with --version");
        row("--print-schema report --json x", "--json does not go with --print-schema");
        row("--dump-config --repeat 3", "--repeat does not go with --dump-config");
        row("--batch --screenshot x", "--screenshot does not go with --batch");
        row("--batch --theme dark", "--theme does not go with --batch");
        row("--batch --fail-slower 3", "--fail-slower goes with --compare");
        row("--markdown x", "--markdown goes with --compare");
        row("--answers x", "--answers goes with a run without a window: add --batch");
    }
    void whatDoesNotGoTogether()
    {
        QFETCH(QString, words);
        QFETCH(QString, message);
        const Result<CommandLine> line = parse(words.split(u' '));
        QVERIFY(!line);
        QCOMPARE(QString::fromStdString(line.error().english()), message);
    }

    void whatGoesTogether_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words :
            {"--batch --compare a b c --json - --fail-slower 1 --fail-p99 2 --fail-accuracy 3 --junit x "
             "--markdown y --quiet --language de",
                "--batch --make-card x --normalise raw --engine opencv --precision int8 --device CPU --quiet",
                "--batch --dump-config -m cnn -t 5 --csv - --strict", "--batch --list-models --quiet",
                "--batch -V --language de", "--print-completion zsh --batch",
                "--batch --answers - --role receive --json x --html y --csv z --report r --strict",
                "--batch --json /dev/null --html /dev/null",
                "--screenshot x --screenshot-when live --theme dark --window-size 800x600 -m cnn --strict",
                "--batch --label="})
            QTest::newRow(words) << QString::fromLatin1(words);
    }
    void whatGoesTogether()
    {
        QFETCH(QString, words);
        const Result<CommandLine> line = parse(words.split(u' '));
        QVERIFY2(line, line.error().english().c_str());
    }

    void theCommandLineWinsOverFiles()
    {
        const QTemporaryDir folder;
        const QString first = fileWith(folder, "first.json",
            R"({"schema_version": 1, "imagesPerSec": 50, "workers": 3, "label": "first"})");
        const QString second = fileWith(folder, "second.json", R"({"schema_version": 1, "label": "second"})");

        const Result<CommandLine> line = parse({"-i", "7", "--config", first, "--config", second});
        QVERIFY2(line, line.error().english().c_str());
        QCOMPARE(line->asked.values.imagesPerSecond, 7.0);
        QCOMPARE(line->asked.values.workers, 3U);
        QCOMPARE(line->asked.values.label, std::string("second"));
        QVERIFY(line->asked.asked.at("imagesPerSec") == AskedIn::CommandLine);
        QVERIFY(line->asked.asked.at("workers") == AskedIn::ConfigFile);
    }

    void aDumpIsAFileForConfig()
    {
        const Result<CommandLine> line = parse({"--role", "receive", "-m", "cnn", "--listen", "0.0.0.0:10000",
            "--senders", "4", "-t", "50", "--format", "cifar", "--min-accuracy", "80", "--strict"});
        QVERIFY2(line, line.error().english().c_str());
        const EffectiveSettings dumped = *validateSettings(line->asked).effective;

        const QTemporaryDir folder;
        const Result<CommandLine> again
            = parse({"--config", fileWith(folder, "run.json", dumpSettings(*dumped))});
        QVERIFY2(again, again.error().english().c_str());
        QVERIFY(*validateSettings(again->asked).effective == dumped);
    }
};

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
