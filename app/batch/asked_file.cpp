#include "batch/asked_file.h"

#include "settings/settings_validation.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace iotbench {

Result<AskedFile> AskedFile::open(const std::string& path)
{
    AskedFile asked;
    asked.m_standardOutput = path == kStandardOutput;
    if (path.empty() || asked.m_standardOutput)
        return asked;
    auto file = OutputFile::createOrStream(path);
    if (!file)
        return Error{file.error()};
    asked.m_file.emplace(std::move(*file));
    return asked;
}

void AskedFile::begin(std::string_view bytes)
{
    if (m_file && !m_file->isStream())
        m_file->write(bytes);
}

std::optional<Error> AskedFile::write(std::string_view bytes)
{
    if (m_file) {
        m_file->replace(bytes);
        return m_file->close();
    }
    if (m_standardOutput
        && (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0))
        return Error{TR("cannot write standard output: %1"), {std::string_view(std::strerror(errno))}};
    return std::nullopt;
}

} // namespace iotbench
