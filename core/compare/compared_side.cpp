#include "compare/compared_side.h"

#include "compare/report_beside.h"
#include "reports/csv_reader.h"
#include "reports/field_words.h"
#include "reports/report_files.h"
#include "reports/report_reader.h"
#include "reports/schema_names.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

namespace iotbench {
namespace {

namespace fs = std::filesystem;

// With the names of today where a run of schema version 1 wrote it.
CsvLine headerOfToday(CsvLine header)
{
    for (const RenamedField& renamed : renamedColumns()) {
        const auto was = std::ranges::find(header, renamed.was);
        if (was != header.end() && std::ranges::find(header, renamed.is) == header.end())
            *was = renamed.is;
    }
    return header;
}

// The runs of one file; none where it has no column of ours. Error: a row with other than the header's
// columns, as one that was cut off.
Result<std::vector<SideRun>> runsOf(const fs::path& file, const fs::path& images)
{
    const std::vector<CsvLine> lines = readCsvFile(file);
    std::vector<SideRun> runs;
    if (lines.empty() || std::ranges::find(lines.front(), "images_per_s") == lines.front().end())
        return runs;
    const CsvLine header = headerOfToday(lines.front());
    for (std::size_t row = 1; row < lines.size() && runs.size() <= kMostRunsASide; ++row) {
        const CsvLine& line = lines[row];
        if (line == CsvLine{""}) // an empty line
            continue;
        if (line.size() != header.size())
            return Error{
                TR("%1: line %2 has %3 values for %4 columns"), {file, row + 1, line.size(), header.size()}};
        SideRun run{{}, images, file};
        for (std::size_t i = 0; i < header.size(); ++i)
            run.summary.emplace(header[i], line[i]);
        runs.push_back(std::move(run));
    }
    return runs;
}

Result<std::vector<SideRun>> runsOfFolder(const fs::path& folder)
{
    std::error_code fault;
    const fs::path images = folder / kImagesFile;
    auto runs = runsOf(folder / kSummaryFile, fs::is_regular_file(images, fault) ? images : fs::path());
    if (!runs || runs->empty() || !fs::exists(folder / kReportFile, fault))
        return runs;
    const auto beside = readReportBeside(folder / kReportFile);
    if (!beside)
        return Error{beside.error()};
    const std::optional<StudyFacts>& study = beside->report.study;
    const bool isSearch
        = study && study->kind == "search" && fs::is_regular_file(folder / kProbesFile, fault);
    for (SideRun& run : *runs) {
        if (auto other = contradiction(run, *beside))
            return *std::move(other);
        run.settings = beside->report.result.settings;
        if (isSearch)
            run.search = study;
    }
    return runs;
}

// Those of a folder of folders, in no order.
Result<std::vector<SideRun>> runsOfStudy(const fs::path& folder)
{
    std::vector<SideRun> runs;
    std::error_code fault;
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        std::error_code noFolder;
        if (!entry->is_directory(noFolder))
            continue;
        auto ofFolder = runsOfFolder(entry->path());
        if (!ofFolder)
            return Error{ofFolder.error()};
        std::ranges::move(*ofFolder, std::back_inserter(runs));
        if (runs.size() > kMostRunsASide)
            break;
    }
    return runs;
}

// As the rows of a sweep are, which has a label for each combination.
std::optional<Error> faultOfLabels(const fs::path& folder, const std::vector<SideRun>& rows)
{
    for (const SideRun& row : rows)
        if (const std::string_view first = rows.front().text("label"); row.text("label") != first)
            return Error{
                TR("%1 has runs of several combinations or labels, which are not repeats of one setting: "
                   "name one of them, as in %2"),
                {folder, folder.string() + '#' + std::string(first)}};
    return std::nullopt;
}

// A run that was reported into the folder of a study, as earlier versions did, leaves both half told.
std::optional<Error> faultOfReport(const fs::path& folder)
{
    std::error_code fault;
    if (!fs::exists(folder / kReportFile, fault))
        return std::nullopt;
    const auto report = readReportFile((folder / kReportFile).string());
    if (!report)
        return Error{report.error()};
    if (report->study)
        return std::nullopt;
    return Error{
        TR("%1 has the %2 of a single run and the %3 of a study: move those of one to a folder of its own"),
        {folder, kReportFile, kRunsFile}};
}

// Of a folder without a report of its own.
Result<std::vector<SideRun>> runsOfSeries(const fs::path& folder, bool labelled)
{
    auto rows = runsOf(folder / kRunsFile, {});
    if (!rows)
        return rows;
    if (!labelled)
        if (auto fault = faultOfLabels(folder, *rows))
            return *std::move(fault);
    auto runs = runsOfStudy(folder);
    return runs && runs->empty() ? std::move(rows) : std::move(runs);
}

// `labelled`: those of one label are wanted, so that the rows of a sweep can be told apart.
Result<std::vector<SideRun>> runsAt(const fs::path& path, bool labelled)
{
    std::error_code fault;
    const fs::file_status status = fs::status(path, fault);
    if (!fs::exists(status))
        return Error{TR("%1 does not exist"), {path}};
    // A series that the window kept has the report of its last run, too.
    const bool isSeries = fs::is_regular_file(path / kRunsFile, fault);
    if (isSeries)
        if (auto other = faultOfReport(path))
            return *std::move(other);
    Result<std::vector<SideRun>> runs = isSeries ? std::vector<SideRun>()
        : fs::is_directory(status)               ? runsOfFolder(path)
                                                 : runsOf(path, {});
    if (runs && runs->empty() && fs::is_directory(status))
        runs = runsOfSeries(path, labelled);
    if (runs && runs->empty())
        return Error{TR("%1 has no run that is over: it takes the folder of a report or of a study, or a CSV "
                        "file of --csv"),
            {path}};
    return runs;
}

// By its own count, and the rounding of all three.
std::optional<Error> faultOfRate(const SideRun& run)
{
    const char* const column
        = fields::enumeratorOf<Role>(run.text("role")) == Role::Send ? "images_sent" : "images_classified";
    const auto rate = run.number("images_per_s"), elapsedS = run.number("elapsed_s"),
               images = run.number(column);
    if (!rate || !elapsedS || !images || std::abs(*rate * *elapsedS - *images) <= 1 + 0.01 * *images)
        return std::nullopt;
    return Error{TR("%1: images_per_s is %2, but %3 is %4 and elapsed_s is %5"),
        {run.file, std::string(run.text("images_per_s")), column, std::string(run.text(column)),
            std::string(run.text("elapsed_s"))}};
}

// What no run has measured: the file was changed or damaged.
std::optional<Error> faultOf(const SideRun& run)
{
    const auto refused = [&run](const char* column) {
        return Error{
            TR("%1: %2 is %3, which no run can have"), {run.file, column, std::string(run.text(column))}};
    };
    for (const char* column :
        {"verdict_overall", "verdict_complete", "verdict_accuracy", "verdict_throughput", "verdict_latency"})
        if (!run.text(column).empty() && !fields::enumeratorOf<Judgement>(run.text(column)))
            return refused(column);
    for (const char* column : {"elapsed_s", "images_per_s", "images_per_s_low", "images_per_s_high",
             "latency_p50_ms", "latency_p99_ms", "cpu_us_per_image"})
        if (!run.text(column).empty() && run.number(column).value_or(-1) < 0)
            return refused(column);
    const auto rate = run.number("images_per_s"), low = run.number("images_per_s_low"),
               high = run.number("images_per_s_high");
    constexpr double kRounding = 1 + 1e-6;
    if (rate && low && high && (*rate * kRounding < *low || *rate > *high * kRounding))
        return Error{TR("%1: images_per_s is %2, outside its own interval, %3 to %4"),
            {run.file, std::string(run.text("images_per_s")), std::string(run.text("images_per_s_low")),
                std::string(run.text("images_per_s_high"))}};
    return faultOfRate(run);
}

// Of "PATH#LABEL"; no label where all of it is a path, or there is no # behind one.
std::pair<std::string, std::optional<std::string>> pathAndLabel(const std::string& argument)
{
    std::error_code fault;
    if (fs::exists(argument, fault))
        return {argument, std::nullopt};
    const std::size_t first = argument.find('#');
    for (std::size_t hash = first; hash != std::string::npos; hash = argument.find('#', hash + 1))
        if (std::string path = argument.substr(0, hash); fs::exists(path, fault))
            return {std::move(path), argument.substr(hash + 1)};
    return {argument.substr(0, first), std::nullopt};
}

} // namespace

