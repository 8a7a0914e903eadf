// What the tests of the wire share: padded records, files of lines and of images, the pixel mean.
#pragma once

#include "images/cifar10.h"
#include "test_paths.h"
#include "wire/record_decoder.h"
#include "wire/record_encoder.h"
#include "wire/vector_kernels.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench::test {

// One record with the room around it that decoders may read; the room is filled with `filler`, so that a
// decoder that takes it for the record is found out.
class PaddedRecord {
public:
    explicit PaddedRecord(std::string_view record, char filler = '7')
        : m_bytes(kReadableBefore, filler)
        , m_length(record.size())
    {
        m_bytes += record;
        m_bytes.append(kReadableAfter, filler);
    }
    std::span<const char> bytes() const { return {m_bytes.data() + kReadableBefore, m_length}; }

private:
    std::string m_bytes;
    std::size_t m_length;
};

// For QCOMPARE, which would print an enumeration by iotbench::toString, a std::string_view that it cannot
// take.
inline QString words(RejectReason reason)
{
    if (reason == RejectReason::None)
        return QStringLiteral("accepted");
    const std::string_view text = toString(reason);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The whole file; fails the program where it cannot be read, since such a test would mean nothing.
inline std::string readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s: %s", qPrintable(path), qPrintable(file.errorString()));
    return file.readAll().toStdString();
}

// Lines without their newlines.
inline std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

// CIFAR-10 binary records as an image set, by loops that share nothing with the code under test.
inline ImageSet imagesOf(const std::string& records)
{
    ImageSet images = cifar10::noImages();
    for (std::size_t begin = 0; begin + kCifarRecordBytes <= records.size(); begin += kCifarRecordBytes) {
        images.labels.push_back(static_cast<std::uint8_t>(records[begin]));
        for (std::size_t pixel = 0; pixel < cifar10::kPlaneSize; ++pixel)
            for (std::size_t channel = 0; channel < cifar10::kImageChannels; ++channel)
                images.pixels.push_back(
                    static_cast<std::uint8_t>(records[begin + 1 + channel * cifar10::kPlaneSize + pixel]));
    }
    return images;
}

// The mean that the original sender subtracts, with its rounding errors: see tests/data/wire/README.md.
inline PixelMean originalSenderMean()
{
    const std::string bytes = readFile(dataPath(QStringLiteral("wire/original_sender_mean.f32")));
    PixelMean mean(cifar10::kImageValues);
    if (bytes.size() != mean.size() * sizeof(float))
        qFatal("original_sender_mean.f32 holds %zu bytes", bytes.size());
    std::memcpy(mean.data(), bytes.data(), bytes.size());
    return mean;
}

// One record as the encoder prints it, without its newline.
inline std::string encoded(const RecordEncoder& encoder, const ImageSet& images, std::size_t index)
{
    std::string record(encoder.maxRecordBytes(), '\0');
    const char* const end = encoder.encode(images.image(index), images.labels[index], record.data());
    record.resize(static_cast<std::size_t>(end - record.data()) - isText(encoder.format()));
    return record;
}

} // namespace iotbench::test
