// Rows of figures, each the median over interleaved rounds, as a table for people and as CSV.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace iotbench::bench {

class FiguresTable {
public:
    // One more round's figure for a row; rows keep the order in which they first came.
    void add(const std::string& row, const std::string& unit, double figure);
    // The median so far; empty where there is no such row.
    std::optional<double> median(const std::string& row) const;

    std::string text() const;
    std::string csv() const; // figure,unit,median,minimum,maximum,rounds

private:
    struct Row {
        std::string name;
        std::string unit;
        std::vector<double> figures;
    };
    const Row* find(const std::string& name) const;
    std::vector<Row> m_rows;
};

} // namespace iotbench::bench
