#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace relaytab {

/// Runs `work` in a thread of `jobs` and hands its result to `done` in the context's thread, which calls this. A
/// context that is gone by then gets nothing. By a watcher: QFuture::then() with a context crashes in Qt 6.4 when the
/// machine is busy, its continuation having lost its promise.
template <typename Work, typename Done>
void runInBackground(QThreadPool &jobs, QObject *context, Work work, Done done)
{
    using Result = decltype(work());
    const auto promise = std::make_shared<QPromise<Result>>();
    auto *watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future().takeResult());
    });
    watcher->setFuture(promise->future());
    promise->start();
    jobs.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace relaytab
