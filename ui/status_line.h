// The line at the bottom: the newest event, and what the machine is doing. A click on the event opens the
// log.
#pragma once

#include "run/run_snapshot.h"
#include "ui/machine_readings.h"

#include <QTimer>
#include <QWidget>

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
    void setTexts();
    void tell(const QString& text);
    void readMachine();

    QTimer m_timer;
    MachineReadings m_readings;
    TextLabel* m_event;
    TextLabel* m_time;
    DigitLabel* m_cpu;
    DigitLabel* m_memory;
    DigitLabel* m_clock;
    DigitLabel* m_temperature;
    TextLabel* m_cpuName;
    TextLabel* m_memoryName;
    TextLabel* m_clockName;
    TextLabel* m_temperatureName;
    double m_coresAllowed;
};

} // namespace iotbench::ui
