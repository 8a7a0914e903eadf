#include "wire/record_decoder.h"

#include "wire/vector_kernels.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

RejectReason decodeRecord(
    const VectorKernels& kernels, WireFormat format, std::span<const char> record, DecodedRecord& out)
{
    const char* const line = record.data();
    // The one deviation that is worth a fast path: "\r\n" line ends.
    const std::size_t length = record.size() - (!record.empty() && record.back() == '\r');

    bool decoded = false;
    switch (format) {
    case WireFormat::Keras:
        decoded = kernels.decodeKeras(line, length, out.label, out.floats.data());
        break;
    case WireFormat::Spark:
        decoded = kernels.decodeSpark(line, length, out.label, out.bytes.data());
        break;
    case WireFormat::Scala:
        decoded = kernels.decodeScala(line, length, out.label, out.bytes.data());
        break;
    case WireFormat::Cifar:
        break; // a copy is all there is to do
    }
    return decoded ? RejectReason::None : decodeRecordGeneral(format, record, out);
}

RejectReason decodeRecord(WireFormat format, std::span<const char> record, DecodedRecord& out)
{
    return decodeRecord(vectorKernels(), format, record, out);
}

void normaliseRecord(WireFormat format, const DecodedRecord& decoded, Normalisation normalisation,
    const PixelMean& mean, float* chw)
{
    const VectorKernels& kernels = vectorKernels();
    if (carriesFloats(format))
        kernels.planesFromFloats(decoded.floats.data(), chw);
    else if (format == WireFormat::Cifar)
        kernels.normalisePlanar(decoded.bytes.data(), normalisation, mean.data(), chw);
    else
        kernels.normaliseInterleaved(decoded.bytes.data(), normalisation, mean.data(), chw);
}

void recordPixels(WireFormat format, const DecodedRecord& decoded, bool meanWasSubtracted, const PixelMean& mean,
    std::span<std::uint8_t, kImageValues> hwc)
{
    if (carriesFloats(format)) {
        for (std::size_t i = 0; i < kImageValues; ++i) {
            const float value = decoded.floats[i] + (meanWasSubtracted ? mean[i] : 0.0F);
            hwc[i] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F));
        }
    } else if (format == WireFormat::Cifar) {
        for (std::size_t i = 0; i < kImageValues; ++i)
            hwc[i] = decoded.bytes[i % kImageChannels * kPlaneSize + i / kImageChannels];
    } else {
        std::copy_n(decoded.bytes.begin(), kImageValues, hwc.begin());
    }
}

std::string_view vectorTargetName()
{
    return vectorKernels().name;
}

} // namespace iotbench
