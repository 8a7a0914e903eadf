#include "run/tally.h"

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
    sum.counts.right += row.counts.right;
    sum.counts.distinct += row.counts.distinct;
    sum.bytes += row.bytes;
    for (std::size_t i = 0; i < kRejectReasonCount; ++i) {
        sum.rejected[i].count += row.rejected[i].count;
        for (const std::uint64_t line : row.rejected[i].firstLines)
            if (sum.rejected[i].firstLines.size() < RejectedRecords::kLinesKept)
                sum.rejected[i].firstLines.push_back(line);
    }
}

} // namespace

Tally::Tally(TallyOptions options, std::int64_t originNs)
    : m_options(std::move(options))
    , m_intervals(originNs, m_options.judged)
    , m_lastEventNs(originNs)
{
}

void Tally::openSource(
    std::uint32_t source, std::string peer, const std::optional<SourceTally::Planned>& planned)
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
    auto [place, isNew] = m_sources.try_emplace(source, m_options.reference, planned);
    if (isNew)
        place->second.facts().peer = std::move(peer);
}

void Tally::nameSource(std::uint32_t source, std::string peer)
{
    m_sources.at(source).facts().peer = std::move(peer);
}

void Tally::setFormat(std::uint32_t source, WireFormat format)
{
    m_sources.at(source).facts().format = format;
}

void Tally::closeSource(std::uint32_t source, SourceEnd end, std::uint64_t bytes)
{
    m_sources.at(source).close(end, bytes);
}

void Tally::fold(std::uint32_t source)
{
    const SourceRow row = m_sources.at(source).row();
    if (!m_folded)
        m_folded.emplace();
    addCounts(*m_folded, row);
    m_folded->end = row.end;
    m_folded->peer = std::to_string(++m_foldedSources) + " earlier connections";
    m_sources.erase(source);
}

std::int64_t Tally::add(const Sample& sample)
{
    SourceTally& source = m_sources.at(sample.source);
    const std::int64_t latencyNs = source.add(sample, m_options.judged);
    if (m_counts.received++ == 0)
        m_firstArrivalNs = sample.arrivalNs;
    m_lastEventNs = std::max(m_lastEventNs, sample.doneNs);
    if (sample.reason != RejectReason::None) {
        ++m_counts.rejected;
        m_rejected[static_cast<std::size_t>(sample.reason)].add(sample.sequence + 1);
        m_intervals.addRejected(sample.doneNs);
        const ImageCounts& counts = source.facts().counts;
        if (counts.received == SourceTally::kRefusedBeforeHint
            && counts.rejected == SourceTally::kRefusedBeforeHint)
            lookAtStream(source);
        return latencyNs;
    }
    if (!sample.classified) {
        ++m_counts.unclassified;
        return latencyNs;
    }
    ++m_counts.classified;
    m_lastDoneNs = std::max(m_lastDoneNs, sample.doneNs);
    const bool right = m_options.judged && sample.predicted == sample.label;
    m_counts.right += right;
    if (m_options.judged)
        ++m_confusion[sample.label][sample.predicted];
    m_latency.record(latencyNs);
    m_service.record(sample.doneNs - sample.startNs);
    m_queueNs += static_cast<double>(sample.startNs - sample.arrivalNs);
    m_decodeNs += sample.decodeNs;
    m_normaliseNs += sample.normaliseNs;
    m_inferNs += sample.inferNs;
    m_intervals.addClassified(sample.doneNs, right, latencyNs);
    if (source.facts().counts.classified == SourceTally::kLooks)
        lookAtStream(source);
    return latencyNs;
}

