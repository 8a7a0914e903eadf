#include "ui/setup/setup_form.h"

#include "models/model_catalogue.h"
#include "run/setting_mistakes.h"
#include "ui/base/bar_button.h"
#include "ui/base/changes.h"
#include "ui/base/field_words.h"
#include "ui/base/layouts.h"
#include "ui/base/panel.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"
#include "ui/setup/search_fields.h"
#include "ui/setup/series_fields.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace iotbench::ui {
namespace {

constexpr std::array<std::string_view, 12> kKeys = {"role", "transport", "listen", "connect", "format",
    "modelPath", "engine", "precision", "device", "imagesPerSec", "pacing", "totalImages"};
constexpr std::array kRoles = {Role::Loopback, Role::Receive, Role::Send}; // of the segments

QString engineTitle(const engines::EngineEntry& engine)
{
    const QString label = engineLabel(engine.name);
    return label.toStdString() == engine.name ? label : label + u' ' + QString::fromStdString(engine.version);
}

// The choice of what is not there follows the choice that the role makes sensible.
void connectAs(Role role, Settings& values)
{
    if (role == Role::Receive && !values.listen) {
        values.listen = Endpoint{"127.0.0.1", values.connect ? values.connect->port : kUsualPort};
        values.connect.reset();
    } else if (role == Role::Send && !values.connect) {
        values.connect = Endpoint{
            "127.0.0.1", values.listen && values.listen->port != 0 ? values.listen->port : kUsualPort};
        values.listen.reset();
    }
}

} // namespace

