#include "machine/cpu_info.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace iotbench {
namespace {

constexpr std::array<std::string_view, 25> kInferenceFlags = {
    // x86
    "sse4_1",
    "sse4_2",
    "avx",
    "f16c",
    "fma",
    "avx2",
    "avx_vnni",
    "avx512f",
    "avx512bw",
    "avx512vl",
    "avx512_vnni",
    "avx512_bf16",
    "avx512_fp16",
    "amx_tile",
    "amx_int8",
    "amx_bf16",
    // arm64
    "asimd",
    "fphp",
    "asimdhp",
    "asimddp",
    "i8mm",
    "bf16",
    "sve",
    "sve2",
    "sme",
};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Calls use(key, value) for each line; stops where use returns false.
template <typename Use>
void forEachLine(std::string_view text, Use&& use)
{
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos
            && !use(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))))
            return;
    }
}

unsigned hexNumber(std::string_view text)
{
    unsigned number = 0;
    if (text.starts_with("0x"))
        std::from_chars(text.data() + 2, text.data() + text.size(), number, 16);
    return number;
}

} // namespace

std::string_view cpuInfoValue(std::string_view cpuinfo, std::string_view key)
{
    std::string_view found;
    forEachLine(cpuinfo, [&](std::string_view name, std::string_view value) {
        if (name == key)
            found = value;
        return name != key;
    });
    return found;
}

bool hasWord(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const auto end = words.find(' ');
        if (words.substr(0, end) == word)
            return true;
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return false;
}

std::map<unsigned, ArmCore> armCoresFrom(std::string_view cpuinfo)
{
    std::map<unsigned, ArmCore> cores;
    std::optional<unsigned> cpu;
    ArmCore core;
    forEachLine(cpuinfo, [&](std::string_view key, std::string_view value) {
        unsigned number = 0;
        if (key == "processor"
            && std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc())
            cpu = number;
        if (key == "CPU implementer")
            core.implementer = hexNumber(value);
        if (key == "CPU part" && cpu) {
            core.part = hexNumber(value);
            cores.emplace(*cpu, core);
        }
        return true;
    });
    return cores;
}

std::string cpuModelFrom(std::string_view cpuinfo)
{
    // 32-bit and some vendors' arm kernels have a model name too, but one that names no core.
    if (cpuInfoValue(cpuinfo, "CPU implementer").empty())
        return std::string(cpuInfoValue(cpuinfo, "model name"));

    std::vector<ArmCore> kinds;
    std::string text;
    for (const auto& [cpu, core] : armCoresFrom(cpuinfo)) {
        if (std::ranges::find(kinds, core) != kinds.end())
            continue;
        kinds.push_back(core);
        text += (text.empty() ? "" : " + ") + nameOf(core);
    }
    return text;
}

std::string instructionSetsFrom(std::string_view cpuinfo)
{
    std::string_view flags = cpuInfoValue(cpuinfo, "flags");
    if (flags.empty())
        flags = cpuInfoValue(cpuinfo, "Features");
    std::string text;
    for (const std::string_view flag : kInferenceFlags)
        if (hasWord(flags, flag))
            text.append(text.empty() ? "" : " ").append(flag);
    return text;
}

} // namespace iotbench
