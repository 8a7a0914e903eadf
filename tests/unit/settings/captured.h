// What is written to a standard stream.
#pragma once

#include <QByteArray>

#include <cstdio>

namespace iotbench::test {

// A file in memory that stands for a standard stream.
class Captured {
public:
    Captured()
        : m_file(std::tmpfile())
    {
    }
    ~Captured() { std::fclose(m_file); }
    std::FILE* file() const { return m_file; }
    QByteArray text() const
    {
        std::fflush(m_file);
        QByteArray bytes(static_cast<qsizetype>(std::ftell(m_file)), '\0');
        std::rewind(m_file);
        bytes.resize(static_cast<qsizetype>(
            std::fread(bytes.data(), 1, static_cast<std::size_t>(bytes.size()), m_file)));
        return bytes;
    }

private:
    std::FILE* m_file;
};

} // namespace iotbench::test
