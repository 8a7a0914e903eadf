#include "batch/output_options.h"

#include "reports/report_files.h"
#include "settings/settings_validation.h"

#include <filesystem>
#include <system_error>

namespace iotbench {
namespace {

namespace fs = std::filesystem;

// Of a path that cannot be looked up, the path itself.
fs::path placeOf(std::string_view file)
{
    std::error_code fault;
    fs::path place = fs::absolute(file, fault);
    if (!fault)
        place = fs::weakly_canonical(place, fault);
    return fault ? fs::path(file) : place;
}

// However it is written. A device, as /dev/null, takes what any number of options write.
bool isOneFile(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty() || a == kStandardOutput || b == kStandardOutput)
        return a == b && !a.empty();
    std::error_code fault;
    const fs::file_status status = fs::status(a, fault);
    return (!fs::exists(status) || fs::is_regular_file(status)) && placeOf(a) == placeOf(b);
}

} // namespace

bool OutputOptions::tellsEvents() const
{
    return progress == kEventsWord || json == kStandardOutput;
}

std::string twoOnOnePlace(std::span<const AskedOutput> outputs, const std::string& reportFolder)
{
    for (const AskedOutput& output : outputs)
        for (const char* name : kReportFiles)
            if (!reportFolder.empty() && isOneFile((fs::path(reportFolder) / name).string(), output.file))
                return std::string(output.option) + ' ' + std::string(output.file) + " is a file of --report "
                    + reportFolder + ": give it another place";
    for (std::size_t next = 0; next < outputs.size(); ++next)
        for (const AskedOutput& before : outputs.first(next))
            if (isOneFile(before.file, outputs[next].file))
                return std::string(before.option) + ' ' + std::string(before.file) + " and "
                    + std::string(outputs[next].option) + ' ' + std::string(outputs[next].file)
                    + (before.file == kStandardOutput
                            ? " both write to standard output: give one of them a file"
                            : " both write to one file: give each its own");
    return "";
}

OutputOptions outputOptionsIn(std::span<const std::string> arguments)
{
    OutputOptions options;
    const auto take = [&](const std::string& option, std::string& value) {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (arguments[i] == option && i + 1 < arguments.size())
                value = arguments[i + 1];
            else if (arguments[i].starts_with(option + '='))
                value = arguments[i].substr(option.size() + 1);
        }
    };
    take("--progress", options.progress);
    take("--json", options.json);
    return options;
}

} // namespace iotbench
