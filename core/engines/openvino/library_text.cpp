#include "engines/openvino/library_text.h"

#include "base/refusal.h"

#include <dlfcn.h>
#include <openvino/core/version.hpp>

#include <algorithm>
#include <string_view>

namespace iotbench::engines {
namespace {

// Where in OpenVINO's sources it happened, and through whom it was passed on: lines that help no user.
bool isOrigin(std::string_view line)
{
    return line.empty() || line.starts_with("Exception from ") || line.starts_with("Check '");
}

} // namespace

Message openvinoReason(const std::exception& failure)
{
    if (const auto* refusal = dynamic_cast<const Refusal*>(&failure)) {
        return refusal->reason();
    }
    std::string reason;
    for (std::string_view rest = failure.what(); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (!isOrigin(line)) {
            reason += (reason.empty() ? "" : "; ") + std::string(line);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {TR("OpenVINO: %1"), {reason.empty() ? std::string(failure.what()) : reason}};
}

std::string openvinoVersion()
{
    const std::string_view build = ov::get_openvino_version().buildNumber;
    return std::string(build.substr(0, build.find('-')));
}

std::string loadedTbb()
{
    void* library = dlopen("libtbb.so.12", RTLD_LAZY | RTLD_NOLOAD);
    if (library == nullptr) {
        return {};
    }
    void* const symbol = dlsym(library, "TBB_runtime_version");
    std::string text;
    if (Dl_info where{}; symbol != nullptr && dladdr(symbol, &where) != 0) {
        const auto version = reinterpret_cast<const char* (*)()>(symbol);
        text = std::string("TBB ") + version() + " (" + where.dli_fname + ")";
    }
    dlclose(library); // gives back what the first line took; OpenVINO keeps it loaded
    return text;
}

} // namespace iotbench::engines
