// Options of the program that are no settings of a run: they are in no report and no configuration file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace iotbench {

enum class ProgramOptionId : std::uint8_t {
    Batch,
    Answers,
    Find,
    Repeat,
    Sweep,
    Cooldown,
    Yes,
    PrecisionOfAnswer,
    ProbeSeconds,
    Config,
    DumpConfig,
    ListModels,
    ListEngines,
    MakeCard,
    Compare,
    FailSlower,
    FailP99,
    FailAccuracy,
    Junit,
    Markdown,
    Json,
    Html,
    Progress,
    PrintManPage,
    PrintCompletion,
    PrintSchema,
    Screenshot,
    ScreenshotWhen,
    Theme,
    WindowSize,
    Language,
    Help,
    Version
};

struct ProgramOption {
    ProgramOptionId id;
    const char* name;
    char letter; // 0 = none
    const char* valueName; // "" = a flag
    const char* help; // one sentence, translatable (context "Settings")
};

std::span<const ProgramOption> programOptions(); // in the order in which the help shows them

} // namespace iotbench
