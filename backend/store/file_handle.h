#pragma once

#include <QByteArray>
#include <QString>

#include <cerrno>
#include <utility>

#include "backend/store/store.h"

namespace relaytab {

/// An open file descriptor that closes itself. With file_lock, file_metadata, safe_file and block_reader this is all
/// that knows POSIX: another platform replaces these.
class FileHandle
{
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) { }
    FileHandle(FileHandle &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    FileHandle &operator=(FileHandle &&other) noexcept;
    ~FileHandle();

    /// `flags` and `mode` as open(2); close-on-exec is added. Invalid with errno set on failure.
    [[nodiscard]] static FileHandle open(const QString &path, int flags, unsigned mode = 0);

    [[nodiscard]] bool isValid() const { return m_descriptor != -1; }
    [[nodiscard]] int get() const { return m_descriptor; }

    /// Closes now: 0, or errno of a close that failed. The handle is invalid either way.
    [[nodiscard]] int close();

private:
    Q_DISABLE_COPY(FileHandle)

    int m_descriptor = -1;
};

/// Repeats a system call that a signal interrupted.
template <typename Call>
auto retried(Call call)
{
    auto result = call();
    while (result == -1 && errno == EINTR)
        result = call();
    return result;
}

/// What an errno means to someone who wanted to read `path`, or to write it.
[[nodiscard]] Unexpected<StoreError> cannotRead(const QString &path, int systemError);
[[nodiscard]] Unexpected<StoreError> cannotWrite(const QString &path, int systemError);

} // namespace relaytab
