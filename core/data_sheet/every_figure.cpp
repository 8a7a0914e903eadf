#include "data_sheet/every_figure.h"

#include "statistics/figure_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

struct NamedText {
    std::string name, text;
};
struct NamedList {
    std::string name;
    QJsonArray items;
};

// Values and lists of `object`, those of the objects in it with its name before theirs.
void collect(const QJsonObject& object, const std::string& before, std::vector<NamedText>& values,
    std::vector<NamedList>& lists)
{
    for (auto each = object.begin(); each != object.end(); ++each) {
        const std::string name = before + each.key().toStdString();
        const QJsonValue value = each.value();
        if (value.isObject())
            collect(value.toObject(), name + '.', values, lists);
        else if (value.isArray())
            lists.push_back({name, value.toArray()});
        else if (std::string text = jsonFigureText(value); !text.empty())
            values.push_back({name, std::move(text)});
    }
}

// Of a row: the values beside each other; of a list in it, its JSON.
std::vector<NamedText> cellsOf(const QJsonValue& item)
{
    std::vector<NamedText> cells;
    std::vector<NamedList> lists;
    if (item.isObject())
        collect(item.toObject(), {}, cells, lists);
    else if (item.isArray()) {
        const QJsonArray array = item.toArray();
        cells.reserve(static_cast<std::size_t>(array.size()));
        for (const auto& each : array)
            cells.push_back({std::to_string(cells.size()), jsonFigureText(each)});
    } else
        cells.push_back({"value", jsonFigureText(item)});
    for (const NamedList& list : lists)
        if (!list.items.isEmpty())
            cells.push_back(
                {list.name, QJsonDocument(list.items).toJson(QJsonDocument::Compact).toStdString()});
    return cells;
}

void writeValues(HtmlWriter& html, const std::vector<NamedText>& values)
{
    html.open("table", {{"class", "list"}}).open("tbody");
    for (const NamedText& each : values)
        html.open("tr").element("th", {{"scope", "row"}}, each.name).element("td", each.text).close();
    html.close().close();
}

void writeList(HtmlWriter& html, const NamedList& list, const char* heading)
{
    std::vector<std::vector<NamedText>> rows;
    rows.reserve(static_cast<std::size_t>(list.items.size()));
    std::vector<std::string> columns; // that any row has
    for (const auto& item : list.items) {
        rows.push_back(cellsOf(item));
        for (const NamedText& cell : rows.back())
            if (std::ranges::find(columns, cell.name) == columns.end())
                columns.push_back(cell.name);
    }
    html.element(heading, list.name);
    html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", list.name}});
    html.open("table", {{"class", "list"}}).open("thead").open("tr");
    for (const std::string& column : columns)
        html.element("th", {{"scope", "col"}}, column);
    html.close().close().open("tbody");
    for (const std::vector<NamedText>& row : rows) {
        html.open("tr");
        for (const std::string& column : columns) {
            const auto cell = std::ranges::find(row, column, &NamedText::name);
            html.element("td", cell == row.end() ? std::string_view() : cell->text);
        }
        html.close();
    }
    html.close().close().close();
}

} // namespace

std::string jsonFigureText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble()) {
        const qint64 whole = value.toInteger(-1);
        return whole == -1 ? shortText(value.toDouble(), 6) : std::to_string(whole);
    }
    return value.toString().toStdString();
}

void writeEveryFigure(HtmlWriter& html, const QJsonObject& report, const char* heading)
{
    std::vector<NamedText> values;
    std::vector<NamedList> lists;
    collect(report, {}, values, lists);
    html.element(heading, "Single values");
    html.open(
        "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Single values"}});
    writeValues(html, values);
    html.close();
    for (const NamedList& list : lists)
        if (!list.items.isEmpty())
            writeList(html, list, heading);
}

} // namespace iotbench
