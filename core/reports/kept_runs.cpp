#include "reports/kept_runs.h"

#include "base/regular_file.h"
#include "reports/csv.h"
#include "reports/csv_reader.h"
#include "reports/field_words.h"
#include "reports/original_lines.h"
#include "reports/report_files.h"
#include "reports/report_json.h"
#include "reports/report_reader.h"
#include "reports/schema_names.h"
#include "reports/study_facts.h"
#include "reports/summary_row.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <charconv>
#include <utility>

namespace iotbench {
namespace {

namespace fs = std::filesystem;

std::optional<double> numberOf(const std::string& text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && !text.empty() ? std::optional(number) : std::nullopt;
}

constexpr double kMostLoad = 1e9; // no box holds more: a file that says so is not believed

// A study is told by its table; which one, and what it found, by report.json.
void addStudy(KeptRunFacts& facts)
{
    std::error_code unknown;
    const bool search = fs::exists(facts.folder / kProbesFile, unknown);
    if (!search && !fs::exists(facts.folder / kRunsFile, unknown))
        return;
    const auto json = readRegularFile(facts.folder / kReportFile, kMostTextBytes);
    if (!json)
        return;
    const auto study
        = QJsonDocument::fromJson(QByteArray::fromStdString(std::string(asText(*json))))["study"];
    facts.study = search ? "search" : study["kind"] == QLatin1String("sweep") ? "sweep" : "repeat";
    if (const double load = study["holds_at"].toDouble(-1); search && load >= 0 && load <= kMostLoad)
        facts.holdsAt = load;
    facts.holdsMore = study["answer"] != QLatin1String("serves") && facts.holdsAt.value_or(0) > 0;
    facts.cameraRatePerS = study["camera_rate"].toDouble();
    facts.verdict = studyJudgement(study["verdict"].toString().toStdString());
}

std::optional<KeptRunFacts> factsOf(const fs::path& folder)
{
    const std::vector<CsvLine> lines = readCsvFile(folder / kSummaryFile);
    if (lines.size() < 2)
        return std::nullopt;
    const auto field = [&](std::string_view name) {
        std::string text = csvField(lines[0], lines[1], name);
        for (const RenamedField& renamed : renamedColumns()) // as a run of schema version 1 has it
            if (text.empty() && renamed.is == name)
                text = csvField(lines[0], lines[1], renamed.was);
        return text;
    };
    const QDateTime start
        = QDateTime::fromString(QString::fromStdString(field("start_time")), Qt::ISODateWithMs);
    if (!start.isValid())
        return std::nullopt;
    KeptRunFacts facts;
    facts.folder = folder;
    facts.startUnixMs = start.toMSecsSinceEpoch();
    facts.label = field("label");
    facts.model = field("model_name");
    facts.engine = field("engine_name");
    facts.precision = field("engine_precision");
    facts.machine = field("machine_host_name");
    facts.runId = field("run_id");
    facts.targetPerS = numberOf(field("target_images_per_s"));
    facts.elapsedS = numberOf(field("elapsed_s"));
    facts.imagesPerS = numberOf(field("images_per_s"));
    facts.latencyP99Ms = numberOf(field("latency_p99_ms"));
    facts.verdict = fields::enumeratorOf<Judgement>(field("verdict_overall")).value_or(Judgement::NotJudged);
    if (const auto pct = numberOf(field("accuracy_pct")))
        facts.accuracy = *pct / 100;
    addStudy(facts); // whose verdict counts, not that of its last run
    return facts;
}

// Every folder of the store, oldest first: names begin with the time.
std::vector<fs::path> folders(const fs::path& root)
{
    std::vector<fs::path> all;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root, error))
        if (entry.is_directory(error))
            all.push_back(entry.path());
    std::ranges::sort(all);
    return all;
}

