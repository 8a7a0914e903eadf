#include "compare/comparison_files.h"

#include "compare/difference_text.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <string_view>

namespace iotbench {
namespace {

// One line, with a backslash before each character that Markdown gives a meaning.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#|~&@:").find(c) != std::string_view::npos)
            result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result;
}

std::string tableRow(const std::vector<std::string>& cells)
{
    std::string line = "|";
    for (const std::string& cell : cells)
        line += ' ' + escaped(cell) + " |";
    return line + '\n';
}

std::string table(const std::vector<std::vector<std::string>>& rows)
{
    std::string text = tableRow(rows.front()) + '|';
    for (std::size_t i = 0; i < rows.front().size(); ++i)
        text += " --- |";
    text += '\n';
    for (std::size_t i = 1; i < rows.size(); ++i)
        text += tableRow(rows[i]);
    return text;
}

QString qt(std::string_view text)
{
    // XML 1.0 has no place for control characters, not even escaped.
    QString result = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : result)
        if ((c.unicode() < 0x20 && c != u'\t' && c != u'\n') || c.unicode() >= 0xfffe)
            c = QChar::ReplacementCharacter;
    return result;
}

std::uint64_t countOf(const ComparedPair& pair, CriterionOutcome outcome)
{
    return static_cast<std::uint64_t>(
        std::ranges::count(pair.criteria, outcome, &ComparisonCriterion::outcome));
}

void writeCase(QXmlStreamWriter& xml, const ComparedPair& pair, const ComparisonCriterion& criterion)
{
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", qt(pair.name));
    xml.writeAttribute("name", qt(criterion.option));
    const QString text = qt(criterionText(criterion, pair));
    if (criterion.outcome == CriterionOutcome::Failed || criterion.outcome == CriterionOutcome::NotChecked) {
        xml.writeStartElement(criterion.outcome == CriterionOutcome::Failed ? "failure" : "skipped");
        xml.writeAttribute("message", text);
        xml.writeEndElement();
    }
    xml.writeTextElement("system-out", text);
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter& xml, const ComparisonReport& report, const ComparedPair& pair)
{
    const bool invalid = report.baseVerdict == Judgement::Invalid || pair.verdict == Judgement::Invalid;
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", qt("iotbench: " + pair.name + " against " + report.base));
    xml.writeAttribute("tests", QString::number(pair.criteria.size() + 1));
    xml.writeAttribute("failures", QString::number(countOf(pair, CriterionOutcome::Failed)));
    xml.writeAttribute("skipped", QString::number(countOf(pair, CriterionOutcome::NotChecked)));
    xml.writeAttribute("errors", invalid ? "1" : "0");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", qt(pair.name));
    xml.writeAttribute("name", "no run is INVALID");
    if (invalid) {
        xml.writeStartElement("error");
        xml.writeAttribute("message", "a run is INVALID: its figures mean nothing");
        xml.writeEndElement();
    }
    xml.writeEndElement();
    for (const ComparisonCriterion& criterion : pair.criteria)
        writeCase(xml, pair, criterion);
    xml.writeEndElement();
}

} // namespace

std::string comparisonMarkdown(const ComparisonReport& report)
{
    std::string text;
    for (const ComparedPair& pair : report.pairs) {
        text += (text.empty() ? "" : "\n") + std::string("### ") + escaped(pair.name) + " against "
            + escaped(report.base) + "\n\n" + escaped(pair.sentence.english()) + "\n\n";
        if (!pair.setup.empty()) {
            std::vector<std::vector<std::string>> rows{{"SETUP", "BASE", "NEW"}};
            for (const SetupDifference& difference : pair.setup)
                rows.push_back({difference.what.english(), difference.base, difference.next});
            text += table(rows) + '\n' + equalSettingsText(pair) + (pair.equalSetup.empty() ? "" : "\n");
        }
        text += table(differenceTable(pair));
        const std::vector<std::string> notCompared = notComparedTexts(pair);
        if (!notCompared.empty() || !pair.cautions.empty() || !pair.notes.empty() || !pair.criteria.empty())
            text += '\n';
        for (const ComparisonCriterion& criterion : pair.criteria)
            text += (criterion.outcome == CriterionOutcome::Failed ? "- **" : "- ")
                + escaped(criterionText(criterion, pair))
                + (criterion.outcome == CriterionOutcome::Failed ? "**\n" : "\n");
        for (const Message& caution : pair.cautions)
            text += "- ▲ " + escaped(caution.english()) + '\n';
        for (const std::string& reason : notCompared)
            text += "- " + escaped(reason) + '\n';
        for (const Message& note : pair.notes)
            text += "- " + escaped(note.english()) + '\n';
    }
    return text;
}

QByteArray comparisonJunit(const ComparisonReport& report)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement("testsuites");
    for (const ComparedPair& pair : report.pairs)
        writeSuite(xml, report, pair);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace iotbench
