// Where a receiving or sending run listens or connects: the choice, and the address.
#pragma once

#include "ui/setup/setting_field.h"

namespace iotbench::ui {

class AddressField : public QWidget {
    Q_OBJECT
public:
    explicit AddressField(RunSetup& setup, QWidget* parent = nullptr);

private:
    enum Way { ThisComputer, Network, Connect };

    void refresh();
    void choose(int way);

    RunSetup& m_setup;
    QLabel* m_label;
    QComboBox* m_way;
    SettingField* m_listen;
    SettingField* m_connect;
};

} // namespace iotbench::ui
