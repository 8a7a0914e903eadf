// What the terminal shows of several runs of one setting; see watched_study.h.
#pragma once

#include "batch/run_row.h"
#include "batch/terminal.h"
#include "data_sheet/sheet_probe.h"
#include "study_driver/repeat_study.h"

#include <cstddef>
#include <string>
#include <vector>

namespace iotbench {

class RepeatView {
public:
    using Study = RepeatStudy;
    static constexpr WatchedKind kKind = WatchedKind::Repeat;

    explicit RepeatView(const RepeatStudy& study)
        : m_study(study)
    {
    }

    const Settings& settings() const { return m_study.settings(0); }
    const std::vector<Message>& warnings() const { return m_study.inputs().warnings; }
    std::optional<std::uint64_t> planned() const { return m_study.planned(); }
    std::string head() const;
    static const auto& rows(const SeriesSnapshot& snapshot) { return snapshot.stand->runs; }
    static const auto& rows(const SeriesOutcome& outcome) { return outcome.runs; }
    std::string rowText(std::size_t number, const RepeatedRun& run) const;
    static ProbeEvent probeEvent(std::size_t number, const RepeatedRun& run)
    {
        return runProbeEvent(number, run);
    }
    std::string progress(const SeriesSnapshot& snapshot) const;
    static std::vector<SheetProbe> sheetProbes(const auto&) { return {}; }
    void conclude(const SeriesOutcome& outcome, Terminal& terminal) const;

private:
    const RepeatStudy& m_study;
};

} // namespace iotbench
