#include "batch/program_options.h"

#include "settings/settings_table.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace iotbench {
namespace {

#define SETTING_TR(text) QT_TRANSLATE_NOOP("Settings", text)

constexpr std::array kOptions = std::to_array<ProgramOption>({
    {ProgramOptionId::Batch, "batch", 0, "", WithAnyAction,
        SETTING_TR("Runs without a window, with progress and results as text.")},
    {ProgramOptionId::Answers, "answers", 0, "FILE", InBatch,
        SETTING_TR(
            "Reports what a cluster answered, as its driver writes it to this file or, with -, to standard "
            "input: counts, "
            "verdict and reports as of a run here.")},
    {ProgramOptionId::Find, "find", 0, "rate|cameras", InBatch,
        SETTING_TR("Finds how much this machine holds with p99 within --max-p99: images a second of one "
                   "stream, or cameras of --camera-rate (100 ms unless given). As: iotbench --batch --find "
                   "cameras -m resnet20 --max-p99 50")},
    {ProgramOptionId::PrecisionOfAnswer, "precision-of-answer", 0, "PERCENT", InBatch,
        SETTING_TR(
            "How far --find may leave the load that fails above the one that holds, 0.5 to 50; 2 "
            "unless given, of cameras at least one. As: --find rate --max-p99 20 --precision-of-answer 5")},
    {ProgramOptionId::ProbeSeconds, "probe-seconds", 0, "SECONDS", InBatch,
        SETTING_TR(
            "The longest that a probe of --find counts, 10 to 3600; 60 unless given. Shorter ones make "
            "the answer less sure. As: --find cameras --probe-seconds 20")},
    {ProgramOptionId::Repeat, "repeat", 0, "RUNS", InBatch,
        SETTING_TR("Makes this many runs of one setting, 2 to 1000, and tells how sure the rate is; with "
                   "--sweep, of each combination, 1 to 1000, and 3 unless given. As: "
                   "iotbench --batch "
                   "--repeat 5 -m resnet20 -i max -d 10")},
    {ProgramOptionId::Sweep, "sweep", 0, "KEY=VALUES", InBatch,
        SETTING_TR(
            "Runs every combination of these values in turns and names the best; with --find, searches "
            "with each. Once for each setting; all is every engine, precision or model, 1-4 is 1,2,3,4. As: "
            "iotbench --batch "
            "--sweep engine=all --sweep workers=1-2 -m resnet8 -i max -d 5")},
    {ProgramOptionId::Cooldown, "cooldown", 0, "SECONDS", InBatch,
        SETTING_TR("How long --sweep waits between two runs, 0 to 3600; 0 unless given. As: --sweep "
                   "workers=1-4 --cooldown 30")},
    {ProgramOptionId::Yes, "yes", 0, "", InBatch,
        SETTING_TR("Starts a --sweep of more than 50 combinations, which is refused otherwise.")},
    {ProgramOptionId::Config, "config", 0, "FILE", WhereSettings,
        SETTING_TR("Reads settings from this JSON file first; options on the command line win.")},
    {ProgramOptionId::DumpConfig, "dump-config", 0, "", InDump,
        SETTING_TR("Prints the effective settings as JSON, as --config reads it, and exits.")},
    {ProgramOptionId::ListModels, "list-models", 0, "", InPrinting,
        SETTING_TR("Lists the bundled models, and exits.")},
    {ProgramOptionId::ListEngines, "list-engines", 0, "", InPrinting,
        SETTING_TR("Lists the inference engines, with the reason where one is not available, and exits.")},
    {ProgramOptionId::MakeCard, "make-card", 0, "MODEL", InCardMaking,
        SETTING_TR(
            "Runs this model file over the whole test set, keeps what it predicts as its card, by which runs "
            "of it are judged from then on, and exits.")},
    {ProgramOptionId::Compare, "compare", 0, "BASE", InComparison,
        SETTING_TR("Compares BASE with each of the paths that follow, as in --compare before after, and "
                   "exits: folders of "
                   "reports or studies, or files of --csv, with #LABEL for the runs of one label.")},
    {ProgramOptionId::FailSlower, "fail-slower", 0, "PCT", InComparison,
        SETTING_TR("With --compare: exit code 4 where the rate is lower by more than this, its whole "
                   "interval included.")},
    {ProgramOptionId::FailP99, "fail-p99", 0, "PCT", InComparison,
        SETTING_TR("With --compare: exit code 4 where p99 is higher by more than this, its whole interval "
                   "included.")},
    {ProgramOptionId::FailAccuracy, "fail-accuracy", 0, "POINTS", InComparison,
        SETTING_TR("With --compare: exit code 4 where accuracy is lower by more percentage points than this, "
                   "its whole "
                   "interval included.")},
    {ProgramOptionId::Junit, "junit", 0, "FILE", InComparison,
        SETTING_TR("With --compare: writes the criteria as JUnit XML, for a CI system.")},
    {ProgramOptionId::Markdown, "markdown", 0, "FILE", InComparison,
        SETTING_TR("With --compare: writes the comparison as Markdown, for a pull request.")},
    {ProgramOptionId::Json, "json", 0, "FILE", ActionSet(InBatch | InComparison),
        SETTING_TR("Writes the report of a run, or with --compare the comparison, as JSON; with -, to "
                   "standard output, and standard error then has events as with --progress jsonl. As: "
                   "iotbench --batch -m resnet20 -t 1000 --json -")},
    {ProgramOptionId::Html, "html", 0, "FILE", ActionSet(InBatch | InComparison),
        SETTING_TR(
            "Writes a run, or with --compare the comparison, on a page, a data sheet that any browser shows "
            "and prints: one HTML file, "
            "of a run with the report inside. As: iotbench --batch -m resnet20 -t 1000 --html run.html")},
    {ProgramOptionId::Progress, "progress", 0, "text|jsonl", InBatch,
        SETTING_TR("How progress is reported without a window: as text or, with jsonl, as events for other "
                   "programs, one JSON object a line on standard error and no other text. As: iotbench "
                   "--batch -m resnet20 -t 1000 --progress jsonl")},
    {ProgramOptionId::PrintManPage, "print-man-page", 0, "", InPrinting,
        SETTING_TR("Prints the manual page for man(1), made from these same options, and exits.")},
    {ProgramOptionId::PrintCompletion, "print-completion", 0, "bash|zsh", InPrinting,
        SETTING_TR("Prints what lets this shell complete options and their values, and exits.")},
    {ProgramOptionId::PrintSchema, "print-schema", 0, "report|settings|comparison|progress", InPrinting,
        SETTING_TR(
            "Prints the JSON Schema of report.json, of what --config reads, of what --compare writes with "
            "--json, or of a line of --progress jsonl, and exits.")},
    {ProgramOptionId::Screenshot, "screenshot", 0, "FILE", InWindow,
        SETTING_TR("Starts the run in a window, saves a picture of it to this PNG file, and exits.")},
    {ProgramOptionId::ScreenshotWhen, "screenshot-when", 0,
        "setup|waiting|live|result|history|capacity|compare|sweep", InWindow,
        SETTING_TR("What the picture shows; live unless given.")},
    {ProgramOptionId::Theme, "theme", 0, "system|light|dark", InWindow, SETTING_TR("The window's colours.")},
    {ProgramOptionId::WindowSize, "window-size", 0, "WIDTHxHEIGHT", InWindow,
        SETTING_TR("The window's size, as 1280x800.")},
    {ProgramOptionId::Language, "language", 0, "en|de", WithAnyAction, SETTING_TR("The window's language.")},
    {ProgramOptionId::Help, "help", 'h', "", WithAnyAction, SETTING_TR("Prints this help, and exits.")},
    {ProgramOptionId::Version, "version", 'V', "", InPrinting,
        SETTING_TR("Prints the versions of the program and of the libraries it uses, and exits.")},
});

#undef SETTING_TR

} // namespace

std::span<const ProgramOption> programOptions()
{
    return kOptions;
}

ActionSet actionsOf(const Setting& setting)
{
    static constexpr std::array<std::string_view, 4> kOfCards{"normalise", "engine", "precision", "device"};
    const std::string_view key = setting.key;
    if (key == "quiet")
        return WithAnyAction;
    return std::ranges::find(kOfCards, key) == kOfCards.end() ? ActionSet(InRuns | InDump) : WhereSettings;
}

} // namespace iotbench
