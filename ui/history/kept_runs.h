// The runs that are kept under the user's data folder, newest first, each a report folder of its own.
#pragma once

#include "reports/kept_runs.h"
#include "run/run.h"
#include "study_driver/search_study.h"
#include "study_driver/series_study.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace iotbench::ui {

// Failed, or stopped, before its first image: there is nothing to show or to keep of it.
bool measuredNothing(const RunResult& result);

class KeptRuns : public QObject {
    Q_OBJECT
public:
    explicit KeptRuns(QObject* parent = nullptr); // under QStandardPaths::AppDataLocation
    explicit KeptRuns(const QString& root, KeptRunLimits limits = {}, QObject* parent = nullptr);
    ~KeptRuns() override; // what was removed is gone for good

    const std::vector<KeptRunFacts>& list() const { return m_runs; }
    const KeptRunFacts* find(const QString& folder) const; // nullptr where it is none of them

    QString folderForNewRun() const; // for a run that starts now
    // Takes a run that is over into the list, and drops the oldest where there are too many. One that
    // measured nothing is not kept.
    void conclude(const RunOutcome& outcome);
    void conclude(const SearchOutcome& outcome); // its last run
    void conclude(const SeriesOutcome& outcome);

    // Each returns "", or in words why it could not.
    QString relabel(const QString& folder, const QString& label);
    // Copies of report folders from elsewhere, on another thread; `done` hears of those that are not, in
    // words.
    void import(const QStringList& folders, std::function<void(const QStringList& faults)> done);
    // They leave the list at once and the disk with the next ones, or with the program: until then restore()
    // brings them back.
    QString remove(const QStringList& folders);
    void restore();

signals:
    void changed();

private:
    void refresh(); // from the disk; ends in changed()
    QString deleteRemoved();

    KeptRunStore m_store;
    std::vector<KeptRunFacts> m_runs;
    QStringList m_removed; // the folders that restore() would bring back
};

} // namespace iotbench::ui
