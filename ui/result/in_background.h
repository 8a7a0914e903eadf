// Work that takes longer than the window may be held up.
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace iotbench::ui {

// Runs `work` on another thread and hands its result to `then` on the thread of `context`, if that is still
// there.
template <typename Work, typename Then>
void inBackground(QObject* context, Work work, Then then)
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    promise->future().then(context, std::move(then));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace iotbench::ui
