#include "models/file_bytes.h"

#include <QByteArrayView>
#include <QCryptographicHash>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace iotbench {

Result<std::vector<std::uint8_t>> readFileBytes(const std::filesystem::path& path)
{
    std::error_code fault;
    const std::filesystem::file_status status = std::filesystem::status(path, fault);
    if (!std::filesystem::exists(status)) {
        return Error{TR("does not exist")};
    }
    if (!std::filesystem::is_regular_file(status)) {
        return Error{std::filesystem::is_directory(status) ? TR("is a folder") : TR("is not a file")};
    }
    const std::uintmax_t size = std::filesystem::file_size(path, fault);
    if (fault) {
        return Error{TR("cannot be read: %1"), {fault.message()}};
    }
    if (size > kMostFileBytes) {
        return Error{TR("has over 512 MB, which no model for these images has")};
    }
    std::vector<std::uint8_t> bytes(size);
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Error{TR("cannot be opened: %1"), {std::string(std::strerror(errno))}};
    }
    if (!file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size))) {
        return Error{TR("cannot be read to its end")};
    }
    return bytes;
}

std::string sha256Of(std::span<const std::uint8_t> bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex().toStdString();
}

} // namespace iotbench
