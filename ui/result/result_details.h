// Everything that stands below a run's headline: the original's summary line, six figures, and the details.
#pragma once

#include "ui/result/shown_run.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QTableView;

namespace iotbench::ui {

class CommandBox;
class ConfusionModel;
class ConfusionView;
class FigureTile;
class LatencyPlot;
class MetricsModel;
class MistakesPanel;
class Panel;
class ClassBarsModel;
class ClassBarsView;
class StageBar;
class TextLabel;
class TimePlots;
class VerdictPanel;

class ResultDetails : public QWidget {
    Q_OBJECT
public:
    explicit ResultDetails(QWidget* parent = nullptr);

    void show(const ShownRun& run);
    void showPictures(const ShownRun& run); // once they are there
    QString summaryLine() const; // the original's; "" where a run has none

    VerdictPanel& verdict() { return *m_verdict; }
    const std::vector<FigureTile*>& tiles() const { return m_tiles; } // in the order of ResultFigure
    ConfusionModel& confusion() { return *m_confusion; }
    ConfusionView& confusionView() { return *m_confusionView; }
    ClassBarsModel& recalls() { return *m_recalls; }
    LatencyPlot& latency() { return *m_latency; }
    StageBar& stages() { return *m_stages; }
    MistakesPanel& mistakes() { return *m_mistakes; }
    MetricsModel& metrics() { return *m_metrics; }
    TimePlots& timePlots() { return *m_timePlots; }

signals:
    void cellWanted(int label, int predicted);
    void pictureWanted(const iotbench::Picture& picture);

private:
    void makeDetails();
    void makeMetrics();
    void arrange();
    void lay(bool wide);
    void noteNeeds();
    void setTexts();
    bool isWide() const;

    bool m_arrangedWide = false;
    int m_wideNeeds = 0; // width, as far as it is known
    QGridLayout* m_figures;
    QGridLayout* m_parts;
    VerdictPanel* m_verdict;
    CommandBox* m_summary;
    std::vector<FigureTile*> m_tiles;
    Panel* m_confusionPanel;
    Panel* m_recallPanel;
    Panel* m_latencyPanel;
    Panel* m_stagePanel;
    Panel* m_timeSeriesPanel;
    Panel* m_metricsPanel;
    ConfusionModel* m_confusion;
    ConfusionView* m_confusionView;
    ClassBarsModel* m_recalls;
    ClassBarsView* m_recallView;
    TextLabel* m_noConfusion;
    LatencyPlot* m_latency;
    StageBar* m_stages;
    TextLabel* m_words;
    TextLabel* m_notes;
    MistakesPanel* m_mistakes;
    TimePlots* m_timePlots;
    MetricsModel* m_metrics;
    QTableView* m_metricsView;
};

} // namespace iotbench::ui
