// The thermometers of the kernel's thermal framework.
// https://docs.kernel.org/driver-api/thermal/sysfs-api.html
#pragma once

#include "machine/number_file.h"

#include <optional>
#include <string>
#include <vector>

namespace iotbench {

struct ThermalZoneFile {
    std::string type; // "cpu-thermal"
    NumberFile temperature;
};
std::vector<ThermalZoneFile> thermalZoneFiles(const std::string& root); // in the order of their numbers

// Empty while the sensor is off: its file cannot be read then, or holds what is no temperature of a machine
// that runs (NVIDIA's boards tell -256 °C of a part without power).
std::optional<double> readTemperatureC(const NumberFile& file);

// The folders /sys/class/thermal/PREFIX0, PREFIX1, …, in the order of their numbers, which may have gaps.
std::vector<std::string> thermalFolders(const std::string& root, const std::string& prefix);

} // namespace iotbench
