#include "run/run_counts.h"

#include <algorithm>

namespace iotbench {

namespace {

std::optional<double> meanUs(double sumNs, std::uint64_t count)
{
    if (count == 0)
        return std::nullopt;
    return sumNs / static_cast<double>(count) / 1e3;
}

void addCounts(SourceRow& sum, const SourceRow& row)
{
    sum.counts.received += row.counts.received;
    sum.counts.classified += row.counts.classified;
    sum.counts.rejected += row.counts.rejected;
    sum.counts.unclassified += row.counts.unclassified;
    sum.counts.correct += row.counts.correct;
    sum.bytes += row.bytes;
    for (std::size_t i = 0; i < kRejectReasonCount; ++i) {
        sum.rejected[i].count += row.rejected[i].count;
        for (const std::uint64_t line : row.rejected[i].firstLines)
            if (sum.rejected[i].firstLines.size() < RejectedRecords::kLinesKept)
                sum.rejected[i].firstLines.push_back(line);
    }
}

} // namespace

RunCounts::RunCounts(CountingOptions options, std::int64_t originNs)
    : m_options(std::move(options))
    , m_originNs(originNs)
    , m_content(m_options.known, m_options.classes)
    , m_confusion(m_options.judged ? m_options.classes : 0)
    , m_intervals(originNs, m_options.judged)
    , m_lastEventNs(originNs)
{
    if (m_options.sent)
        for (const StreamPlan& plan : m_options.plans)
            m_deliveries.emplace_back(*m_options.sent, plan.firstImage);
}

std::optional<SourceCounts::Intended> RunCounts::intendedFor(std::uint32_t source) const
{
    if (source >= m_options.plans.size() || !m_options.plans[source].hasIntendedTimes())
        return std::nullopt;
    return SourceCounts::Intended{Schedule(m_options.plans[source]), m_originNs};
}

void RunCounts::openSource(std::uint32_t source, std::string name)
{
    if (m_sources.size() >= kMostSources) {
        // Peers that brought nothing good go first, then the oldest that has gone.
        auto gone = std::ranges::find_if(m_sources, [](const auto& entry) {
            return entry.second.facts().end != SourceEnd::Open && entry.second.facts().counts.classified == 0;
        });
        if (gone == m_sources.end())
            gone = std::ranges::find_if(
                m_sources, [](const auto& entry) { return entry.second.facts().end != SourceEnd::Open; });
        if (gone != m_sources.end())
            fold(gone->first);
    }
    SourceRow& facts = m_sources.try_emplace(source, intendedFor(source)).first->second.facts();
    facts.id = source;
    facts.name = std::move(name);
}

void RunCounts::nameSource(std::uint32_t source, std::string name)
{
    m_sources.at(source).facts().name = std::move(name);
}

void RunCounts::setFormat(std::uint32_t source, WireFormat format)
{
    m_sources.at(source).facts().format = format;
}

void RunCounts::closeSource(
    std::uint32_t source, SourceEnd end, std::uint64_t bytes, const AfterEndMark& after)
{
    SourceCounts& counts = m_sources.at(source);
    counts.close(end, bytes, after);
    m_ends[static_cast<std::size_t>(end)].add(counts.facts().name, after);
}

void RunCounts::fold(std::uint32_t source)
{
    const SourceRow row = m_sources.at(source).row();
    if (!m_folded)
        m_folded.emplace().end = row.end;
    addCounts(*m_folded, row);
    if (endedWell(m_folded->end))
        m_folded->end = row.end; // one that did not end well stays
    m_folded->name = std::to_string(++m_foldedSources) + " earlier connections";
    m_sources.erase(source);
}

std::int64_t RunCounts::add(Sample& sample)
{
    SourceCounts& source = m_sources.at(sample.source);
    const std::int64_t latencyNs = source.add(sample, m_options.judged);
    ++m_counts.received;
    m_lastEventNs = std::max(m_lastEventNs, sample.doneNs);
    if (sample.source < m_deliveries.size())
        m_deliveries[sample.source].add(sample.key, sample.label);
    if (sample.reason != RejectReason::None) {
        ++m_counts.rejected;
        m_rejected[static_cast<std::size_t>(sample.reason)].add(sample.sequence + 1);
        m_intervals.addRejected(sample.doneNs);
        const ImageCounts& counts = source.facts().counts;
        if (counts.received == SourceCounts::kRejectedBeforeHint
            && counts.rejected == SourceCounts::kRejectedBeforeHint)
            inspectStream(source);
        return latencyNs;
    }
    if (m_counts.classified + m_counts.unclassified == 0)
        m_firstArrivalNs = sample.arrivalNs;
    if (!sample.classified) {
        ++m_counts.unclassified;
        return latencyNs;
    }
    ++m_counts.classified;
    if (m_firstDoneNs == 0 || sample.doneNs < m_firstDoneNs) {
        m_firstDoneNs = sample.doneNs;
        m_doneFirst = 0;
    }
    m_doneFirst += sample.doneNs == m_firstDoneNs;
    m_lastDoneNs = std::max(m_lastDoneNs, sample.doneNs);
    const bool correct = m_options.judged && sample.predicted == sample.label;
    m_counts.correct += correct;
    if (m_options.judged) {
        m_confusion.add(sample.label, sample.predicted);
        m_scoresNotFinite += !sample.scoresFinite;
    }
    m_content.add(sample.key, sample.label, sample.predicted, correct);
    if (latencyNs >= 0)
        m_latency.record(latencyNs);
    m_waited += sample.waited;
    m_service.record(sample.doneNs - sample.startNs);
    m_queueNs += static_cast<double>(sample.startNs - sample.arrivalNs);
    m_decodeNs += static_cast<double>(sample.decodeNs);
    m_normaliseNs += static_cast<double>(sample.normaliseNs);
    m_inferNs += static_cast<double>(sample.inferNs);
    m_batches.add(sample.doneNs - m_firstArrivalNs, latencyNs, sample.doneNs - sample.startNs);
    m_intervals.addClassified(sample.doneNs, correct, latencyNs);
    if (source.facts().counts.classified == SourceCounts::kInspected)
        inspectStream(source);
    return latencyNs;
}

void RunCounts::inspectStream(const SourceCounts& source)
{
    const SourceRow& facts = source.facts();
    if (!facts.format)
        return;
    const auto outOfRange = facts.rejected[static_cast<std::size_t>(RejectReason::OutOfRange)].count;
    if (facts.counts.classified == 0 && outOfRange == SourceCounts::kRejectedBeforeHint) {
        if (source.hint())
            m_warnings.push_back({TR("%1: %2"), {facts.name, *source.hint()}});
        else
            m_warnings.push_back({TR("%1: the values of the first lines are all out of range for format %2"),
                {facts.name, std::string(toString(*facts.format))}});
    }
    if (!carriesFloats(*facts.format) || !m_options.floatsShouldBe || source.inspected() == 0)
        return;
    const bool meanGone = source.meanSubtracted() * 2 > source.inspected();
    if (*m_options.floatsShouldBe == Normalisation::MeanSubtracted && !meanGone) {
        m_looksAsModelWants = false;
        m_warnings.push_back(
            {TR("%1: the values look as if the pixel mean had not been subtracted, which the "
                "model wants: send with -s"),
                {facts.name}});
    } else if (*m_options.floatsShouldBe == Normalisation::Unit && source.meanSubtracted() > 0) {
        m_looksAsModelWants = false;
        m_warnings.push_back(
            {TR("%1: the values look as if the pixel mean had been subtracted, which the model "
                "does not want: send without -s"),
                {facts.name}});
    }
}

void RunCounts::setSent(
    std::int64_t nowNs, std::optional<std::uint64_t> offered, std::optional<std::uint64_t> sent)
{
    if (sent != m_counts.sent || offered != m_counts.offered)
        m_lastEventNs = std::max(m_lastEventNs, nowNs);
    m_counts.offered = offered;
    m_counts.sent = sent;
    if (offered)
        m_intervals.setOffered(nowNs, *offered);
    if (sent)
        m_intervals.setSent(nowNs, *sent);
}

void RunCounts::finish()
{
    // A short stream is over before it could be inspected on the way.
    for (const auto& [id, source] : m_sources)
        if (source.facts().counts.classified < SourceCounts::kInspected)
            inspectStream(source);
    // After the last event, at a whole microsecond: reports are that exact, and a row holds what is before
    // its end.
    constexpr std::int64_t kNsPerUs = 1'000;
    const bool nothing = m_counts.received == 0 && m_counts.sent.value_or(0) == 0;
    m_intervals.finish(
        nothing ? m_originNs : m_originNs + ((m_lastEventNs - m_originNs) / kNsPerUs + 1) * kNsPerUs);
}

std::vector<SourceRow> RunCounts::sourceRows() const
{
    std::vector<SourceRow> rows;
    if (m_folded)
        rows.push_back(*m_folded);
    for (const auto& [id, source] : m_sources)
        rows.push_back(source.row());
    return rows;
}

std::vector<Message> RunCounts::takeWarnings()
{
    return std::exchange(m_warnings, {});
}

std::vector<Delivery> RunCounts::deliveries() const
{
    std::vector<Delivery> deliveries;
    for (const DeliveryCheck& check : m_deliveries)
        deliveries.push_back(check.delivery());
    return deliveries;
}

RunSeries RunCounts::series() const
{
    if (m_lastDoneNs == 0)
        return {};
    return m_batches.series(
        static_cast<double>(m_firstArrivalNs - m_originNs) / 1e9, m_lastDoneNs - m_firstArrivalNs);
}

CountedImages RunCounts::images() const
{
    CountedImages images;
    images.counts = m_counts;
    images.rejected = m_rejected;
    images.sources = sourceRows();
    images.sourceEnds = m_ends;
    images.intervals = m_intervals.rows();
    images.confusion = m_confusion;
    images.looksAsModelWants = m_looksAsModelWants;
    if (m_options.judged)
        images.rollingAccuracy = m_intervals.accuracy().rolling();
    images.content = m_content.facts();
    images.scoresNotFinite = m_scoresNotFinite;
    images.card = m_content.card();
    if (m_lastDoneNs > 0)
        images.elapsedS = static_cast<double>(m_lastDoneNs - m_firstArrivalNs) / 1e9;
    if (m_lastDoneNs > m_firstDoneNs)
        images.resultsPerS = static_cast<double>(m_counts.classified - m_doneFirst)
            / (static_cast<double>(m_lastDoneNs - m_firstDoneNs) / 1e9);
    if (images.elapsedS > 0)
        images.rateInterval
            = rateIntervalOf(series(), static_cast<double>(m_counts.classified) / images.elapsedS);
    if (m_counts.classified) {
        const bool intended = !m_options.plans.empty() && m_options.plans.front().hasIntendedTimes();
        images.latencyOrigin = intended ? LatencyOrigin::Intended : LatencyOrigin::Arrival;
    }
    images.latency = m_latency.summary();
    images.latencyIntervals = m_batches.latencyIntervals(m_latency);
    images.latencyBuckets = m_latency.coarseBuckets();
    images.service = m_service.summary();
    images.serviceIntervals = m_batches.serviceIntervals(m_service);
    images.stages = {meanUs(m_queueNs, m_counts.classified), meanUs(m_decodeNs, m_counts.classified),
        meanUs(m_normaliseNs, m_counts.classified), meanUs(m_inferNs, m_counts.classified)};
    return images;
}

} // namespace iotbench
