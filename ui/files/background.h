#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace relaytab {

/// Runs `work` in a worker thread and hands its result to `done` in the context's thread. A context that is gone by
/// then gets nothing.
template <typename Work, typename Done>
void runInBackground(QObject *context, Work work, Done done)
{
    using Result = decltype(work());
    const auto promise = std::make_shared<QPromise<Result>>();
    promise->future().then(context, [done = std::move(done)](QFuture<Result> future) { done(future.takeResult()); });
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace relaytab
