// The presets on the left: one click fills the form.
#pragma once

#include "ui/setup/presets.h"
#include "ui/setup/run_setup.h"

#include <QWidget>

class QVBoxLayout;

namespace iotbench::ui {

class PresetButton;
class TextLabel;

class PresetsPanel : public QWidget {
    Q_OBJECT
public:
    explicit PresetsPanel(RunSetup& setup, QWidget* parent = nullptr);

    int count() const { return static_cast<int>(m_buttons.size()); }
    QWidget* button(int index) const;

private:
    void fill();
    void mark(); // the one that the form holds
    void keep();

    RunSetup& m_setup;
    QVBoxLayout* m_column;
    TextLabel* m_title;
    TextLabel* m_drop;
    PresetButton* m_keep;
    std::vector<PresetButton*> m_buttons;
    std::vector<Preset> m_presets;
};

} // namespace iotbench::ui
