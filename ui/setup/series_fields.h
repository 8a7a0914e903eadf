// What repeats and sweeps ask for: how often, and of a sweep the values of what it varies.
#pragma once

#include "ui/setup/option_row.h"

#include <array>

namespace iotbench::ui {

class SignLabel;

class SeriesFields : public QWidget {
    Q_OBJECT
public:
    explicit SeriesFields(RunSetup& setup, QWidget* parent = nullptr);

private:
    void refresh();
    void take(const char* setting, const std::optional<SweptSetting>& swept);

    RunSetup& m_setup;
    SignLabel* m_remark;
    struct List {
        const char* setting; // whose values they are
        OptionRow* row;
    };
    std::array<List, 4> m_lists;
    OptionRow* m_repeats;
};

} // namespace iotbench::ui
