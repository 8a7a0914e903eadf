// Why a file is not taken, in the words shown to the user. Private to this room.
#pragma once

#include "base/result.h"

#include <filesystem>

namespace iotbench {

inline Error refused(const std::filesystem::path& file, const std::string& reason)
{
    return Error{file.string() + ": " + reason};
}

} // namespace iotbench
