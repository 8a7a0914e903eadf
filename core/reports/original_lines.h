// The text lines of the original benchmark's sender and receiver, letter for letter, so that scripts which
// read those read these. VMware IoT Analytics Benchmark DL: infer_cifar.py, send_images_cifar.py. No line
// ends in '\n'.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

// "2019-01-31T02:44:45Z", and with milliseconds "2019-01-31T02:44:45.123Z".
std::string isoTimeS(std::int64_t unixMs);
std::string isoTimeMs(std::int64_t unixMs);

// Receiver, on standard output.
std::string loadedModelLine(std::string_view modelPath); // "Loaded trained model PATH"
std::string startSendLine(); // "Start send program"
std::string classifiedLine(
    std::int64_t unixMs, std::uint64_t images); // every -r images: "…Z: 1000 images classified"
// "Inferenced 10000 images in 58.8 seconds or 170.0 images/second, with 9147 or 91.5% correctly classified".
// Without `correct` (engine `null`) it ends after "images/second". No image in no time is 0.0 of each, where
// the original fails.
std::string summaryLine(std::uint64_t images, double elapsedS, std::optional<std::uint64_t> correct);

// Sender, on standard error.
struct SendingLine {
    double imagesPerS = 0; // 0: as fast as the receiver takes them
    std::optional<std::uint64_t> totalImages; // unset: limited by time alone
    double durationS = 0; // 0: not limited by time
    bool meanSubtracted = false;
};
// "…Z: Sending 1000 images per second for a total of 10000 images with pixel mean subtracted".
// Where the original has no words: "as many images per second as are taken", "for 30 seconds".
std::string sendingLine(std::int64_t unixMs, const SendingLine& line);
std::string sentLine(std::int64_t unixMs, std::uint64_t images); // "…Z: 1000 images sent"
std::string streamEndedLine(std::int64_t unixMs); // "…Z: Image stream ended"

} // namespace iotbench
