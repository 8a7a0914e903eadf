// The rules about steadiness, in the claims of throughput and latency, as a table.
#pragma once

#include "claim_row.h"

#include <vector>

namespace iotbench::test {

inline void asFastAsPossible(RunResult& run)
{
    run.settings.imagesPerSecond = 0;
    run.sendDelay.reset();
    run.backlog.reset();
    run.steadiness = {.basis = SteadyBasis::Rate};
}

inline const std::vector<ClaimRow>& steadinessRows()
{
    static const SteadyChange slower{12.5, 520, 430, {1, 0, 0, 2'400, 60}, {1.9, 0, 40, 1'900, 78}};
    static const std::vector<ClaimRow> table = {
        {"the rate was steady", Claim::Throughput, kValid, {}, asFastAsPossible},
        {"the rate fell, with the clock", Claim::Throughput, kWeak,
            {"WEAK: the rate was not steady: it fell from 520 to 430 images/s at 12.5 s (clock 2400 to 1900 "
             "MHz, "
             "temperature 60 to 78 °C, slowed by heat 0 to 40 % of the time) -> run longer, on an idle "
             "machine that "
             "has warmed up"},
            [](auto& run) {
                asFastAsPossible(run);
                run.steadiness.changes = {slower};
            }},
        {"the rate rose, as others ended", Claim::Throughput, kWeak,
            {"WEAK: the rate was not steady: it rose from 400 to 500 images/s at 3.0 s (other programs 40 to "
             "2 % of "
             "the CPU time, taken by the hypervisor 9 to 1 %), the largest of 2 changes"},
            [](auto& run) {
                asFastAsPossible(run);
                // A clock that went down with it explains nothing.
                run.steadiness.changes
                    = {{3, 400, 500, {40, 9, 0, 2'400, {}}, {2, 1, 0, 2'000, {}}}, {7, 500, 470, {}, {}}};
            }},
        {"the rate changed, and nothing else was seen", Claim::Throughput, kWeak,
            {"WEAK: the rate was not steady: it fell from 520 to 430 images/s at 12.5 s"},
            [](auto& run) {
                asFastAsPossible(run);
                run.steadiness.changes = {{12.5, 520, 430, {}, {}}};
            }},
        {"a board that warmed up", Claim::Throughput, kValid,
            {"VALID: steady at 430 images/s from 12.5 s on, after 520 images/s before that (clock 2400 to "
             "1900 MHz, "
             "temperature 60 to 78 °C, slowed by heat 0 to 40 % of the time)"},
            [](auto& run) {
                asFastAsPossible(run);
                run.steadiness.changes = {slower};
                run.steadiness.settledS = 12.5;
            }},
        {"service time says nothing of the rate", Claim::Throughput, kValid, {},
            [](auto& run) { run.steadiness.changes = {slower}; }},

        {"service time rose", Claim::Latency, kWeak,
            {"WEAK: service time was not steady: from 2.5 to 3.125 ms at 4.0 s (clock 2400 to 1900 MHz) -> "
             "run longer, "
             "on an idle machine that has warmed up"},
            [](auto& run) {
                run.steadiness.changes = {{4, 2.5, 3.125, {{}, {}, {}, 2'400, {}}, {{}, {}, {}, 1'900, {}}}};
            }},
        {"service time rose in a long run", Claim::Latency, kWeak,
            {"WEAK: service time was not steady: from 5 to 7.5 ms at 9:05:08 h (clock 2400 to 1900 MHz)"},
            [](auto& run) {
                run.steadiness.changes
                    = {{32'708.4, 5, 7.5, {{}, {}, {}, 2'400, {}}, {{}, {}, {}, 1'900, {}}}};
            }},
        {"service time rose early", Claim::Latency, kValid,
            {"VALID: service time steady at 3.125 ms from 4.0 s on, after 2.5 ms before that"},
            [](auto& run) {
                run.steadiness.changes = {{4, 2.5, 3.125, {}, {}}};
                run.steadiness.settledS = 4;
            }},
        {"the rate says nothing of the latency", Claim::Latency, kValid, {},
            [](auto& run) { run.steadiness = {.basis = SteadyBasis::Rate, .changes = {slower}}; }},
        {"the backlog grew", Claim::Latency, kWeak,
            {"WEAK: the backlog grew: latency rose by 101 ms over the run (95 % interval 1 to 201) -> ask "
             "for less "
             "than 1000 images/s with -i"},
            [](auto& run) {
                run.steadiness.backlogGrowthMs = {101, 1, 201};
            }},
        {"the backlog may not have grown", Claim::Latency, kValid, {},
            [](auto& run) {
                run.steadiness.backlogGrowthMs = {101, -1, 203};
            }},
        {"the backlog grew by little", Claim::Latency, kValid, {},
            [](auto& run) {
                run.steadiness.backlogGrowthMs = {99, 1, 199};
            }},
        {"over 2 % of a short run", Claim::Latency, kWeak,
            {"WEAK: the backlog grew: latency rose by 41 ms over the run (95 % interval 1 to 81)"},
            [](auto& run) {
                run.elapsedS = 2;
                run.backlog = {1.99, 1.99, 2};
                run.steadiness.backlogGrowthMs = {41, 1, 81};
            }},
    };
    return table;
}

} // namespace iotbench::test
