// Snapshots made by hand, with figures that are easy to follow.
#pragma once

#include "images/cifar10.h"
#include "run/gallery.h"
#include "run/run_snapshot.h"

#include <memory>
#include <vector>

namespace iotbench::test {

// Eight quarter seconds: 250 images each, 200 of them right but in the last, which has 225; latency 2 ms p50,
// 10 ms maximum; p99 4 ms once 1,000 images are there.
inline std::vector<IntervalRow> exampleRows()
{
    std::vector<IntervalRow> rows;
    for (int i = 0; i < 8; ++i) {
        IntervalRow row;
        row.startS = i * 0.25;
        row.lengthS = 0.25;
        row.offered = 250;
        row.sent = 250;
        row.classified = 250;
        row.correct = i == 7 ? 225 : 200;
        row.latencyP50Ms = 2;
        row.latencyMaxMs = 10;
        row.rollingAccuracy = i == 7 ? 0.825 : 0.8;
        if (i >= 3)
            row.rollingLatencyP99Ms = 4;
        rows.push_back(row);
    }
    return rows;
}

inline std::shared_ptr<RunSnapshot> exampleSnapshot()
{
    auto snapshot = std::make_shared<RunSnapshot>();
    snapshot->phase = RunPhase::Running;
    snapshot->sinceStartS = 2.1;
    snapshot->counts.received = 2'003;
    snapshot->counts.classified = 2'000;
    snapshot->counts.rejected = 3;
    snapshot->counts.correct = 1'626;
    snapshot->counts.sent = 2'003;
    snapshot->counts.offered = 2'003;
    snapshot->elapsedS = 2;
    snapshot->meanImagesPerS = 1'000;
    snapshot->imagesPerSNow = 1'001;
    snapshot->offeredPerSNow = 1'000;
    snapshot->accuracy = 0.813;
    snapshot->rollingAccuracy = 0.825;
    snapshot->rollingLatencyP50Ms = 1.9;
    snapshot->rollingLatencyP99Ms = 4.128;
    snapshot->lateSends = 7;
    snapshot->bytes = 55'200'000;
    snapshot->bytesPerSNow = 27'600'000;
    snapshot->progress = 0.2003;
    snapshot->timeLeftS = 8.2;
    SourceRow source;
    source.name = "127.0.0.1:41234";
    source.format = WireFormat::Keras;
    source.counts = snapshot->counts;
    source.rejected[static_cast<std::size_t>(RejectReason::TooFewValues)] = {2, {17, 40}};
    source.rejected[static_cast<std::size_t>(RejectReason::OutOfRange)] = {1, {5}};
    snapshot->sources.push_back(source);
    snapshot->intervals = std::make_shared<const std::vector<IntervalRow>>(exampleRows());
    std::vector<RunEvent> events;
    events.push_back({-1, true, {TR("warming up %1"), {std::string("slowly")}}});
    events.push_back({0.25, false, {TR("%1: connected"), {std::string("127.0.0.1:41234")}}});
    snapshot->events = std::make_shared<const std::vector<RunEvent>>(events);
    return snapshot;
}

inline Picture examplePicture(std::uint64_t ordinal, std::uint8_t label, std::uint8_t predicted)
{
    Picture picture;
    picture.ordinal = picture.sequence = ordinal;
    picture.label = label;
    picture.predicted = predicted;
    picture.facts = std::make_shared<const ImageFacts>(cifar10::facts());
    picture.probabilities.resize(cifar10::kClassCount);
    picture.probabilities[predicted] = 0.75F;
    picture.pixels.assign(cifar10::kImageValues, static_cast<std::uint8_t>(ordinal));
    return picture;
}

// As a worker and the collector do it. Pictures are 10 ms apart.
inline void classify(Gallery& gallery, std::uint64_t ordinal, std::uint8_t label, std::uint8_t predicted)
{
    Sample sample;
    sample.ordinal = sample.sequence = ordinal;
    sample.label = label;
    sample.predicted = predicted;
    sample.probability = 0.75F;
    sample.doneNs = static_cast<std::int64_t>(ordinal) * 10'000'000;
    sample.classified = true;
    if (!gallery.wants(sample))
        return;
    sample.picture = gallery.take();
    gallery.probabilities(sample.picture)[predicted] = 0.75F;
    gallery.keep(sample);
}

} // namespace iotbench::test
