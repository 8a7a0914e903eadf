#include "run/choice_memory.h"

#include "base/regular_file.h"
#include "models/sha256.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <vector>

namespace iotbench {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostBytes = 65'536;
constexpr std::size_t kMostHint = 256;
constexpr double kMostCounted = 65'536; // workers, batch

std::string digestOf(const std::string& text)
{
    return sha256Of({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

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

void dropOldest(const fs::path& folder)
{
    std::error_code none;
    std::vector<fs::directory_entry> files;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, none))
        if (file.path().extension() == ".json")
            files.push_back(file);
    if (files.size() <= ChoiceMemory::kMostChoices)
        return;
    const auto age = [&none](const fs::directory_entry& file) { return file.last_write_time(none); };
    const auto kept = files.end() - static_cast<std::ptrdiff_t>(ChoiceMemory::kMostChoices);
    std::ranges::nth_element(files, kept, {}, age);
    for (auto file = files.begin(); file != kept; ++file)
        fs::remove(file->path(), none);
}

} // namespace

ChoiceMemory::ChoiceMemory(fs::path folder)
    : m_folder(std::move(folder))
{
}

fs::path ChoiceMemory::fileOf(const std::string& situation) const
{
    return m_folder / (digestOf(situation).substr(0, 32) + ".json");
}

std::optional<RememberedChoice> ChoiceMemory::find(const std::string& situation) const
{
    if (m_folder.empty())
        return std::nullopt;
    const auto bytes = readRegularFile(fileOf(situation), kMostBytes);
    if (!bytes)
        return std::nullopt;
    const QJsonObject kept = QJsonDocument::fromJson(
        QByteArray(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())))
                                 .object();
    RememberedChoice choice{.engine = textAt(kept, "engine"),
        .workers = countAt(kept, "workers"),
        .batch = countAt(kept, "batch"),
        .imagesPerS = kept.value(QLatin1String("images_per_s")).toDouble(-1),
        .hint = textAt(kept, "hint")};
    const bool sound = textAt(kept, "situation") == situation && choice.workers > 0 && choice.batch > 0
        && choice.imagesPerS >= 0 && std::isfinite(choice.imagesPerS) && isPlain(choice.hint);
    return sound ? std::optional(std::move(choice)) : std::nullopt;
}

void ChoiceMemory::keep(const std::string& situation, const RememberedChoice& choice) const
{
    std::error_code failed;
    if (m_folder.empty() || !isPlain(choice.hint))
        return;
    fs::create_directories(m_folder, failed);
    QSaveFile file(QString::fromStdString(fileOf(situation).string()));
    if (failed || !file.open(QIODevice::WriteOnly))
        return;
    const QJsonObject kept{{QStringLiteral("situation"), QString::fromStdString(situation)},
        {QStringLiteral("engine"), QString::fromStdString(choice.engine)},
        {QStringLiteral("workers"), static_cast<qint64>(choice.workers)},
        {QStringLiteral("batch"), static_cast<qint64>(choice.batch)},
        {QStringLiteral("images_per_s"), choice.imagesPerS},
        {QStringLiteral("hint"), QString::fromStdString(choice.hint)}};
    file.write(QJsonDocument(kept).toJson());
    if (file.commit())
        dropOldest(m_folder);
}

} // namespace iotbench
