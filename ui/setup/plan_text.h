// What a run will do, in words, before it does it.
#pragma once

#include "settings/search_options.h"
#include "settings/settings.h"
#include "settings/swept_setting.h"
#include "study_driver/sweep_combinations.h"
#include "ui/setup/model_inspector.h"

#include <QString>

#include <optional>
#include <vector>

namespace iotbench::ui {

// A sentence or two, as rich text, for effective settings.
QString planSentence(const Settings& effective, const QString& engineTitle);
QString searchSentence(const Settings& effective, const SearchGoal& goal, const QString& engineTitle);
// Repeats, or the combinations of a sweep.
struct PlannedSeries {
    bool sweep = false;
    SweepExtent extent; // of repeats: one combination
    std::vector<SkippedPoint> skipped; // combinations that cannot be run
    std::vector<SweptSetting> swept = {}; // what they differ in
};
// `goal`: of the search with each combination; empty where runs are made.
QString seriesSentence(const Settings& effective, const PlannedSeries& series,
    const std::optional<SearchGoal>& goal, const QString& engineTitle);
// Which combinations cannot be run and why, and that there are many of them.
std::vector<QString> seriesRemarks(const PlannedSeries& series);
// How long it takes, as far as it is known beforehand.
std::optional<double> intendedSeconds(const Settings& effective);

// What will make the result weak or worth less, told beforehand; plain text, may be empty.
// Of a search: all but what depends on load and length.
std::vector<QString> foreseenRemarks(const Settings& effective, const ModelSeen& model, bool search = false);

// One station on the way of an image.
struct Station {
    QString title;
    QString remark;
};
std::vector<Station> stations(
    const Settings& effective, bool search = false, const std::vector<SweptSetting>& swept = {});

} // namespace iotbench::ui
