#include "models/sha256.h"

#include <QByteArrayView>
#include <QCryptographicHash>

namespace iotbench {

std::string sha256Of(std::span<const std::uint8_t> bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex().toStdString();
}

} // namespace iotbench
