// What measurements have decided on this machine, remembered from start to start (run/fact_memory.h).
#pragma once

#include "run/fact_memory.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

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
    // An empty path: nothing is remembered.
    explicit ChoiceMemory(std::filesystem::path folder)
        : m_facts(std::move(folder))
    {
    }

    // `situation`: all that the choice depends on, as text.
    std::optional<RememberedChoice> find(const std::string& situation) const;
    void keep(const std::string& situation, const RememberedChoice& choice) const;

private:
    FactMemory m_facts;
};

} // namespace iotbench
