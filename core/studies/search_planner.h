// "How much does this box hold?" Says which load is to be probed next, and at last what the answer is.
#pragma once

#include "studies/probe_decision.h"
#include "studies/run_verdict.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace iotbench::studies {

struct SearchPlan {
    double cameraRatePerS = 0; // loads are whole cameras of this rate; 0: loads are images/s
    double precision = 0.02; // "fails at" ÷ "holds at" - 1; of cameras at least one
    std::uint64_t seed = 1; // of the first probe; each has the next
};

enum class ProbePurpose {
    UpperGuess, // as fast as the box takes images, shortly: what comes out is where the search begins
    Search,
    Confirm, // "holds at", to full length
    FailsAgain // "fails at", between the two confirming runs
};

struct ProbeRequest {
    ProbePurpose purpose = ProbePurpose::UpperGuess;
    double load = 0; // images/s or cameras; 0: as fast as the box takes them
    std::uint64_t seed = 0;

    bool toFullLength() const { return purpose == ProbePurpose::Confirm; }
    // What failed once does not hold by a few seconds.
    bool holdsEarly() const { return purpose == ProbePurpose::Search; }
    bool operator==(const ProbeRequest&) const = default;
};

struct ProbeOutcome {
    ProbeEnd end = ProbeEnd::None; // of a guess: not looked at
    bool fullLength = false; // it was not decided early
    bool nearLimit = false; // at full length the point estimate decided
    double share = 0; // of its images over the limit
    std::uint64_t images = 0; // counted
    double imagesPerS = 0; // of a guess: what came out
    RunVerdict verdict = RunVerdict::Valid; // of the run; that of confirming runs is the study's
    bool accurate = true; // accuracy not INVALID and not under what was required
};

enum class AnswerKind {
    Serves, // holdsAt, confirmed; failsAt does not
    Nothing, // not even one camera, or 1 image/s
    AtLeast, // holdsAt; more could not be sent
    Between, // holdsAt and failsAt; what lies between was disturbed, or the answer would not be confirmed
    NotAccurate // no load would do
};

struct SearchAnswer {
    AnswerKind kind = AnswerKind::Nothing;
    double holdsAt = 0;
    std::optional<double> failsAt;
    RunVerdict verdict = RunVerdict::Valid;
    unsigned probes = 0; // all of them, repeated ones too, without the guess

    bool operator==(const SearchAnswer&) const = default;
};

// What counts of a guess: its slices but for the first half second and for those that were interfered with,
// where a second is left.
struct GuessCount {
    std::uint64_t images = 0;
    double countedS = 0;

    double imagesPerS() const { return countedS > 0 ? static_cast<double>(images) / countedS : 0; }
};
GuessCount guessCount(std::span<const ProbeSlice> slices);

// Asked for the next probe and told its outcome, in turn, until there is an answer. No clock, no input, no
// output.
//
// Loads lie on a grid: whole cameras, or steps of the precision, up and down from the guess; a step of
// cameras is as many as the precision has, and one at least. The first probe is made eight steps under the
// guess, which itself stands for a load that fails until a probe says so. The next is made where the share
// over the limit of the one before lets expect the limit, at least two steps from it; as long as probes end
// on the same side, steps double, and none goes beyond the middle, in the logarithm of the load, of what is
// known to hold and to fail. Once these are two steps apart, what lies between is confirmed. Then "holds at"
// is confirmed by two full-length runs, the first of which may be a probe of the search that was not decided
// early; before the second, "fails at" is probed again. Where a confirming run fails, the next load down is
// confirmed. Where "fails at" holds now, and not near the limit, the search goes on above it, once for each
// load. A disturbed probe is made again, twice at most; a load disturbed three times counts as an upper end
// that nobody knows, and two of them where nothing has held end the search.
class SearchPlanner {
public:
    explicit SearchPlanner(const SearchPlan& plan);

    // Empty once there is an answer. The same until told its outcome.
    std::optional<ProbeRequest> next() const;
    void told(const ProbeOutcome& outcome);
    // What is to come where the limit lies in the middle of what is open, no probe is disturbed and none
    // contradicts another: next() first. Empty before the guess has been told.
    std::vector<ProbeRequest> foreseen() const;
    // Once next() is empty.
    const SearchAnswer& answer() const { return m_answer; }
    // So far: the highest load that held, the lowest above it that failed. None of a model that is not
    // accurate.
    std::optional<double> holdsAt() const;
    std::optional<double> failsAt() const;

    static constexpr unsigned kMostProbes = 24;

private:
    enum class Known { Unknown, Holds, Fails, Disturbed, SenderLimited };
    struct Point {
        Known known = Known::Unknown;
        unsigned confirmed = 0; // full-length runs that held
        RunVerdict verdict = RunVerdict::Valid; // the worst of them
        bool failsAgain = false; // the load above failed since the first of them
        bool withdrawn = false; // it failed once and held later
    };
    // Places on the grid.
    using Place = long;

    double loadAt(Place place) const;
    Place lowest() const;
    Place below(Place place, int steps) const;
    Place above(Place place, int steps) const;
    Place middle(Place low, Place high) const;
    std::optional<Place> holds() const;
    std::optional<Place> limit() const; // the lowest place above holds() that does not hold, as far as known

    static Known knownBy(ProbeEnd end);
    AnswerKind kindBelow(Known upper) const;
    void begin(double guessPerS);
    void probed(const ProbeOutcome& outcome);
    void confirmed(const ProbeOutcome& outcome);
    void failedAgain(const ProbeOutcome& outcome);
    void searchOn(const ProbeOutcome& last);
    std::optional<Place> limitExpectedBy(const ProbeOutcome& last) const;
    void confirmAt(Place place);
    void ask(ProbePurpose purpose, Place place);
    void conclude(AnswerKind kind);

    SearchPlan m_plan;
    SearchAnswer m_answer;
    bool m_answered = false;
    std::uint64_t m_made = 0; // probes, the guess too
    ProbePurpose m_purpose = ProbePurpose::UpperGuess;
    Place m_place = 0; // of the probe asked for
    Place m_candidate = 0; // being confirmed
    unsigned m_disturbed = 0; // probes there, in a row
    double m_guess = 0; // a load
    Place m_ceiling = 0; // the guess's place
    bool m_up = true; // the last step was to a higher load
    int m_steps = 1; // the least of the last step
    std::map<Place, Point> m_points;
};

} // namespace iotbench::studies
