// Every engine that this program could use, and why it cannot where it cannot: the built-in ones, and the
// loadable modules found in these folders, first come first served by name:
//   1. each folder of $IOTBENCH_ENGINE_PATH (colon-separated)
//   2. <folder of the executable>/../<libdir>/iotbench/engines   an installation, wherever its prefix was
//   moved to
//   3. <folder of the executable>/../engines                     a build tree
// A module is a file iotbench_engine_<name>.so, see kEngineEntryPoint in engine.h.
#pragma once

#include "base/result.h"
#include "engines/engine.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench::engines {

// One line of --list-engines.
struct EngineEntry {
    std::string name; // as --engine takes it; for a module that did not load, from its file name
    std::string origin; // "built in", or the module's path; "" where there is no module
    bool available = false;
    Message reason; // why it is not available; empty where it is
    std::string version; // of the library behind it; "" where not available, as the four below
    std::vector<Precision> precisions;
    std::vector<std::string> devices;
    std::vector<UnusableDevice> unusableDevices;
    bool needsModel = true;
};

std::vector<std::filesystem::path> engineModuleFolders();

// Built once, on one thread; find() and list() are thread-safe afterwards. The engines live as long as the
// registry; compiled models and sessions must be gone before it. Modules stay loaded until the process ends.
class EngineRegistry {
public:
    explicit EngineRegistry(std::span<const std::filesystem::path> moduleFolders = engineModuleFolders());
    ~EngineRegistry();
    EngineRegistry(const EngineRegistry&) = delete;
    EngineRegistry& operator=(const EngineRegistry&) = delete;

    // Built-in engines first, then modules by name, then those that could be there and are not.
    const std::vector<EngineEntry>& list() const { return m_entries; }

    // The error says why the engine cannot be used, or names the known ones.
    Result<Engine*> find(std::string_view name) const;

private:
    void add(std::unique_ptr<Engine> engine, std::string origin);
    void addModule(const std::filesystem::path& file);
    void addAbsent(std::string name, Message reason); // nothing where the name is taken

    std::vector<EngineEntry> m_entries;
    std::vector<std::unique_ptr<Engine>> m_engines; // beside m_entries; null where not available
};

} // namespace iotbench::engines
