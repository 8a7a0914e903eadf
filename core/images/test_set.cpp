#include "images/test_set.h"

#include "base/data_files.h"
#include "base/in_parallel.h"
#include "base/regular_file.h"
#include "images/cifar10.h"
#include "images/refused.h"

#include <QCryptographicHash>

#include <png.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <string>

namespace iotbench {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLabels = "cifar10/test_labels.txt";
constexpr std::size_t kSheetImages = cifar10::kTestSetSize / kTestSetSheets;
constexpr std::size_t kTilesAcross = 100;
constexpr std::size_t kSheetWidth = kTilesAcross * cifar10::kImageSide;
constexpr std::size_t kSheetHeight = kSheetImages / kTilesAcross * cifar10::kImageSide;
constexpr std::size_t kTileRowBytes = cifar10::kImageSide * cifar10::kImageChannels;

// BLAKE2b-256 of the pixels of each sheet (image after image, H×W×C), then of its labels; printed by
// resources/cifar10/make_sheets.py. Of the digests that Qt offers it is the fastest by far: 40 ms for all
// where SHA-256 takes 180.
constexpr std::array<const char*, kTestSetSheets> kTestSetBlake2b{
    "d4e826796ce9a2ac9489f9c37a706fa105ab4e696df381c16b11d108637bac5f",
    "7bb51f3db90aaa3158be3907d2102e3eed6bf5e4f546815551c35a6676682b7b",
    "740541fbf5b04cd3d0c5c1d73ee4d7791cc98be4a98a0a6da7b4b25ba5f84fee",
    "bd9dd136322d98e155b2f2ee1b00d11daaae2233dcca176fa7745507e9a75346",
};

// The sheet's rows from top to bottom, RGB.
Result<std::vector<std::uint8_t>> decodeSheet(const fs::path& file)
{
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, file.c_str()))
        return refused(file, Message(TR("cannot read the test set: %1"), {std::string(header.message)}));
    if (header.width != kSheetWidth || header.height != kSheetHeight) {
        const std::string size = std::to_string(header.width) + " × " + std::to_string(header.height);
        png_image_free(&header);
        return refused(file, Message(TR("not the test set: %1 pixels where 3200 × 800 are due"), {size}));
    }
    header.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> rows(PNG_IMAGE_SIZE(header));
    if (!png_image_finish_read(&header, nullptr, rows.data(), 0, nullptr))
        return refused(file, Message(TR("damaged: %1"), {std::string(header.message)}));
    return rows;
}

// Cuts a sheet into its tiles, each contiguous in `pixels`.
void cutTiles(const std::vector<std::uint8_t>& rows, std::uint8_t* pixels)
{
    const std::uint8_t* from = rows.data();
    for (std::size_t y = 0; y < kSheetHeight; ++y) {
        std::uint8_t* to = pixels + (y / cifar10::kImageSide) * kTilesAcross * cifar10::kImageValues
            + (y % cifar10::kImageSide) * kTileRowBytes;
        for (std::size_t tile = 0; tile < kTilesAcross; ++tile) {
            std::memcpy(to, from, kTileRowBytes);
            from += kTileRowBytes;
            to += cifar10::kImageValues;
        }
    }
}

// Whether the images at this sheet's place are the sheet's own.
bool equalsSheet(const ImageSet& images, std::size_t sheet)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto add = [&](const std::vector<std::uint8_t>& all, std::size_t bytesEach) {
        const std::size_t bytes = kSheetImages * bytesEach;
        const std::uint8_t* first = all.data() + sheet * bytes;
        hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(first), qsizetype(bytes)));
    };
    add(images.pixels, cifar10::kImageValues);
    add(images.labels, 1);
    return hash.result().toHex() == kTestSetBlake2b[sheet];
}

Result<std::vector<std::uint8_t>> readFile(const fs::path& file)
{
    auto bytes = readRegularFile(file, kMostTextBytes); // twice what it has
    if (!bytes)
        return refused(file, TR("cannot be read"));
    return std::move(*bytes);
}

