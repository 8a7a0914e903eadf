// A value or the reason why there is none, in words a user can read. For expected failures: bad input, a
// missing file, a refused connection. (C++23 has std::expected; this is what we need of it.)
#pragma once

#include "base/message.h"

#include <optional>
#include <utility>
#include <vector>

namespace iotbench {

struct Error {
    Message message;

    explicit Error(Message reason)
        : message(std::move(reason))
    {
    }
    Error(Marked text, std::vector<Message::Argument> arguments = {})
        : message(text, std::move(arguments))
    {
    }
};

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_value(std::move(value))
    {
    }
    Result(Error error)
        : m_error(std::move(error.message))
    {
    }

    explicit operator bool() const { return m_value.has_value(); }
    T& operator*() { return *m_value; }
    const T& operator*() const { return *m_value; }
    T* operator->() { return &*m_value; }
    const T* operator->() const { return &*m_value; }
    const Message& error() const { return m_error; } // empty where there is a value

private:
    std::optional<T> m_value;
    Message m_error;
};

} // namespace iotbench
