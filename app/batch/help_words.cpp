#include "batch/help_words.h"

#include <array>

namespace iotbench {
namespace {

constexpr std::array kExitCodes = std::to_array<ExitCode>({
    {"0", "the result is valid or weak"},
    {"1", "the run failed"},
    {"2", "the command line is wrong, or its port or device cannot be had"},
    {"3", "the result is invalid; with --strict, or weak"},
    {"4", "a pass criterion was missed"},
    {"130", "interrupted"},
});

} // namespace

std::span<const ExitCode> exitCodes()
{
    return kExitCodes;
}

std::string sentencesOf(const Setting& setting)
{
    std::string sentences = setting.help;
    const bool flag = setting.kind() == SettingKind::Flag;
    if (const std::string byDefault = setting.defaultText(); !byDefault.empty() && !flag)
        sentences += " Default: " + byDefault + ".";
    if (setting.roles != Everywhere)
        sentences += " [" + roleNames(setting.roles) + "]";
    return sentences;
}

} // namespace iotbench
