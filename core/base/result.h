// A value or the reason why there is none, in words a user can read. For expected failures: bad input, a
// missing file, a refused connection. (C++23 has std::expected; this is what we need of it.)
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace iotbench {

struct Error {
    std::string message;
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
    const std::string& error() const { return m_error; } // "" where there is a value

private:
    std::optional<T> m_value;
    std::string m_error;
};

} // namespace iotbench
