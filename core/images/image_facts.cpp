#include "images/image_facts.h"

namespace iotbench {

std::string toString(const ImageShape& shape)
{
    return std::to_string(shape.channels) + "×" + std::to_string(shape.height) + "×"
        + std::to_string(shape.width);
}

} // namespace iotbench
