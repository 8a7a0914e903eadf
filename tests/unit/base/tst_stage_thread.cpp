// Threads that are joined on every path, and that fail in words.
#include "base/refusal.h"
#include "base/stage_thread.h"
#include "unit/base/no_threads.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <new>
#include <pthread.h>
#include <stdexcept>
#include <string>
#include <system_error>

using namespace iotbench;

class TestStageThread : public QObject {
    Q_OBJECT

private slots:
    void runsItsBodyUnderItsName()
    {
        std::array<char, 16> name{};
        StageThread thread(
            "worker 12 of many", [&name] { pthread_getname_np(pthread_self(), name.data(), name.size()); });
        QVERIFY(thread.join().empty());
        QCOMPARE(std::string(name.data()), std::string("worker 12 of ma")); // the kernel keeps 15 characters
        QVERIFY(thread.join().empty()); // there is none any more
    }

    void tellsWhatItsBodyThrew()
    {
        StageThread failed("test", [] { throw std::runtime_error("the disk is full"); });
        QCOMPARE(failed.join().english(), std::string("the disk is full"));
        StageThread starved("test", [] { throw std::bad_alloc(); });
        QCOMPARE(starved.join().english(), std::string("out of memory"));
    }

    void isJoinedAtTheEndOfItsScope()
    {
        std::atomic<bool> goOn{false};
        std::atomic<bool> done{false};
        {
            const StageThread thread("test", [&] {
                goOn.wait(false);
                done = true;
            });
            goOn = true;
            goOn.notify_all();
        }
        QVERIFY(done);
    }

    void isJoinedBeforeAnotherTakesItsPlace()
    {
        std::atomic<int> done{0};
        StageThread thread("first", [&done] { ++done; });
        thread = StageThread("second", [&done] { ++done; });
        thread.join();
        QCOMPARE(done.load(), 2);
    }

    void saysThatThereIsNone()
    {
        std::string words;
        bool ran = false;
        {
            const test::NoThreads none;
            try {
                const StageThread thread("worker 300", [&ran] { ran = true; });
            } catch (const Refusal& refused) {
                words = refused.reason().english();
            }
        }
        QVERIFY(!ran);
        QVERIFY2(words.starts_with("no thread can be started for worker 300"), words.c_str());
    }
};

QTEST_GUILESS_MAIN(TestStageThread)
#include "tst_stage_thread.moc"
