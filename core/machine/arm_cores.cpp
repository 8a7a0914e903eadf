#include "machine/arm_cores.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace iotbench {
namespace {

struct Maker {
    unsigned implementer;
    std::string_view name;
};

constexpr std::array kMakers = {
    Maker{0x41, "ARM"},
    Maker{0x42, "Broadcom"},
    Maker{0x43, "Cavium"},
    Maker{0x46, "Fujitsu"},
    Maker{0x48, "HiSilicon"},
    Maker{0x4e, "NVIDIA"},
    Maker{0x50, "Applied Micro"},
    Maker{0x51, "Qualcomm"},
    Maker{0x53, "Samsung"},
    Maker{0x56, "Marvell"},
    Maker{0x61, "Apple"},
    Maker{0x6d, "Microsoft"},
    Maker{0x70, "Phytium"},
    Maker{0xc0, "Ampere"},
};

struct Part {
    ArmCore core;
    std::string_view name;
};

constexpr std::array kParts = {
    Part{{0x41, 0xd02}, "Cortex-A34"},
    Part{{0x41, 0xd03}, "Cortex-A53"},
    Part{{0x41, 0xd04}, "Cortex-A35"},
    Part{{0x41, 0xd05}, "Cortex-A55"},
    Part{{0x41, 0xd06}, "Cortex-A65"},
    Part{{0x41, 0xd07}, "Cortex-A57"},
    Part{{0x41, 0xd08}, "Cortex-A72"},
    Part{{0x41, 0xd09}, "Cortex-A73"},
    Part{{0x41, 0xd0a}, "Cortex-A75"},
    Part{{0x41, 0xd0b}, "Cortex-A76"},
    Part{{0x41, 0xd0c}, "Neoverse-N1"},
    Part{{0x41, 0xd0d}, "Cortex-A77"},
    Part{{0x41, 0xd0e}, "Cortex-A76AE"},
    Part{{0x41, 0xd40}, "Neoverse-V1"},
    Part{{0x41, 0xd41}, "Cortex-A78"},
    Part{{0x41, 0xd42}, "Cortex-A78AE"},
    Part{{0x41, 0xd43}, "Cortex-A65AE"},
    Part{{0x41, 0xd44}, "Cortex-X1"},
    Part{{0x41, 0xd46}, "Cortex-A510"},
    Part{{0x41, 0xd47}, "Cortex-A710"},
    Part{{0x41, 0xd48}, "Cortex-X2"},
    Part{{0x41, 0xd49}, "Neoverse-N2"},
    Part{{0x41, 0xd4a}, "Neoverse-E1"},
    Part{{0x41, 0xd4b}, "Cortex-A78C"},
    Part{{0x41, 0xd4c}, "Cortex-X1C"},
    Part{{0x41, 0xd4d}, "Cortex-A715"},
    Part{{0x41, 0xd4e}, "Cortex-X3"},
    Part{{0x41, 0xd4f}, "Neoverse-V2"},
    Part{{0x41, 0xd80}, "Cortex-A520"},
    Part{{0x41, 0xd81}, "Cortex-A720"},
    Part{{0x41, 0xd82}, "Cortex-X4"},
    Part{{0x41, 0xd83}, "Neoverse-V3AE"},
    Part{{0x41, 0xd84}, "Neoverse-V3"},
    Part{{0x41, 0xd85}, "Cortex-X925"},
    Part{{0x41, 0xd87}, "Cortex-A725"},
    Part{{0x41, 0xd89}, "Cortex-A720AE"},
    Part{{0x41, 0xd8b}, "C1-Pro"},
    Part{{0x41, 0xd8c}, "C1-Ultra"},
    Part{{0x41, 0xd8e}, "Neoverse-N3"},
    Part{{0x41, 0xd90}, "C1-Premium"},
    Part{{0x42, 0x100}, "Brahma-B53"},
    Part{{0x42, 0x516}, "ThunderX2"},
    Part{{0x43, 0x0a0}, "ThunderX"},
    Part{{0x43, 0x0a1}, "ThunderX-88XX"},
    Part{{0x43, 0x0a2}, "ThunderX-81XX"},
    Part{{0x43, 0x0a3}, "ThunderX-83XX"},
    Part{{0x43, 0x0af}, "ThunderX2-99xx"},
    Part{{0x43, 0x0b0}, "OcteonTX2"},
    Part{{0x43, 0x0b1}, "OcteonTX2-98XX"},
    Part{{0x43, 0x0b2}, "OcteonTX2-96XX"},
    Part{{0x43, 0x0b3}, "OcteonTX2-95XX"},
    Part{{0x46, 0x001}, "A64FX"},
    Part{{0x48, 0xd01}, "Kunpeng-920"},
    Part{{0x48, 0xd40}, "Cortex-A76"},
    Part{{0x4e, 0x000}, "Denver"},
    Part{{0x4e, 0x003}, "Denver 2"},
    Part{{0x4e, 0x004}, "Carmel"},
    Part{{0x4e, 0x010}, "Olympus"},
    Part{{0x50, 0x000}, "X-Gene"},
    Part{{0x51, 0x001}, "Oryon"},
    Part{{0x51, 0x201}, "Kryo"},
    Part{{0x51, 0x205}, "Kryo"},
    Part{{0x51, 0x211}, "Kryo"},
    Part{{0x51, 0x800}, "Kryo-2XX-Gold"},
    Part{{0x51, 0x801}, "Kryo-2XX-Silver"},
    Part{{0x51, 0x802}, "Kryo-3XX-Gold"},
    Part{{0x51, 0x803}, "Kryo-3XX-Silver"},
    Part{{0x51, 0x804}, "Kryo-4XX-Gold"},
    Part{{0x51, 0x805}, "Kryo-4XX-Silver"},
    Part{{0x51, 0xc00}, "Falkor"},
    Part{{0x51, 0xc01}, "Saphira"},
    Part{{0x53, 0x001}, "Exynos-M1"},
    Part{{0x53, 0x002}, "Exynos-M3"},
    Part{{0x53, 0x003}, "Exynos-M4"},
    Part{{0x53, 0x004}, "Exynos-M5"},
    Part{{0x61, 0x022}, "Icestorm-M1"},
    Part{{0x61, 0x023}, "Firestorm-M1"},
    Part{{0x61, 0x024}, "Icestorm-M1-Pro"},
    Part{{0x61, 0x025}, "Firestorm-M1-Pro"},
    Part{{0x61, 0x028}, "Icestorm-M1-Max"},
    Part{{0x61, 0x029}, "Firestorm-M1-Max"},
    Part{{0x61, 0x032}, "Blizzard-M2"},
    Part{{0x61, 0x033}, "Avalanche-M2"},
    Part{{0x61, 0x034}, "Blizzard-M2-Pro"},
    Part{{0x61, 0x035}, "Avalanche-M2-Pro"},
    Part{{0x61, 0x038}, "Blizzard-M2-Max"},
    Part{{0x61, 0x039}, "Avalanche-M2-Max"},
    Part{{0x6d, 0xd49}, "Azure-Cobalt-100"},
    Part{{0x70, 0x660}, "FTC660"},
    Part{{0x70, 0x661}, "FTC661"},
    Part{{0x70, 0x662}, "FTC662"},
    Part{{0x70, 0x663}, "FTC663"},
    Part{{0xc0, 0xac3}, "Ampere-1"},
    Part{{0xc0, 0xac4}, "Ampere-1a"},
};

std::string numbered(const char* word, int digits, unsigned number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%s 0x%0*x", word, digits, number);
    return text.data();
}

} // namespace

ArmCore armCoreFrom(std::uint64_t midr)
{
    return {static_cast<unsigned>(midr >> 24) & 0xff, static_cast<unsigned>(midr >> 4) & 0xfff};
}

std::string nameOf(const ArmCore& core)
{
    const auto maker = std::ranges::find(kMakers, core.implementer, &Maker::implementer);
    const auto part = std::ranges::find(kParts, core, &Part::core);
    const std::string makerName
        = maker == kMakers.end() ? numbered("implementer", 2, core.implementer) : std::string(maker->name);
    return makerName + ' '
        + (part == kParts.end() ? numbered("part", 3, core.part) : std::string(part->name));
}

} // namespace iotbench
