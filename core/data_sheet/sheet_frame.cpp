#include "data_sheet/sheet_frame.h"

#include "data_sheet/sheet_style.h"

#include <algorithm>

namespace iotbench {
namespace {

// Nothing is loaded and nothing runs, whatever slipped in.
constexpr const char* kPolicy = "default-src 'none'; style-src 'unsafe-inline'";

} // namespace

void beginSheet(HtmlWriter& html, const std::string& title, const std::string& version)
{
    html.markup("<!DOCTYPE html>\n").open("html", {{"lang", "en"}});
    html.open("head").empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kPolicy}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty(
        "meta", {{"name", "generator"}, {"content", "iotbench" + (version.empty() ? "" : ' ' + version)}});
    html.element("title", title + " – iotbench data sheet");
    html.open("style").markup(sheetStyle()).close().close();
    html.open("body").open("main");
}

const char* classOf(Judgement judgement)
{
    return judgement == Judgement::NotJudged ? "none" : toString(judgement).data();
}

void beginSection(HtmlWriter& html, std::string_view heading, std::string_view remark)
{
    html.open("section").open("h2").text(heading).text(" ");
    if (!remark.empty())
        html.element("small", remark);
    html.close();
}

void writeCommandLine(HtmlWriter& html, const std::string& command)
{
    html.open("pre").open("code");
    for (std::size_t from = 0, to = 0; from < command.size(); from = to) {
        to = std::min(command.find(' ', from + 1), command.size());
        html.element("span", command.substr(from, to - from));
    }
    html.close().close();
}

} // namespace iotbench
