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
        return Error{"does not exist"};
    }
    if (!std::filesystem::is_regular_file(status)) {
        return Error{std::filesystem::is_directory(status) ? "is a folder" : "is not a file"};
    }
    const std::uintmax_t size = std::filesystem::file_size(path, fault);
    if (fault) {
        return Error{"cannot be read: " + fault.message()};
    }
    if (size > kMostFileBytes) {
        return Error{"has over 512 MB, which no model for these images has"};
    }
    std::vector<std::uint8_t> bytes(size);
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Error{std::string("cannot be opened: ") + std::strerror(errno)};
    }
    if (!file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size))) {
        return Error{"cannot be read to its end"};
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
