// The run while it goes on: how fast, how correctly, how long one waits, how far, and whether anything is
// lost.
#pragma once

#include "ui/capacity/capacity_state.h"
#include "ui/live/live_figures.h"
#include "ui/page.h"
#include "ui/run_controller.h"

#include <QElapsedTimer>

#include <array>
#include <optional>

class QBoxLayout;
class QGridLayout;
class QStackedWidget;

namespace iotbench::ui {

class CapacityView;
class FigureTile;
class PicturesPanel;
class SegmentBar;
class SeriesView;
class TimeSeriesPanel;

class LivePage : public Page {
    Q_OBJECT
public:
    explicit LivePage(RunController& controller, QWidget* parent = nullptr);

    // What a run looks like at one moment; the controller's snapshots come here.
    void begin(const RunInputs* inputs, const RunFacts& facts, const Gallery* gallery);
    void beginWithout(); // no run yet, or none came of it
    void showSnapshot(const std::shared_ptr<const RunSnapshot>& snapshot);

    void expectStudy(const SearchContext& context) { m_expected = context; } // of the study that starts next
    CapacityView& capacity() { return *m_capacity; }
    SeriesView& series() { return *m_series; }
    bool showsStudy() const { return m_study != OneRun; }

    bool holdsAttention() const override; // a picture is open
    void showEvents(); // the log

    const FigureTile& tile(Figure figure) const { return *m_tiles[static_cast<std::size_t>(figure)]; }
    TimeSeriesPanel& timeSeries() { return *m_timeSeries; }
    PicturesPanel& pictures() { return *m_pictures; }

private:
    enum Part { OneRun, Search, Series };

    void showFigures(const LiveFigures& figures);
    void arrange();
    void watchSearches(RunController& controller);
    void watchSeries(RunController& controller);
    void beginStudy(Part study);
    void showUnderWay(std::size_t number, const RunInputs* inputs, const RunFacts& facts,
        const std::shared_ptr<const RunSnapshot>& run);
    void setPartTexts();
    void showPart();

    SearchContext m_expected;
    std::optional<std::size_t> m_probe; // of a study, that is shown as a run
    Part m_study = OneRun; // that goes on; OneRun: none
    SegmentBar* m_parts; // of a study
    QStackedWidget* m_stack; // by Part
    CapacityView* m_capacity;
    SeriesView* m_series;
    RunFacts m_facts;
    bool m_awaitsStudy = false; // which is being got ready: no run's figures are known yet
    std::shared_ptr<const Run> m_run; // whose gallery is shown
    std::shared_ptr<const RunSnapshot> m_snapshot;
    std::array<FigureTile*, kFigureCount> m_tiles{};
    QGridLayout* m_tileGrid;
    QBoxLayout* m_halves;
    TimeSeriesPanel* m_timeSeries;
    PicturesPanel* m_pictures;
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceWaiting;
    RunPhase m_spokenPhase = RunPhase::Finished; // told to assistive programs
};

} // namespace iotbench::ui
