// A file that is opened before a run and filled after or during it; every failure comes back in words.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace iotbench {

// Owns a file descriptor. Errors name the file: "cannot write DIR/images.csv: No space left on device".
class OutputFile {
public:
    static constexpr std::size_t kLongestFirstLine = 65'536;

    // A new file in place of the one that is there: what a link points to stays as it is. A folder or a
    // device is an error.
    static Result<OutputFile> create(const std::string& path);
    // The same; but a device and a named pipe that is read take the bytes as they come, and so does a
    // descriptor that the program was started with: /dev/stdout, /dev/stderr, /dev/fd/3.
    static Result<OutputFile> createOrStream(const std::string& path);
    // Opens or creates `path` for reading and appending, holding an exclusive lock (flock) until it is
    // closed.
    static Result<OutputFile> openLocked(const std::string& path);

    OutputFile(OutputFile&& other) noexcept
        : m_path(std::move(other.m_path))
        , m_fd(std::exchange(other.m_fd, -1))
        , m_stream(other.m_stream)
        , m_error(std::move(other.m_error))
    {
    }
    OutputFile& operator=(OutputFile&& other) noexcept;
    ~OutputFile();

    const std::string& path() const { return m_path; }
    bool isStream() const { return m_stream; } // what is written cannot be replaced
    void write(std::string_view bytes); // after a failure nothing more is written
    void replace(std::string_view bytes); // the whole content; of a stream: write()
    void append(std::string_view bytes); // all of it or, after a failure, nothing
    Result<std::string>
    firstLine(); // without its newline, cut off after kLongestFirstLine; "" for an empty file
    bool endsInNewline(); // true for an empty file
    const std::optional<Error>& error() const { return m_error; } // the first failure so far
    // Closes it. The first failure of any write, or of closing; or the file is no longer where it was opened.
    std::optional<Error> close();

private:
    OutputFile(std::string path, int fd, bool stream = false)
        : m_path(std::move(path))
        , m_fd(fd)
        , m_stream(stream)
    {
    }
    void fail(int error);
    bool isInPlace() const;

    std::string m_path;
    int m_fd = -1;
    bool m_stream = false;
    std::optional<Error> m_error;
};

} // namespace iotbench
