#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "backend/format/quad_scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace relaytab {

/// A dotted quad at the front of some text; length 0 when there is none.
struct Quad {
    std::uint32_t bits = 0;
    std::uint32_t length = 0;
};

inline Quad scanQuadPortably(const char *at, const char *end)
{
    std::string_view text{at, static_cast<std::size_t>(end - at)};
    Quad quad;
    if (scanQuad(text, quad.bits))
        quad.length = static_cast<std::uint32_t>(text.data() - at);
    return quad;
}

#if defined(__x86_64__)

/// Where the dots of a quad stand, and what follows from it. There are 3^4 of them.
struct QuadPattern {
    std::uint16_t shape = 0; ///< bit i: byte i is a dot; and one more bit for the end
    std::uint8_t length = 0;
    alignas(16) std::array<std::uint8_t, 16> places{}; ///< from where each octet's digits come: hundreds, tens, ones, 0
    alignas(16) std::array<std::uint32_t, 4> least{}; ///< an octet below it has a leading zero
};

inline constexpr std::size_t quadPatternCount = 81;
inline constexpr std::uint8_t quadNowhere = 0x80;

constexpr std::array<QuadPattern, quadPatternCount> makeQuadPatterns()
{
    std::array<QuadPattern, quadPatternCount> patterns{};
    for (std::size_t n = 0; n < quadPatternCount; ++n) {
        const std::array<std::size_t, 4> digits{n / 27 + 1, n / 9 % 3 + 1, n / 3 % 3 + 1, n % 3 + 1};
        QuadPattern &pattern = patterns[n];
        std::size_t at = 0;
        for (std::size_t octet = 0; octet < 4; ++octet) {
            for (std::size_t place = 0; place < 4; ++place) {
                // Right-aligned before the last of the four places.
                const std::size_t skipped = 3 - digits[octet];
                pattern.places[octet * 4 + place] =
                    place < skipped || place == 3 ? quadNowhere : static_cast<std::uint8_t>(at + place - skipped);
            }
            pattern.least[octet] = digits[octet] == 1 ? 0U : digits[octet] == 2 ? 10U : 100U;
            at += digits[octet];
            pattern.shape = static_cast<std::uint16_t>(pattern.shape | (1U << at)); // a dot, or the end
            ++at;
        }
        pattern.length = static_cast<std::uint8_t>(at - 1);
    }
    return patterns;
}

inline constexpr auto quadPatterns = makeQuadPatterns();

/// A perfect hash of the 81 shapes: this factor was found by search, and the assertion below holds it.
inline constexpr std::uint32_t quadHashFactor = 0x887D8539U;

constexpr std::size_t quadHashOf(std::uint32_t shape)
{
    return (shape * quadHashFactor) >> 23;
}

inline constexpr std::size_t quadHashSize = 512;

constexpr std::array<std::uint8_t, quadHashSize> makeQuadHash()
{
    std::array<std::uint8_t, quadHashSize> hash{};
    for (std::size_t n = 0; n < quadPatternCount; ++n)
        hash[quadHashOf(quadPatterns[n].shape)] = static_cast<std::uint8_t>(n);
    return hash;
}

inline constexpr auto quadPatternOfHash = makeQuadHash();

constexpr bool quadHashIsPerfect()
{
    for (std::size_t n = 0; n < quadPatternCount; ++n)
        if (quadPatternOfHash[quadHashOf(quadPatterns[n].shape)] != n)
            return false;
    return true;
}
static_assert(quadHashIsPerfect());

/// One load: dots and digits as bit masks, the shape's pattern moves every octet's digits to its place, two
/// multiplications make numbers of them.
struct ScanQuadSse41 {
    __attribute__((target("sse4.1"))) Quad operator()(const char *at, const char *end) const
    {
        if (end - at < 16)
            return scanQuadPortably(at, end);
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i digits = _mm_sub_epi8(text, _mm_set1_epi8('0'));
        const auto isDigit = static_cast<std::uint32_t>(
            _mm_movemask_epi8(_mm_cmpeq_epi8(digits, _mm_min_epu8(digits, _mm_set1_epi8(9)))));
        const auto isDot = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(text, _mm_set1_epi8('.'))));
        const std::uint32_t others = ~(isDigit | isDot) & 0xFFFFU;
        const std::uint32_t endBit = others & (0U - others); // the first byte that is neither; 0 when all 16 are
        const std::uint32_t shape = (isDot & (endBit - 1)) | endBit;
        const QuadPattern &pattern = quadPatterns[quadPatternOfHash[quadHashOf(shape)]];
        if (pattern.shape != shape)
            return {};
        const __m128i placed =
            _mm_shuffle_epi8(digits, _mm_load_si128(reinterpret_cast<const __m128i *>(pattern.places.data())));
        const __m128i pairs = _mm_maddubs_epi16(placed, _mm_set1_epi32(0x00010A64)); // 100, 10, 1, 0
        const __m128i octets = _mm_madd_epi16(pairs, _mm_set1_epi16(1));
        const __m128i least = _mm_load_si128(reinterpret_cast<const __m128i *>(pattern.least.data()));
        const __m128i wrong =
            _mm_or_si128(_mm_cmpgt_epi32(octets, _mm_set1_epi32(255)), _mm_cmpgt_epi32(least, octets));
        if (_mm_testz_si128(wrong, wrong) == 0)
            return {};
        const __m128i bytes =
            _mm_shuffle_epi8(octets, _mm_setr_epi8(12, 8, 4, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1));
        return {static_cast<std::uint32_t>(_mm_cvtsi128_si32(bytes)), pattern.length};
    }
};

#endif

} // namespace relaytab
