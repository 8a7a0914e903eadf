#include "study_driver/run_table_reader.h"

#include "reports/field_words.h"

#include <algorithm>

namespace iotbench {

std::vector<RepeatedRun> runsOf(const std::vector<CsvLine>& lines)
{
    std::vector<RepeatedRun> runs;
    for (std::size_t i = 1; i < std::min(lines.size(), kMostReadRuns + 1); ++i) {
        const auto number
            = [&](std::string_view name) { return csvNumber<double>(lines.front(), lines[i], name); };
        RepeatedRun& run = runs.emplace_back();
        run.seed = csvNumber<std::uint64_t>(lines.front(), lines[i], "seed").value_or(0);
        run.imagesPerS = number("images_per_s").value_or(0);
        const auto low = number("images_per_s_low"), high = number("images_per_s_high");
        if (low && high)
            run.rateInterval = Interval{*low, *high};
        run.p99Ms = number("latency_p99_ms");
        if (const auto pct = number("accuracy_pct"); pct && *pct <= 100)
            run.accuracy = *pct / 100;
        run.verdict = fields::enumeratorOf<Judgement>(csvField(lines.front(), lines[i], "verdict_overall"))
                          .value_or(Judgement::NotJudged);
    }
    return runs;
}

} // namespace iotbench
