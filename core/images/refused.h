// Why a file is not taken, in the words shown to the user. Private to this room.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <utility>

namespace iotbench {

inline Error refused(const std::filesystem::path& file, Message reason)
{
    return Error{TR("%1: %2"), {file, std::move(reason)}};
}

} // namespace iotbench
