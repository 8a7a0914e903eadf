// What the terminal shows of a search: its probes, a row each; see watched_study.h.
#pragma once

#include "batch/terminal.h"
#include "study_driver/probe_rows.h"
#include "study_driver/search_study.h"

#include <cstddef>
#include <string>
#include <vector>

namespace iotbench {

class SearchView {
public:
    using Study = SearchStudy;
    static constexpr WatchedKind kKind = WatchedKind::Search;

    explicit SearchView(const SearchStudy& study)
        : m_study(study)
    {
    }

    const Settings& settings() const { return *m_study.inputs().settings; }
    const std::vector<Message>& warnings() const { return m_study.inputs().warnings; }
    static std::optional<std::uint64_t> planned() { return std::nullopt; }
    std::string head() const;
    static const auto& rows(const auto& stand) { return stand.probes; }
    std::string rowText(std::size_t number, const Probe& probe) const;
    ProbeEvent probeEvent(std::size_t number, const Probe& probe) const;
    std::string progress(const SearchSnapshot& snapshot) const;
    std::vector<SheetProbe> sheetProbes(const SearchOutcome& outcome) const
    {
        return iotbench::sheetProbes(outcome.probes, m_study.goal());
    }
    void conclude(const SearchOutcome& outcome, Terminal& terminal) const;

private:
    const SearchStudy& m_study;
};

} // namespace iotbench
