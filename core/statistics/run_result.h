// Everything that is known about a run once it is over: what verdict, reports and window read. Plain values,
// filled once by the run, never changed after. Nothing in it is NaN or infinite: what is not known is empty.
#pragma once

#include "base/message.h"
#include "images/image_facts.h"
#include "settings/settings.h"
#include "statistics/confusion.h"
#include "statistics/content_facts.h"
#include "statistics/interference.h"
#include "statistics/interval_rows.h"
#include "statistics/latency_histogram.h"
#include "statistics/machine_facts.h"
#include "statistics/percentile_intervals.h"
#include "statistics/steadiness.h"
#include "statistics/sustained.h"
#include "statistics/wilson.h"
#include "stream/byte_stream.h"
#include "stream/ends.h"
#include "wire/wire_format.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iotbench {

// Records refused for one reason.
struct RejectedRecords {
    static constexpr std::size_t kLinesKept = 5;
    std::uint64_t count = 0;
    std::vector<std::uint64_t> firstLines; // 1-based, at most kLinesKept; of a source's own stream

    void add(std::uint64_t line)
    {
        ++count;
        if (firstLines.size() < kLinesKept)
            firstLines.push_back(line);
    }
    bool operator==(const RejectedRecords&) const = default;
};
using RejectedByReason = std::array<RejectedRecords, kRejectReasonCount>; // indexed by RejectReason

// received = classified + rejected + unclassified.
struct ImageCounts {
    std::optional<std::uint64_t> offered; // due by the schedule before the end; empty where we do not send
    std::optional<std::uint64_t> sent; // empty where we do not send
    std::optional<std::uint64_t> expected; // asked for with -t (or by duration × rate); empty: unlimited
    std::uint64_t received = 0; // records framed, refused ones too; 0 in role send
    std::uint64_t classified = 0;
    std::uint64_t rejected = 0;
    std::uint64_t unclassified = 0; // left over at a stop
    // Empty where they cannot be known. In loopback each stream is compared with what was sent into it, by
    // place and content: what came otherwise than it was sent is lost.
    std::optional<std::uint64_t> lost;
    std::optional<std::uint64_t> duplicated;
    std::uint64_t correct = 0; // classified as labelled; 0 where answers are not judged

    bool operator==(const ImageCounts&) const = default;
};

// One row for each source of the run (see stream/ends.h), in order of arrival.
struct SourceRow {
    std::optional<std::uint32_t> id; // counted up from 0, as in images.csv; empty: several that have gone
    std::string name; // "127.0.0.1:41234", "standard input", "stream 1 (memory)"
    std::optional<WireFormat> format; // empty: nothing came that could tell
    ImageCounts counts;
    RejectedByReason rejected;
    std::uint64_t bytes = 0;
    std::optional<double> elapsedS; // first arrival to last result
    LatencySummary latency; // as RunResult::latency
    SourceEnd end = SourceEnd::Open;
    AfterEndMark afterEndMark; // WentOn: at least

    bool operator==(const SourceRow&) const = default;
};

// Sources that ended alike, whether they have rows of their own or not.
struct EndedSources {
    static constexpr std::size_t kNamed = 3;
    std::uint64_t count = 0;
    std::vector<std::string> firstNames; // at most kNamed
    AfterEndMark afterEndMark; // of all of them

    void add(const std::string& name, const AfterEndMark& after)
    {
        ++count;
        if (firstNames.size() < kNamed)
            firstNames.push_back(name);
        afterEndMark.bytes += after.bytes;
        afterEndMark.records += after.records;
    }
    bool operator==(const EndedSources&) const = default;
};
using SourceEnds = std::array<EndedSources, kSourceEndCount>; // indexed by SourceEnd

// Where a latency starts. Intended is the honest one (a late send is the wait of an image that was due);
// arrival leaves out the way to here and is all that can be known without the schedule.
enum class LatencyOrigin : std::uint8_t { None, Intended, Arrival };
std::string_view toString(LatencyOrigin origin); // "none", "intended", "arrival"

