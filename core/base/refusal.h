// A reason for the user that is thrown, where a reader is too deep in its data to hand on a Result; caught
// where the reading began.
#pragma once

#include "base/message.h"

#include <exception>
#include <utility>
#include <vector>

namespace iotbench {

class Refusal : public std::exception {
public:
    explicit Refusal(Marked text, std::vector<Message::Argument> arguments = {})
        : m_reason(text, std::move(arguments))
    {
    }

    explicit Refusal(Message reason)
        : m_reason(std::move(reason))
    {
    }

    const Message& reason() const noexcept { return m_reason; }
    const char* what() const noexcept override { return m_reason.text; } // without what goes into it

private:
    Message m_reason;
};

} // namespace iotbench
