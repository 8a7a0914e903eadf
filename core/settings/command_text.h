// The command that asks for some settings, to paste into a terminal. Commands are the same in every language.
#pragma once

#include "settings/settings_validation.h"
#include "settings/study_options.h"

#include <string>
#include <string_view>

namespace iotbench {

std::string shellQuoted(std::string_view word); // as one word of a POSIX shell

// What the command line would have to say to mean `values`: every setting that applies to the role and is not
// its default. Validating this and parsing commandText() come to the same.
AskedSettings askedFor(const Settings& values);
// "iotbench --batch -m resnet20 -i 1000 -t 10000", quoted for a POSIX shell. Of a study: `asked` before it
// is applied.
std::string commandText(
    const AskedSettings& asked, std::string_view program = "iotbench", const StudyOptions& study = {});

} // namespace iotbench
