#include "data_sheet/sheet_report.h"

#include "base/regular_file.h"

#include <QJsonDocument>

namespace iotbench {
namespace {

constexpr const char* kOpening = R"(<script type="application/json" id="iotbench-report">)";
constexpr const char* kClosing = "</script>";

} // namespace

std::string reportElement(const QJsonObject& report)
{
    // Of all that ends or begins an element or a comment in HTML, "<" is the first, and JSON has it in texts
    // alone. With "&" and ">" escaped as well a sheet is XML, too.
    QByteArray json = QJsonDocument(report).toJson(QJsonDocument::Compact);
    return kOpening
        + json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").toStdString()
        + kClosing + '\n';
}

Result<QByteArray> reportInDataSheet(const QByteArray& html, const std::string& origin)
{
    if (static_cast<std::uint64_t>(html.size()) > kMostTextBytes)
        return Error{TR("%1: larger than any data sheet"), {origin}};
    const qsizetype opening = html.indexOf(kOpening);
    const qsizetype begin = opening + static_cast<qsizetype>(qstrlen(kOpening));
    const qsizetype end = opening < 0 ? -1 : html.indexOf(kClosing, begin);
    if (end < 0)
        return Error{TR("%1: not a data sheet with a report in it"), {origin}};
    if (html.indexOf(kOpening, begin) >= 0)
        return Error{TR("%1: a data sheet has one report, and this file has several"), {origin}};
    return html.mid(begin, end - begin);
}

} // namespace iotbench
