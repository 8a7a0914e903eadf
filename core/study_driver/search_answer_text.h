// What a search came to, in a sentence.
#pragma once

#include "reports/study_facts.h"
#include "study_driver/probe_run.h"

#include <cstdint>
#include <span>
#include <string>

namespace iotbench {

// "10.0", "0.001": all the digits that were asked for.
std::string limitText(double ms);

std::string plainLoad(const StudyFacts& facts, double load); // "62" cameras, "4870" images/s

// "Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not)". `facts`: all but the words.
Message answerMessage(const StudyFacts& facts, std::span<const Probe> probes);
// The one line that a search ends in: the same, and with what.
std::string answerText(const StudyFacts& facts, std::span<const Probe> probes, const RunInputs& inputs);

// What that means to somebody with so many cameras: "You asked for 40: 35 % to spare". Empty where nothing is
// known of so many.
Message headroomMessage(const StudyFacts& facts, std::uint64_t cameras);

} // namespace iotbench
