// How a source came to its end, and how a run did or one of its stages.
#pragma once

#include <cstdint>
#include <string_view>

namespace iotbench {

// Of a source: a connection, or what else brings a stream of images (standard input, a pipe in memory).
enum class SourceEnd : std::uint8_t {
    Open, // still there when the run ended otherwise (a stop)
    EndMark,
    EndOfFile, // closed between two records
    ExpectedCount, // -t images had come
    Idle, // --idle-timeout, or --wait-timeout
    Truncated, // closed, or failed, in mid-record
    Reset, // the connection failed between two records
};
std::string_view toString(SourceEnd end); // "open", "end-mark", "end-of-file", …

// Of a run, and of its reading and sending.
enum class RunEnd : std::uint8_t {
    Complete, // by its own rules: count, duration, end mark, end of file, linger
    TimedOut, // --wait-timeout, or --idle-timeout for all sources; whether that is a fault the verdict judges
    Stopped, // the run: by the user (Ctrl-C, SIGTERM, the Stop button); a stage: by the run
    Failed, // could not go on: `failure` beside it says why
};
std::string_view toString(RunEnd end); // "complete", "timed-out", "stopped", "failed"

} // namespace iotbench
