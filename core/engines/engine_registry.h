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
#include <mutex>
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

    bool supports(Precision precision) const;
};

std::vector<std::filesystem::path> engineModuleFolders();

// A module is loaded when it is first asked for, as the library behind it may take a tenth of a second, and
// stays loaded until the process ends. Thread-safe. The engines live as long as the registry; compiled models
// and sessions must be gone before it.
class EngineRegistry {
public:
    // Looks for modules, and loads none.
    explicit EngineRegistry(std::span<const std::filesystem::path> moduleFolders = engineModuleFolders());
    ~EngineRegistry();
    EngineRegistry(const EngineRegistry&) = delete;
    EngineRegistry& operator=(const EngineRegistry&) = delete;

    // Loads every module. Built-in engines first, then modules as they were found, then those that could be
    // there and are not.
    const std::vector<EngineEntry>& list() const;

    // Loads the modules of this name alone. Null where there is none; the one that is available where there
    // are several.
    const EngineEntry* entry(std::string_view name) const;

    // The same; the error says why the engine cannot be used, or names the known ones.
    Result<Engine*> find(std::string_view name) const;

    // Those that are available, take a model and support `precision`, in the order of the list. Loads every
    // module.
    std::vector<Engine*> supporting(Precision precision) const;

private:
    // One name: its engine, once it was asked for.
    struct Place;

    Place& placeOf(const std::string& name); // a new one where there is none
    const Place* loaded(std::string_view name) const; // null: no such name

    std::vector<std::unique_ptr<Place>> m_places; // in the order of the list
    mutable std::vector<EngineEntry> m_list;
    mutable std::once_flag m_listed;
};

} // namespace iotbench::engines
