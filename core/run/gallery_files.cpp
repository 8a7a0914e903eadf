#include "run/gallery_files.h"

#include "base/regular_file.h"
#include "reports/csv.h"
#include "reports/csv_reader.h"
#include "reports/output_file.h"
#include "reports/report_files.h"

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
    for (const auto& cell : contents.cells)
        for (const Picture& picture : cell)
            all.push_back({"cell", &picture});
    for (const Picture& picture : contents.mostConfidentErrors)
        all.push_back({kMostConfident, &picture});
    return all;
}

// Where the pictures stand on a sheet of so many, which has one row of them at least.
class Layout {
public:
    Layout(const ImageShape& shape, std::size_t pictures)
        : m_shape(shape)
        , m_rows(std::max<std::size_t>(1, (pictures + kGalleryColumns - 1) / kGalleryColumns))
    {
    }

    png_uint_32 width() const { return static_cast<png_uint_32>(kGalleryColumns * m_shape.width); } // pixels
    png_uint_32 height() const { return static_cast<png_uint_32>(m_rows * m_shape.height); } // pixels
    png_uint_32 format() const { return m_shape.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB; }
    std::size_t bytes() const { return std::size_t{width()} * height() * m_shape.channels; }

    // Copies the rows of picture `index` between the sheet and the picture's own pixels.
    void place(std::size_t index, const std::uint8_t* picture, std::uint8_t* sheet) const
    {
        for (std::size_t y = 0; y < m_shape.height; ++y)
            std::memcpy(sheet + offsetOf(index, y), picture + y * rowBytes(), rowBytes());
    }
    void take(std::size_t index, const std::uint8_t* sheet, std::uint8_t* picture) const
    {
        for (std::size_t y = 0; y < m_shape.height; ++y)
            std::memcpy(picture + y * rowBytes(), sheet + offsetOf(index, y), rowBytes());
    }

private:
    std::size_t rowBytes() const { return m_shape.width * m_shape.channels; } // of one picture
    std::size_t offsetOf(std::size_t index, std::size_t y) const
    {
        return ((index / kGalleryColumns * m_shape.height + y) * kGalleryColumns + index % kGalleryColumns)
            * rowBytes();
    }

    ImageShape m_shape;
    std::size_t m_rows;
};

std::optional<Error> writeSheet(
    const std::vector<Listed>& pictures, const ImageShape& shape, const std::string& path)
{
    const Layout layout(shape, pictures.size());
    std::vector<std::uint8_t> sheet(layout.bytes());
    for (std::size_t i = 0; i < pictures.size(); ++i)
        layout.place(i, pictures[i].picture->pixels.data(), sheet.data());
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = layout.width();
    image.height = layout.height();
    image.format = layout.format();
    image.flags = PNG_IMAGE_FLAG_FAST; // an eighth larger, in a third of the time
    if (!png_image_write_to_file(&image, path.c_str(), 0, sheet.data(), 0, nullptr))
        return Error{TR("cannot write %1: %2"), {path, std::string(image.message)}};
    return std::nullopt;
}

CsvLine columnsOf(const ImageFacts& facts)
{
    CsvLine columns{"list", "ordinal", "sequence", "source", "label", "predicted"};
    columns.insert(columns.end(), facts.classes.begin(), facts.classes.end());
    return columns;
}

std::optional<Error> writeTable(
    const std::vector<Listed>& pictures, const ImageFacts& facts, const std::string& path)
{
    CsvText table;
    for (const std::string& column : columnsOf(facts))
        table.add(column);
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
std::optional<Picture> pictureOf(const CsvLine& line, const std::shared_ptr<const ImageFacts>& facts)
{
    const std::size_t classes = facts->classes.size();
    Picture picture{.facts = facts, .probabilities = std::vector<float>(classes)};
    if (line.size() != kFields + classes || !take(line[1], picture.ordinal)
        || !take(line[2], picture.sequence) || !take(line[3], picture.source) || !take(line[4], picture.label)
        || !take(line[5], picture.predicted) || picture.label >= classes || picture.predicted >= classes)
        return std::nullopt;
    for (std::size_t i = 0; i < classes; ++i)
        if (float& share = picture.probabilities[i];
            !take(line[kFields + i], share) || !std::isfinite(share) || share < 0 || share > 1)
            return std::nullopt;
    return picture;
}

Result<std::vector<std::uint8_t>> readSheet(const std::string& path, const Layout& layout)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20U;
    const auto bytes = readRegularFile(path, kMostBytes);
    if (!bytes)
        return Error{TR("cannot read %1: %2"), {path, bytes.error()}};
    if (!png_image_begin_read_from_memory(&image, bytes->data(), bytes->size()))
        return Error{TR("cannot read %1: %2"), {path, std::string(image.message)}};
    if (image.width != layout.width() || image.height != layout.height()) {
        png_image_free(&image);
        return Error{TR("%1 does not belong to %2"), {path, kGalleryTable}};
    }
    image.format = layout.format();
    std::vector<std::uint8_t> sheet(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, sheet.data(), 0, nullptr))
        return Error{TR("%1 is damaged: %2"), {path, std::string(image.message)}};
    return sheet;
}

} // namespace

std::optional<Error> writeGallery(const GalleryContents& contents, const std::string& folder)
{
    const std::vector<Listed> pictures = listed(contents);
    if (auto error = writeSheet(pictures, contents.facts->shape, pathOf(folder, kGallerySheet)))
        return error;
    return writeTable(pictures, *contents.facts, pathOf(folder, kGalleryTable));
}

Result<GalleryContents> readGallery(const std::string& folder, const ImageFacts& facts)
{
    const std::size_t classes = facts.classes.size();
    const std::size_t most
        = Gallery::mostPerCell(classes) * classes * classes + Gallery::kMostConfidentErrors;
    const std::string path = pathOf(folder, kGalleryTable);
    const std::vector<CsvLine> lines = readCsvFile(path);
    if (lines.empty())
        return Error{TR("cannot read %1"), {path}};
    if (lines.front() != columnsOf(facts))
        return Error{TR("%1 has other classes than the report of the run"), {path}};
    if (lines.size() > most + 1)
        return Error{TR("%1 has more lines than a gallery has pictures"), {path}};
    const std::size_t pictures = lines.size() - 1;
    const Layout layout(facts.shape, pictures);
    const auto sheet = readSheet(pathOf(folder, kGallerySheet), layout);
    if (!sheet)
        return Error{sheet.error()};
    GalleryContents contents(std::make_shared<const ImageFacts>(facts));
    for (std::size_t i = 0; i < pictures; ++i) {
        std::optional<Picture> picture = pictureOf(lines[i + 1], contents.facts);
        if (!picture)
            return Error{TR("%1: line %2 is none of a gallery"), {path, i + 2}};
        picture->pixels.resize(facts.shape.values());
        layout.take(i, sheet->data(), picture->pixels.data());
        auto& list = lines[i + 1][0] == kMostConfident || lines[i + 1][0] == kMostConfidentBefore
            ? contents.mostConfidentErrors
            : contents.cell(picture->label, picture->predicted);
        list.push_back(std::move(*picture));
    }
    return contents;
}

} // namespace iotbench
