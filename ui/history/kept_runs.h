// The runs that are kept under the user's data folder, newest first, each a report folder of its own.
#pragma once

#include "run/verdict.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace iotbench::ui {

// What a line about a kept run tells.
struct KeptRun {
    QString folder;
    QDateTime start; // local time
    QString label;
    QString model; // "" without
    QString engine;
    QString precision;
    std::optional<double> imagesPerS;
    std::optional<double> accuracy; // share 0..1
    std::optional<double> latencyP99Ms;
    Judgement verdict = Judgement::NotJudged;
};

class KeptRuns : public QObject {
    Q_OBJECT
public:
    explicit KeptRuns(QObject* parent = nullptr);

    const std::vector<KeptRun>& list() const { return m_runs; }

signals:
    void changed();

private:
    std::vector<KeptRun> m_runs;
};

} // namespace iotbench::ui
