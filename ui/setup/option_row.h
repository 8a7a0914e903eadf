// A row for what is no setting of a run: an option of a study, or something only the window asks.
#pragma once

#include "settings/swept_setting.h"
#include "ui/setup/run_setup.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <utility>

class QLabel;
class QLineEdit;

namespace iotbench::ui {

class SignLabel;

class OptionRow : public QWidget {
    Q_OBJECT
public:
    // Takes what is typed; returns what is wrong with it, empty where it has been taken.
    using Rule = std::function<Message(const QString& text)>;

    // `key` names what is wrong with it in the set-up, and its line edit.
    OptionRow(const char* key, RunSetup& setup, QWidget* parent = nullptr);

    struct Words {
        QString label, unit, whenEmpty, help;
    };
    void setWords(const Words& words);
    void setRule(Rule rule) { m_rule = std::move(rule); }
    void setText(const QString& text); // unless somebody is typing in it, or what is typed is wrong

private:
    void take(const QString& text); // by the rule; what is wrong is told in the set-up
    void showIssue();

    const char* m_key;
    RunSetup& m_setup;
    Rule m_rule;
    QLabel* m_label;
    QLineEdit* m_line;
    QLabel* m_unit;
    SignLabel* m_note;
};

// Numbers from `least` to `most`; `use` gets them, or nothing where nothing is typed.
OptionRow::Rule numberRule(
    double least, double most, bool whole, std::function<void(std::optional<double>)> use);
// What such a list may be, two ways.
struct ListExamples {
    const char* values;
    const char* more;
};
// The values of a setting that a sweep tries, as --sweep takes them; `use` as for numbers.
OptionRow::Rule listRule(
    const char* setting, ListExamples examples, std::function<void(const std::optional<SweptSetting>&)> use);

} // namespace iotbench::ui
