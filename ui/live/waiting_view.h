// In the place of the plots while nothing has come yet: what is waited for, for how long, and what to do at
// the other end.
#pragma once

#include "run/run_snapshot.h"
#include "settings/settings_validation.h"
#include "ui/base/run_facts.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace iotbench::ui {

class CommandBox;
class SignLabel;
class TextLabel;

class WaitingView : public QWidget {
    Q_OBJECT
public:
    explicit WaitingView(QWidget* parent = nullptr);

    void clear(); // no run yet
    // Of another run.
    void begin(const EffectiveSettings& settings, const RunFacts& facts, bool meanSubtracted);
    void showSnapshot(const RunSnapshot& snapshot, double waitedS);

    QString words() const; // what is waited for
    QStringList lines() const; // to paste at the other end

private:
    void showLines(const QStringList& lines);

    std::optional<EffectiveSettings> m_settings;
    RunFacts m_facts;
    bool m_meanSubtracted = false;
    std::string m_address; // that the lines were made for
    TextLabel* m_words;
    SignLabel* m_warning;
    TextLabel* m_hint;
    QVBoxLayout* m_boxes;
    std::vector<CommandBox*> m_lines;
};

} // namespace iotbench::ui
