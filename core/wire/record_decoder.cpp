#include "wire/record_decoder.h"

#include "images/cifar10.h"
#include "wire/record_pixels.h"
#include "wire/text_shape.h"
#include "wire/vector_kernels.h"

namespace iotbench {

namespace {

bool within(std::size_t length, std::size_t shortest, std::size_t longest)
{
    return length >= shortest && length <= longest;
}

} // namespace

bool decodeFast(
    const VectorKernels& kernels, WireFormat format, std::span<const char> record, DecodedRecord& out)
{
    std::string_view line(record.data(), record.size());
    if (line.ends_with('\r')) // the one deviation that is worth a fast path
        line.remove_suffix(1);

    std::optional<std::uint8_t> label;
    if (format == WireFormat::Scala) {
        label = takeScalaPrefix(line);
    } else if (!line.empty()) {
        label = labelDigit(line.front());
        line.remove_prefix(1);
    }
    if (!label)
        return false;
    out.label = *label;

    switch (format) {
    case WireFormat::Keras:
        return within(line.size(), kKerasShortestValues, kKerasLongestValues)
            && kernels.decodeKerasValues(line.data(), line.size(), out.floats.data());
    case WireFormat::Spark:
        return within(line.size(), kSparkShortestValues, kSparkLongestValues)
            && kernels.decodeSparkValues(line.data(), line.size(), out.bytes.data());
    default:
        return within(line.size(), kScalaShortestValues, kScalaLongestValues)
            && kernels.decodeScalaValues(line.data(), line.size(), out.bytes.data());
    }
}

RejectReason decodeRecord(
    const VectorKernels& kernels, WireFormat format, std::span<const char> record, DecodedRecord& out)
{
    if (isText(format) && decodeFast(kernels, format, record, out))
        return RejectReason::None;
    return decodeRecordGeneral(format, record, out);
}

RejectReason decodeRecord(WireFormat format, std::span<const char> record, DecodedRecord& out)
{
    return decodeRecord(vectorKernels(), format, record, out);
}

void normaliseRecord(WireFormat format, const DecodedRecord& decoded, Normalisation normalisation,
    const PixelMean& mean, float* chw)
{
    const VectorKernels& kernels = vectorKernels();
    if (carriesFloats(format) && normalisation == Normalisation::Raw) {
        std::array<std::uint8_t, cifar10::kImageValues> bytes;
        recordPixels(format, decoded, hasMeanSubtracted(format, decoded, mean), mean, bytes);
        kernels.normaliseInterleaved(bytes.data(), normalisation, mean.data(), chw);
    } else if (carriesFloats(format))
        kernels.planesFromFloats(decoded.floats.data(), chw);
    else if (format == WireFormat::Cifar)
        kernels.normalisePlanar(decoded.planes, normalisation, mean.data(), chw);
    else
        kernels.normaliseInterleaved(decoded.bytes.data(), normalisation, mean.data(), chw);
}

std::string_view vectorTargetName()
{
    return vectorKernels().name;
}

} // namespace iotbench
