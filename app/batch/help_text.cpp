#include "batch/help_text.h"

#include "batch/help_words.h"
#include "batch/program_options.h"
#include "settings/settings_table.h"

namespace iotbench {
namespace {

constexpr std::size_t kOptionIndent = 2;
constexpr std::size_t kSentenceIndent = 10;

constexpr std::string_view kUsage = "Usage: iotbench [OPTION]...           opens the window, filled in\n"
                                    "       iotbench --batch [OPTION]...   runs without a window\n";

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
    std::string text = wrapped(kPurpose, 0, width);
    text.append("\n").append(kUsage).append("\n").append(wrapped(kReading, 0, width));
    for (std::size_t group = 0; group < kSettingGroupCount; ++group)
        text.append("\n").append(settingsOf(static_cast<SettingGroup>(group), width));

    text.append("\nThe program\n");
    for (const ProgramOption& option : programOptions()) {
        text.append(optionLine(option.name, option.letter, option.valueName));
        text.append(wrapped(option.help, kSentenceIndent, width));
    }

    text.append("\n").append("Examples\n").append(kExamples).append("\nExit codes\n");
    for (const ExitCode& exitCode : exitCodes()) {
        std::string code = exitCode.code;
        code.resize(5, ' ');
        text.append("  ").append(code).append(exitCode.meaning).append("\n");
    }
    return text;
}

} // namespace iotbench
