#include "base/data_files.h"

#include "base/source_tree.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace iotbench {

namespace fs = std::filesystem;

namespace {

struct DataPlace {
    fs::path resources;
    fs::path models;
};

std::vector<DataPlace> dataPlaces()
{
    std::vector<DataPlace> places;
    const auto addInstalled = [&places](const fs::path& folder) {
        places.push_back({folder, folder / "models"});
    };

    if (const char* asked = std::getenv("IOTBENCH_DATA_DIR"); asked && *asked)
        addInstalled(asked);
    if (const fs::path folder = executableFolder(); !folder.empty())
        addInstalled(folder.parent_path() / "share" / "iotbench");
    if (const fs::path source = kSourceTree; !source.empty())
        places.push_back({source / "resources", source / "models"});
    return places;
}

// The folder that a variable names, else one in the user's home. A relative path counts as none, says the
// specification.
fs::path userFolder(const char* variable, const char* inHome)
{
    if (const char* named = std::getenv(variable); named && *named == '/')
        return fs::path(named) / "iotbench";
    const char* const home = std::getenv("HOME");
    return home && *home == '/' ? fs::path(home) / inHome / "iotbench" : fs::path();
}

} // namespace

fs::path executableFolder()
{
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

Result<fs::path> resourceFile(std::string_view name)
{
    std::string looked;
    for (const DataPlace& place : dataPlaces()) {
        fs::path file = place.resources / name;
        std::error_code ignored;
        if (fs::is_regular_file(file, ignored))
            return file;
        looked += (looked.empty() ? "" : ", ") + place.resources.string();
    }
    return Error{
        TR("data file '%1' not found; looked in %2 (set IOTBENCH_DATA_DIR to the folder that holds it)"),
        {name, looked}};
}

std::vector<fs::path> modelFolders()
{
    std::vector<fs::path> folders;
    for (DataPlace& place : dataPlaces()) {
        std::error_code ignored;
        if (fs::is_directory(place.models, ignored))
            folders.push_back(std::move(place.models));
    }
    std::error_code ignored;
    if (fs::path own = userModelFolder(); fs::is_directory(own, ignored))
        folders.push_back(std::move(own));
    return folders;
}

fs::path userModelFolder()
{
    const fs::path folder = userFolder("XDG_DATA_HOME", ".local/share");
    return folder.empty() ? folder : folder / "models";
}

fs::path userCacheFolder()
{
    return userFolder("XDG_CACHE_HOME", ".cache");
}

} // namespace iotbench