Result<std::vector<std::uint8_t>> readLabels(const fs::path& file)
{
    const Result<std::vector<std::uint8_t>> text = readFile(file);
    if (!text)
        return Error{text.error()};
    std::vector<std::uint8_t> labels;
    labels.reserve(cifar10::kTestSetSize);
    for (const std::uint8_t c : *text) {
        if (c == '\n' || c == '\r')
            continue;
        if (c < '0' || c > '9')
            return refused(file, TR("a label is not a digit"));
        labels.push_back(static_cast<std::uint8_t>(c - '0'));
    }
    if (labels.size() != cifar10::kTestSetSize)
        return refused(file, Message(TR("%1 labels where 10000 are due"), {labels.size()}));
    return labels;
}

float littleEndianFloat(const std::uint8_t* bytes)
{
    std::uint32_t bits = 0;
    for (int i = 3; i >= 0; --i)
        bits = bits << 8 | bytes[i];
    return std::bit_cast<float>(bits);
}

} // namespace

Result<ImageSet> loadBundledTestSet(std::size_t imagesAtLeast)
{
    TestSetSheets sheets;
    for (std::size_t i = 0; i < kTestSetSheets; ++i) {
        const Result<fs::path> sheet = resourceFile("cifar10/test_set_" + std::to_string(i + 1) + ".png");
        if (!sheet)
            return Error{sheet.error()};
        sheets[i] = *sheet;
    }
    const Result<fs::path> labels = resourceFile(kLabels);
    if (!labels)
        return Error{labels.error()};
    Result<ImageSet> loaded = loadTestSetSheets(sheets, *labels, imagesAtLeast);
    if (loaded)
        loaded->origin = "bundled CIFAR-10 test set";
    return loaded;
}

Result<std::vector<std::uint8_t>> loadTestSetLabels()
{
    const Result<fs::path> labels = resourceFile(kLabels);
    return labels ? readLabels(*labels) : Error{labels.error()};
}

Result<ImageSet> loadTestSetSheets(
    const TestSetSheets& sheets, const fs::path& labels, std::size_t imagesAtLeast)
{
    Result<std::vector<std::uint8_t>> digits = readLabels(labels);
    if (!digits)
        return Error{digits.error()};
    ImageSet images = cifar10::noImages();
    images.origin = sheets.front().parent_path().string();
    images.labels = std::move(*digits);
    const std::size_t needed
        = std::clamp((imagesAtLeast + kSheetImages - 1) / kSheetImages, std::size_t{1}, kTestSetSheets);
    images.labels.resize(needed * kSheetImages);
    images.pixels.resize(images.size() * cifar10::kImageValues);
    std::array<std::optional<Error>, kTestSetSheets> faults;
    inParallel(needed, [&](std::size_t i) {
        const Result<std::vector<std::uint8_t>> rows = decodeSheet(sheets[i]);
        if (!rows) {
            faults[i] = Error{rows.error()};
            return;
        }
        cutTiles(*rows, images.pixels.data() + i * kSheetImages * cifar10::kImageValues);
        if (!equalsSheet(images, i))
            faults[i] = refused(sheets[i],
                Message(TR("damaged: with the labels of %1 it is not the CIFAR-10 test set"), {labels}));
    });
    for (const std::optional<Error>& fault : faults)
        if (fault)
            return *fault;
    return images;
}

Result<PixelMean> loadTrainingPixelMean()
{
    const Result<fs::path> file = resourceFile("cifar10/train_pixel_mean.f32");
    if (!file)
        return Error{file.error()};
    return readPixelMean(*file);
}

Result<PixelMean> readPixelMean(const fs::path& file)
{
    const Result<std::vector<std::uint8_t>> bytes = readFile(file);
    if (!bytes)
        return Error{bytes.error()};
    if (bytes->size() != cifar10::kImageValues * sizeof(float))
        return refused(file, Message(TR("%1 bytes where 12288 are due"), {bytes->size()}));
    PixelMean mean(cifar10::kImageValues);
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        mean[i] = littleEndianFloat(bytes->data() + i * sizeof(float));
    if (!std::ranges::all_of(mean, [](float value) { return value >= 0 && value <= 1; }))
        return refused(file, TR("damaged: a mean lies outside 0..1"));
    return mean;
}

} // namespace iotbench
