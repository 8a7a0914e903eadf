#include "batch/command_line.h"

#include "batch/program_options.h"
#include "settings/nearest_name.h"
#include "settings/settings_json.h"
#include "settings/settings_table.h"
#include "statistics/figure_text.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

// What a name or letter on the command line stands for.
struct KnownOption {
    const Setting* setting = nullptr;
    const ProgramOption* program = nullptr;
    bool negated = false; // --no-KEY
    QString valueName; // "" = takes no value
};

QStringList parserNames(const char* name, char letter)
{
    QStringList names{QString::fromLatin1(name)};
    if (letter != 0)
        names.prepend(QString(QLatin1Char(letter)));
    return names;
}

// "-m" or "--modelPath"
QString written(const QString& name)
{
    return QLatin1String(name.size() == 1 ? "-" : "--") + name;
}

// "" where none is near.
QString nearestOf(const QStringList& words, const std::string& word)
{
    std::vector<std::string> names;
    for (const QString& each : words)
        names.push_back(each.toStdString());
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    return QString::fromStdString(std::string(nearestName(word, candidates)));
}

// What is wrong with a command line is told on the terminal, which speaks English alone.
Error inEnglish(std::string words)
{
    return Error(verbatim(std::move(words)));
}

class OptionParser {
public:
    OptionParser()
    {
        for (const ProgramOption& option : programOptions())
            add(parserNames(option.name, option.letter),
                {nullptr, &option, false, QString::fromLatin1(option.valueName)});
        for (const Setting& setting : settingsTable()) {
            add(parserNames(setting.key, setting.letter),
                {&setting, nullptr, false, QString::fromStdString(setting.valueText())});
            if (setting.kind() == SettingKind::TriState)
                add({QStringLiteral("no-") + QLatin1String(setting.key)}, {&setting, nullptr, true, {}});
            for (const QString& word :
                QString::fromLatin1(setting.calledElsewhere).split(u' ', Qt::SkipEmptyParts))
                m_calledElsewhere.emplace(word, QLatin1String(setting.key));
        }
    }

    Result<CommandLine> parse(std::span<const std::string> arguments)
    {
        QStringList list{QStringLiteral("iotbench")}; // parse() skips the first one, the program's name
        for (const std::string& argument : arguments)
            list << QString::fromStdString(argument);
        const bool parsed = m_parser.parse(list);

        CommandLine commandLine;
        if (m_parser.isSet(QStringLiteral("help"))) {
            commandLine.task = CommandLine::Task::Help;
            return commandLine;
        }
        if (!parsed)
            return inEnglish(mistake(list.constLast()).toStdString());
        if (std::optional<Error> error = apply(commandLine))
            return *std::move(error);
        if (std::optional<Error> error = checkAction())
            return *std::move(error);
        if (commandLine.task == CommandLine::Task::Compare) {
            for (const QString& next : m_parser.positionalArguments())
                commandLine.compare.next.push_back(next.toStdString());
            if (commandLine.compare.next.empty())
                return inEnglish("--compare needs a second report, as in --compare before after");
        } else if (const QStringList stray = m_parser.positionalArguments(); !stray.isEmpty())
            return inEnglish("unexpected argument \"" + stray.constFirst().toStdString()
                + "\": every value belongs to an option");
        if (!commandLine.study.sweeps()) // of which each combination is as its search would have it
            if (std::optional<Error> error = applySearch(commandLine.study.search, commandLine.asked))
                return *std::move(error);
        if (std::optional<Error> error = checkSweep(commandLine.study, commandLine.asked))
            return *std::move(error);
        if (std::optional<Error> error = checkRepeat(commandLine.study, commandLine.asked))
            return *std::move(error);
        if (std::optional<Error> error = checkOutput(commandLine))
            return *std::move(error);
        commandLine.output.table = commandLine.asked.values.csv == kStandardOutput;
        const std::string_view study = commandLine.study.name();
        if (!study.empty() && !commandLine.answers.empty())
            return inEnglish(std::string(study) + " does not go with --answers");
        return commandLine;
    }

private:
    void add(const QStringList& names, const KnownOption& option)
    {
        m_parser.addOption(QCommandLineOption(names, QString(), option.valueName));
        for (const QString& name : names)
            m_known.emplace(name, option);
    }

    QString mistake(const QString& lastArgument) const
    {
        if (const QStringList unknown = m_parser.unknownOptionNames(); !unknown.isEmpty())
            return unknownOption(unknown.constFirst());
        for (const auto& [name, option] : m_known) {
            if (written(name) == lastArgument && !option.valueName.isEmpty())
                return QStringLiteral("%1 needs a value: %2").arg(lastArgument, option.valueName);
        }
        return m_parser.errorText();
    }