// Mean times of one image on its way, microseconds; empty where nothing was classified. `infer` is the whole
// batch's, for that is how long each image in it was away.
struct StageTimes {
    std::optional<double> queueUs, decodeUs, normaliseUs, inferUs;
    bool operator==(const StageTimes&) const = default;
};

// Images that were due before the end and never sent, for the receiver took no more: the times are seconds
// since image 0 was due.
struct HeldUp {
    std::uint64_t images = 0;
    double fromS = 0; // when the first of them was due
    double untilS = 0; // the end, until which they count as late

    bool operator==(const HeldUp&) const = default;
};

// How well the sender kept its plan. Late: over max(1 ms, 10 % of the mean gap) after the deadline.
struct SendDelay {
    std::uint64_t late = 0;
    LatencySummary all = {}; // samples = images that had an intended time, those that were held up included
    bool realTime = false; // the kernel ran the sending threads before all others
    std::optional<HeldUp> heldUp = {}; // empty: all that were due were sent

    bool operator==(const SendDelay&) const = default;
};

// Whether results kept up with the plan, in seconds since image 0 was due. In role send, sending stands for
// result.
struct Backlog {
    double scheduleS = 0; // from the first to the last intended send time
    double lastIntendedS = 0;
    double lastResultS = 0;

    bool operator==(const Backlog&) const = default;
};

// CPU seconds, user and system.
struct CpuByThread {
    double senderS = 0, readerS = 0, workersS = 0, collectorS = 0, otherS = 0;
    double totalS() const { return senderS + readerS + workersS + collectorS + otherS; }
    bool operator==(const CpuByThread&) const = default;
};
// The same time by what it was spent on; empty where it was not measured or did not happen here.
struct CpuByStage {
    std::optional<double> encodeS, sendS, receiveS, frameS, decodeS, normaliseS, inferS, collectS;
    bool operator==(const CpuByStage&) const = default;
};

struct WarmUp {
    std::uint64_t inferences = 0;
    double seconds = 0;
    bool operator==(const WarmUp&) const = default;
};

// How fast an engine was alone, just before the run; see run/calibration.h.
struct CalibrationRow {
    std::string engine;
    unsigned workers = 0; // threads, each with a session of its own
    unsigned batch = 0;
    double imagesPerS = 0; // all workers together: the median of the rounds
    unsigned rounds = 1; // measurements; more than one where it came near the best
    std::optional<double> lowestImagesPerS = {}, highestImagesPerS = {}; // of several rounds
    bool operator==(const CalibrationRow&) const = default;
};

// What was measured to decide what the user left open of engine, workers and batch ceiling.
struct Calibration {
    double seconds = 0; // that all of it took
    std::vector<CalibrationRow> rows = {}; // in the order of measuring
    bool remembered = false; // decided by an earlier start; `rows` is how fast the choice is now
    bool operator==(const Calibration&) const = default;
};

struct BatchUse {
    unsigned batch = 0; // images inferred together
    std::uint64_t batches = 0; // how many times
    bool operator==(const BatchUse&) const = default;
};

// What another engine answers to the same images, where no card tells what the model should.
struct SecondOpinion {
    std::string engine; // "onnxruntime 1.21.0"
    std::uint64_t compared = 0; // images
    std::uint64_t agreed = 0; // of them
    bool operator==(const SecondOpinion&) const = default;
};

// Whether a model that no card tells of answers as before when asked again, and beside other images as alone.
struct AnswerCheck {
    std::uint64_t asked = 0; // images that were given to it a second time
    std::uint64_t again = 0; // of them: answered as the first time
    std::uint64_t batch = 0; // images that were then given to it at once
    std::uint64_t compared = 0; // images, in such batches
    std::uint64_t inBatches = 0; // of them: answered as alone
    bool operator==(const AnswerCheck&) const = default;
};

struct EngineFacts {
    std::string name; // "opencv"; "" in role send
    std::string version;
    std::string description; // what really runs: "fp32, CPU, opencv 4.6.0"
    PrecisionAsked precision = PrecisionAsked::Fp32; // that really runs
    bool infers = true; // false: "null", whose answers mean nothing
    unsigned workers = 0;
    std::vector<std::string>
        workerCpus; // the CPUs that each worker was held to: "3", "4-7"; empty: the kernel placed them
    std::vector<BatchUse> batches; // ascending
    bool operator==(const EngineFacts&) const = default;
};

