// A run whose images were classified by a cluster: its answers are counted, judged and reported here, by the
// same counts, verdict and report as those of a run on this machine.
#pragma once

#include "base/result.h"
#include "reports/report_folder.h"
#include "run/run_counts.h"
#include "run/run_facts.h"
#include "run/run_inputs.h"
#include "run/run_reports.h"
#include "spark/answer_lines.h"

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// One thread. prepare(), then take() once.
class AnsweredRun {
public:
    // `settings` are those of role receive. Loads the model's card and opens the report files, so that what
    // is missing is told before the cluster begins.
    static Result<std::unique_ptr<AnsweredRun>> prepare(
        const EffectiveSettings& settings, const RunEnvironment& environment);

    // Reads to the end, judges, and writes the reports. Without the line that tells of an end the run has
    // failed.
    RunOutcome take(std::istream& answers);

private:
    AnsweredRun(RunInputs inputs, std::unique_ptr<ReportFolder> report);

    CountingOptions countingOptions() const;
    std::optional<Message> takeLine(std::string_view line); // what is wrong with it
    std::optional<Message> takeAnswer(std::string_view line);
    void takeNews(ClusterNews news);
    RunResult result();

    RunInputs m_inputs;
    std::unique_ptr<ReportFolder> m_report;
    RunFacts m_facts;
    MachineFacts m_machine; // the driver's
    RunCounts m_counts;
    TransportFacts m_transport{.medium = TransportMedium::Spark};
    std::vector<Message> m_warnings;
    std::optional<ClusterNews::Answers> m_answers; // where and when the next answer was
    std::optional<ClusterNews::End> m_end;
};

} // namespace iotbench
