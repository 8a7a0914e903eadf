// Nothing allocates for an image: a run of many images allocates no more often than one of few, but for what
// goes by time (snapshots, rows of intervals).
#include "run/run.h"
#include "settings/settings_validation.h"

#include <QtTest>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> allocations{0};

void* countedOrNull(std::size_t bytes, std::size_t alignment) noexcept
{
    allocations.fetch_add(1, std::memory_order_relaxed);
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
        std::uint64_t allocations = 0;
        double elapsedS = 0;
    };

    Counted runOf(std::uint64_t images, WireFormat format, TransportKind transport, double rate = 0)
    {
        AskedSettings asked;
        asked.values.engine = "null";
        asked.values.imagesPerSecond = rate;
        asked.values.totalImages = images;
        asked.values.format = format;
        asked.values.transport = transport;
        auto run = Run::prepare(*validateSettings(asked).effective, m_environment);
        if (!run)
            qFatal("%s", run.error().c_str());
        const std::uint64_t before = allocations;
        (*run)->start();
        const RunOutcome outcome = (*run)->wait();
        if (outcome.result.counts.classified != images)
            qFatal("%s", outcome.result.failure.c_str());
        return {allocations - before, outcome.result.elapsedS};
    }

    engines::EngineRegistry m_engines;
    ModelCatalogue m_models = ModelCatalogue::standard();
    RunEnvironment m_environment{m_engines, m_models, {}};

private slots:
    void countsWhatIsAllocated()
    {
        const std::uint64_t before = allocations;
        ::operator delete(::operator new(7)); // called as a function, it is never optimised away
        QVERIFY(allocations > before);
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
        const Counted many = run(10'500);
        // By time: a snapshot every 0.2 s with its rows, schedules in blocks of 4,096 gaps.
        const double byTime = 500 * (1 + many.elapsedS / 0.2);
        const double more = static_cast<double>(many.allocations) - static_cast<double>(few.allocations);
        qInfo("%.4f allocations an image", more / 10'000);
        QVERIFY2(more <= 10'000 * 0.01 + byTime,
            qPrintable(QString("%1 more allocations for 10,000 more images").arg(more)));
    }
};

QTEST_GUILESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
