// No bytes that a peer sends may crash a decoder or the detection of formats, and the fast paths of every
// vector set must judge and read as the general path does.
//
// Input: one byte of choice (bits 0 and 1: format; bit 2: raw), then
//   raw:  the record itself;
//   else: patches to a good line, so that small inputs reach deep: place (2 bytes), count to erase (1), count
//         to insert (1), the bytes to insert; as many patches as there are.
#include "require.h"

#include "images/cifar10.h"
#include "wire/detect_format.h"
#include "wire/record_decoder.h"
#include "wire/record_encoder.h"
#include "wire/vector_kernels.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

using namespace iotbench;
using test::require;

namespace {

std::string goodRecord(WireFormat format)
{
    PixelMean mean(cifar10::kImageValues, 0.4734F);
    std::vector<std::uint8_t> pixels(cifar10::kImageValues);
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        pixels[i] = static_cast<std::uint8_t>(i * 37);
    const RecordEncoder encoder(format, true, mean);
    std::string record(encoder.maxRecordBytes(), '\0');
    const char* const end = encoder.encode(pixels, 7, record.data());
    record.resize(static_cast<std::size_t>(end - record.data()) - isText(format));
    return record;
}

class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size)
        : m_at(reinterpret_cast<const char*>(data))
        , m_left(size)
    {
    }

    std::size_t left() const { return m_left; }
    unsigned next() { return m_left == 0 ? 0 : static_cast<std::uint8_t>(take(1)[0]); }
    std::string_view take(std::size_t count)
    {
        count = std::min(count, m_left);
        const std::string_view taken(m_at, count);
        m_at += count;
        m_left -= count;
        return taken;
    }

private:
    const char* m_at;
    std::size_t m_left;
};

std::string patched(std::string record, Bytes& bytes)
{
    while (bytes.left() >= 4) {
        const std::size_t place = std::min<std::size_t>(bytes.next() | bytes.next() << 8, record.size());
        const std::size_t erased = bytes.next();
        const std::size_t inserted = bytes.next();
        record.replace(place, erased, bytes.take(inserted));
    }
    return record;
}

void checkAgreement(WireFormat format, std::span<const char> record)
{
    static DecodedRecord general;
    static DecodedRecord fast;
    const RejectReason judgement = decodeRecordGeneral(format, record, general);
    for (const VectorKernels* kernels : availableVectorKernels()) {
        require(decodeRecord(*kernels, format, record, fast) == judgement);
        if (judgement != RejectReason::None)
            continue;
        require(fast.label == general.label);
        if (carriesFloats(format))
            require(
                std::memcmp(fast.floats.data(), general.floats.data(), cifar10::kImageValues * sizeof(float))
                == 0);
        else if (isText(format))
            require(std::memcmp(fast.bytes.data(), general.bytes.data(), cifar10::kImageValues) == 0);
        else
            require(fast.planes == general.planes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<std::string> kGood = {goodRecord(WireFormat::Keras),
        goodRecord(WireFormat::Spark), goodRecord(WireFormat::Scala), goodRecord(WireFormat::Cifar)};

    Bytes bytes(data, size);
    const unsigned choice = bytes.next();
    const auto format = static_cast<WireFormat>(choice & 3);
    const bool raw = (choice & 4) != 0;
    const std::string record = raw ? std::string(bytes.take(bytes.left()))
                                   : patched(kGood[static_cast<std::size_t>(format)], bytes);

    // On the heap and no longer than promised, so that the address sanitizer sees every byte read beyond.
    std::vector<char> padded(kReadableBefore + record.size() + kReadableAfter, '5');
    std::copy(record.begin(), record.end(), padded.begin() + kReadableBefore);
    checkAgreement(format, {padded.data() + kReadableBefore, record.size()});

    require(detectFormat(record, true).has_value());
    if (const auto early = detectFormat(record, false))
        require(detectFormat(record, true) == early);
    formatHint(format, record);
    return 0;
}
