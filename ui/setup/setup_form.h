// The form's three groups: what to do, with what, how much. Fields show and hide with the role.
#pragma once

#include "ui/run_controller.h"
#include "ui/setup/address_field.h"
#include "ui/setup/load_fields.h"
#include "ui/setup/model_inspector.h"

#include <string>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace iotbench::ui {

class Panel;
class SearchFields;
class SeriesFields;
class SegmentBar;

class SetupForm : public QWidget {
    Q_OBJECT
public:
    SetupForm(RunController& controller, RunSetup& setup, QWidget* parent = nullptr);

    // Settings that have a place of their own here; the others are behind More.
    static bool has(std::string_view key);

    const ModelSeen& model() const { return m_look.seen(); }
    bool ready() const { return !m_look.looking(); } // no model file is being read
    QWidget* firstField() const;

public slots:
    void openModel(); // asks for a file
    void useModel(const QString& path); // read again though it be the one that is there

signals:
    void modelSeen();

private:
    void makeWhat(QVBoxLayout* column);
    void makeModel(QVBoxLayout* column);
    void makeLoad(QVBoxLayout* column);
    void setTexts();
    void fillModels();
    void fillEngines();
    void fillDevices();
    void refresh();
    void chooseRole(int index);
    void checkEngine();
    void showModel();

    RunController& m_controller;
    RunSetup& m_setup;
    ModelInspector m_look;
    Panel* m_what = nullptr;
    Panel* m_with = nullptr;
    Panel* m_load = nullptr;
    SegmentBar* m_role = nullptr;
    SettingField* m_transport = nullptr;
    AddressField* m_address = nullptr;
    SettingField* m_format = nullptr;
    SettingField* m_model = nullptr;
    QPushButton* m_open = nullptr;
    SettingField* m_engine = nullptr;
    SettingField* m_precision = nullptr;
    SettingField* m_device = nullptr; // there where the engine has several
    std::vector<std::string> m_devices; // that can be chosen in it
    SearchFields* m_search = nullptr;
    SeriesFields* m_series = nullptr;
    RateField* m_rate = nullptr;
    SettingField* m_pacing = nullptr;
    StopField* m_stop = nullptr;
};

} // namespace iotbench::ui
