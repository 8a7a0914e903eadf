// Kept runs for tests of the window: the example run at several times, in report folders as runs leave them.
#pragma once

#include "reports/report_folder.h"
#include "ui/history/kept_runs.h"
#include "unit/statistics/example_run.h"

#include <QTemporaryDir>
#include <QtTest>

namespace iotbench::test {

// As a run of the window leaves it.
inline void keep(ui::KeptRuns& runs, const QString& root, const RunResult& result)
{
    KeptRunStore store(root.toStdString());
    RunOutcome outcome;
    outcome.result = result;
    outcome.keptFolder = store.folderFor(result.startUnixMs);
    ReportFolderOptions options;
    options.path = outcome.keptFolder;
    auto report = ReportFolder::open(options);
    QVERIFY2(bool(report), report.error().english().c_str());
    QVERIFY(!(*report)->finish(result, judge(result)));
    runs.conclude(outcome);
}

// Odd minutes take twice as long.
inline RunResult runAt(int minute)
{
    constexpr std::int64_t minuteMs = 60'000;
    RunResult run = exampleRun();
    run.runId = "9d4f0c5e-0000-4000-8000-" + std::to_string(100'000'000'000 + minute);
    run.startUnixMs += minute * minuteMs;
    run.settings.label = "run " + std::to_string(minute);
    run.engine.workers = static_cast<unsigned>(minute + 1);
    if (minute % 2 == 1) {
        run.elapsedS = 20;
        run.rateInterval = Interval{496.75, 503.25};
    }
    return run;
}

// Runs of minutes 0, 1, … in a folder of their own.
class KeptExamples {
public:
    explicit KeptExamples(int count)
        : m_runs(m_root.path())
    {
        for (int minute = 0; minute < count; ++minute)
            keep(m_runs, m_root.path(), runAt(minute));
    }

    QStringList folders() const // the oldest first
    {
        QStringList folders;
        for (const KeptRunFacts& run : m_runs.list())
            folders.prepend(QString::fromStdString(run.folder));
        return folders;
    }

private:
    QTemporaryDir m_root;
    ui::KeptRuns m_runs;
};

} // namespace iotbench::test
