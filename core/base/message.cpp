#include "base/message.h"

namespace iotbench {

std::string Message::english() const
{
    std::string result;
    for (const char* p = text; *p; ++p) {
        if (p[0] == '%' && p[1] >= '1' && p[1] <= '9') {
            const auto index = static_cast<std::size_t>(p[1] - '1');
            if (index < arguments.size()) {
                result += arguments[index].english();
                ++p;
                continue;
            }
        }
        result += *p;
    }
    return result;
}

} // namespace iotbench
