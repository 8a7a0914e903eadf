// images.csv: one line for each record, written while the run goes on.
#pragma once

#include "reports/csv.h"
#include "reports/output_file.h"
#include "statistics/sample.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace iotbench {

// Columns: source, index (place within the source, from 0); in seconds of the run, down to the whole
// microsecond: intended_send_s, sent_s, arrival_s, result_s (when it was classified or rejected); label,
// predicted, probability, latency_ms, service_ms (from when a worker began with it), queue_us, decode_us,
// normalise_us, infer_us (of its whole batch), batch, reason, content (imageHash() in 16 hexadecimal digits:
// equal images have equal content in every report). Records that were refused or left over at a stop have
// source, index, their times and reason alone; where we only send, a row ends with the label. Without judged
// answers (engine `null`) predicted and probability are empty. Lines stand in the order in which results were
// collected.
std::string_view imageRowsHeader(); // with its newline

// `file` holds the header already. One thread at a time. Memory is constant; rows are formatted into a fixed
// buffer and written when it is full.
class ImageRowsWriter {
public:
    // `judged`: false with the engine `null`. Rows beyond `mostRows` are counted and not written.
    ImageRowsWriter(
        OutputFile file, bool judged, std::uint64_t mostRows = std::numeric_limits<std::uint64_t>::max());

    // Second 0 of the run, on the steady clock of the samples. Before the first append().
    void setOrigin(std::int64_t originNs) { m_originNs = originNs; }
    // Errors are kept for finish(): a run goes on without its list.
    void append(const Sample& sample);
    std::uint64_t written() const { return m_written; }
    std::uint64_t leftOut() const { return m_leftOut; }
    std::optional<Error> finish();

private:
    void appendRow(const Sample& sample);
    void addContent(std::uint64_t hash); // 0: none
    void flush();

    OutputFile m_file;
    std::int64_t m_originNs = 0;
    bool m_judged;
    std::uint64_t m_mostRows;
    std::uint64_t m_written = 0;
    std::uint64_t m_leftOut = 0;
    CsvText m_rows;
};

} // namespace iotbench
