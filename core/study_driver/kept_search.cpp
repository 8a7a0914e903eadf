#include "study_driver/kept_search.h"

#include "settings/settings_validation.h"
#include "statistics/figure_text.h"
#include "study_driver/probe_table_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <utility>

namespace iotbench {

using namespace studies;

namespace {

constexpr double kLoadStep = 0.001; // that probes.csv tells loads by
// What nobody asks for, and no box does.
constexpr double kMostGuessedPerS = 1e9, kLeastPrecision = 1e-4, kLeastCameraRatePerS = 0.01;

std::optional<Error> otherMachine(const MachineFacts& was, const MachineFacts& is)
{
    struct Fact {
        Marked what;
        std::string then, now;
    };
    if (was.hostName.empty())
        return Error{TR("the report does not name the machine that it was measured on")};
    for (const Fact& fact : std::to_array<Fact>({
             {TR("host"), was.hostName, is.hostName},
             {TR("board"), was.board, is.board},
             {TR("processor"), was.cpuModel, is.cpuModel},
             {TR("CPUs allowed"), shortText(was.coresAllowed, 2), shortText(is.coresAllowed, 2)},
             {TR("instruction sets"), was.instructionSets, is.instructionSets},
             {TR("governor"), was.governor, is.governor},
         }))
        if (fact.then != fact.now)
            return Error{TR("it was measured on a machine unlike this one (%1: %2; here: %3)"),
                {fact.what, fact.then, fact.now}};
    return std::nullopt;
}

std::string programOf(const BuildFacts& build)
{
    return build.version + " (" + build.gitRevision + ", " + build.buildType + ')';
}

std::optional<Error> otherProgram(const Report& report, const BuildFacts& is)
{
    const BuildFacts& was = report.result.build;
    if (programOf(was) != programOf(is))
        return Error{TR("it was measured by iotbench %1, this is %2"), {programOf(was), programOf(is)}};
    if (report.verdict.rulesVersion != kVerdictRulesVersion)
        return Error{TR("its runs were judged by rules of version %1, this program has version %2"),
            {report.verdict.rulesVersion, kVerdictRulesVersion}};
    return std::nullopt;
}

std::optional<Error> otherEngine(const RunResult& run, const engines::EngineRegistry& engines)
{
    const auto engine = engines.find(run.settings.engine);
    if (!engine)
        return Error{engine.error()};
    if (const std::string is = (*engine)->version(); is != run.engine.version)
        return Error{TR("it was measured with %1 %2; the version here is %3"),
            {run.settings.engine, run.engine.version, is}};
    return std::nullopt;
}

std::optional<Error> goneFiles(const Settings& settings, const ModelCatalogue& models)
{
    if (!settings.model.empty() && !models.knows(settings.model))
        return Error{TR("its model %1 is no longer there"), {settings.model}};
    std::error_code unknown;
    if (!settings.images.empty() && !std::filesystem::exists(settings.images, unknown))
        return Error{TR("its images %1 are no longer there"), {settings.images}};
    return std::nullopt;
}

// Those of the last run, but for what was its own.
Result<EffectiveSettings> settingsOf(const RunResult& run, const SearchGoal& goal, std::uint64_t seed)
{
    Settings values = settingsToRepeat(run.settings);
    values.engine = run.requested.engine;
    values.workers = run.requested.workers;
    values.batchSize = run.requested.batchSize;
    values.seed = seed;
    SearchOptions search;
    search.find = goal.cameras() ? "cameras" : "rate";
    AskedSettings asked = askedForSearch(search, values);
    if (!goal.cameras() && run.settings.imagesPerSecond > 0) { // a guess is not paced
        asked.values.pacing = run.settings.pacing;
        asked.asked.insert_or_assign("pacing", AskedIn::CommandLine);
    }
    if (auto mistake = applySearch(search, asked))
        return *std::move(mistake);
    const ValidatedSettings validated = validateSettings(asked);
    if (!validated.effective)
        return Error{TR("its settings cannot be used again: %1"), {validated.errors.front().option()}};
    return validated.effective->withEngine(run.settings.engine, run.settings.workers, run.settings.batchSize);
}

bool isWrittenAs(const ProbeRequest& request, const ProbeRequest& written)
{
    return request.purpose == written.purpose && request.seed == written.seed
        && std::abs(request.load - written.load) <= kLoadStep;
}

// With what probes.csv rounds, or leaves to be worked out: shares are of whole images, times of whole slices.
// That it was accurate goes without saying: any other probe ends a search.
Probe unrounded(Probe probe, const ProbeRequest& request, const SearchGoal& goal)
{
    ProbeState& state = probe.state;
    const auto images = static_cast<double>(state.images);
    probe.request = request;
    if (request.purpose == ProbePurpose::UpperGuess) {
        if (state.countedS > 0)
            probe.imagesPerS = images / state.countedS;
        return probe;
    }
    if (images > 0)
        state.share = std::round(state.share * images) / images;
    probe.fullLength = state.countedS >= planOf(goal, request).fullLengthS();
    return probe;
}

// Empty where the planner asks for other probes than these, or for no more.
std::optional<SearchSoFar> replayed(const std::vector<Probe>& probes, const SearchGoal& goal)
{
    if (!(goal.precision >= kLeastPrecision && goal.precision <= 1)
        || !(goal.cameraRatePerS == 0 || goal.cameraRatePerS >= kLeastCameraRatePerS))
        return std::nullopt;
    SearchSoFar soFar{
        .planner = SearchPlanner({goal.cameraRatePerS, goal.precision, probes.front().request.seed})};
    for (const Probe& written : probes) {
        const auto request = soFar.planner.next();
        if (!request || !isWrittenAs(*request, written.request))
            return std::nullopt;
        const Probe& probe = soFar.probes.emplace_back(unrounded(written, *request, goal));
        if (probe.imagesPerS > kMostGuessedPerS)
            return std::nullopt;
        soFar.planner.told(outcomeOf(probe));
    }
    return soFar.planner.next() ? std::optional(std::move(soFar)) : std::nullopt;
}

// Of the run that the folder holds: see SearchStudy::probe().
bool confirmsToItsEnd(const std::vector<Probe>& probes)
{
    const auto last = std::find_if(
        probes.rbegin(), probes.rend(), [](const Probe& probe) { return probe.request.toFullLength(); });
    return last != probes.rend() && !last->stopped;
}

RunOutcome lastOf(const SearchRecord& record)
{
    RunOutcome last;
    last.result = record.report.result;
    last.verdict = record.report.verdict;
    last.keptFolder = record.folder;
    last.imageRowsLeftOut = record.report.imageRowsLeftOut;
    return last;
}

} // namespace

Result<KeptSearch> searchToGoOn(
    const SearchRecord& record, const RunEnvironment& environment, const MachineFacts& machine)
{
    const RunResult& run = record.report.result;
    if (auto other = otherMachine(run.machine, machine))
        return *std::move(other);
    if (auto other = otherProgram(record.report, environment.build))
        return *std::move(other);
    if (auto other = otherEngine(run, environment.engines))
        return *std::move(other);
    if (auto gone = goneFiles(run.settings, environment.models))
        return *std::move(gone);

    std::vector<Probe> probes = record.probes;
    std::erase_if(probes, [](const Probe& probe) { return probe.stopped; });
    if (probes.empty())
        return Error{TR("there is no probe of it that came to its end")};
    const SearchGoal goal = goalOf(*record.report.study);
    auto soFar = replayed(probes, goal);
    if (!soFar)
        return Error{TR("its probes are not whole: one does not follow from those before it")};
    auto settings = settingsOf(run, goal, probes.front().request.seed);
    if (!settings)
        return Error{settings.error()};
    soFar->last = lastOf(record);
    soFar->lastConfirms = confirmsToItsEnd(record.probes);
    soFar->tookS = record.report.study->tookS;
    return KeptSearch{std::move(*settings), goal, *std::move(soFar)};
}

} // namespace iotbench
