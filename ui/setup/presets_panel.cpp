#include "ui/setup/presets_panel.h"

#include "ui/base/changes.h"
#include "ui/base/layouts.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/setup/preset_button.h"

#include <QAction>
#include <QInputDialog>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace iotbench::ui {

PresetsPanel::PresetsPanel(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_column(new QVBoxLayout)
    , m_title(new TextLabel(TextRole::Remark))
    , m_drop(wrapped(TextRole::Remark))
    , m_keep(new PresetButton)
{
    const int unit = spaceUnit(this);
    QVBoxLayout* whole = columnIn(this, unit * 3 / 4);
    m_column->setSpacing(unit * 3 / 4);
    m_keep->setDashed(true);
    m_keep->setObjectName(QStringLiteral("keepPreset"));
    whole->addWidget(m_title);
    whole->addLayout(m_column);
    whole->addWidget(m_keep);
    whole->addStretch();
    whole->addWidget(m_drop);
    connect(m_keep, &QAbstractButton::clicked, this, &PresetsPanel::keep);
    connect(&m_setup, &RunSetup::changed, this, &PresetsPanel::mark);
    inEachLanguage(this, [this] { fill(); });
}

QWidget* PresetsPanel::button(int index) const
{
    return m_buttons[static_cast<std::size_t>(index)];
}

void PresetsPanel::fill()
{
    m_title->setText(tr("Presets"));
    m_drop->setText(
        tr("Drop an .onnx, .keras, .h5 or .xml model here to use it, a report folder to open it."));
    m_keep->setWords(tr("+ Keep these settings as a preset"), QString());
    m_keep->setToolTip(tr("Keeps what the form holds under a name of your own."));
    qDeleteAll(m_buttons);
    m_buttons.clear();
    QSettings saved;
    m_presets = builtInPresets();
    std::ranges::move(ownPresets(saved), std::back_inserter(m_presets));
    for (const Preset& preset : m_presets) {
        auto* button = new PresetButton;
        button->setCheckable(true);
        button->setWords(preset.title, preset.remark);
        button->setToolTip(tr("Fills the form with: %1.").arg(presetRemark(preset.values)));
        connect(button, &QAbstractButton::clicked, this, [this, values = preset.values] {
            m_setup.replace(values);
            mark();
        });
        if (preset.own) {
            auto* forget = new QAction(tr("Delete this preset"), button);
            button->addAction(forget);
            button->setContextMenuPolicy(Qt::ActionsContextMenu);
            connect(forget, &QAction::triggered, this, [this, title = preset.title] {
                QSettings file;
                forgetPreset(file, title);
                QMetaObject::invokeMethod(this, &PresetsPanel::fill, Qt::QueuedConnection); // its button goes
            });
        }
        m_column->addWidget(button);
        m_buttons.push_back(button);
    }
    QWidget* last = m_buttons.front();
    setTabOrder(m_keep, last); // where that one is
    setTabOrder(last, m_keep); // from there the others push it on
    for (QWidget* each : std::span(m_buttons).subspan(1)) {
        setTabOrder(last, each);
        last = each;
    }
    mark();
}

void PresetsPanel::mark()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(m_setup.kind() == StudyKind::Run && m_presets[i].values == m_setup.values());
}

void PresetsPanel::keep()
{
    const QString name = m_setup.kind() == StudyKind::Run
        ? tr("Name:")
        : tr("A preset holds the settings of one run, not the search, the repeats or the sweep. Name:");
    const Settings values = m_setup.ofOneRun();
    const QString title
        = QInputDialog::getText(this, tr("Keep a preset"), name, QLineEdit::Normal, presetRemark(values))
              .replace(u'/', u' ') // it is a key in the saved settings
              .trimmed();
    if (title.isEmpty())
        return;
    QSettings saved;
    iotbench::ui::keepPreset(saved, title, values);
    fill();
}

} // namespace iotbench::ui
