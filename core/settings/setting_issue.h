// Why a setting cannot be as it was asked, so that a front-end can put it beside the field or behind the
// option.
#pragma once

#include "base/message.h"

#include <string>

namespace iotbench {

struct SettingIssue {
    std::string key; // of the settings table: "workers"
    Message reason; // reads on after the option's name: "takes a whole number from 0 to 1024, got \"-3\""

    Message option() const { return {TR("--%1 %2"), {key, reason}}; }
    std::string optionInEnglish() const { return option().english(); }
    bool operator==(const SettingIssue&) const = default;
};

} // namespace iotbench
