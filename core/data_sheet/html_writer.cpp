#include "data_sheet/html_writer.h"

#include <QString>

#include <algorithm>
#include <array>

namespace iotbench {
namespace {

// Controls but tab and newline, the marks of Unicode's bidirectional algorithm (UAX #9), halves of surrogate
// pairs and noncharacters.
bool isShown(QChar each)
{
    const char16_t code = each.unicode();
    if (code < 0x20)
        return code == u'\t' || code == u'\n';
    const bool control = code >= 0x7F && code <= 0x9F;
    const bool turnsDirection = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)
        || code == 0x200E || code == 0x200F || code == 0x061C;
    return !control && !turnsDirection && code < 0xFFFE && !(code >= 0xFDD0 && code <= 0xFDEF);
}

// Of these a line break behind them would be a space.
bool standsInLine(std::string_view element)
{
    constexpr std::array kInLine{
        "b", "code", "dd", "desc", "dt", "small", "span", "td", "text", "th", "title", "tspan"};
    return std::ranges::find(kInLine, element) != kInLine.end();
}

} // namespace

std::string escapedHtml(std::string_view text)
{
    QString words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& each : words)
        if (!isShown(each))
            each = QChar::ReplacementCharacter;
    return words.toHtmlEscaped().replace(u'\'', QLatin1String("&#39;")).toStdString();
}

void HtmlWriter::begin(const char* element, HtmlAttributes attributes)
{
    m_text += '<';
    m_text += element;
    for (const HtmlAttribute& each : attributes) {
        m_text += ' ';
        m_text += each.name;
        m_text += "=\"" + escapedHtml(each.value) + '"';
    }
}

HtmlWriter& HtmlWriter::open(const char* element, HtmlAttributes attributes)
{
    begin(element, attributes);
    m_text += '>';
    m_open.push_back(element);
    return *this;
}

HtmlWriter& HtmlWriter::close()
{
    m_text += "</";
    m_text += m_open.back();
    m_text += standsInLine(m_open.back()) ? ">" : ">\n";
    m_open.pop_back();
    return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text)
{
    m_text += escapedHtml(text);
    return *this;
}

HtmlWriter& HtmlWriter::element(const char* element, HtmlAttributes attributes, std::string_view text)
{
    return open(element, attributes).text(text).close();
}

HtmlWriter& HtmlWriter::empty(const char* element, HtmlAttributes attributes)
{
    begin(element, attributes);
    m_text += "/>\n";
    return *this;
}

} // namespace iotbench