void Tally::lookAtStream(const SourceTally& source)
{
    const SourceRow& facts = source.facts();
    if (!facts.format)
        return;
    const auto outOfRange = facts.rejected[static_cast<std::size_t>(RejectReason::OutOfRange)].count;
    if (facts.counts.classified == 0 && outOfRange == SourceTally::kRefusedBeforeHint) {
        if (!source.hint().empty())
            m_warnings.push_back(
                {QT_TRANSLATE_NOOP("Message", "%1: %2"), {facts.peer, std::string(source.hint())}});
        else
            m_warnings.push_back({QT_TRANSLATE_NOOP("Message",
                                      "%1: the values of the first lines are all out of range for format %2"),
                {facts.peer, std::string(toString(*facts.format))}});
    }
    if (!carriesFloats(*facts.format) || !m_options.floatsShouldBe || source.looked() == 0)
        return;
    const bool meanGone = source.negativeSeen() * 2 > source.looked();
    if (*m_options.floatsShouldBe == Normalisation::MeanSubtracted && !meanGone) {
        m_looksAsModelWants = false;
        m_warnings.push_back(
            {QT_TRANSLATE_NOOP("Message",
                 "%1: the values look as if the pixel mean had not been subtracted, which the "
                 "model wants: send with -s"),
                {facts.peer}});
    } else if (*m_options.floatsShouldBe == Normalisation::Unit && source.negativeSeen() > 0) {
        m_looksAsModelWants = false;
        m_warnings.push_back(
            {QT_TRANSLATE_NOOP("Message",
                 "%1: the values look as if the pixel mean had been subtracted, which the model "
                 "does not want: send without -s"),
                {facts.peer}});
    }
}

void Tally::setSent(
    std::int64_t nowNs, std::optional<std::uint64_t> offered, std::optional<std::uint64_t> sent)
{
    if (sent && sent != m_counts.sent)
        m_lastEventNs = std::max(m_lastEventNs, nowNs);
    m_counts.offered = offered;
    m_counts.sent = sent;
    if (offered)
        m_intervals.setOffered(nowNs, *offered);
    if (sent)
        m_intervals.setSent(nowNs, *sent);
}

void Tally::finish()
{
    // A short stream is over before it could be looked at on the way.
    for (const auto& [id, source] : m_sources)
        if (source.facts().counts.classified < SourceTally::kLooks)
            lookAtStream(source);
    m_intervals.finish(m_lastEventNs);
}

std::vector<SourceRow> Tally::sourceRows() const
{
    std::vector<SourceRow> rows;
    if (m_folded)
        rows.push_back(*m_folded);
    for (const auto& [id, source] : m_sources)
        rows.push_back(source.row());
    return rows;
}

std::vector<Message> Tally::takeWarnings()
{
    return std::exchange(m_warnings, {});
}

void Tally::fillComparison(RunResult& result) const
{
    std::vector<bool> seen(m_options.reference.imageCount);
    CardAgreement card;
    result.testImagesKnown = m_options.isTestSet && m_counts.classified > 0 && !m_folded;
    std::uint64_t unknown = m_folded ? m_folded->counts.distinct : 0;
    for (const auto& [id, source] : m_sources) {
        if (source.facts().counts.classified == 0)
            continue;
        const TestSetMatch& match = source.match();
        if (!match.known()) {
            result.testImagesKnown = false;
            unknown += source.facts().counts.classified;
            continue;
        }
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (match.seen()[i])
                seen[i] = true;
        const CardAgreement& agreement = match.agreement();
        card.compared += agreement.compared;
        card.agreed += agreement.agreed;
        card.right += agreement.right;
        card.cardRight += agreement.cardRight;
        for (const CardAgreement::Difference& difference : agreement.firstDifferences)
            if (card.firstDifferences.size() < CardAgreement::kDifferencesKept)
                card.firstDifferences.push_back(difference);
    }
    result.counts.distinct = unknown + static_cast<std::uint64_t>(std::ranges::count(seen, true));
    if (m_options.judged && m_options.isTestSet && card.compared > 0)
        result.card = std::move(card);
}

void Tally::fill(RunResult& result) const
{
    result.counts = m_counts;
    result.rejected = m_rejected;
    result.sources = sourceRows();
    result.intervals = m_intervals.rows();
    result.confusion = m_confusion;
    result.looksAsModelWants = m_looksAsModelWants;
    if (m_options.judged)
        result.rollingAccuracy = m_intervals.accuracy().rolling();
    fillComparison(result);
    if (m_lastDoneNs > 0)
        result.elapsedS = static_cast<double>(m_lastDoneNs - m_firstArrivalNs) / 1e9;
    result.latencyOrigin = m_counts.classified ? m_options.latencyOrigin : LatencyOrigin::None;
    result.latency = m_latency.summary();
    result.latencyBuckets = m_latency.coarseBuckets();
    result.service = m_service.summary();
    result.stages = {meanUs(m_queueNs, m_counts.classified), meanUs(m_decodeNs, m_counts.classified),
        meanUs(m_normaliseNs, m_counts.classified), meanUs(m_inferNs, m_counts.classified)};
}

} // namespace iotbench
