#include "ui/setup/run_setup.h"

#include "settings/command_text.h"
#include "ui/setup/number_text.h"

#include <QLocale>

#include <algorithm>
#include <utility>
#include <variant>

namespace iotbench::ui {
namespace {

const SettingIssue* find(const std::vector<SettingIssue>& issues, std::string_view key)
{
    const auto found = std::ranges::find(issues, key, &SettingIssue::key);
    return found == issues.end() ? nullptr : &*found;
}

// Nothing typed stands for "not set", or for a default that is said in words ("as many as CPUs allowed").
bool emptyIsDefault(const Setting& setting)
{
    return setting.kind() != SettingKind::Endpoint
        && (*setting.defaultWords != '\0' || settingText(setting, Settings{}).empty());
}

// The command line's standard input and output, and its worker, mean nothing to a window.
void awayFromStandardStreams(Settings& values)
{
    if (values.role == Role::Worker)
        values.role = Role::Loopback;
    if (values.listen || values.connect)
        return;
    if (values.role == Role::Receive)
        values.listen = Endpoint{"127.0.0.1", kUsualPort};
    else if (values.role == Role::Send)
        values.connect = Endpoint{"127.0.0.1", kUsualPort};
}

SettingIssue notANumber(const Setting& setting, const QString& typed)
{
    const QString example = QLocale().toString(setting.kind() == SettingKind::Whole ? 1000.0 : 1000.5, 'f',
        setting.kind() == SettingKind::Whole ? 0 : 1);
    return {setting.key,
        {TR("takes a number, written as %1, got \"%2\""), {example.toStdString(), typed.toStdString()}}};
}

} // namespace

RunSetup::RunSetup(QObject* parent)
    : QObject(parent)
{
    validate();
}

void RunSetup::replace(const Settings& values)
{
    m_values = values;
    m_before = m_proposed; // nothing to be taken back
    awayFromStandardStreams(m_values);
    setStudy(StudyKind::Run, {});
}

void RunSetup::change(const std::function<void(Settings&)>& change)
{
    change(m_values);
    awayFromStandardStreams(m_values);
    if (m_values.role != Role::Loopback && m_kind != StudyKind::Run)
        return setStudy(StudyKind::Run, {});
    m_remark.reset();
    validate();
}

Settings RunSetup::ofOneRun() const
{
    Settings values = m_values;
    for (const Setting& setting : settingsTable())
        if (settingText(setting, m_before) != settingText(setting, m_proposed))
            std::visit([&](auto member) { values.*member = m_before.*member; }, setting.field);
    return values;
}

void RunSetup::setStudy(
    StudyKind kind, const StudyOptions& study, const std::function<void(Settings&)>& propose)
{
    m_values = m_before = ofOneRun();
    propose(m_values);
    m_proposed = m_values;
    m_kind = kind;
    m_study = study;
    m_typedWrong.clear(); // other fields show, the same setting's among them
    m_remark.reset();
    validate();
}

void RunSetup::changeStudy(const std::function<void(StudyOptions&)>& change)
{
    change(m_study);
    m_remark.reset();
    validate();
}

void RunSetup::type(const Setting& setting, const QString& typed)
{
    m_typedWrong.erase(setting.key);
    m_remark.reset();
    const QString text = typed.trimmed();
    if (text.isEmpty() && emptyIsDefault(setting)) {
        resetSetting(setting, m_values);
        validate();
        return;
    }
    std::string value = text.toStdString();
    std::optional<SettingIssue> issue;
    if (setting.isNumber() && value != setting.zeroWord) {
        if (const auto canonical = canonicalNumber(text))
            value = *canonical;
        else
            issue = notANumber(setting, text);
    }
    Setting typedOne = setting;
    if (std::string_view(setting.zeroWord) == "max" && value != setting.zeroWord)
        typedOne.zeroWord = ""; // a zero may become 0.5; "as fast as possible" has a box of its own
    if (!issue)
        issue = setSettingText(typedOne, value, m_values);
    if (issue)
        m_typedWrong.emplace(setting.key, WrongText{*issue, valueAt(setting.key)});
    validate();
}

void RunSetup::typeWrong(const std::string& key, const Message& reason)
{
    if (m_typedWrong.erase(key) == 0 && reason.empty())
        return;
    if (!reason.empty())
        m_typedWrong.emplace(key, WrongText{{key, reason}, {}});
    validate();
}

void RunSetup::mark(const std::string& key, const Message& reason)
{
    const auto marked = m_marked.find(key);
    if (marked == m_marked.end() ? reason.empty() : marked->second.reason == reason)
        return; // said already: whoever marks may do so on every change
    if (reason.empty())
        m_marked.erase(marked);
    else
        m_marked.insert_or_assign(key, SettingIssue{key, reason});
    validate();
}

void RunSetup::remark(const std::string& key, const Message& reason)
{
    m_remark = reason.empty() ? std::nullopt : std::optional(SettingIssue{key, reason});
    validate();
}

void RunSetup::sendFor(Normalisation wanted)
{
    if (std::exchange(m_receiverWants, wanted) != wanted)
        validate();
}

AskedSettings RunSetup::asked() const
{
    Settings values = m_values;
    if (values.role == Role::Send && !values.subtractMean && (!values.format || carriesFloats(*values.format))
        && m_receiverWants == Normalisation::MeanSubtracted)
        values.subtractMean = true;
    for (const SweptSetting& swept : m_study.sweep) // says what they are
        resetSetting(*swept.setting, values);
    return search().search() ? askedForSearch(search(), values) : askedFor(values);
}

// Of the settings, and of a study where there is one.
bool RunSetup::applies(std::string_view key) const
{
    if (const Setting* const setting = findSetting(key))
        return setting->appliesTo(m_values.role) && !m_study.sweeps(key)
            && (!search().search() || appliesToSearch(search(), key));
    return key.starts_with("sweep") ? m_kind == StudyKind::Sweep
        : key == "repeats"          ? m_study.repeat.has_value()
        : key == "own-cameras"      ? search().cameras() && m_kind == StudyKind::Search
                                    : search().search();
}

std::string RunSetup::valueAt(std::string_view key) const // "" of an option of studies
{
    const Setting* const setting = findSetting(key);
    return setting ? settingText(*setting, m_values) : std::string();
}

std::optional<SettingIssue> RunSetup::missingOfStudy() const
{
    if (search().search() && !search().cameras() && !m_values.maxP99Ms)
        return SettingIssue{"max-p99", TR("is needed: how long images may take")};
    if (m_kind == StudyKind::Sweep && !m_study.sweeps())
        return SettingIssue{"sweep", TR("is needed: what to try, in one of the lists")};
    return std::nullopt;
}

void RunSetup::validate()
{
    std::erase_if(m_typedWrong, [this](const auto& wrong) {
        return !applies(wrong.first) || valueAt(wrong.first) != wrong.second.left;
    });
    AskedSettings asked = this->asked();
    const std::optional<SettingIssue> missing = missingOfStudy();
    if (!missing)
        (void)applySearch(search(), asked); // everything else it cannot do with has been left out
    m_validated = validateSettings(asked);
    if (missing) {
        m_validated.errors.push_back(*missing);
        m_validated.effective.reset();
    }
    const auto add = [this](const SettingIssue& issue) {
        std::erase_if(
            m_validated.errors, [&issue](const SettingIssue& other) { return other.key == issue.key; });
        m_validated.errors.push_back(issue);
        m_validated.effective.reset();
    };
    for (const auto& [key, wrong] : m_typedWrong)
        add(wrong.issue);
    for (const auto& [key, issue] : m_marked)
        if (applies(key))
            add(issue);
    if (m_remark)
        m_validated.warnings.push_back(*m_remark);
    emit changed();
}

const SettingIssue* RunSetup::errorAt(std::string_view key) const
{
    return find(m_validated.errors, key);
}

const SettingIssue* RunSetup::warningAt(std::string_view key) const
{
    return find(m_validated.warnings, key);
}

} // namespace iotbench::ui
