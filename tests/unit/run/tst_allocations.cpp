// Nothing allocates for an image: sender, reader and workers allocate as often for many images as for few,
// and the other threads of a run by time alone (snapshots, rows of intervals).
#include "run/run.h"
#include "settings/settings_validation.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <cstdlib>
#include <new>
#include <pthread.h>
#include <string_view>

namespace {

// One thread's allocations, by the name that it had at the first of them.
struct ThreadCount {
    std::array<char, 16> name{};
    std::atomic<std::uint64_t> allocations{0};
};
std::array<ThreadCount, 1'024> threadCounts; // more than all threads of this program together
std::atomic<std::size_t> threadsCounted{0};
thread_local ThreadCount* thisThread = nullptr;

void count() noexcept
{
    if (!thisThread) {
        const std::size_t place = threadsCounted.fetch_add(1);
        if (place >= threadCounts.size())
            std::abort();
        thisThread = &threadCounts[place];
        pthread_getname_np(pthread_self(), thisThread->name.data(), thisThread->name.size());
    }
    thisThread->allocations.fetch_add(1, std::memory_order_relaxed);
}

// Of all threads whose names begin so.
std::uint64_t allocationsOf(std::string_view name)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < threadsCounted; ++i)
        if (std::string_view(threadCounts[i].name.data()).starts_with(name))
            sum += threadCounts[i].allocations;
    return sum;
}

void* countedOrNull(std::size_t bytes, std::size_t alignment) noexcept
{
    count();
    return alignment <= alignof(std::max_align_t)
        ? std::malloc(bytes > 0 ? bytes : 1)
        : std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
}

void* counted(std::size_t bytes, std::size_t alignment)
{
    void* const memory = countedOrNull(bytes, alignment);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

} // namespace

void* operator new(std::size_t bytes)
{
    return counted(bytes, 1);
}
void* operator new[](std::size_t bytes)
{
    return counted(bytes, 1);
}
void* operator new(std::size_t bytes, std::align_val_t alignment)
{
    return counted(bytes, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t bytes, std::align_val_t alignment)
{
    return counted(bytes, static_cast<std::size_t>(alignment));
}
// Replaced as well, for under the address sanitizer they would be its own, and their memory not ours to free.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept
{
    return countedOrNull(bytes, 1);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept
{
    return countedOrNull(bytes, 1);
}
void* operator new(std::size_t bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept
{
    return countedOrNull(bytes, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept
{
    return countedOrNull(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t, const std::nothrow_t&) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::align_val_t, const std::nothrow_t&) noexcept
{
    std::free(memory);
}

using namespace iotbench;

class TestAllocations : public QObject {
    Q_OBJECT

private:
    struct Counted {
        std::uint64_t sender = 0, reader = 0, workers = 0;
        std::uint64_t others = 0; // collector, and the run's own thread
        double elapsedS = 0;
    };

    static Counted countedSoFar()
    {
        return {.sender = allocationsOf("sender"),
            .reader = allocationsOf("reader"),
            .workers = allocationsOf("worker"),
            .others = allocationsOf("collector") + allocationsOf("run")};
    }

    Counted runOf(std::uint64_t images, WireFormat format, TransportKind transport, double rate = 0)
    {
        AskedSettings asked;
        asked.values.engine = "null";
        asked.values.imagesPerSecond = rate;
        asked.values.totalImages = images;
        asked.values.format = format;
        asked.values.transport = transport;
        auto run = Run::prepare(*validateSettings(asked).effective, m_environment, {});
        if (!run)
            qFatal("%s", run.error().english().c_str());
        const Counted before = countedSoFar();
        (*run)->start();
        const RunOutcome outcome = (*run)->wait();
        if (outcome.result.counts.classified != images)
            qFatal("%s", outcome.result.failure.english().c_str());
        Counted counted = countedSoFar();
        counted.sender -= before.sender;
        counted.reader -= before.reader;
        counted.workers -= before.workers;
        counted.others -= before.others;
        counted.elapsedS = outcome.result.elapsedS;
        return counted;
    }

    engines::EngineRegistry m_engines;
    ModelCatalogue m_models = ModelCatalogue::standard();
    RunEnvironment m_environment{m_engines, m_models, {}};

private slots:
    void countsWhatIsAllocated()
    {
        const std::uint64_t before = allocationsOf("");
        ::operator delete(::operator new(7)); // called as a function, it is never optimised away
        QVERIFY(allocationsOf("") > before);
        const Counted run = runOf(10, WireFormat::Keras, TransportKind::Tcp);
        QVERIFY(
            run.sender > 0 && run.reader > 0 && run.workers > 0 && run.others > 0); // each is known by name
    }

    void nothingIsAllocatedForAnImage_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("transport");
        QTest::addColumn<double>("rate");
        const auto row = [](const char* name, WireFormat format, TransportKind transport, double rate) {
            QTest::newRow(name) << static_cast<int>(format) << static_cast<int>(transport) << rate;
        };
        row("keras over TCP", WireFormat::Keras, TransportKind::Tcp, 0);
        row("spark over TCP", WireFormat::Spark, TransportKind::Tcp, 0);
        row("cifar over TCP", WireFormat::Cifar, TransportKind::Tcp, 0);
        row("cifar through memory", WireFormat::Cifar, TransportKind::Memory, 0);
        row("keras at 5,000 images/s", WireFormat::Keras, TransportKind::Tcp, 5000);
    }
    void nothingIsAllocatedForAnImage()
    {
        QFETCH(int, format);
        QFETCH(int, transport);
        QFETCH(double, rate);
        const auto run = [&](std::uint64_t images) {
            return runOf(
                images, static_cast<WireFormat>(format), static_cast<TransportKind>(transport), rate);
        };
        const Counted few = run(500);
        const Counted many = run(20'500);
        QCOMPARE(many.sender, few.sender);
        QCOMPARE(many.reader, few.reader);
        QCOMPARE(many.workers, few.workers);
        // By time: five snapshots a second, each with a few dozen allocations, and one at each end; and by
        // the pieces of time that the statistics at the end work on, of which there are 512 at most.
        constexpr double kStatistics = 4'000;
        const double mostOthers
            = static_cast<double>(few.others) + kStatistics + 100 * (2 + many.elapsedS / 0.2);
        QVERIFY2(static_cast<double>(many.others) <= mostOthers,
            qPrintable(QString("%1 in %2 s, after %3").arg(many.others).arg(many.elapsedS).arg(few.others)));
    }
};

QTEST_GUILESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
