#include "ui/setup/setting_field.h"

#include "ui/base/changes.h"
#include "ui/base/choice_box.h"
#include "ui/base/field_words.h"
#include "ui/base/layouts.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"
#include "ui/setup/number_text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace iotbench::ui {
namespace {

// As words, or as numbers where both are: 1.0 is 1.
bool isSameValue(const std::string& a, const std::string& b)
{
    bool isNumber = false, bothNumbers = false;
    const double number = QString::fromStdString(a).toDouble(&isNumber);
    const double other = QString::fromStdString(b).toDouble(&bothNumbers);
    return a == b || (isNumber && bothNumbers && number == other);
}

} // namespace

SettingField::SettingField(const char* key, RunSetup& setup, Look look, QWidget* parent)
    : QWidget(parent)
    , m_setting(*findSetting(key))
    , m_setup(setup)
    , m_label(new QLabel)
    , m_row(new QHBoxLayout)
    , m_note(new SignLabel)
{
    const int unit = spaceUnit(this);
    QHBoxLayout* across = rowIn(this, unit);
    auto* column = new QVBoxLayout;
    column->setSpacing(unit / 4);
    m_row->setSpacing(unit / 2);
    column->addLayout(m_row);
    column->addWidget(m_note);
    makeEditor(look);
    m_label->setBuddy(editor());
    m_label->setFixedWidth(characters(this, kLabelCharacters));
    m_label->setFixedHeight(editor()->sizeHint().height());
    m_label->setVisible(look != Look::Bare);
    if (look == Look::Bare)
        m_label->setParent(this);
    else
        across->addWidget(m_label, 0, Qt::AlignTop);
    across->addLayout(column, 1);
    setFocusProxy(editor());
    editor()->setObjectName(QLatin1String(key));
    connect(&m_setup, &RunSetup::changed, this, &SettingField::refresh);
    onChange(this, {QEvent::PaletteChange}, [this] { showIssue(); });
    inEachLanguage(this, [this] {
        setTexts();
        refresh();
        showValue(); // in the language's own spelling
    });
}

QWidget* SettingField::editor() const
{
    return m_line ? static_cast<QWidget*>(m_line) : m_combo ? static_cast<QWidget*>(m_combo) : m_check;
}

void SettingField::makeEditor(Look look)
{
    const SettingKind kind = m_setting.kind();
    if (kind == SettingKind::Flag) {
        m_check = new QCheckBox;
        connect(m_check, &QCheckBox::clicked, this, [this](bool on) {
            m_setup.type(m_setting, on ? QStringLiteral("true") : QStringLiteral("false"));
        });
    } else if (look == Look::ChoiceRow || kind == SettingKind::Choice || kind == SettingKind::TriState) {
        makeChoice();
    } else {
        m_line = new QLineEdit;
        connect(m_line, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_setup.type(m_setting, text); });
        connect(m_line, &QLineEdit::editingFinished, this, &SettingField::showValue);
    }
    m_row->addWidget(editor(), 1);
    if (m_line)
        makeBrowse();
    if (*m_setting.unit != '\0') {
        m_unit = new TextLabel(TextRole::Remark);
        m_row->addWidget(m_unit);
    }
}

void SettingField::makeChoice()
{
    m_combo = new ChoiceBox;
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(10);
    if (m_setting.kind() == SettingKind::TriState) {
        for (const char* word : {"auto", "true", "false"})
            m_combo->addItem(QString(), QString::fromLatin1(word));
    } else {
        for (const std::string_view word : m_setting.choices())
            m_combo->addItem(QString(), QString::fromUtf8(word));
    }
    connect(m_combo, &QComboBox::activated, this,
        [this](int index) { m_setup.type(m_setting, m_combo->itemData(index).toString()); });
}

// The table says which settings take a path, and of what.
void SettingField::makeBrowse()
{
    const QString takes = QLatin1String(m_setting.valueName);
    if (!takes.contains(QStringLiteral("DIR")) && !takes.contains(QStringLiteral("FILE")))
        return;
    m_browse = new QToolButton;
    m_browse->setObjectName(QStringLiteral("browse"));
    m_row->addWidget(m_browse);
    if (takes.contains(QStringLiteral("FILE")) && takes.contains(QStringLiteral("DIR"))) {
        auto* menu = new QMenu(m_browse);
        for (const bool folder : {false, true})
            connect(
                menu->addAction(QString()), &QAction::triggered, this, [this, folder] { browse(folder); });
        m_browse->setMenu(menu);
        m_browse->setPopupMode(QToolButton::InstantPopup);
    } else {
        const bool folder = takes.contains(QStringLiteral("DIR"));
        connect(m_browse, &QToolButton::clicked, this, [this, folder] { browse(folder); });
    }
}

