#include "batch/output_options.h"

#include "settings/settings_validation.h"

namespace iotbench {

bool OutputOptions::tellsEvents() const
{
    return progress == kEventsWord || json == kStandardOutput;
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
