// What was found out on this machine, kept in the user's cache folder so that the next start need not find it
// out again. One small JSON file a situation, whose name is a digest of all that the facts depend on, which
// stands in the file as well: another processor, engine version or model is another situation.
//
// Nothing here is an error: what cannot be read is not remembered, what cannot be written is found out again.
// Two processes may share the folder, for a file is replaced as a whole; links are replaced too, and never
// followed. Thread-safe.
#pragma once

#include <QJsonObject>

#include <filesystem>
#include <string>

namespace iotbench {

class FactMemory {
public:
    static constexpr std::size_t kMostSituations = 256; // the oldest go

    // An empty path: nothing is remembered.
    explicit FactMemory(std::filesystem::path folder);

    // `situation`: all that the facts depend on, as text. Empty where there are none. Anybody can have
    // written them: they are the caller's to check.
    QJsonObject find(const std::string& situation) const;
    void keep(const std::string& situation, QJsonObject facts) const;

private:
    std::filesystem::path fileOf(const std::string& situation) const;

    std::filesystem::path m_folder;
};

} // namespace iotbench
