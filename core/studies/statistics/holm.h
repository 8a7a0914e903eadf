// Several questions asked of the same data.
#pragma once

#include <span>
#include <vector>

namespace iotbench::studies {

// p-values adjusted so that calling those under 5 % different is wrong about any of them in at most 5 of 100
// cases, in the order given. S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian
// Journal of Statistics 6 (1979), 65-70.
std::vector<double> holmAdjusted(std::span<const double> pValues);

} // namespace iotbench::studies
