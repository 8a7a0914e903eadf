// A search as its report tells of it, every figure a literal.
#pragma once

#include "reports/study_facts.h"

namespace iotbench::test {

inline StudyFacts exampleSearch()
{
    StudyFacts study;
    study.find = "cameras";
    study.answer = "serves";
    study.words
        = "Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not); resnet20, opencv fp32";
    study.holdsAt = 62;
    study.failsAt = 63;
    study.cameraRatePerS = 15;
    study.maxP99Ms = 10;
    study.probeSeconds = 60;
    study.probes = 11;
    study.verdict = "VALID";
    study.tookS = 96;
    study.measuredS = 80;
    return study;
}

} // namespace iotbench::test