std::uint64_t bytesOf(const fs::path& folder)
{
    std::uint64_t bytes = 0;
    for (const char* name : kReportFiles) {
        std::error_code error;
        const auto size = fs::file_size(folder / name, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

std::optional<Error> replaceFile(const fs::path& path, const QByteArray& bytes)
{
    QSaveFile file(QString::fromStdString(path));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return Error{TR("cannot write %1: %2"), {path, file.errorString().toStdString()}};
}

// A study is shown with its rows: each that the report tells of is there, and whole.
std::optional<Error> faultInRows(const fs::path& folder, const StudyFacts& study)
{
    const bool search = study.kind == "search";
    const fs::path file = folder / (search ? kProbesFile : kRunsFile);
    const std::uint64_t told = search ? study.probes : study.runs;
    const std::vector<CsvLine> lines = readCsvFile(file);
    const auto alike = [&](const CsvLine& line) { return line.size() == lines.front().size(); };
    const auto whole = lines.empty() ? 0 : std::ranges::count_if(lines, alike) - 1; // without the header
    if (std::cmp_greater_equal(whole, told))
        return std::nullopt;
    return Error{TR("%1 is not whole: it has %2 of the %3 rows that report.json tells of"),
        {file, static_cast<std::uint64_t>(whole), told}};
}

} // namespace

// Regular files alone: neither what a link leads to nor a pipe that never ends.
std::optional<Error> copyRun(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to, error);
    for (const char* name : kReportFiles) {
        if (!error && fs::is_regular_file(fs::symlink_status(from / name, error)))
            fs::copy_file(from / name, to / name, error);
        else if (error == std::errc::no_such_file_or_directory)
            error.clear(); // a report need not have every file
        if (error)
            return Error{TR("cannot copy %1: %2"), {from / name, error.message()}};
    }
    return std::nullopt;
}

KeptRunStore::KeptRunStore(fs::path root, KeptRunLimits limits)
    : m_root(std::move(root))
    , m_limits(limits)
{
}

fs::path KeptRunStore::folderFor(std::int64_t startUnixMs) const
{
    std::string name = isoTimeMs(startUnixMs);
    std::ranges::replace(name, ':', '-'); // for file systems that know no colon
    fs::path folder = m_root / name;
    for (int again = 2; fs::exists(folder); ++again)
        folder = m_root / (name + '-' + std::to_string(again));
    return folder;
}

std::vector<KeptRunFacts> KeptRunStore::list() const
{
    std::vector<KeptRunFacts> runs;
    for (const fs::path& folder : folders(m_root))
        if (auto facts = factsOf(folder))
            runs.push_back(std::move(*facts));
    std::ranges::stable_sort(
        runs, [](const KeptRunFacts& a, const KeptRunFacts& b) { return a.startUnixMs > b.startUnixMs; });
    return runs;
}

std::size_t KeptRunStore::dropOldest()
{
    const std::vector<fs::path> all = folders(m_root);
    std::vector<std::uint64_t> sizes;
    std::uint64_t bytes = 0;
    for (const fs::path& folder : all)
        bytes += sizes.emplace_back(bytesOf(folder));
    std::size_t dropped = 0;
    while (all.size() - dropped > 1 && (all.size() - dropped > m_limits.runs || bytes > m_limits.bytes)) {
        bytes -= sizes[dropped];
        (void)remove(all[dropped]); // one that cannot be deleted does not keep others from it
        ++dropped;
    }
    return dropped;
}

std::optional<Error> KeptRunStore::relabel(const fs::path& folder, const std::string& label)
{
    const std::vector<CsvLine> lines = readCsvFile(folder / kSummaryFile);
    const auto json = readRegularFile(folder / kReportFile, kMostTextBytes);
    if (lines.size() < 2 || !json)
        return Error{TR("there is no kept run in %1"), {folder}};
    const CsvLine& header = lines[0];
    CsvText summary;
    for (const std::string& name : header)
        summary.add(name);
    summary.endLine();
    for (std::size_t i = 0; i < lines[1].size(); ++i)
        summary.add(i < header.size() && header[i] == "label" ? label : lines[1][i]);
    summary.endLine();
    QJsonObject report
        = QJsonDocument::fromJson(QByteArray::fromStdString(std::string(asText(*json)))).object();
    QJsonObject settings = report["settings"].toObject();
    const QString text = QString::fromStdString(label);
    settings.insert("label", text);
    report.insert("settings", settings);
    report.insert("label", text);
    if (auto error = replaceFile(folder / kReportFile, jsonBytes(report)))
        return error;
    return replaceFile(folder / kSummaryFile, QByteArray::fromStdString(summary.text()));
}

std::optional<Error> KeptRunStore::import(const fs::path& folder)
{
    if (std::error_code unknown; !fs::exists(fs::symlink_status(folder / kReportFile, unknown)))
        return Error{
            TR("there is no report.json in %1: it is no report folder, or its study was not finished"),
            {folder}};
    const auto report = readReportFile(folder / kReportFile);
    if (!report)
        return Error{report.error()};
    if (report->study)
        if (auto fault = faultInRows(folder, *report->study))
            return fault;
    const RunResult& run = report->result;
    const std::vector<KeptRunFacts> kept = list();
    // Runs of schema version 1 have their start alone.
    if (std::ranges::any_of(kept, [&](const KeptRunFacts& each) {
            return each.runId == run.runId && each.startUnixMs == run.startUnixMs;
        }))
        return Error{TR("the run in %1 is kept already"), {folder}};
    if (bytesOf(folder) > m_limits.bytes)
        return Error{TR("the run in %1 takes more than the %2 MB of all kept runs"),
            {folder, std::to_string(m_limits.bytes / 1'000'000)}};
    const fs::path copy = folderFor(run.startUnixMs);
    auto fault = copyRun(folder, copy);
    if (!fault && !factsOf(copy)) // repeats and sweeps report into runs.csv alone
        fault = replaceFile(copy / kSummaryFile,
            QByteArray::fromStdString(summaryHeader() + summaryRow(reportJson(*report))));
    if (fault)
        (void)remove(copy);
    return fault;
}

std::optional<Error> KeptRunStore::remove(const fs::path& folder)
{
    std::error_code error;
    if (fs::weakly_canonical(folder.parent_path(), error) != fs::weakly_canonical(m_root, error))
        return Error{TR("%1 is none of the kept runs"), {folder}};
    for (const char* name : kReportFiles) {
        fs::remove(folder / name, error);
        if (error)
            return Error{TR("cannot delete %1: %2"), {folder / name, error.message()}};
    }
    fs::remove(folder, error); // stays where something else is in it
    return std::nullopt;
}

} // namespace iotbench
