#include "run/choice_memory.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

namespace {

constexpr std::size_t kMostHint = 256;
constexpr double kMostCounted = 65'536; // workers, batch

std::string textAt(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

// 0 where it is no whole number in 1..kMostCounted.
unsigned countAt(const QJsonObject& object, const char* name)
{
    const double value = object.value(QLatin1String(name)).toDouble();
    return value >= 1 && value <= kMostCounted && value == std::floor(value) ? static_cast<unsigned>(value)
                                                                             : 0;
}

bool isPlain(const std::string& text)
{
    return text.size() <= kMostHint && std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

std::optional<RememberedChoice> ChoiceMemory::find(const std::string& situation) const
{
    const QJsonObject kept = m_facts.find(situation);
    RememberedChoice choice{.engine = textAt(kept, "engine"),
        .workers = countAt(kept, "workers"),
        .batch = countAt(kept, "batch"),
        .imagesPerS = kept.value(QLatin1String("images_per_s")).toDouble(-1),
        .hint = textAt(kept, "hint")};
    const bool sound = choice.workers > 0 && choice.batch > 0 && choice.imagesPerS >= 0
        && std::isfinite(choice.imagesPerS) && isPlain(choice.hint);
    return sound ? std::optional(std::move(choice)) : std::nullopt;
}

void ChoiceMemory::keep(const std::string& situation, const RememberedChoice& choice) const
{
    if (isPlain(choice.hint))
        m_facts.keep(situation,
            {{QStringLiteral("engine"), QString::fromStdString(choice.engine)},
                {QStringLiteral("workers"), static_cast<qint64>(choice.workers)},
                {QStringLiteral("batch"), static_cast<qint64>(choice.batch)},
                {QStringLiteral("images_per_s"), choice.imagesPerS},
                {QStringLiteral("hint"), QString::fromStdString(choice.hint)}});
}

} // namespace iotbench
