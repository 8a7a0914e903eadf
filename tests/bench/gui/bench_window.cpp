// The same run without and with the window, everything visible: images a second, their ratio, and the longest
// time for which the GUI thread did not answer, during the run and while its result is brought up. Runs
// alternate, so that a machine that slows down does so for both.
#include "gui/window_under_test.h"
#include "ui/live/live_page.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace iotbench;

namespace {

// Ticks every few milliseconds; the longest time between two ticks beyond that is the longest block.
class BlockMeter : public QObject {
public:
    BlockMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kTickMs);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longestMs = std::max(m_longestMs, static_cast<double>(m_since.nsecsElapsed()) / 1e6 - kTickMs);
            m_since.start();
        });
    }
    void start()
    {
        m_longestMs = 0;
        m_since.start();
        m_timer.start();
    }
    double stop()
    {
        m_timer.stop();
        // A block that goes on counts too.
        return std::max(m_longestMs, static_cast<double>(m_since.nsecsElapsed()) / 1e6 - kTickMs);
    }

private:
    static constexpr int kTickMs = 2;
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longestMs = 0;
};

EffectiveSettings fullSpeed(const char* engine, std::uint64_t images)
{
    AskedSettings asked;
    asked.values.engine = engine;
    if (asked.values.engine != "null")
        asked.values.model = "resnet20";
    asked.values.imagesPerSecond = 0;
    asked.values.totalImages = images;
    return *validateSettings(asked).effective;
}

double imagesPerS(const RunOutcome& outcome)
{
    return static_cast<double>(outcome.result.counts.classified) / std::max(1e-9, outcome.result.elapsedS);
}

// As --batch does it: no window, no pictures.
double runWithout(ui::RunController& controller, const EffectiveSettings& settings)
{
    const RunEnvironment environment{controller.engines(), controller.models(), controller.build()};
    auto run = Run::prepare(settings, environment, {});
    if (!run)
        qFatal("%s", run.error().english().c_str());
    (*run)->start();
    return imagesPerS((*run)->wait());
}

constexpr int kSettleMs = 1'000; // until the result has been painted

struct Seen {
    double perS = 0;
    double longestBlockMs = 0; // of the GUI thread, during the run
    double resultBlockMs = 0; // the same, while the result is shown
};

Seen runWithin(test::WindowUnderTest& under, const EffectiveSettings& settings)
{
    BlockMeter meter;
    QEventLoop loop;
    QObject::connect(&under.controller, &ui::RunController::finished, &loop, &QEventLoop::quit);
    QObject::connect(&under.controller, &ui::RunController::failedToStart, &loop, &QEventLoop::quit);
    under.controller.start(settings);
    meter.start();
    loop.exec();
    const double longestMs = meter.stop();
    if (!under.controller.outcome())
        qFatal("the run did not start");
    meter.start();
    QTest::qWait(kSettleMs);
    return {imagesPerS(*under.controller.outcome()), longestMs, meter.stop()};
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("What the window costs a run at full speed."));
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("quick"), QStringLiteral("Few images: shows that it works, measures nothing.")});
    parser.process(application);
    const bool quick = parser.isSet(QStringLiteral("quick"));

    test::WindowUnderTest under;
    std::printf("%-8s %10s %14s %14s %8s %20s %20s\n", "engine", "images", "without, /s", "window, /s",
        "ratio", "blocked at most, ms", "by the result, ms");
    for (const auto& [engine, images] :
        {std::pair{"null", quick ? 5'000U : 150'000U}, {"opencv", quick ? 300U : 6'000U}}) {
        const EffectiveSettings settings = fullSpeed(engine, images);
        std::vector<double> without, within;
        double longestMs = 0;
        double resultMs = 0;
        for (int round = 0; round < (quick ? 1 : 3); ++round) {
            without.push_back(runWithout(under.controller, settings));
            const Seen seen = runWithin(under, settings);
            within.push_back(seen.perS);
            longestMs = std::max(longestMs, seen.longestBlockMs);
            resultMs = std::max(resultMs, seen.resultBlockMs);
        }
        std::printf("%-8s %10u %14.0f %14.0f %8.3f %20.1f %20.1f\n", engine, images, median(without),
            median(within), median(within) / median(without), longestMs, resultMs);
        std::fflush(stdout);
    }
    return 0;
}
