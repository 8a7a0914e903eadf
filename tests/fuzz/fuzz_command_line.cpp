// Any words as a command line: words, or a task with settings that keep to their ranges. Files that it would
// name are not read: --config is left out.
#include "require.h"

#include "batch/command_line.h"
#include "settings/settings_table.h"

#include <algorithm>
#include <vector>

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text = test::asText(data, size);
    if (text.find("config") != std::string_view::npos) {
        return -1; // not into the corpus
    }
    std::vector<std::string> arguments;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        arguments.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const auto commandLine = parseCommandLine(arguments);
    if (!commandLine) {
        test::require(!commandLine.error().english().empty());
        return 0;
    }
    for (const Setting& setting : settingsTable()) {
        test::require(!rangeIssue(setting, commandLine->asked.values));
    }
    const ValidatedSettings validated = validateSettings(commandLine->asked);
    test::require(validated.effective.has_value() == validated.errors.empty());
    return 0;
}
