// What the driver of a cluster tells a report: JSON objects and workers' lines, one a line.
//
//   {"peer":"10.0.0.7:10000"}      first
//   {"first":0,"arrival_s":0.0,"done_s":1.25}      the answers that follow: the place of the first in its
//   stream,
//                                                  when its images began to arrive and when they were all
//                                                  answered
//   0,3,3,0.998,950.2,,8c1f09d3a5b2e764            as `--role worker --content-hash` writes them; the index
//   is the worker's own
//   {"format":"spark"}, {"warning":"…"}            as they turn out
//   {"end":"complete","source_end":"end-mark","failure":"","bytes":110000000,
//    "records_after_end_mark":0,"bytes_after_end_mark":0,"cluster":{…}}   last
//
// Seconds count from the run's second 0. `cluster` is that of report.json.
#pragma once

#include "base/result.h"
#include "statistics/run_result.h"
#include "statistics/sample.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

// One of the JSON lines; what it does not say is empty.
struct ClusterNews {
    struct Answers {
        std::uint64_t first = 0;
        std::int64_t arrivalNs = 0;
        std::int64_t doneNs = 0;
    };
    struct End {
        RunEnd end = RunEnd::Complete;
        SourceEnd sourceEnd = SourceEnd::EndOfFile;
        Message failure = {};
        std::uint64_t bytes = 0;
        AfterEndMark afterEndMark = {}; // sourceEnd WentOn
        ClusterFacts cluster = {};
    };
    std::optional<std::string> peer, warning;
    std::optional<WireFormat> format;
    std::optional<Answers> answers;
    std::optional<End> end;
};
Result<ClusterNews> clusterNews(std::string_view line);

// Label, prediction, probability, service time (as doneNs - startNs), reason and hash of a worker's line; its
// place and times are the caller's to fill in. Empty where it is no such line. `judged`: as in
// appendWorkerLine(). `classes`: that there are.
std::optional<Sample> answeredSample(std::string_view line, bool judged, std::size_t classes);

} // namespace iotbench
