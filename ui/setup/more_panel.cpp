#include "ui/setup/more_panel.h"

#include "ui/base/changes.h"
#include "ui/base/field_words.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/setup/number_text.h"
#include "ui/setup/search_fields.h"
#include "ui/setup/setup_form.h"

#include <QToolButton>

#include <algorithm>
#include <array>

namespace iotbench::ui {
namespace {

// Told in the line beside "More".
constexpr std::array kSummarised = {"workers", "batch-size", "streams", "seed"};

} // namespace

MorePanel::MorePanel(RunSetup& setup, QWidget* parent)
    : Panel(parent)
    , m_setup(setup)
    , m_toggle(new QToolButton)
    , m_summary(new TextLabel(TextRole::Remark))
    , m_inside(new QWidget)
{
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setFont(fontFor(TextRole::Heading));
    m_toggle->setObjectName(QStringLiteral("more"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head()->addWidget(m_toggle);
    head()->addWidget(m_summary, 1);
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, spaceUnit(this) / 2, 0, 0);
    column->setSpacing(spaceUnit(this) / 2);
    makeGroups(column);
    m_inside->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    body()->addWidget(m_inside);
    connect(m_toggle, &QToolButton::toggled, this, &MorePanel::open);
    connect(&m_setup, &RunSetup::changed, this, &MorePanel::refresh);
    inEachLanguage(this, [this] { refresh(); });
}

void MorePanel::makeGroups(QVBoxLayout* column)
{
    for (std::size_t index = 0; index < kSettingGroupCount; ++index) {
        Group group{static_cast<SettingGroup>(index), nullptr, {}};
        for (const Setting& setting : settingsTable()) {
            if (setting.group != group.group || SetupForm::has(setting.key) || !hasField(setting))
                continue;
            if (group.fields.empty()) {
                group.title = new TextLabel(TextRole::Remark);
                column->addWidget(group.title);
            }
            group.fields.push_back(new SettingField(setting.key, m_setup));
            column->addWidget(group.fields.back());
        }
        if (!group.fields.empty())
            m_groups.push_back(group);
    }
}

bool MorePanel::isOpen() const
{
    return m_toggle->isChecked();
}

void MorePanel::open(bool open)
{
    m_toggle->setChecked(open);
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_inside->setVisible(open);
    m_summary->setVisible(!open);
}

QString MorePanel::summary() const
{
    QStringList parts;
    for (const char* key : kSummarised) {
        const Setting& setting = *findSetting(key);
        if (setting.appliesTo(m_setup.values().role))
            parts << fieldLabel(setting) + u' ' + shownNumber(settingText(setting, m_setup.values()));
    }
    return joined(parts);
}

void MorePanel::refresh()
{
    m_toggle->setText(tr("More"));
    m_toggle->setToolTip(tr("Shows every other setting."));
    setAccessibleName(tr("More"));
    m_summary->setText(summary());
    m_summary->setToolTip(m_summary->text()); // it is cut where there is no room
    bool wrong = false;
    for (const Group& group : m_groups) {
        bool any = false;
        for (SettingField* field : group.fields) {
            const char* const key = field->setting().key;
            const bool search = m_setup.search().search();
            const bool applies = field->setting().appliesTo(m_setup.values().role)
                && !m_setup.study().sweeps(key)
                && (!search || (appliesToSearch(m_setup.search(), key) && !SearchFields::has(key)));
            field->setVisible(applies);
            any = any || applies;
            wrong = wrong || (applies && m_setup.errorAt(key));
        }
        group.title->setText(groupLabel(group.group));
        group.title->setVisible(any);
    }
    if (wrong && !isOpen()) // what keeps Start off must be seen
        open(true);
}

} // namespace iotbench::ui
