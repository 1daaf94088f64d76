#include "backend/format/prefix_lines.h"

#include "backend/format/quad_scanners.h"

namespace relaytab {

namespace {

/// Digits behind a slash, without leading zeros, and moves `at` behind them; what is no prefix length is above 32.
inline std::uint32_t scanLength(const char *&at, const char *end)
{
    constexpr std::uint32_t none = 99;
    if (at == end)
        return none;
    std::uint32_t length = static_cast<std::uint32_t>(*at) - '0';
    if (length > 9)
        return none;
    ++at;
    if (length == 0 || at == end)
        return length;
    if (const std::uint32_t digit = static_cast<std::uint32_t>(*at) - '0'; digit <= 9) {
        length = length * 10 + digit;
        ++at;
    }
    return length;
}

/// The loop around a scanner of quads, which is inlined into it.
template <typename ScanQuad>
inline void scanWith(ScanQuad scanQuad, const char *&at, const char *end, PrefixLines &lines)
{
    std::size_t count = 0;
    bool anyWithCr = false;
    const char *line = at;
    while (line != end && count < PrefixLines::most) {
        const Quad quad = scanQuad(line, end);
        if (quad.length == 0)
            break;
        const char *behind = line + quad.length;
        std::uint32_t mask = ~0U;
        MaskForm form = MaskForm::LeftOut;
        if (behind != end && *behind == '/') {
            const std::uint32_t length = scanLength(++behind, end);
            if (length > 32)
                break;
            mask = length == 0 ? 0 : ~0U << (32 - length);
            form = MaskForm::Written;
        }
        const bool withCr = behind != end && *behind == '\r';
        if (withCr)
            ++behind;
        if (behind == end || *behind != '\n')
            break;
        line = behind + 1;
        lines.rows[count] = {quad.bits, mask};
        lines.forms[count] = form;
        lines.ends[count] = line;
        ++count;
        anyWithCr = anyWithCr || withCr;
    }
    lines.count = count;
    lines.anyWithCr = anyWithCr;
    at = line;
}

#if defined(__x86_64__)

__attribute__((target("sse4.1"), flatten)) void scanSse41(const char *&at, const char *end, PrefixLines &lines)
{
    scanWith(ScanQuadSse41{}, at, end, lines);
}

#endif

using Scanner = void (*)(const char *&, const char *, PrefixLines &);

Scanner fastest()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.1") != 0)
        return scanSse41;
#endif
    return scanPrefixLinesPortably;
}

} // namespace

void scanPrefixLines(const char *&at, const char *end, PrefixLines &lines)
{
    static const Scanner scanner = fastest();
    scanner(at, end, lines);
}

void scanPrefixLinesPortably(const char *&at, const char *end, PrefixLines &lines)
{
    scanWith(scanQuadPortably, at, end, lines);
}

} // namespace relaytab
