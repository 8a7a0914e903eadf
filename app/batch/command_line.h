// What the command line asks for. Names, letters and values come from the settings table and from
// program_options.h; how options are written is QCommandLineParser's (--key VALUE, --key=VALUE, -k VALUE,
// -kVALUE).
#pragma once

#include "base/result.h"
#include "batch/output_options.h"
#include "compare/comparison_report.h"
#include "settings/settings_validation.h"
#include "settings/study_options.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace iotbench {

// How the window is to look; words as they were given, checked against the option's own. "" = not given.
struct WindowOptions {
    std::string screenshot;
    std::string screenshotWhen;
    std::string theme;
    std::string language;
    unsigned width = 0; // 0 = not given
    unsigned height = 0;
};

// What is compared, and where it is written besides the terminal, or with "-" in place of it; "" = nowhere.
struct CompareOptions {
    std::string base;
    std::vector<std::string> next; // one at least
    ComparisonLimits limits;
    std::string junit;
    std::string markdown;
};

struct CommandLine {
    enum class Task : std::uint8_t {
        Run,
        DumpConfig,
        ListModels,
        ListEngines,
        MakeCard,
        Compare,
        ManPage,
        Completion,
        Schema,
        Help,
        Version
    };

    Task task = Task::Run;
    std::string answers; // file of a cluster's answers to report instead of a run; "" = none
    std::string shell; // of Completion: "bash" or "zsh"
    std::string schema; // of Schema: "report", "settings", "comparison" or "progress"
    CompareOptions compare; // of Compare
    bool batch = false; // --batch was given
    OutputOptions output;
    StudyOptions study; // of Run with --batch
    WindowOptions window; // of Run without --batch; the language may be given anywhere
    AskedSettings asked; // not validated yet; of MakeCard, its model is the one that gets the card
};

// `arguments` without the program's name, UTF-8. Files named by --config are read here, before the options,
// wherever
// --config stands; of an option given twice the later one wins. The error is a usage error, one sentence that
// names the option and, where one is near, the right one; an option that the task has no use for is one
// too. --help wins over every mistake beside it.
Result<CommandLine> parseCommandLine(std::span<const std::string> arguments);

} // namespace iotbench
