// --sweep KEY=VALUES: one setting, and what it is to be in turn.
#pragma once

#include "base/result.h"
#include "settings/settings_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

struct SweptSetting {
    static constexpr std::size_t kMostValues = 1'024;

    const Setting* setting = nullptr;
    // As --KEY takes them, each once; kEveryValue alone where the lists of engines and models know them.
    std::vector<std::string> values;

    std::string valuesText() const; // "1,2,4"
    std::string text() const { return std::string(setting->key) + '=' + valuesText(); }
};

inline constexpr const char* kEveryValue = "all";

// "engine=all", "precision=fp32,int8", "workers=1-4,8". The error is a usage error, one sentence.
Result<SweptSetting> sweptSetting(std::string_view text);

} // namespace iotbench
