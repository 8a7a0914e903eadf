// The range that an axis needs to show what is on it.
#pragma once

#include "ui/plots/plot_points.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace iotbench::ui {

class ValueRange {
public:
    // Of values and lines.
    template <typename... Several>
    explicit ValueRange(const Several&... each)
    {
        (take(each), ...);
    }

    void take(double value)
    {
        m_low = std::min(m_low, value);
        m_high = std::max(m_high, value);
    }
    void take(const Line& line)
    {
        for (const double value : line.value)
            take(value);
    }

    bool isEmpty() const { return m_low > m_high; }
    double high() const { return m_high; }

    // With a little room above and below, within what such values can be. Empty: 0 to 1.
    QCPRange padded(double lowest = 0, double highest = std::numeric_limits<double>::max()) const
    {
        if (isEmpty())
            return QCPRange(0, 1);
        const double room = m_high > m_low ? (m_high - m_low) * 0.05 : std::max(1.0, m_high * 0.1);
        return QCPRange(std::max(lowest, m_low - room), std::min(highest, m_high + room));
    }

private:
    double m_low = std::numeric_limits<double>::max();
    double m_high = std::numeric_limits<double>::lowest();
};

} // namespace iotbench::ui
