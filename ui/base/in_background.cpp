#include "ui/base/in_background.h"

namespace iotbench::ui {
namespace {

constexpr int kPatienceMs = 3'000;
constexpr int kMostThreads = 16; // they wait for files, and some of those may hang

class LeftBehind {
public:
    LeftBehind() { m_pool->setMaxThreadCount(kMostThreads); }
    ~LeftBehind() { m_pool->waitForDone(kPatienceMs); }
    LeftBehind(const LeftBehind&) = delete;
    LeftBehind& operator=(const LeftBehind&) = delete;

    QThreadPool& pool() { return *m_pool; }

private:
    QThreadPool* m_pool = new QThreadPool; // its destructor would wait for ever
};

} // namespace

QThreadPool& backgroundThreads()
{
    static LeftBehind threads;
    return threads.pool();
}

} // namespace iotbench::ui