    QString unknownOption(const QString& name) const
    {
        QStringList names;
        for (const auto& known : m_known) {
            if (known.first.size() > 1)
                names << known.first;
        }
        for (const auto& elsewhere : m_calledElsewhere)
            names << elsewhere.first;
        QString nearest = name.size() > 1 ? nearestOf(names, name.toStdString()) : QString();
        if (const auto here = m_calledElsewhere.find(nearest); here != m_calledElsewhere.end())
            nearest = here->second;
        const QString advice = nearest.isEmpty() ? QStringLiteral("see --help")
                                                 : QStringLiteral("did you mean --%1?").arg(nearest);
        return QStringLiteral("unknown option %1; %2").arg(written(name), advice);
    }

    // Files first, then options in the order in which they stand.
    std::optional<Error> apply(CommandLine& commandLine)
    {
        for (const QString& file : m_parser.values(QStringLiteral("config"))) {
            if (std::optional<Error> error = readSettingsFile(file.toStdString(), commandLine.asked))
                return error;
        }
        std::map<QString, qsizetype> timesSeen;
        for (const QString& name : m_parser.optionNames()) {
            const KnownOption& option = m_known.at(name);
            QString value;
            if (!option.valueName.isEmpty()) {
                // values() lists what was given under every name of the option, in order.
                const QString key
                    = QString::fromLatin1(option.setting ? option.setting->key : option.program->name);
                value = m_parser.values(name).value(timesSeen[key]++);
                if (value.isEmpty() && option.valueName != QLatin1String("TEXT"))
                    return inEnglish(QStringLiteral("%1 needs a value: %2, got \"\"")
                                         .arg(written(name), option.valueName)
                                         .toStdString());
                if (isOption(value))
                    return inEnglish(QStringLiteral("%1 needs a value: %2; but %3 follows")
                                         .arg(written(name), option.valueName, value)
                                         .toStdString());
            }
            if (option.program) {
                if (auto error = applyProgramOption(*option.program, value.toStdString(), commandLine))
                    return error;
            } else if (auto issue = applySetting(option, value, commandLine.asked))
                return inEnglish(issue->optionInEnglish());
        }
        return std::nullopt;
    }

    // An option that the action does not know would be passed over unnoticed.
    std::optional<Error> checkAction() const
    {
        const ProgramOption* asked = nullptr; // the last option that asks for something else than a run
        for (const QString& name : m_parser.optionNames())
            if (const ProgramOption* const option = m_known.at(name).program; option && taskOf(option->id))
                asked = option;
        const bool batch = m_parser.isSet(QStringLiteral("batch"));
        const ActionSet action = asked ? asked->actions : batch ? InBatch : InWindow;
        for (const QString& name : m_parser.optionNames()) {
            const KnownOption& option = m_known.at(name);
            const ActionSet actions = option.program ? option.program->actions : actionsOf(*option.setting);
            const bool another = option.program && option.program != asked && taskOf(option.program->id);
            if ((actions & action) == 0 || another)
                return inEnglish(written(name).toStdString()
                    + (asked ? std::string(" does not go with --") + asked->name : notInRun(actions, batch)));
        }
        return std::nullopt;
    }

    static std::string notInRun(ActionSet actions, bool batch)
    {
        const bool compares = (actions & InComparison) != 0;
        if (batch && !compares)
            return " does not go with --batch";
        const std::string withCompare = compares ? " goes with --compare" : " goes";
        return (actions & InBatch) == 0
            ? withCompare
            : withCompare + (compares ? ", or" : "") + " with a run without a window: add --batch";
    }

    static std::optional<Error> checkOutput(const CommandLine& commandLine)
    {
        if (commandLine.output.html == kStandardOutput)
            return inEnglish("--html writes a file: give it a name");
        const AskedOutput outputs[] = {{"--json", commandLine.output.json},
            {"--html", commandLine.output.html}, {"--junit", commandLine.compare.junit},
            {"--markdown", commandLine.compare.markdown}, {"--csv", commandLine.asked.values.csv}};
        const std::string mistake = twoOnOnePlace(outputs, commandLine.asked.values.report);
        return mistake.empty() ? std::nullopt : std::optional(inEnglish(mistake));
    }

