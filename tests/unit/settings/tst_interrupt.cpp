// The first signal asks for a stop, the second one ends the process at once.
#include "batch/interrupt.h"
#include "unit/base/driven_clock.h"

#include <QtTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr int kHourMs = 3'600'000; // longer than a test may take
constexpr std::int64_t kOneRequestNs = 100'000'000;

} // namespace

class TestInterrupt : public QObject {
    Q_OBJECT

private slots:
    void theFirstSignalEndsTheWait_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP, the terminal has gone") << SIGHUP;
    }
    void theFirstSignalEndsTheWait()
    {
        QFETCH(int, signal);
        const Interrupt interrupt(m_clock);
        QVERIFY(!interrupt.waitFor(0));
        QVERIFY(!interrupt.raised());
        std::raise(signal);
        QVERIFY(interrupt.waitFor(kHourMs));
        QVERIFY(interrupt.raised());
    }

    void somethingReadableEndsTheWait()
    {
        const Interrupt interrupt(m_clock);
        StopSignal other;
        QVERIFY(!interrupt.waitFor(0, other.fd()));
        other.raise();
        QVERIFY(!interrupt.waitFor(kHourMs, other.fd()));
    }

    void theSecondSignalQuits()
    {
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const Interrupt interrupt(m_clock);
            std::raise(SIGINT);
            m_clock.advance(kOneRequestNs + 1);
            std::raise(SIGTERM);
            _exit(0); // not reached
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 130);
    }

    void aDoubledSignalIsOneRequest()
    {
        const Interrupt interrupt(m_clock);
        std::raise(SIGTERM);
        m_clock.advance(kOneRequestNs);
        std::raise(SIGTERM);
        QVERIFY(interrupt.waitFor(0));
    }

    void formerHandlersComeBack()
    {
        const auto former = std::signal(SIGTERM, SIG_DFL);
        {
            const Interrupt interrupt(m_clock);
        }
        const auto found = std::signal(SIGTERM, former);
        QVERIFY(found == SIG_DFL);
    }

    void ignoredSignalsStayIgnored_data() { theFirstSignalEndsTheWait_data(); }
    void ignoredSignalsStayIgnored() // SIGHUP under nohup
    {
        QFETCH(int, signal);
        const auto former = std::signal(signal, SIG_IGN);
        {
            const Interrupt interrupt(m_clock);
            std::raise(signal);
            QVERIFY(!interrupt.raised());
        }
        std::signal(signal, former);
    }

private:
    DrivenClock m_clock;
};

QTEST_APPLESS_MAIN(TestInterrupt)
#include "tst_interrupt.moc"
