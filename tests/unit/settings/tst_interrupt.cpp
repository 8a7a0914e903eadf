// The first signal asks for a stop, the second one ends the process at once.
#include "batch/interrupt.h"

#include <QElapsedTimer>
#include <QtTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace iotbench;

class TestInterrupt : public QObject {
    Q_OBJECT

private slots:
    void theFirstSignalEndsTheWait_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void theFirstSignalEndsTheWait()
    {
        QFETCH(int, signal);
        const Interrupt interrupt;
        QVERIFY(!interrupt.waitFor(0));
        QVERIFY(!interrupt.raised());
        std::raise(signal);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(interrupt.waitFor(60'000));
        QVERIFY(timer.elapsed() < 30'000);
        QVERIFY(interrupt.raised());
    }

    void theSecondSignalQuits()
    {
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const Interrupt interrupt;
            std::raise(SIGINT);
            QTest::qSleep(200);
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
        const Interrupt interrupt;
        std::raise(SIGTERM);
        std::raise(SIGTERM);
        QVERIFY(interrupt.waitFor(0));
    }

    void formerHandlersComeBack()
    {
        const auto former = std::signal(SIGTERM, SIG_DFL);
        {
            const Interrupt interrupt;
        }
        const auto found = std::signal(SIGTERM, former);
        QVERIFY(found == SIG_DFL);
    }

    void ignoredSignalsStayIgnored()
    {
        const auto former = std::signal(SIGINT, SIG_IGN);
        {
            const Interrupt interrupt;
            std::raise(SIGINT);
            QVERIFY(!interrupt.raised());
        }
        std::signal(SIGINT, former);
    }
};

QTEST_APPLESS_MAIN(TestInterrupt)
#include "tst_interrupt.moc"
