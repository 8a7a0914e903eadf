#include "ui/setup/series_fields.h"

#include "ui/base/changes.h"
#include "ui/base/layouts.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace iotbench::ui {

SeriesFields::SeriesFields(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_remark(new SignLabel)
    , m_lists{new ListRow("engine", "sweep-engine", "opencv,openvino", setup),
          new ListRow("precision", "sweep-precision", "fp32,int8", setup),
          new ListRow("batch-size", "sweep-batch-size", "1,4,16", setup),
          new ListRow("workers", "sweep-workers", "1-4", setup)}
    , m_repeats(new NumberRow("repeats", setup))
{
    QVBoxLayout* column = columnIn(this, spaceUnit(this));
    column->addWidget(m_remark);
    for (ListRow* row : m_lists) {
        column->addWidget(row);
        connect(row, &ListRow::typed, this,
            [this, row](const std::optional<SweptSetting>& swept) { take(row, swept); });
    }
    column->addWidget(m_repeats);
    connect(m_repeats, &NumberRow::typed, this, [this](std::optional<double> repeats) {
        m_setup.changeStudy([repeats](StudyOptions& study) {
            study.repeat = repeats ? static_cast<unsigned>(*repeats) : StudyOptions::kUsualRepeats;
        });
    });
    connect(&m_setup, &RunSetup::changed, this, &SeriesFields::refresh);
    onLanguageChange(this, [this] {
        setTexts();
        refresh();
    });
    setTexts();
    refresh();
}

void SeriesFields::setTexts()
{
    const QString asSet = tr("as set");
    m_lists[0]->setWords({tr("Engines"), {}, asSet, tr("For example opencv,openvino, or all")});
    m_lists[1]->setWords({tr("Precisions"), {}, asSet, tr("For example fp32,int8, or all")});
    m_lists[2]->setWords({tr("Batch sizes"), {}, asSet, tr("For example 1,4,16 or 1-4")});
    m_lists[3]->setWords({tr("Workers"), {}, asSet, tr("For example 1,2,4 or 1-4")});
    m_repeats->setWords({tr("Repeats"), tr("runs of each"), QStringLiteral("3"),
        tr("From three runs on it is known how far they differ.")});
}

void SeriesFields::take(const ListRow* row, const std::optional<SweptSetting>& swept)
{
    m_setup.changeStudy([&](StudyOptions& study) {
        const auto known = std::ranges::find_if(study.sweep, [row](const SweptSetting& each) {
            return std::string_view(each.setting->key) == row->setting();
        });
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
            tr("Every combination of these values is tried. A list as 1,2,4 or 1-4, or all; an empty "
               "one leaves the setting as it is above and under More."));
    m_repeats->setLimits(sweep ? 1 : 2, StudyOptions::kMostRepeats, true);
    if (!m_repeats->lineEdit()->hasFocus() && m_setup.study().repeat)
        m_repeats->setValue(*m_setup.study().repeat);
    for (ListRow* row : m_lists) {
        row->setVisible(sweep);
        if (row->lineEdit()->hasFocus() || !sweep)
            continue;
        QString values;
        for (const SweptSetting& swept : m_setup.study().sweep)
            if (std::string_view(swept.setting->key) == row->setting())
                values = QString::fromStdString(swept.valuesText());
        row->setValue(values);
    }
}

} // namespace iotbench::ui
