#include "ui/setup/search_fields.h"

#include "ui/base/changes.h"
#include "ui/base/layouts.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/setup/number_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>

namespace iotbench::ui {
namespace {

constexpr std::array<const char*, 5> kFinds = {"", "cameras", "rate", "", ""}; // of the segments of both bars
constexpr int kRepeat = 3, kSweep = 4; // segments
constexpr unsigned kProposedRepeats = 5;
constexpr double kProposedRunS = 10;
constexpr std::array<std::string_view, 3> kSearchKeys = {"camera-rate", "max-p99", "min-accuracy"};
constexpr double kUsualLimitMs = 100;
constexpr double kMostCameras = 1'000'000;

void proposeLimit(const SearchOptions& search, Settings& values)
{
    if (search.search() && !values.maxP99Ms)
        values.maxP99Ms = kUsualLimitMs;
}

void propose(StudyKind kind, const SearchOptions& search, Settings& values)
{
    proposeLimit(search, values);
    if (kind != StudyKind::Sweep)
        return;
    // At one rate all would be alike, and some images long some are done at once.
    values.imagesPerSecond = 0;
    values.pacing = Pacing::Constant;
    values.totalImages.reset();
    values.durationS = values.durationS > 0 ? values.durationS : kProposedRunS;
}

} // namespace

SearchFields::SearchFields(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_choice(new SegmentBar)
    , m_eachRow(new QWidget)
    , m_eachLabel(new QLabel)
    , m_each(new SegmentBar)
    , m_inside(new QWidget)
    , m_cameraRate(new SettingField("camera-rate", setup))
    , m_ownCameras(new OptionRow("own-cameras", setup))
    , m_limit(new SettingField("max-p99", setup))
    , m_accuracy(new SettingField("min-accuracy", setup))
    , m_probeSeconds(new OptionRow("probe-seconds", setup))
{
    const int unit = spaceUnit(this);
    QVBoxLayout* column = columnIn(this, unit);
    m_choice->setTexts({QString(), QString(), QString(), QString(), QString()});
    m_choice->setObjectName(QStringLiteral("find"));
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    m_each->setTexts({QString(), QString(), QString()});
    m_each->setObjectName(QStringLiteral("findOfEach"));
    m_eachLabel->setFixedWidth(characters(this, SettingField::kLabelCharacters));
    rowIn(m_eachRow, unit, {m_eachLabel, m_each})->addStretch();
    column->addWidget(m_eachRow);
    columnIn(m_inside, -1, {m_cameraRate, m_ownCameras, m_limit, m_accuracy, m_probeSeconds});
    column->addWidget(m_inside);
    // The same settings have fields behind More.
    for (SettingField* field : {m_cameraRate, m_limit, m_accuracy})
        field->editor()->setObjectName(QStringLiteral("search-") + QLatin1String(field->setting().key));
    connect(m_choice, &SegmentBar::currentChanged, this, &SearchFields::choose);
    connect(m_each, &SegmentBar::currentChanged, this, &SearchFields::chooseOfEach);
    m_ownCameras->setRule(numberRule(1, kMostCameras, true, [this](std::optional<double> cameras) {
        m_setup.setOwnCameras(static_cast<std::uint64_t>(cameras.value_or(0)));
    }));
    m_probeSeconds->setRule(numberRule(SearchOptions::kLeastProbeS, SearchOptions::kMostProbeS, false,
        [this](std::optional<double> seconds) {
            m_setup.changeStudy([seconds](StudyOptions& study) { study.search.probeSeconds = seconds; });
        }));
    connect(&m_setup, &RunSetup::changed, this, &SearchFields::refresh);
    inEachLanguage(this, [this] {
        m_choice->setTexts({tr("One run"), tr("Cameras?"), tr("Images/s?"), tr("Repeat"), tr("Sweep")});
        m_choice->setAccessibleName(tr("One run, a search for what this machine holds, repeats, or a sweep"));
        m_choice->segment(0)->setToolTip(tr("Sends at one rate and measures it."));
        m_choice->segment(1)->setToolTip(tr("Finds how many cameras this machine serves within a latency."));
        m_choice->segment(2)->setToolTip(
            tr("Finds how many images a second of one stream this machine holds within a latency."));
        m_choice->segment(kRepeat)->setToolTip(tr("Makes the same run several times: how sure is its rate?"));
        m_choice->segment(kSweep)->setToolTip(
            tr("Tries every combination of some settings: which one is the best?"));
        m_eachLabel->setText(tr("With each"));
        m_each->setTexts({tr("Runs"), tr("Cameras?"), tr("Images/s?")});
        m_each->setAccessibleName(tr("Runs, or a search, with each combination"));
        m_ownCameras->setWords({tr("Your cameras"), tr("cameras"), tr("not said"),
            tr("The result then says how much is to spare.")});
        m_probeSeconds->setWords({tr("Longest probe"), tr("s"), QStringLiteral("60"),
            tr("How long a probe counts at most. Shorter ones make the answer less sure.")});
    });
    refresh();
}

bool SearchFields::has(std::string_view key)
{
    return std::ranges::find(kSearchKeys, key) != kSearchKeys.end();
}

void SearchFields::choose(int index)
{
    if (index == chosenSegment())
        return;
    const std::string find = kFinds[static_cast<std::size_t>(index)];
    StudyOptions study;
    study.search.find = find;
    if (index == kRepeat)
        study.repeat = kProposedRepeats;
    if (index == kSweep) {
        study.repeat = StudyOptions::kUsualRepeats;
        if (m_setup.values().engine != kNullEngine)
            study.sweep.push_back(*sweptSetting("engine=all"));
        study.sweep.push_back(*sweptSetting("batch-size=1,8"));
    }
    const StudyKind kind = index == kSweep ? StudyKind::Sweep
        : index == kRepeat                 ? StudyKind::Repeat
        : find.empty()                     ? StudyKind::Run
                                           : StudyKind::Search;
    m_setup.setStudy(kind, study, [&](Settings& values) { propose(kind, study.search, values); });
}

// With each combination of a sweep. A search repeats its probes itself.
void SearchFields::chooseOfEach(int index)
{
    const std::string find = kFinds[static_cast<std::size_t>(index)];
    if (m_setup.kind() != StudyKind::Sweep || find == m_setup.search().find)
        return;
    StudyOptions study = m_setup.study();
    study.search = {};
    study.search.find = find;
    study.repeat = find.empty() ? std::optional(StudyOptions::kUsualRepeats) : std::nullopt;
    m_setup.setStudy(StudyKind::Sweep, study, [&study, shown = m_setup.values()](Settings& values) {
        const std::optional<double> limit = values.maxP99Ms;
        values = shown; // but for the limit, which is the search's
        values.maxP99Ms = limit;
        proposeLimit(study.search, values);
    });
}

int SearchFields::chosenSegment() const
{
    const StudyKind kind = m_setup.kind();
    if (kind == StudyKind::Repeat || kind == StudyKind::Sweep)
        return kind == StudyKind::Repeat ? kRepeat : kSweep;
    return static_cast<int>(std::ranges::find(kFinds, m_setup.search().find) - kFinds.begin());
}

void SearchFields::refresh()
{
    const SearchOptions& search = m_setup.search();
    const bool sweep = m_setup.kind() == StudyKind::Sweep;
    m_choice->setCurrent(chosenSegment());
    m_each->setCurrent(static_cast<int>(std::ranges::find(kFinds, search.find) - kFinds.begin()));
    m_eachRow->setVisible(sweep);
    setVisible(m_setup.values().role == Role::Loopback);
    m_inside->setVisible(search.search());
    m_cameraRate->setVisible(search.cameras());
    m_ownCameras->setVisible(search.cameras() && !sweep);
    const std::uint64_t own = m_setup.ownCameras();
    m_ownCameras->setText(own > 0 ? shownNumber(std::to_string(own)) : QString());
    m_probeSeconds->setText(search.probeSeconds
            ? shownNumber(QString::number(*search.probeSeconds, 'g', 10).toStdString())
            : QString());
}

} // namespace iotbench::ui
