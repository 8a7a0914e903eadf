// Repeats and sweeps, in words.
#pragma once

#include "statistics/verdict.h"
#include "ui/series/series_state.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace iotbench::ui {

// "OpenVINO int8, batch 8, 2 workers"
QString combinationWords(const std::string& label);
QString columnWords(const std::string& setting); // "Engine"
QString valueWords(const std::string& setting, const std::string& value); // "OpenVINO"

// The sentence of the page, what it rests on, and how sure it is.
QString seriesSentence(const SeriesState& state, const SweepAim& aim);
QString seriesRemark(const SeriesState& state);
Judgement seriesJudgement(const SeriesState& state, const SweepAim& aim);
// Why the chosen point, and why not the next ones; of repeats, how sure the rate is.
QStringList whyWords(const SeriesState& state, const SweepAim& aim);
// For those who cannot see the plot.
QString plotSummary(const SeriesState& state, const SweepAim& aim);
QString p99Words(const StudyFacts& facts); // whose p99: "Service time p99, ms"

// Combinations without a result, each reason once.
struct NotMeasured {
    bool failed = false; // else it was skipped
    std::size_t count = 0;
    QString combinations, why;
};
std::vector<NotMeasured> notMeasured(const StudyFacts& facts);

} // namespace iotbench::ui
