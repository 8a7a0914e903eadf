// One row of the form: the setting's label, its editor, and below it what is wrong with it or worth knowing.
// Made from the row of the settings table.
#pragma once

#include "ui/setup/run_setup.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace iotbench::ui {

class SignLabel;

class SettingField : public QWidget {
    Q_OBJECT
public:
    static constexpr int kLabelCharacters = 22;

    enum class Look {
        Row, // label, editor
        Bare, // the editor alone: the row's label is another's
        ChoiceRow, // a row with a list to choose from, filled by setChoices(), for a setting that takes text
    };
    struct Choice {
        QString label;
        QString word; // as the command line takes it
        QString whyNot = {}; // it cannot be chosen now; "" = it can
    };

    // `key` is one of the settings table; `setup` outlives the field.
    SettingField(const char* key, RunSetup& setup, Look look = Look::Row, QWidget* parent = nullptr);

    const Setting& setting() const { return m_setting; }
    QWidget* editor() const; // the line edit, combo box or check box
    QLineEdit* lineEdit() const { return m_line; } // null where it is another
    QHBoxLayout* editorRow() { return m_row; } // for buttons beside the editor
    void setRemark(const QString& remark); // shown while nothing is wrong
    void setChoices(const std::vector<Choice>& choices);
    void setPlaceholder(const QString& whenEmpty); // instead of the default's own words

public slots:
    void refresh(); // from the set-up; a text that means the same is left as it was typed

private:
    void makeEditor(Look look);
    void makeChoice();
    void makeBrowse();
    void browse(bool folder);
    bool emptyIsDefault() const;
    QString valueWord() const; // of a choice
    void showChoice();
    void setTexts();
    void showIssue();
    void showValue();

    const Setting& m_setting;
    RunSetup& m_setup;
    QLabel* m_label;
    QHBoxLayout* m_row;
    QLineEdit* m_line = nullptr;
    QToolButton* m_browse = nullptr; // where a path is asked
    QComboBox* m_combo = nullptr;
    QCheckBox* m_check = nullptr;
    QLabel* m_unit = nullptr;
    SignLabel* m_note;
    QString m_remark;
    QString m_placeholder;
};

} // namespace iotbench::ui
