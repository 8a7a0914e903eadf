#include "ui/setup/side_panels.h"

#include "machine/machine.h"
#include "settings/command_text.h"
#include "ui/base/changes.h"
#include "ui/base/command_box.h"
#include "ui/base/figures.h"
#include "ui/base/other_end.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/setup/flow_view.h"

#include <QLabel>

namespace iotbench::ui {

PlanPanel::PlanPanel(QWidget* parent)
    : Panel(parent)
    , m_sentence(wrapped(TextRole::Body))
    , m_flow(new FlowView)
    , m_remarks(new SignLabel)
{
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setObjectName(QStringLiteral("plan"));
    body()->addWidget(m_sentence);
    body()->addSpacing(spaceUnit(this) / 2);
    body()->addWidget(m_flow);
    body()->addWidget(m_remarks);
    onChange(this, {QEvent::Resize}, [this] { showFlow(); });
}

void PlanPanel::show(const std::optional<EffectiveSettings>& settings, const std::optional<SearchGoal>& goal,
    const std::optional<PlannedSeries>& series, const QString& engineTitle, const ModelSeen& model)
{
    setTitle(tr("This will happen"));
    m_flow->setAccessibleName(tr("The way of the data"));
    m_hasFlow = settings.has_value();
    if (!settings) {
        m_sentence->setText(tr("A field is marked. Correct it to see what will happen."));
        m_remarks->hide();
        showFlow();
        return;
    }
    m_sentence->setText(series ? seriesSentence(**settings, *series, goal, engineTitle)
            : goal             ? searchSentence(**settings, *goal, engineTitle)
                               : planSentence(**settings, engineTitle));
    m_flow->show(
        stations(**settings, goal.has_value(), series ? series->swept : std::vector<SweptSetting>()));
    showFlow();
    QStringList remarks;
    for (const QString& remark : foreseenRemarks(**settings, model, goal.has_value()))
        remarks << remark;
    if (series)
        for (const QString& remark : seriesRemarks(*series))
            remarks << remark;
    m_remarks->tell(DataColour::Caution, remarks.join(QStringLiteral("\n") + QChar(kCautionSign) + u' '));
    m_remarks->setVisible(!remarks.isEmpty());
}

// Where its words would be cut, it tells nothing.
void PlanPanel::showFlow()
{
    const QMargins margins = layout()->contentsMargins();
    m_flow->setVisible(m_hasFlow && m_flow->isReadableIn(width() - margins.left() - margins.right()));
}

CommandPanel::CommandPanel(QWidget* parent)
    : Panel(parent)
    , m_command(new CommandBox)
    , m_otherTitle(wrapped(TextRole::Remark))
    , m_otherColumn(new QVBoxLayout)
{
    body()->addWidget(m_command);
    body()->addWidget(m_otherTitle);
    m_otherColumn->setSpacing(spaceUnit(this) / 2);
    body()->addLayout(m_otherColumn);
}

void CommandPanel::show(const RunSetup& setup, const StudyOptions& study, const ModelSeen& model)
{
    const std::optional<EffectiveSettings>& settings = setup.validated().effective;
    setTitle(tr("The same without a window"));
    m_command->setName(tr("The same without a window"));
    // What is wrong in the form is not in the settings: the line would run something else.
    m_command->setVisible(settings.has_value());
    m_command->setText(
        settings ? QString::fromStdString(commandText(setup.asked(), "iotbench", study)) : QString());

    QStringList lines;
    if (settings)
        lines = otherEndLines(**settings,
            {{}, model.normalisation == Normalisation::MeanSubtracted, model.asked.toStdString()});
    while (m_other.size() > lines.size())
        delete m_other.takeLast();
    while (m_other.size() < lines.size()) {
        m_other << new CommandBox;
        m_otherColumn->addWidget(m_other.last());
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_other[i]->setText(lines[i]);
        m_other[i]->setName(tr("At the other end"));
    }
    const bool portOpen = settings && (*settings)->listen && (*settings)->listen->port == 0;
    m_otherTitle->setText(!settings ? tr("A field is marked: correct it to get the command.")
            : portOpen              ? tr("At the other end; the port is chosen at Start:")
                                    : tr("At the other end:"));
    m_otherTitle->setVisible(!settings || !lines.isEmpty());
}

MachinePanel::MachinePanel(const BuildFacts& build, QWidget* parent)
    : Panel(parent)
    , m_build(build)
    , m_facts(readMachineFacts())
    , m_words(wrapped(TextRole::Remark))
    , m_governor(new SignLabel)
    , m_builtAs(new SignLabel)
{
    for (QLabel* label : std::initializer_list<QLabel*>{m_words, m_governor, m_builtAs})
        body()->addWidget(label);
    inEachLanguage(this, [this] { refresh(); });
}

void MachinePanel::refresh()
{
    setTitle(tr("This machine"));
    const auto word = [](const std::string& text) { return QString::fromStdString(text); };
    QStringList parts{word(m_facts.board), word(m_facts.cpuModel)};
    const int decimals = m_facts.coresAllowed == static_cast<unsigned>(m_facts.coresAllowed) ? 0 : 1;
    parts << tr("%1 of %2 cores")
                 .arg(decimalText(m_facts.coresAllowed, decimals), wholeText(m_facts.coresOnline));
    if (!m_build.vectors.empty())
        parts << tr("decoding with %1").arg(word(m_build.vectors));
    if (m_facts.memoryBytes > 0)
        parts << bytesText(static_cast<double>(m_facts.memoryBytes));
    m_words->setText(joined(parts));

    const QString virtualised = m_facts.virtualisation.empty() ? QString() : u' ' + tr("(virtual machine)");
    if (m_facts.governor.empty())
        m_governor->tell(DataColour::Caution, tr("Governor unknown: clocks may vary") + virtualised);
    else if (m_facts.governor == "performance")
        m_governor->tell(DataColour::Right, tr("Governor performance: steady clocks"));
    else
        m_governor->tell(
            DataColour::Caution, tr("Governor %1: clocks vary").arg(word(m_facts.governor)) + virtualised);
    if (m_build.optimised)
        m_builtAs->tell(DataColour::Right, tr("Optimised build (%1)").arg(word(m_build.buildType)));
    else
        m_builtAs->tell(DataColour::Caution,
            tr("Debug build: its speed means nothing. Build with -DCMAKE_BUILD_TYPE=Release."));
}

} // namespace iotbench::ui
