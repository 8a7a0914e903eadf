// Where the files that come with the program lie: the test set, the training pixel mean, the models.
//
// Places, in order; each that exists is looked in:
//   1. $IOTBENCH_DATA_DIR                       laid out as an installation: cifar10/, models/
//   2. <folder of the executable>/../share/iotbench   an installation, wherever its prefix was moved to
//   3. the source tree                          resources/ and models/, for builds run in place
// Thread-safe as long as nobody changes the environment meanwhile. Nothing is cached.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace iotbench {

// The folder of the running executable, symbolic links resolved; empty where the system does not tell.
std::filesystem::path executableFolder();

// The first existing file called `name` ("cifar10/test_set.png") in the places above. The error names the
// file and every place looked in.
Result<std::filesystem::path> resourceFile(std::string_view name);

// The existing folders that hold models and their cards, the one to prefer first; the user's own cards come
// last.
std::vector<std::filesystem::path> modelFolders();

// Where the user's own are, there or not yet: cards of models, and what can be found out again. As the XDG
// Base Directory Specification has it: $XDG_DATA_HOME/iotbench/models (~/.local/share/…),
// $XDG_CACHE_HOME/iotbench (~/.cache/…). Empty for a user without a home.
std::filesystem::path userModelFolder();
std::filesystem::path userCacheFolder();

} // namespace iotbench
