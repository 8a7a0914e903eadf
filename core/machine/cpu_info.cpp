#include "machine/cpu_info.h"

#include <algorithm>
#include <array>
#include <vector>

namespace iotbench {
namespace {

struct Name {
    std::string_view number;
    std::string_view name;
};

constexpr std::array kImplementers = {
    Name{"0x41", "ARM"},
    Name{"0x42", "Broadcom"},
    Name{"0x43", "Cavium"},
    Name{"0x46", "Fujitsu"},
    Name{"0x48", "HiSilicon"},
    Name{"0x4e", "NVIDIA"},
    Name{"0x50", "Applied Micro"},
    Name{"0x51", "Qualcomm"},
    Name{"0x61", "Apple"},
    Name{"0x6d", "Microsoft"},
    Name{"0xc0", "Ampere"},
};

constexpr std::array kArmParts = {
    Name{"0xd03", "Cortex-A53"},
    Name{"0xd04", "Cortex-A35"},
    Name{"0xd05", "Cortex-A55"},
    Name{"0xd07", "Cortex-A57"},
    Name{"0xd08", "Cortex-A72"},
    Name{"0xd09", "Cortex-A73"},
    Name{"0xd0a", "Cortex-A75"},
    Name{"0xd0b", "Cortex-A76"},
    Name{"0xd0c", "Neoverse-N1"},
    Name{"0xd0d", "Cortex-A77"},
    Name{"0xd40", "Neoverse-V1"},
    Name{"0xd41", "Cortex-A78"},
    Name{"0xd42", "Cortex-A78AE"},
    Name{"0xd44", "Cortex-X1"},
    Name{"0xd46", "Cortex-A510"},
    Name{"0xd47", "Cortex-A710"},
    Name{"0xd48", "Cortex-X2"},
    Name{"0xd49", "Neoverse-N2"},
    Name{"0xd4b", "Cortex-A78C"},
    Name{"0xd4d", "Cortex-A715"},
    Name{"0xd4e", "Cortex-X3"},
    Name{"0xd4f", "Neoverse-V2"},
    Name{"0xd80", "Cortex-A520"},
    Name{"0xd81", "Cortex-A720"},
    Name{"0xd82", "Cortex-X4"},
    Name{"0xd84", "Neoverse-V3"},
    Name{"0xd8e", "Neoverse-N3"},
};

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

template <std::size_t N>
std::string_view nameOf(const std::array<Name, N>& names, std::string_view number)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const Name& name) { return name.number == number; });
    return found == names.end() ? std::string_view() : found->name;
}

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

std::string armCore(std::string_view implementer, std::string_view part)
{
    const std::string_view maker = nameOf(kImplementers, implementer);
    const std::string_view core = maker == "ARM" ? nameOf(kArmParts, part) : std::string_view();
    std::string text = maker.empty() ? "implementer " + std::string(implementer) : std::string(maker);
    return text + ' ' + (core.empty() ? "part " + std::string(part) : std::string(core));
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

std::string cpuModelFrom(std::string_view cpuinfo)
{
    const std::string_view name = cpuInfoValue(cpuinfo, "model name");
    // 32-bit and some vendors' arm kernels have a model name too, but one that names no core.
    if (!name.empty() && cpuInfoValue(cpuinfo, "CPU implementer").empty())
        return std::string(name);

    std::vector<std::string> cores;
    std::string_view implementer;
    forEachLine(cpuinfo, [&](std::string_view key, std::string_view value) {
        if (key == "CPU implementer")
            implementer = value;
        if (key == "CPU part") {
            const std::string core = armCore(implementer, value);
            if (std::find(cores.begin(), cores.end(), core) == cores.end())
                cores.push_back(core);
        }
        return true;
    });
    std::string text;
    for (const std::string& core : cores)
        text += (text.empty() ? "" : " + ") + core;
    const std::string_view board = cpuInfoValue(cpuinfo, "Model");
    if (board.empty())
        return text;
    return text.empty() ? std::string(board) : text.append(" (").append(board).append(")");
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
