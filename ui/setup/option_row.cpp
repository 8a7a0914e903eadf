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
}

void OptionRow::forgetWrong()
{
    if (!isWrong())
        return;
    m_line->clear();
    take(QString());
}

void OptionRow::tell(const Message& wrong)
{
    m_setup.mark(m_key, wrong);
    m_note->tell(DataColour::Wrong, wrong.empty() ? QString() : translated(wrong));
    m_note->setVisible(!wrong.empty());
}

void NumberRow::setLimits(double least, double most, bool whole)
{
    m_least = least;
    m_most = most;
    m_whole = whole;
}

void NumberRow::setValue(std::optional<double> value)
{
    if (!isWrong())
        lineEdit()->setText(value ? shownNumber(QString::number(*value, 'g', 10).toStdString()) : QString());
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
    tell(wrong);
}

ListRow::ListRow(const char* setting, const char* key, const char* example, RunSetup& setup)
    : OptionRow(key, setup)
    , m_setting(setting)
    , m_example(example)
{
}

void ListRow::setValue(const QString& values)
{
    if (!isWrong())
        lineEdit()->setText(values);
}

void ListRow::take(const QString& text)
{
    QString values = text.simplified();
    values.remove(u' ');
    const auto swept = sweptSetting(m_setting + ('=' + values.toStdString()));
    const bool good = values.isEmpty() || swept;
    if (good)
        emit typed(values.isEmpty() ? std::nullopt : std::optional(*swept));
    tell(good ? Message()
              : Message(TR("takes a list such as %1, got \"%2\""), {m_example, text.toStdString()}));
}

} // namespace iotbench::ui
