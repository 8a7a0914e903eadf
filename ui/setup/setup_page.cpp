#include "ui/setup/setup_page.h"

#include "ui/base/changes.h"
#include "ui/base/field_words.h"
#include "ui/base/layouts.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"
#include "ui/setup/last_runs_panel.h"
#include "ui/setup/more_panel.h"
#include "ui/setup/presets_panel.h"
#include "ui/setup/setup_form.h"
#include "ui/setup/side_panels.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace iotbench::ui {
namespace {

constexpr int kNarrow = 150; // characters across; below it what will happen stands under the form

} // namespace

SetupPage::SetupPage(RunController& controller, KeptRuns& keptRuns, const Settings& values, QWidget* parent)
    : Page(parent)
    , m_controller(controller)
    , m_obstacles(controller.engines(), controller.models())
{
    m_setup.replace(values);
    m_presets = new PresetsPanel(m_setup);
    m_form = new SetupForm(controller, m_setup);
    m_more = new MorePanel(m_setup);
    m_plan = new PlanPanel;
    m_commands = new CommandPanel;
    m_machine = new MachinePanel(controller.build());
    m_lastRuns = new LastRunsPanel(keptRuns);

    const int unit = spaceUnit(this);
    auto* formColumn = new QVBoxLayout;
    formColumn->setSpacing(unit);
    formColumn->addWidget(m_form);
    formColumn->addWidget(m_more);
    formColumn->addStretch(1);

    auto* sideColumn = new QVBoxLayout;
    sideColumn->setSpacing(unit);
    for (QWidget* panel : std::initializer_list<QWidget*>{m_plan, m_commands, m_machine})
        sideColumn->addWidget(panel);
    sideColumn->addWidget(m_lastRuns, 1);

    QHBoxLayout* columns = rowIn(this, unit);
    columns->setContentsMargins(unit, 0, unit, unit); // the row for messages lies above
    QScrollArea* presets = scrolling(m_presets); // there may be many
    presets->setFixedWidth(characters(this, 32));
    columns->addWidget(presets);
    auto* content = new QWidget;
    m_halves = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(unit);
    m_halves->addLayout(formColumn, 1);
    m_halves->addLayout(sideColumn, 1);
    columns->addWidget(scrolling(content), 1);

    connect(&m_setup, &RunSetup::changed, this, &SetupPage::refresh);
    connect(m_form, &SetupForm::modelSeen, this, &SetupPage::refresh);
    connect(m_lastRuns, &LastRunsPanel::openRequested, this, &SetupPage::openRequested);
    inEachLanguage(this, [this] { refresh(); });
    onChange(this, {QEvent::Resize}, [this] {
        m_halves->setDirection(
            width() < characters(this, kNarrow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    });
}

std::optional<EffectiveSettings> SetupPage::settings() const
{
    return obstacle().isEmpty() ? m_setup.validated().effective : std::nullopt;
}

QString SetupPage::obstacle() const
{
    if (!m_setup.validated().effective)
        return tr("A field on the page Set up is marked");
    if (!m_form->ready())
        return tr("Reading the model…");
    if (m_series && m_series->extent.combinations == 0)
        return tr("No combination can be run: %1")
            .arg(m_series->skipped.empty() ? QString() : translated(m_series->skipped.front().reason));
    return {};
}

std::optional<StudyOptions> SetupPage::series() const
{
    if (!m_series)
        return std::nullopt;
    StudyOptions study = m_setup.study();
    study.yes = m_series->extent.combinations > StudyOptions::kMostUnasked;
    return study;
}

// A file of the user's own is read at Start alone, for that may take long.
void SetupPage::planSeries()
{
    m_series.reset();
    const StudyOptions& study = m_setup.study();
    const auto& effective = m_setup.validated().effective;
    if (!effective || !(study.sweeps() || study.repeat))
        return;
    SweepCombinations combinations;
    if (!study.sweeps()) {
        combinations.possible.push_back({{}, *effective});
    } else {
        auto all = sweepCombinations(m_setup.asked(), study,
            everyValue(m_controller.engines(), m_controller.models()), [this](Settings settings) {
                if (settings.model.find('/') != std::string::npos)
                    settings.model.clear();
                return m_obstacles(settings);
            });
        if (all)
            combinations = std::move(*all);
        else
            combinations.impossible.push_back({{}, all.error()}); // far too many
    }
    m_series = PlannedSeries{
        study.sweeps(), extentOf(combinations, study), std::move(combinations.impossible), study.sweep};
}

std::optional<SearchGoal> SetupPage::goal() const
{
    const std::optional<EffectiveSettings>& effective = m_setup.validated().effective;
    if (!effective || !m_setup.search().search())
        return std::nullopt;
    return searchGoal(m_setup.search(), **effective);
}

QString SetupPage::engineTitle() const
{
    const std::string& name = m_setup.values().engine;
    if (name == kAutoEngine)
        return tr("the fastest engine here");
    const engines::EngineEntry* const engine = m_controller.engines().entry(name);
    const QString shown = engineLabel(name);
    return engine ? shown + u' ' + QString::fromStdString(engine->version) : shown;
}

void SetupPage::refresh()
{
    const std::optional<EffectiveSettings>& effective = m_setup.validated().effective;
    planSeries();
    m_plan->show(effective, goal(), m_series, engineTitle(), m_form->model());
    m_commands->show(m_setup, series().value_or(m_setup.study()), m_form->model());
    emit settingsChanged();
}

} // namespace iotbench::ui
