// The rules of the claims but accuracy as one table.
#pragma once

#include "claim_row.h"

#include <string>
#include <vector>

namespace iotbench::test {

inline void reject(RunResult& run, std::uint64_t received, std::uint64_t rejected)
{
    run.counts.received = received;
    run.counts.rejected = rejected;
    for (std::uint64_t i = 0; i < rejected; ++i)
        run.rejected[std::size_t(RejectReason::OutOfRange)].add(7 + i);
}

// `count` sources, 10.0.0.1:1 and on, that all ended so.
inline void endSources(RunResult& run, std::size_t count, SourceEnd end, AfterEndMark after = {})
{
    for (std::size_t i = 0; i < count; ++i)
        run.sourceEnds[std::size_t(end)].add("10.0.0.1:" + std::to_string(i + 1), after);
}

inline void received(RunResult& run)
{
    run.settings.role = Role::Receive;
    run.counts.expected.reset();
    run.counts.lost.reset();
    run.transport.medium = TransportMedium::TcpListening;
    run.sendDelay.reset();
    run.backlog.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
    run.reading.emplace();
}

inline void saturate(RunResult& run)
{
    run.elapsedS = 15.625;
    run.backlog = Backlog{10, 0, 0.2001};
    run.sendDelay->late = 9'000; // back-pressure: the same cause
}

inline void shareCpus(RunResult& run, ShareEstimate others, double idlePercent)
{
    run.interference.others = others;
    run.interference.idlePercent = idlePercent;
}

inline const std::vector<ClaimRow>& claimRows()
{
    static const std::vector<ClaimRow> table = {
        {"sound", Claim::Complete, kValid, {}, [](auto&) {}},
        {"one lost", Claim::Complete, kInvalid, {"INVALID: 1 images were lost"},
            [](auto& run) { run.counts.lost = 1; }},
        {"lost: cannot be known", Claim::Complete, kValid, {}, [](auto& run) { run.counts.lost.reset(); }},
        {"lost in a cluster, unknown how many", Claim::Complete, kInvalid,
            {"INVALID: an executor took an unknown number of images with it"},
            [](auto& run) {
                run.cluster.emplace();
                run.cluster->lostUnknown = true;
            }},
        {"duplicated", Claim::Complete, kInvalid, {"INVALID: 2 images came twice"},
            [](auto& run) { run.counts.duplicated = 2; }},
        {"1 of 10,000 rejected", Claim::Complete, kWeak,
            {"WEAK: 1 of 10000 records were rejected: 1 out of range (line 7)"},
            [](auto& run) { reject(run, 10'000, 1); }},
        {"0.1 % rejected", Claim::Complete, kWeak,
            {"WEAK: 10 of 10000 records were rejected: 10 out of range (lines 7, 8, 9, 10, 11, …)"},
            [](auto& run) { reject(run, 10'000, 10); }},
        {"over 0.1 % rejected", Claim::Complete, kInvalid,
            {"INVALID: 11 of 10000 records were rejected, over 0.1 %: 11 out of range (lines 7, 8, 9, "
             "10, 11, …)"},
            [](auto& run) { reject(run, 10'000, 11); }},
        {"1 of 999 rejected", Claim::Complete, kInvalid,
            {"INVALID: 1 of 999 records were rejected, over 0.1 %: 1 out of range (line 7)"},
            [](auto& run) { reject(run, 999, 1); }},
        {"rejected for several reasons: the commonest first, then as the reasons are numbered",
            Claim::Complete, kWeak,
            {"WEAK: 7 of 10000 records were rejected: 3 blank line (lines 1, 2, 3), "
             "2 label not a digit or out of range (lines 4, 5), 2 truncated"},
            [](auto& run) {
                run.counts.rejected = 7;
                run.rejected[std::size_t(RejectReason::Truncated)] = {2, {}};
                run.rejected[std::size_t(RejectReason::BlankLine)] = {3, {1, 2, 3}};
                run.rejected[std::size_t(RejectReason::BadLabel)] = {2, {4, 5}};
            }},
        {"fell silent without the end mark", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1 fell silent for 30 s without the end mark that was due"},
            [](auto& run) { endSources(run, 1, SourceEnd::Silent); }},
        {"fell silent in the middle of an image", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1 fell silent for 30 s in the middle of an image, and was closed here -> let "
             "the sender finish its stream, or give it more time with --idle-timeout"},
            [](auto& run) { endSources(run, 1, SourceEnd::Stalled); }},
        {"the first record never came to its end", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1 fell silent for 7 s in the middle of an image, and was closed here -> let "
             "the sender finish its stream, or give it more time with --wait-timeout",
                "INVALID: no image came"},
            [](auto& run) {
                received(run);
                run.settings.waitTimeoutS = 7;
                run.end = RunEnd::TimedOut;
                run.counts = {};
                endSources(run, 1, SourceEnd::Stalled);
            }},
        {"many fell silent in the middle of an image", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 2 more fell silent for 30 s in the middle of "
             "an "
             "image, and were closed here"},
            [](auto& run) { endSources(run, 5, SourceEnd::Stalled); }},
        {"truncated", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1 was truncated in the middle of an image"},
            [](auto& run) { endSources(run, 1, SourceEnd::Truncated); }},
        {"reset", Claim::Complete, kInvalid, {"INVALID: the connection to 10.0.0.1:1 failed"},
            [](auto& run) { endSources(run, 1, SourceEnd::Reset); }},
        {"the sender closed without the end mark", Claim::Complete, kWeak,
            {"WEAK: 10.0.0.1:1 closed without the end mark that was due -> see whether the sender came to "
             "its "
             "end, or say with -t how many images it sends"},
            [](auto& run) {
                received(run);
                endSources(run, 1, SourceEnd::NoEndMark);
            }},
        {"two hundred closed without the end mark", Claim::Complete, kWeak,
            {"WEAK: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 197 more closed without the end mark that was "
             "due"},
            [](auto& run) {
                received(run);
                endSources(run, 200, SourceEnd::NoEndMark);
            }},
        {"closed without the end mark, but -t images came", Claim::Complete, kValid, {},
            [](auto& run) {
                received(run);
                run.counts.expected = 10'000;
                run.counts.lost = 0;
                endSources(run, 1, SourceEnd::NoEndMark);
            }},
        {"closed without the end mark, and fewer than -t came", Claim::Complete, kInvalid,
            {"INVALID: 9948 images were lost", "WEAK: 10.0.0.1:1 closed without the end mark that was due"},
            [](auto& run) {
                received(run);
                run.counts.expected = 10'000;
                run.counts.received = run.counts.classified = 52;
                run.counts.lost = 9'948;
                endSources(run, 1, SourceEnd::NoEndMark);
            }},
        {"a file without the end mark", Claim::Complete, kValid, {},
            [](auto& run) {
                received(run);
                run.transport.medium = TransportMedium::StandardInputFile;
                endSources(run, 1, SourceEnd::NoEndMark);
            }},
        {"loopback knows what was sent", Claim::Complete, kValid, {},
            [](auto& run) {
                endSources(run, 1, SourceEnd::NoEndMark);
                endSources(run, 1, SourceEnd::EndOfFile);
            }},
        {"a format without an end mark", Claim::Complete, kNotJudged,
            {"not judged: 10.0.0.1:1 ended, and its format has no end mark: whether all its images came "
             "cannot "
             "be known -> say with -t how many images are sent"},
            [](auto& run) {
                received(run);
                endSources(run, 1, SourceEnd::EndOfFile);
            }},
        {"a format without an end mark fell silent, on a pipe", Claim::Complete, kNotJudged,
            {"not judged: 10.0.0.1:1 ended, and its format has no end mark: whether all its images came "
             "cannot "
             "be known"},
            [](auto& run) {
                received(run);
                run.transport.medium = TransportMedium::StandardInput;
                endSources(run, 1, SourceEnd::Idle);
            }},
        {"formats without an end mark", Claim::Complete, kNotJudged,
            {"not judged: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 2 more ended, and their formats have no end "
             "mark: whether all their images came cannot be known"},
            [](auto& run) {
                received(run);
                endSources(run, 5, SourceEnd::EndOfFile);
            }},
        {"a format without an end mark, and -t images came", Claim::Complete, kValid, {},
            [](auto& run) {
                received(run);
                run.counts.expected = 10'000;
                run.counts.lost = 0;
                endSources(run, 1, SourceEnd::EndOfFile);
                endSources(run, 1, SourceEnd::ExpectedCount);
            }},
        {"a format without an end mark, from a file", Claim::Complete, kValid, {},
            [](auto& run) {
                received(run);
                run.transport.medium = TransportMedium::StandardInputFile;
                endSources(run, 1, SourceEnd::EndOfFile);
            }},
        {"still open at the end of -d", Claim::Complete, kValid, {},
            [](auto& run) {
                received(run);
                endSources(run, 1, SourceEnd::Open);
            }},
        {"a worker's pipe", Claim::Complete, kNotJudged,
            {"not judged: whoever sends the records knows whether all have come"},
            [](auto& run) {
                received(run);
                run.settings.role = Role::Worker;
                run.transport.medium = TransportMedium::StandardInput;
                endSources(run, 1, SourceEnd::EndOfFile);
            }},
        {"images after the end mark of a connection", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1 went on after the end mark: at least 9 lines and 265000 bytes are not "
             "counted -> see where the sender's empty line comes from, and let nc serve one sender a run"},
            [](auto& run) {
                received(run);
                endSources(run, 1, SourceEnd::WentOn, {265'000, 9});
            }},
        {"images after the end marks of many connections", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 297 more went on after the end mark: at least "
             "600 lines and 9000 bytes are not counted"},
            [](auto& run) {
                received(run);
                endSources(run, 300, SourceEnd::WentOn, {30, 2});
            }},
        {"half a line after the end mark of a connection", Claim::Complete, kWeak,
            {"WEAK: 10.0.0.1:1 went on after the end mark: at least 0 lines and 3 bytes are not counted"},
            [](auto& run) {
                received(run);
                endSources(run, 1, SourceEnd::WentOn, {3, 0});
            }},
        {"nc's next sender on standard input", Claim::Complete, kWeak,
            {"WEAK: 10.0.0.1:1 went on after the end mark: at least 9 lines and 265000 bytes are not "
             "counted"},
            [](auto& run) {
                received(run);
                run.transport.medium = TransportMedium::StandardInput;
                endSources(run, 1, SourceEnd::WentOn, {265'000, 9});
            }},
        {"a file goes on after an empty line", Claim::Complete, kWeak,
            {"WEAK: 10.0.0.1:1 went on after the end mark: at least 9 lines and 265000 bytes are not "
             "counted"},
            [](auto& run) {
                received(run);
                run.transport.medium = TransportMedium::StandardInputFile;
                endSources(run, 1, SourceEnd::WentOn, {265'000, 9});
            }},
        {"three sources that ended alike are named", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 was truncated in the middle of an image"},
            [](auto& run) { endSources(run, 3, SourceEnd::Truncated); }},
        {"many fell silent", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 41 more fell silent for 30 s without the end "
             "mark that "
             "was due"},
            [](auto& run) { endSources(run, 44, SourceEnd::Silent); }},
        {"many truncated", Claim::Complete, kInvalid,
            {"INVALID: 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 1 more were truncated in the middle of an "
             "image"},
            [](auto& run) { endSources(run, 4, SourceEnd::Truncated); }},
        {"many were reset", Claim::Complete, kInvalid,
            {"INVALID: the connections to 10.0.0.1:1, 10.0.0.1:2, 10.0.0.1:3 and 1 more failed"},
            [](auto& run) { endSources(run, 4, SourceEnd::Reset); }},
        {"no image came", Claim::Complete, kInvalid, {"INVALID: no image came"},
            [](auto& run) {
                received(run);
                run.counts = {};
            }},
        {"no image was sent", Claim::Complete, kInvalid, {"INVALID: no image was sent"},
            [](auto& run) { sent(run, 0); }},
        {"read to the end by all", Claim::Complete, kValid, {},
            [](auto& run) {
                sent(run, 100);
                run.receipts = Receipts{.read = 3};
            }},
        {"nobody tells whether it was read", Claim::Complete, kNotJudged,
            {"not judged: the receiver did not close the connection after the last image: whether it read "
             "all images cannot be known"},
            [](auto& run) {
                sent(run, 100);
                run.receipts = Receipts{.read = 2, .untold = 1};
            }},
        {"not read", Claim::Complete, kWeak,
            {"WEAK: the receiver did not read the last 4096 bytes or more in time -> see why the receiver "
             "stopped reading"},
            [](auto& run) {
                sent(run, 100);
                run.receipts = Receipts{.read = 2, .unread = 1, .unreadBytes = 4096};
            }},
        {"reset after the last image", Claim::Complete, kWeak,
            {"WEAK: the receiver reset the connection after the last image: whether it read all images is "
             "not known"},
            [](auto& run) {
                sent(run, 100);
                run.receipts = Receipts{.read = 1, .reset = 1};
            }},
        {"a stop asks nobody", Claim::Complete, kNotJudged,
            {"not judged: stopped by the user before its end"},
            [](auto& run) {
                sent(run, 100);
                run.end = RunEnd::Stopped;
                run.receipts = Receipts{.unread = 1, .unreadBytes = 4096};
            }},
        {"a partition may be empty", Claim::Complete, kNotJudged, {"not judged: no record came"},
            [](auto& run) {
                run.settings.role = Role::Worker;
                run.counts = {};
            }},
        {"failed before an image came", Claim::Complete, kInvalid, {"INVALID: the run failed before its end"},
            [](auto& run) {
                run.end = RunEnd::Failed;
                run.counts = {};
            }},
        {"stopped, with images on their way", Claim::Complete, kNotJudged,
            {"not judged: stopped by the user before its end"},
            [](auto& run) {
                run.end = RunEnd::Stopped;
                run.counts.lost = 88;
            }},
        {"stopped before an image came", Claim::Complete, kNotJudged,
            {"not judged: stopped by the user before its end"},
            [](auto& run) {
                run.end = RunEnd::Stopped;
                run.counts = {};
            }},
        {"stopped: a fault is one all the same", Claim::Complete, kInvalid,
            {"INVALID: 1 images came twice", "not judged: stopped by the user before its end"},
            [](auto& run) {
                run.end = RunEnd::Stopped;
                run.counts.duplicated = 1;
            }},
        {"several reasons: the gravest first, then as they are looked for", Claim::Complete, kInvalid,
            {"INVALID: 4 images were lost", "INVALID: 1 images came twice",
                "INVALID: 10.0.0.1:1 fell silent for 30 s without the end mark that was due",
                "INVALID: 10.0.0.1:1 was truncated in the middle of an image",
                "INVALID: the connection to 10.0.0.1:1 failed",
                "WEAK: 1 of 10000 records were rejected: 1 out of range (line 7)"},
            [](auto& run) {
                reject(run, 10'000, 1);
                run.counts.lost = 4;
                run.counts.duplicated = 1;
                endSources(run, 1, SourceEnd::Reset);
                endSources(run, 1, SourceEnd::Silent);
                endSources(run, 1, SourceEnd::Truncated);
            }},

        {"sound", Claim::Throughput, kValid, {}, [](auto&) {}},
        {"9.5 s", Claim::Throughput, kValid, {}, [](auto& run) { run.elapsedS = 9.5; }},
        {"9.499 s", Claim::Throughput, kWeak, {"WEAK: measured for 9.5 s, under 9.5 s"},
            [](auto& run) { run.elapsedS = 9.499; }},
        {"4 s", Claim::Throughput, kWeak,
            {"WEAK: measured for 4.0 s, under 9.5 s -> run for 10 s or longer: at this rate that takes -t "
             "10000"},
            [](auto& run) { run.elapsedS = 4; }},
        {"4 s at full speed", Claim::Throughput, kWeak,
            {"WEAK: measured for 4.0 s, under 9.5 s -> run for 10 s or longer: at this rate that takes -t "
             "25000"},
            [](auto& run) {
                run.backlog.reset();
                run.elapsedS = 4;
            }},
        {"0.5 s at full speed", Claim::Throughput, kWeak,
            {"WEAK: measured for 0.5 s, under 9.5 s -> run for 10 s or longer"},
            [](auto& run) {
                run.backlog.reset();
                run.elapsedS = 0.5;
            }},
        {"no time at all", Claim::Throughput, kNotJudged, {"not judged: nothing to measure it by"},
            [](auto& run) { run.elapsedS = 0; }},
        {"99 images", Claim::Throughput, kWeak,
            {"WEAK: it takes 100 images, and there were 99 -> run longer, or at a higher rate"},
            [](auto& run) { run.counts.classified = 99; }},
        {"100 images", Claim::Throughput, kValid, {}, [](auto& run) { run.counts.classified = 100; }},
        {"99 images sent", Claim::Throughput, kWeak, {"WEAK: it takes 100 images, and there were 99"},
            [](auto& run) { sent(run, 99); }},
        {"debug build", Claim::Throughput, kWeak, {"WEAK: this is a debug build"},
            [](auto& run) { run.build.optimised = false; }},
        {"1 % of everything", Claim::Throughput, kValid, {},
            [](auto& run) {
                auto& seen = run.interference;
                seen.stealPercent = seen.heatPercent = seen.underVoltagePercent = seen.clockLimitedPercent
                    = seen.quotaPercent = 1;
            }},
        {"2 % for other programs, all CPUs in use", Claim::Throughput, kValid, {},
            [](auto& run) {
                shareCpus(run, {30, 2, 40}, 0);
            }},
        {"over 2 % for other programs, 5 % idle", Claim::Throughput, kValid, {},
            [](auto& run) {
                shareCpus(run, {3, 2.1, 4}, 5);
            }},
        {"over 2 % for other programs, under 5 % idle", Claim::Throughput, kWeak,
            {"WEAK: other programs used 3.0 % of the CPU time, and 4.9 % was idle -> close other programs, "
             "and run again"},
            [](auto& run) {
                shareCpus(run, {3, 2.1, 4}, 4.9);
            }},
        {"over 2 % for other programs, saturated", Claim::Throughput, kWeak,
            {"WEAK: other programs used 3.0 % of the CPU time, and 40.0 % was idle"},
            [](auto& run) {
                saturate(run);
                shareCpus(run, {3, 2.1, 4}, 40);
            }},
        {"other programs: not told", Claim::Throughput, kValid, {},
            [](auto& run) {
                saturate(run);
                run.interference.others.reset();
                run.interference.idlePercent.reset();
            }},
        {"steal: not told by a hypervisor", Claim::Throughput, kValid,
            {"VALID: the hypervisor does not tell how much CPU time it took"},
            [](auto& run) {
                run.machine.virtualisation = "hypervisor";
                run.interference.stealPercent.reset();
            }},
        {"steal: told by a hypervisor", Claim::Throughput, kValid, {},
            [](auto& run) { run.machine.virtualisation = "hypervisor"; }},
        {"steal: not told, no hypervisor", Claim::Throughput, kValid, {},
            [](auto& run) { run.interference.stealPercent.reset(); }},
        {"steal", Claim::Throughput, kWeak, {"WEAK: 1.2 % of the CPU time was taken by the hypervisor"},
            [](auto& run) { run.interference.stealPercent = 1.2; }},
        {"heat", Claim::Throughput, kWeak, {"WEAK: the CPU was throttled by its heat for 1.2 % of the time"},
            [](auto& run) { run.interference.heatPercent = 1.2; }},
        {"under-voltage", Claim::Throughput, kWeak,
            {"WEAK: the board's supply voltage was too low for 1.2 % of the time"},
            [](auto& run) { run.interference.underVoltagePercent = 1.2; }},
        {"lower clock", Claim::Throughput, kWeak,
            {"WEAK: less clock was allowed than at the start for 1.2 % of the time"},
            [](auto& run) { run.interference.clockLimitedPercent = 1.2; }},
        {"quota", Claim::Throughput, kWeak,
            {"WEAK: the CPU quota held the program back for 1.2 % of the time -> set --workers to no more "
             "than the quota "
             "of 2.5 CPUs, or lift the quota"},
            [](auto& run) { run.interference.quotaPercent = 1.2; }},
        {"quota of less than a CPU", Claim::Throughput, kWeak,
            {"WEAK: the CPU quota held the program back for 1.2 % of the time -> lift the quota of 0.5 CPUs"},
            [](auto& run) {
                run.interference.quotaPercent = 1.2;
                run.machine.coresAllowed = 0.5;
            }},
        {"suspended for 1 % of the time", Claim::Throughput, kValid, {},
            [](auto& run) { run.interference.suspendedS = 0.1; }},
        {"suspended", Claim::Throughput, kWeak,
            {"WEAK: the program was suspended for 0.11 s -> let the program run without a pause"},
            [](auto& run) { run.interference.suspendedS = 0.11; }},
        {"suspended: not told", Claim::Throughput, kValid, {},
            [](auto& run) { run.interference.suspendedS.reset(); }},
        {"CPUs taken away", Claim::Throughput, kWeak,
            {"WEAK: the CPUs that the run may use were changed from 0-2 to 1 -> set them before the start, "
             "as with taskset, and leave them"},
            [](auto& run) {
                run.interference.cpusChangedFrom = "0-2";
                run.interference.cpusChangedTo = "1";
            }},
        {"several reasons, as they are looked for", Claim::Throughput, kWeak,
            {"WEAK: measured for 4.0 s, under 9.5 s", "WEAK: this is a debug build",
                "WEAK: 100.0 % of the CPU time was taken by the hypervisor",
                "WEAK: the CPU was throttled by its heat for 100.0 % of the time",
                "WEAK: the board's supply voltage was too low for 100.0 % of the time",
                "WEAK: less clock was allowed than at the start for 100.0 % of the time",
                "WEAK: the CPU quota held the program back for 100.0 % of the time"},
            [](auto& run) {
                auto& seen = run.interference;
                seen.stealPercent = seen.heatPercent = seen.underVoltagePercent = seen.clockLimitedPercent
                    = seen.quotaPercent = 100;
                run.elapsedS = 4;
                run.build.optimised = false;
            }},

        {"sound", Claim::Latency, kValid, {}, [](auto&) {}},
        {"99 images", Claim::Latency, kWeak,
            {"WEAK: it takes 100 images, and there were 99 -> run longer, or at a higher rate"},
            [](auto& run) { run.latency.samples = 99; }},
        {"100 images in a second", Claim::Latency, kValid, {},
            [](auto& run) {
                run.latency.samples = 100;
                run.elapsedS = 0.99;
            }},
        {"over at once", Claim::Latency, kWeak,
            {"WEAK: measured for 0.94 s: too short to tell whether other programs took CPU time -> run for "
             "10 s or longer"},
            [](auto& run) { run.elapsedS = 0.94; }},
        {"99 images sent, over at once", Claim::Latency, kWeak,
            {"WEAK: it takes 100 images, and there were 99",
                "WEAK: measured for 0.94 s: too short to tell whether other programs took CPU time"},
            [](auto& run) {
                sent(run, 99);
                run.sendDelay->all.samples = 99;
                run.sendDelay->late = 0;
                run.elapsedS = 0.94;
            }},
        {"1 % late", Claim::Latency, kValid, {}, [](auto& run) { run.sendDelay->late = 100; }},
        {"over 1 % late", Claim::Latency, kWeak,
            {"WEAK: 101 of 10000 images missed their intended send time, over 1 % -> let the sender run in "
             "real time (ulimit -r 1, "
             "as root or "
             "where limits.conf has rtprio), leave a CPU to it with --workers, or send from another machine"},
            [](auto& run) { run.sendDelay->late = 101; }},
        {"over 1 % late in real time", Claim::Latency, kWeak,
            {"WEAK: 101 of 10000 images missed their intended send time, over 1 % -> leave a CPU to the "
             "sender with --workers, or "
             "send from "
             "another machine"},
            [](auto& run) {
                run.sendDelay->late = 101;
                run.sendDelay->realTime = true;
            }},
        {"saturated: schedule misses have the same cause", Claim::Latency, kNotJudged,
            {"not judged: saturated, so it grows with the length of the run -> ask for less than 640 "
             "images/s with "
             "-i"},
            saturate},
        {"no plan", Claim::Latency, kNotJudged,
            {"not judged: there were no intended send times to measure it from"},
            [](auto& run) {
                run.settings.imagesPerSecond = 0;
                run.sendDelay.reset();
                run.backlog.reset();
            }},
        {"from arrival", Claim::Latency, kValid, {"VALID: from arrival: the way to here is not in it"},
            received},
        {"nothing classified", Claim::Latency, kNotJudged, {"not judged: no image was classified"},
            [](auto& run) {
                received(run);
                run.counts.classified = 0;
                run.latency = {};
            }},
        {"held up for 1 % of the time", Claim::Latency, kValid,
            {"VALID: from arrival: the way to here is not in it"},
            [](auto& run) {
                received(run);
                run.reading->heldUpS = 0.1;
            }},
        {"a stream at full speed", Claim::Latency, kNotJudged,
            {"not judged: images waited unread for 1.1 % of the time, because the queue was full: the time "
             "since their intended send times is not known -> send at a rate that the receiver can keep, "
             "and start the receiver first"},
            [](auto& run) {
                received(run);
                run.reading->heldUpS = 0.11;
            }},
        {"1 % of the images held up", Claim::Latency, kValid,
            {"VALID: from arrival: the way to here is not in it"},
            [](auto& run) {
                received(run);
                run.reading->heldUpImages = 100;
            }},
        {"a burst in a quiet stream", Claim::Latency, kNotJudged,
            {"not judged: 101 of 10000 images may have waited unread, because the queue was full: the time "
             "since their intended send times is not known -> send at a rate that the receiver can keep, "
             "and start the receiver first"},
            [](auto& run) {
                received(run);
                run.reading->heldUpImages = 101;
            }},
        {"a file", Claim::Latency, kNotJudged,
            {"not judged: all 10000 images were there before the receiver was ready, or waited behind these"},
            [](auto& run) {
                received(run);
                run.reading->waitedImages = 10'000;
                run.latency = {};
            }},
        {"all had waited, some for a place", Claim::Latency, kNotJudged,
            {"not judged: all 10000 images waited: before the receiver was ready, for one of the 2 places "
             "for "
             "senders (--senders), or behind such -> send at a rate that the receiver can keep, and give "
             "--senders as many as there are"},
            [](auto& run) {
                received(run);
                run.reading->waitedImages = 10'000;
                run.reading->hadNoPlace = 1;
                run.settings.senders = 2;
                run.latency = {};
            }},
        {"some had waited for a place", Claim::Latency, kValid,
            {"VALID: 40 images waited before the receiver was ready, or for one of the 2 places for senders "
             "(--senders): their times are left out",
                "VALID: from arrival: the way to here is not in it"},
            [](auto& run) {
                received(run);
                run.reading->waitedImages = 40;
                run.reading->hadNoPlace = 1;
                run.settings.senders = 2;
            }},
        {"some had waited", Claim::Latency, kValid,
            {"VALID: 40 images were there before the receiver was ready: their times are left out",
                "VALID: from arrival: the way to here is not in it"},
            [](auto& run) {
                received(run);
                run.reading->waitedImages = 40;
            }},
        {"the receiver came late", Claim::Throughput, kWeak,
            {"WEAK: images had piled up before the receiver was ready: once it had caught up, the "
             "rate was 200 images/s -> start the receiver first"},
            [](auto& run) {
                received(run);
                run.reading->caughtUpPerS = 200;
            }},
        {"some had no place", Claim::Throughput, kWeak,
            {"WEAK: images had piled up before the receiver was ready: once it had caught up, the "
             "rate was 200 images/s -> start the receiver first, and give --senders as many as there are"},
            [](auto& run) {
                received(run);
                run.reading->caughtUpPerS = 200;
                run.reading->hadNoPlace = 1;
            }},
        {"5 % for other programs", Claim::Latency, kValid, {},
            [](auto& run) {
                shareCpus(run, {30, 5, 40}, 0);
            }},
        {"over 5 % for other programs", Claim::Latency, kWeak,
            {"WEAK: other programs used 6.0 % of the CPU time, and 50.0 % was idle -> close other programs, "
             "and run again"},
            [](auto& run) {
                shareCpus(run, {6, 5.1, 7}, 50);
            }},
        {"interference", Claim::Latency, kWeak,
            {"WEAK: 1.2 % of the CPU time was taken by the hypervisor",
                "WEAK: the CPU was throttled by its heat for 1.3 % of the time",
                "WEAK: the CPU quota held the program back for 1.4 % of the time"},
            [](auto& run) {
                run.interference.stealPercent = 1.2;
                run.interference.heatPercent = 1.3;
                run.interference.quotaPercent = 1.4;
            }},
        {"suspended", Claim::Latency, kWeak, {"WEAK: the program was suspended for 2.50 s"},
            [](auto& run) { run.interference.suspendedS = 2.5; }},
        {"suspended while others sent", Claim::Latency, kNotJudged,
            {"not judged: the program was suspended for 2.50 s -> let the program run without a pause"},
            [](auto& run) {
                received(run);
                run.interference.suspendedS = 2.5;
            }},
        {"suspended while it sent", Claim::Latency, kWeak, {"WEAK: the program was suspended for 2.50 s"},
            [](auto& run) {
                sent(run, 10'000);
                run.interference.suspendedS = 2.5;
            }},
        {"CPUs taken away", Claim::Latency, kWeak,
            {"WEAK: the CPUs that the run may use were changed from 0-2 to 1"},
            [](auto& run) {
                run.interference.cpusChangedFrom = "0-2";
                run.interference.cpusChangedTo = "1";
            }},
        {"on a cluster", Claim::Latency, kNotJudged,
            {"not judged: the clocks of several machines do not measure it"},
            [](auto& run) {
                received(run);
                run.cluster.emplace();
            }},
        {"role send: of its sends", Claim::Latency, kValid, {}, [](auto& run) { sent(run, 10'000); }},
        {"role send, late", Claim::Latency, kWeak,
            {"WEAK: 101 of 10000 images missed their intended send time, over 1 % -> let the sender run in "
             "real time (ulimit -r 1, as root or where limits.conf has rtprio), or close other programs"},
            [](auto& run) {
                sent(run, 10'000);
                run.sendDelay->late = 101;
            }},
        {"role send, late in real time", Claim::Latency, kWeak,
            {"WEAK: 101 of 10000 images missed their intended send time, over 1 % -> close other programs, "
             "or send at a lower rate"},
            [](auto& run) {
                sent(run, 10'000);
                run.sendDelay->late = 101;
                run.sendDelay->realTime = true;
            }},
    };
    return table;
}

} // namespace iotbench::test
