#include "batch/comparing.h"

#include "batch/batch.h"
#include "batch/text_table.h"
#include "compare/comparison_files.h"
#include "compare/comparison_json.h"
#include "compare/difference_text.h"
#include "reports/output_file.h"
#include "reports/report_json.h"
#include "settings/settings_validation.h"

#include <algorithm>
#include <cstdio>

namespace iotbench {
namespace {

int fail(const Message& why)
{
    std::fprintf(stderr, "iotbench: %s\n", why.english().c_str());
    return kExitFailed;
}

std::string sideText(const char* head, const std::string& name, std::uint64_t runs, Judgement verdict)
{
    return head + name + ", " + std::to_string(runs) + (runs == 1 ? " run, " : " runs, ")
        + std::string(toString(verdict)) + '\n';
}

std::string pairText(const ComparisonReport& report, const ComparedPair& pair)
{
    std::string text = sideText("base  ", report.base, report.baseRuns, report.baseVerdict)
        + sideText("new   ", pair.name, pair.runs, pair.verdict);
    if (!pair.setup.empty()) {
        std::vector<std::vector<std::string>> rows{{"SETUP", "BASE", "NEW"}};
        for (const SetupDifference& difference : pair.setup)
            rows.push_back({difference.what.english(), difference.base, difference.next});
        text += '\n' + textTable(rows);
    }
    text += '\n' + textTable(differenceTable(pair));
    if (!pair.notes.empty())
        text += '\n';
    for (const Message& note : pair.notes)
        text += note.english() + '\n';
    if (!pair.criteria.empty())
        text += '\n';
    for (const ComparisonCriterion& criterion : pair.criteria)
        text += criterionText(criterion, pair) + '\n';
    return text;
}

// Reports hold what anybody wrote into them: nothing of it moves the cursor.
std::string comparisonText(const ComparisonReport& report)
{
    std::string text;
    for (const ComparedPair& pair : report.pairs)
        text += (text.empty() ? "" : "\n") + pairText(report, pair);
    std::ranges::replace_if(
        text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f; }, ' ');
    return text;
}

bool print(std::string_view text)
{
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

// A file that was asked for; opened before anything is read, so that a mistake in its name is told at once.
class AskedFile {
public:
    static Result<AskedFile> open(const std::string& path)
    {
        AskedFile asked;
        if (path.empty() || path == kStandardOutput)
            return asked;
        auto file = OutputFile::create(path);
        if (!file)
            return Error{file.error()};
        asked.m_file.emplace(std::move(*file));
        return asked;
    }
    std::optional<Error> write(std::string_view bytes)
    {
        if (!m_file)
            return std::nullopt;
        m_file->write(bytes);
        return m_file->close();
    }

private:
    std::optional<OutputFile> m_file;
};

} // namespace

int compareAndTell(const CompareOptions& options)
{
    auto junit = AskedFile::open(options.junit), markdown = AskedFile::open(options.markdown),
         json = AskedFile::open(options.json);
    for (const auto* file : {&junit, &markdown, &json})
        if (!*file)
            return fail(file->error());
    const auto report = compareReports(options.base, options.next, options.limits);
    if (!report)
        return fail(report.error());
    const std::string asJson = jsonBytes(comparisonJson(*report)).toStdString();
    if (!print(options.json == kStandardOutput ? asJson : comparisonText(*report)))
        return fail(TR("cannot write standard output"));
    const auto junitFault = junit->write(comparisonJunit(*report).toStdString());
    const auto markdownFault = markdown->write(comparisonMarkdown(*report));
    const auto jsonFault = json->write(asJson);
    for (const auto* fault : {&junitFault, &markdownFault, &jsonFault})
        if (*fault)
            return fail((*fault)->message);
    return report->exitCode();
}

} // namespace iotbench
