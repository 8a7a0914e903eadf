// Options of the program that are no settings of a run: they are in no report and no configuration file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace iotbench {

struct Setting;

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

// What the program is to do, as a set of bits.
enum ActionSet : std::uint8_t {
    InWindow = 1, // a run in the window
    InBatch = 2, // a run without one
    InDump = 4, // --dump-config
    InCardMaking = 8, // --make-card
    InComparison = 16, // --compare
    InPrinting = 32, // whatever else prints a text, and exits
    InRuns = InWindow | InBatch,
    WhereSettings = InRuns | InDump | InCardMaking,
    WithAnyAction = WhereSettings | InComparison | InPrinting,
};

struct ProgramOption {
    ProgramOptionId id;
    const char* name;
    char letter; // 0 = none
    const char* valueName; // "" = a flag
    ActionSet actions; // that it goes with; of an option that asks for one, that one
    const char* help; // one sentence, translatable (context "Settings")
};

std::span<const ProgramOption> programOptions(); // in the order in which the help shows them
ActionSet actionsOf(const Setting& setting); // that it goes with

} // namespace iotbench
