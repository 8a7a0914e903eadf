// What a sweep came to: the one line that it ends in, and what may be chosen of it.
#pragma once

#include "reports/study_facts.h"
#include "studies/sweep_choice.h"

#include <string>
#include <vector>

namespace iotbench {

// "Best of 4 combinations: engine=openvino,workers=2 with 4870 images/second ± 1.2 % (4811 to 4929, 3 runs),
// p99 3.2 ms, 91.2 % correct; no difference shown to engine=openvino,workers=1". Of one that kept a target
// rate: "Best of 2 combinations: workers=2 kept its 300 images/second in 3 runs, p99 …; kept by workers=1
// too; a target rate that is kept does not say how much more is possible: …". Of searches: "Best of 2
// combinations: engine=openvino holds 4870 images/second with p99 within 20.0 ms (4970 does not), p99 …".
// `facts`: all but the words.
std::string answerText(const StudyFacts& facts);

const SweptPoint* bestOf(const StudyFacts& facts); // null where none is named

// Each point of the facts, for chosen().
std::vector<studies::SweepCandidate> candidatesOf(const StudyFacts& facts);

} // namespace iotbench
