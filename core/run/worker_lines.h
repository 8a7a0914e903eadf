// What the role `worker` says on its output: one line for each record, in order.
// index,label,predicted,probability,service_us,reason - predicted, probability and service time are empty
// where the record was refused, the label too where it could not be read; the reason is empty where it was
// not.
#pragma once

#include "base/stop_signal.h"
#include "reports/image_rows.h"
#include "stream/byte_stream.h"

#include <span>
#include <string>

namespace iotbench {

void appendWorkerLine(std::string& text, const ImageRow& row, bool judged);

// One thread. Lines are gathered and written when there are many, or at flush().
class WorkerLines {
public:
    WorkerLines(ByteSink& output, bool judged, const StopSignal& stop);

    void append(std::span<const ImageRow> rows);
    // Waits for a reader that is slow; gives up at a stop or where nobody reads any more.
    void flush();
    const std::string& error() const { return m_error; } // "" unless nobody reads the output

private:
    ByteSink& m_output;
    bool m_judged;
    const StopSignal& m_stop;
    std::string m_text;
    std::string m_error;
};

} // namespace iotbench
