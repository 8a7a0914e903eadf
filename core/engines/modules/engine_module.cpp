#include "engines/modules/engine_module.h"

#include <dlfcn.h>

#include <algorithm>
#include <string_view>
#include <system_error>

namespace iotbench::engines {
namespace {

constexpr std::string_view kPrefix = "iotbench_engine_";
constexpr std::string_view kSuffix = ".so";

Message lastLoaderError()
{
    const char* text = dlerror();
    return text != nullptr ? verbatim(text) : TR("the dynamic loader gives no reason");
}

} // namespace

std::vector<std::filesystem::path> moduleFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
        if (!moduleName(entry.path()).empty()) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string moduleName(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    if (name.size() <= kPrefix.size() + kSuffix.size() || !name.starts_with(kPrefix)
        || !name.ends_with(kSuffix)) {
        return {};
    }
    return name.substr(kPrefix.size(), name.size() - kPrefix.size() - kSuffix.size());
}

Result<std::unique_ptr<Engine>> loadEngineModule(const std::filesystem::path& file)
{
    // RTLD_NOW: a library that is missing shows here and not in the middle of a run. The handle is dropped on
    // purpose: engines leave threads and thread-local destructors behind, so a module is never unloaded.
    void* module = dlopen(std::filesystem::absolute(file).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) {
        return Error{TR("cannot be loaded: %1"), {lastLoaderError()}};
    }
    using EntryPoint = const ModuleDescription* (*)();
    const auto entryPoint = reinterpret_cast<EntryPoint>(dlsym(module, kEngineEntryPoint));
    if (entryPoint == nullptr) {
        return Error{TR("is not an engine: exports no function %1"), {kEngineEntryPoint}};
    }
    const ModuleDescription* description = entryPoint();
    if (description == nullptr || description->abiTag == nullptr) {
        return Error{TR("describes no engine")};
    }
    if (std::string_view(description->abiTag) != kEngineAbiTag) {
        return Error{TR("was built for another interface (\"%1\", this program has \"%2\"): rebuild it with "
                        "this version of iotbench"),
            {description->abiTag, kEngineAbiTag}};
    }
    Message reason;
    std::unique_ptr<Engine> engine(description->createEngine(&reason));
    if (!engine) {
        return Error{reason.empty() ? Message(TR("cannot run here and gives no reason")) : std::move(reason)};
    }
    return engine;
}

} // namespace iotbench::engines
