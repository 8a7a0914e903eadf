// A thread that is joined on every path, and whose failure is a value.
#pragma once

#include "base/message.h"

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace iotbench {

// Why, for the user: the reason of a Refusal, or what() of any other exception.
Message reasonOf(const std::exception& problem);

class StageThread {
public:
    StageThread() = default; // of no thread
    // Runs `body`; an exception that leaves it ends the thread alone, and join() tells it. `name`: what the
    // kernel shows of the thread, 15 characters of it. Throws Refusal where the system gives no thread.
    StageThread(const std::string& name, std::function<void()> body);
    StageThread(StageThread&& other) noexcept = default;
    StageThread& operator=(StageThread&& other) noexcept;
    ~StageThread(); // joins: whoever has the thread tells its body to end before

    Message join(); // empty or what the body threw; at once where there is no thread

private:
    std::unique_ptr<Message> m_error; // the thread's until it is joined
    std::thread m_thread;
};

} // namespace iotbench
