// The line at the bottom: the newest event, and what the machine is doing. A click on the event opens the
// log.
#pragma once

#include "run/run_snapshot.h"
#include "ui/machine_readings.h"

#include <QTimer>
#include <QWidget>

#include <array>

namespace iotbench::ui {

class DigitLabel;
class TextLabel;

class StatusLine : public QWidget {
    Q_OBJECT
public:
    static constexpr int kReadMs = 1000;

    explicit StatusLine(QWidget* parent = nullptr);

    void show(const RunSnapshot& snapshot, std::int64_t startUnixMs);
    QString text() const;

signals:
    void logRequested();

private:
    struct Reading {
        TextLabel* name;
        DigitLabel* figure;
    };

    void tell(const QString& text);
    void tellNewest();
    void readMachine();

    QTimer m_timer;
    MachineReadings m_readings;
    TextLabel* m_event;
    TextLabel* m_time;
    Message m_newest; // event; empty: none
    std::int64_t m_newestUnixMs = 0;
    std::array<Reading, 4> m_machine; // CPU, memory, clock, temperature
    double m_coresAllowed;
};

} // namespace iotbench::ui
