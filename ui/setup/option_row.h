// A row for what is no setting of a run: an option of a study, or something only the window asks.
#pragma once

#include "settings/swept_setting.h"
#include "ui/setup/run_setup.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace iotbench::ui {

class SignLabel;

class OptionRow : public QWidget {
    Q_OBJECT
public:
    // `key` names what is wrong with it in the set-up, and its line edit.
    OptionRow(const char* key, RunSetup& setup, QWidget* parent = nullptr);

    struct Words {
        QString label, unit, whenEmpty, help;
    };
    void setWords(const Words& words);
    QLineEdit* lineEdit() const { return m_line; }
    void forgetWrong(); // clears what is wrong

protected:
    virtual void take(const QString& text) = 0; // as it is typed
    void tell(const Message& wrong); // in the set-up and below the field; empty: all is well
    bool isWrong() const { return m_setup.errorAt(m_key) != nullptr; }

private:
    const char* m_key;
    RunSetup& m_setup;
    QLabel* m_label;
    QLineEdit* m_line;
    QLabel* m_unit;
    SignLabel* m_note;
};

class NumberRow : public OptionRow {
    Q_OBJECT
public:
    using OptionRow::OptionRow;

    void setLimits(double least, double most, bool whole);
    void setValue(std::optional<double> value);

signals:
    void typed(std::optional<double> value); // empty: nothing is typed; not while it is wrong

protected:
    void take(const QString& text) override;

private:
    double m_least = 0, m_most = 0;
    bool m_whole = false;
};

// The values of a setting that a sweep tries, as --sweep takes them.
class ListRow : public OptionRow {
    Q_OBJECT
public:
    ListRow(const char* setting, const char* key, const char* example, RunSetup& setup);

    const char* setting() const { return m_setting; }
    void setValue(const QString& values);

signals:
    void typed(const std::optional<iotbench::SweptSetting>& swept); // as NumberRow's

protected:
    void take(const QString& text) override;

private:
    const char* m_setting;
    const char* m_example;
};

} // namespace iotbench::ui
