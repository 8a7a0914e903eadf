#include "reports/image_rows.h"

#include "reports/field_words.h"

#include <array>
#include <cmath>

namespace iotbench {
namespace {

constexpr std::size_t kFlushAt = std::size_t{64} * 1024;
constexpr std::string_view kLeftOver = "left over";

constexpr std::int64_t kNsPerUs = 1'000;

std::int64_t wholeUs(std::int64_t ns)
{
    return ns >= 0 ? (ns + 500) / kNsPerUs : (ns - 500) / kNsPerUs;
}

} // namespace

std::string_view imageRowsHeader()
{
    return "source,index,intended_send_s,sent_s,arrival_s,result_s,label,predicted,probability,latency_ms,"
           "service_ms,"
           "queue_us,decode_us,normalise_us,infer_us,batch,reason,content\n";
}

ImageRowsWriter::ImageRowsWriter(OutputFile file, bool judged, std::uint64_t mostRows)
    : m_file(std::move(file))
    , m_judged(judged)
    , m_mostRows(mostRows)
{
}

void ImageRowsWriter::append(const Sample& sample)
{
    if (m_written == m_mostRows) {
        ++m_leftOut;
        return;
    }
    appendRow(sample);
    ++m_written;
    if (m_rows.text().size() >= kFlushAt)
        flush();
}

void ImageRowsWriter::appendRow(const Sample& sample)
{
    m_rows.add(std::uint64_t{sample.source}).add(sample.sequence);
    // Moments down to the microsecond that they were in, never up: rows of intervals begin at whole ones.
    const auto addMoment
        = [this](std::int64_t atNs) { m_rows.addDecimal((atNs - m_originNs) / kNsPerUs, 6); };
    for (const std::int64_t atNs : {sample.intendedNs, sample.sentNs})
        if (atNs != 0)
            addMoment(atNs);
        else
            m_rows.addEmpty();
    if (sample.arrivalNs == Sample::kSentOnly) { // sent by us, and classified elsewhere
        m_rows.addEmpty().addEmpty().add(std::uint64_t{sample.label});
        for (int column = 0; column < 11; ++column)
            m_rows.addEmpty();
        m_rows.endLine();
        return;
    }
    addMoment(sample.arrivalNs);
    if (sample.classified || sample.reason != RejectReason::None)
        addMoment(sample.doneNs);
    else
        m_rows.addEmpty();
    if (!sample.classified) {
        for (int column = 0; column < 10; ++column)
            m_rows.addEmpty();
        m_rows.add(
            fields::plainWord(sample.reason == RejectReason::None ? kLeftOver : toString(sample.reason)));
        m_rows.addEmpty().endLine();
        return;
    }
    m_rows.add(std::uint64_t{sample.label});
    if (m_judged)
        m_rows.add(std::uint64_t{sample.predicted}).addDecimal(std::llround(sample.probability * 1e6), 6);
    else
        m_rows.addEmpty().addEmpty();
    if (sample.latencyNs >= 0)
        m_rows.addDecimal(wholeUs(sample.latencyNs), 3);
    else
        m_rows.addEmpty();
    m_rows.addDecimal(wholeUs(sample.doneNs - sample.startNs), 3);
    if (sample.batch > 0) {
        m_rows.addDecimal(sample.startNs - sample.arrivalNs, 3);
        m_rows.addDecimal(sample.decodeNs, 3).addDecimal(sample.normaliseNs, 3).addDecimal(sample.inferNs, 3);
        m_rows.add(std::uint64_t{sample.batch});
    } else { // classified on another machine, which tells its service time alone
        for (int column = 0; column < 5; ++column)
            m_rows.addEmpty();
    }
    m_rows.addEmpty();
    addContent(sample.hash);
    m_rows.endLine();
}

void ImageRowsWriter::addContent(std::uint64_t hash)
{
    if (hash == 0) {
        m_rows.addEmpty();
        return;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<char, 16> text{};
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, hash >>= 4U)
        *digit = kDigits[hash & 15U];
    m_rows.add(std::string_view(text.data(), text.size()));
}

void ImageRowsWriter::flush()
{
    m_file.write(m_rows.text());
    m_rows.clear();
}

std::optional<Error> ImageRowsWriter::finish()
{
    flush();
    return m_file.close();
}

} // namespace iotbench