std::string_view SideRun::text(std::string_view column) const
{
    const auto found = summary.find(column);
    return found == summary.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<double> SideRun::number(std::string_view column) const
{
    const std::string_view digits = text(column);
    double value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    // No figure of a run is beyond these; statistics of those that are would not be numbers.
    constexpr double kLeast = 1e-9, kMost = 1e15;
    const double size = std::abs(value);
    const bool usual = value == 0 || (size >= kLeast && size <= kMost);
    return fault == std::errc() && end == digits.data() + digits.size() && usual ? std::optional(value)
                                                                                 : std::nullopt;
}

Judgement SideRun::judgement(std::string_view claim) const
{
    return fields::enumeratorOf<Judgement>(text("verdict_" + std::string(claim)))
        .value_or(Judgement::NotJudged);
}

std::string SideRun::identity() const
{
    if (const std::string_view id = text("run_id"); !id.empty())
        return std::string(id);
    std::string row;
    for (const auto& [column, value] : summary)
        row += column + '=' + value + '\n';
    return row;
}

Judgement ComparedSide::verdict() const
{
    Judgement worst = Judgement::NotJudged;
    for (const SideRun& run : runs) {
        worst = std::max(worst, run.judgement("overall"));
        if (run.search)
            worst = std::max(
                worst, fields::enumeratorOf<Judgement>(run.search->verdict).value_or(Judgement::NotJudged));
    }
    return worst;
}

bool ComparedSide::searches() const
{
    return std::ranges::all_of(runs, [](const SideRun& run) { return run.search.has_value(); });
}

std::uint64_t runsOnBoth(const ComparedSide& base, const ComparedSide& next)
{
    std::set<std::string> known;
    for (const SideRun& run : base.runs)
        known.insert(run.identity());
    return static_cast<std::uint64_t>(
        std::ranges::count_if(next.runs, [&](const SideRun& run) { return known.contains(run.identity()); }));
}

Result<ComparedSide> readSide(const std::string& argument)
{
    const auto pathWithLabel = pathAndLabel(argument);
    const std::string& path = pathWithLabel.first;
    const std::optional<std::string>& label = pathWithLabel.second;
    auto runs = runsAt(path, label.has_value());
    if (!runs)
        return Error{runs.error()};
    if (label)
        std::erase_if(*runs, [&](const SideRun& run) { return run.text("label") != *label; });
    if (runs->empty())
        return Error{TR("%1 has no run labelled \"%2\""), {path, *label}};
    if (runs->size() > kMostRunsASide)
        return Error{TR("%1 has over %2 runs"), {path, kMostRunsASide}};
    for (const SideRun& run : *runs)
        if (auto fault = faultOf(run))
            return *fault;
    // ISO 8601 in UTC: the order of the text is that of time. Of copies, that with its images is first.
    std::ranges::stable_sort(
        *runs, {}, [](const SideRun& run) { return std::tuple(run.text("start_time"), run.images.empty()); });
    std::set<std::string> known;
    const std::size_t copies
        = std::erase_if(*runs, [&](const SideRun& run) { return !known.insert(run.identity()).second; });
    return ComparedSide{argument, std::move(*runs), copies};
}

} // namespace iotbench
