#include "data_sheet/confusion_table.h"

#include "data_sheet/sheet_numbers.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace iotbench {
namespace {

constexpr std::size_t kMostClasses = 12; // whose names fit beside each other
constexpr std::size_t kMostFrequent = 10;

// Of shades 1 (hardly any) to 5 (most); 0 for none. By the square root, so that the few are told apart.
std::string shadeOf(std::uint64_t count, std::uint64_t most)
{
    if (count == 0)
        return "0";
    const double share = static_cast<double>(count) / static_cast<double>(most);
    return std::to_string(std::clamp(static_cast<int>(std::ceil(5 * std::sqrt(share))), 1, 5));
}

std::uint64_t mostConfused(const Confusion& confusion)
{
    std::uint64_t most = 1;
    for (std::size_t label = 0; label < confusion.classes(); ++label)
        for (std::size_t predicted = 0; predicted < confusion.classes(); ++predicted)
            if (label != predicted)
                most = std::max(most, confusion.at(label, predicted));
    return most;
}

void writeCounts(HtmlWriter& html, const RunResult& result)
{
    const std::vector<std::string>& names = result.imageFacts.classes;
    const Confusion& confusion = result.confusion;
    const std::uint64_t most = mostConfused(confusion);
    html.open("table", {{"class", "confusion"}}).open("thead").open("tr");
    html.element("td", "");
    for (const std::string& name : names)
        html.open("th", {{"scope", "col"}}).element("span", name).close();
    html.element("th", {{"scope", "col"}, {"class", "recall"}}, "%").close().close().open("tbody");
    for (std::size_t label = 0; label < names.size(); ++label) {
        html.open("tr").element("th", {{"scope", "row"}}, names[label]);
        for (std::size_t predicted = 0; predicted < names.size(); ++predicted) {
            const std::uint64_t count = confusion.at(label, predicted);
            html.element("td",
                {{"class", label == predicted ? "correct" : "wrong" + shadeOf(count, most)},
                    {"title", names[label] + " predicted as " + names[predicted]}},
                wholeNumber(count));
        }
        const auto share = recall(result, label);
        html.element("td", {{"class", "recall"}}, share ? percentNumber(*share, 0) : "").close();
    }
    html.close().close();
}

struct Taken {
    std::size_t label, predicted;
    std::uint64_t count;
};

void writeMostFrequent(HtmlWriter& html, const RunResult& result)
{
    const std::vector<std::string>& names = result.imageFacts.classes;
    std::vector<Taken> all;
    for (std::size_t label = 0; label < names.size(); ++label)
        for (std::size_t predicted = 0; predicted < names.size(); ++predicted)
            if (const std::uint64_t count = result.confusion.at(label, predicted);
                count > 0 && label != predicted)
                all.push_back({label, predicted, count});
    std::ranges::stable_sort(all, std::ranges::greater(), &Taken::count);
    all.resize(std::min(all.size(), kMostFrequent));
    html.open("table", {{"class", "list"}}).open("thead").open("tr");
    for (const char* head : {"Class", "Predicted as", "Images", "Of"})
        html.element("th", {{"scope", "col"}}, head);
    html.close().close().open("tbody");
    for (const Taken& each : all) {
        html.open("tr").element("th", {{"scope", "row"}}, names[each.label]);
        html.element("td", names[each.predicted]);
        html.element("td", {{"class", "number"}}, wholeNumber(each.count));
        html.element("td", {{"class", "number"}}, wholeNumber(result.confusion.shown(each.label))).close();
    }
    html.close().close();
}

} // namespace

bool showsAllCounts(const RunResult& result)
{
    return result.confusion.classes() <= kMostClasses;
}

void writeConfusion(HtmlWriter& html, const RunResult& result)
{
    if (showsAllCounts(result))
        writeCounts(html, result);
    else
        writeMostFrequent(html, result);
}

} // namespace iotbench
