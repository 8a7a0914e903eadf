#include "engines/engine_registry.h"

#include "base/data_files.h"
#include "engines/modules/engine_module.h"
#include "engines/null/null_engine.h"
#include "engines/opencv/opencv_engine.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace iotbench::engines {

std::vector<std::filesystem::path> engineModuleFolders()
{
    std::vector<std::filesystem::path> folders;
    if (const char* asked = std::getenv("IOTBENCH_ENGINE_PATH"); asked != nullptr) {
        for (std::string_view rest = asked; !rest.empty();) {
            const std::size_t colon = std::min(rest.find(':'), rest.size());
            if (colon > 0) {
                folders.emplace_back(rest.substr(0, colon));
            }
            rest.remove_prefix(std::min(colon + 1, rest.size()));
        }
    }
    if (const auto here = executableFolder(); !here.empty()) {
        folders.push_back(here.parent_path() / IOTBENCH_LIBRARY_FOLDER / "iotbench" / "engines");
        folders.push_back(here.parent_path() / "engines");
    }
    return folders;
}

EngineRegistry::EngineRegistry(std::span<const std::filesystem::path> moduleFolders)
{
    add(createOpencvEngine(), "built in");
    add(createNullEngine(), "built in");
    for (const auto& folder : moduleFolders) {
        for (const auto& file : moduleFiles(folder)) {
            addModule(file);
        }
    }
    addAbsent("openvino",
        TR("this program was built without OpenVINO: build it with installer/run.sh --with-openvino"));
    addAbsent("onnxruntime",
        TR("this program was built without ONNX Runtime: build it with installer/run.sh --with-onnxruntime"));
}

EngineRegistry::~EngineRegistry() = default;

void EngineRegistry::add(std::unique_ptr<Engine> engine, std::string origin)
{
    EngineEntry entry;
    entry.name = engine->name();
    entry.origin = std::move(origin);
    entry.available = true;
    entry.version = engine->version();
    entry.precisions = engine->precisions();
    entry.devices = engine->devices();
    entry.unusableDevices = engine->unusableDevices();
    entry.needsModel = engine->needsModel();
    m_entries.push_back(std::move(entry));
    m_engines.push_back(std::move(engine));
}

void EngineRegistry::addModule(const std::filesystem::path& file)
{
    const std::string name = moduleName(file);
    const auto known = [&](const EngineEntry& entry) { return entry.name == name && entry.available; };
    if (std::any_of(m_entries.begin(), m_entries.end(), known)) {
        return; // an earlier folder has it
    }
    Result<std::unique_ptr<Engine>> engine = loadEngineModule(file);
    if (engine && (*engine)->name() == name) {
        add(std::move(*engine), file.string());
        return;
    }
    EngineEntry entry;
    entry.name = name;
    entry.origin = file.string();
    entry.reason = engine
        ? Message(TR("calls its engine \"%1\", which is not the file's name"), {(*engine)->name()})
        : engine.error();
    m_entries.push_back(std::move(entry));
    m_engines.push_back(nullptr);
}

void EngineRegistry::addAbsent(std::string name, Message reason)
{
    const auto known = [&](const EngineEntry& entry) { return entry.name == name; };
    if (std::none_of(m_entries.begin(), m_entries.end(), known)) {
        EngineEntry entry;
        entry.name = std::move(name);
        entry.reason = std::move(reason);
        m_entries.push_back(std::move(entry));
        m_engines.push_back(nullptr);
    }
}

Result<Engine*> EngineRegistry::find(std::string_view name) const
{
    std::string available;
    Message refused;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const EngineEntry& entry = m_entries[i];
        if (entry.name == name && entry.available) {
            return m_engines[i].get();
        }
        if (entry.name == name) {
            const Message why
                = entry.origin.empty() ? entry.reason : Message(TR("%1 %2"), {entry.origin, entry.reason});
            refused = listed(std::move(refused), TR("%1; %2"), why);
        } else if (entry.available) {
            available += (available.empty() ? "" : ", ") + entry.name;
        }
    }
    if (!refused.empty()) {
        return Error{TR("engine \"%1\" is not available; %2"), {name, refused}};
    }
    return Error{TR("there is no engine \"%1\"; available: %2"), {name, available}};
}

} // namespace iotbench::engines
