#include "ui/setup/search_fields.h"

#include "ui/base/segment_bar.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/base/translated.h"
#include "ui/setup/number_text.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace iotbench::ui {
namespace {

constexpr std::array<const char*, 3> kFinds = {"", "cameras", "rate"}; // of the segments
constexpr std::array<std::string_view, 3> kSearchKeys = {"camera-rate", "max-p99", "min-accuracy"};
constexpr double kUsualLimitMs = 100;
constexpr double kMostCameras = 1'000'000;

} // namespace

NumberRow::NumberRow(const char* key, RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
    , m_setup(setup)
    , m_label(new QLabel)
    , m_line(new QLineEdit)
    , m_unit(new TextLabel(TextRole::Remark))
    , m_note(new SignLabel)
{
    const int unit = spaceUnit(this);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(unit);
    m_label->setBuddy(m_line);
    m_label->setFixedWidth(characters(this, SettingField::kLabelCharacters));
    m_label->setFixedHeight(m_line->sizeHint().height());
    across->addWidget(m_label, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(unit / 4);
    auto* row = new QHBoxLayout;
    row->setSpacing(unit / 2);
    row->addWidget(m_line, 1);
    row->addWidget(m_unit);
    column->addLayout(row);
    column->addWidget(m_note);
    across->addLayout(column, 1);
    m_note->hide();
    m_line->setObjectName(QLatin1String(key));
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &NumberRow::take);
}

void NumberRow::setWords(const Words& words)
{
    m_label->setText(words.label);
    m_label->setToolTip(words.help);
    m_unit->setText(words.unit);
    m_line->setPlaceholderText(words.whenEmpty);
    m_line->setToolTip(words.help);
    m_line->setAccessibleName(words.label);
    m_line->setAccessibleDescription(words.help);
}

void NumberRow::setLimits(double least, double most, bool whole)
{
    m_least = least;
    m_most = most;
    m_whole = whole;
}

void NumberRow::setValue(std::optional<double> value)
{
    if (!m_setup.errorAt(m_key))
        m_line->setText(value ? shownNumber(QString::number(*value, 'g', 10).toStdString()) : QString());
}

void NumberRow::forgetWrong()
{
    if (!m_setup.errorAt(m_key))
        return;
    m_line->clear();
    take(QString());
}

void NumberRow::take(const QString& text)
{
    const auto canonical = canonicalNumber(text);
    const double number = canonical ? QString::fromStdString(*canonical).toDouble() : 0;
    const bool empty = text.trimmed().isEmpty();
    const bool good = empty
        || (canonical && number >= m_least && number <= m_most
            && (!m_whole || number == static_cast<double>(static_cast<qint64>(number))));
    Message wrong;
    if (!good)
        wrong = {m_whole ? TR("takes a whole number from %1 to %2, got \"%3\"")
                         : TR("takes a number from %1 to %2, got \"%3\""),
            {shownNumber(QString::number(m_least, 'f', 0).toStdString()).toStdString(),
                shownNumber(QString::number(m_most, 'f', 0).toStdString()).toStdString(),
                text.toStdString()}};
    if (good)
        emit typed(empty ? std::nullopt : std::optional(number));
    m_setup.mark(m_key, wrong);
    if (good)
        m_note->tell(QString());
    else
        m_note->tell(DataColour::Wrong, translated(wrong));
    m_note->setVisible(!good);
}

SearchFields::SearchFields(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_choice(new SegmentBar)
    , m_inside(new QWidget)
    , m_cameraRate(new SettingField("camera-rate", setup))
    , m_ownCameras(new NumberRow("own-cameras", setup))
    , m_limit(new SettingField("max-p99", setup))
    , m_accuracy(new SettingField("min-accuracy", setup))
    , m_probeSeconds(new NumberRow("probe-seconds", setup))
{
    const int unit = spaceUnit(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit);
    m_choice->setTexts({QString(), QString(), QString()});
    m_choice->setObjectName(QStringLiteral("find"));
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    auto* rows = new QVBoxLayout(m_inside);
    rows->setContentsMargins(0, 0, 0, 0);
    for (QWidget* row :
        std::initializer_list<QWidget*>{m_cameraRate, m_ownCameras, m_limit, m_accuracy, m_probeSeconds})
        rows->addWidget(row);
    column->addWidget(m_inside);
    // The same settings have fields behind More.
    for (SettingField* field : {m_cameraRate, m_limit, m_accuracy})
        field->editor()->setObjectName(QStringLiteral("search-") + QLatin1String(field->setting().key));
    m_ownCameras->setLimits(1, kMostCameras, true);
    m_probeSeconds->setLimits(SearchOptions::kLeastProbeS, SearchOptions::kMostProbeS, false);
    connect(m_choice, &SegmentBar::currentChanged, this, &SearchFields::choose);
    connect(m_ownCameras, &NumberRow::typed, this, [this](std::optional<double> cameras) {
        m_setup.setOwnCameras(static_cast<std::uint64_t>(cameras.value_or(0)));
    });
    connect(m_probeSeconds, &NumberRow::typed, this, [this](std::optional<double> seconds) {
        m_setup.changeSearch([seconds](SearchOptions& search) { search.probeSeconds = seconds; });
    });
    connect(&m_setup, &RunSetup::changed, this, &SearchFields::refresh);
    setTexts();
    refresh();
}

bool SearchFields::has(std::string_view key)
{
    return std::ranges::find(kSearchKeys, key) != kSearchKeys.end();
}

void SearchFields::setTexts()
{
    m_choice->setTexts({tr("One run"), tr("How many cameras?"), tr("How many images/s?")});
    m_choice->setAccessibleName(tr("One run, or a search for what this machine holds"));
    m_choice->segment(0)->setToolTip(tr("Sends at one rate and measures it."));
    m_choice->segment(1)->setToolTip(tr("Finds how many cameras this machine serves within a latency."));
    m_choice->segment(2)->setToolTip(
        tr("Finds how many images a second of one stream this machine holds within a latency."));
    m_ownCameras->setWords({tr("Your cameras"), tr("cameras"), tr("not said"),
        tr("The result then says how much is to spare.")});
    m_probeSeconds->setWords({tr("Longest probe"), tr("s"), QStringLiteral("60"),
        tr("How long a probe counts at most. Shorter ones make the answer less sure.")});
}

void SearchFields::choose(int index)
{
    const std::string find = kFinds[static_cast<std::size_t>(index)];
    if (find == m_setup.search().find)
        return;
    for (NumberRow* row : {m_ownCameras, m_probeSeconds})
        row->forgetWrong();
    if (!find.empty() && !m_setup.values().maxP99Ms)
        m_setup.change([](Settings& values) { values.maxP99Ms = kUsualLimitMs; });
    m_setup.changeSearch([&find](SearchOptions& search) { search.find = find; });
}

void SearchFields::refresh()
{
    const SearchOptions& search = m_setup.search();
    const auto* const place = std::ranges::find(kFinds, search.find);
    m_choice->setCurrent(static_cast<int>(place - kFinds.begin()));
    setVisible(m_setup.values().role == Role::Loopback);
    m_inside->setVisible(search.search());
    m_cameraRate->setVisible(search.cameras());
    m_ownCameras->setVisible(search.cameras());
    if (!m_probeSeconds->lineEdit()->hasFocus())
        m_probeSeconds->setValue(search.probeSeconds);
}

void SearchFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

} // namespace iotbench::ui
