// A run as the headline experiment gives it, every figure a literal: what tests of verdict and reports start
// from.
#pragma once

#include "images/cifar10.h"
#include "statistics/run_result.h"

namespace iotbench::test {

// Loopback, 10,000 images at 1,000/s through OpenCV, valid in every claim.
inline RunResult exampleRun()
{
    RunResult run;
    run.settings.model = "resnet20";
    run.settings.imagesPerSecond = 1000;
    run.settings.totalImages = 10'000;
    run.settings.seed = 7;
    run.settings.label = "gateway \"A\", lab 2";
    run.imageFacts = cifar10::facts();
    run.startUnixMs = 1'548'902'685'123; // 2019-01-31T02:44:45.123Z

    run.counts.offered = 10'000;
    run.counts.sent = 10'000;
    run.counts.expected = 10'000;
    run.counts.received = 10'000;
    run.counts.classified = 10'000;
    run.counts.lost = 0;
    run.counts.duplicated = 0;
    run.counts.correct = 9'212;
    run.elapsedS = 10.0;
    run.resultsPerS = 999.9;
    run.rateInterval = Interval{993.5, 1'006.5};

    run.settings.workers = 2;
    run.settings.batchSize = 2;

    SourceRow source;
    source.id = 0;
    source.name = "127.0.0.1:41234";
    source.format = WireFormat::Keras;
    source.counts = run.counts;
    source.bytes = 292'000'000;
    source.elapsedS = 10.0;
    source.end = SourceEnd::EndMark;
    run.sources = {source};
    run.sourceEnds[std::size_t(SourceEnd::EndMark)].add(source.name, {});

    IntervalRow first;
    first.startS = 0;
    first.lengthS = 0.25;
    first.offered = 250;
    first.sent = 250;
    first.classified = 248;
    first.correct = 228;
    first.latencyP50Ms = 1.25;
    first.latencyMaxMs = 3.5;
    first.rollingAccuracy = 0.91935;
    IntervalRow second = first;
    second.startS = 0.25;
    second.lengthS = 0.1;
    second.classified = 102;
    second.correct = 94;
    second.rollingLatencyP99Ms = 2.5;
    second.interference = {1.5, 0.25, 0.5, 1'450.5, 71.25};
    second.suspendedS = 0.04;
    run.intervals = {first, second};

    run.content.distinct = {10'000, 10'000, 9'212, {}};
    run.content.distinct.byLabel.assign(cifar10::kClassCount, 1'000);
    run.content.inTestSet = 10'000;
    run.confusion = Confusion(cifar10::kClassCount);
    for (std::size_t label = 0; label < cifar10::kClassCount; ++label)
        run.confusion.add(label, label, label == 3 ? 923 : 921);
    run.confusion.add(3, 5, 77);
    for (std::size_t label = 0; label < cifar10::kClassCount; ++label)
        if (label != 3)
            run.confusion.add(label, (label + 1) % cifar10::kClassCount, 79);
    run.card = CardAgreement{10'000, 9'999, 9'212, 9'212, {{17, 3, 5, 3}}};
    run.rollingAccuracy = 0.921;

    run.latencyOrigin = LatencyOrigin::Intended;
    run.latency = {10'000, 1.5, 1.25, 2.0, 2.25, 3.0, 4.0, 8.5};
    run.latencyIntervals = {{1.125, 1.375}, {1.875, 2.125}, {2.125, 2.5}, {2.75, 3.25}, {3.5, std::nullopt}};
    run.service = {10'000, 1.25, 1.0, 1.75, 2.0, 2.5, 3.5, 8.0};
    run.stages = {12.5, 5.25, 3.0, 900.0};
    run.sendDelay = SendDelay{3, {10'000, 0.05, 0.04, 0.06, 0.07, 0.09, 0.5, 1.5}};
    run.backlog = Backlog{9.999, 9.999, 10.001};
    run.steadiness.basis = SteadyBasis::ServiceTime;
    run.steadiness.backlogGrowthMs = Growth{0.25, -0.5, 1.0};

    run.calibration
        = Calibration{0.75, {{"opencv", 2, 1, 925.0}, {"opencv", 2, 2, 1'040.5, 3, 1'031.0, 1'042.25}}};
    run.warmUp = {40, 0.125};
    run.cpu = {0.5, 0.25, 9.0, 0.125, 0.125};
    run.cpuStages.encodeS = 0.25;
    run.cpuStages.decodeS = 0.0625;
    run.cpuStages.inferS = 8.75;
    run.peakMemoryBytes = 120'000'000;

    run.engine.name = "opencv";
    run.engine.version = "4.6.0";
    run.engine.description = "fp32, CPU, opencv 4.6.0";
    run.engine.workers = 2;
    run.engine.workerCpus = {"4-5", "4-5"};
    run.engine.batches = {{1, 9'000}, {2, 500}};
    run.model.name = "resnet20";
    run.model.file = "resnet20.onnx";
    run.model.sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    run.model.architecture = "ResNet20v1";
    run.model.normalisation = Normalisation::MeanSubtracted;
    run.model.hasCard = true;
    run.model.parameters = 272'474;
    run.model.macs = 40'800'000;
    run.model.cardCorrect = 9'212;
    run.model.cardImages = 10'000;
    run.model.cardInstructionSets = "asimd crc32";
    run.answerCheck = AnswerCheck{8, 7, 16, 32, 30};
    run.secondOpinion = SecondOpinion{"onnxruntime 1.21.0", 32, 31};
    run.transport = {TransportMedium::TcpLoopback, "127.0.0.1:10000", 2'097'152, 1'048'576, 292'000'000};
    run.machine.hostName = "gateway";
    run.machine.board = "Raspberry Pi 4 Model B Rev 1.4";
    run.machine.cpuModel = "ARM Cortex-A72";
    run.machine.architecture = "aarch64";
    run.machine.instructionSets = "asimd crc32";
    run.machine.coresOnline = 4;
    run.machine.coresAllowed = 2.5;
    run.machine.governor = "performance";
    run.machine.frequencyMHz = 1500;
    CoreType kind;
    kind.name = "ARM Cortex-A72";
    kind.cpus = "0-3";
    kind.count = 4;
    kind.clusters = 1;
    kind.capacity = 1'024;
    kind.governor = "performance";
    kind.minMHz = 600;
    kind.maxMHz = kind.limitMHz = 1'500;
    kind.meanMHz = 1'450.5;
    kind.workers = 2;
    kind.images = 10'000;
    kind.inferUs = 875;
    run.machine.coreTypes = {kind};
    run.machine.thermalZones = {{"cpu-thermal", 47.25, 71.5, 70.125}};
    run.machine.memoryBytes = 4'000'000'000;
    run.machine.osName = "Debian GNU/Linux 12 (bookworm)";
    run.machine.kernel = "6.1.0-18-arm64";
    run.interference.cpus = "0-2";
    run.interference.seconds = 9.75;
    run.interference.runPercent = 66.5;
    run.interference.peersPercent = 12.25;
    run.interference.others = {1.5, 1.25, 3.75};
    run.interference.interruptsPercent = 2.125;
    run.interference.idlePercent = 20.5;
    run.interference.stealPercent = 0.1;
    run.interference.underVoltagePercent = 0.25;
    run.interference.suspendedS = 0;
    run.build.version = "0.1.0";
    run.build.gitRevision = "0123abc";
    run.build.buildType = "Release";
    run.build.compiler = "gcc 12.2.0";
    run.build.vectors = "NEON";
    run.build.libraries = {{"Qt", "6.4.2"}, {"OpenCV", "4.6.0"}};
    return run;
}

} // namespace iotbench::test
