#include "machine/thermal_zones.h"

#include "base/text_file.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

namespace iotbench {
namespace {

constexpr double kColdestC = -60;
constexpr double kHottestC = 200;

} // namespace

std::vector<std::string> thermalFolders(const std::string& root, const std::string& prefix)
{
    std::vector<std::pair<unsigned, std::string>> found;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/sys/class/thermal", none)) {
        const std::string name = entry.path().filename();
        unsigned number = 0;
        if (name.starts_with(prefix)
            && std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number).ec
                == std::errc())
            found.emplace_back(number, entry.path());
    }
    std::ranges::sort(found);
    std::vector<std::string> folders;
    folders.reserve(found.size());
    for (auto& [number, path] : found)
        folders.push_back(std::move(path));
    return folders;
}

std::vector<ThermalZoneFile> thermalZoneFiles(const std::string& root)
{
    std::vector<ThermalZoneFile> zones;
    for (const std::string& folder : thermalFolders(root, "thermal_zone"))
        zones.push_back({readTextFile(folder + "/type"), NumberFile(folder + "/temp")});
    return zones;
}

std::optional<double> readTemperatureC(const NumberFile& file)
{
    const auto milli = file.read();
    const double degrees = static_cast<double>(milli.value_or(0)) / 1000;
    return milli && degrees > kColdestC && degrees < kHottestC ? std::optional(degrees) : std::nullopt;
}

} // namespace iotbench
