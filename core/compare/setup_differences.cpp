#include "compare/setup_differences.h"

#include <algorithm>
#include <array>
#include <set>

namespace iotbench {
namespace {

struct Fact {
    const char* column;
    Marked what;
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
    {"engine_name", TR("engine")},
    {"engine_version", TR("engine version")},
    {"engine_precision", TR("precision")},
    {"engine_device", TR("device")},
    {"engine_workers", TR("workers")},
    {"engine_batch_size", TR("batch ceiling")},
    {"model_name", TR("model")},
    {"model_sha256", TR("SHA-256 of the model file")},
    {"model_normalisation", TR("normalisation")},
    {"role", TR("role")},
    {"format", TR("format")},
    {"requested_streams", TR("streams")},
    {"transport_medium", TR("transport")},
    {"pacing", TR("pacing")},
    {"target_images_per_s", TR("target rate")},
    {"latency_origin", TR("origin of latency")},
    {"requested_images", TR("images")},
    {"requested_duration_s", TR("duration (s)")},
});

constexpr std::size_t kShownValues = 4;

std::set<std::string> valuesOf(const ComparedSide& side, const char* column)
{
    std::set<std::string> values;
    for (const SideRun& run : side.runs)
        values.emplace(run.text(column));
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

std::string listed(const std::set<std::string>& values)
{
    std::string text;
    std::size_t shown = 0;
    for (const std::string& value : values) {
        if (shown++ == kShownValues)
            return text + ", …";
        text += (text.empty() ? "" : ", ") + shortened(value);
    }
    return text;
}

} // namespace

std::vector<SetupDifference> setupDifferences(const ComparedSide& base, const ComparedSide& next)
{
    std::vector<SetupDifference> differences;
    for (const Fact& fact : kFacts) {
        const auto first = valuesOf(base, fact.column), second = valuesOf(next, fact.column);
        if (first != second)
            differences.push_back({fact.what, listed(first), listed(second)});
    }
    return differences;
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
