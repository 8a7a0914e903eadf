#include "statistics/level_series.h"

#include <algorithm>

namespace iotbench {

Level ratesOf(const RunSeries& series)
{
    Level level;
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
        level.values.push_back(static_cast<double>(series.cells[i].images) / series.cellS);
        level.startS.push_back(series.startS + static_cast<double>(i) * series.cellS);
    }
    return level;
}

Level meansOf(const RunSeries& series, double TimeCell::*sumNs)
{
    constexpr std::size_t kMostPieces = 128;
    Level level;
    const std::size_t each = (series.cells.size() + kMostPieces - 1) / kMostPieces;
    for (std::size_t first = 0; first < series.cells.size(); first += each) {
        TimeCell piece;
        for (std::size_t i = first; i < std::min(first + each, series.cells.size()); ++i)
            piece += series.cells[i];
        if (piece.images == 0)
            continue;
        level.values.push_back(piece.*sumNs / static_cast<double>(piece.images) / kNsPerMs);
        level.startS.push_back(series.startS + static_cast<double>(first) * series.cellS);
    }
    return level;
}

} // namespace iotbench
