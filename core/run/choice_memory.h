// What measurements have decided on this machine, kept in the user's cache folder so that the next start need
// not measure it again. One small JSON file a situation, whose name is a digest of all that the decision
// depends on: another processor, engine version or model is another situation.
//
// Nothing here is an error: what cannot be read is not remembered, what cannot be written is measured again.
// Two processes may share the folder, for a file is replaced as a whole. Thread-safe.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace iotbench {

struct RememberedChoice {
    std::string engine;
    unsigned workers = 0;
    unsigned batch = 0;
    double imagesPerS = 0; // of the engine alone; 0: it was not measured
    std::string hint; // the engine's, see engines::CompiledModel::hint()

    bool operator==(const RememberedChoice&) const = default;
};

class ChoiceMemory {
public:
    static constexpr std::size_t kMostChoices = 256; // the oldest go

    // An empty path: nothing is remembered.
    explicit ChoiceMemory(std::filesystem::path folder);

    // `situation`: all that the choice depends on, as text.
    std::optional<RememberedChoice> find(const std::string& situation) const;
    void keep(const std::string& situation, const RememberedChoice& choice) const;

private:
    std::filesystem::path fileOf(const std::string& situation) const;

    std::filesystem::path m_folder;
};

} // namespace iotbench
