// Seeded damage to a line of text: single bytes, and structure.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace iotbench::test {

class Damage {
public:
    explicit Damage(std::uint64_t seed)
        : m_random(seed)
    {
    }

    // One fault, or up to three: some only matter together, as a byte too many here and one too few there.
    void apply(std::string& line)
    {
        for (std::size_t faults = below(4) == 0 ? 2 + below(2) : 1; faults > 0; --faults)
            applyOne(line);
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

    char anyByte()
    {
        constexpr std::string_view kLikely = "0123456789 -.,+e\t\r_\v/:";
        return below(8) == 0 ? static_cast<char>(below(256)) : kLikely[below(kLikely.size())];
    }

    void applyOne(std::string& line)
    {
        const std::size_t at = below(line.size());
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
        case 3: // another byte
            if (!line.empty())
                line[at] = anyByte();
            break;
        case 4: // a byte too many
            line.insert(at, 1, anyByte());
            break;
        case 5: // a byte too few
            line.erase(at, 1);
            break;
        case 6: // two bytes change places, a separator among them more often than not
            if (at + 1 < line.size())
                std::swap(line[at], line[at + 1]);
            break;
        case 7: // a separator or a minus goes elsewhere: the length stays
            moveByte(line, line.find_first_of(" ,-", at), at / 2);
            break;
        case 8: // a stretch twice
            line.insert(at, line.substr(at, below(40)));
            break;
        case 9: // a stretch lost
            line.erase(at, below(40));
            break;
        case 10: // the label
            if (!line.empty())
                line[below(std::min<std::size_t>(line.size(), 24))] = anyByte();
            break;
        case 11: // the end
            line.resize(line.size() - below(std::min<std::size_t>(line.size(), 20)));
            line.append(below(3), anyByte());
            break;
        }
    }

    static void moveByte(std::string& line, std::size_t from, std::size_t to)
    {
        if (from == std::string::npos)
            return;
        const char byte = line[from];
        line.erase(from, 1);
        line.insert(to, 1, byte);
    }

    std::mt19937_64 m_random;
};

} // namespace iotbench::test
