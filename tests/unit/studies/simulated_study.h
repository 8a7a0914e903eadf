// Studies of simulated boxes, and what the right answer would have been.
#pragma once

#include "simulated_box.h"
#include "studies/search_planner.h"

#include <cstdint>

namespace iotbench::test {

struct StudiedBox {
    BoxModel model;
    double limitS = 0.1; // of p99
    double cameraRatePerS = 0; // 0: Poisson arrivals, loads in images/s
    double measuringError = 0; // of what others took of a second's CPU time, as a share: standard deviation
    double mostProbeS = 60;
};

enum class BoxKind { OpenCv, OpenVino }; // no gain from large batches; a tenfold one
enum class Noise { Quiet, Bursts }; // 0.15 s at half speed in every 4 s

// Box `index` of a kind: 1 to 4 workers, 0.4 to 2.5 times the measured service times, a limit of 20 to 100 ms
// that is at least five times that of one image. Its noise is not drawn: a box is as quick under every noise.
StudiedBox drawBox(BoxKind kind, const ServiceTimes& service, Noise noise, std::uint64_t index);

struct PlayedStudy {
    studies::SearchAnswer answer;
    double tookS = 0; // on the simulated clock
};

PlayedStudy playSearch(const StudiedBox& box, std::uint64_t seed);

// The highest load at which at most 1 of 100 images of `lengthS` quiet seconds are later than the limit: a
// rate to 0.1 %, or a number of cameras. 0 where there is none.
double trueLoad(const StudiedBox& box, std::uint64_t seed, double lengthS = 3'600);

} // namespace iotbench::test
