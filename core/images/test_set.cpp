#include "images/test_set.h"

#include "base/data_files.h"
#include "base/regular_file.h"
#include "images/cifar10.h"
#include "images/refused.h"

#include <QCryptographicHash>

#include <png.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace iotbench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kTilesAcross = 100;
constexpr std::size_t kSheetSide = kTilesAcross * cifar10::kImageSide;
constexpr std::size_t kTileRowBytes = cifar10::kImageSide * cifar10::kImageChannels;

// BLAKE2b-256 of all pixels (image after image, H×W×C), then all labels; printed by
// resources/cifar10/make_sheet.py. Of the digests that Qt offers it is the fastest by far: 40 ms where
// SHA-256 takes 180.
constexpr const char* kTestSetBlake2b = "c2c452fc2e5c1b75a5606d1aa7f9a828d578348571f29ad57b7da41617cafd53";

// The sheet's rows from top to bottom, RGB.
Result<std::vector<std::uint8_t>> decodeSheet(const fs::path& file)
{
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, file.c_str()))
        return refused(file, Message(TR("cannot read the test set: %1"), {std::string(header.message)}));
    if (header.width != kSheetSide || header.height != kSheetSide) {
        const std::string size = std::to_string(header.width) + " × " + std::to_string(header.height);
        png_image_free(&header);
        return refused(file, Message(TR("not the test set: %1 pixels where 3200 × 3200 are due"), {size}));
    }
    header.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> rows(PNG_IMAGE_SIZE(header));
    if (!png_image_finish_read(&header, nullptr, rows.data(), 0, nullptr))
        return refused(file, Message(TR("damaged: %1"), {std::string(header.message)}));
    return rows;
}

// Cuts the sheet into its tiles, each contiguous.
std::vector<std::uint8_t> cutTiles(const std::vector<std::uint8_t>& rows)
{
    std::vector<std::uint8_t> pixels(rows.size());
    const std::uint8_t* from = rows.data();
    for (std::size_t y = 0; y < kSheetSide; ++y) {
        std::uint8_t* to = pixels.data() + (y / cifar10::kImageSide) * kTilesAcross * cifar10::kImageValues
            + (y % cifar10::kImageSide) * kTileRowBytes;
        for (std::size_t tile = 0; tile < kTilesAcross; ++tile) {
            std::memcpy(to, from, kTileRowBytes);
            from += kTileRowBytes;
            to += cifar10::kImageValues;
        }
    }
    return pixels;
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

Result<ImageSet> loadBundledTestSet()
{
    const Result<fs::path> sheet = resourceFile("cifar10/test_set.png");
    if (!sheet)
        return Error{sheet.error()};
    const Result<fs::path> labels = resourceFile("cifar10/test_labels.txt");
    if (!labels)
        return Error{labels.error()};
    Result<ImageSet> images = loadTestSetSheet(*sheet, *labels);
    if (images)
        images->origin = "bundled CIFAR-10 test set";
    return images;
}

Result<ImageSet> loadTestSetSheet(const fs::path& sheet, const fs::path& labels)
{
    Result<std::vector<std::uint8_t>> digits = readLabels(labels);
    if (!digits)
        return Error{digits.error()};
    Result<std::vector<std::uint8_t>> rows = decodeSheet(sheet);
    if (!rows)
        return Error{rows.error()};

    ImageSet images = cifar10::noImages();
    images.origin = sheet.string();
    images.pixels = cutTiles(*rows);
    images.labels = std::move(*digits);
    images.isTestSet = equalsTestSet(images);
    if (!images.isTestSet)
        return refused(
            sheet, Message(TR("damaged: with the labels of %1 it is not the CIFAR-10 test set"), {labels}));
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

bool equalsTestSet(const ImageSet& images)
{
    if (images.size() != cifar10::kTestSetSize)
        return false;
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto add = [&hash](const std::vector<std::uint8_t>& bytes) {
        hash.addData(
            QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())));
    };
    add(images.pixels);
    add(images.labels);
    return hash.result().toHex() == kTestSetBlake2b;
}

} // namespace iotbench
