#include "images/image_files.h"

#include "base/regular_file.h"
#include "images/cifar10.h"
#include "images/refused.h"
#include "images/test_set.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

namespace iotbench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kRecordBytes = 1 + cifar10::kImageValues;

Result<std::vector<fs::path>> filesOf(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return refused(path, error ? verbatim(error.message()) : TR("no such file or folder"));
    if (!fs::is_directory(status))
        return std::vector<fs::path>{path};

    std::vector<fs::path> files;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() == ".bin" && entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    if (error)
        return refused(path, verbatim(error.message()));
    if (files.empty())
        return refused(path, TR("no *.bin file in this folder"));
    std::ranges::sort(files);
    return files;
}

// One record into one image of the set.
void interleave(const std::uint8_t* planes, std::uint8_t* hwc)
{
    for (std::size_t i = 0; i < cifar10::kPlaneSize; ++i) {
        for (std::size_t channel = 0; channel < cifar10::kImageChannels; ++channel)
            hwc[i * cifar10::kImageChannels + channel] = planes[channel * cifar10::kPlaneSize + i];
    }
}

// Appends the records of `file`; the reason where that fails.
std::optional<Message> append(const fs::path& file, ImageSet& images)
{
    const Result<RegularFile> opened = openRegularFile(file);
    if (!opened)
        return opened.error();
    constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 30U;
    const std::uint64_t bytes = opened->bytes;
    if (bytes > kMostBytes)
        return TR("has over 4 GB, and images are held in memory");
    if (bytes == 0)
        return TR("the file is empty");
    if (bytes % kRecordBytes != 0)
        return Message(
            TR("not CIFAR-10 binary records: %1 bytes are not a multiple of %2"), {bytes, kRecordBytes});

    std::ifstream in(file, std::ios::binary);
    const std::size_t count = bytes / kRecordBytes;
    const std::size_t first = images.size();
    images.labels.resize(first + count);
    images.pixels.resize((first + count) * cifar10::kImageValues);
    std::array<std::uint8_t, kRecordBytes> record;
    for (std::size_t i = 0; i < count; ++i) {
        if (!in.read(reinterpret_cast<char*>(record.data()), kRecordBytes))
            return TR("cannot be read");
        if (record[0] >= cifar10::kClassCount)
            return Message(TR("not CIFAR-10 binary records: record %1 has the label %2"), {i + 1, record[0]});
        images.labels[first + i] = record[0];
        interleave(record.data() + 1, images.pixels.data() + (first + i) * cifar10::kImageValues);
    }
    return std::nullopt;
}

} // namespace

Result<ImageSet> loadImageFiles(const fs::path& path)
{
    const Result<std::vector<fs::path>> files = filesOf(path);
    if (!files)
        return Error{files.error()};
    ImageSet images = cifar10::noImages();
    images.origin = path.string();
    for (const fs::path& file : *files) {
        if (std::optional<Message> reason = append(file, images))
            return refused(file, std::move(*reason));
    }
    return images;
}

} // namespace iotbench
