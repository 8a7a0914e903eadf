// Why a setting cannot be as it was asked, in words that a front-end can translate and put beside the field.
#pragma once

#include <string>
#include <vector>

namespace iotbench {

struct SettingIssue {
    std::string key;                    // of the settings table: "workers"; "" where it is about a file as a whole
    const char* reason = "";            // English, a static string with %1, %2 … for the arguments; reads on after
                                        // the option's name: "takes a whole number from %1 to %2, got \"%3\""
    std::vector<std::string> arguments; // UTF-8

    std::string reasonInEnglish() const; // with the arguments in place
    std::string optionInEnglish() const; // "--workers takes …", as the command line says it
};

} // namespace iotbench
