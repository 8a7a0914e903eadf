#include "run/gallery_files.h"

#include "base/text_file.h"
#include "reports/csv.h"
#include "reports/csv_reader.h"
#include "reports/output_file.h"

#include <png.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>

namespace iotbench {
namespace {

constexpr const char* kMostConfident = "most_confident_error";
constexpr const char* kMostConfidentBefore = "boldest"; // in runs kept by older versions

constexpr std::size_t kRowBytes = kImageSide * kImageChannels; // of one picture
constexpr std::size_t kSheetRowBytes = kGalleryColumns * kRowBytes;
constexpr std::size_t kFields = 6; // before the probabilities
constexpr int kProbabilityPlaces = 6;

std::string pathOf(const std::string& folder, const char* name)
{
    return folder + '/' + name;
}

struct Listed {
    std::string_view list;
    const Picture* picture;
};

std::vector<Listed> listed(const GalleryContents& contents)
{
    std::vector<Listed> all;
    for (const auto& row : contents.cells)
        for (const auto& cell : row)
            for (const Picture& picture : cell)
                all.push_back({"cell", &picture});
    for (const Picture& picture : contents.mostConfidentErrors)
        all.push_back({kMostConfident, &picture});
    return all;
}

// Where row `y` of picture `index` begins on the sheet.
std::size_t offsetOf(std::size_t index, std::size_t y)
{
    return (index / kGalleryColumns * kImageSide + y) * kSheetRowBytes + index % kGalleryColumns * kRowBytes;
}

std::size_t sheetBytes(std::size_t pictures)
{
    return (pictures + kGalleryColumns - 1) / kGalleryColumns * kImageSide * kSheetRowBytes;
}

std::optional<Error> writeSheet(const std::vector<Listed>& pictures, const std::string& path)
{
    std::vector<std::uint8_t> sheet(sheetBytes(std::max<std::size_t>(pictures.size(), 1)));
    for (std::size_t i = 0; i < pictures.size(); ++i)
        for (std::size_t y = 0; y < kImageSide; ++y)
            std::memcpy(
                sheet.data() + offsetOf(i, y), pictures[i].picture->pixels.data() + y * kRowBytes, kRowBytes);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = kGalleryColumns * kImageSide;
    image.height = static_cast<png_uint_32>(sheet.size() / kSheetRowBytes);
    image.format = PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST; // an eighth larger, in a third of the time
    if (!png_image_write_to_file(&image, path.c_str(), 0, sheet.data(), 0, nullptr))
        return Error{TR("cannot write %1: %2"), {path, std::string(image.message)}};
    return std::nullopt;
}

std::optional<Error> writeTable(const std::vector<Listed>& pictures, const std::string& path)
{
    CsvText table;
    for (const std::string_view column : {"list", "ordinal", "sequence", "source", "label", "predicted"})
        table.add(column);
    for (const std::string_view name : kClassNames)
        table.add(name);
    table.endLine();
    for (const auto& [list, picture] : pictures) {
        table.add(list).add(picture->ordinal).add(picture->sequence).add(std::uint64_t{picture->source});
        table.add(std::uint64_t{picture->label}).add(std::uint64_t{picture->predicted});
        for (const float probability : picture->probabilities)
            table.add(static_cast<double>(probability), kProbabilityPlaces);
        table.endLine();
    }
    auto file = OutputFile::create(path);
    if (!file)
        return Error{file.error()};
    file->write(table.text());
    return file->close();
}

template <typename Number>
bool take(const std::string& text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

// What a line says; empty where it is none of ours.
std::optional<Picture> pictureOf(const CsvLine& line)
{
    Picture picture;
    if (line.size() != kFields + kClassCount || !take(line[1], picture.ordinal)
        || !take(line[2], picture.sequence) || !take(line[3], picture.source) || !take(line[4], picture.label)
        || !take(line[5], picture.predicted) || picture.label >= kClassCount
        || picture.predicted >= kClassCount)
        return std::nullopt;
    for (std::size_t i = 0; i < kClassCount; ++i)
        if (float& share = picture.probabilities[i];
            !take(line[kFields + i], share) || !std::isfinite(share) || share < 0 || share > 1)
            return std::nullopt;
    return picture;
}

Result<std::vector<std::uint8_t>> readSheet(const std::string& path, std::size_t pictures)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&image, path.c_str()))
        return Error{TR("cannot read %1: %2"), {path, std::string(image.message)}};
    image.format = PNG_FORMAT_RGB;
    if (image.width != kGalleryColumns * kImageSide || image.height < sheetBytes(pictures) / kSheetRowBytes
        || image.height > sheetBytes(pictures) / kSheetRowBytes + kImageSide) {
        png_image_free(&image);
        return Error{TR("%1 does not belong to %2"), {path, kGalleryTable}};
    }
    std::vector<std::uint8_t> sheet(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, sheet.data(), 0, nullptr))
        return Error{TR("%1 is damaged: %2"), {path, std::string(image.message)}};
    return sheet;
}

} // namespace

std::optional<Error> writeGallery(const GalleryContents& contents, const std::string& folder)
{
    const std::vector<Listed> pictures = listed(contents);
    if (auto error = writeSheet(pictures, pathOf(folder, kGallerySheet)))
        return error;
    return writeTable(pictures, pathOf(folder, kGalleryTable));
}

Result<GalleryContents> readGallery(const std::string& folder)
{
    constexpr std::size_t kMost
        = Gallery::kMostPerCell * kClassCount * kClassCount + Gallery::kMostConfidentErrors;
    const std::string path = pathOf(folder, kGalleryTable);
    const std::vector<CsvLine> lines = readCsv(readTextFile(path));
    if (lines.empty())
        return Error{TR("cannot read %1"), {path}};
    if (lines.size() > kMost + 1)
        return Error{TR("%1 has more lines than a gallery has pictures"), {path}};
    const std::size_t pictures = lines.size() - 1;
    const auto sheet = readSheet(pathOf(folder, kGallerySheet), pictures);
    if (!sheet)
        return Error{sheet.error()};
    GalleryContents contents;
    for (std::size_t i = 0; i < pictures; ++i) {
        std::optional<Picture> picture = pictureOf(lines[i + 1]);
        if (!picture)
            return Error{TR("%1: line %2 is none of a gallery"), {path, i + 2}};
        for (std::size_t y = 0; y < kImageSide; ++y)
            std::memcpy(picture->pixels.data() + y * kRowBytes, sheet->data() + offsetOf(i, y), kRowBytes);
        auto& list = lines[i + 1][0] == kMostConfident || lines[i + 1][0] == kMostConfidentBefore
            ? contents.mostConfidentErrors
            : contents.cells[picture->label][picture->predicted];
        list.push_back(*picture);
    }
    return contents;
}

} // namespace iotbench