struct ModelFacts {
    std::string name; // "" without a model
    std::string file;
    std::string sha256;
    std::string architecture;
    Normalisation normalisation = Normalisation::Unit; // that the model is fed with
    bool hasCard = false;
    std::optional<std::uint64_t> parameters, macs;
    std::optional<std::uint64_t> cardCorrect; // of the card's cardImages test images
    std::optional<std::uint64_t> cardImages;
    std::string
        cardInstructionSets; // of the machine that a user's own card was made on; "" of a bundled model
    bool operator==(const ModelFacts&) const = default;
};

struct BuildFacts {
    std::string version; // of iotbench
    std::string gitRevision; // "unknown" from a tarball
    std::string buildType; // "Release"
    bool optimised = true; // false: a debug build, whose speed means nothing
    std::string compiler;
    std::string vectors; // instruction set of the decoders: "AVX-512"
    std::vector<std::pair<std::string, std::string>> libraries; // name, version
    bool operator==(const BuildFacts&) const = default;
};

enum class TransportMedium : std::uint8_t {
    None, // nothing was opened
    Memory,
    StandardInput, // a pipe, a terminal or a socket
    StandardInputFile, // a regular file: all of it is there from the start
    StandardOutput,
    TcpLoopback, // to ourselves
    TcpListening,
    TcpConnected,
    Spark, // a cluster's executors answered
};
std::string_view toString(TransportMedium medium); // "none", "standard input", "tcp listening", …

struct TransportFacts {
    TransportMedium medium = TransportMedium::None;
    std::string address = {}; // TCP: "127.0.0.1:10000", ours where we listen, else the peer's
    std::optional<std::uint64_t> sendBufferBytes = {}; // granted (1 MB is asked for)
    std::optional<std::uint64_t> receiveBufferBytes = {};
    std::uint64_t bytes = 0; // of the streams, as received, or as sent in role send
    bool operator==(const TransportFacts&) const = default;
};

// Who classified, where it was not this machine but the executors of a Spark cluster, each with its
// classifiers.
struct ClusterFacts {
    struct Executor {
        std::string host;
        unsigned classifiers = 0; // processes that answered
        std::uint64_t images = 0; // that they answered
        bool operator==(const Executor&) const = default;
    };
    std::string master; // "spark://10.0.0.1:7077"
    std::string sparkVersion, javaVersion, pythonVersion; // the last two of the driver
    unsigned tasksAtOnce = 0; // slots, in the words of Spark
    unsigned taskCpus = 1; // CPUs of a task, and so workers of its classifier
    std::vector<Executor> executors;
    std::uint64_t tasks = 0; // whose results were counted
    std::uint64_t tasksRepeated = 0; // of them, after a failure
    bool lostUnknown = false; // images went with an executor, and nobody knows how many were sent
    bool operator==(const ClusterFacts&) const = default;
};

// How the streams of others were read.
struct ReadingFacts {
    double heldUpS = 0; // not read although it could have been: the queue was full
    std::uint64_t heldUpImages = 0; // that may have been there in this time, unread
    std::uint64_t waitedImages = 0; // classified; were there before the reading began, or stood behind such
    // Images/s once the receiver had caught up with such, where it had begun faster (caught_up_rate.h).
    std::optional<double> caughtUpPerS = {};
    std::uint64_t probes = 0; // connections that left without a byte
    std::uint64_t hadNoPlace = 0; // connections that waited until one of the --senders places was free
    bool operator==(const ReadingFacts&) const = default;
};

// Whether those that we sent to have read everything: how many of them, see stream/byte_stream.h.
struct Receipts {
    std::uint64_t read = 0;
    std::uint64_t untold = 0; // nothing tells: they did not close, or not after the end
    std::uint64_t unread = 0; // they had not in all the time that they were given
    std::uint64_t reset = 0; // they ended the connection after the last image with a reset
    std::uint64_t unreadBytes = 0; // of the last two, at least

