#include "stream/ends.h"

namespace iotbench {

std::string_view toString(RunEnd end)
{
    switch (end) {
    case RunEnd::Complete:
        return "complete";
    case RunEnd::TimedOut:
        return "timed-out";
    case RunEnd::Stopped:
        return "stopped";
    case RunEnd::Failed:
        return "failed";
    }
    return "";
}

std::string_view toString(SourceEnd end)
{
    switch (end) {
    case SourceEnd::Open:
        return "open";
    case SourceEnd::EndMark:
        return "end-mark";
    case SourceEnd::WentOn:
        return "went-on";
    case SourceEnd::EndOfFile:
        return "end-of-file";
    case SourceEnd::NoEndMark:
        return "no-end-mark";
    case SourceEnd::ExpectedCount:
        return "expected-count";
    case SourceEnd::Idle:
        return "idle";
    case SourceEnd::Silent:
        return "silent";
    case SourceEnd::Truncated:
        return "truncated";
    case SourceEnd::Stalled:
        return "stalled";
    case SourceEnd::Reset:
        return "reset";
    }
    return "";
}

SourceEnd withoutEndMark(SourceEnd end)
{
    if (end == SourceEnd::EndOfFile)
        return SourceEnd::NoEndMark;
    return end == SourceEnd::Idle ? SourceEnd::Silent : end;
}

bool endedWell(SourceEnd end)
{
    return end == SourceEnd::EndMark || end == SourceEnd::EndOfFile || end == SourceEnd::ExpectedCount
        || end == SourceEnd::Idle;
}

} // namespace iotbench
