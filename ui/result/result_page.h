// What a run showed, once it is over: the verdict in a sentence, the figures, the details.
#pragma once

#include "base/result.h"
#include "ui/capacity/capacity_state.h"
#include "ui/history/kept_runs.h"
#include "ui/page.h"
#include "ui/result/report_export.h"
#include "ui/result/shown_run.h"
#include "ui/run_controller.h"

#include <functional>
#include <optional>

class QStackedWidget;

namespace iotbench::ui {

class CapacityView;
class ResultDetails;
class SegmentBar;
class SeriesView;
class TextLabel;
struct SeriesState;

class ResultPage : public Page {
    Q_OBJECT
public:
    ResultPage(RunController& controller, KeptRuns& keptRuns, QWidget* parent = nullptr);

    // Read back; its pictures follow. `ownCameras`: as in SearchContext.
    void showKept(const ShownRun& run, std::uint64_t ownCameras = 0);
    void show(ShownRun run);
    // What has ended takes the place of what is shown at once where nobody reads that, else when it is asked
    // for or the page is left.
    bool endedWaits() const { return m_ended != nullptr; }
    void showEnded();
    void expectStudy(const SearchContext& context) { m_expected = context; } // of the study that ends next
    CapacityView& capacity() { return *m_capacity; }
    SeriesView& series() { return *m_series; }
    const ShownRun* shown() const { return m_shown ? &*m_shown : nullptr; } // null: no run yet
    ResultDetails& details() { return *m_details; }

    // The search shown, where it was read back and can go on; null elsewhere.
    const KeptSearch* keptSearch() const { return m_kept && *m_kept ? &**m_kept : nullptr; }

    // Into a folder that is made where it is not there. Ends in noticed().
    void exportTo(const QString& folder, ExportOf what);

    QList<QAction*> barActions() const override { return {m_goOn, m_export, m_save}; }
    bool holdsAttention() const override;

protected:
    void hideEvent(QHideEvent* event) override;

signals:
    void goOnRequested(const iotbench::ui::SearchContext& context); // with the search that was stopped
    void useRequested(const iotbench::Settings& settings); // of a sweep's combination
    void exported(const QString& folder); // all of it is written

private:
    using Export = std::function<Exported(bool replace)>; // of the run that was shown when it was asked for

    void makeActions();
    void setTexts();
    void take(const RunOutcome& outcome);
    void take(const SearchOutcome& outcome);
    void take(const SeriesOutcome& outcome);
    void offer(std::function<void()> show);
    void showNoRunOf(const SeriesState& series);
    void showPart();
    std::optional<Result<KeptSearch>> readKept() const;
    void showGoOn();
    void readPictures();
    void askFolder(ExportOf what);
    void write(const QString& folder, bool replace, const Export& make);
    void tellExported(const Exported& written, const QString& folder, const Export& make);
    std::vector<DrawnFile> drawnFiles(); // of the run shown
    void openCell(int label, int predicted);
    void openPicture(const Picture& picture);
    void copy();

    RunController& m_controller;
    std::optional<ShownRun> m_shown;
    std::optional<Result<KeptSearch>> m_kept; // of the run shown: see readKept()
    std::function<void()> m_ended; // shows what has ended and waits; null: nothing does
    SearchContext m_expected;
    SearchContext m_context; // of the search shown
    QAction* m_goOn = nullptr;
    QAction* m_export = nullptr;
    QAction* m_save = nullptr;
    QAction* m_copy = nullptr;
    SegmentBar* m_parts; // of a study
    QStackedWidget* m_stack;
    TextLabel* m_none;
    ResultDetails* m_details;
    CapacityView* m_capacity;
    SeriesView* m_series;
};

} // namespace iotbench::ui
