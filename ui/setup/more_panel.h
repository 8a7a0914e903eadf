// Every other setting, folded away under one line that says how they stand.
#pragma once

#include "ui/base/panel.h"
#include "ui/setup/setting_field.h"

#include <vector>

class QToolButton;

namespace iotbench::ui {

class MorePanel : public Panel {
    Q_OBJECT
public:
    explicit MorePanel(RunSetup& setup, QWidget* parent = nullptr);

    bool isOpen() const;
    void open(bool open);

private:
    struct Group {
        SettingGroup group;
        QLabel* title;
        std::vector<SettingField*> fields;
    };

    void makeGroups(QVBoxLayout* column);
    void refresh();
    QString summary() const;

    RunSetup& m_setup;
    QToolButton* m_toggle;
    TextLabel* m_summary;
    QWidget* m_inside;
    std::vector<Group> m_groups;
};

} // namespace iotbench::ui
