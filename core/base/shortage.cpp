#include "base/shortage.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace iotbench {

bool isShortage(int error) noexcept
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

Message shortageInWords(int error)
{
    std::string reason = strerrordesc_np(error);
    if (error == EMFILE)
        return {
            TR("this process may not open as many files and connections as it needs (%1): raise the limit "
               "(ulimit -n)"),
            {std::move(reason)}};
    return {TR("the system has nothing left for another file or connection: %1"), {std::move(reason)}};
}

} // namespace iotbench
