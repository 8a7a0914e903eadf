// Work that takes longer than the window may be held up.
#pragma once

#include "base/result.h"
#include "base/stage_thread.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <exception>
#include <memory>
#include <utility>

namespace iotbench::ui {

// Not Qt's own, whose end the application waits for, however long a file hangs: of this one it waits for
// three seconds, so that what is being written comes to its end.
QThreadPool& backgroundThreads();

// Runs `work`, which gives a Result, on another thread and hands that to `then` on the thread of `context`,
// if that is still there. What `work` throws becomes its error.
template <typename Work, typename Then>
void inBackground(QObject* context, Work work, Then then)
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    promise->future().then(context, std::move(then));
    backgroundThreads().start([promise, work = std::move(work)] {
        const auto result = [&work]() -> Value {
            try {
                return work();
            } catch (const std::exception& problem) {
                return Error{reasonOf(problem)};
            }
        };
        promise->addResult(result());
        promise->finish();
    });
}

} // namespace iotbench::ui
