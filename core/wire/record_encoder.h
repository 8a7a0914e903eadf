// Labelled images into the bytes of a stream, as the original senders print them.
#pragma once

#include "images/image_set.h"
#include "wire/wire_format.h"

#include <memory>
#include <span>

namespace iotbench {

// Immutable after construction and shared by every stream of a run: 20 kB of tables, built in microseconds;
// what depends on the place of a pixel (the mean) is computed by vectors. Thread-safe. Float formats print
// what the original prints: float32 value/255, minus the float32 mean when `subtractMean`, as "%f" (six
// decimals, exactly rounded, "-0.000000" included).
class RecordEncoder {
public:
    // `mean`: of imageShape(format); looked at where it is subtracted.
    RecordEncoder(WireFormat format, bool subtractMean, const PixelMean& mean);
    ~RecordEncoder();
    RecordEncoder(const RecordEncoder&) = delete;
    RecordEncoder& operator=(const RecordEncoder&) = delete;

    WireFormat format() const;

    // No record is longer. encode() may scribble up to 64 bytes past what it returns, inside this bound.
    std::size_t maxRecordBytes() const;

    // Writes one record, newline included where the format has one, and returns the end of it.
    // `out` has room for maxRecordBytes(). hwc: an image of imageShape(format()). label: below classCount().
    char* encode(std::span<const std::uint8_t> hwc, std::uint8_t label, char* out) const;

    // What ends a stream of this format: "\n" for keras, nothing for the others.
    std::string_view endMark() const;

private:
    struct Tables;
    std::unique_ptr<const Tables> m_tables;
};

} // namespace iotbench
