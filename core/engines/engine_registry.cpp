#include "engines/engine_registry.h"

#include "base/data_files.h"
#include "engines/modules/engine_module.h"
#include "engines/null/null_engine.h"
#include "engines/opencv/opencv_engine.h"

#include <algorithm>
#include <cstdlib>
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

bool EngineEntry::supports(Precision precision) const
{
    return std::ranges::find(precisions, precision) != precisions.end();
}

struct EngineRegistry::Place {
    explicit Place(std::string engineName)
        : name(std::move(engineName))
    {
    }

    void take(std::unique_ptr<Engine> created, std::string origin)
    {
        EngineEntry entry;
        entry.name = name;
        entry.origin = std::move(origin);
        entry.available = true;
        entry.version = created->version();
        entry.precisions = created->precisions();
        entry.devices = created->devices();
        entry.unusableDevices = created->unusableDevices();
        entry.needsModel = created->needsModel();
        entries.push_back(std::move(entry));
        engine = std::move(created);
    }

    void refuse(std::string origin, Message reason)
    {
        EngineEntry entry;
        entry.name = name;
        entry.origin = std::move(origin);
        entry.reason = std::move(reason);
        entries.push_back(std::move(entry));
    }

    void load()
    {
        std::call_once(once, [this] {
            for (const auto& file : files) {
                Result<std::unique_ptr<Engine>> module = loadEngineModule(file);
                if (!module)
                    refuse(file.string(), module.error());
                else if ((*module)->name() != name)
                    refuse(file.string(),
                        {TR("calls its engine \"%1\", which is not the file's name"), {(*module)->name()}});
                else
                    return take(std::move(*module), file.string());
            }
        });
    }

    const std::string name;
    std::vector<std::filesystem::path> files; // modules, until one of them is available
    std::once_flag once;
    std::vector<EngineEntry> entries; // of the files that were tried, or of what is built in or absent
    std::unique_ptr<Engine> engine; // null: not available
};

EngineRegistry::EngineRegistry(std::span<const std::filesystem::path> moduleFolders)
{
    for (auto create : {createOpencvEngine, createNullEngine}) {
        std::unique_ptr<Engine> engine = create();
        Place& place = placeOf(engine->name());
        place.take(std::move(engine), "built in");
    }
    for (const auto& folder : moduleFolders)
        for (const auto& file : moduleFiles(folder))
            if (Place& place = placeOf(moduleName(file)); !place.engine)
                place.files.push_back(file);
    const auto absent = [this](const char* name, Message reason) {
        if (Place& place = placeOf(name); place.files.empty())
            place.refuse("", std::move(reason));
    };
    absent("openvino",
        TR("this program was built without OpenVINO: build it with installer/run.sh --with-openvino"));
    absent("onnxruntime",
        TR("this program was built without ONNX Runtime: build it with installer/run.sh --with-onnxruntime"));
}

EngineRegistry::~EngineRegistry() = default;

EngineRegistry::Place& EngineRegistry::placeOf(const std::string& name)
{
    const auto found = std::ranges::find(m_places, name, [](const auto& place) { return place->name; });
    return found != m_places.end() ? **found : *m_places.emplace_back(std::make_unique<Place>(name));
}

const EngineRegistry::Place* EngineRegistry::loaded(std::string_view name) const
{
    const auto found = std::ranges::find(m_places, name, [](const auto& place) { return place->name; });
    if (found == m_places.end())
        return nullptr;
    (*found)->load();
    return found->get();
}

const std::vector<EngineEntry>& EngineRegistry::list() const
{
    std::call_once(m_listed, [this] {
        for (const auto& place : m_places) {
            place->load();
            m_list.insert(m_list.end(), place->entries.begin(), place->entries.end());
        }
    });
    return m_list;
}

const EngineEntry* EngineRegistry::entry(std::string_view name) const
{
    const Place* const place = loaded(name);
    return place ? &place->entries.back() : nullptr; // after one that is available none was tried
}

Result<Engine*> EngineRegistry::find(std::string_view name) const
{
    if (const Place* const place = loaded(name)) {
        if (place->engine)
            return place->engine.get();
        Message refused;
        for (const EngineEntry& entry : place->entries)
            refused = listed(std::move(refused), TR("%1; %2"),
                entry.origin.empty() ? entry.reason : Message(TR("%1 %2"), {entry.origin, entry.reason}));
        return Error{TR("engine \"%1\" is not available; %2"), {name, refused}};
    }
    std::string available;
    for (const EngineEntry& entry : list())
        if (entry.available)
            available += (available.empty() ? "" : ", ") + entry.name;
    return Error{TR("there is no engine \"%1\"; available: %2"), {name, available}};
}

std::vector<Engine*> EngineRegistry::supporting(Precision precision) const
{
    std::vector<Engine*> engines;
    for (const EngineEntry& entry : list())
        if (entry.available && entry.needsModel && entry.supports(precision))
            engines.push_back(loaded(entry.name)->engine.get());
    return engines;
}

} // namespace iotbench::engines
