// Sole owner of a file descriptor.
#pragma once

#include <utility>

namespace iotbench {

class FileDescriptor {
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) noexcept
        : m_fd(fd)
    {
    }
    FileDescriptor(FileDescriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    FileDescriptor& operator=(FileDescriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~FileDescriptor() { reset(); }

    int get() const noexcept { return m_fd; } // -1: none
    explicit operator bool() const noexcept { return m_fd >= 0; }
    void reset() noexcept; // closes

private:
    int m_fd = -1;
};

} // namespace iotbench
