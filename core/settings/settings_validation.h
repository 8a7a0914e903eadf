// From what was asked to what will be done: rules between settings, and every choice that can be made
// beforehand.
#pragma once

#include "settings/setting_issue.h"
#include "settings/settings.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iotbench {

enum class AskedIn : std::uint8_t { ConfigFile, CommandLine };

// What the user said. `asked` names the settings that were given at all, as the default of some depends on
// others, and as an option that means nothing to the role is a mistake. The window leaves it empty.
struct AskedSettings {
    Settings values;
    std::map<std::string, AskedIn, std::less<>> asked; // by key of the settings table

    std::vector<Message> remarks; // on the files that were read

    bool has(std::string_view key) const { return asked.find(key) != asked.end(); }
};

// What a study varies from run to run.
struct LoadOfRun {
    double imagesPerSecond = 0; // 0: as fast as they are taken
    Pacing pacing = Pacing::Constant;
    std::uint64_t seed = 1;
    std::string report; // "" = none
    bool force = true;
};

// Settings of which validateSettings() has checked every rule and decided all that it can. Frozen, recorded
// in the report. Reading differs from Settings in these points:
//   totalImages   unset = unlimited (the default of 100 has been put in where it applies)
//   subtractMean  loopback with a float format: unset = what the model wants; otherwise decided
//   format        decided where we send; unset = detected for each stream where we receive or work
//   normalise     unset = what the card says (decided for `null` without a model: unit)
//   listen, connect  hosts decided; neither = standard input or output (loopback: its own socket)
//   streams, senders  decided, at least 1
//   engine, workers, batchSize  "auto" or 0 = open until the run is prepared
//   idleTimeoutS  0 = never (loopback and worker: always 0)
class EffectiveSettings {
public:
    const Settings& operator*() const { return m_values; }
    const Settings* operator->() const { return &m_values; }
    bool operator==(const EffectiveSettings& other) const { return m_values == other.m_values; }
    const Settings& requested() const { return m_requested; } // as asked for, before anything was decided

    // For the run, once the model is known and the engine measured. Only what is still open changes.
    EffectiveSettings withNormalisation(Normalisation normalise, bool subtractMean) const;
    EffectiveSettings withEngine(const std::string& engine, unsigned workers, unsigned batchSize) const;
    // For runs that are ended from outside: the default total is none of theirs.
    EffectiveSettings withoutEnd() const;
    // For one of the runs of a study, which ends it when it has seen enough and appends to no --csv.
    EffectiveSettings withLoad(const LoadOfRun& load) const;
    // For one of several runs of the same: appends to no --csv, and its report goes to this folder ("" =
    // none).
    EffectiveSettings withSeed(std::uint64_t seed, const std::string& report) const;

private:
    friend class SettingsValidation;
    EffectiveSettings(Settings values, Settings requested)
        : m_values(std::move(values))
        , m_requested(std::move(requested))
    {
    }

    Settings m_values;
    Settings m_requested;
};

struct ValidatedSettings {
    std::optional<EffectiveSettings> effective; // there if and only if `errors` is empty
    std::vector<SettingIssue> errors; // in the order of the table; every field at fault is named once
    std::vector<SettingIssue> warnings; // what was passed over, and what may surprise
};

// Says nothing of files, names of models and engines, or the network: the run does when it opens them.
ValidatedSettings validateSettings(const AskedSettings& asked);

inline constexpr const char* kAutoEngine = "auto";
inline constexpr const char* kNullEngine = "null";
inline constexpr const char* kStandardOutput = "-"; // in place of a file's name

} // namespace iotbench
