#include "batch/run_row.h"

#include "batch/watched_study.h"
#include "statistics/figure_text.h"

namespace iotbench {
namespace {

std::string row(const std::string& number, const std::string& rate, const std::string& interval,
    const std::string& p99, const std::string& accuracy, const std::string& last)
{
    return growingRow({{number, 3}, {rate, 9}, {interval, 17}, {p99, 9}, {accuracy, 10}}, last);
}

} // namespace

std::string runRowHead(const std::string& last)
{
    return row("run", "images/s", "95 % of the run", "p99 ms", "accuracy %", last);
}

std::string runRow(std::size_t number, const RepeatedRun& run, const std::string& last)
{
    return row(std::to_string(number + 1), rateText(run.imagesPerS),
        run.rateInterval ? rateText(run.rateInterval->low) + " to " + rateText(run.rateInterval->high) : "",
        run.p99Ms ? fixedText(*run.p99Ms, 1) : "", run.accuracy ? fixedText(100 * *run.accuracy, 2) : "",
        last);
}

std::string failedRow(std::size_t number, const std::string& last)
{
    return row(std::to_string(number + 1), "", "", "", "", last);
}

ProbeEvent runProbeEvent(std::size_t number, const RepeatedRun& run)
{
    ProbeEvent event;
    event.number = number + 1;
    event.seed = run.seed;
    event.imagesPerS = run.imagesPerS;
    event.rateInterval = run.rateInterval;
    event.p99Ms = run.p99Ms;
    event.accuracy = run.accuracy;
    event.verdict = run.verdict;
    return event;
}

} // namespace iotbench
