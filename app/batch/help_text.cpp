#include "batch/help_text.h"

#include "batch/program_options.h"
#include "run/settings_table.h"

#include <array>

namespace iotbench {
namespace {

constexpr std::size_t kOptionIndent = 2;
constexpr std::size_t kSentenceIndent = 10;

constexpr std::string_view kHead
    = "iotbench measures how fast and how rightly this machine classifies a stream of labelled images.";

constexpr std::string_view kUsage = "Usage: iotbench [OPTION]...           opens the window, filled in\n"
                                    "       iotbench --batch [OPTION]...   runs without a window\n";

constexpr std::string_view kReading = "Roles in brackets are those that an option applies to; without "
                                      "brackets, all. Numbers are written plainly: "
                                      "1000, 2.5.";

constexpr std::string_view kExamples
    = "Examples\n"
      "  An embedded sender and receiver, then a receiver and a sender for nc:\n"
      "    iotbench --batch -m resnet20 -i 1000 -t 10000\n"
      "    nc -lk 10000 | iotbench --batch --role receive -m resnet20 -r 1000\n"
      "    iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 10000\n"
      "  The same without nc, and a file of CIFAR-10 records sent to it:\n"
      "    iotbench --batch --role receive --listen 10000 -m model.h5\n"
      "    nc -N 127.0.0.1 10000 < test_batch.bin\n";

struct ExitCode {
    const char* code;
    const char* meaning;
};
constexpr std::array kExitCodes = std::to_array<ExitCode>({
    {"0", "the result is valid or weak"},
    {"1", "the run failed"},
    {"2", "the command line is wrong"},
    {"3", "the result is invalid; with --strict, or weak"},
    {"4", "a gate was missed"},
    {"130", "interrupted"},
});

// "  -m, --modelPath MODEL"
std::string optionLine(std::string_view name, char letter, std::string_view value)
{
    std::string line(kOptionIndent, ' ');
    if (letter != 0)
        line.append({'-', letter, ',', ' '});
    else
        line.append("    ");
    line.append("--").append(name);
    if (!value.empty())
        line.append(" ").append(value);
    return line.append("\n");
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

std::string settingsOf(SettingGroup group, std::size_t width)
{
    std::string text = std::string(groupTitle(group)) + "\n";
    for (const Setting& setting : settingsTable()) {
        if (setting.group != group)
            continue;
        text += optionLine(setting.key, setting.letter, setting.valueText());
        if (setting.kind() == SettingKind::TriState)
            text += optionLine(std::string("no-") + setting.key, 0, "");
        text += wrapped(sentencesOf(setting), kSentenceIndent, width);
    }
    return text;
}

} // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width)
{
    std::string lines;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        if (column > 0 && column + 1 + word.size() > width) {
            lines += '\n';
            column = 0;
        }
        if (column == 0) {
            lines.append(indent, ' ');
            column = indent;
        } else {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += word.size();
    }
    return column > 0 ? lines + '\n' : lines;
}

std::string helpText(std::size_t width)
{
    std::string text = wrapped(kHead, 0, width);
    text.append("\n").append(kUsage).append("\n").append(wrapped(kReading, 0, width));
    for (std::size_t group = 0; group < kSettingGroupCount; ++group)
        text.append("\n").append(settingsOf(static_cast<SettingGroup>(group), width));

    text.append("\nThe program\n");
    for (const ProgramOption& option : programOptions()) {
        text.append(optionLine(option.name, option.letter, option.valueName));
        text.append(wrapped(option.help, kSentenceIndent, width));
    }

    text.append("\n").append(kExamples).append("\nExit codes\n");
    for (const ExitCode& exitCode : kExitCodes) {
        std::string code = exitCode.code;
        code.resize(5, ' ');
        text.append("  ").append(code).append(exitCode.meaning).append("\n");
    }
    return text;
}

} // namespace iotbench
