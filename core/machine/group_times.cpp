#include "machine/group_times.h"

#include "base/text_file.h"

#include <dirent.h>
#include <memory>

namespace iotbench {

GroupTimes::GroupTimes(const std::string& root)
{
    const std::string base = root + "/sys/fs/cgroup";
    if (readNumberFile(base + "/cpuacct/cpuacct.usage")) {
        m_accounts = base + "/cpuacct/cpuacct.usage";
    } else if (!readTextFile(base + "/cpu.stat").empty()) {
        m_folder = base;
        m_isRoot = readTextFile(base + "/cgroup.type").empty(); // the root alone has no type
    }
}

std::optional<std::int64_t> GroupTimes::readNs()
{
    if (!m_accounts.empty())
        return readNumberFile(m_accounts);
    const auto add = [this](const std::string& folder) {
        const auto us = numberAfter(readTextFile(folder + "/cpu.stat"), "usage_usec");
        if (!us)
            return;
        const auto nowUs = static_cast<std::int64_t>(*us);
        std::int64_t& lastUs = m_lastUs[folder];
        if (nowUs > lastUs) // else a new group has an old one's name
            m_totalNs += (nowUs - lastUs) * 1'000;
        lastUs = nowUs;
    };
    if (!m_folder.empty() && !m_isRoot)
        add(m_folder);
    const std::unique_ptr<DIR, int (*)(DIR*)> below(m_isRoot ? opendir(m_folder.c_str()) : nullptr, closedir);
    while (const dirent* entry = below ? readdir(below.get()) : nullptr)
        if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
            add(m_folder + '/' + entry->d_name);
    return m_lastUs.empty() ? std::nullopt : std::optional(m_totalNs);
}

} // namespace iotbench
