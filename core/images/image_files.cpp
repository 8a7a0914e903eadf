#include "images/image_files.h"

#include "images/refused.h"
#include "images/test_set.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace iotbench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kRecordBytes = 1 + kImageValues;

Result<std::vector<fs::path>> filesOf(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return refused(path, error ? error.message() : "no such file or folder");
    if (!fs::is_directory(status))
        return std::vector<fs::path>{path};

    std::vector<fs::path> files;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() == ".bin" && entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    if (error)
        return refused(path, error.message());
    if (files.empty())
        return refused(path, "no *.bin file in this folder");
    std::ranges::sort(files);
    return files;
}

// One record into one image of the set.
void interleave(const std::uint8_t* planes, std::uint8_t* hwc)
{
    for (std::size_t i = 0; i < kPlaneSize; ++i) {
        for (std::size_t channel = 0; channel < kImageChannels; ++channel)
            hwc[i * kImageChannels + channel] = planes[channel * kPlaneSize + i];
    }
}

// Appends the records of `file`; the reason in words where that fails, "" otherwise.
std::string append(const fs::path& file, ImageSet& images)
{
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(file, error);
    if (error)
        return error.message();
    if (bytes == 0)
        return "the file is empty";
    if (bytes % kRecordBytes != 0)
        return "not CIFAR-10 binary records: " + std::to_string(bytes) + " bytes are not a multiple of "
            + std::to_string(kRecordBytes);

    std::ifstream in(file, std::ios::binary);
    const std::size_t count = bytes / kRecordBytes;
    const std::size_t first = images.size();
    images.labels.resize(first + count);
    images.pixels.resize((first + count) * kImageValues);
    std::array<std::uint8_t, kRecordBytes> record;
    for (std::size_t i = 0; i < count; ++i) {
        if (!in.read(reinterpret_cast<char*>(record.data()), kRecordBytes))
            return "cannot be read";
        if (record[0] >= kClassCount)
            return "not CIFAR-10 binary records: record " + std::to_string(i + 1) + " has the label "
                + std::to_string(record[0]);
        images.labels[first + i] = record[0];
        interleave(record.data() + 1, images.pixels.data() + (first + i) * kImageValues);
    }
    return {};
}

} // namespace

Result<ImageSet> loadImageFiles(const fs::path& path)
{
    const Result<std::vector<fs::path>> files = filesOf(path);
    if (!files)
        return Error{files.error()};
    ImageSet images;
    images.origin = path.string();
    for (const fs::path& file : *files) {
        if (std::string reason = append(file, images); !reason.empty())
            return refused(file, reason);
    }
    images.isTestSet = equalsTestSet(images);
    return images;
}

} // namespace iotbench
