// Everything a user can ask of a run, with the defaults of the original programs where they had any.
// The table that names, explains and parses these fields is settings_table.h.
#pragma once

#include "stream/endpoint.h"
#include "stream/pacing.h"
#include "wire/wire_format.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

enum class Role : std::uint8_t { Loopback, Send, Receive, Worker };
enum class TransportKind : std::uint8_t { Tcp, Memory };
enum class PrecisionAsked : std::uint8_t { Fp32, Bf16, Int8 };

// Plain values. "Asked": as given. validateSettings() turns them into "effective" ones, where every optional
// that can be decided is decided; those are frozen and recorded in the report.
struct Settings {
    Role role = Role::Loopback;

    // what
    std::string model; // name of a bundled model, or a path
    std::string images; // CIFAR binary records: file or folder; "" = bundled test set
    std::optional<Normalisation> normalise; // for a model without a card
    // how it is sent
    double imagesPerSecond = 10; // over all streams; 0 = as fast as the receiver takes them
    std::optional<std::uint64_t>
        totalImages; // over all streams; unset: 100 where sending, unlimited where receiving
    double durationS = 0; // 0 = not limited by time
    std::optional<bool> subtractMean; // unset: what the model wants in loopback, off in send
    Pacing pacing = Pacing::Constant;
    double cameraRatePerS = 15; // of each camera of Pacing::Cameras
    std::uint64_t seed = 1;
    unsigned streams = 1;
    std::optional<WireFormat> format; // unset = auto: keras where we send, detected where we receive
    TransportKind transport = TransportKind::Tcp;
    // where
    std::optional<Endpoint> listen;
    std::optional<Endpoint> connect;
    unsigned senders = 1; // connections served at once
    double lingerS = 2;
    double idleTimeoutS = 30; // 0 = never
    double waitTimeoutS = 0; // 0 = for ever
    // with what
    std::string engine = "opencv"; // "auto" = by calibration
    PrecisionAsked precision = PrecisionAsked::Fp32;
    std::string device = "CPU";
    unsigned batchSize = 0; // largest of the batch sizes 1, 2, 4, …; 0 = by calibration
    unsigned workers = 0; // 0 = by calibration, CPUs allowed at most
    unsigned queue = 256; // images between reader and workers
    bool fresh = false; // nothing that an earlier start has measured is used
    unsigned warmup = 20; // images a session before the first of the stream is read
    // what comes of it
    std::uint64_t reportingInterval = 100; // 0 = no lines
    std::string report; // folder; "" = none
    std::string csv; // file to append to; "" = none
    bool force = false;
    std::string label;
    bool noHost = false;
    bool strict = false;
    bool quiet = false;
    bool contentHash = false; // role worker: with the hash of each image
    // pass criteria; unset = not asked
    std::optional<double> minAccuracyPct;
    std::optional<double> requireRatePerS;
    std::optional<double> maxP99Ms;

    bool operator==(const Settings&) const = default;
};

// Those of a run, to run it again: without where it wrote to, which is not to be written over.
inline Settings settingsToRepeat(Settings ofRun)
{
    ofRun.report.clear();
    ofRun.csv.clear();
    ofRun.force = false;
    return ofRun;
}

} // namespace iotbench
