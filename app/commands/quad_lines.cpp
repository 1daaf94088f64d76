#include "app/commands/quad_lines.h"

#include <cstring>

#include "backend/format/quad_scanners.h"

namespace relaytab {

namespace {

/// The loop around a scanner, which is inlined into it. A quad counts only as a whole word.
template <typename Scan>
inline void scanWith(Scan scan, const char *&at, const char *end, QuadLines &lines)
{
    const char *line = at;
    std::size_t count = 0;
    while (line != end && count < QuadLines::most) {
        const Quad quad = scan(line, end);
        if (quad.length == 0)
            break;
        const char *const behind = line + quad.length; // a line end at the latest, so it can be read
        const char *next = behind;
        if (*behind != '\n') {
            if (!isBlank(*behind))
                break;
            next = static_cast<const char *>(std::memchr(behind, '\n', static_cast<std::size_t>(end - behind)));
        }
        lines.addresses[count] = quad.bits;
        lines.words[count] = line;
        lines.lengths[count] = static_cast<std::uint8_t>(quad.length);
        ++count;
        line = next + 1;
    }
    lines.count = count;
    at = line;
}

#if defined(__x86_64__)

__attribute__((target("sse4.1"), flatten)) void scanSse41(const char *&at, const char *end, QuadLines &lines)
{
    scanWith(ScanQuadSse41{}, at, end, lines);
}

#endif

using Scanner = void (*)(const char *&, const char *, QuadLines &);

Scanner fastest()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.1") != 0)
        return scanSse41;
#endif
    return scanQuadLinesPortably;
}

} // namespace

void scanQuadLines(const char *&at, const char *end, QuadLines &lines)
{
    static const Scanner scanner = fastest();
    scanner(at, end, lines);
}

void scanQuadLinesPortably(const char *&at, const char *end, QuadLines &lines)
{
    scanWith(scanQuadPortably, at, end, lines);
}

} // namespace relaytab
