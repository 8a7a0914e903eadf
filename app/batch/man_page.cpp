#include "batch/man_page.h"

#include "batch/help_words.h"
#include "batch/program_options.h"

namespace iotbench {
namespace {

// Text that no macro is read in: a hyphen that can be copied as one, no control character at a line's start.
std::string escaped(std::string_view text)
{
    std::string result;
    bool lineStart = true;
    for (const char c : text) {
        if (lineStart && (c == '.' || c == '\''))
            result += "\\&";
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
        lineStart = c == '\n';
    }
    return result;
}

// ".TP" and the names in bold, the value in italics, then the sentences.
std::string entry(std::string_view names, std::string_view value, std::string_view sentences)
{
    std::string text = ".TP\n\\fB" + escaped(names) + "\\fR";
    if (!value.empty())
        text += " \\fI" + escaped(value) + "\\fR";
    return text + '\n' + escaped(sentences) + '\n';
}

std::string shownNames(std::string_view name, char letter)
{
    std::string names;
    if (letter != 0)
        names.append({'-', letter, ',', ' '});
    return names.append("--").append(name);
}

std::string settingsOf(SettingGroup group)
{
    std::string text = ".SS " + std::string(groupTitle(group)) + '\n';
    for (const Setting& setting : settingsTable()) {
        if (setting.group != group)
            continue;
        std::string names = shownNames(setting.key, setting.letter);
        if (setting.kind() == SettingKind::TriState)
            names += std::string(", --no-") + setting.key;
        text += entry(names, setting.valueText(), sentencesOf(setting));
    }
    return text;
}

} // namespace

std::string manPage(std::string_view version)
{
    std::string page = ".TH IOTBENCH 1 \"\" \"iotbench " + std::string(version) + "\" \"User Commands\"\n";
    page += ".SH NAME\niotbench \\- classify a stream of labelled images, and measure how fast and how "
            "accurately\n"
            ".SH SYNOPSIS\n.B iotbench\n[\\fIOPTION\\fR]...\n.br\n.B iotbench "
            "\\-\\-batch\n[\\fIOPTION\\fR]...\n"
            ".SH DESCRIPTION\n";
    page += escaped(kPurpose)
        + "\nWithout \\fB\\-\\-batch\\fR it opens a window, filled in with the options.\n.PP\n"
        + escaped(kReading) + "\n.SH OPTIONS\n";
    for (std::size_t group = 0; group < kSettingGroupCount; ++group)
        page += settingsOf(static_cast<SettingGroup>(group));
    page += ".SS The program\n";
    for (const ProgramOption& option : programOptions())
        page += entry(shownNames(option.name, option.letter), option.valueName, option.help);
    page += ".SH EXIT STATUS\n";
    for (const ExitCode& exitCode : exitCodes())
        page += entry(exitCode.code, "", exitCode.meaning);
    page += ".SH ENVIRONMENT\n";
    page += entry("NO_COLOR", "", "Set to anything, it keeps colours out of the terminal.");
    page += entry(
        "IOTBENCH_DATA_DIR", "", "The folder of the bundled images and models, before the usual ones.");
    page += entry("IOTBENCH_ENGINE_PATH", "", "Folders in which loadable engines are looked for.");
    page += ".SH EXAMPLES\n.nf\n" + escaped(kExamples) + ".fi\n.SH SEE ALSO\n.BR nc (1)\n";
    return page;
}

} // namespace iotbench