void SettingField::browse(bool folder)
{
    auto* dialog = new QFileDialog(this, fieldLabel(m_setting), m_line->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_setup.type(m_setting, path);
        refresh();
    });
    dialog->open();
}

void SettingField::setChoices(const std::vector<Choice>& choices)
{
    m_combo->clear();
    for (const Choice& choice : choices) {
        m_combo->addItem(choice.label, choice.word);
        auto* model = qobject_cast<QStandardItemModel*>(m_combo->model());
        QStandardItem* item = model->item(m_combo->count() - 1);
        item->setEnabled(choice.whyNot.isEmpty());
        item->setToolTip(choice.whyNot);
    }
    showChoice();
}

void SettingField::setPlaceholder(const QString& whenEmpty)
{
    m_placeholder = whenEmpty;
    setTexts();
}

// An empty field stands for the default where that is said in words.
bool SettingField::emptyIsDefault() const
{
    return *m_setting.defaultWords != '\0' && m_setting.kind() != SettingKind::Endpoint;
}

void SettingField::setTexts()
{
    const QString label = fieldLabel(m_setting);
    m_label->setText(label);
    const QString tip = QStringLiteral("<p>%1</p>").arg(helpOf(m_setting).toHtmlEscaped());
    m_label->setToolTip(tip);
    editor()->setToolTip(tip);
    editor()->setAccessibleName(label);
    if (m_unit)
        m_unit->setText(unitLabel(m_setting));
    if (m_browse) {
        m_browse->setText(tr("Browse…"));
        m_browse->setAccessibleName(tr("Browse: %1").arg(label));
        if (const QMenu* menu = m_browse->menu()) {
            menu->actions().front()->setText(tr("A file…"));
            menu->actions().back()->setText(tr("A folder…"));
        }
    }
    if (m_combo && m_setting.kind() != SettingKind::Text) {
        for (int i = 0; i < m_combo->count(); ++i)
            m_combo->setItemText(i, choiceLabel(m_setting, m_combo->itemData(i).toString().toStdString()));
    }
    if (m_line && emptyIsDefault())
        m_line->setPlaceholderText(m_placeholder.isEmpty() ? defaultWordsOf(m_setting) : m_placeholder);
}

void SettingField::setRemark(const QString& remark)
{
    m_remark = remark;
    showIssue();
}

QString SettingField::valueWord() const
{
    const std::string value = settingText(m_setting, m_setup.values());
    return value.empty() && m_setting.kind() == SettingKind::TriState ? QStringLiteral("auto")
                                                                      : QString::fromUtf8(value);
}

void SettingField::showChoice()
{
    const QString word = valueWord();
    int index = m_combo->findData(word);
    if (index < 0 && !word.isEmpty()) { // a path, or a name that is not known here
        m_combo->addItem(word.section(u'/', -1), word);
        index = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(index);
}

void SettingField::refresh()
{
    if (m_check) {
        m_check->setChecked(settingText(m_setting, m_setup.values()) == "true");
    } else if (m_combo) {
        showChoice();
    } else if (!m_setup.typedWrong(m_setting.key)) {
        // Typed in another spelling than ours, it is left alone until the field is left: "1.0" becomes
        // "1.05".
        const std::string value = settingText(m_setting, m_setup.values());
        const QString typed = m_line->text().trimmed();
        const auto canonical = m_setting.isNumber() ? canonicalNumber(typed) : typed.toStdString();
        if (!isSameValue(canonical.value_or(typed.toStdString()), value))
            showValue();
    }
    showIssue();
}

void SettingField::showValue()
{
    if (!m_line || m_setup.typedWrong(m_setting.key))
        return;
    const std::string value = settingText(m_setting, m_setup.values());
    QString shown = m_setting.isNumber() ? shownNumber(value) : QString::fromUtf8(value);
    if (emptyIsDefault() && isDefault(m_setting, m_setup.values()))
        shown.clear();
    if (shown != m_line->text())
        m_line->setText(shown);
}

void SettingField::showIssue()
{
    const SettingIssue* error = m_setup.errorAt(m_setting.key);
    const SettingIssue* warning = m_setup.warningAt(m_setting.key);
    if (error)
        m_note->tell(DataColour::Wrong, translated(*error));
    else if (warning)
        m_note->tell(DataColour::Caution, translated(*warning));
    else
        m_note->tell(m_remark);
    m_note->setVisible(!m_note->text().isEmpty());
    editor()->setAccessibleDescription(error || warning ? m_note->text() : helpOf(m_setting));

    // Only the ground is set, so that all else goes on following the theme.
    QPalette own;
    if (error) {
        const QPalette theme = palette();
        own.setColor(
            QPalette::Base, mixed(dataColour(DataColour::Wrong, theme), theme.color(QPalette::Base), 0.14));
    }
    if (m_line)
        m_line->setPalette(own);
}

} // namespace iotbench::ui
