#include "batch/batch.h"

#include "batch/batch_run.h"
#include "batch/build_facts.h"
#include "batch/comparing.h"
#include "batch/completion.h"
#include "batch/help_text.h"
#include "batch/listings.h"
#include "batch/make_card.h"
#include "batch/man_page.h"
#include "batch/sweeping.h"
#include "compare/comparison_json.h"
#include "reports/report_json.h"
#include "settings/settings_json.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace iotbench {
namespace {

int print(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
        return 0;
    std::fprintf(stderr, "iotbench: cannot write standard output: %s\n", std::strerror(errno));
    return kExitFailed;
}

QJsonObject schemaOf(std::string_view what)
{
    if (what == "comparison")
        return comparisonSchema();
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
std::optional<EffectiveSettings> validate(const AskedSettings& asked)
{
    for (const Message& remark : asked.remarks)
        std::fprintf(stderr, "iotbench: %s\n", remark.english().c_str());
    ValidatedSettings validated = validateSettings(asked);
    for (const SettingIssue& warning : validated.warnings)
        std::fprintf(stderr, "iotbench: warning: %s\n", warning.optionInEnglish().c_str());
    std::string mistakes;
    for (const SettingIssue& error : validated.errors)
        mistakes += (mistakes.empty() ? "" : "\niotbench: ") + error.optionInEnglish();
    if (!mistakes.empty())
        usageError(mistakes);
    return std::move(validated.effective);
}

} // namespace

int usageError(std::string_view sentence)
{
    std::fprintf(stderr, "iotbench: %.*s\nTry 'iotbench --help'.\n", static_cast<int>(sentence.size()),
        sentence.data());
    return kExitUsage;
}

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
        return compareAndTell(commandLine.compare);
    case CommandLine::Task::DumpConfig:
    case CommandLine::Task::MakeCard:
    case CommandLine::Task::Run:
        break;
    }
    if (commandLine.task == CommandLine::Task::Run && commandLine.study.sweeps())
        return sweepHeadless(commandLine.study, commandLine.asked);
    const std::optional<EffectiveSettings> settings = validate(commandLine.asked);
    if (!settings)
        return kExitUsage;
    if (commandLine.task == CommandLine::Task::DumpConfig)
        return print(dumpSettings(**settings).toStdString());
    if (commandLine.task == CommandLine::Task::MakeCard)
        return makeCard(*settings);
    if (commandLine.study.repeat)
        return repeatHeadless(*settings, *commandLine.study.repeat);
    if (commandLine.study.search())
        return searchHeadless(*settings, searchGoal(commandLine.study, **settings));
    return commandLine.answers.empty() ? runHeadless(*settings, commandLine.asked)
                                       : reportAnswers(*settings, commandLine.answers);
}

} // namespace iotbench
