#include "run/carried_images.h"

namespace iotbench {

std::optional<Error> faultOfImages(const Message& whose, const ImageShape& shape,
    std::optional<std::size_t> classes, std::optional<WireFormat> format)
{
    for (std::size_t i = 0; i < kWireFormatCount; ++i) {
        const auto carrying = static_cast<WireFormat>(i);
        if (format && carrying != *format)
            continue;
        if (shape != imageShape(carrying))
            return Error{TR("%1: its images are %2 (channels, height, width), those of format %3 are %4"),
                {whose, toString(shape), toString(carrying), toString(imageShape(carrying))}};
        if (classes && *classes != classCount(carrying))
            return Error{TR("%1: its images are of %2 classes, those of format %3 are of %4"),
                {whose, *classes, toString(carrying), classCount(carrying)}};
    }
    return std::nullopt;
}

} // namespace iotbench
