// When the system has no descriptor or no memory left for another file, connection or event.
#pragma once

#include "base/message.h"

namespace iotbench {

bool isShortage(int error) noexcept; // of errno
// That it is so, and what to do about it.
Message shortageInWords(int error);

} // namespace iotbench
