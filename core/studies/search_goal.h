// What a search is after.
#pragma once

namespace iotbench {

struct SearchGoal {
    double cameraRatePerS = 0; // of cameras; 0: a rate of images/s
    double limitMs = 100; // of p99
    double precision = 0.02; // of a rate; cameras are counted one by one
    double mostProbeS = 60;

    bool cameras() const { return cameraRatePerS > 0; }
    double imagesPerS(double load) const { return cameras() ? load * cameraRatePerS : load; }
};

} // namespace iotbench