    void add(const Receipt& receipt);
    bool operator==(const Receipts&) const = default;
};

// What was counted sample by sample.
struct CountedImages {
    ImageCounts counts;
    RejectedByReason rejected; // over all sources; line numbers are of whichever source was first
    std::vector<SourceRow> sources;
    SourceEnds sourceEnds; // of every source, however many rows are kept
    double elapsedS = 0; // first arrival to last result; in role send first to last send
    // Results (role send: sends) after the first ÷ the time from the first to the last; empty where all came
    // at once.
    std::optional<double> resultsPerS;
    std::optional<Interval> rateInterval; // 95 % of classified / elapsed; see rateIntervalOf()
    std::vector<IntervalRow> intervals;

    ContentFacts content; // of the classified images
    std::uint64_t scoresNotFinite = 0; // classified images to which the model gave a NaN or an infinity
    bool looksAsModelWants = true; // false: a float stream whose values do not fit the model's normalisation
    Confusion confusion; // of no classes where answers are not judged
    std::optional<CardAgreement> card; // where a card has predictions and a test image came
    std::optional<double> rollingAccuracy; // share of the last 1,000

    LatencyOrigin latencyOrigin = LatencyOrigin::None;
    LatencySummary latency; // from latencyOrigin to result
    PercentileIntervals latencyIntervals; // of the same times
    std::vector<LatencyBucket> latencyBuckets; // of the same times
    LatencySummary service; // from when a worker began with it to result: the waiting left out
    PercentileIntervals serviceIntervals;
    StageTimes stages;
};

struct RunResult : CountedImages {
    std::string runId; // a random UUID: one run in all its reports
    Settings settings; // effective
    Settings requested; // before anything was decided for the user
    std::int64_t startUnixMs = 0; // wall clock, UTC
    ImageFacts imageFacts; // of the images that were sent or classified
    RunEnd end = RunEnd::Complete;
    Message failure; // Failed: why
    std::vector<Message> warnings; // raised on the way, in order

    std::optional<ReadingFacts> reading; // where others send
    std::optional<Receipts> receipts; // role send
    std::optional<SendDelay> sendDelay; // where we send by a plan
    std::optional<Backlog> backlog; // the same
    Steadiness steadiness;
    std::optional<Sustained> sustained; // of a long run

    std::optional<Calibration> calibration; // empty: nothing was open, or nothing could be measured
    WarmUp warmUp;
    CpuByThread cpu;
    CpuByStage cpuStages;
    std::uint64_t peakMemoryBytes = 0; // resident; 0: not known

    EngineFacts engine;
    ModelFacts model;
    std::optional<AnswerCheck> answerCheck; // empty: there is a card
    std::optional<SecondOpinion>
        secondOpinion; // empty: there is a card, or no other engine that runs the model
    TransportFacts transport;
    MachineFacts machine;
    Interference interference;
    BuildFacts build;
    std::optional<ClusterFacts> cluster; // machine, build and engine version are then the driver's
};

// Figures that follow from the others; empty where they would not be a number.
bool judgesAnswers(const RunResult& result); // right and wrong mean something
std::uint64_t imagesDone(const RunResult& result); // classified; role send: sent
std::optional<double> imagesPerS(const RunResult& result); // classified (role send: sent) / elapsed
std::optional<double> offeredPerS(const RunResult& result); // by the plan; empty for `max` and `original`
// Over distinct images, each as it was predicted the first time: share 0..1, and its Wilson 95 % interval.
std::optional<double> accuracy(const RunResult& result);
std::optional<Interval> accuracyInterval(const RunResult& result);
std::optional<double> recall(const RunResult& result, std::size_t label);
std::optional<double> usPerImage(
    const RunResult& result, std::optional<double> seconds); // classified (send: sent)
std::optional<double> engineAloneImagesPerS(
    const RunResult& result); // calibrated, with the engine, workers and batch ceiling of the run
std::optional<double> cpuUsPerImage(const RunResult& result); // all threads
std::optional<double> engineCpuUsPerImage(const RunResult& result); // inference alone
std::optional<double> overheadCpuUsPerImage(const RunResult& result); // the rest

} // namespace iotbench
