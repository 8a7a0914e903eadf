// Any text as a file of settings: words, or settings that are read back as they are written.
#include "require.h"

#include "settings/settings_json.h"
#include "settings/settings_table.h"

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    AskedSettings asked;
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto error = readSettings(json, "settings.json", asked)) {
        test::require(!error->message.english().empty());
        return 0;
    }
    for (const Setting& setting : settingsTable()) {
        test::require(!rangeIssue(setting, asked.values));
    }
    const ValidatedSettings validated = validateSettings(asked);
    test::require(validated.effective.has_value() == validated.errors.empty());
    AskedSettings again;
    test::require(!readSettings(dumpSettings(asked.values), "settings.json", again));
    return 0;
}
