#include "settings/settings_table.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace iotbench {
namespace {

#define SETTING_TR(text) QT_TRANSLATE_NOOP("Settings", text)

constexpr double kLongestS = 366.0 * 24 * 3600; // a run of a leap year
constexpr double kMostImages = 1e12;
constexpr double kExactInJson = 9'007'199'254'740'991; // 2^53 - 1: every reader of JSON gets it unchanged

using S = Settings;

constexpr std::array kTable = std::to_array<Setting>({
    // Task
    {.key = "role",
        .field = &S::role,
        .group = SettingGroup::Task,
        .roles = Everywhere,
        .help = SETTING_TR(
            "What this process does: loopback sends to itself and measures both ends, send and receive are "
            "one end each, worker answers every record on standard input with one line on standard output.")},
    {.key = "modelPath",
        .letter = 'm',
        .field = &S::model,
        .group = SettingGroup::Task,
        .roles = WhereClassifying,
        .valueName = "MODEL",
        .help = SETTING_TR("The model: the name of a bundled one (see --list-models), or the path of an "
                           ".onnx, Keras (.keras, .h5) or OpenVINO (.xml) file. Required, but for the "
                           "role send and the engine null.")},
    {.key = "images",
        .field = &S::images,
        .group = SettingGroup::Task,
        .roles = WhereSending,
        .calledElsewhere = "dataset input",
        .valueName = "FILE|DIR",
        .defaultWords = SETTING_TR("the bundled CIFAR-10 test set"),
        .help = SETTING_TR(
            "Images to send instead of the bundled test set: a file of CIFAR-10 binary records, or a "
            "folder of *.bin files.")},
    {.key = "normalise",
        .field = &S::normalise,
        .group = SettingGroup::Task,
        .roles = WhereClassifying,
        .unsetWord = "auto",
        .help = SETTING_TR(
            "What a model without a card is fed with: bytes / 255, the same minus the training pixel "
            "mean, or the bytes themselves; auto is what the card says, and unit without one.")},
    // Sending
    {.key = "imagesPerSec",
        .letter = 'i',
        .field = &S::imagesPerSecond,
        .group = SettingGroup::Sending,
        .roles = WhereSending,
        .calledElsewhere = "rate fps",
        .valueName = "RATE",
        .unit = "images/s",
        .minimum = 0.001,
        .maximum = 10'000'000,
        .zeroWord = "max",
        .help
        = SETTING_TR("Images to send in a second, over all streams; max (or 0) is as fast as the receiver "
                     "takes them.")},
    {.key = "totalImages",
        .letter = 't',
        .field = &S::totalImages,
        .group = SettingGroup::Sending,
        .roles = WhereStreaming,
        .calledElsewhere = "count number",
        .valueName = "COUNT",
        .unit = "images",
        .minimum = 1,
        .maximum = kMostImages,
        .defaultWords = SETTING_TR("100 where sending, no limit where receiving or with --duration"),
        .help = SETTING_TR(
            "Images to send over all streams; where receiving, the number expected: the run ends with "
            "it, and fewer count as lost.")},
    {.key = "duration",
        .letter = 'd',
        .field = &S::durationS,
        .group = SettingGroup::Sending,
        .roles = WhereStreaming,
        .calledElsewhere = "time seconds",
        .valueName = "SECONDS",
        .unit = "s",
        .minimum = 0,
        .maximum = kLongestS,
        .defaultWords = SETTING_TR("0, not limited"),
        .help = SETTING_TR(
            "Ends the run after this time, which a receiver counts from its first image; together with "
            "--totalImages, whichever comes first.")},
    {.key = "subtractMean",
        .letter = 's',
        .field = &S::subtractMean,
        .group = SettingGroup::Sending,
        .roles = WhereSending,
        .unsetWord = "auto",
        .defaultWords = SETTING_TR("what the model wants in loopback, off in send"),
        .help = SETTING_TR("Sends format keras with the training pixel mean subtracted, as ResNet wants it; "
                           "--no-subtractMean sends without.")},
    {.key = "pacing",
        .field = &S::pacing,
        .group = SettingGroup::Sending,
        .roles = WhereSending,
        .calledElsewhere = "distribution arrival",
        .help = SETTING_TR(
            "When images are due: evenly spaced, with the random gaps of independent cameras "
            "(poisson), with a long tail (lognormal), by the loop of the original program, which "
            "sends 1.4 times too fast, or from cameras of one rate, each evenly spaced, whose phases "
            "change every 2 s (cameras).")},
    {.key = "camera-rate",
        .field = &S::cameraRatePerS,
        .group = SettingGroup::Sending,
        .roles = WhereSending,
        .valueName = "RATE",
        .unit = "images/s",
        .minimum = 0.1,
        .maximum = 10'000,
        .help = SETTING_TR("Images that each camera of --pacing cameras sends in a second; --imagesPerSec is "
                           "that of all of them.")},
    {.key = "seed",
        .field = &S::seed,
        .group = SettingGroup::Sending,
        .roles = WhereSending,
        .valueName = "NUMBER",
        .minimum = 0,
        .maximum = kExactInJson,
        .help
        = SETTING_TR("Seed of the random gaps: the same seed gives the same schedule on every machine.")},
    {.key = "streams",
        .field = &S::streams,
        .group = SettingGroup::Sending,
        .roles = WhereSending,
        .calledElsewhere = "cameras",
        .valueName = "COUNT",
        .unit = "streams",
        .minimum = 1,
        .maximum = 1024,
        .help = SETTING_TR(
            "Independent streams to send at once, as that many cameras; rate and total are shared out "
            "among them.")},
    // Connection
    {.key = "listen",
        .field = &S::listen,
        .group = SettingGroup::Connection,
        .roles = WhereConnecting,
        .calledElsewhere = "port bind",
        .valueName = "[HOST:]PORT",
        .defaultWords = SETTING_TR("standard input or output"),
        .help
        = SETTING_TR("Waits for connections on this port; only this machine (127.0.0.1) can connect unless a "
                     "host is given, 0.0.0.0 for every network; port 0 takes any free one.")},
    {.key = "connect",
        .field = &S::connect,
        .group = SettingGroup::Connection,
        .roles = WhereConnecting,
        .calledElsewhere = "host server target",
        .valueName = "HOST:PORT",
        .defaultWords = SETTING_TR("standard input or output"),
        .help = SETTING_TR("Connects to this host and port.")},
    {.key = "format",
        .field = &S::format,
        .group = SettingGroup::Connection,
        .roles = Everywhere,
        .unsetWord = "auto",
        .help
        = SETTING_TR("How an image is written on the wire; auto is keras where we send, and is told from the "
                     "first bytes of each stream where we receive.")},
    {.key = "transport",
        .field = &S::transport,
        .group = SettingGroup::Connection,
        .roles = InLoopback,
        .help
        = SETTING_TR("What lies between embedded sender and receiver: a TCP socket on 127.0.0.1, or memory "
                     "that carries the same bytes.")},
    {.key = "senders",
        .field = &S::senders,
        .group = SettingGroup::Connection,
        .roles = WhereReceiving,
        .valueName = "COUNT",
        .unit = "senders",
        .minimum = 1,
        .maximum = 1024,
        .defaultWords = SETTING_TR("1; in loopback as many as streams"),
        .help = SETTING_TR("Connections served at once; the next one waits until a place is free.")},
    {.key = "linger",
        .field = &S::lingerS,
        .group = SettingGroup::Connection,
        .roles = InReceive,
        .valueName = "SECONDS",
        .unit = "s",
        .minimum = 0,
        .maximum = kLongestS,
        .help
        = SETTING_TR("How long a listening receiver waits for another sender after the last one went.")},
    {.key = "idle-timeout",
        .field = &S::idleTimeoutS,
        .group = SettingGroup::Connection,
        .roles = InReceive,
        .calledElsewhere = "timeout",
        .valueName = "SECONDS",
        .unit = "s",
        .minimum = 0,
        .maximum = kLongestS,
        .help = SETTING_TR(
            "Ends the run when no image has come for this long, counted from the first one; 0 is never.")},
    {.key = "wait-timeout",
        .field = &S::waitTimeoutS,
        .group = SettingGroup::Connection,
        .roles = WhereConnecting,
        .valueName = "SECONDS",
        .unit = "s",
        .minimum = 0,
        .maximum = kLongestS,
        .defaultWords = SETTING_TR("0, for ever"),
        .help
        = SETTING_TR("How long to wait for the first image; a sender that listens: for each receiver.")},
    // Engine
    {.key = "engine",
        .field = &S::engine,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .calledElsewhere = "backend framework",
        .valueName = "NAME",
        .help = SETTING_TR(
            "What runs the model (see --list-engines); auto takes the fastest that is here, null does "
            "everything but the inference, and so measures this program itself.")},
    {.key = "precision",
        .field = &S::precision,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .calledElsewhere = "dtype",
        .help
        = SETTING_TR("The numbers that the engine calculates with, where engine and model offer a choice.")},
    {.key = "device",
        .field = &S::device,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .valueName = "NAME",
        .help = SETTING_TR("The engine's device.")},
    {.key = "batch-size",
        .field = &S::batchSize,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .valueName = "COUNT",
        .unit = "images",
        .minimum = 0,
        .maximum = 1024,
        .zeroWord = "auto",
        .defaultWords = SETTING_TR("auto, by a short measurement"),
        .help = SETTING_TR(
            "The most images that are inferred together; fewer when fewer are waiting, so that a low "
            "rate keeps the latency of single images.")},
    {.key = "workers",
        .field = &S::workers,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .calledElsewhere = "threads jobs",
        .valueName = "COUNT",
        .minimum = 0,
        .maximum = 1024,
        .zeroWord = "auto",
        .defaultWords = SETTING_TR("auto, by a short measurement; as many as CPUs allowed at most"),
        .help = SETTING_TR("Threads that decode and classify.")},
    {.key = "queue",
        .field = &S::queue,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .valueName = "COUNT",
        .unit = "images",
        .minimum = 1,
        .maximum = 65'536,
        .help
        = SETTING_TR("The most images waiting between reader and workers; when it is full, reading stops and "
                     "the sender feels it.")},
    {.key = "warmup",
        .field = &S::warmup,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .valueName = "COUNT",
        .unit = "images",
        .minimum = 0,
        .maximum = 10'000,
        .help = SETTING_TR(
            "Images that each batch size of each worker classifies before the first image of the stream is "
            "read, in two inferences at least; not counted. With more workers than CPUs each classifies "
            "fewer, so that the start takes no longer.")},
    {.key = "fresh",
        .field = &S::fresh,
        .group = SettingGroup::Engine,
        .roles = WhereClassifying,
        .help = SETTING_TR("Measures again what an earlier start has measured on this machine (workers, "
                           "batch size, an engine's kernels) instead of using what is remembered.")},
    // Outcome
    {.key = "reportingInterval",
        .letter = 'r',
        .field = &S::reportingInterval,
        .group = SettingGroup::Outcome,
        .roles = WhereReceiving,
        .valueName = "COUNT",
        .unit = "images",
        .minimum = 1,
        .maximum = kMostImages,
        .zeroWord = "never",
        .defaultWords = SETTING_TR("100; never with --quiet"),
        .help = SETTING_TR(
            "Prints the original program's line after every so many images; never (or 0) prints none.")},
    {.key = "report",
        .field = &S::report,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .calledElsewhere = "output outdir",
        .valueName = "DIR",
        .help
        = SETTING_TR("Writes summary.csv, intervals.csv, images.csv and report.json into this folder.")},
    {.key = "csv",
        .field = &S::csv,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .valueName = "FILE",
        .help = SETTING_TR(
            "Appends the run's summary as one row to this file, for series of runs; - prints it on standard "
            "output, and the original's lines on standard error.")},
    {.key = "force",
        .field = &S::force,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .help = SETTING_TR("Lets --report write into a folder that is not empty, unless it holds a study.")},
    {.key = "label",
        .field = &S::label,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .valueName = "TEXT",
        .help = SETTING_TR("A name for this run, kept in every report.")},
    {.key = "no-host",
        .field = &S::noHost,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .help = SETTING_TR("Leaves the name of this machine out of reports.")},
    {.key = "strict",
        .field = &S::strict,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .help = SETTING_TR("A weak verdict exits with 3, as an invalid one does.")},
    {.key = "quiet",
        .field = &S::quiet,
        .group = SettingGroup::Outcome,
        .roles = Everywhere,
        .help = SETTING_TR(
            "No progress on standard error, only warnings and the result. --role worker is quieter still: "
            "that it is ready, warnings, rejected records, and the result where the run failed or is "
            "INVALID.")},
    {.key = "content-hash",
        .field = &S::contentHash,
        .group = SettingGroup::Outcome,
        .roles = InWorker,
        .help = SETTING_TR(
            "Adds a column to the lines of --role worker: the hash of the image, the same for the same "
            "image in every format.")},
    // Pass criteria
    {.key = "min-accuracy",
        .field = &S::minAccuracyPct,
        .group = SettingGroup::PassCriteria,
        .roles = WhereClassifying,
        .calledElsewhere = "accuracy",
        .valueName = "PCT",
        .unit = "%",
        .minimum = 0,
        .maximum = 100,
        .help = SETTING_TR("At least this percentage of the images must be classified correctly.")},
    {.key = "require-rate",
        .field = &S::requireRatePerS,
        .group = SettingGroup::PassCriteria,
        .roles = WhereClassifying,
        .calledElsewhere = "min-rate",
        .valueName = "RATE",
        .unit = "images/s",
        .minimum = 0.001,
        .maximum = 1'000'000'000,
        .help = SETTING_TR("At least so many images a second must be classified.")},
    {.key = "max-p99",
        .field = &S::maxP99Ms,
        .group = SettingGroup::PassCriteria,
        .roles = WhereClassifying,
        .calledElsewhere = "latency",
        .valueName = "MS",
        .unit = "ms",
        .minimum = 0.001,
        .maximum = 3'600'000,
        .help = SETTING_TR("99 of 100 images must have their result within this time.")},
});

constexpr std::array<const char*, kSettingGroupCount> kGroupTitles = {
    SETTING_TR("What is run"),
    SETTING_TR("How images are sent"),
    SETTING_TR("What they travel on"),
    SETTING_TR("What classifies them"),
    SETTING_TR("What comes of it"),
    SETTING_TR("Pass criteria: a missed one gives exit code 4"),
};

#undef SETTING_TR

} // namespace

std::span<const Setting> settingsTable()
{
    return kTable;
}

const Setting* findSetting(std::string_view key)
{
    const auto found
        = std::ranges::find_if(kTable, [key](const Setting& setting) { return key == setting.key; });
    return found == kTable.end() ? nullptr : &*found;
}

const Setting* findOption(std::string_view name)
{
    if (name.size() != 1)
        return findSetting(name);
    const auto found = std::ranges::find(kTable, name.front(), &Setting::letter);
    return found == kTable.end() ? nullptr : &*found;
}

const char* groupTitle(SettingGroup group)
{
    return kGroupTitles[static_cast<std::size_t>(group)];
}

} // namespace iotbench
