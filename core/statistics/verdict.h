// What a run's figures are worth: each claim judged on its own, with the reason and what to do about it.
// Pure functions of a RunResult.
#pragma once

#include "base/message.h"
#include "statistics/run_result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace iotbench {

enum class Claim : std::uint8_t { Complete, Accuracy, Throughput, Latency };
inline constexpr std::size_t kClaimCount = 4;
std::string_view toString(Claim claim); // "complete", "accuracy", "throughput", "latency"

// In ascending order of gravity. NotJudged: the run does not make this claim.
enum class Judgement : std::uint8_t { NotJudged, Valid, Weak, Invalid };
std::string_view toString(Judgement judgement); // "not judged", "VALID", "WEAK", "INVALID"

struct Reason {
    Judgement judgement = Judgement::Valid; // what this reason alone makes of the claim
    Message what;
    Message advice; // may be empty
    bool operator==(const Reason&) const = default;
};

struct ClaimVerdict {
    Claim claim = Claim::Complete;
    Judgement judgement = Judgement::Valid; // the worst of the reasons; NotJudged stays so
    std::vector<Reason> reasons; // gravest first; may be empty
    bool operator==(const ClaimVerdict&) const = default;
};

// A requirement of the user's, apart from the verdict. None is met by a run that did not come to its end, and
// none on a claim that is not judged. --min-accuracy takes 100 distinct images and an accuracy that is not
// INVALID; --require-rate a target rate that the schedule offered, up to one image (of each camera), and that
// was kept, else tellsRate() and the rate from result to result, or that once caught up; --max-p99 takes
// 1,000 images; neither of the two latter a suspended run.
struct CriterionVerdict {
    std::string option; // "--min-accuracy"
    double asked = 0;
    std::optional<double> reached; // in the unit of `asked`; empty: cannot be told
    bool met = false;
    Message line; // the whole sentence
    bool operator==(const CriterionVerdict&) const = default;
};

// Raised whenever a rule below changes, so that a verdict can be told from those of other versions.
inline constexpr unsigned kVerdictRulesVersion = 9;

struct Verdict {
    unsigned rulesVersion = kVerdictRulesVersion;
    std::array<ClaimVerdict, kClaimCount> claims; // indexed by Claim
    Judgement overall = Judgement::Valid; // the worst of the claims that are judged
    std::optional<Message> outcome; // "saturated: 640 of 1000 images/s", "stopped by the user …", "failed: …"
    std::vector<CriterionVerdict> criteria; // those that were asked for

    const ClaimVerdict& operator[](Claim claim) const { return claims[static_cast<std::size_t>(claim)]; }
    bool criterionMissed() const;
};

// The table of the verdict, as each function in verdict.cpp spells it out:
//
// complete    INVALID  images lost or duplicated; over 0.1 % rejected; ended by a time-out where an end mark
//                      was due; a source truncated in mid-record or its connection failed; a socket that
//                      goes on after its end mark; no image came (role worker: not judged then); the run
//                      failed
//             WEAK     any rejected; unless -t came or the input is a file: closed without the end mark that
//                      was due; standard input that goes on after the end mark; role send: a receiver that
//                      had not read everything in time, or reset the connection after the last image
//             not judged  role worker; without -t and from no file: a format without an end mark; role
//                      send: a receiver that did not close the connection after the end
// accuracy    INVALID  images of the test set and a card: the total differs from the card's on the same
//                      images by more than 0.1 point and more than one image, or the predictions from the
//                      card's on more than 0.1 % and more than one (bf16, int8: 0.3 points and three, 1 % and
//                      ten);
//                      otherwise, with c the larger of 1/classes and the commonest label's share: the upper
//                      end of the 95 % interval is under c + (1 - c)/9, or its lower end is with 1,000
//                      distinct images or more;
//                      over 0.1 % of the test images under another label than the set's; a score that is not
//                      finite
//             WEAK     in place of INVALID where one label has over half of the images; the lower end under
//                      that threshold with fewer; fewer than 1,000 distinct images; the stream does not look
//                      as the model wants it
// throughput  WEAK     under 9.5 s; under 100 images; debug build; suspended for over 1 % of the time, and
//                      over 0.05 s in all; CPUs changed; steal, throttling, a low supply voltage or clock
//                      limit, or a CPU quota over 1 % of the time; other programs over 2 % of the CPU time,
//                      where under 5 % was idle or the run was saturated; the rate was not steady
//                      (steadiness.h) while this machine was the limit
// latency     WEAK     under 100 images; under kShortestTellingS; schedule misses over 1 %; debug build; as
//                      throughput for suspended to quota; other programs over 5 % of the CPU time; the
//                      service time was not steady; the backlog grew (the 95 % interval of its slope is above
//                      0, and it grew by over 100 ms or 2 % of the run)
//             not judged  without intended times where we send (`-i max`); saturated; a cluster; from the
//                      arrival, and suspended as for throughput
Verdict judge(const RunResult& result);

// Results fell behind the plan: the last one came later than max(2 % of the schedule, 100 ms) after the last
// intended send time. An outcome, not a fault.
bool saturated(const RunResult& result);

// How much faster than results the images of the plan may have come where it is kept.
inline constexpr double kKeptTolerance = 1.02;

// What became of the target rate. Kept: results came at least 1 ÷ 1.02 as fast as the images of the plan, for
// a second or longer, and neither was the run saturated nor did its backlog grow (steadiness.h).
enum class TargetRate : std::uint8_t { None, Kept, BacklogGrew, TooShortToTell, Saturated };
TargetRate targetRate(const RunResult& result);

// Results came at two times or more, and the run took kShortestTellingS.
bool tellsRate(const RunResult& result);

// Under it a run tells of no rate, nor of what else used the CPUs: /proc/stat counts ticks of 10 ms, and the
// wait of a single image may be longer than the run. Covers a second, whose last image comes before its end.
inline constexpr double kShortestTellingS = 0.95;

// Under these a run is WEAK whatever else it has.
inline constexpr double kShortestRunS = 9.5;
inline constexpr std::uint64_t kFewestImagesOfRate = 100;

// What took CPU time or speed from the run, as reasons of judge() name it, gravest first; empty: nothing did.
std::vector<Message> interferenceIn(const RunResult& result);

// The process as a whole stood still for over 1 % of the time, so that no pass criterion on a rate or a
// latency is met.
bool wasSuspended(const RunResult& result);
Message suspendedFor(const RunResult& result);

// A source that came to a proper end with nothing lost, duplicated or refused.
bool sourceComplete(const SourceRow& source);

// 130 interrupted, 1 failed, 3 INVALID (with --strict WEAK too), 4 a pass criterion missed, else 0: the first
// that applies.
int exitCode(const RunResult& result, const Verdict& verdict);

} // namespace iotbench
