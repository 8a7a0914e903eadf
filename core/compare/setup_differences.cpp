#include "compare/setup_differences.h"

#include "settings/settings_table.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

namespace iotbench {
namespace {

struct Fact {
    const char* column;
    Marked what;
    const char* setting = ""; // that it tells of
};

constexpr std::array kFacts = std::to_array<Fact>({
    {"machine_host_name", TR("host")},
    {"machine_board", TR("board")},
    {"machine_cpu_model", TR("processor")},
    {"machine_cores_allowed", TR("CPUs allowed")},
    {"machine_instruction_sets", TR("instruction sets")},
    {"machine_governor", TR("governor")},
    {"machine_os_name", TR("operating system")},
    {"machine_kernel", TR("kernel")},
    {"build_version", TR("iotbench")},
    {"build_git_revision", TR("revision of iotbench")},
    {"build_type", TR("build type")},
    {"engine_name", TR("engine"), "engine"},
    {"engine_version", TR("engine version")},
    {"engine_precision", TR("precision"), "precision"},
    {"engine_device", TR("device"), "device"},
    {"engine_workers", TR("workers"), "workers"},
    {"engine_batch_size", TR("batch ceiling"), "batch-size"},
    {"model_name", TR("model"), "modelPath"},
    {"model_sha256", TR("SHA-256 of the model file")},
    {"model_normalisation", TR("normalisation"), "normalise"},
    {"role", TR("role"), "role"},
    {"format", TR("format"), "format"},
    {"requested_streams", TR("streams"), "streams"},
    {"transport_medium", TR("transport"), "transport"},
    {"pacing", TR("pacing"), "pacing"},
    {"target_images_per_s", TR("target rate"), "imagesPerSec"},
    {"latency_origin", TR("origin of latency")},
    {"requested_images", TR("images"), "totalImages"},
    {"requested_duration_s", TR("duration (s)"), "duration"},
});

// Of searches alone, and no settings of a run.
struct SearchOption {
    const char* option;
    double StudyFacts::*value;
};

constexpr std::array kSearchOptions = std::to_array<SearchOption>({
    {"--precision-of-answer", &StudyFacts::precisionPct},
    {"--probe-seconds", &StudyFacts::probeSeconds},
});

constexpr std::size_t kShownValues = 4;

std::set<std::string> valuesOf(const ComparedSide& side, const char* column)
{
    std::set<std::string> values;
    for (const SideRun& run : side.runs)
        values.emplace(run.text(column));
    return values;
}

std::set<std::string> valuesOf(const ComparedSide& side, double StudyFacts::*value)
{
    std::set<std::string> values;
    for (const SideRun& run : side.runs)
        values.insert(shortText(*run.search.*value, 3));
    return values;
}

// What a search decides of each probe, as the seed.
bool isOfEachProbe(const Fact& fact)
{
    const std::string_view setting = fact.setting;
    return setting == "imagesPerSec" || setting == "totalImages" || setting == "duration";
}

// A study gives its repeats its own seed, the next one, and so on: of such a series the first.
std::set<std::string> seedsOf(const ComparedSide& side)
{
    const auto seedOf = [](const SideRun& run) {
        std::uint64_t seed = 0;
        const std::string_view text = run.text("seed");
        std::from_chars(text.data(), text.data() + text.size(), seed);
        return seed;
    };
    for (std::size_t i = 0; i < side.runs.size(); ++i)
        if (seedOf(side.runs[i]) != seedOf(side.runs.front()) + i)
            return valuesOf(side, "seed");
    return {std::string(side.runs.front().text("seed"))};
}

// The one place that decides which settings may be unlike and are not shown: names, files and words that come
// of a run, and what it must reach to pass.
bool mayChangeFigures(const Setting& setting)
{
    const std::string_view key = setting.key;
    return setting.group != SettingGroup::PassCriteria
        && (setting.group != SettingGroup::Outcome || key == "reportingInterval" || key == "content-hash");
}

// Those that no column of summary.csv tells.
bool isInReportAlone(const Setting& setting)
{
    const std::string_view key = setting.key;
    return key != "seed" && std::ranges::find(kFacts, key, &Fact::setting) == kFacts.end();
}

// Empty where the setting means nothing to a run, or is not known.
std::set<std::string> valuesOf(const ComparedSide& side, const Setting& setting)
{
    std::set<std::string> values;
    for (const SideRun& run : side.runs) {
        if (!run.settings || !setting.appliesTo(run.settings->role))
            return {};
        const std::string text = settingText(setting, *run.settings);
        values.insert(text.empty() ? setting.defaultText() : text);
    }
    return values;
}

// A checksum is told apart by its first digits.
std::string shortened(const std::string& value)
{
    constexpr std::size_t kChecksum = 64, kDigits = 12;
    return value.size() == kChecksum && value.find_first_not_of("0123456789abcdef") == std::string::npos
        ? value.substr(0, kDigits)
        : value;
}

enum class Length : std::uint8_t { Short, Full };

std::string listed(const std::set<std::string>& values, Length length)
{
    std::string text;
    std::size_t shown = 0;
    for (const std::string& value : values) {
        if (shown++ == kShownValues && length == Length::Short)
            return text + ", …";
        text += text.empty() ? "" : ", ";
        text += value.empty() && values.size() > 1 ? "–" : length == Length::Short ? shortened(value) : value;
    }
    return text;
}

// Those that are unlike in full where they would look alike; of what no run tells, nothing.
void addSetup(
    Message what, const std::set<std::string>& base, const std::set<std::string>& next, Setups& setups)
{
    if (base == next) {
        if (std::string value = listed(base, Length::Short); !value.empty())
            setups.equal.push_back({std::move(what), value, value});
        return;
    }
    const bool looksAlike = listed(base, Length::Short) == listed(next, Length::Short);
    const Length length = looksAlike ? Length::Full : Length::Short;
    setups.different.push_back({std::move(what), listed(base, length), listed(next, length)});
}

void addSearchOptions(const ComparedSide& base, const ComparedSide& next, Setups& setups)
{
    for (const SearchOption& each : kSearchOptions)
        addSetup(verbatim(each.option), valuesOf(base, each.value), valuesOf(next, each.value), setups);
}

} // namespace

Setups compareSetups(const ComparedSide& base, const ComparedSide& next)
{
    const bool searches = base.searches() && next.searches();
    Setups setups;
    for (const Fact& fact : kFacts)
        if (!searches || !isOfEachProbe(fact))
            addSetup(fact.what, valuesOf(base, fact.column), valuesOf(next, fact.column), setups);
    if (searches)
        addSearchOptions(base, next, setups);
    else
        addSetup(TR("seed"), seedsOf(base), seedsOf(next), setups);
    for (const Setting& setting : settingsTable()) {
        if (!mayChangeFigures(setting) || !isInReportAlone(setting))
            continue;
        const auto first = valuesOf(base, setting), second = valuesOf(next, setting);
        if (!first.empty() && !second.empty())
            addSetup(verbatim(std::string("--") + setting.key), first, second, setups);
    }
    return setups;
}

bool sameModel(const ComparedSide& base, const ComparedSide& next)
{
    std::set<std::string> names = valuesOf(base, "model_name");
    names.merge(valuesOf(next, "model_name"));
    if (names.size() > 1)
        return false;
    // One file for each precision.
    std::set<std::string> precisions, files;
    for (const ComparedSide* side : {&base, &next}) {
        precisions.merge(valuesOf(*side, "engine_precision"));
        files.merge(valuesOf(*side, "model_sha256"));
    }
    return files.size() <= precisions.size();
}

} // namespace iotbench
