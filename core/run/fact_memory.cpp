#include "run/fact_memory.h"

#include "base/file_descriptor.h"
#include "base/regular_file.h"
#include "models/sha256.h"

#include <QJsonDocument>

#include <algorithm>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = 65'536;
constexpr QLatin1String kSituation("situation");

void dropOldest(const fs::path& folder)
{
    std::error_code none;
    std::vector<fs::directory_entry> files;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, none))
        if (file.path().extension() == ".json")
            files.push_back(file);
    if (files.size() <= FactMemory::kMostSituations)
        return;
    const auto age = [&none](const fs::directory_entry& file) { return file.last_write_time(none); };
    const auto kept = files.end() - static_cast<std::ptrdiff_t>(FactMemory::kMostSituations);
    std::ranges::nth_element(files, kept, {}, age);
    for (auto file = files.begin(); file != kept; ++file)
        fs::remove(file->path(), none);
}

bool writeNew(const fs::path& file, const QByteArray& text)
{
    const FileDescriptor opened(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    return opened
        && ::write(opened.get(), text.constData(), static_cast<std::size_t>(text.size())) == text.size();
}

} // namespace

FactMemory::FactMemory(fs::path folder)
    : m_folder(std::move(folder))
{
}

fs::path FactMemory::fileOf(const std::string& situation) const
{
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(situation.data());
    return m_folder / (sha256Of({bytes, situation.size()}).substr(0, 32) + ".json");
}

QJsonObject FactMemory::find(const std::string& situation) const
{
    if (m_folder.empty())
        return {};
    const auto bytes = readRegularFile(fileOf(situation), kMostBytes);
    if (!bytes)
        return {};
    const QByteArray text(
        reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size()));
    const QJsonObject kept = QJsonDocument::fromJson(text).object();
    return kept.value(kSituation).toString().toStdString() == situation ? kept : QJsonObject();
}

void FactMemory::keep(const std::string& situation, QJsonObject facts) const
{
    if (m_folder.empty())
        return;
    facts.insert(kSituation, QString::fromStdString(situation));
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    const fs::path file = fileOf(situation);
    const fs::path whole = file.string() + '.' + std::to_string(::getpid());
    if (writeNew(whole, QJsonDocument(facts).toJson()))
        fs::rename(whole, file, failed);
    fs::remove(whole, failed); // what is left where that did not work
    dropOldest(m_folder);
}

} // namespace iotbench
