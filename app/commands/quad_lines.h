#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace relaytab {

/// What ends the first word of a line, besides the line's own end.
[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// The first words of some lines, all IPv4 addresses.
struct QuadLines {
    static constexpr std::size_t most = 512;

    std::size_t count = 0;
    std::array<std::uint32_t, most> addresses;
    std::array<const char *, most> words; ///< where they stand
    std::array<std::uint8_t, most> lengths; ///< in bytes, 7 to 15
};

/// Reads lines from `at` until `lines` is full, until `end`, or until a line does not begin with a strict dotted quad;
/// `at` then stands at the begin of the next line. `end` stands behind a line end. Picks the fastest code this
/// processor has; never reads behind `end`.
void scanQuadLines(const char *&at, const char *end, QuadLines &lines);

/// The same in plain C++, on any processor.
void scanQuadLinesPortably(const char *&at, const char *end, QuadLines &lines);

} // namespace relaytab
