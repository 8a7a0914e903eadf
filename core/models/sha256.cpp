#include "models/sha256.h"

#include <QByteArrayView>
#include <QCryptographicHash>

namespace iotbench {

std::string sha256Of(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> more)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& part : {bytes, more}) {
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    }
    return hash.result().toHex().toStdString();
}

} // namespace iotbench
