// What is made in place of a single run; of a search, within what.
#pragma once

#include "ui/setup/option_row.h"
#include "ui/setup/setting_field.h"

namespace iotbench::ui {

class SegmentBar;

// One run, or how many cameras, or how many images a second, or several runs, or a sweep, and what is made
// with each of its combinations; and below it what a search is asked for.
class SearchFields : public QWidget {
    Q_OBJECT
public:
    explicit SearchFields(RunSetup& setup, QWidget* parent = nullptr);

    SegmentBar* choice() const { return m_choice; }
    // Settings that More shows for a single run.
    static bool has(std::string_view key);

private:
    void choose(int index);
    void chooseOfEach(int index);
    int chosenSegment() const;
    void refresh();

    RunSetup& m_setup;
    SegmentBar* m_choice;
    QWidget* m_eachRow; // of a sweep
    QLabel* m_eachLabel;
    SegmentBar* m_each;
    QWidget* m_inside; // of a search
    SettingField* m_cameraRate;
    OptionRow* m_ownCameras;
    SettingField* m_limit;
    SettingField* m_accuracy;
    OptionRow* m_probeSeconds;
};

} // namespace iotbench::ui
