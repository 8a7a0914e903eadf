#include "models/keras/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr zip_int64_t kMostMembers = 10'000;
constexpr std::uint64_t kFreeSize = 16U << 20U; // up to this, any ratio
constexpr std::uint64_t kMostRatio = 100;

[[noreturn]] void refuseDamaged()
{
    throw Refusal(TR("the zip archive is damaged or not whole"));
}

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

bool looksLikeZip(std::span<const std::uint8_t> bytes)
{
    constexpr std::array<std::uint8_t, 4> kSignature = {'P', 'K', 3, 4};
    return bytes.size() >= kSignature.size()
        && std::equal(kSignature.begin(), kSignature.end(), bytes.begin());
}

void ZipArchive::Closer::operator()(zip* archive) const
{
    zip_discard(archive);
}

ZipArchive::ZipArchive(std::span<const std::uint8_t> bytes, std::function<bool()> cancelled)
    : m_cancelled(std::move(cancelled))
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    m_archive.reset(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (m_archive == nullptr) {
        zip_source_free(source);
        refuseDamaged();
    }
    if (zip_get_num_entries(m_archive.get(), 0) > kMostMembers) {
        throw Refusal(TR("the zip archive has over %1 members"), {kMostMembers});
    }
}

std::optional<std::vector<std::uint8_t>> ZipArchive::member(const std::string& name, std::uint64_t most) const
{
    std::optional<zip_uint64_t> found;
    const auto members = static_cast<zip_uint64_t>(zip_get_num_entries(m_archive.get(), 0));
    for (zip_uint64_t index = 0; index < members; ++index) {
        const char* const called = zip_get_name(m_archive.get(), index, ZIP_FL_ENC_RAW);
        if (called != nullptr && name == called) {
            if (found) {
                throw Refusal(TR("the zip archive has two members called %1"), {name});
            }
            found = index;
        }
    }
    if (!found) {
        return std::nullopt;
    }
    zip_stat_t facts;
    zip_stat_init(&facts);
    constexpr zip_uint64_t kNeeded
        = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(m_archive.get(), *found, 0, &facts) != 0 || (facts.valid & kNeeded) != kNeeded) {
        refuseDamaged();
    }
    if (facts.encryption_method != ZIP_EM_NONE) {
        throw Refusal(TR("%1 in the zip archive is encrypted"), {name});
    }
    if (facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE) {
        throw Refusal(TR("%1 in the zip archive is packed in a way that Keras does not use"), {name});
    }
    if (facts.size > most || (facts.size > kFreeSize && facts.size / kMostRatio > facts.comp_size)) {
        throw Refusal(TR("%1 in the zip archive unpacks to %2 bytes, which no model for these images has"),
            {name, facts.size});
    }
    return unpack(*found, name, facts.size);
}

std::vector<std::uint8_t> ZipArchive::unpack(
    std::uint64_t index, const std::string& name, std::uint64_t size) const
{
    constexpr std::size_t kStep = 1U << 20U;
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_archive.get(), index, 0));
    if (file == nullptr) {
        refuseDamaged();
    }
    std::vector<std::uint8_t> bytes;
    while (true) {
        if (m_cancelled && m_cancelled()) {
            throw Refusal(TR("reading was cancelled"));
        }
        const std::size_t before = bytes.size();
        bytes.resize(before + kStep);
        // A member is whole, and its checksum compared, where reading comes to its end.
        const zip_int64_t read = zip_fread(file.get(), bytes.data() + before, kStep);
        if (read < 0 || before + static_cast<std::uint64_t>(read) > size) {
            throw Refusal(TR("%1 in the zip archive is damaged"), {name});
        }
        bytes.resize(before + static_cast<std::size_t>(read));
        if (read == 0) {
            break;
        }
    }
    if (bytes.size() != size) {
        throw Refusal(TR("%1 in the zip archive is damaged"), {name});
    }
    return bytes;
}

} // namespace iotbench::keras
