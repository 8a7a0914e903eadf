// The sentence that a manager can read, on a ground in the verdict's colour, with the claims and the remarks
// below.
#pragma once

#include "statistics/verdict.h"
#include "ui/result/shown_run.h"

#include <QWidget>

class QVBoxLayout;

namespace iotbench::ui {

class TextLabel;

class VerdictPanel : public QWidget {
    Q_OBJECT
public:
    explicit VerdictPanel(QWidget* parent = nullptr);

    void show(const ShownRun& run);
    // Another sentence than a run's. `facts` and `remarks` stand below it; "": none.
    void show(Judgement judgement, const QString& headline, const QString& facts, const QString& remarks);
    QString headlineText() const;
    QString text() const; // all of it

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setSign();

    Judgement m_judgement = Judgement::NotJudged;
    TextLabel* m_sign;
    TextLabel* m_headline;
    TextLabel* m_claims;
    TextLabel* m_remarks;
};

} // namespace iotbench::ui
