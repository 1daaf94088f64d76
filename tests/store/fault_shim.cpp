#include "tests/store/fault_shim.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <dlfcn.h>
#include <string_view>
#include <sys/types.h>
#include <type_traits>
#include <utility>

// The headers that declare the functions below stay out: they are defined here, word for word as libc declares them.
struct __dirstream;

namespace {

using faults::Kind;

faults::Plan s_plan;
faults::Record *s_record = nullptr;

enum class Fate { Done, Failed, DoneAndFailed, Halved, Pretended };

/// Counts a call and says what becomes of it. For Failed, errno is set.
Fate fateOf(std::string_view name)
{
    if (s_record == nullptr)
        return Fate::Done;
    const int call = ++s_record->calls;
    s_record->names.at(std::size_t(call - 1)) = name.data();
    const bool isHere = call == s_plan.call;
    const bool isSince = s_plan.call > 0 && call >= s_plan.call;
    const auto failed = [](int error) {
        errno = error;
        return Fate::Failed;
    };
    switch (s_plan.kind) {
    case Kind::None: break;
    case Kind::Error:
        if (isHere)
            return failed(s_plan.error);
        break;
    case Kind::LateError:
        if (isHere)
            return Fate::DoneAndFailed;
        break;
    case Kind::Short:
        if (isHere)
            return Fate::Halved;
        break;
    case Kind::Lie:
        if (isHere)
            return Fate::Pretended;
        break;
    case Kind::Kill:
        if (isHere)
            raise(SIGKILL);
        break;
    case Kind::Meanwhile:
        if (isHere) {
            faults::Record *const record = std::exchange(s_record, nullptr);
            s_plan.meanwhile();
            s_record = record;
        }
        break;
    case Kind::FullDisk:
        if (isSince && (name == "write" || name == "pwrite" || name == "mkdir"))
            return failed(ENOSPC);
        break;
    case Kind::LostDisk:
        if (isSince)
            return failed(EIO);
        break;
    }
    return Fate::Done;
}

template <typename Result>
Result failure()
{
    if constexpr (std::is_pointer_v<Result>)
        return nullptr;
    else
        return -1;
}

/// `pretended` is what the call would return if it had been done.
template <typename Result, typename Call>
Result through(Fate fate, Result pretended, Call call)
{
    if (fate == Fate::Failed)
        return failure<Result>();
    if (fate == Fate::Pretended)
        return pretended;
    if (fate != Fate::DoneAndFailed)
        return call();
    // What is made for the caller would be lost.
    if constexpr (!std::is_pointer_v<Result>)
        (void)call();
    errno = EIO;
    return failure<Result>();
}

} // namespace