    bool isOption(const QString& text) const
    {
        for (const auto& known : m_known) {
            if (written(known.first) == text)
                return true;
        }
        return false;
    }

    // What an option asks for in place of a run.
    static std::optional<CommandLine::Task> taskOf(ProgramOptionId id)
    {
        using Task = CommandLine::Task;
        static constexpr std::pair<ProgramOptionId, Task> kTasks[] = {
            {ProgramOptionId::DumpConfig, Task::DumpConfig}, {ProgramOptionId::ListModels, Task::ListModels},
            {ProgramOptionId::ListEngines, Task::ListEngines}, {ProgramOptionId::MakeCard, Task::MakeCard},
            {ProgramOptionId::Compare, Task::Compare}, {ProgramOptionId::PrintManPage, Task::ManPage},
            {ProgramOptionId::PrintCompletion, Task::Completion},
            {ProgramOptionId::PrintSchema, Task::Schema}, {ProgramOptionId::Version, Task::Version}};
        const auto* const found = std::ranges::find(kTasks, id, &std::pair<ProgramOptionId, Task>::first);
        return found == std::end(kTasks) ? std::nullopt : std::optional(found->second);
    }

    // Where the value of an option that takes any text goes; null for the others.
    static std::string* textOf(ProgramOptionId id, CommandLine& commandLine)
    {
        const std::pair<ProgramOptionId, std::string*> texts[]
            = {{ProgramOptionId::Answers, &commandLine.answers},
                {ProgramOptionId::MakeCard, &commandLine.asked.values.model},
                {ProgramOptionId::Compare, &commandLine.compare.base},
                {ProgramOptionId::Junit, &commandLine.compare.junit},
                {ProgramOptionId::Markdown, &commandLine.compare.markdown},
                {ProgramOptionId::Json, &commandLine.output.json},
                {ProgramOptionId::Html, &commandLine.output.html},
                {ProgramOptionId::Screenshot, &commandLine.window.screenshot}};
        const auto* const found
            = std::ranges::find(texts, id, &std::pair<ProgramOptionId, std::string*>::first);
        return found == std::end(texts) ? nullptr : found->second;
    }

