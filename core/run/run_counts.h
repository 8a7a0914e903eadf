// Everything that is counted while a run goes on, sample by sample, in the order of the run.
#pragma once

#include "run/content_counts.h"
#include "run/delivery_check.h"
#include "run/source_counts.h"
#include "statistics/interval_rows.h"
#include "statistics/latency_histogram.h"
#include "statistics/run_batches.h"
#include "statistics/run_result.h"
#include "statistics/sample.h"

#include <cstdint>
#include <map>
#include <vector>

namespace iotbench {

struct CountingOptions {
    std::size_t classes = 0; // of the images; 0: none will come
    bool judged = true; // false with the engine `null`
    // Loopback: what stream i sends, and so source i brings; latencies then start at the intended times.
    // Empty, or without such times: at the arrival.
    std::vector<StreamPlan> plans;
    const KnownImages* sent = nullptr; // loopback: the set that the streams are made of
    KnownSets known;
    std::optional<Normalisation> floatsShouldBe; // what the model wants of a float stream; unset: anything
};

// One thread. Memory does not grow with the length of a run, nor with the number of peers: past kMostSources,
// sources that have gone are added up in one row; how they ended is counted
// of all.
class RunCounts {
public:
    static constexpr std::size_t kMostSources = 256;

    // `originNs`: second 0 of the run on the clock of the samples.
    RunCounts(CountingOptions options, std::int64_t originNs);

    void openSource(std::uint32_t source, std::string name);
    void nameSource(std::uint32_t source, std::string name);
    void setFormat(std::uint32_t source, WireFormat format);
    // Once all its samples have been added.
    void closeSource(
        std::uint32_t source, SourceEnd end, std::uint64_t bytes, const AfterEndMark& after = {});

    // Of an opened source, in order of ordinals. Returns the latency (see SourceCounts::add).
    std::int64_t add(Sample& sample);
    std::int64_t add(Sample&& sample) { return add(sample); }

    // Totals of the sending side as they are at `nowNs` (see IntervalRows::setSent).
    void setSent(std::int64_t nowNs, std::optional<std::uint64_t> offered, std::optional<std::uint64_t> sent);
    void advanceTo(std::int64_t nowNs) { m_intervals.advanceTo(nowNs); }
    // Ends the last interval just after the last result.
    void finish();

    bool judged() const { return m_options.judged; }
    std::int64_t originNs() const { return m_originNs; }
    const ImageCounts& counts() const { return m_counts; }
    DistinctCounts distinct() const { return m_content.distinct(); }
    std::uint64_t received(std::uint32_t source) const
    {
        return m_sources.at(source).facts().counts.received;
    }
    const IntervalRows& intervals() const { return m_intervals; }
    std::int64_t firstArrivalNs() const { return m_firstArrivalNs; } // of an image; 0: none came
    std::uint64_t waited() const { return m_waited; } // classified images that have no latency
    std::int64_t lastDoneNs() const { return m_lastDoneNs; } // 0: nothing was done
    std::vector<SourceRow> sourceRows() const;
    // What turned out about the streams since the last call, in words: each once a source.
    std::vector<Message> takeWarnings();

    CountedImages images() const;
    RunSeries series() const; // of the classified images
    // Loopback, of stream i: what has arrived of it so far. Empty where others send.
    std::vector<Delivery> deliveries() const;

private:
    void fold(std::uint32_t source);
    void inspectStream(const SourceCounts& source);
    std::optional<SourceCounts::Intended> intendedFor(std::uint32_t source) const;

    CountingOptions m_options;
    const std::int64_t m_originNs;
    ImageCounts m_counts;
    RejectedByReason m_rejected;
    std::map<std::uint32_t, SourceCounts> m_sources;
    std::vector<DeliveryCheck> m_deliveries; // by stream
    ContentCounts m_content;
    std::uint64_t m_scoresNotFinite = 0;
    std::optional<SourceRow> m_folded;
    std::uint64_t m_foldedSources = 0;
    SourceEnds m_ends;
    Confusion m_confusion;
    LatencyHistogram m_latency;
    LatencyHistogram m_service;
    std::uint64_t m_waited = 0;
    double m_queueNs = 0, m_decodeNs = 0, m_normaliseNs = 0, m_inferNs = 0;
    RunBatches m_batches;
    IntervalRows m_intervals;
    std::int64_t m_firstArrivalNs = 0;
    std::int64_t m_firstDoneNs = 0; // 0: none yet
    std::uint64_t m_doneFirst = 0; // results at that time: a batch has one
    std::int64_t m_lastDoneNs = 0;
    std::int64_t m_lastEventNs = 0;
    bool m_looksAsModelWants = true;
    std::vector<Message> m_warnings;
};

} // namespace iotbench
