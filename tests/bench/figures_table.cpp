#include "figures_table.h"

#include <algorithm>
#include <cstdio>

namespace iotbench::bench {

namespace {

double medianOf(std::vector<double> figures)
{
    std::ranges::sort(figures);
    const std::size_t middle = figures.size() / 2;
    return figures.size() % 2 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
}

template <typename... Values>
std::string formatted(const char* format, Values... values)
{
    char text[200];
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

} // namespace

const FiguresTable::Row* FiguresTable::find(const std::string& name) const
{
    const auto row = std::ranges::find(m_rows, name, &Row::name);
    return row == m_rows.end() ? nullptr : &*row;
}

void FiguresTable::add(const std::string& name, const std::string& unit, double figure)
{
    auto row = std::ranges::find(m_rows, name, &Row::name);
    if (row == m_rows.end())
        row = m_rows.insert(m_rows.end(), {name, unit, {}});
    row->figures.push_back(figure);
}

std::optional<double> FiguresTable::median(const std::string& name) const
{
    const Row* row = find(name);
    return row ? std::optional(medianOf(row->figures)) : std::nullopt;
}

std::string FiguresTable::text() const
{
    std::string text
        = formatted("%-58s %12s %12s %12s  %s\n", "figure", "median", "lowest", "highest", "unit");
    for (const Row& row : m_rows) {
        const auto [low, high] = std::ranges::minmax(row.figures);
        text += formatted("%-58s %12.6g %12.6g %12.6g  %s\n", row.name.c_str(), medianOf(row.figures), low,
            high, row.unit.c_str());
    }
    return text;
}

std::string FiguresTable::csv() const
{
    std::string text = "figure,unit,median,minimum,maximum,rounds\n";
    for (const Row& row : m_rows) {
        const auto [low, high] = std::ranges::minmax(row.figures);
        text += '"' + row.name + "\",\"" + row.unit + '"'
            + formatted(",%.9g,%.9g,%.9g,%zu\n", medianOf(row.figures), low, high, row.figures.size());
    }
    return text;
}

} // namespace iotbench::bench
