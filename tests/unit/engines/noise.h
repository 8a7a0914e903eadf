// Images that are no pictures, for tests that compare an engine with itself.
#pragma once

#include "images/cifar10.h"

#include <algorithm>
#include <cstddef>
#include <random>
#include <vector>

namespace iotbench::test {

// `count` images of seeded noise around zero.
inline std::vector<float> noise(std::size_t count)
{
    std::mt19937 generator(42);
    std::uniform_real_distribution<float> values(-0.5F, 0.5F);
    std::vector<float> images(count * cifar10::kImageValues);
    std::generate(images.begin(), images.end(), [&] { return values(generator); });
    return images;
}

} // namespace iotbench::test
