// The CIFAR-10 test set that comes with the program, and the mean that its models are trained with.
// Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009.
#pragma once

#include "base/result.h"
#include "images/image_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace iotbench {

inline constexpr std::size_t kTestSetSheets = 4;
using TestSetSheets = std::array<std::filesystem::path, kTestSetSheets>;

inline constexpr std::size_t kWholeTestSet = 10'000; // images

// The first test images in the official order, from cifar10/test_set_1.png and on and cifar10/test_labels.txt
// (see base/data_files.h): as many as asked for at least, and whole sheets of 2,500. Each takes a tenth of a
// second of one processor and 8 MB: call once and share. Sheets that hold anything but their part of the test
// set, labels included, bit for bit, are refused in words.
Result<ImageSet> loadBundledTestSet(std::size_t imagesAtLeast = kWholeTestSet);

// The same from files of the caller's choice.
// sheets: 3,200 × 800 pixels, 8-bit RGB, of 2,500 images each; image k of a sheet is the 32 × 32 tile in
// column k mod 100 of row k div 100.
// labels: 10,000 digits in the same order; line breaks between them mean nothing.
Result<ImageSet> loadTestSetSheets(const TestSetSheets& sheets, const std::filesystem::path& labels,
    std::size_t imagesAtLeast = kWholeTestSet);

// Of all 10,000 test images, without reading these.
Result<std::vector<std::uint8_t>> loadTestSetLabels();

// cifar10/train_pixel_mean.f32: 3,072 little-endian float32, H×W×C, between 0 and 1: as an image of the set.
Result<PixelMean> loadTrainingPixelMean();
Result<PixelMean> readPixelMean(const std::filesystem::path& file);

} // namespace iotbench
