// Painting takes at most 3 % of the time: after a dear one the next has to wait.
#pragma once

#include <cstdint>

namespace iotbench::ui {

class PaintBudget {
public:
    static constexpr double kShare = 0.03;

    bool allows(double nowMs) const { return nowMs >= m_nextMs; }
    void spent(double nowMs, double costMs) { m_nextMs = nowMs + costMs / kShare; }

private:
    double m_nextMs = 0;
};

} // namespace iotbench::ui