    static std::optional<Error> applyProgramOption(
        const ProgramOption& option, const std::string& value, CommandLine& commandLine)
    {
        if (const auto task = taskOf(option.id))
            commandLine.task = *task;
        if (std::string* const text = textOf(option.id, commandLine))
            *text = value;
        CompareOptions& compare = commandLine.compare;
        StudyOptions& study = commandLine.study;
        WindowOptions& window = commandLine.window;
        switch (option.id) {
        case ProgramOptionId::Batch:
            commandLine.batch = true;
            break;
        case ProgramOptionId::Find:
            return oneOf(option, value, study.search.find);
        case ProgramOptionId::Repeat:
            return runCount(option, value, study.repeat);
        case ProgramOptionId::Sweep:
            return addSwept(value, study.sweep);
        case ProgramOptionId::Cooldown:
            return numberWithin(option, value, 0, 3'600, study.cooldownS);
        case ProgramOptionId::Yes:
            study.yes = true;
            break;
        case ProgramOptionId::PrecisionOfAnswer:
            return numberWithin(option, value, 0.5, 50, study.search.precisionPct);
        case ProgramOptionId::ProbeSeconds:
            return numberWithin(option, value, SearchOptions::kLeastProbeS, SearchOptions::kMostProbeS,
                study.search.probeSeconds);
        case ProgramOptionId::FailSlower:
            return numberWithin(option, value, 0, kWhole, compare.limits.slowerPct);
        case ProgramOptionId::FailP99:
            return numberWithin(option, value, 0, kMostLimit, compare.limits.p99Pct);
        case ProgramOptionId::FailAccuracy:
            return numberWithin(option, value, 0, kWhole, compare.limits.accuracyPoints);
        case ProgramOptionId::Progress:
            return oneOf(option, value, commandLine.output.progress);
        case ProgramOptionId::PrintCompletion:
            return oneOf(option, value, commandLine.shell);
        case ProgramOptionId::PrintSchema:
            return oneOf(option, value, commandLine.schema);
        case ProgramOptionId::ScreenshotWhen:
            return oneOf(option, value, window.screenshotWhen);
        case ProgramOptionId::Theme:
            return oneOf(option, value, window.theme);
        case ProgramOptionId::Language:
            return oneOf(option, value, window.language);
        case ProgramOptionId::WindowSize:
            return windowSize(option, value, window);
        case ProgramOptionId::Config: // read already
        case ProgramOptionId::Help: // noticed already
        case ProgramOptionId::DumpConfig: // the others are a task, a text, or both
        case ProgramOptionId::ListModels:
        case ProgramOptionId::ListEngines:
        case ProgramOptionId::MakeCard:
        case ProgramOptionId::Compare:
        case ProgramOptionId::PrintManPage:
        case ProgramOptionId::Version:
        case ProgramOptionId::Answers:
        case ProgramOptionId::Junit:
        case ProgramOptionId::Markdown:
        case ProgramOptionId::Json:
        case ProgramOptionId::Html:
        case ProgramOptionId::Screenshot:
            break;
        }
        return std::nullopt;
    }

    // Takes one of the words that the option's value name lists.
    static std::optional<Error> oneOf(
        const ProgramOption& option, const std::string& value, std::string& word)
    {
        const QString known = QString::fromLatin1(option.valueName);
        const QStringList words = known.split(u'|');
        if (!words.contains(QString::fromStdString(value))) {
            const QString nearest = nearestOf(words, value);
            return inEnglish("--" + std::string(option.name) + " takes one of "
                + words.join(QLatin1String(", ")).toStdString() + ", got \"" + value + '"'
                + (nearest.isEmpty() ? "" : "; did you mean " + nearest.toStdString() + "?"));
        }
        word = value;
        return std::nullopt;
    }

    static std::optional<Error> runCount(
        const ProgramOption& option, const std::string& value, std::optional<unsigned>& runs)
    {
        constexpr unsigned kMost = 1'000;
        bool isNumber = false;
        const unsigned given = QString::fromStdString(value).toUInt(&isNumber);
        if (!isNumber || given < 1 || given > kMost)
            return inEnglish("--" + std::string(option.name) + " takes a whole number from 2 to 1000, got \""
                + value + '"');
        runs = given;
        return std::nullopt;
    }

    static std::optional<Error> addSwept(const std::string& value, std::vector<SweptSetting>& swept)
    {
        auto next = sweptSetting(value);
        if (!next)
            return Error{next.error()};
        for (const SweptSetting& each : swept)
            if (each.setting == next->setting)
                return inEnglish(
                    "--sweep " + std::string(each.setting->key) + " is given twice: put all values into one");
        swept.push_back(std::move(*next));
        return std::nullopt;
    }

    static constexpr double kMostLimit = 1'000'000; // of --fail-p99
    static constexpr double kWhole = 100; // percent, which no rate and no accuracy falls by more than

    static std::optional<Error> numberWithin(const ProgramOption& option, const std::string& value,
        double least, double most, std::optional<double>& number)
    {
        static const QRegularExpression kPlain(QStringLiteral("^[0-9]+(\\.[0-9]+)?$"));
        const QString text = QString::fromStdString(value);
        const double given = text.toDouble();
        if (!kPlain.match(text).hasMatch() || given < least || given > most)
            return inEnglish("--" + std::string(option.name) + " takes a number from " + shortText(least, 1)
                + " to " + shortText(most, 1) + ", got \"" + value + '"');
        number = given;
        return std::nullopt;
    }

    static std::optional<Error> windowSize(
        const ProgramOption& option, const std::string& value, WindowOptions& window)
    {
        static const QRegularExpression kSize(QStringLiteral("^([1-9][0-9]{2,4})x([1-9][0-9]{2,4})$"));
        const QRegularExpressionMatch match = kSize.match(QString::fromStdString(value));
        if (!match.hasMatch())
            return inEnglish("--" + std::string(option.name) + " takes " + option.valueName
                + " as 1280x800, got \"" + value + '"');
        window.width = match.captured(1).toUInt();
        window.height = match.captured(2).toUInt();
        return std::nullopt;
    }

    static std::optional<SettingIssue> applySetting(
        const KnownOption& option, const QString& value, AskedSettings& asked)
    {
        const Setting& setting = *option.setting;
        asked.asked.insert_or_assign(setting.key, AskedIn::CommandLine);
        if (option.valueName.isEmpty())
            return setSettingText(setting, option.negated ? "false" : "true", asked.values);
        return setSettingText(setting, value.toStdString(), asked.values);
    }

    QCommandLineParser m_parser;
    std::map<QString, KnownOption> m_known; // by name and by letter
    std::map<QString, QString> m_calledElsewhere; // other tools' names for options, with ours
};

} // namespace

Result<CommandLine> parseCommandLine(std::span<const std::string> arguments)
{
    return OptionParser().parse(arguments);
}

} // namespace iotbench
