// Kept runs read for a comparison: the oldest is A, and each of the others is compared with it.
#pragma once

#include "compare/comparison_report.h"
#include "statistics/interval_rows.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace iotbench::ui {

struct ComparedRunLine {
    QString folder;
    QString name; // label, model, engine, precision, time
    QString letter; // "A"
    std::vector<IntervalRow> rows;
};

struct ComparedRuns {
    std::vector<ComparedRunLine> runs; // A, B, …
    ComparisonReport report;
};

inline constexpr int kMostCompared = 5; // more curves than that cannot be told apart

QChar letterOf(std::size_t run); // 0: 'A'

// With these words in place of the runs' folders, which the window does not show.
Message withoutFolders(
    Message message, const std::vector<ComparedRunLine>& runs, QString (*words)(const ComparedRunLine&));

// Reads reports and all their images: seconds for a million; on any thread. `folders`: two at least, A first.
Result<ComparedRuns> readCompared(const QStringList& folders);

} // namespace iotbench::ui
