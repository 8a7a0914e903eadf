// Zip archives made in memory, so that a test can say everything that is in them.
#pragma once

#include <zip.h>

#include <cstdint>
#include <deque>
#include <stdexcept>
#include <string>
#include <vector>

namespace iotbench::test {

class ZipWriter {
public:
    using Bytes = std::vector<std::uint8_t>;

    ZipWriter()
        : m_buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr))
        , m_archive(zip_open_from_source(m_buffer, ZIP_TRUNCATE, nullptr))
    {
        zip_source_keep(m_buffer); // beyond the archive, to be read from
    }
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    ~ZipWriter()
    {
        if (m_archive != nullptr) {
            zip_discard(m_archive);
        }
        zip_source_free(m_buffer);
    }

    void add(const std::string& name, Bytes bytes, int method = ZIP_CM_STORE)
    {
        const Bytes& kept = m_members.emplace_back(std::move(bytes));
        zip_source_t* const source = zip_source_buffer(m_archive, kept.data(), kept.size(), 0);
        const zip_int64_t index = zip_file_add(m_archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0
            || zip_set_file_compression(m_archive, static_cast<zip_uint64_t>(index), method, 0) != 0) {
            throw std::runtime_error(zip_strerror(m_archive));
        }
    }
    void add(const std::string& name, const std::string& text, int method = ZIP_CM_STORE)
    {
        add(name, Bytes(text.begin(), text.end()), method);
    }
    void encrypt(zip_uint64_t member)
    {
        if (zip_file_set_encryption(m_archive, member, ZIP_EM_TRAD_PKWARE, "secret") != 0) {
            throw std::runtime_error(zip_strerror(m_archive));
        }
    }

    // Ends the archive.
    Bytes bytes()
    {
        if (zip_close(m_archive) != 0) {
            throw std::runtime_error(zip_strerror(m_archive));
        }
        m_archive = nullptr;
        zip_stat_t facts;
        zip_source_stat(m_buffer, &facts);
        Bytes result(facts.size);
        zip_source_open(m_buffer);
        zip_source_read(m_buffer, result.data(), result.size());
        zip_source_close(m_buffer);
        return result;
    }

private:
    zip_source_t* m_buffer;
    zip_t* m_archive;
    std::deque<Bytes> m_members; // until the archive is written
};

} // namespace iotbench::test
