// What is searched for in place of a single run, and within what.
#pragma once

#include "ui/setup/setting_field.h"

#include <optional>

namespace iotbench::ui {

class SegmentBar;
class SignLabel;

// A row for a number that is no setting of a run: an option of the search, or something only the window asks.
class NumberRow : public QWidget {
    Q_OBJECT
public:
    // `key` names what is wrong with it in the set-up.
    NumberRow(const char* key, RunSetup& setup, QWidget* parent = nullptr);

    struct Words {
        QString label, unit, whenEmpty, help;
    };
    void setWords(const Words& words);
    void setLimits(double least, double most, bool whole);
    QLineEdit* lineEdit() const { return m_line; }
    void setValue(std::optional<double> value);
    void forgetWrong();

signals:
    void typed(std::optional<double> value); // empty: nothing is typed; not while it is wrong

private:
    void take(const QString& text);

    const char* m_key;
    RunSetup& m_setup;
    double m_least = 0, m_most = 0;
    bool m_whole = false;
    QLabel* m_label;
    QLineEdit* m_line;
    QLabel* m_unit;
    SignLabel* m_note;
};

// One run, or how many cameras, or how many images a second; and below it what a search is asked for.
class SearchFields : public QWidget {
    Q_OBJECT
public:
    explicit SearchFields(RunSetup& setup, QWidget* parent = nullptr);

    SegmentBar* choice() const { return m_choice; }
    // Settings that More shows for a single run.
    static bool has(std::string_view key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setTexts();
    void choose(int index);
    void refresh();

    RunSetup& m_setup;
    SegmentBar* m_choice;
    QWidget* m_inside; // of a search
    SettingField* m_cameraRate;
    NumberRow* m_ownCameras;
    SettingField* m_limit;
    SettingField* m_accuracy;
    NumberRow* m_probeSeconds;
};

} // namespace iotbench::ui
