#include "batch/completion.h"

#include "batch/program_options.h"
#include "settings/settings_table.h"
#include "settings/settings_validation.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace iotbench {
namespace {

// What follows an option.
enum class Completed { Nothing, Words, Files, Folders, Models, Engines };

struct CompletedOption {
    std::vector<std::string> names; // "-m", "--modelPath"
    std::string value; // "MODEL"; "" = a flag
    std::string help;
    std::string words = {}; // that stand for a value: "tcp memory", "max"
    Completed what = Completed::Nothing;
};

std::vector<std::string> namesOf(std::string_view name, char letter)
{
    std::vector<std::string> names;
    if (letter != 0)
        names.push_back({'-', letter});
    names.push_back("--" + std::string(name));
    return names;
}

// The value's name says what it is: "a|b" lists words, "FILE" is a file.
void decideValue(CompletedOption& option)
{
    const std::string& value = option.value;
    if (value.find('|') != std::string::npos && value.find("FILE") == std::string::npos) {
        option.what = Completed::Words;
        option.words = value;
        std::ranges::replace(option.words, '|', ' ');
    } else if (value.find("FILE") != std::string::npos)
        option.what = Completed::Files;
    else if (value == "DIR")
        option.what = Completed::Folders;
    else if (value == "MODEL")
        option.what = Completed::Models;
    else if (option.names.back() == "--engine")
        option.what = Completed::Engines;
    else if (!option.words.empty())
        option.what = Completed::Words;
}

CompletedOption completed(const Setting& setting)
{
    CompletedOption option{namesOf(setting.key, setting.letter), setting.valueText(), setting.help};
    option.words = setting.field == SettingField(&Settings::engine) ? kAutoEngine : setting.zeroWord;
    return option;
}

std::vector<CompletedOption> completedOptions()
{
    std::vector<CompletedOption> options;
    for (const Setting& setting : settingsTable()) {
        options.push_back(completed(setting));
        if (setting.kind() == SettingKind::TriState)
            options.push_back({{std::string("--no-") + setting.key}, {}, setting.help});
    }
    for (const ProgramOption& option : programOptions())
        options.push_back({namesOf(option.name, option.letter), option.valueName, option.help});
    std::ranges::for_each(options, decideValue);
    return options;
}

std::string bashAction(const CompletedOption& option)
{
    switch (option.what) {
    case Completed::Files:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";
    case Completed::Folders:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$current\")";
    case Completed::Models:
        return "compopt -o filenames\n"
               "        mapfile -t COMPREPLY < <(compgen -f -W \"$(_iotbench_names --list-models)\" -- "
               "\"$current\")";
    case Completed::Engines:
        return "mapfile -t COMPREPLY < <(compgen -W \"$(_iotbench_names --list-engines) " + option.words
            + "\" -- \"$current\")";
    case Completed::Words:
        return "mapfile -t COMPREPLY < <(compgen -W '" + option.words + "' -- \"$current\")";
    case Completed::Nothing:
        break;
    }
    return "";
}

// In single quotes, within the brackets or behind a colon of an _arguments specification.
std::string zshText(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\'')
            result += "'\\'";
        else if (c == '[' || c == ']' || c == ':' || c == '\\')
            result += '\\';
        result += c;
    }
    return result;
}

std::string zshAction(const CompletedOption& option)
{
    switch (option.what) {
    case Completed::Words:
        return "(" + option.words + ")";
    case Completed::Files:
        return "_files";
    case Completed::Folders:
        return "_files -/";
    case Completed::Models:
        return "{_alternative \"names:model:($(_iotbench_names --list-models))\" \"files:file:_files\"}";
    case Completed::Engines:
        return "($(_iotbench_names --list-engines) " + option.words + ")";
    case Completed::Nothing:
        break;
    }
    return " ";
}

// The first column of a listing's table, without its head.
constexpr std::string_view kNamesFunction
    = "_iotbench_names()\n{\n    iotbench --batch \"$1\" 2>/dev/null | sed -n '2,/^$/s/ .*//p'\n}\n";

} // namespace

std::string bashCompletion()
{
    std::string script = "# Completion of iotbench for bash: iotbench --print-completion bash\n";
    script.append(kNamesFunction);
    script += "_iotbench()\n{\n"
              "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
              "    COMPREPLY=()\n    case $previous in\n";
    std::string all;
    for (const CompletedOption& option : completedOptions()) {
        std::string pattern;
        for (const std::string& name : option.names) {
            pattern += (pattern.empty() ? "" : " | ") + name;
            all += (all.empty() ? "" : " ") + name;
        }
        if (option.value.empty())
            continue;
        script += "    " + pattern + ")\n";
        if (option.what != Completed::Nothing)
            script += "        " + bashAction(option) + "\n";
        script += "        return\n        ;;\n";
    }
    return script + "    esac\n    mapfile -t COMPREPLY < <(compgen -W '" + all
        + "' -- \"$current\")\n}\ncomplete -F _iotbench iotbench\n";
}

std::string zshCompletion()
{
    std::string script
        = "#compdef iotbench\n# Completion of iotbench for zsh: iotbench --print-completion zsh\n";
    script.append(kNamesFunction);
    script += "_arguments -s \\\n";
    for (const CompletedOption& option : completedOptions()) {
        std::string exclusive;
        std::string names;
        for (const std::string& name : option.names) {
            exclusive += (exclusive.empty() ? "" : " ") + name;
            names += (names.empty() ? "" : ",") + name;
        }
        const bool several = option.names.size() > 1;
        script += "    '(" + exclusive + ")'" + (several ? "{" + names + "}" : names) + "'["
            + zshText(option.help) + "]";
        if (!option.value.empty())
            script += ":" + zshText(option.value) + ":" + zshAction(option);
        script += "' \\\n";
    }
    script.erase(script.size() - 3, 2);
    return script;
}

} // namespace iotbench