SetupForm::SetupForm(RunController& controller, RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_setup(setup)
    , m_look(controller.models())
{
    QVBoxLayout* column = columnIn(this, spaceUnit(this));
    makeWhat(column);
    makeModel(column);
    makeLoad(column);
    connect(&m_setup, &RunSetup::changed, this, &SetupForm::refresh);
    connect(&m_look, &ModelInspector::changed, this, &SetupForm::showModel);
    inEachLanguage(this, [this] {
        setTexts();
        showModel();
        refresh();
    });
}

bool SetupForm::has(std::string_view key)
{
    return std::ranges::find(kKeys, key) != kKeys.end() || key == "duration";
}

QWidget* SetupForm::firstField() const
{
    return m_role->segment(std::max(0, m_role->current()));
}

void SetupForm::makeWhat(QVBoxLayout* column)
{
    m_what = new Panel;
    m_role = new SegmentBar;
    m_role->setTexts({QString(), QString(), QString()}); // made first, they come first to the Tab key
    m_transport = new SettingField("transport", m_setup);
    m_address = new AddressField(m_setup);
    m_format = new SettingField("format", m_setup);
    m_what->body()->addWidget(m_role, 0, Qt::AlignLeft);
    for (QWidget* field : std::initializer_list<QWidget*>{m_transport, m_address, m_format})
        m_what->body()->addWidget(field);
    column->addWidget(m_what);
    connect(m_role, &SegmentBar::currentChanged, this, &SetupForm::chooseRole);
}

void SetupForm::makeModel(QVBoxLayout* column)
{
    m_with = new Panel;
    m_model = new SettingField("modelPath", m_setup, SettingField::Look::ChoiceRow);
    m_open = new BarButton;
    m_open->setObjectName(QStringLiteral("openModel"));
    m_model->editorRow()->addWidget(m_open);
    m_engine = new SettingField("engine", m_setup, SettingField::Look::ChoiceRow);
    m_precision = new SettingField("precision", m_setup);
    m_device = new SettingField("device", m_setup, SettingField::Look::ChoiceRow);
    for (SettingField* field : {m_model, m_engine, m_precision, m_device})
        m_with->body()->addWidget(field);
    column->addWidget(m_with);
    connect(m_open, &QPushButton::clicked, this, &SetupForm::openModel);
    connect(qobject_cast<QComboBox*>(m_model->editor()), &QComboBox::activated, this,
        [this] { useModel(QString::fromStdString(m_setup.values().model)); });
}

void SetupForm::makeLoad(QVBoxLayout* column)
{
    m_load = new Panel;
    m_search = new SearchFields(m_setup);
    m_series = new SeriesFields(m_setup);
    m_rate = new RateField(m_setup);
    m_pacing = new SettingField("pacing", m_setup);
    m_stop = new StopField(m_setup);
    for (QWidget* field : std::initializer_list<QWidget*>{m_search, m_series, m_rate, m_pacing, m_stop})
        m_load->body()->addWidget(field);
    column->addWidget(m_load);
}

void SetupForm::setTexts()
{
    m_what->setTitle(tr("What to do"));
    m_role->setTexts({tr("Send and receive here"), tr("Receive"), tr("Send")});
    m_role->setAccessibleName(tr("What to do"));
    m_role->segment(0)->setToolTip(tr("An embedded sender and the receiver, both in this program."));
    m_role->segment(1)->setToolTip(
        tr("Classifies what another program sends: nc, the original's sender, or iotbench."));
    m_role->segment(2)->setToolTip(tr("Sends labelled images to another program."));
    m_load->setTitle(tr("Load"));
    m_open->setText(tr("Open model…"));
    m_open->setToolTip(
        tr("Uses an .onnx, Keras (.keras, .h5) or OpenVINO (.xml) file (%1).").arg(QStringLiteral("Ctrl+O")));
    fillModels();
    fillEngines();
}

void SetupForm::fillModels()
{
    std::vector<SettingField::Choice> choices;
    for (const CatalogueEntry& entry : m_controller.models().list()) {
        if (entry.bundled) {
            const QString name = QString::fromStdString(entry.card.name);
            choices.push_back({name, name});
        }
    }
    m_model->setChoices(choices);
}

void SetupForm::fillEngines()
{
    std::vector<SettingField::Choice> choices;
    choices.push_back({tr("auto (the fastest here)"), QString::fromLatin1(kAutoEngine)});
    for (const engines::EngineEntry& engine : m_controller.engines().list()) {
        const QString whyNot = engine.available ? QString() : translated(engine.reason);
        const QString title = engine.available
            ? engineTitle(engine)
            : tr("%1 (not available)").arg(QString::fromStdString(engine.name));
        choices.push_back({engine.name == "null" ? tr("null (everything but the inference)") : title,
            QString::fromStdString(engine.name), whyNot});
    }
    m_engine->setChoices(choices);
}

void SetupForm::chooseRole(int index)
{
    const Role role = kRoles[static_cast<std::size_t>(index)];
    if (role == m_setup.values().role)
        return;
    m_setup.change([role](Settings& values) {
        values.role = role;
        connectAs(role, values);
        if (role == Role::Receive) // the load's own defaults
            values.totalImages.reset();
    });
}

void SetupForm::refresh()
{
    const Settings& values = m_setup.values();
    const auto place = std::ranges::find(kRoles, values.role);
    m_role->setCurrent(place == kRoles.end() ? 0 : static_cast<int>(place - kRoles.begin()));
    m_transport->setVisible(values.role == Role::Loopback);
    m_address->setVisible(values.role != Role::Loopback);
    const bool send = values.role == Role::Send;
    m_with->setTitle(send ? tr("Model of the receiver") : tr("Model and engine"));
    for (SettingField* field : {m_engine, m_precision})
        field->setVisible(!send);
    const bool search = m_setup.search().search(); // it decides load and length itself
    m_rate->setVisible(values.role != Role::Receive && !search);
    m_pacing->setVisible(values.role != Role::Receive && !search);
    m_stop->setVisible(!search);
    m_engine->setVisible(!send && !m_setup.study().sweeps("engine"));
    m_precision->setVisible(!send && !m_setup.study().sweeps("precision"));
    m_look.look(values.model);
    fillDevices();
    checkEngine();
}

void SetupForm::fillDevices()
{
    const Settings& values = m_setup.values();
    const engines::EngineEntry* engine = m_controller.engines().entry(values.engine);
    const std::vector<std::string> devices = engine ? engine->devices : std::vector<std::string>();
    if (devices != m_devices) {
        m_devices = devices;
        std::vector<SettingField::Choice> choices;
        choices.reserve(devices.size());
        for (const std::string& device : devices)
            choices.push_back({QString::fromStdString(device), QString::fromStdString(device)});
        m_device->setChoices(choices);
    }
    // A choice of one is none, unless something else was asked for, which is then marked.
    m_device->setVisible(
        values.role != Role::Send && (devices.size() > 1 || values.device != Settings().device));
}

// What only the list of engines and the model itself know.
void SetupForm::checkEngine()
{
    Settings values = m_setup.values();
    if (m_setup.study().sweeps("engine"))
        values.engine = kAutoEngine; // each combination is judged by itself
    std::vector<SettingIssue> issues = engineIssues(values, m_controller.engines());
    const ModelSeen& seen = m_look.seen();
    if (issues.empty() && values.role != Role::Send && values.engine != kAutoEngine
        && seen.asked.toStdString() == values.model)
        if (const auto engine = m_controller.engines().find(values.engine))
            if (Message fault = faultOfEngine(**engine, seen.format, seen.operatorFaults); !fault.empty())
                issues.push_back({"engine", {TR("the model: %1"), {std::move(fault)}}});
    for (const char* key : {"engine", "precision", "device"}) {
        const auto issue = std::ranges::find(issues, key, &SettingIssue::key);
        m_setup.mark(key, issue == issues.end() ? Message() : issue->reason);
    }
    const engines::EngineEntry* const engine = m_controller.engines().entry(values.engine);
    const bool fp32Alone = engine && engine->available && !engine->supports(engines::Precision::Bf16)
        && !engine->supports(engines::Precision::Int8);
    m_precision->setRemark(
        fp32Alone ? tr("bf16 needs the engine OpenVINO; int8 needs OpenVINO or ONNX Runtime.") : QString());
}

void SetupForm::showModel()
{
    const ModelSeen& seen = m_look.seen();
    m_model->setRemark(!seen.fault.empty()        ? translated(seen.fault)
            : !seen.asked.isEmpty()               ? modelRemark(seen)
            : m_setup.values().role == Role::Send ? tr("not chosen: sent without the mean subtracted")
                                                  : QString());
    m_setup.mark("modelPath", seen.fault);
    checkEngine();
    m_setup.sendFor(seen.normalisation.value_or(Normalisation::Unit));
    emit modelSeen();
}

void SetupForm::openModel()
{
    QStringList patterns;
    for (const char* suffix : kModelSuffixes)
        patterns << QStringLiteral("*.") + QLatin1String(suffix);
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a model"), QString(), tr("Models (%1);;All files (*)").arg(patterns.join(u' ')));
    if (!path.isEmpty())
        useModel(path);
}

void SetupForm::useModel(const QString& path)
{
    m_look.forget();
    m_setup.change([&path](Settings& values) { values.model = path.toStdString(); });
}

} // namespace iotbench::ui
