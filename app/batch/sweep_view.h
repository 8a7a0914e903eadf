// What the terminal shows of a sweep: its runs, a row each, then the combinations; see watched_study.h.
#pragma once

#include "batch/terminal.h"
#include "data_sheet/sheet_probe.h"
#include "study_driver/sweep_study.h"

#include <cstddef>
#include <string>
#include <vector>

namespace iotbench {

// The combinations, the highest throughput first.
std::string sweepTable(const StudyFacts& facts);

class SweepView {
public:
    using Study = SweepStudy;

    explicit SweepView(const SweepStudy& study)
        : m_study(study)
    {
    }

    static constexpr WatchedKind kKind = WatchedKind::Sweep;

    const Settings& settings() const { return m_study.settings(0); }
    std::optional<std::uint64_t> planned() const { return m_study.snapshot()->planned; }
    static std::vector<Message> warnings() { return {}; } // each run's inputs are its own
    std::string head() const;
    static const auto& rows(const SeriesSnapshot& snapshot) { return snapshot.stand->runs; }
    static const auto& rows(const SeriesOutcome& outcome) { return outcome.runs; }
    std::string rowText(std::size_t number, const RepeatedRun& run) const;
    ProbeEvent probeEvent(std::size_t number, const RepeatedRun& run) const;
    std::string progress(const SeriesSnapshot& snapshot) const;
    static std::vector<SheetProbe> sheetProbes(const auto&) { return {}; }
    void conclude(const SeriesOutcome& outcome, Terminal& terminal) const;

private:
    const SweepStudy& m_study;
};

} // namespace iotbench
