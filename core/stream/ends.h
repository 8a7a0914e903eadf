// How a source came to its end, and how a run did or one of its stages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace iotbench {

// Of a source: a connection, or what else brings a stream of images (standard input, a pipe in memory).
enum class SourceEnd : std::uint8_t {
    Open, // still there when the run ended otherwise (a stop, a duration)
    EndMark,
    WentOn, // not only empty lines came after the end mark
    EndOfFile, // closed between two records, in a format without an end mark
    NoEndMark, // the same, in a format that has one
    ExpectedCount, // -t images had come
    Idle, // --idle-timeout or --wait-timeout between two records, in a format without an end mark
    Silent, // the same, in a format that has one
    Truncated, // closed or failed in mid-record
    Stalled, // fell silent in mid-record: closed here, by --idle-timeout or --wait-timeout
    Reset, // the connection failed between two records
};
inline constexpr std::size_t kSourceEndCount = 11;
std::string_view toString(SourceEnd end); // "open", "end-mark", "end-of-file", …
// What an end comes to where the format has an end mark, which had not come.
SourceEnd withoutEndMark(SourceEnd end);
// One that leaves nothing to ask of the source itself.
bool endedWell(SourceEnd end);

// What came after an end mark, as far as it was read.
struct AfterEndMark {
    std::uint64_t bytes = 0;
    std::uint64_t records = 0; // whole lines that are not empty
    bool operator==(const AfterEndMark&) const = default;
};

// Of a run, and of its reading and sending.
enum class RunEnd : std::uint8_t {
    Complete, // by its own rules: count, duration, end mark, end of file, linger
    TimedOut, // --wait-timeout, or --idle-timeout for all sources; whether that is a fault the verdict judges
    Stopped, // the run: by the user (Ctrl-C, SIGTERM, the Stop button); a stage: by the run
    Failed, // could not go on: `failure` beside it says why
};
std::string_view toString(RunEnd end); // "complete", "timed-out", "stopped", "failed"

} // namespace iotbench
