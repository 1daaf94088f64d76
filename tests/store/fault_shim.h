#pragma once

#include <array>
#include <functional>
#include <string_view>

/// Stands between a program and libc: counts the calls that reach the disk, and lets one of them go wrong. It is linked
/// into the program; the libraries of the program get its functions too.
namespace faults {

enum class Kind {
    None,
    Error, ///< not done, and errno says so
    LateError, ///< done, and EIO all the same: what is reported is not always what happened
    Short, ///< a read or write of half
    Lie, ///< not done, and success reported
    Kill, ///< the process dies just before
    Meanwhile, ///< just before, another program does something
    FullDisk, ///< from here on, nothing that is written finds room
    LostDisk, ///< from here on, nothing works any more
};

struct Plan {
    Kind kind = Kind::None;
    int call = 0; ///< which one, from 1
    int error = 0; ///< for Kind::Error
    std::function<void()> meanwhile = {}; ///< for Kind::Meanwhile; its own calls do not count
};

/// What happened. Plain memory, so that it may lie where it outlives a killed process.
struct Record {
    int calls = 0;
    std::array<const char *, 1000> names = {}; ///< of the calls, in their order
};

/// The calls for which Lie, and Short, are possible.
[[nodiscard]] bool canPretend(std::string_view name);
[[nodiscard]] bool canHalve(std::string_view name);

/// Begins to count into `record`, which must stay, and to fault as planned.
void arm(const Plan &plan, Record *record);
void disarm();

} // namespace faults
