#include "run/sent_rows.h"

namespace iotbench {

SentRows::SentRows(const SendingSide& sending, const ImageSet& images)
    : m_sending(sending)
    , m_images(images)
{
    for (const StreamPlan& plan : sending.plans()) {
        Stream stream;
        stream.firstImage = plan.firstImage;
        if (plan.hasIntendedTimes())
            stream.schedule.emplace(plan);
        m_streams.push_back(std::move(stream));
    }
}

void SentRows::addTo(SampleOutputs& outputs)
{
    if (!outputs.report && !outputs.kept)
        return;
    for (std::size_t i = 0; i < m_streams.size(); ++i) {
        Stream& stream = m_streams[i];
        for (const std::uint64_t recorded = m_sending.recorded(i); stream.next < recorded; ++stream.next) {
            Sample row;
            row.source = static_cast<std::uint32_t>(i);
            row.sequence = stream.next;
            row.arrivalNs = Sample::kSentOnly;
            row.label = m_images.labels[(stream.firstImage + stream.next) % m_images.size()];
            if (stream.schedule)
                row.intendedNs = m_sending.startNs() + stream.schedule->next();
            row.sentNs = m_sending.sentNs(i, stream.next);
            outputs.add(row);
        }
    }
}

} // namespace iotbench
