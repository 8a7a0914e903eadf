// How often images of each class were predicted as each class.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace iotbench {

// As many rows (labels) as columns (predictions), both below classes(). Constant memory once made.
class Confusion {
public:
    Confusion() = default; // of no classes
    explicit Confusion(std::size_t classes)
        : m_classes(classes)
        , m_counts(classes * classes)
    {
    }

    std::size_t classes() const noexcept { return m_classes; }
    void add(std::size_t label, std::size_t predicted, std::uint64_t images = 1)
    {
        m_counts[label * m_classes + predicted] += images;
    }
    std::uint64_t at(std::size_t label, std::size_t predicted) const
    {
        return m_counts[label * m_classes + predicted];
    }
    std::span<const std::uint64_t> row(std::size_t label) const
    {
        return std::span(m_counts).subspan(label * m_classes, m_classes);
    }
    // Images of the class, however they were predicted.
    std::uint64_t shown(std::size_t label) const
    {
        const std::span<const std::uint64_t> counts = row(label);
        return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    }

    bool operator==(const Confusion&) const = default;

private:
    std::size_t m_classes = 0;
    std::vector<std::uint64_t> m_counts;
};

} // namespace iotbench
