#include "ui/setup/option_row.h"

#include "ui/base/layouts.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"
#include "ui/setup/number_text.h"
#include "ui/setup/setting_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace iotbench::ui {

OptionRow::OptionRow(const char* key, RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
    , m_setup(setup)
    , m_label(new QLabel)
    , m_line(new QLineEdit)
    , m_unit(new TextLabel(TextRole::Remark))
    , m_note(new SignLabel)
{
    const int unit = spaceUnit(this);
    QHBoxLayout* across = rowIn(this, unit);
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
    connect(m_line, &QLineEdit::textEdited, this, &OptionRow::take);
    connect(&m_setup, &RunSetup::changed, this, &OptionRow::showIssue);
}

void OptionRow::setWords(const Words& words)
{
    m_label->setText(words.label);
    m_label->setToolTip(words.help);
    m_unit->setText(words.unit);
    m_unit->setVisible(!words.unit.isEmpty());
    m_line->setPlaceholderText(words.whenEmpty);
    m_line->setToolTip(words.help);
    m_line->setAccessibleName(words.label);
    m_line->setAccessibleDescription(words.help);
    showIssue(); // in the language
}

void OptionRow::setText(const QString& text)
{
    if (!m_line->hasFocus() && !m_setup.typedWrong(m_key))
        m_line->setText(text);
}

void OptionRow::take(const QString& text)
{
    const Rule rule = m_rule; // it may be replaced by what comes of it
    m_setup.typeWrong(m_key, rule(text));
}

void OptionRow::showIssue()
{
    const SettingIssue* const error = m_setup.errorAt(m_key);
    m_note->tell(DataColour::Wrong, error ? translated(*error) : QString());
    m_note->setVisible(error != nullptr);
}

OptionRow::Rule numberRule(
    double least, double most, bool whole, std::function<void(std::optional<double>)> use)
{
    return [=, use = std::move(use)](const QString& text) -> Message {
        const auto canonical = canonicalNumber(text);
        const double number = canonical ? QString::fromStdString(*canonical).toDouble() : 0;
        const bool empty = text.trimmed().isEmpty();
        const bool good = empty
            || (canonical && number >= least && number <= most
                && (!whole || number == static_cast<double>(static_cast<qint64>(number))));
        if (good) {
            use(empty ? std::nullopt : std::optional(number));
            return {};
        }
        const auto shown = [](double limit) {
            return shownNumber(QString::number(limit, 'f', 0).toStdString()).toStdString();
        };
        return {whole ? TR("takes a whole number from %1 to %2, got \"%3\"")
                      : TR("takes a number from %1 to %2, got \"%3\""),
            {shown(least), shown(most), text.toStdString()}};
    };
}

OptionRow::Rule listRule(
    const char* setting, ListExamples examples, std::function<void(const std::optional<SweptSetting>&)> use)
{
    return [=, use = std::move(use)](const QString& text) -> Message {
        const std::string values = text.simplified().remove(u' ').toStdString();
        const auto swept = sweptSetting(std::string(setting) + '=' + values);
        if (!values.empty() && !swept)
            return {TR("takes a list such as %1 or %2, of %3 values at most, got \"%4\""),
                {examples.values, examples.more, SweptSetting::kMostValues, text.toStdString()}};
        use(values.empty() ? std::nullopt : std::optional(*swept));
        return {};
    };
}

} // namespace iotbench::ui
