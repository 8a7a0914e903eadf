#include "batch/batch.h"

#include "batch/asked_file.h"
#include "batch/batch_run.h"
#include "batch/build_facts.h"
#include "batch/comparing.h"
#include "batch/completion.h"
#include "batch/help_text.h"
#include "batch/listings.h"
#include "batch/make_card.h"
#include "batch/man_page.h"
#include "batch/sweeping.h"
#include "batch/terminal.h"
#include "compare/comparison_json.h"
#include "reports/report_json.h"
#include "settings/settings_json.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace iotbench {
namespace {

int print(std::string_view text)
{
    const auto fault = AskedFile::open(kStandardOutput)->write(text);
    return fault ? standardTerminal({}).fail(fault->message.english(), kExitFailed) : 0;
}

QJsonObject schemaOf(std::string_view what)
{
    if (what == "comparison")
        return comparisonSchema();
    if (what == "progress")
        return eventSchema();
    return what == "settings" ? settingsSchema() : reportSchema();
}

int listModels()
{
    const ModelCatalogue catalogue = ModelCatalogue::standard();
    for (const Message& warning : catalogue.warnings())
        std::fprintf(stderr, "iotbench: %s\n", warning.english().c_str());
    return print(modelListing(catalogue.list()));
}

// The settings that will be used, or nothing once every mistake has been told.
std::optional<EffectiveSettings> validate(const CommandLine& commandLine)
{
    Terminal terminal = standardTerminal(commandLine.output);
    const char* const between = terminal.events() ? "; " : "\niotbench: ";
    for (const Message& remark : commandLine.asked.remarks)
        terminal.remark(remark.english());
    ValidatedSettings validated = validateSettings(commandLine.asked);
    for (const SettingIssue& warning : validated.warnings)
        terminal.warn(warning.optionInEnglish());
    std::string mistakes;
    for (const SettingIssue& error : validated.errors)
        mistakes += (mistakes.empty() ? "" : between) + error.optionInEnglish();
    if (!mistakes.empty())
        terminal.failUsage(mistakes);
    return std::move(validated.effective);
}

} // namespace

int runBatch(const CommandLine& commandLine)
{
    switch (commandLine.task) {
    case CommandLine::Task::Help:
        return print(helpText());
    case CommandLine::Task::Version:
        return print(versionText(buildFacts(engines::EngineRegistry())));
    case CommandLine::Task::ListModels:
        return listModels();
    case CommandLine::Task::ListEngines:
        return print(engineListing(engines::EngineRegistry().list()));
    case CommandLine::Task::ManPage:
        return print(manPage(buildFacts(engines::EngineRegistry()).version));
    case CommandLine::Task::Completion:
        return print(commandLine.shell == "zsh" ? zshCompletion() : bashCompletion());
    case CommandLine::Task::Schema:
        return print(jsonBytes(schemaOf(commandLine.schema)).toStdString());
    case CommandLine::Task::Compare:
        return compareAndTell(commandLine.compare, commandLine.output);
    case CommandLine::Task::DumpConfig:
    case CommandLine::Task::MakeCard:
    case CommandLine::Task::Run:
        break;
    }
    if (commandLine.task == CommandLine::Task::Run && commandLine.study.sweeps())
        return sweepHeadless(commandLine.study, commandLine.asked, commandLine.output);
    const std::optional<EffectiveSettings> settings = validate(commandLine);
    if (!settings)
        return kExitUsage;
    if (commandLine.task == CommandLine::Task::DumpConfig)
        return print(dumpSettings(**settings).toStdString());
    if (commandLine.task == CommandLine::Task::MakeCard)
        return makeCard(*settings);
    if (commandLine.study.repeat)
        return repeatHeadless(*settings, *commandLine.study.repeat, commandLine.output);
    if (commandLine.study.search.search())
        return searchHeadless(
            *settings, searchGoal(commandLine.study.search, **settings), commandLine.output);
    return commandLine.answers.empty() ? runHeadless(*settings, commandLine.asked, commandLine.output)
                                       : reportAnswers(*settings, commandLine.answers, commandLine.output);
}

} // namespace iotbench
