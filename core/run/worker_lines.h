// What the role `worker` says on its output: one line for each record, in order.
// index,label,predicted,probability,service_us,reason - predicted, probability and service time are empty
// where the record was refused, the label too where it could not be read; the reason is empty where it was
// not. With `hashes` one column more: the hash of the image's content in 16 hexadecimal digits, empty where
// the record was not decoded.
#pragma once

#include "base/message.h"
#include "base/stop_signal.h"
#include "statistics/sample.h"
#include "stream/byte_stream.h"

#include <atomic>
#include <string>

namespace iotbench {

struct WorkerColumns {
    bool judged = true; // answers mean something
    bool hashes = false;
};

void appendWorkerLine(std::string& text, const Sample& sample, WorkerColumns columns);

// One thread, but for failed(). Lines are collected and written when there are many, or at flush().
class WorkerLines {
public:
    WorkerLines(ByteSink& output, WorkerColumns columns, const StopSignal& stop);

    void append(const Sample& sample);
    // Waits for a reader that is slow; gives up at a stop or where nobody reads any more.
    void flush();
    bool failed() const noexcept { return m_failed.load(std::memory_order_acquire); } // for any thread
    // Why results went unread: empty unless failed(), after which it does not change.
    const Message& error() const { return m_error; }

private:
    void fail(Message why);

    ByteSink& m_output;
    WorkerColumns m_columns;
    const StopSignal& m_stop;
    std::string m_text;
    Message m_error; // written before m_failed is
    std::atomic<bool> m_failed{false};
};

} // namespace iotbench
