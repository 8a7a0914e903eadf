// What the ways to carry text images between two threads are worth on this machine, each beside plain TCP as
// the program uses it, and how late a thread wakes up that waits for a time; interleaved in rounds, so that a
// machine that changes its speed changes all of them.
#include "figures_table.h"
#include "lanes.h"
#include "pump.h"
#include "wakes.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <csignal>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <system_error>

using namespace iotbench::bench;

namespace {

constexpr std::size_t kPipeBytes = std::size_t{1} << 20;
constexpr int kBusyPollUs = 50;
// Lent pages must stay as they are until they have been read: the pipe's own 1 MB, and a block on its way.
constexpr std::size_t kBlocksBehindAPipe = 6;

struct Way {
    const char* name;
    std::function<Lane()> open;
    bool hugePages = false;
    bool pinned = false;
    std::size_t writerBlocks = 1;
};

const std::array kWays = {
    Way{"TCP, 1 MB buffers", tcpLane},
    Way{"TCP, MSG_ZEROCOPY", tcpZeroCopyLane, false, false, 4},
    Way{"TCP, SO_BUSY_POLL 50 us", [] { return tcpBusyPollLane(kBusyPollUs); }},
    Way{"TCP, blocks on huge pages", tcpLane, true},
    Way{"TCP, threads pinned", tcpLane, false, true},
    Way{"pipe, 64 kB", [] { return pipeLane(0); }},
    Way{"pipe, F_SETPIPE_SZ 1 MB", [] { return pipeLane(kPipeBytes); }},
    Way{"pipe, 1 MB, vmsplice", [] { return vmspliceLane(kPipeBytes); }, false, false, kBlocksBehindAPipe},
};

struct Wakes {
    const char* name;
    WakeBy by;
};

constexpr std::array kWakes = {
    Wakes{"clock_nanosleep", WakeBy::Sleep},
    Wakes{"clock_nanosleep, slack 1 ns", WakeBy::SleepNoSlack},
    Wakes{"as the program waits", WakeBy::Program},
};

void measureRound(FiguresTable& table, double seconds)
{
    double plain = 0;
    for (const Way& way : kWays) {
        const std::string row = way.name;
        PumpPlan plan;
        plan.seconds = seconds;
        plan.hugePages = way.hugePages;
        plan.pinned = way.pinned;
        plan.writerBlocks = way.writerBlocks;
        try {
            const PumpFigure figure = pump(way.open(), plan);
            table.add(row, "GB/s", figure.bytesPerS / 1e9);
            table.add(row + ", CPU", "us/MB", figure.cpuUsPerMb);
            if (plain == 0)
                plain = figure.bytesPerS;
            else
                table.add(row + " / TCP", "", figure.bytesPerS / plain);
            if (figure.copied)
                table.add(row + ": copied after all", "", 1);
        } catch (const std::system_error& refused) {
            std::cerr << "bench_transport: left out: " << row << ": " << refused.what() << '\n';
        }
    }
    for (const Wakes& wakes : kWakes) {
        const WakeFigure figure = measureWakes(wakes.by, seconds);
        const std::string row = std::string("late by, ") + wakes.name;
        table.add(row + ", p50", "us", figure.p50Us);
        table.add(row + ", p99", "us", figure.p99Us);
        table.add(row + ", CPU", "us/wake", figure.cpuUsPerWake);
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Measures ways to carry text images between two threads, and to wake up on time.");
    parser.addHelpOption();
    parser.addOptions({{"seconds", "Length of each measurement.", "s", "1"},
        {"rounds", "Rounds, interleaved.", "n", "5"}, {"csv", "Write the table to this file too.", "file"},
        {"quick", "One short round: shows that it works, its figures mean nothing."}});
    parser.process(app);
    const bool quick = parser.isSet("quick");
    std::signal(SIGPIPE, SIG_IGN);

    FiguresTable table;
    const int rounds = quick ? 1 : parser.value("rounds").toInt();
    for (int round = 0; round < rounds; ++round)
        measureRound(table, quick ? 0.1 : parser.value("seconds").toDouble());
    std::cout << table.text();
    const std::string csv = parser.value("csv").toStdString();
    if (!csv.empty() && !(std::ofstream(csv) << table.csv())) {
        std::cerr << "bench_transport: cannot write " << csv << '\n';
        return 1;
    }
    return 0;
}
