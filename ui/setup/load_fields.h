// How much is sent: the rate with "as fast as possible" beside it, and when the run ends.
#pragma once

#include "ui/setup/setting_field.h"

class QCheckBox;

namespace iotbench::ui {

class RateField : public SettingField {
    Q_OBJECT
public:
    explicit RateField(RunSetup& setup, QWidget* parent = nullptr);

private:
    void showFastest();

    RunSetup& m_setup;
    QCheckBox* m_fastest;
    double m_lastRate = 1000; // comes back when the box is cleared
};

// Images and seconds, whichever comes first; an empty one does not count.
class StopField : public QWidget {
    Q_OBJECT
public:
    explicit StopField(RunSetup& setup, QWidget* parent = nullptr);

private:
    void setTexts();

    RunSetup& m_setup;
    QLabel* m_label;
    QLabel* m_or;
    SettingField* m_images;
    SettingField* m_seconds;
};

} // namespace iotbench::ui
