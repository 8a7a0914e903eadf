#include "ui/setup/series_fields.h"

#include "ui/base/changes.h"
#include "ui/base/layouts.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"
#include "ui/setup/number_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <string>

namespace iotbench::ui {

SeriesFields::SeriesFields(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_remark(new SignLabel)
    , m_lists{{{"engine", new OptionRow("sweep-engine", setup)},
          {"precision", new OptionRow("sweep-precision", setup)},
          {"batch-size", new OptionRow("sweep-batch-size", setup)},
          {"workers", new OptionRow("sweep-workers", setup)}}}
    , m_repeats(new OptionRow("repeats", setup))
{
    QVBoxLayout* column = columnIn(this, spaceUnit(this));
    column->addWidget(m_remark);
    constexpr std::array<ListExamples, 4> kExamples{
        {{"opencv,openvino", "all"}, {"fp32,int8", "all"}, {"1,4,16", "1-4"}, {"1,2,4", "1-4"}}};
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        const auto [setting, row] = m_lists[i];
        column->addWidget(row);
        row->setRule(listRule(setting, kExamples[i],
            [this, which = setting](const std::optional<SweptSetting>& swept) { take(which, swept); }));
    }
    column->addWidget(m_repeats);
    connect(&m_setup, &RunSetup::changed, this, &SeriesFields::refresh);
    inEachLanguage(this, [this] {
        const QString asSet = tr("as set");
        m_lists[0].row->setWords({tr("Engines"), {}, asSet, tr("For example opencv,openvino, or all")});
        m_lists[1].row->setWords({tr("Precisions"), {}, asSet, tr("For example fp32,int8, or all")});
        m_lists[2].row->setWords({tr("Batch sizes"), {}, asSet, tr("For example 1,4,16 or 1-4")});
        m_lists[3].row->setWords({tr("Workers"), {}, asSet, tr("For example 1,2,4 or 1-4")});
        m_repeats->setWords({tr("Repeats"), tr("runs of each"), QStringLiteral("3"),
            tr("From three runs on it is known how far they differ.")});
        refresh();
    });
}

void SeriesFields::take(const char* setting, const std::optional<SweptSetting>& swept)
{
    m_setup.changeStudy([&](StudyOptions& study) {
        const auto known = std::ranges::find_if(study.sweep,
            [setting](const SweptSetting& each) { return std::string_view(each.setting->key) == setting; });
        if (known != study.sweep.end() && swept)
            *known = *swept;
        else if (known != study.sweep.end())
            study.sweep.erase(known);
        else if (swept)
            study.sweep.push_back(*swept);
    });
}

void SeriesFields::refresh()
{
    const bool sweep = m_setup.kind() == StudyKind::Sweep;
    setVisible(sweep || m_setup.kind() == StudyKind::Repeat);
    m_remark->setVisible(sweep);
    if (const SettingIssue* const issue = m_setup.errorAt("sweep"))
        m_remark->tell(DataColour::Wrong, translated(*issue));
    else
        m_remark->tell(
            tr("Every combination of these values is tried. An empty list leaves the setting as it is "
               "above and under More."));
    m_repeats->setRule(
        numberRule(sweep ? 1 : 2, StudyOptions::kMostRepeats, true, [this](std::optional<double> repeats) {
            m_setup.changeStudy([repeats](StudyOptions& study) {
                study.repeat = repeats ? static_cast<unsigned>(*repeats) : StudyOptions::kUsualRepeats;
            });
        }));
    m_repeats->setVisible(!m_setup.search().search());
    if (m_setup.study().repeat)
        m_repeats->setText(shownNumber(std::to_string(*m_setup.study().repeat)));
    for (const auto& [setting, row] : m_lists) {
        row->setVisible(sweep);
        QString values;
        for (const SweptSetting& swept : m_setup.study().sweep)
            if (std::string_view(swept.setting->key) == setting)
                values = QString::fromStdString(swept.valuesText());
        if (sweep)
            row->setText(values);
    }
}

} // namespace iotbench::ui
