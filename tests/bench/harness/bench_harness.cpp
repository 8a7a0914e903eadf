// What the harness costs: the machine's own limits (memory copy, a bare send/recv pump), the whole path with
// the engine `null`, the bare engine in a loop, and the whole path with it; interleaved in rounds, so that a
// machine that changes its speed changes all of them.
#include "bare_pump.h"
#include "figures_table.h"
#include "lone_engine.h"
#include "measured_run.h"
#include "run/run_inputs.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>

using namespace iotbench;
using namespace iotbench::bench;

namespace {

struct Options {
    std::string engine = "opencv";
    std::string model = "resnet20";
    PrecisionAsked precision = PrecisionAsked::Fp32;
    double seconds = 4;
    int rounds = 3;
    std::string csv;
};

Options parse(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Measures what the harness costs beside the machine's limits and the engine.");
    parser.addHelpOption();
    parser.addOptions({{"engine", "Engine to compare with.", "name", "opencv"},
        {"model", "Model, by name or path.", "model", "resnet20"},
        {"precision", "fp32, bf16 or int8 (anything else is fp32).", "precision", "fp32"},
        {"seconds", "Length of each measurement.", "s", "4"}, {"rounds", "Rounds, interleaved.", "n", "3"},
        {"csv", "Write the table to this file too.", "file"},
        {"quick", "One short round: shows that it works, its figures mean nothing."}});
    parser.process(app);
    Options options;
    options.engine = parser.value("engine").toStdString();
    options.model = parser.value("model").toStdString();
    for (const PrecisionAsked precision : {PrecisionAsked::Bf16, PrecisionAsked::Int8})
        if (parser.value("precision") == engines::toString(enginePrecision(precision)))
            options.precision = precision;
    options.seconds = parser.isSet("quick") ? 0.3 : parser.value("seconds").toDouble();
    options.rounds = parser.isSet("quick") ? 1 : parser.value("rounds").toInt();
    options.csv = parser.value("csv").toStdString();
    return options;
}

void addStages(FiguresTable& table, const std::string& row, const RunResult& run)
{
    const auto images = static_cast<double>(run.counts.classified);
    const auto stage = [&](const char* name, std::optional<double> seconds) {
        if (seconds)
            table.add(row + ", CPU " + name, "us/image", *seconds * 1e6 / images);
    };
    stage("encode", run.cpuStages.encodeS);
    stage("send", run.cpuStages.sendS);
    stage("receive", run.cpuStages.receiveS);
    stage("frame", run.cpuStages.frameS);
    stage("decode", run.cpuStages.decodeS);
    stage("normalise", run.cpuStages.normaliseS);
    stage("collect", run.cpuStages.collectS);
    if (const auto all = overheadCpuUsPerImage(run))
        table.add(row + ", CPU harness in all", "us/image", *all);
}

double addRun(FiguresTable& table, const std::string& row, const RunPlan& plan)
{
    const MeasuredRun run = wanted(measureRun(plan));
    const double rate = imagesPerS(run.result).value_or(0);
    table.add(row, "images/s", rate);
    if (plan.engine == "null") {
        addStages(table, row, run.result);
        table.add(row + ", voluntary switches", "/image", run.voluntarySwitchesPerImage);
    }
    return rate;
}

void measureRound(FiguresTable& table, const Options& options)
{
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    table.add("memory copy, one thread", "GB/s", memoryCopyBytesPerS() / 1e9);
    const PumpFigure pump = wanted(pumpLines(WireFormat::Keras, options.seconds));
    table.add("bare pump, keras lines over TCP", "images/s", pump.imagesPerS);
    table.add("bare pump, keras lines over TCP, CPU", "us/image", pump.cpuUsPerImage);

    RunPlan plan;
    plan.seconds = options.seconds;
    const double nullText = addRun(table, "null, keras over TCP", plan);
    table.add("ratio null / bare pump", "", nullText / pump.imagesPerS);
    plan.format = WireFormat::Cifar;
    const double nullCifar = addRun(table, "null, cifar over TCP", plan);
    plan.transport = TransportKind::Memory;
    addRun(table, "null, cifar through memory", plan);

    const LoneEngine alone(options.engine, options.model, enginePrecision(options.precision), threads);
    double bare = 0;
    for (const std::size_t batch : {1, 8, 32}) {
        const BareLoop loop{threads, batch, options.seconds};
        const BareFigure figure = alone.run(loop);
        table.add(
            "bare " + options.engine + ", batch " + std::to_string(batch), "images/s", figure.imagesPerS);
        bare = std::max(bare, figure.imagesPerS);
    }
    plan.engine = options.engine;
    plan.model = options.model;
    plan.precision = options.precision;
    plan.transport = TransportKind::Tcp;
    plan.format = WireFormat::Keras;
    const double text = addRun(table, options.engine + ", keras over TCP", plan);
    plan.format = WireFormat::Cifar;
    const double cifar = addRun(table, options.engine + ", cifar over TCP", plan);
    table.add("ratio keras / bare (best batch)", "", text / bare);
    table.add("ratio cifar / bare (best batch)", "", cifar / bare);
    table.add("ratio keras / (1/(1/bare + 1/null))", "", text * (1 / bare + 1 / nullText));
    table.add("ratio cifar / (1/(1/bare + 1/null))", "", cifar * (1 / bare + 1 / nullCifar));
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const Options options = parse(app);
    FiguresTable table;
    try {
        for (int round = 0; round < options.rounds; ++round)
            measureRound(table, options);
    } catch (const std::exception& problem) {
        std::cerr << "bench_harness: " << problem.what() << '\n';
        return 1;
    }
    std::cout << table.text();
    if (!options.csv.empty() && !(std::ofstream(options.csv) << table.csv())) {
        std::cerr << "bench_harness: cannot write " << options.csv << '\n';
        return 1;
    }
    return 0;
}