bool faults::canPretend(std::string_view name)
{
    constexpr std::array names{"write",  "pwrite", "fsync",  "ftruncate", "flock",        "mkdir",
                               "rename", "unlink", "fchmod", "fchown",    "fremovexattr", "renameat2"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool faults::canHalve(std::string_view name)
{
    return name == "read" || name == "write" || name == "pread" || name == "pwrite";
}

void faults::arm(const Plan &plan, Record *record)
{
    s_plan = plan;
    s_record = record;
}

void faults::disarm()
{
    s_record = nullptr;
}

// SHIM(name to count, symbol, result, (parameters), noexcept or nothing, arguments...)
#define SHIM(NAME, SYMBOL, RESULT, PARAMETERS, THROWS, ...)                                                            \
    extern "C" RESULT SYMBOL PARAMETERS THROWS                                                                         \
    {                                                                                                                  \
        static const auto real = reinterpret_cast<RESULT(*) PARAMETERS>(dlsym(RTLD_NEXT, #SYMBOL));                    \
        return through<RESULT>(fateOf(NAME), {}, [&] { return real(__VA_ARGS__); });                                   \
    }
// The same for what moves `size` bytes.
#define SHIM_MOVE(SYMBOL, PARAMETERS, ...)                                                                             \
    extern "C" ssize_t SYMBOL PARAMETERS                                                                               \
    {                                                                                                                  \
        static const auto real = reinterpret_cast<ssize_t(*) PARAMETERS>(dlsym(RTLD_NEXT, #SYMBOL));                   \
        const Fate fate = fateOf(#SYMBOL);                                                                             \
        const auto all = ssize_t(size);                                                                                \
        if (fate == Fate::Halved)                                                                                      \
            size = (size + 1) / 2;                                                                                     \
        return through<ssize_t>(fate, all, [&] { return real(__VA_ARGS__); });                                         \
    }
// As Linux does it: the descriptor is gone whatever close says.
#define SHIM_CLOSE(SYMBOL)                                                                                             \
    extern "C" int SYMBOL(int fd)                                                                                      \
    {                                                                                                                  \
        static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, #SYMBOL));                            \
        const Fate fate = fateOf(#SYMBOL);                                                                             \
        const int error = errno;                                                                                       \
        const int result = real(fd);                                                                                   \
        errno = fate == Fate::Failed ? error : errno;                                                                  \
        return through<int>(fate, 0, [&] { return result; });                                                          \
    }
#define SHIM_OPEN(SYMBOL)                                                                                              \
    extern "C" int SYMBOL(const char *path, int flags, ...)                                                            \
    {                                                                                                                  \
        using Open = int (*)(const char *, int, mode_t);                                                               \
        static const auto real = reinterpret_cast<Open>(dlsym(RTLD_NEXT, #SYMBOL));                                    \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const auto mode = va_arg(more, mode_t); /* anything when none was given, and then of no account */             \
        va_end(more);                                                                                                  \
        return through<int>(fateOf("open"), 0, [&] { return real(path, flags, mode); });                               \
    }

// clang-format off
SHIM_OPEN(open)
SHIM_OPEN(open64)
SHIM_MOVE(read, (int fd, void *to, size_t size), fd, to, size)
SHIM_MOVE(write, (int fd, const void *from, size_t size), fd, from, size)
SHIM_MOVE(pread, (int fd, void *to, size_t size, off_t at), fd, to, size, at)
SHIM_MOVE(pwrite, (int fd, const void *from, size_t size, off_t at), fd, from, size, at)
SHIM_CLOSE(close)
SHIM("fsync", fsync, int, (int fd), , fd)
SHIM("ftruncate", ftruncate, int, (int fd, off_t size), noexcept, fd, size)
SHIM("flock", flock, int, (int fd, int how), noexcept, fd, how)
SHIM("fstat", fstat, int, (int fd, void *to), noexcept, fd, to)
SHIM("fstat", fstat64, int, (int fd, void *to), noexcept, fd, to)
SHIM("stat", stat, int, (const char *path, void *to), noexcept, path, to)
SHIM("stat", stat64, int, (const char *path, void *to), noexcept, path, to)
SHIM("lstat", lstat, int, (const char *path, void *to), noexcept, path, to)
SHIM("statx", statx, int, (int at, const char *path, int flags, unsigned mask, void *to), noexcept, at, path, flags, mask, to)
SHIM("faccessat", faccessat, int, (int at, const char *path, int what, int flags), noexcept, at, path, what, flags)
SHIM("realpath", realpath, char *, (const char *path, char *to), noexcept, path, to)
SHIM("readlink", readlink, ssize_t, (const char *path, char *to, size_t size), noexcept, path, to, size)
SHIM("opendir", opendir, __dirstream *, (const char *path), , path)
SHIM("mkdir", mkdir, int, (const char *path, mode_t mode), noexcept, path, mode)
SHIM("rename", rename, int, (const char *from, const char *to), noexcept, from, to)
SHIM("renameat2", renameat2, int, (int at, const char *from, int there, const char *to, unsigned flags), noexcept, at, from, there, to, flags)
SHIM("unlink", unlink, int, (const char *path), noexcept, path)
SHIM("fchmod", fchmod, int, (int fd, mode_t mode), noexcept, fd, mode)
SHIM("fchown", fchown, int, (int fd, uid_t user, gid_t group), noexcept, fd, user, group)
SHIM("flistxattr", flistxattr, ssize_t, (int fd, char *to, size_t size), noexcept, fd, to, size)
SHIM("fgetxattr", fgetxattr, ssize_t, (int fd, const char *name, void *to, size_t size), noexcept, fd, name, to, size)
SHIM("fsetxattr", fsetxattr, int, (int fd, const char *name, const void *from, size_t size, int flags), noexcept, fd, name, from, size, flags)
SHIM("fremovexattr", fremovexattr, int, (int fd, const char *name), noexcept, fd, name)
// clang-format on
