// Takes the picture that --screenshot asks for: brings the window to the moment, saves it, and ends the
// program.
#pragma once

#include "ui/main_window.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

namespace iotbench::ui {

class Screenshot : public QObject {
    Q_OBJECT
public:
    enum class When { SetUp, Waiting, Live, Result, History, Capacity, Comparison, Sweep };
    static std::optional<When> whenFromWord(const QString& word); // "setup", "waiting", …; "" is Live

    // `window` is shown already and outlives this.
    Screenshot(MainWindow& window, RunController& controller, const QString& file, When when,
        QObject* parent = nullptr);

    void begin(); // ends in done()

signals:
    void done(int exitCode); // 0, or 1 with the reason on standard error

private:
    void chooseStudy();
    void look(const RunSnapshot& snapshot);
    void ended();
    void take(int page);
    void fail(const QString& why);

    MainWindow& m_window;
    RunController& m_controller;
    QString m_file;
    When m_when;
    QElapsedTimer m_sinceWaiting;
    bool m_taken = false;
};

} // namespace iotbench::ui
