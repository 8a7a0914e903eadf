#include "batch/comparing.h"

#include "base/exit_codes.h"
#include "batch/asked_file.h"
#include "batch/terminal.h"
#include "batch/text_table.h"
#include "compare/comparison_files.h"
#include "compare/comparison_json.h"
#include "compare/difference_text.h"
#include "data_sheet/comparison_sheet.h"
#include "reports/report_json.h"
#include "settings/settings_validation.h"

#include <algorithm>

namespace iotbench {
namespace {

std::string sideText(const char* head, const std::string& name, std::uint64_t runs, Judgement verdict)
{
    return head + name + ", " + std::to_string(runs) + (runs == 1 ? " run, " : " runs, ")
        + std::string(toString(verdict)) + '\n';
}

std::string pairText(const ComparisonReport& report, const ComparedPair& pair)
{
    std::string text = sideText("base  ", report.base, report.baseRuns, report.baseVerdict)
        + sideText("new   ", pair.name, pair.runs, pair.verdict) + '\n' + pair.sentence.english() + '\n';
    if (!pair.setup.empty()) {
        std::vector<std::vector<std::string>> rows{{"SETUP", "BASE", "NEW"}};
        for (const SetupDifference& difference : pair.setup)
            rows.push_back({difference.what.english(), difference.base, difference.next});
        text += '\n' + textTable(rows) + equalSettingsText(pair);
    }
    text += '\n' + textTable(differenceTable(pair));
    const std::vector<std::string> notCompared = notComparedTexts(pair);
    if (!notCompared.empty() || !pair.cautions.empty() || !pair.notes.empty())
        text += '\n';
    for (const Message& caution : pair.cautions)
        text += "▲ " + caution.english() + '\n';
    for (const std::string& reason : notCompared)
        text += reason + '\n';
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

} // namespace

int compareAndTell(const CompareOptions& options, const OutputOptions& output)
{
    Terminal terminal = standardTerminal(output);
    const auto fail = [&](const Message& why) { return terminal.fail(why.english(), kExitFailed); };
    const bool replaced = output.json == kStandardOutput || options.junit == kStandardOutput
        || options.markdown == kStandardOutput;
    auto table = AskedFile::open(replaced ? "" : kStandardOutput);
    auto junit = AskedFile::open(options.junit), markdown = AskedFile::open(options.markdown),
         json = AskedFile::open(output.json), html = AskedFile::open(output.html);
    for (const auto* file : {&junit, &markdown, &json, &html})
        if (!*file)
            return fail(file->error());
    const auto report = compareReports(options.base, options.next, options.limits);
    if (!report)
        return fail(report.error());
    for (const auto& fault :
        {table->write(comparisonText(*report)), junit->write(comparisonJunit(*report).toStdString()),
            markdown->write(comparisonMarkdown(*report)),
            json->write(jsonBytes(comparisonJson(*report)).toStdString()),
            html->write(comparisonSheet(*report))})
        if (fault)
            return fail(fault->message);
    return report->exitCode();
}

} // namespace iotbench
